"""What happened since a board was laid out, by its lanes: who came, who left, which windows are free now.

For the thread that hears the events; a few additions for each.
"""

from collections.abc import Iterable
from operator import sub
from typing import NamedTuple, assert_never

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


class Change(NamedTuple):
    """Somebody comes to wait for a unit, with a right or without, or waits no more."""

    at_ms: int
    ticket_id: int
    unit: Unit
    comes: bool
    has_right: bool = False


class Turn(NamedTuple):
    """A window becomes free, or is so no more."""

    at_ms: int
    window: int
    is_free: bool


TURNS: dict[type[Event], bool] = {
    ServiceFinished: True,
    StageFinished: True,
    TicketHeld: True,
    TicketMissed: True,
    TicketSentBack: True,
    WindowOpened: True,
    WindowResumed: True,
    TicketCalled: False,
    WindowClosed: False,
    WindowPaused: False,
}
"""Whether the event's window is free after it; a pause after a service is an event of its own."""


class Since:
    """Those with a right let only those with a right stand before them."""

    def __init__(self, board: Board) -> None:
        self._board = board
        lanes = range(len(board.lanes))
        self._came = {has_right: [0 for _ in lanes] for has_right in (False, True)}
        self._work = {has_right: [0.0 for _ in lanes] for has_right in (False, True)}
        self._left = [0 for _ in lanes]
        self._arrived: dict[int, Change] = {}  # those counted as come, in their order
        self._gone: dict[int, int] = {}  # by ticket the lane it left
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

    def before(self, ticket_id: int, *, has_right: bool) -> tuple[list[int], list[Added]]:
        """`more` and `added` for somebody who waits already: of those who came later only who has a right.

        Who left from the board is taken to have stood before. O(who came and left since).
        """
        more, people, work = [0] * len(self._left), [0] * len(self._left), [0.0] * len(self._left)
        is_later = ticket_id not in self._arrived
        for each in self._arrived.values():
            if each.ticket_id == ticket_id:
                is_later = True
            elif each.has_right or not (is_later or has_right):
                lane = self._board.lane_of[each.unit]
                people[lane] += 1
                work[lane] += self._board.history.services[each.unit].mean_ms
                more[lane] += each.ticket_id not in self._gone
        for gone, lane in self._gone.items():
            more[lane] -= gone not in self._arrived
        return more, list(map(Added, people, work))

    def free(self, claims: Iterable[Claim]) -> int:
        """How many windows are free now that may call on such a claim."""
        groups = {group for claim in claims for group in self._groups_of[claim.lane]}
        return sum(self._free[group] for group in groups)

    def _change(self, change: Change) -> None:
        lane = self._board.lane_of.get(change.unit)
        if lane is None:
            return
        if not change.comes:
            self._left[lane] += 1
            self._gone[change.ticket_id] = lane
            return
        self._arrived[change.ticket_id] = change
        mean_ms = self._board.history.services[change.unit].mean_ms
        for has_right in (False, True)[: 1 + change.has_right]:
            self._came[has_right][lane] += 1
            self._work[has_right][lane] += mean_ms

    def _turn(self, turn: Turn) -> None:
        if self._is_free.get(turn.window, turn.is_free) is not turn.is_free:
            self._is_free[turn.window] = turn.is_free
            self._free[self._group_of[turn.window]] += 1 if turn.is_free else -1
