"""The hall server's time at a front end, whose own clock may be minutes wrong.

Learned from the stream: an instant that has just happened there is the server's time, late by the way here.
The way only ever makes it look earlier, so the greatest difference heard is the nearest to the truth.
"""

import time
from collections.abc import Callable, Iterator
from typing import assert_never

from queue_core.wire.stream import Changes, Snapshot
from queue_core.wire.views import BoardView, CabinetView, CallView, HallView, View, WindowView


def steady_clock() -> Callable[[], int]:
    """The computer's own time in ms since 1970, without the steps that its clock makes later."""
    ahead_ms = time.time_ns() // 1_000_000 - time.monotonic_ns() // 1_000_000
    return lambda: time.monotonic_ns() // 1_000_000 + ahead_ms


class HallClock:
    """`local_ms` is this computer's time; the hall's differs from it by what was heard."""

    def __init__(self, local_ms: Callable[[], int]) -> None:
        self._local_ms = local_ms
        self._newest_ms = 0
        self._difference_ms: int | None = None
        self._at_least_ms = 0

    def now_ms(self) -> int:
        difference_ms = self._at_least_ms if self._difference_ms is None else self._difference_ms
        return self._local_ms() + difference_ms

    def hear(self, frame: Snapshot | Changes) -> None:
        """A snapshot tells of things past: it only shows how late it is there at least."""
        newest_ms = max(instants(frame), default=0)
        if newest_ms <= self._newest_ms:
            return
        self._newest_ms = newest_ms
        difference_ms = newest_ms - self._local_ms()
        self._at_least_ms = max(self._at_least_ms, difference_ms)
        if isinstance(frame, Changes):
            known_ms = difference_ms if self._difference_ms is None else self._difference_ms
            self._difference_ms = max(known_ms, difference_ms)


def instants(frame: Snapshot | Changes) -> Iterator[int]:
    """Everything in the frame that has happened, by the server's clock."""
    for view in views_of(frame):
        match view:
            case CallView():
                yield view.called_at_ms
            case WindowView():
                if view.ticket is not None:
                    yield view.ticket.called_at_ms
                    yield view.ticket.started_at_ms or 0
                if view.rating is not None:
                    yield view.rating.asked_at_ms
            case CabinetView():
                for door in view.doors:
                    yield door.since_ms
                    if door.unlocking is not None:
                        yield max(door.unlocking.asked_at_ms, door.unlocking.opened_at_ms or 0)
            case HallView() | BoardView():
                pass
            case _ as never:
                assert_never(never)


def views_of(frame: Snapshot | Changes) -> tuple[View, ...]:
    """The views of a frame in the order in which they apply."""
    if isinstance(frame, Snapshot):
        return (frame.hall, frame.board, *frame.cabinets, *frame.windows, *reversed(frame.calls))
    return frame.views
