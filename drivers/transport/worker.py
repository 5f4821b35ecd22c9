"""One daemon thread that does one blocking job after the other for one device."""

import asyncio
import contextlib
import queue
from collections.abc import Callable
from functools import partial
from threading import Thread
from typing import TypeVar

T = TypeVar("T")
Outcome = TypeVar("Outcome")


class Worker:
    """Blocking libraries live here. One that hangs is abandoned: leave it and make another worker.

    A daemon thread, since asyncio's own pool would hold up the program's end for as long as a job hangs.
    """

    def __init__(self, name: str) -> None:
        self._jobs: queue.SimpleQueue[Callable[[], None] | None] = queue.SimpleQueue()
        self._loop = asyncio.get_running_loop()
        Thread(target=self._run, name=name, daemon=True).start()

    def submit(self, job: Callable[[], T]) -> "asyncio.Future[T]":
        """A future of the job's result; giving up on the future does not stop the job."""
        future: asyncio.Future[T] = self._loop.create_future()

        def work() -> None:
            try:
                result = job()
            except Exception as error:  # noqa: BLE001 - carried over to whoever awaits the future
                self._tell(partial(_settle, future, future.set_exception, error))
            else:
                self._tell(partial(_settle, future, future.set_result, result))

        self._jobs.put(work)
        return future

    def leave(self) -> None:
        """Ends the thread after the job it is at."""
        self._jobs.put(None)

    def _run(self) -> None:
        while (job := self._jobs.get()) is not None:
            job()

    def _tell(self, settle: Callable[[], None]) -> None:
        with contextlib.suppress(RuntimeError):  # the loop has ended
            self._loop.call_soon_threadsafe(settle)


def _settle(future: "asyncio.Future[T]", settle: Callable[[Outcome], None], outcome: Outcome) -> None:
    if not future.done():
        settle(outcome)
