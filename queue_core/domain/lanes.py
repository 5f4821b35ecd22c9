"""The windows' lanes: a lane is a set of windows, with the line of those whom exactly these may call.

A window looks at the heads of its lanes. Who stands in which lane is decided in `waiting`.
"""

from collections.abc import Collection, Iterable, Mapping

from queue_core.domain.calling import Rank
from queue_core.domain.line import Line
from queue_core.domain.rules import Unit

Room = tuple["Lane", ...]
"""All lanes of a window."""


class Lane:
    """`line` is called by rank; `deferred` only by a window that finds nobody else."""

    __slots__ = ("deferred", "line", "windows")

    def __init__(self, windows: tuple[int, ...]) -> None:
        self.windows = windows
        self.line = Line()
        self.deferred = Line()

    def __len__(self) -> int:
        return len(self.line) + len(self.deferred)

    def before(self, rank: Rank) -> int:
        """How many of either line rank before."""
        count = self.line.before(rank)
        return count + self.deferred.before(rank) if len(self.deferred) else count


class Lanes:
    """`profiles`: what each window may call now, open or not."""

    def __init__(self, profiles: Mapping[int, Iterable[Unit]]) -> None:
        self._lanes: dict[tuple[int, ...], Lane] = {}
        self._at: dict[int, Room] = dict.fromkeys(profiles, ())
        self._rooms: dict[tuple[int, ...], tuple[Room, ...]] = {}  # by lane; of the open windows
        self._rooms_of: Collection[int] = ()
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
        lane = self._lane_for.get(unit)
        return self.lane(()) if lane is None else lane

    def lane(self, windows: tuple[int, ...]) -> Lane:
        """The lane of exactly these windows (in order), made on first use."""
        lane = self._lanes.get(windows)
        if lane is None:
            lane = self._lanes[windows] = Lane(windows)
            self._rooms.clear()
            for number in windows:
                self._at[number] = (*self._at[number], lane)
        return lane

    def least_at(self, window: int) -> Rank | None:
        """Of those who do not let others pass."""
        heads = [head for lane in self._at.get(window, ()) if (head := lane.line.least())]
        return min(heads) if heads else None

    def least_deferred_at(self, window: int) -> Rank | None:
        heads = [head for lane in self._at.get(window, ()) if (head := lane.deferred.least())]
        return min(heads) if heads else None

    def count_at(self, window: int) -> int:
        return sum(map(len, self.room_of(window)))

    def room_of(self, window: int) -> Room:
        return self._at.get(window, ())

    def rooms_of(self, lane: Lane, open_windows: Collection[int]) -> tuple[Room, ...]:
        """The different rooms of the lane's open windows; kept until a window opens, closes or changes."""
        if open_windows is not self._rooms_of:
            self._rooms.clear()
            self._rooms_of = open_windows
        rooms = self._rooms.get(lane.windows)
        if rooms is None:
            rooms = tuple({self.room_of(each) for each in lane.windows if each in open_windows})
            self._rooms[lane.windows] = rooms
        return rooms
