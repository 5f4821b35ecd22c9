"""Spans of time as they gather, kept in order so that a percentile costs nothing to ask for."""

from bisect import bisect_right, insort

from queue_core.wire.figures import Spread

_SECOND_MS = 1000


class Spans:
    """Spans in milliseconds, 0 or longer."""

    __slots__ = ("_in_order", "_sum_ms")

    def __init__(self) -> None:
        self._in_order: list[int] = []
        self._sum_ms = 0

    def __len__(self) -> int:
        return len(self._in_order)

    def add(self, span_ms: int) -> None:
        insort(self._in_order, span_ms)
        self._sum_ms += span_ms

    def within(self, longest_ms: int) -> int:
        """How many are not longer."""
        return bisect_right(self._in_order, longest_ms)

    def spread(self) -> Spread:
        count = len(self._in_order)
        if not count:
            return Spread(count=0)
        return Spread(
            count=count,
            mean_s=mean_seconds(self._sum_ms, count),
            p50_s=seconds(self._at(50)),
            p95_s=seconds(self._at(95)),
            longest_s=seconds(self._in_order[-1]),
        )

    def _at(self, percent: int) -> int:
        """By nearest rank: the shortest span that so many of a hundred do not exceed."""
        rank = -(-percent * len(self._in_order) // 100)
        return self._in_order[rank - 1]


def seconds(span_ms: int) -> int:
    """To the nearest second; the half goes up."""
    return (2 * span_ms + _SECOND_MS) // (2 * _SECOND_MS)


def mean_seconds(sum_ms: int, count: int) -> int:
    """The mean to the nearest second, rounded once; the half goes up."""
    return (2 * sum_ms + _SECOND_MS * count) // (2 * _SECOND_MS * count)
