"""Serial lines through pyserial, on one daemon thread a line; 8N1.

The thread waits in `read` and is woken by `cancel_read` to write. When the port hangs the thread is left
behind: a daemon thread does not hold up the program's end.
"""

import asyncio
import contextlib
import os
import queue
import termios
from threading import Thread
from typing import NamedTuple

import serial

from drivers.contract.errors import CannotOpen, DeviceError, LinkLost, TimedOut
from drivers.transport.inbox import Inbox
from drivers.transport.link import Link
from drivers.transport.node_errors import OPEN_ERRORS

OPEN_WITHIN_S = 5.0
CLOSE_WITHIN_S = 1.0
# pyserial lets errors of the port through as any of these (an unplugged one: all three).
PORT_ERRORS = (serial.SerialException, OSError, termios.error)


class _Outgoing(NamedTuple):
    data: bytes
    within_s: float
    done: "asyncio.Future[None]"


class SerialLine(Link):
    """One port, exclusively ours while it is open."""

    def __init__(self, path: str, baud: int) -> None:
        self.inbox = Inbox()
        self._path, self._baud = path, baud
        self._loop = asyncio.get_running_loop()
        self._opened: asyncio.Future[None] = self._loop.create_future()
        self._unsettled: set[asyncio.Future[None]] = set()
        self._outgoing: queue.SimpleQueue[_Outgoing] = queue.SimpleQueue()
        self._port: serial.Serial | None = None
        self._closing = False
        self._ended = asyncio.Event()
        self._thread = Thread(target=self._run, name=f"serial {path}", daemon=True)

    @classmethod
    async def open(cls, path: str, baud: int) -> "SerialLine":
        """Raises Absent, NoPermission, Taken, CannotOpen or TimedOut."""
        line = cls(path, baud)
        line._thread.start()
        with contextlib.ExitStack() as given_up:
            given_up.callback(line._give_up)
            try:
                async with asyncio.timeout(OPEN_WITHIN_S):
                    await line._opened
            except TimeoutError as error:
                raise TimedOut(f"{path} does not open") from error
            given_up.pop_all()
        return line

    def _give_up(self) -> None:
        """The thread closes what it opens too late, or has opened this moment."""
        self._closing = True
        self._wake()

    async def write(self, data: bytes, *, within_s: float) -> None:
        if self.inbox.error is not None or self._port is None:
            raise LinkLost(self.inbox.error.detail if self.inbox.error else "closed")
        outgoing = _Outgoing(data, within_s, self._loop.create_future())
        self._unsettled.add(outgoing.done)
        outgoing.done.add_done_callback(self._unsettled.discard)
        self._outgoing.put(outgoing)
        self._wake()
        try:
            async with asyncio.timeout(within_s * 2):
                await outgoing.done
        except TimeoutError as error:
            raise TimedOut(f"{self._path} took nothing within {within_s:g} s") from error

    async def close(self) -> None:
        """Returns when the port is free for whoever opens it next; one that hangs is left behind."""
        self._closing = True
        self._wake()
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(CLOSE_WITHIN_S):
                await self._ended.wait()

    def _wake(self) -> None:
        if self._port is not None:
            with contextlib.suppress(*PORT_ERRORS, TypeError):  # closed in the same moment
                self._port.cancel_read()

    def _run(self) -> None:
        """The thread: opens, then reads and writes until told to stop or the port fails."""
        try:
            self._port = port = serial.Serial(self._path, self._baud, exclusive=True)
        except (*PORT_ERRORS, ValueError) as error:
            self._tell(_reject, self._opened, _cannot_open(self._path, error))
            return
        self._tell(_resolve, self._opened)
        try:
            while not self._closing:
                self._write_all(port)
                if data := port.read(1):
                    self._tell(self.inbox.put, data + port.read(port.in_waiting))
        except PORT_ERRORS as error:
            self._tell(self.inbox.fail, LinkLost(f"{self._path}: {_reason(error)}"))
        finally:
            with contextlib.suppress(*PORT_ERRORS):
                port.close()
            self._tell(self._end)

    def _write_all(self, port: serial.Serial) -> None:
        while not self._outgoing.empty():
            outgoing = self._outgoing.get()
            port.write_timeout = outgoing.within_s
            try:
                port.write(outgoing.data)
            except serial.SerialTimeoutException:
                self._tell(_reject, outgoing.done, TimedOut(f"{self._path} took not all bytes"))
            except PORT_ERRORS as error:
                self._tell(_reject, outgoing.done, LinkLost(f"{self._path}: {_reason(error)}"))
                raise
            else:
                self._tell(_resolve, outgoing.done)

    def _end(self) -> None:
        """The thread has ended: nobody will settle what was handed to it in its last moment."""
        self._ended.set()
        self.inbox.fail(LinkLost(f"{self._path}: closed"))
        for done in list(self._unsettled):
            _reject(done, LinkLost(f"{self._path}: closed"))

    def _tell(self, function: object, *arguments: object) -> None:
        """Calls on the event loop, unless that has ended."""
        with contextlib.suppress(RuntimeError):
            self._loop.call_soon_threadsafe(function, *arguments)  # type: ignore[arg-type]


def _resolve(future: "asyncio.Future[None]") -> None:
    if not future.done():
        future.set_result(None)


def _reject(future: "asyncio.Future[None]", error: DeviceError) -> None:
    if not future.done():
        future.set_exception(error)


def _cannot_open(path: str, error: Exception) -> CannotOpen:
    number = error.errno if isinstance(error, OSError) else None
    kind = OPEN_ERRORS.get(number or 0, CannotOpen)
    return kind(f"{path}: {_reason(error)}")


def _reason(error: Exception) -> str:
    number = error.errno if isinstance(error, OSError) else None
    return os.strerror(number) if number else str(error) or type(error).__name__
