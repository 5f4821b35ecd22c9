"""The hall server's time at this overview, whose own clock may be minutes wrong.

The server tells its time with each answer about the hall; until the first of them the stream's instants do.
"""

from collections.abc import Callable

from display.kit.hall_clock import HallClock
from queue_core.wire.stream import Changes, Snapshot
from queue_core.wire.supervision import Supervision


class HallTime:
    """`local_ms` is this computer's time, steady; the server's differs from it by what was told last."""

    def __init__(self, local_ms: Callable[[], int]) -> None:
        self._local_ms = local_ms
        self._stream = HallClock(local_ms)
        self._ahead_ms: int | None = None

    def now_ms(self) -> int:
        return self._stream.now_ms() if self._ahead_ms is None else self._local_ms() + self._ahead_ms

    def hear(self, told: Snapshot | Changes | Supervision) -> None:
        if isinstance(told, Supervision):
            self._ahead_ms = told.now_ms - self._local_ms()
        else:
            self._stream.hear(told)
