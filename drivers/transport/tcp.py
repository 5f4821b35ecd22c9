"""TCP, by asyncio alone."""

import asyncio
import errno
import os

from drivers.contract.errors import Absent, CannotOpen, LinkLost, TimedOut
from drivers.transport.inbox import Inbox
from drivers.transport.link import Link

CONNECT_WITHIN_S = 3.0
CHUNK = 4096


class TcpLink(Link):
    """One connection. The far end's goodbye is noticed at once, not at the second write after it."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.inbox = Inbox()
        self._reader, self._writer = reader, writer
        self._pump = asyncio.create_task(self._receive())

    @classmethod
    async def open(cls, host: str, port: int) -> "TcpLink":
        """Raises Absent, CannotOpen or TimedOut."""
        try:
            async with asyncio.timeout(CONNECT_WITHIN_S):
                reader, writer = await asyncio.open_connection(host, port)
        except TimeoutError as error:
            raise Absent(f"{host}:{port} does not answer") from error
        except OSError as error:
            absent = error.errno in {errno.ECONNREFUSED, errno.EHOSTUNREACH, errno.ENETUNREACH}
            reason = os.strerror(error.errno) if error.errno and error.errno > 0 else str(error)
            raise (Absent if absent else CannotOpen)(f"{host}:{port}: {reason}") from error
        except UnicodeError as error:
            raise CannotOpen(f"{host!r} cannot be the name of a computer") from error
        return cls(reader, writer)

    async def write(self, data: bytes, *, within_s: float) -> None:
        if self.inbox.error is not None:
            raise LinkLost(self.inbox.error.detail)
        try:
            self._writer.write(data)
            async with asyncio.timeout(within_s):
                await self._writer.drain()
        except TimeoutError as error:
            raise TimedOut(f"{len(data)} bytes were not taken within {within_s:g} s") from error
        except OSError as error:
            raise LinkLost(str(error)) from error

    async def close(self) -> None:
        self.inbox.fail(LinkLost("closed"))  # wakes whoever waits for an answer
        self._pump.cancel()
        self._writer.transport.abort()
        await asyncio.gather(self._pump, return_exceptions=True)

    async def _receive(self) -> None:
        try:
            while self.inbox.error is None and (data := await self._reader.read(CHUNK)):
                self.inbox.put(data)
        except OSError as error:
            self.inbox.fail(LinkLost(str(error)))
        else:
            self.inbox.fail(LinkLost("the far end hung up"))
