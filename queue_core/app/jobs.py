"""What event loops ask of the committer thread, in the order it came in, and how each hears its answer."""

import asyncio
import contextlib
from collections.abc import Callable
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from typing import Any, NamedTuple

from queue_core.app.requests import Request
from queue_core.domain.hall_day import HallDay

BATCH = 1_000

Look = Callable[[HallDay], object]


@dataclass(slots=True, eq=False)
class Job:
    """`work` is a request or a look at the committed day; `answer` its result or exception, once known."""

    work: Request | Look
    loop: asyncio.AbstractEventLoop
    future: "asyncio.Future[Any]"
    answer: object = None

    def settle(self) -> None:
        if self.future.done():  # the caller no longer waits
            return
        if isinstance(self.answer, Exception):
            self.future.set_exception(self.answer)
        else:
            self.future.set_result(self.answer)


class Batch(NamedTuple):
    jobs: list[Job]
    is_last: bool


class Jobs:
    """`ask` may be called in any event loop, `gather` by one thread."""

    def __init__(self) -> None:
        self._queue: SimpleQueue[Job | None] = SimpleQueue()

    def ask(self, work: Request | Look) -> "asyncio.Future[Any]":
        loop = asyncio.get_running_loop()
        job = Job(work, loop, loop.create_future())
        self._queue.put(job)
        return job.future

    def end(self) -> None:
        """The batch with what was asked so far is the last."""
        self._queue.put(None)

    def gather(self, within_s: float) -> Batch:
        """What arrived since the last batch; waits for the first, but no longer than `within_s`."""
        jobs: list[Job] = []
        with contextlib.suppress(Empty):
            job = self._queue.get(timeout=within_s)
            while job is not None:
                jobs.append(job)
                if len(jobs) == BATCH:
                    return Batch(jobs, is_last=False)
                job = self._queue.get_nowait()
            return Batch(jobs, is_last=True)
        return Batch(jobs, is_last=False)

    def refuse(self, why: Callable[[], Exception]) -> None:
        """Answer what came in after the last batch: none of it was decided."""
        left: list[Job] = []
        with contextlib.suppress(Empty):
            while True:
                if job := self._queue.get_nowait():
                    job.answer = why()
                    left.append(job)
        settle(left)


def settle(jobs: list[Job]) -> None:
    """Wake each waiting event loop once, whatever the number of its answers."""
    by_loop: dict[asyncio.AbstractEventLoop, list[Job]] = {}
    for job in jobs:
        by_loop.setdefault(job.loop, []).append(job)
    for loop, waiting in by_loop.items():
        with contextlib.suppress(RuntimeError):  # a closed loop waits for nothing
            loop.call_soon_threadsafe(_settle_all, waiting)


def _settle_all(jobs: list[Job]) -> None:
    for job in jobs:
        job.settle()
