"""The waiting tickets by lane: the units served by exactly the same windows share one line.

Owned by one hall day and changed in place; nothing outside keeps a reference to it.
"""

from collections import Counter
from collections.abc import Collection, Iterable

from queue_core.domain.calling import Rank, rank
from queue_core.domain.line import Line
from queue_core.domain.rules import HallRules, Unit
from queue_core.domain.ticket import Ticket


class Lanes:
    def __init__(self, rules: HallRules, waiting: Iterable[Ticket] = ()) -> None:
        self._windows_of: list[tuple[int, ...]] = []  # by lane, as are the lines
        self._lines: list[Line] = []
        self._lane_of = {unit: self._lane(_windows_for(unit, rules)) for unit in rules.offered()}
        self._lanes_at = {
            window.number: tuple(
                lane for lane, windows in enumerate(self._windows_of) if window.number in windows
            )
            for window in rules.windows
        }
        self._waiting: Counter[Unit] = Counter()
        for ticket in waiting:
            self.add(ticket)

    def add(self, ticket: Ticket) -> None:
        lane = self._lane_of.get(ticket.unit)
        if lane is None:  # the rules dropped a unit that still has tickets
            lane = self._lane_of[ticket.unit] = self._lane(())
        self._lines[lane].add(rank(ticket))
        self._waiting[ticket.unit] += 1

    def remove(self, ticket: Ticket) -> None:
        """Raises KeyError when the ticket does not wait here."""
        self._lines[self._lane_of[ticket.unit]].remove(rank(ticket))
        self._waiting[ticket.unit] -= 1

    def next_at(self, window: int) -> int | None:
        """The id of the ticket the window calls next: the least of its lanes' heads."""
        heads = [head for lane in self._lanes_at.get(window, ()) if (head := self._lines[lane].least())]
        return min(heads)[1] if heads else None

    def waiting_at(self, window: int) -> int:
        """How many tickets the window may call."""
        return sum(len(self._lines[lane]) for lane in self._lanes_at.get(window, ()))

    def waiting_for(self, unit: Unit) -> int:
        return self._waiting[unit]

    def windows_for(self, unit: Unit) -> tuple[int, ...]:
        """All windows whose profile has the unit, open or not."""
        lane = self._lane_of.get(unit)
        return () if lane is None else self._windows_of[lane]

    def ahead(self, unit: Unit, of: Rank, open_windows: Collection[int]) -> int:
        """How many waiting tickets the most favourable window would call before a ticket of that rank.

        Each window has its own count: all in its lanes that rank before. The least of the open ones (of
        all, while none is open) is what is ahead in truth: a count over all lanes that share any window
        would frighten those who wait in a zone beside an all-skill window, one of the own lane would deceive.
        """
        windows = self.windows_for(unit)
        counted = [window for window in windows if window in open_windows] or windows
        rooms = {self._lanes_at[window] for window in counted}
        before = {lane: self._lines[lane].before(of) for lane in set().union(*rooms)}
        return min((sum(before[lane] for lane in room) for room in rooms), default=0)

    def _lane(self, windows: tuple[int, ...]) -> int:
        """The lane served by exactly these windows, made on first use."""
        if windows not in self._windows_of:
            self._windows_of.append(windows)
            self._lines.append(Line())
        return self._windows_of.index(windows)


def _windows_for(unit: Unit, rules: HallRules) -> tuple[int, ...]:
    return tuple(sorted(window.number for window in rules.windows if unit in window.profile))
