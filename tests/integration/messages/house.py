"""A hall in a folder whose clock the test moves, and what it sends by."""

import asyncio
import random
import sqlite3
from collections.abc import AsyncIterator, Callable, Collection
from contextlib import closing
from pathlib import Path
from zoneinfo import ZoneInfo

from queue_core.app import BusinessDay, Hall, open_hall
from queue_core.app.outgoing import Outgoing
from queue_core.app.requests import CaseTold
from queue_core.domain.commands import HandOverCase
from queue_core.domain.rules import CategoryRules, HallRules, Unit, WindowRules
from queue_core.domain.words import TicketClass
from queue_core.messages.attempt import Attempts, Rules
from queue_core.messages.contract import Carrier, CarrierAway, NeverSendable, Parcel, Report, TryLater
from queue_core.messages.lane import Lane
from queue_core.messages.messenger import Messenger, Routes
from queue_core.messages.throttle import Limits, Throttle
from queue_core.messages.timing import Backoff, QuietHours
from queue_core.messages.wording import Naming, Wording, templates
from queue_core.store.message import DeadLetter, MessageKind

UNIT = Unit("registration", TicketClass.ACCEPT)
RULES = HallRules(
    categories=(CategoryRules(code="registration", classes=(TicketClass.ACCEPT, TicketClass.PICKUP)),),
    windows=(WindowRules(number=1, profile=(UNIT,)),),
)
DAY = BusinessDay(day="2026-11-20", midnight_ms=1_795_104_000_000)
NOON_MS = DAY.midnight_ms + 12 * 3_600_000
MINUTE_MS = 60_000
HOUR_MS = 60 * MINUTE_MS
ZONE = ZoneInfo("Asia/Shanghai")
WITHIN_S = 30.0
NEVER_QUIET = QuietHours(from_min=0, until_min=0, zone=ZONE)


def phone(serial: int) -> str:
    """An invented one: 154 is a beginning that few lists give to anybody."""
    return f"154{serial:08d}"


class House:
    """`quiet` and `limits` hold for the messengers that are started afterwards."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.now_ms = NOON_MS
        self.quiet = NEVER_QUIET
        self.limits = Limits(same_kind_a_minute=1_000, an_hour=1_000, a_day=1_000)
        self.chance = random.Random(7)
        self.messenger: Messenger | None = None
        self._running: asyncio.Task[None] | None = None
        self._keys = 0

    def open(self) -> None:
        self.hall: Hall = open_hall(self.folder, RULES, calendar=lambda _: DAY, clock=lambda: self.now_ms)
        self.outgoing = Outgoing(self.hall)

    def close(self) -> None:
        self.hall.close()

    async def restart(self) -> None:
        """As after a kill: nothing that was in hand is written down."""
        if self._running is not None:
            self.hall._is_open = False  # the hall is gone before the messenger can write
            self._running.cancel()
            await asyncio.wait([self._running])
            self._running = None
            self.hall._is_open = True
        await asyncio.to_thread(self.close)
        self.open()

    async def ready(self, serial: int, to: str | None = None) -> str:
        """A finished case; its code."""
        code = f"C-{serial}"
        told = CaseTold(code=code, unit=UNIT, phone=to or phone(serial), is_ready=True)
        await self.hall.execute(told, key=f"ready-{code}", actor="gateway:G")
        return code

    async def collected(self, code: str) -> None:
        case = await self.hall.read(lambda day: day.cases.by_code(code))
        assert case is not None
        await self.hall.execute(
            HandOverCase(case_id=case.case_id), key=f"collected-{code}", actor="clerk:1001"
        )

    def start_sending(
        self,
        *carriers: Carrier,
        rate: float = 2_000,
        window: int = 16,
        within_s: float = 10.0,
        routes: Routes | None = None,
        gone_after_ms: int = 10 * MINUTE_MS,
    ) -> Messenger:
        throttle = Throttle(self.limits, bytes(16))
        naming = Naming(
            signature="示范政务中心",
            hall={"zh-CN": "示范政务服务中心", "en": "Demonstration Centre"},
            categories={"registration": {"zh-CN": "注册登记", "en": "registration"}},
            places={},
            zone=ZONE,
            public_url="https://hall.example.org",
            holder_secret=self.hall.disclosure.holder_secret,
            pickup_code=self.hall.disclosure.pickup_code,
            pickup_token=self.hall.disclosure.pickup_token,
        )
        rules = Rules(quiet=self.quiet, backoff=self._backoff(30_000, HOUR_MS), attempts=4)
        names = [each.name for each in carriers]
        self.messenger = Messenger(
            self.outgoing,
            Attempts(self.outgoing, Wording(naming, templates()), throttle, rules),
            throttle,
            lanes=[
                Lane(
                    each,
                    rate_per_s=rate,
                    window=window,
                    within_s=within_s,
                    backoff=self._backoff(1_000, MINUTE_MS),
                )
                for each in carriers
            ],
            routes=routes or dict.fromkeys(MessageKind, names),
            gone_after_ms=gone_after_ms,
            draw=self.chance.random,
        )
        self._running = asyncio.create_task(self.messenger.run())
        return self.messenger

    async def stop_sending(self) -> None:
        if self._running is not None:
            self._running.cancel()
            await asyncio.wait([self._running])
            self._running = None

    async def until(self, holds: Callable[[], bool], *, minutes_a_look: float = 0) -> None:
        """Wait, and let the hall's clock go on at each look."""
        async with asyncio.timeout(WITHIN_S):
            while not holds():
                self.now_ms += round(minutes_a_look * MINUTE_MS)
                if self.messenger is not None and minutes_a_look:
                    self.messenger.wake()
                await asyncio.sleep(0.005)

    def rows(self, columns: str) -> list[tuple[object, ...]]:
        path = self.folder / "journal.db"
        with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as reader:
            return reader.execute(f"SELECT {columns} FROM outbox ORDER BY message_id").fetchall()

    def change(self, statement: str) -> None:
        """Of the journal's file, behind the server's back."""
        with closing(sqlite3.connect(self.folder / "journal.db")) as db, db:
            db.execute(statement)

    def states(self) -> list[object]:
        return [state for (state,) in self.rows("state")]

    async def dead(self) -> list[DeadLetter]:
        return await self.outgoing.dead(100)

    def _backoff(self, first_ms: int, most_ms: int) -> Backoff:
        return Backoff(first_ms=first_ms, most_ms=most_ms, draw=self.chance.random)


class FarEnd:
    """A gateway without wires: bills each key once, and fails as the test has it.

    `does` is asked before each sending: None answers, an exception is raised, "lost" takes it and never
    answers.
    """

    def __init__(self, name: str = "far", does: Callable[[Parcel], object] = lambda _: None) -> None:
        self.name = name
        self.does = does
        self.received: list[Parcel] = []
        self.billed: dict[str, str] = {}
        self.expected: list[tuple[str, str, int]] = []
        self.is_reached: bool | None = None
        self.acknowledged: list[Report] = []
        self.to_report: asyncio.Queue[Report] = asyncio.Queue()

    async def run(self) -> None:
        await asyncio.get_running_loop().create_future()

    async def send(self, parcel: Parcel) -> str:
        done = self.does(parcel)
        if isinstance(done, Exception):
            raise done
        self.received.append(parcel)
        self.billed.setdefault(parcel.dedupe_key, parcel.phone)
        if done == "lost":
            raise CarrierAway("far-no-answer", "The answer was lost.")
        if done == "half-open":
            await asyncio.get_running_loop().create_future()
        await asyncio.sleep(0)
        return f"r-{parcel.dedupe_key}"

    def expect(self, receipt: str, *, phone: str, sent_at_ms: int, heard: Collection[str]) -> None:
        assert not heard
        self.expected.append((receipt, phone, sent_at_ms))

    async def reports(self) -> AsyncIterator[Report]:
        while True:
            yield await self.to_report.get()

    def stored(self, report: Report) -> None:
        self.acknowledged.append(report)


def away(code: str = "far-away", *, is_untaken: bool = True) -> CarrierAway:
    return CarrierAway(code, "The line is down.", is_untaken=is_untaken)


def later(after_s: float | None = None) -> TryLater:
    return TryLater("far-busy", "Not now.", after_s=after_s)


def never() -> NeverSendable:
    return NeverSendable("far-refused", "Not this number.")
