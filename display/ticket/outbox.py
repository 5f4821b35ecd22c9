"""What became of each ticket, told to the hall in order and until it has answered (decision 0006)."""

import asyncio
from dataclasses import dataclass, field
from typing import Protocol

from queue_core import log
from queue_core.client import ClientError, HallClient, HallRefused
from queue_core.client.transport import new_key
from queue_core.wire.messages import ReportDelivery, Ticket
from queue_core.wire.words import DeliveryState

logger = log.logger("ticket.outbox")
PAUSE_S = 1.0
FINAL = frozenset({DeliveryState.PRINTED, DeliveryState.REPRINTED, DeliveryState.WITHDRAWN})


@dataclass(slots=True, kw_only=True)
class Letter:
    ticket_id: int
    report: ReportDelivery
    answer: asyncio.Future[Ticket]
    key: str = field(default_factory=new_key)


class Keepsake(Protocol):
    """What outlives a crash of a front end that keeps its numbers on disk."""

    def settled(self, ticket_id: int, outcome: DeliveryState) -> None:
        """What became of the number; the hall has still to be told."""

    def forget(self, ticket_id: int) -> None:
        """The hall knows."""


class NothingKept:
    """For a front end whose user is there to see what became of a number."""

    def settled(self, ticket_id: int, outcome: DeliveryState) -> None:
        pass

    def forget(self, ticket_id: int) -> None:
        pass


class Outbox:
    """One worker sends; whoever wants the answer awaits the future that `put` gives."""

    def __init__(self, client: HallClient, keepsake: Keepsake) -> None:
        self._client = client
        self._keepsake = keepsake
        self._letters: asyncio.Queue[Letter] = asyncio.Queue()

    def put(
        self, ticket_id: int, outcome: DeliveryState, reason: str | None = None
    ) -> asyncio.Future[Ticket]:
        """The future ends with the hall's answer, or with HallRefused."""
        answer: asyncio.Future[Ticket] = asyncio.get_running_loop().create_future()
        answer.add_done_callback(lambda done: done.cancelled() or done.exception())  # may go unawaited
        if outcome in FINAL:
            self._keepsake.settled(ticket_id, outcome)
        report = ReportDelivery(outcome=outcome, reason=reason)
        self._letters.put_nowait(Letter(ticket_id=ticket_id, report=report, answer=answer))
        return answer

    async def work(self) -> None:
        while True:
            await self._send(await self._letters.get())

    async def empty(self) -> None:
        """Waits until everything put so far has been answered."""
        await self._letters.join()

    async def _send(self, letter: Letter) -> None:
        try:
            while True:
                try:
                    answer = await self._client.report_delivery(
                        letter.ticket_id, letter.report, key=letter.key
                    )
                except ClientError as error:
                    if is_final(error):
                        self._known(letter)
                        logger.info("delivery-refused", outcome=letter.report.outcome, code=error.code)
                        settle(letter.answer, error)
                        return
                    logger.warning("delivery-not-told-yet", outcome=letter.report.outcome, code=error.code)
                    await asyncio.sleep(PAUSE_S)
                else:
                    self._known(letter)
                    settle(letter.answer, answer)
                    return
        finally:
            self._letters.task_done()

    def _known(self, letter: Letter) -> None:
        if letter.report.outcome in FINAL:
            self._keepsake.forget(letter.ticket_id)


def is_final(error: ClientError) -> bool:
    """The hall itself has said no; a proxy in its place has not."""
    return isinstance(error, HallRefused) and error.code != "not-a-hall"


def settle(future: asyncio.Future[Ticket], outcome: Ticket | Exception) -> None:
    """Whoever waited may have given up."""
    if future.done():
        return
    if isinstance(outcome, Exception):
        future.set_exception(outcome)
    else:
        future.set_result(outcome)
