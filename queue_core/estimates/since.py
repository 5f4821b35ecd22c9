"""What happened since a board was laid out, by its lanes: who came, who left, which windows are free now.

For the thread that hears the events; a few additions for each.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from operator import sub
from typing import assert_never

from queue_core.domain.events import (
    Event,
    ServiceFinished,
    StageFinished,
    TicketCalled,
    TicketHeld,
    TicketMissed,
    TicketSentBack,
    WindowClosed,
    WindowOpened,
    WindowPaused,
    WindowResumed,
)
from queue_core.domain.rules import Unit
from queue_core.estimates.board import Board, Claim
from queue_core.estimates.pressure import Added


@dataclass(frozen=True, slots=True)
class Change:
    """Somebody comes to wait for a unit, with a right or without, or waits no more."""

    at_ms: int
    unit: Unit
    comes: bool
    has_right: bool = False


@dataclass(frozen=True, slots=True)
class Turn:
    """A window becomes free, or is so no more."""

    at_ms: int
    window: int
    is_free: bool


_FREE = (
    ServiceFinished,
    StageFinished,
    TicketHeld,
    TicketMissed,
    TicketSentBack,
    WindowOpened,
    WindowResumed,
)
_NOT_FREE = (TicketCalled, WindowClosed, WindowPaused)


def turn_of(event: Event) -> Turn | None:
    """What an event makes of a window; a pause after a service is an event of its own."""
    if isinstance(event, _NOT_FREE):
        return Turn(event.at_ms, event.window, is_free=False)
    if isinstance(event, _FREE):
        return Turn(event.at_ms, event.window, is_free=True)
    return None


class Since:
    """Those with a right let only those with a right stand before them."""

    def __init__(self, board: Board) -> None:
        self._board = board
        lanes = range(len(board.lanes))
        self._came = {has_right: [0 for _ in lanes] for has_right in (False, True)}
        self._work = {has_right: [0.0 for _ in lanes] for has_right in (False, True)}
        self._left = [0 for _ in lanes]
        self._groups_of = board.groups_of
        self._group_of = {desk.window: desk.group for desk in board.desks}
        self._is_free = {desk.window: desk.busy is None and desk.free_at <= 0 for desk in board.desks}
        self._free = [0] * len(board.groups)
        for window, is_free in self._is_free.items():
            self._free[self._group_of[window]] += is_free

    def note(self, what: Change | Turn) -> None:
        match what:
            case Change():
                self._change(what)
            case Turn():
                self._turn(what)
            case _:
                assert_never(what)

    def more(self, *, has_right: bool) -> list[int]:
        """How many more wait than on the board, before somebody with a right or without."""
        return list(map(sub, self._came[has_right], self._left))

    def added(self, *, has_right: bool) -> list[Added]:
        """Who came, called meanwhile or not: the clock knows that."""
        return list(map(Added, self._came[has_right], self._work[has_right]))

    def is_any_free(self, claims: Iterable[Claim]) -> bool:
        """Whether a window is free now that may call on such a claim."""
        return any(self._free[group] for claim in claims for group in self._groups_of[claim.lane])

    def _change(self, change: Change) -> None:
        lane = self._board.lane_of.get(change.unit)
        if lane is None:
            return
        if not change.comes:
            self._left[lane] += 1
            return
        mean_ms = self._board.history.services[change.unit].mean_ms
        for has_right in (False, True)[: 1 + change.has_right]:
            self._came[has_right][lane] += 1
            self._work[has_right][lane] += mean_ms

    def _turn(self, turn: Turn) -> None:
        if self._is_free.get(turn.window, turn.is_free) is not turn.is_free:
            self._is_free[turn.window] = turn.is_free
            self._free[self._group_of[turn.window]] += 1 if turn.is_free else -1
