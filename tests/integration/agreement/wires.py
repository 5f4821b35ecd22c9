"""What lies beside a hall and its front ends: a loop of its own, a clock to set."""

import asyncio
import struct
import threading

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
        await self._loop.shutdown_asyncgens()
        await asyncio.sleep(0)


class Clock:
    """The wall clock of a program that was started with its `environment`."""

    def __init__(self, folder, source):
        self._file = folder / "ahead"
        self._file.write_bytes(bytes(8))
        self.environment = {"LD_PRELOAD": str(library(source)), "CLOCK_AHEAD": str(self._file)}

    def set_ahead(self, minutes):
        with self._file.open("r+b") as file:
            file.write(struct.pack("=q", minutes * 60_000))
