"""The windows' lanes: a lane is a set of windows, with the line of those whom exactly these may call.

A window looks at the heads of its lanes. Who stands in which lane is decided in `waiting`.
"""

from collections.abc import Iterable, Mapping

from queue_core.domain.calling import Rank
from queue_core.domain.line import Line
from queue_core.domain.rules import Unit


class Lane:
    """`line` is called by rank; `deferred` only by a window that finds nobody else."""

    __slots__ = ("deferred", "line", "windows")

    def __init__(self, windows: tuple[int, ...]) -> None:
        self.windows = windows
        self.line = Line()
        self.deferred = Line()


class Lanes:
    """`profiles`: what each window may call now, open or not."""

    def __init__(self, profiles: Mapping[int, Iterable[Unit]]) -> None:
        self._lanes: dict[tuple[int, ...], Lane] = {}
        self._at: dict[int, list[Lane]] = {number: [] for number in profiles}
        self._windows_for: dict[Unit, tuple[int, ...]] = {}
        for number in sorted(profiles):
            for unit in set(profiles[number]):
                self._windows_for[unit] = (*self._windows_for.get(unit, ()), number)
        self._lane_for = {unit: self.lane(windows) for unit, windows in self._windows_for.items()}

    def windows_for(self, unit: Unit) -> tuple[int, ...]:
        """All windows whose profile has the unit, in order, open or not."""
        return self._windows_for.get(unit, ())

    def lane_for(self, unit: Unit) -> Lane:
        """The lane of a unit; one without windows for a unit that nobody serves."""
        return self._lane_for.get(unit) or self.lane(())

    def lane(self, windows: tuple[int, ...]) -> Lane:
        """The lane of exactly these windows (in order), made on first use."""
        lane = self._lanes.get(windows)
        if lane is None:
            lane = self._lanes[windows] = Lane(windows)
            for number in windows:
                self._at.setdefault(number, []).append(lane)
        return lane

    def least_at(self, window: int) -> Rank | None:
        """Of those who do not let others pass."""
        heads = [head for lane in self._at.get(window, ()) if (head := lane.line.least())]
        return min(heads) if heads else None

    def least_deferred_at(self, window: int) -> Rank | None:
        heads = [head for lane in self._at.get(window, ()) if (head := lane.deferred.least())]
        return min(heads) if heads else None

    def count_at(self, window: int) -> int:
        return sum(len(lane.line) + len(lane.deferred) for lane in self._at.get(window, ()))

    def room_of(self, window: int) -> tuple[Lane, ...]:
        """The lanes of a window in which anybody stands."""
        return tuple(lane for lane in self._at.get(window, ()) if len(lane.line) or len(lane.deferred))
