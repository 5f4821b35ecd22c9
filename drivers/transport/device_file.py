"""A device file that takes and gives bytes as they are, such as a USB printer's /dev/usb/lp0.

Not for regular files: one that a program made where the printer's was missing would swallow every ticket.
"""

import asyncio
import contextlib
import errno
import os
import select
import stat

from drivers.contract.errors import CannotOpen, LinkLost, TimedOut
from drivers.transport.inbox import Inbox
from drivers.transport.link import Link
from drivers.transport.node_errors import OPEN_ERRORS

CHUNK = 4096
PAUSE_S = 0.1  # a USB printer that has nothing to say answers a read with nothing, as often as it is asked
NOTHING_NOW = frozenset({errno.EAGAIN, errno.EINTR})
CANNOT_BE_READ = frozenset({errno.EINVAL, errno.EBADF})  # usblp of a printer that only takes


class DeviceFile(Link):
    """One open character device; what cannot be read is only written to."""

    def __init__(self, path: str, file: int) -> None:
        self.inbox = Inbox()
        self._path, self._file = path, file
        self._loop = asyncio.get_running_loop()
        self._resting: asyncio.TimerHandle | None = None
        self._listen()

    @classmethod
    async def open(cls, path: str) -> "DeviceFile":
        """Raises Absent, NoPermission, Taken or CannotOpen."""
        try:
            file = _open(path)
        except OSError as error:
            kind = OPEN_ERRORS.get(error.errno or 0, CannotOpen)
            raise kind(f"{path}: {os.strerror(error.errno or 0)}") from error
        if not stat.S_ISCHR(os.fstat(file).st_mode):
            os.close(file)
            raise CannotOpen(f"{path} is no device")
        try:
            return cls(path, file)
        except OSError as error:
            os.close(file)
            raise CannotOpen(f"{path} cannot be waited for: {os.strerror(error.errno or 0)}") from error

    async def write(self, data: bytes, *, within_s: float) -> None:
        rest = memoryview(data)
        try:
            async with asyncio.timeout(within_s):
                while rest:
                    rest = rest[self._write_some(rest) :]
                    if rest:
                        await self._room()
        except TimeoutError as error:
            raise TimedOut(f"{self._path}: {len(rest)} bytes were not taken within {within_s:g} s") from error

    async def close(self) -> None:
        self.inbox.fail(LinkLost(f"{self._path}: closed"))
        if self._resting is not None:
            self._resting.cancel()
        if self._file >= 0:
            self._loop.remove_reader(self._file)
            self._loop.remove_writer(self._file)
            os.close(self._file)
            self._file = -1

    def _write_some(self, data: memoryview) -> int:
        if self.inbox.error is not None:
            raise LinkLost(self.inbox.error.detail)
        try:
            return os.write(self._file, data)
        except OSError as error:
            if error.errno in NOTHING_NOW:
                return 0
            raise LinkLost(f"{self._path}: {os.strerror(error.errno or 0)}") from error

    async def _room(self) -> None:
        """Waits until the device takes more, or is gone."""
        has_room = asyncio.Event()
        self._loop.add_writer(self._file, has_room.set)
        try:
            await has_room.wait()
        finally:
            if self._file >= 0:
                self._loop.remove_writer(self._file)

    def _listen(self) -> None:
        self._loop.add_reader(self._file, self._read)

    def _read(self) -> None:
        try:
            data = os.read(self._file, CHUNK)
        except OSError as error:
            if error.errno in CANNOT_BE_READ:
                self._loop.remove_reader(self._file)
            elif error.errno not in NOTHING_NOW:
                self._end(os.strerror(error.errno or 0))
            return
        if data:
            self.inbox.put(data)
        elif _is_hung_up(self._file):
            self._end("hung up")
        else:
            self._loop.remove_reader(self._file)
            self._resting = self._loop.call_later(PAUSE_S, self._listen)

    def _end(self, reason: str) -> None:
        self._loop.remove_reader(self._file)
        self.inbox.fail(LinkLost(f"{self._path}: {reason}"))


def _open(path: str) -> int:
    """For both directions, or to write only where that is all this user or the device allows."""
    flags = os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC
    try:
        return os.open(path, flags | os.O_RDWR)
    except PermissionError:
        with contextlib.suppress(OSError):
            return os.open(path, flags | os.O_WRONLY)
        raise


def _is_hung_up(file: int) -> bool:
    poll = select.poll()
    poll.register(file, 0)
    return any(what & (select.POLLHUP | select.POLLERR) for _, what in poll.poll(0))
