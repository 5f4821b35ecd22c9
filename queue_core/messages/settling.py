"""Writes down how attempts went, many in one transaction, and what far ends report on them later."""

import asyncio
from collections.abc import Callable, Iterable
from typing import assert_never

import structlog
from msgspec import Struct

from queue_core.app.outgoing import Outgoing
from queue_core.messages.contract import Fate, Report
from queue_core.store.errors import StoreError
from queue_core.store.settlements import Settlement

AGAIN_S = 1.0
EARLY = 10_000
"""Reports that are not written yet; of more than these the oldest are let go."""

log = structlog.get_logger(__name__)


def _nobody_waits() -> None:
    """Who sent the report needs no word of it."""


class _Heard(Struct, eq=False, kw_only=True):
    """A report that is not written yet.

    It may be about one of `perhaps_of`, which were in hand when it came. `is_due`: now it may be known.
    """

    receipt: str
    report: Report
    stored: Callable[[], None]
    perhaps_of: set[int]
    is_due: bool = False


class Settling:
    """What is not written yet stays in hand: it is not claimed again, however long a disk is full."""

    def __init__(self, outgoing: Outgoing) -> None:
        self._outgoing = outgoing
        self._waiting: list[Settlement] = []
        self._heard: list[_Heard] = []
        self._has_some = asyncio.Event()
        self._writing = asyncio.Lock()
        self.in_hand: set[int] = set()

    def take(self, message_ids: Iterable[int]) -> None:
        self.in_hand.update(message_ids)

    def put(self, settlement: Settlement) -> None:
        self._waiting.append(settlement)
        self._has_some.set()

    async def run(self) -> None:
        """Until cancelled. Raises HallStopped."""
        while True:
            await self._has_some.wait()
            self._has_some.clear()
            try:
                await self.flush()
            except StoreError as error:
                log.warning("the outbox cannot be written", code=error.code, remedy=error.remedy)
                self._has_some.set()
                await asyncio.sleep(AGAIN_S)

    async def flush(self) -> None:
        """All that was put by now is written when this returns. Raises StoreError; nothing is lost then."""
        async with self._writing:
            if self._waiting:
                await self._settle()
            await self._tell_early()

    async def _settle(self) -> None:
        batch, self._waiting = self._waiting, []
        try:
            await self._outgoing.settle(batch)
        except BaseException:
            self._waiting = batch + self._waiting
            raise
        settled = {each.message_id for each in batch}
        self.in_hand -= settled
        receipts = {each.receipt for each in batch}
        for heard in self._heard:
            heard.perhaps_of -= settled
            heard.is_due |= heard.receipt in receipts or not heard.perhaps_of

    async def hear(self, lane: str, report: Report, stored: Callable[[], None]) -> None:
        """`stored` is called when it is written, or known to be about nothing that this hall has sent."""
        try:
            await self.report(lane, report, stored)
        except StoreError as error:
            log.warning("a delivery report waits", code=error.code, remedy=error.remedy)
            self._has_some.set()

    async def report(self, lane: str, report: Report, stored: Callable[[], None] = _nobody_waits) -> None:
        """One that comes early is kept until what was in hand is settled.

        Raises StoreError; it is kept then, too.
        """
        while len(self._heard) >= EARLY:
            self._heard.pop(0).stored()
        heard = _Heard(
            receipt=receipt_of(lane, report.receipt),
            report=report,
            stored=stored,
            perhaps_of=set(self.in_hand),
        )
        self._heard.append(heard)
        await self._tell(heard)

    async def _tell_early(self) -> None:
        """In the order in which they came."""
        for heard in [each for each in self._heard if each.is_due]:
            await self._tell(heard)

    async def _tell(self, heard: _Heard) -> None:
        heard.is_due = True
        is_nobodys = not heard.perhaps_of
        is_known = await self._written(heard.receipt, heard.report)
        if (is_known or is_nobodys) and heard in self._heard:
            self._heard.remove(heard)
            heard.stored()
        heard.is_due = not heard.perhaps_of

    async def _written(self, receipt: str, report: Report) -> bool:
        match report.fate:
            case Fate.PART_DELIVERED:
                return await self._outgoing.heard(receipt, report.part)
            case Fate.DELIVERED | Fate.UNDELIVERED as fate:
                return await self._outgoing.report(
                    receipt, is_delivered=fate is Fate.DELIVERED, reason=report.reason
                )
        assert_never(report.fate)


def receipt_of(lane: str, receipt: str) -> str:
    """Two carriers may give the same name to different messages."""
    return f"{lane}:{receipt}"
