"""Halls in a folder, on clocks that only the test moves: a plain one, and one with all a hall may have."""

import sqlite3
from collections.abc import AsyncIterator, Callable
from contextlib import closing
from datetime import date, datetime
from datetime import time as day_time
from itertools import count
from zoneinfo import ZoneInfo

import msgspec
import pytest
from msgspec.structs import replace

from queue_core.app import (
    BusinessDay,
    BusinessDays,
    CardKind,
    ErrandAsked,
    Hall,
    Holder,
    NumberWanted,
    SteeredClock,
    open_hall,
)
from queue_core.domain.hall_clock import Session
from queue_core.domain.rules import CategoryRules, HallRules, Policy, SlotRules, Unit, WindowRules
from queue_core.domain.words import CallMode, TicketClass, WindowKind
from queue_core.store.retention import Retention

UNIT = Unit("registration", TicketClass.ACCEPT)
DAY_MS = 100_000_000


class Time:
    """Stands still unless moved; a day is 100,000,000 ms long and never closed."""

    def __init__(self) -> None:
        self.now_ms = 1_700_000_000

    def clock(self) -> int:
        return self.now_ms

    def calendar(self, at_ms: int) -> BusinessDay:
        day = at_ms // DAY_MS
        return BusinessDay(day=f"2026-11-{day:02d}", midnight_ms=day * DAY_MS)

    def next_day(self) -> None:
        self.now_ms += DAY_MS


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture
def rules() -> HallRules:
    return HallRules(
        categories=(CategoryRules(code="registration", classes=(TicketClass.ACCEPT,)),),
        windows=tuple(WindowRules(number=number, profile=(UNIT,)) for number in (1, 2)),
    )


@pytest.fixture
async def reopen(tmp_path, rules, time) -> AsyncIterator[Callable[..., Hall]]:
    """Opens the hall of this test, closing it first where it is open: a restart."""
    halls: list[Hall] = []

    def again(other_rules: HallRules = rules) -> Hall:
        while halls:
            halls.pop().close()
        halls.append(open_hall(tmp_path, other_rules, calendar=time.calendar, clock=time.clock))
        return halls[-1]

    yield again
    while halls:
        halls.pop().close()


@pytest.fixture
async def hall(reopen) -> Hall:
    return reopen()


@pytest.fixture
def a_number() -> NumberWanted:
    return NumberWanted(errands=(ErrandAsked(unit=UNIT),))


@pytest.fixture
def canary() -> Holder:
    return Holder(name="金丝雀", id_number="440106199003075136", card=CardKind.RESIDENT_ID)


ZONE = ZoneInfo("Asia/Shanghai")
TAX = tuple(Unit("tax", each) for each in TicketClass)
LAND = tuple(Unit("land", each) for each in TicketClass)
WHOLE = HallRules(
    categories=tuple(CategoryRules(code=code, classes=tuple(TicketClass)) for code in ("tax", "land")),
    windows=(
        WindowRules(number=1, profile=TAX),
        WindowRules(number=2, profile=(*TAX, *LAND)),
        WindowRules(number=3, profile=LAND, calls=CallMode.AUTO),
        WindowRules(number=9, profile=(LAND[2],), kind=WindowKind.TERMINAL),
    ),
    slots=(SlotRules(category="tax", capacity=4),),
)


def instant(day: int, hour: int, minute: int = 0) -> int:
    """Of November 2026 in Shanghai, in ms; the 16th is a Monday."""
    return int(datetime(2026, 11, day, hour, minute, tzinfo=ZONE).timestamp() * 1000)


def hours(on: date) -> tuple[Session, ...]:
    """9 to 12 and 13 to 17 on working days."""
    if on.isoweekday() > 5:
        return ()

    def ms(hour: int) -> int:
        return int(datetime.combine(on, day_time(hour), ZONE).timestamp() * 1000)

    return tuple(Session(opens_at_ms=ms(a), closes_at_ms=ms(b)) for a, b in ((9, 12), (13, 17)))


class Site:
    """A hall with appointments, cases, a window that calls by itself and a terminal, on a Monday at 9."""

    def __init__(self, folder, policy: Policy, retention: Retention | None) -> None:
        self.folder = folder
        self.clock = SteeredClock(instant(16, 9))
        self.calendar = BusinessDays(ZONE, hours)
        self.rules = replace(WHOLE, policy=policy)
        self.hall: Hall | None = None
        self._retention = retention
        self._keys = count(1)

    def start(self) -> "Site":
        """Open it; first close it where it is open: a restart."""
        self.close()
        self.hall = open_hall(
            self.folder,
            self.rules,
            calendar=self.calendar,
            clock=self.clock,
            retention=self._retention,
        )
        return self

    def close(self) -> None:
        if self.hall is not None:
            self.hall.close()

    async def do(self, what, key: str | None = None, actor: str = "clerk:0007"):
        return await self.hall.execute(what, key=key or f"key {next(self._keys)}", actor=actor)

    async def see(self, look):
        return await self.hall.read(look)

    async def at(self, day: int, hour: int, minute: int = 0) -> None:
        """Steer to an instant and let the hall notice."""
        self.clock.steer(instant(day, hour, minute))
        await self.see(lambda _: None)

    def stored(self, sql: str) -> list[tuple]:
        """As a stranger reads it beside the server."""
        with closing(sqlite3.connect(f"file:{self.folder}/journal.db?mode=ro", uri=True)) as reader:
            return reader.execute(sql).fetchall()

    def bodies(self, kind: str) -> list[dict]:
        rows = self.stored(f"SELECT body FROM events WHERE kind = '{kind}' ORDER BY sequence")
        return [msgspec.json.decode(body) for (body,) in rows]


@pytest.fixture
async def found(tmp_path) -> AsyncIterator[Callable[..., Site]]:
    """Founds the site of this test."""
    sites: list[Site] = []

    def site(policy: Policy = WHOLE.policy, retention: Retention | None = None) -> Site:
        sites.append(Site(tmp_path / "site", policy, retention))
        return sites[-1].start()

    yield site
    for each in sites:
        each.close()


@pytest.fixture
async def site(found) -> Site:
    return found()
