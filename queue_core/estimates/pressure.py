"""The formula: work ahead of a key in all lanes that share windows, divided by the windows they share.

Made from a board in O(n log n); afterwards a wait costs a few additions, whatever the number of waiting.
Times and keys are the board's.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import inf, sqrt
from typing import NamedTuple

from queue_core.estimates.board import Board, Claim

ROUNDS = 60
LINKED = 0.02
"""Lanes pull together at a group of windows when each of them has at least this share of it."""
Z90 = 1.2816
"""The 90 % quantile of the normal distribution."""


class Wait(NamedTuple):
    """Times from the board's instant: the mean, and what nine in ten do not exceed."""

    mean: float
    p90: float


class Added(NamedTuple):
    """Who came to a lane since: how many, and their mean work together."""

    people: int
    work: float


@dataclass(frozen=True, slots=True, kw_only=True)
class _Lane:
    """`work` and `spread` (a variance) are what the first n in the order of `keys` take together."""

    keys: list[float]
    ids: list[int]
    work: list[float]
    spread: list[float]
    due: list[float]
    due_work: list[float]
    overtaking: tuple[tuple[float, float], ...]  # (work a ms, for how long at most)

    def place(self, key: float, ticket_id: float) -> int:
        """How many stand before a key; of equal keys those of earlier tickets."""
        place = bisect_right(self.keys, key)
        while place and self.ids[place - 1] >= ticket_id and self.keys[place - 1] == key:
            place -= 1
        return place


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shared:
    """Lanes that pull together: `windows` is how many they have, shares of windows counted.

    `first_ms` is how long these windows together take until one is free though nobody is ahead.
    """

    lanes: tuple[int, ...]
    windows: float
    first_ms: float
    next_free_ms: float
    free: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Pressure:
    lanes: tuple[_Lane, ...]
    shared: tuple[_Shared, ...]  # by lane
    groups: tuple[tuple[tuple[int, ...], ...], ...]  # by lane, the lanes of each group that serves it

    def wait(
        self, claims: Iterable[Claim], added: Sequence[Added] = (), ticket_id: float = inf
    ) -> Wait | None:
        """The wait of somebody with these claims; None when no window is there for any of them.

        `added` is, by lane, who came since the board was laid out. Somebody without `ticket_id` comes last.
        """
        waits = [
            self._claimed(claim, added, ticket_id) for claim in claims if self.shared[claim.lane].windows > 0
        ]
        return min(waits, key=lambda wait: wait.mean, default=None)

    def longer(self, lane: int, added: Sequence[Added]) -> float:
        """How much longer newcomers wait for those who came since; the free windows took the first."""
        shared = self.shared[lane]
        count, work = 0, 0.0
        for each in shared.lanes:
            came = added[each]
            count += came.people
            work += came.work
        if count <= shared.free or not shared.windows:
            return 0.0
        return work * (1 - shared.free / count) / shared.windows

    def soonest(self, lane: int) -> float:
        """The mean time until one of a lane's windows is free, when all are at work."""
        return self.shared[lane].next_free_ms

    def ahead(self, claims: Iterable[Claim], came: Sequence[int] = (), ticket_id: float = inf) -> int:
        """How many rank before such a ticket at the window most favourable to it.

        `came` is, by lane, how many more there are since. Somebody without `ticket_id` comes last.
        """
        counts = [
            sum(self.lanes[lane].place(claim.key, ticket_id) + (came[lane] if came else 0) for lane in lanes)
            for claim in claims
            for lanes in self.groups[claim.lane]
        ]
        return max(min(counts, default=0), 0)

    def _claimed(self, claim: Claim, added: Sequence[Added], ticket_id: float) -> Wait:
        shared = self.shared[claim.lane]
        work = spread = 0.0
        for each in shared.lanes:
            lane = self.lanes[each]
            place = lane.place(claim.key, ticket_id)
            work += lane.work[place]
            spread += lane.spread[place]
        longer = self.longer(claim.lane, added) if added else 0.0
        if work <= 0 and longer <= 0 and shared.free:
            return Wait(claim.since, claim.since)
        base = mean = (work + shared.first_ms) / shared.windows + longer
        for _ in range(2):  # who overtakes depends on the wait, and the wait on who overtakes
            mean = base + self._overtaking(shared, claim.key, mean) / shared.windows
        p90 = mean + Z90 * sqrt(spread + shared.first_ms**2) / shared.windows
        return Wait(max(mean, claim.since), max(p90, claim.since))

    def _overtaking(self, shared: _Shared, key: float, within: float) -> float:
        """The work of those expected to come within a time and rank before a key."""
        work = 0.0
        for each in shared.lanes:
            lane = self.lanes[each]
            if key >= 0:
                work += lane.due_work[bisect_right(lane.due, within)]
            for rate, lead_ms in lane.overtaking:
                work += rate * min(within, max(lead_ms + min(key, 0.0), 0.0))
        return work


def press(board: Board) -> Pressure:
    lanes = tuple(_lane(board, lane) for lane in range(len(board.lanes)))
    return Pressure(
        lanes=lanes,
        shared=_share(board, lanes),
        groups=tuple(tuple(board.groups[group] for group in groups) for groups in board.groups_of),
    )


def _lane(board: Board, lane: int) -> _Lane:
    services = board.services
    entries = board.lanes[lane]
    due = sorted(
        (starts - board.scene.policy.due_before_ms, services[unit].mean_ms * chance)
        for starts, chance, at, unit in board.booked
        if at == lane
    )
    return _Lane(
        keys=[entry.key for entry in entries],
        ids=[entry.ticket_id for entry in entries],
        work=[0.0, *accumulate(services[entry.unit].mean_ms * entry.factor for entry in entries)],
        spread=[0.0, *accumulate(services[entry.unit].variance * entry.factor**2 for entry in entries)],
        due=[at for at, _ in due],
        due_work=[0.0, *accumulate(work for _, work in due)],
        overtaking=tuple(
            (each.rate * services[each.unit].mean_ms, float(each.lead_ms))
            for each in board.overtakers
            if each.lane == lane
        ),
    )


def _share(board: Board, lanes: tuple[_Lane, ...]) -> tuple[_Shared, ...]:
    """Give more of each group's windows to those of its lanes that wait longer, until all is even.

    So windows with many skills go where the wait is longest, as they do in the hall.
    """
    windows = [0] * len(board.groups)
    for desk in board.desks:
        windows[desk.group] += 1
    shares = [{lane: 1 / len(group) for lane in group} for group in board.groups]
    power = [0.0] * len(lanes)
    for _ in range(ROUNDS):
        power = _power(len(lanes), shares, windows)
        waits = [
            (lane.work[-1] + 1) / strength if strength else 0.0
            for lane, strength in zip(lanes, power, strict=True)
        ]
        for share in shares:
            drawn = {lane: part * waits[lane] for lane, part in share.items()}
            whole = sum(drawn.values()) or 1.0
            share.update({lane: part / whole for lane, part in drawn.items()})
    linked = _linked(len(lanes), shares)
    return tuple(_pulled(board, linked[lane], power, lane) for lane in range(len(lanes)))


def _power(lanes: int, shares: list[dict[int, float]], windows: list[int]) -> list[float]:
    power = [0.0] * lanes
    for share, count in zip(shares, windows, strict=True):
        for lane, part in share.items():
            power[lane] += part * count
    return power


def _linked(lanes: int, shares: list[dict[int, float]]) -> list[set[int]]:
    """By lane, all that pull together with it."""
    linked = [{lane} for lane in range(lanes)]
    for share in shares:
        together = set().union(*(linked[lane] for lane, part in share.items() if part >= LINKED), set())
        for lane in together:
            linked[lane] = together
    return linked


def _pulled(board: Board, lanes: set[int], power: list[float], lane: int) -> _Shared:
    desks = [desk for desk in board.desks if lanes.intersection(board.groups[desk.group])]
    mine = [desk for desk in desks if lane in board.groups[desk.group]]
    busy = [desk.busy.service.rest_ms for desk in desks if desk.busy is not None]
    late = sum(desk.free_at for desk in desks)
    rest = sum(busy) / len(busy) if busy else 0.0
    return _Shared(
        lanes=tuple(sorted(lanes)),
        windows=sum(power[each] for each in lanes),
        first_ms=rest + late,
        next_free_ms=_usual_rest(board) / max(len(mine), 1),
        free=sum(1 for desk in mine if desk.busy is None and desk.free_at <= 0),
    )


def _usual_rest(board: Board) -> float:
    """The mean rest of a service found running at a window."""
    rests = [desk.busy.service.rest_ms for desk in board.desks if desk.busy is not None]
    rests = rests or [service.rest_ms for service in board.services]
    return sum(rests) / len(rests) if rests else 0.0
