"""Waiting tickets in order of rank: least, add, remove and place, each quick at any length.

Short sorted runs in one list: with N waiting a step costs a bisection of the N/RUN runs, one of a run, and
a move inside it. The place of a rank adds up run lengths from the nearer end, so that a newcomer's is at
once known.
"""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterator
from itertools import chain

from queue_core.domain.calling import Rank

RUN = 512


class Line:
    """Ranks are unique within a line."""

    def __init__(self) -> None:
        self._runs: list[list[Rank]] = []
        self._firsts: list[Rank] = []
        self._length = 0

    def __len__(self) -> int:
        return self._length

    def __iter__(self) -> Iterator[Rank]:
        """In order."""
        return chain.from_iterable(self._runs)

    def least(self) -> Rank | None:
        return self._firsts[0] if self._firsts else None

    def add(self, rank: Rank) -> None:
        if not self._runs:
            self._runs, self._firsts, self._length = [[rank]], [rank], 1
            return
        at = self._run_of(rank)
        run = self._runs[at]
        insort(run, rank)
        self._firsts[at] = run[0]
        self._length += 1
        if len(run) > 2 * RUN:
            self._split(at)

    def fill(self, ranks: list[Rank]) -> None:
        """Add many to an empty line."""
        ordered = sorted(ranks)
        self._runs = [ordered[at : at + RUN] for at in range(0, len(ordered), RUN)]
        self._firsts = [run[0] for run in self._runs]
        self._length = len(ordered)

    def remove(self, rank: Rank) -> None:
        """Raises KeyError when the rank is not in the line."""
        at = self._run_of(rank)
        run = self._runs[at] if self._runs else []
        place = bisect_left(run, rank)
        if place == len(run) or run[place] != rank:
            raise KeyError(rank)
        del run[place]
        self._length -= 1
        if run:
            self._firsts[at] = run[0]
        else:
            del self._runs[at], self._firsts[at]

    def before(self, rank: Rank) -> int:
        """How many in the line rank before `rank`, which need not be in it."""
        if not self._runs:
            return 0
        at = self._run_of(rank)
        inside = bisect_left(self._runs[at], rank)
        if 2 * at < len(self._runs):
            return sum(map(len, self._runs[:at])) + inside
        return self._length - sum(map(len, self._runs[at:])) + inside

    def _run_of(self, rank: Rank) -> int:
        return max(bisect_right(self._firsts, rank) - 1, 0)

    def _split(self, at: int) -> None:
        run = self._runs[at]
        self._runs[at : at + 1] = [run[:RUN], run[RUN:]]
        self._firsts.insert(at + 1, run[RUN])
