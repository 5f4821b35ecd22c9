"""What happened in each quarter of an hour of a day."""

from collections import defaultdict
from collections.abc import Iterator

from queue_core.reports.spans import Spans
from queue_core.wire.figures import Quarter

QUARTER_MS = 900_000


class QuarterTally:
    """What happened in fifteen minutes; `in_line` is by how many the waiting grew."""

    __slots__ = ("called", "finished", "in_line", "taken", "waits")

    def __init__(self) -> None:
        self.taken = self.called = self.finished = self.in_line = 0
        self.waits = Spans()


class Flow:
    """Quarters are counted from the midnight of the day."""

    def __init__(self) -> None:
        self._midnight_ms = 0
        self._quarters: defaultdict[int, QuarterTally] = defaultdict(QuarterTally)

    def begin(self, midnight_ms: int) -> None:
        self._midnight_ms = midnight_ms

    def at(self, at_ms: int) -> QuarterTally:
        """The fifteen minutes of an instant."""
        return self._quarters[(at_ms - self._midnight_ms) // QUARTER_MS]

    def told(self) -> Iterator[Quarter]:
        """From the first quarter in which something counted to the last one, without a gap."""
        quarters = self._quarters
        busy = [at for at, each in quarters.items() if each.taken or each.called or each.finished]
        if not busy:
            return
        first, last = min(busy), max(busy)
        waiting = sum(each.in_line for at, each in quarters.items() if at < first)
        for at in range(first, last + 1):
            found = quarters.get(at, _NOTHING)
            waiting += found.in_line
            yield Quarter(
                from_ms=self._midnight_ms + at * QUARTER_MS,
                taken=found.taken,
                called=found.called,
                finished=found.finished,
                waiting=waiting,
                wait=found.waits.spread(),
            )


_NOTHING = QuarterTally()
