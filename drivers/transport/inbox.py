"""Bytes on their way from a link to its reader, and the end of the link behind them."""

import asyncio
from collections.abc import Callable

from drivers.contract.errors import DeviceError, Garbled, TimedOut

MOST_BYTES = 1024 * 1024  # more than any device says while nobody listens


class Inbox:
    """Filled by a link, emptied by one reader; belongs to one event loop."""

    def __init__(self) -> None:
        self._bytes = bytearray()
        self._wake = asyncio.Event()
        self._tap: Callable[[bytes], None] | None = None
        self.error: DeviceError | None = None

    def tap(self, tap: Callable[[bytes], None]) -> None:
        """Tells of all bytes as they come in, and of those that are there already."""
        self._tap = tap
        if self._bytes:
            tap(bytes(self._bytes))

    def put(self, data: bytes) -> None:
        """Far more than anybody would have left unread ends the link; what comes after its end is dropped."""
        if self.error is not None:
            return
        if self._tap is not None:
            self._tap(data)
        self._bytes += data
        self._wake.set()
        if len(self._bytes) > MOST_BYTES:
            self._bytes.clear()
            self.fail(Garbled("it talks without end"))

    def fail(self, error: DeviceError) -> None:
        """The link has ended; the first reason counts."""
        self.error = self.error or error
        self._wake.set()

    def discard_all_but(self, is_wanted: Callable[[int], bool]) -> None:
        self._bytes = bytearray(byte for byte in self._bytes if is_wanted(byte))

    async def take(self, within_s: float | None = None) -> bytes:
        """All bytes that are there, at least one. Raises TimedOut, or why the link ended."""
        try:
            async with asyncio.timeout(within_s):
                while not self._bytes:
                    if self.error is not None:
                        raise type(self.error)(self.error.detail)
                    self._wake.clear()
                    await self._wake.wait()
        except TimeoutError as error:
            if not self._bytes:  # what came while the event loop was held up has come in time
                raise TimedOut(f"no answer within {within_s:g} s") from error
        taken = bytes(self._bytes)
        self._bytes.clear()
        return taken
