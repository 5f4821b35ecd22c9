"""The call rule played forward from a board, some dozens of times, with random services and overtakers.

One path serves all who wait at once, and whoever might come now. Times are the board's.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from math import inf
from random import Random

from queue_core.domain.rules import MINUTE_MS
from queue_core.estimates.board import NOT_HERE, Board, Claim, Entry, Later
from queue_core.estimates.history import NORMALS, POOL, Rest
from queue_core.estimates.path import WHOLE_MS, Draws, Path, Reach

PATHS = 40
EARLY_MS = 20 * MINUTE_MS
LATE_MS = 2 * MINUTE_MS
_TODAY = 2**60  # more than any ticket id: who comes later ranks after on equal keys


@dataclass(frozen=True, slots=True)
class Paths:
    """`waits` are, by ticket, the times of its call in rising order; `reaches` are by path and group.

    `groups_of` are the groups of windows that serve a lane.
    """

    waits: dict[int, list[float]]
    reaches: list[list[Reach]]
    groups_of: tuple[tuple[int, ...], ...]

    def calls(self, claims: Iterable[Claim], now: float = 0.0) -> list[float]:
        """When somebody with these claims who comes at `now` would be called, one for each path, rising."""
        wanted = [
            (group, claim.key, max(claim.since, now))
            for claim in claims
            for group in self.groups_of[claim.lane]
        ]
        return sorted(
            min((path[group].at(key, since) for group, key, since in wanted), default=inf)
            for path in self.reaches
        )


def simulate(board: Board, paths: int, rng: Random, between: Callable[[], object] = lambda: None) -> Paths:
    """Play `paths` paths; `between` is called after each."""
    called: list[list[float]] = [[] for _ in board.waiting]
    normals = rng.sample(NORMALS, POOL)
    pools = [service.lengths(normals) for service in board.services]
    rests = [desk.busy and desk.busy.service.rest(desk.busy.passed_ms) for desk in board.desks]
    groups_of = board.groups_of
    reaches = []
    for _ in range(paths):
        offsets = [rng.randrange(POOL) for _ in pools]
        draws = Draws(_free(board, rests, rng), _later(board, rng), pools, offsets)
        reaches.append(Path(board, groups_of, draws).play(called))
        between()
    waits = {
        ticket_id: sorted(times) for ticket_id, times in zip(board.waiting, called, strict=True) if times
    }
    return Paths(waits, reaches, groups_of)


def quantile(rising: Sequence[float], share: float) -> float:
    """The value that `share` of them do not exceed."""
    return rising[min(int(share * len(rising)), len(rising) - 1)]


def _free(board: Board, rests: list[Rest | None], rng: Random) -> list[float]:
    """When each desk is free for the next."""
    closes, closed_ms = board.breaks[0] if board.breaks else (inf, 0.0)
    free = []
    for desk, rest in zip(board.desks, rests, strict=True):
        at = desk.free_at
        if rest is not None:
            at = max(at, rest.draw(rng) - board.shut_ms)
            if at > closes > 0:
                at = max(closes, at - closed_ms)
        free.append(at)
    return free


def _later(board: Board, rng: Random) -> list[Later]:
    """Those who come later and overtake somebody who is here now, and the waiting who become due."""
    later = list(board.later)
    for lane, unit, rate, lead_ms in board.overtakers:
        at = rng.expovariate(rate)
        while at < lead_ms:
            later.append(Later(at, lane, Entry(at - lead_ms, _TODAY + len(later), NOT_HERE, unit, 1.0)))
            at += rng.expovariate(rate)
    for lane, unit, rate in board.plain:
        at = rng.expovariate(rate)
        while at < WHOLE_MS:
            later.append(Later(at, lane, Entry(at, _TODAY + len(later), NOT_HERE, unit, 1.0)))
            at += rng.expovariate(rate)
    due_before_ms = board.scene.policy.due_before_ms
    for starts, chance, lane, unit in board.booked:
        if rng.random() < chance:
            arrives = rng.uniform(max(starts - EARLY_MS, 0), max(starts, 0) + LATE_MS)
            due = max(arrives, starts - due_before_ms)
            key = max(starts, arrives) - board.scene.head_start_ms
            later.append(Later(due, lane, Entry(key, _TODAY + len(later), NOT_HERE, unit, 1.0)))
    later.sort()
    return later
