"""The carrier: keeps a line to the gateway, opens another when it is lost, and sends messages over it."""

import asyncio
import contextlib
import random
import time
from collections.abc import AsyncIterator, Callable, Collection, Iterator

from msgspec import Struct

from queue_core.log import logger
from queue_core.messages.cmpp.deliveries import Deliveries, receipt_of
from queue_core.messages.cmpp.link import Account, LineAway, Link
from queue_core.messages.cmpp.login import LoginRefused
from queue_core.messages.cmpp.pacing import Pace
from queue_core.messages.cmpp.parts import parts_of
from queue_core.messages.cmpp.protocol import SubmitResp
from queue_core.messages.cmpp.results import (
    ACCEPTED,
    FLOW_CONTROL,
    SEQUENCE_REPEATED,
    refusal,
)
from queue_core.messages.cmpp.sendings import Part, Sending, Sendings
from queue_core.messages.cmpp.settings import CmppSettings
from queue_core.messages.contract import CarrierAway, CarrierError, NeverSendable, Parcel, Report
from queue_core.messages.secret import Secret

_SEQUENCES = 0xFFFF_FFFF
_FLOW_CONTROL_PAUSE_S = 0.1  # for the messages behind the one that is sent back
_EARLY_S = 10.0  # well before a gateway says an unacknowledged report again

log = logger("cmpp")


class Pauses(Struct, frozen=True, kw_only=True):
    """Between attempts at a line: doubled from `first_s` to `longest_s`, at once the longest if refused."""

    first_s: float = 0.5
    longest_s: float = 30.0


class CmppCarrier:
    """`now` gives UTC milliseconds since 1970. Where lines begin their sequences is left to `chance`."""

    def __init__(
        self,
        settings: CmppSettings,
        secret: Secret,
        *,
        now: Callable[[], int],
        chance: random.Random,
        name: str = "cmpp",
        pauses: Pauses = Pauses(),  # noqa: B008 - frozen
    ) -> None:
        self.name = name
        self._account = Account(settings=settings, secret=secret, now=now)
        self._chance = chance
        self._pauses = pauses
        self._sequences = _sequences(chance)
        self._pace = Pace(settings.rate)
        self._sendings = Sendings(time.monotonic)
        self._reports: asyncio.Queue[Report] = asyncio.Queue()
        self._deliveries = Deliveries(
            self._reports.put_nowait,
            early_s=min(_EARLY_S, settings.answer_within_s),
            may_be_early=lambda: self._sendings.are_under_way,
        )
        self._link: Link | None = None
        self._away = CarrierAway("cmpp-unreachable", "The line to the gateway is not open yet.")
        self._attempted = asyncio.Event()

    @property
    def is_reached(self) -> bool:
        """The gateway let us in, and has answered each test of the line since."""
        return self._link is not None

    async def run(self) -> None:
        """Keeps a line until cancelled; then takes its leave of the gateway."""
        pauses = self._growing()
        try:
            while True:
                self._attempted.clear()
                stood_from = asyncio.get_running_loop().time()
                away = await self._line()
                if asyncio.get_running_loop().time() - stood_from > self._pauses.longest_s:
                    pauses = self._growing()
                self._be_away(away)
                longest = self._pauses.longest_s
                await asyncio.sleep(longest if isinstance(away, LoginRefused) else next(pauses))
        finally:
            self._be_away(CarrierAway("cmpp-stopped", "The line was closed because the hall's server stops."))

    async def send(self, parcel: Parcel) -> str:
        """The Msg_Ids of all parts, in hex, joined by hyphens.

        Waits while a line is being opened or the window is full, and may take `answer_within_s` times
        `attempts` for each part. If the call is cancelled, the sending goes on, and the next call for the
        same key joins it.
        """
        sending = self._sendings.of(parcel.dedupe_key, parts_of(parcel, self._account.settings))
        if sending.task is None or sending.needs_starting():
            sending.task = asyncio.create_task(self._send(sending))
            sending.task.add_done_callback(_seen)
        try:
            receipt = await asyncio.shield(sending.task)
        except CarrierError as error:
            error.is_untaken = sending.is_untaken
            if isinstance(error, NeverSendable):
                self._sendings.forget(parcel.dedupe_key)
            raise
        self._sendings.forget(parcel.dedupe_key)
        return receipt

    def expect(
        self,
        receipt: str,
        *,
        phone: str = "",  # noqa: ARG002 the contract's
        sent_at_ms: int = 0,  # noqa: ARG002 likewise
        heard: Collection[str] = (),
    ) -> None:
        """Needed for messages of several parts; reports name the parts, and come unasked."""
        self._deliveries.expect(receipt, heard)

    async def reports(self) -> AsyncIterator[Report]:
        while True:
            yield await self._reports.get()

    def stored(self, report: Report) -> None:
        self._deliveries.stored(report)

    async def _line(self) -> CarrierAway:
        """Opens one, and returns why there is none any more."""
        try:
            link = await Link.open(self._account, self._sequences, self._deliveries.take)
        except CarrierAway as away:
            return away
        log.info("gateway reached", carrier=self.name)
        self._link = link
        self._attempted.set()
        return await link.serve()

    def _be_away(self, away: CarrierAway) -> None:
        if away.code != self._away.code or self._link is not None:
            log.warning("gateway away", carrier=self.name, code=away.code, cause=str(away))
        self._link, self._away = None, away
        self._attempted.set()

    async def _send(self, sending: Sending) -> str:
        for part in sending.parts:
            if part.msg_id is None:
                part.msg_id = await self._submit(part)
        receipt = receipt_of(part.msg_id for part in sending.parts if part.msg_id is not None)
        self._deliveries.expect(receipt)
        return receipt

    async def _submit(self, part: Part) -> bytes:
        """Under the sequence it was last said with, if no answer came then. Raises CarrierError."""
        link = await self._open_link()
        async with link.slot(self._pace):
            was_said = part.sequence is not None
            sequence = part.sequence = next(self._sequences) if part.sequence is None else part.sequence
            answer = await link.ask(sequence, part.submit)
        heard = answer.heard
        if not isinstance(heard, SubmitResp):
            raise CarrierAway("cmpp-unanswered", "The gateway answered this message with something else.")
        part.sequence = None
        was_repeated = was_said or answer.times_asked > 1
        if heard.result == ACCEPTED:
            return heard.msg_id
        if heard.result == SEQUENCE_REPEATED and was_repeated:
            return heard.msg_id  # it has had this message, and its first answer was lost
        part.is_doubtful = part.is_doubtful or was_repeated
        if heard.result == FLOW_CONTROL:
            self._pace.hold(_FLOW_CONTROL_PAUSE_S)
        raise refusal(heard.result)

    async def _open_link(self) -> Link:
        await self._attempted.wait()
        if self._link is None:
            raise LineAway(self._away.code, str(self._away), self._away.remedy)
        return self._link

    def _growing(self) -> Iterator[float]:
        """Seconds, each a little shorter by chance, so that halls do not march."""
        pause = self._pauses.first_s
        while True:
            yield pause * self._chance.uniform(0.8, 1.0)
            pause = min(pause * 2, self._pauses.longest_s)


def _sequences(chance: random.Random) -> Iterator[int]:
    """Ascending by one and around; begun anywhere, since gateways may remember those of the last run."""
    sequence = chance.randrange(_SEQUENCES)
    while True:
        sequence = sequence % _SEQUENCES + 1
        yield sequence


def _seen(task: asyncio.Task[str]) -> None:
    """A failure that nobody waits for any more is told to the next caller, not to the event loop's log."""
    with contextlib.suppress(asyncio.CancelledError):
        task.exception()
