"""One path: the call rule from a board's instant on, until each group of windows has found nobody.

Times and keys are the board's.
"""

from bisect import bisect_left, bisect_right
from heapq import heapify, heappop, heappush
from math import inf
from typing import NamedTuple

from queue_core.domain.rules import MINUTE_MS
from queue_core.estimates.board import NOT_HERE, Board, Entry, Later

NOBODY = Entry(inf, 0, NOT_HERE, 0, 1.0)
NEVER = Later(inf, 0, NOBODY)
WHOLE_MS = 10 * MINUTE_MS
"""So far a path has all who come, those without a right too: an appointment is due later than at once."""


class Reach(NamedTuple):
    """How one group of windows called: `keys` are the highest so far, in rising order, and `times` when.

    `called` are the times of all its calls, `ranks` their keys. From each of `idle` to its `until` some
    window was free and found nobody.
    """

    keys: list[float]
    times: list[float]
    called: list[float]
    ranks: list[float]
    idle: list[float]
    until: list[float]

    def at(self, key: float, since: float) -> float:
        """When the group calls somebody who has this key from `since` on: instead of the first after it."""
        place = bisect_right(self.keys, key)
        first = self.times[place] if place < len(self.times) else inf
        if first >= since:
            return first
        span = bisect_right(self.idle, since) - 1
        if span >= 0 and self.until[span] >= since:
            return since
        for place in range(bisect_left(self.called, since), len(self.called)):
            if self.ranks[place] > key:
                return self.called[place]
        return since


class Draws(NamedTuple):
    """What chance decided for a path: when each desk is free, who still comes (by time), how long each takes.

    Services of a unit are taken from its pool one after the other, from its offset on, around and around.
    """

    free: list[float]
    later: list[Later]
    pools: list[list[float]]
    offsets: list[int]


class _Deferred:
    """Lets `left` calls of its lane's windows pass."""

    __slots__ = ("entry", "lane", "left")

    def __init__(self, left: int, lane: int, entry: Entry) -> None:
        self.left, self.lane, self.entry = left, lane, entry


class Path:
    """Used once, by `play`."""

    def __init__(self, board: Board, groups_of: tuple[tuple[int, ...], ...], draws: Draws) -> None:
        self._board = board
        self._draws = draws
        self._closes, self._closed_ms = board.breaks[0] if board.breaks else (inf, 0.0)
        self._groups_of = groups_of
        self._idle = [0] * len(board.groups)
        self._passed = [0] * len(board.lanes)
        self._extra: list[list[Entry]] = [[] for _ in board.lanes]
        self._heads = [lane[0] if lane else NOBODY for lane in board.lanes]
        self._deferred = [_Deferred(*each) for each in board.deferred]
        self._is_called = bytearray(len(board.waiting))
        self._reaches = [Reach([], [], [], [], [], []) for _ in board.groups]

    def play(self, calls: list[list[float]]) -> list[Reach]:
        """Add the time of each waiting ticket's call to its list; how far each group came."""
        free = [(at, desk.group) for at, desk in zip(self._draws.free, self._board.desks, strict=True)]
        heapify(free)
        unresolved = {group for _, group in free}
        later = iter(self._draws.later)
        comes = next(later, NEVER)
        while unresolved or min(comes.at, free[0][0] if free else inf) < WHOLE_MS:
            if free and free[0][0] < comes.at:
                at, group = heappop(free)
            elif comes is NEVER:
                break
            else:
                at, group = comes.at, self._idle_for(comes)
                comes = next(later, NEVER)
                if group < 0:
                    continue
            end = self._call(at, group, calls)
            if end < inf:
                heappush(free, (end, group))
            else:
                unresolved.discard(group)
        for at, group in sorted(free):  # who was due by then would be called there, whoever else is
            self._reaches[group].called.append(at)
            self._reaches[group].ranks.append(inf)
        return self._reaches

    def _call(self, at: float, group: int, calls: list[list[float]]) -> float:
        """A desk of the group is free: when it will be so again; never (inf) if there is nobody."""
        key, _, place, unit, factor = self._next_for(group)
        reach = self._reaches[group]
        if not reach.keys or key > reach.keys[-1]:
            reach.keys.append(key)
            reach.times.append(at)
        if key == inf:
            if not self._idle[group]:
                reach.idle.append(at)
                reach.until.append(inf)
            self._idle[group] += 1
            return inf
        reach.called.append(at)
        reach.ranks.append(key)
        if place >= 0:
            calls[place].append(at)
        pool, offsets = self._draws.pools[unit], self._draws.offsets
        offset = offsets[unit] = (offsets[unit] + 1) % len(pool)
        end = at + pool[offset] * factor
        if end > self._closes > at:
            end = max(self._closes, end - self._closed_ms)
        if self._deferred:
            self._pass(group)
        return end

    def _idle_for(self, comes: Later) -> int:
        """Somebody comes: the group of an idle desk that serves them, idle no more; -1 if there is none."""
        self._add(comes.lane, comes.entry)
        for group in self._groups_of[comes.lane]:
            if self._idle[group]:
                self._idle[group] -= 1
                if not self._idle[group]:
                    self._reaches[group].until[-1] = comes.at
                return group
        return -1

    def _next_for(self, group: int) -> Entry:
        """Take the least of the group's heads, else the least of its deferred."""
        heads = self._heads
        while True:
            best, best_lane = NOBODY, -1
            for lane in self._board.groups[group]:
                if heads[lane] < best:
                    best, best_lane = heads[lane], lane
            if best_lane < 0:
                if not self._deferred or not self._let_come(group):
                    return NOBODY
                continue
            self._advance(best_lane)
            if best.place < 0:
                return best
            if not self._is_called[best.place]:
                self._is_called[best.place] = 1
                return best

    def _add(self, lane: int, entry: Entry) -> None:
        heappush(self._extra[lane], entry)
        self._heads[lane] = min(self._heads[lane], entry)

    def _advance(self, lane: int) -> None:
        """Let the next of a lane stand at its head."""
        queue, extra = self._board.lanes[lane], self._extra[lane]
        if extra and self._heads[lane] is extra[0]:
            heappop(extra)
        else:
            self._passed[lane] += 1
        place = self._passed[lane]
        head = queue[place] if place < len(queue) else NOBODY
        self._heads[lane] = extra[0] if extra and extra[0] < head else head

    def _let_come(self, group: int) -> bool:
        """Let the least of the deferred wait as others do."""
        mine = [each for each in self._deferred if each.lane in self._board.groups[group]]
        if mine:
            self._end(min(mine, key=lambda each: each.entry))
        return bool(mine)

    def _pass(self, group: int) -> None:
        """A call lets those deferred in its lanes come one place nearer."""
        for each in [each for each in self._deferred if each.lane in self._board.groups[group]]:
            each.left -= 1
            if each.left <= 0:
                self._end(each)

    def _end(self, deferred: _Deferred) -> None:
        self._deferred.remove(deferred)
        self._add(deferred.lane, deferred.entry)
