"""The only crossing between asyncio and Qt: one loop in its own thread, values in both directions.

Hardware and network live on the loop; the GUI never waits for them. A signal for each value floods the GUI
(20,000 values froze it for 5 s), so at most one wake-up is queued, and the GUI drains what has gathered.
Only frozen values cross.
"""

import asyncio
import threading
from collections import deque
from collections.abc import Callable, Coroutine
from typing import Any

import structlog
from PySide6.QtCore import QObject, Qt, Signal, Slot

log = structlog.get_logger()
CLOSING_WITHIN_S = 3.0
SOCKETS_CLOSE_WITHIN_S = 0.03
"""A connection cut while it opens takes leave of the other end after its task has ended."""


class Bridge(QObject):
    """Made on the GUI thread. `receive` is called there with each value that was posted, in order."""

    woken = Signal()
    failed = Signal()

    def __init__(self, receive: Callable[[Any], None]) -> None:
        super().__init__()
        self._receive = receive
        self._gathered: deque[Any] = deque()
        self._lock = threading.Lock()
        self._is_awake = False
        self._loop = asyncio.new_event_loop()
        self._running: set[asyncio.Task[None]] = set()
        self._thread = threading.Thread(target=self._turn, name="bridge", daemon=True)
        self.woken.connect(self._drain, Qt.ConnectionType.QueuedConnection)

    def start(self) -> None:
        self._thread.start()

    def post(self, value: Any) -> None:
        """Hand a frozen value to the GUI; from any thread; never blocks."""
        with self._lock:
            self._gathered.append(value)
            if self._is_awake:
                return
            self._is_awake = True
        self.woken.emit()

    def run(self, work: Coroutine[Any, Any, None]) -> None:
        """Run a coroutine on the loop, from the GUI. It answers by `post`; what it raises is logged.

        Then `failed` is emitted and `app.run` ends the front end: better started anew than waiting for an
        answer that never comes, or showing for ever what was true once.
        """
        self._loop.call_soon_threadsafe(self._begin, work)

    def stop(self) -> None:
        """Cancel all work, wait for it a moment and end the loop. A hanging device cannot hold the exit.

        What has not reached the GUI by now never does: its window may be gone.
        """
        self._receive = lambda _: None
        if self._thread.is_alive():
            asyncio.run_coroutine_threadsafe(self._cancel_all(), self._loop)
            self._thread.join(CLOSING_WITHIN_S)

    def _begin(self, work: Coroutine[Any, Any, None]) -> None:
        task = self._loop.create_task(self._supervise(work))
        self._running.add(task)
        task.add_done_callback(self._running.discard)

    async def _supervise(self, work: Coroutine[Any, Any, None]) -> None:
        try:
            await work
        except Exception:
            log.exception("background-work-failed", work=getattr(work, "__qualname__", "unnamed"))
            self.failed.emit()

    async def _cancel_all(self) -> None:
        for task in self._running:
            task.cancel()
        await asyncio.gather(*self._running, return_exceptions=True)
        await asyncio.sleep(SOCKETS_CLOSE_WITHIN_S)
        self._loop.stop()

    def _turn(self) -> None:
        asyncio.set_event_loop(self._loop)
        self._loop.run_forever()
        self._loop.run_until_complete(self._loop.shutdown_asyncgens())
        self._loop.close()

    @Slot()
    def _drain(self) -> None:
        with self._lock:
            gathered = list(self._gathered)
            self._gathered.clear()
            self._is_awake = False
        for value in gathered:
            self._receive(value)
