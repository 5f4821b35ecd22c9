"""What will happen next: acts at instants, in order, and in the order of their making at the same instant."""

from collections.abc import Callable, Iterator
from heapq import heappop, heappush
from itertools import count

Act = Callable[[], object]


class Agenda:
    """`now_ms` is the instant of the act that is running."""

    def __init__(self, now_ms: int) -> None:
        self.now_ms = now_ms
        self._acts: list[tuple[int, int, Act]] = []
        self._order = count()

    def at(self, at_ms: int, act: Act) -> None:
        heappush(self._acts, (max(at_ms, self.now_ms), next(self._order), act))

    def after(self, span_ms: int, act: Act) -> None:
        self.at(self.now_ms + span_ms, act)

    def acts(self) -> Iterator[tuple[int, Act]]:
        """Each with its instant, until none is left; acts may add others."""
        while self._acts:
            at_ms, _, act = heappop(self._acts)
            yield at_ms, act
