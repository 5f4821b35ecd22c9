"""What lies between a hall and its front ends: a loop of its own, a cable that can be cut, a clock to set."""

import asyncio
import struct
import threading
from urllib.parse import urlsplit

from benchmarks.durability.disk import library

CLOCK = "clock.c"


class Loop:
    """An asyncio loop on a thread, for whatever is not drawn."""

    def __init__(self):
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever)
        self._thread.start()
        self._tasks = []

    def do(self, work, *, within_s=30):
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(within_s)

    def let(self, work):
        """Goes on until the loop ends."""
        self._tasks.append(asyncio.run_coroutine_threadsafe(work, self._loop))

    def now(self, act):
        self._loop.call_soon_threadsafe(act)

    def end(self):
        self.do(self._end_all())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    async def _end_all(self):
        others = asyncio.all_tasks() - {asyncio.current_task()}
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)
        await asyncio.sleep(0)


class Cable:
    """Cut, what is sent goes nowhere and nobody says so; new connections are taken and never answered."""

    def __init__(self, loop, there):
        self._loop, self._there = loop, urlsplit(there)
        self._whole = asyncio.Event()
        self._whole.set()
        self._ends = set()
        self.url = loop.do(self._lay())

    def cut(self):
        self._loop.now(self._whole.clear)

    def mend(self):
        self._loop.now(self._whole.set)

    def take_away(self):
        self._loop.do(self._take_away())

    async def _lay(self):
        self._server = await asyncio.start_server(self._carry, "127.0.0.1", 0)
        return f"https://127.0.0.1:{self._server.sockets[0].getsockname()[1]}"

    async def _take_away(self):
        self._server.close()
        for end in tuple(self._ends):
            end.transport.abort()
        await asyncio.sleep(0.05)

    async def _carry(self, reader, writer):
        self._ends.add(writer)
        there = None
        try:
            await self._whole.wait()
            there_reader, there = await asyncio.open_connection(self._there.hostname, self._there.port)
            self._ends.add(there)
            ways = [self._pass_on(reader, there), self._pass_on(there_reader, writer)]
            await asyncio.wait(map(asyncio.ensure_future, ways), return_when=asyncio.FIRST_COMPLETED)
        except OSError:
            """The hall is away: so is who came by this cable."""
        finally:
            for end in filter(None, (writer, there)):
                end.transport.abort()
                self._ends.discard(end)

    async def _pass_on(self, reader, writer):
        try:
            while data := await reader.read(65536):
                await self._whole.wait()
                writer.write(data)
                await writer.drain()
        except OSError:
            """The other way ends with this one."""


class Clock:
    """The wall clock of a program that was started with its `environment`."""

    def __init__(self, folder, source):
        self._file = folder / "ahead"
        self._file.write_bytes(bytes(8))
        self.environment = {"LD_PRELOAD": str(library(source)), "CLOCK_AHEAD": str(self._file)}

    def set_ahead(self, minutes):
        with self._file.open("r+b") as file:
            file.write(struct.pack("=q", minutes * 60_000))
