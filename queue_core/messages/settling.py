"""Writes down how attempts went, many in one transaction, and what far ends report on them later."""

import asyncio
from collections.abc import Iterable

import structlog

from queue_core.app.outgoing import Outgoing
from queue_core.messages.contract import Fate, Report
from queue_core.store.errors import StoreError
from queue_core.store.outbox import Settlement

AGAIN_S = 1.0
EARLY = 10_000
"""Reports that came before their message was written down as sent; more are let go."""

log = structlog.get_logger(__name__)


class Settling:
    """What is not written yet stays in hand: it is not claimed again, however long a disk is full."""

    def __init__(self, outgoing: Outgoing) -> None:
        self._outgoing = outgoing
        self._waiting: list[Settlement] = []
        self._untold: list[str] = []
        self._has_some = asyncio.Event()
        self._writing = asyncio.Lock()
        self._early: dict[str, Report] = {}
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
        self.in_hand.difference_update(each.message_id for each in batch)
        self._untold += [each.receipt for each in batch if each.receipt is not None]

    async def hear(self, lane: str, report: Report) -> None:
        """A delivery report that its carrier tells once: written as soon as it can be."""
        try:
            await self.report(lane, report)
        except StoreError as error:
            log.warning("a delivery report waits", code=error.code, remedy=error.remedy)
            self._untold.append(receipt_of(lane, report.receipt))
            self._has_some.set()

    async def report(self, lane: str, report: Report) -> None:
        """One that comes early is kept until its message is settled. Raises StoreError."""
        receipt = receipt_of(lane, report.receipt)
        while len(self._early) >= EARLY:
            del self._early[next(iter(self._early))]
        self._early[receipt] = report
        if await self._tell(receipt, report):
            self._early.pop(receipt, None)

    async def _tell_early(self) -> None:
        while self._untold:
            receipt = self._untold.pop()
            if (report := self._early.get(receipt)) is None:
                continue
            try:
                is_told = await self._tell(receipt, report)
            except BaseException:
                self._untold.append(receipt)
                raise
            if is_told:
                self._early.pop(receipt, None)

    async def _tell(self, receipt: str, report: Report) -> bool:
        return await self._outgoing.report(
            receipt, is_delivered=report.fate is Fate.DELIVERED, reason=report.reason
        )


def receipt_of(lane: str, receipt: str) -> str:
    """Two carriers may give the same name to different messages."""
    return f"{lane}:{receipt}"
