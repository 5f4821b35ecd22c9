"""Watches one PC/SC reader on a daemon thread of its own, by SCardGetStatusChange.

pyscard's CardMonitor dies for good when pcscd restarts, and a card that hangs blocks whoever speaks to it: so
this thread never speaks to a card. When the service or the reader goes it says so once and ends.
"""

import asyncio
import contextlib
from collections.abc import Callable
from threading import Thread

from smartcard import scard

from drivers.contract.errors import Absent, DeviceError, LinkLost, NoService
from drivers.transport.pcsc_errors import at_opening, sentence
from drivers.transport.pcsc_service import establish, wake

WAIT_MS = 1000
GONE = scard.SCARD_STATE_UNKNOWN | scard.SCARD_STATE_UNAVAILABLE
COUNTER_SHIFT = 16  # the high word counts insertions and removals


class ReaderWatch:
    """`on_card` is told first whether a card is there, then of each that comes (True) and goes (False).

    `on_lost` is told once why it ended.
    """

    def __init__(
        self, reader: str, *, on_card: Callable[[bool], None], on_lost: Callable[[DeviceError], None]
    ) -> None:
        self._reader = reader
        self._on_card, self._on_lost = on_card, on_lost
        self._loop = asyncio.get_running_loop()
        self._first: asyncio.Future[None] = self._loop.create_future()
        self._stopping = False
        self._context: int | None = None

    async def start(self, within_s: float) -> None:
        """Returns when `on_card` was told. Raises Absent, NoService, NoPermission, CannotOpen."""
        Thread(target=self._run, name=f"watch {self._reader}", daemon=True).start()
        try:
            async with asyncio.timeout(within_s):
                await self._first
        except TimeoutError as error:
            self.stop()
            raise NoService("the smart card service does not answer") from error

    def stop(self) -> None:
        self._stopping = True
        if (context := self._context) is not None:
            wake(context)

    def _run(self) -> None:
        result, context = establish()
        if result != scard.SCARD_S_SUCCESS:
            self._tell(self._settle_first, at_opening(result))
            return
        self._context = context
        try:
            self._watch(context)
        finally:
            self._context = None
            scard.SCardReleaseContext(context)

    def _watch(self, context: int) -> None:
        known = scard.SCARD_STATE_UNAWARE
        while not self._stopping:
            result, states = scard.SCardGetStatusChange(context, WAIT_MS, [(self._reader, known)])
            if result in {scard.SCARD_E_TIMEOUT, scard.SCARD_E_CANCELLED}:
                continue
            if result != scard.SCARD_S_SUCCESS or states[0][1] & GONE:
                self._tell_end(context, result, is_first=known == scard.SCARD_STATE_UNAWARE)
                return
            state = states[0][1]
            if known == scard.SCARD_STATE_UNAWARE:
                self._tell(self._on_card, bool(state & scard.SCARD_STATE_PRESENT))
                self._tell(self._settle_first, None)
            else:
                self._tell_changes(known, state)
            known = state & ~scard.SCARD_STATE_CHANGED

    def _tell_changes(self, before: int, now: int) -> None:
        """A count that moved on while a card was there both times means another card."""
        was_there, is_there = bool(before & scard.SCARD_STATE_PRESENT), bool(now & scard.SCARD_STATE_PRESENT)
        is_swap = was_there and is_there and before >> COUNTER_SHIFT != now >> COUNTER_SHIFT
        if was_there and (not is_there or is_swap):
            self._tell(self._on_card, False)
        if is_there and (not was_there or is_swap):
            self._tell(self._on_card, True)

    def _tell_end(self, context: int, result: int, *, is_first: bool) -> None:
        if is_first:
            readers = ", ".join(scard.SCardListReaders(context, [])[1]) or "none"
            error = at_opening(result) if result != scard.SCARD_S_SUCCESS else Absent("no such reader")
            self._tell(self._settle_first, type(error)(f"{error.detail}; readers there: {readers}"))
        else:
            text = sentence(result) if result != scard.SCARD_S_SUCCESS else "the reader was unplugged"
            self._tell(self._on_lost, LinkLost(text))

    def _settle_first(self, error: DeviceError | None) -> None:
        if self._first.done():
            return
        if error is None:
            self._first.set_result(None)
        else:
            self._first.set_exception(error)

    def _tell(self, function: Callable[..., None], *arguments: object) -> None:
        with contextlib.suppress(RuntimeError):  # the loop has ended
            self._loop.call_soon_threadsafe(function, *arguments)


def list_readers() -> list[str]:
    """The names of all readers now; blocks a moment. Raises NoService and its kin."""
    result, context = establish()
    if result != scard.SCARD_S_SUCCESS:
        raise at_opening(result)
    try:
        return sorted(scard.SCardListReaders(context, [])[1])
    finally:
        scard.SCardReleaseContext(context)
