"""Waits for a card reader to come, be it that it was unplugged or that the smart card service was away."""

import asyncio
import contextlib
from threading import Event, Thread

from smartcard import scard

from drivers.transport.pcsc_service import establish, wake

WAIT_MS = 1000
SERVICE_EVERY_S = 0.25  # a service that is away tells nobody when it comes
PLUGGED = "\\\\?PnP?\\Notification"  # the name under which PC/SC tells of readers that come and go


class ReaderArrival:
    """One waiting, on a daemon thread of its own. A reader that was there all the time does not arrive."""

    def __init__(self, reader: str) -> None:
        self._reader = reader
        self._loop = asyncio.get_running_loop()
        self._arrived = asyncio.Event()
        self._stopping = Event()
        self._context: int | None = None
        self._was_away = False
        Thread(target=self._run, name=f"waiting for {reader}", daemon=True).start()

    async def wait(self) -> None:
        await self._arrived.wait()

    def stop(self) -> None:
        self._stopping.set()
        if (context := self._context) is not None:
            wake(context)

    def _run(self) -> None:
        while not self._stopping.is_set():
            result, context = establish()
            if result != scard.SCARD_S_SUCCESS:
                self._was_away = True
                self._stopping.wait(SERVICE_EVERY_S)
                continue
            self._context = context
            try:
                self._watch(context)
            finally:
                self._context = None
                scard.SCardReleaseContext(context)

    def _watch(self, context: int) -> None:
        """Until the reader has come, the service has gone, or nobody waits any more."""
        while not self._stopping.is_set():
            result, readers = scard.SCardListReaders(context, [])
            is_there = result == scard.SCARD_S_SUCCESS and self._reader in readers
            if is_there and self._was_away:
                self._tell()
                return
            self._was_away = not is_there
            result, _ = scard.SCardGetStatusChange(context, WAIT_MS, [(PLUGGED, scard.SCARD_STATE_UNAWARE)])
            if result not in {scard.SCARD_S_SUCCESS, scard.SCARD_E_TIMEOUT, scard.SCARD_E_CANCELLED}:
                self._was_away = True
                self._stopping.wait(SERVICE_EVERY_S)
                return

    def _tell(self) -> None:
        self._stopping.set()
        with contextlib.suppress(RuntimeError):  # the loop has ended
            self._loop.call_soon_threadsafe(self._arrived.set)
