"""What the wall knows of its hall, and on which page that puts it. Pure: frozen values in and out."""

from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import assert_never

from queue_core.client import LinkLost, LinkUp, Update
from queue_core.wire.choices import Rule
from queue_core.wire.stream import Changes, Snapshot
from queue_core.wire.views import BoardView, CabinetView, CallView, HallView, View, WindowView

REMEMBERED_CALLS = 60  # of the whole hall; a wall of a few windows finds its own among them


class Page(StrEnum):
    """The pages of the wall, as the stage names them."""

    STARTING = "starting"  # the hall was not heard yet
    CALLS = "calls"
    STALE = "stale"  # the link is lost: what is shown was true at `lost_at_ms`


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleTold:
    """How the hall says that it calls."""

    rule: Rule


@dataclass(frozen=True, slots=True, kw_only=True)
class WallState:
    """`calls` are newest first, one a ticket. `lost_code` is empty while the link stands."""

    hall: HallView | None = None
    windows: dict[int, WindowView] = field(default_factory=dict)
    calls: tuple[CallView, ...] = ()
    lost_code: str = ""
    lost_at_ms: int = 0
    board: BoardView = field(default_factory=BoardView)
    rule: Rule | None = None

    @property
    def page(self) -> Page:
        if self.hall is None:
            return Page.STARTING
        return Page.STALE if self.lost_code else Page.CALLS

    @property
    def rule_minutes(self) -> tuple[int, ...]:
        """By which the hall calls now; the rule's words change with them. () before it was heard."""
        hall = self.hall
        return (hall.head_start_min, hall.priority_min, hall.pickup_min) if hall else ()


def learn(state: WallState, update: Update | RuleTold, now_ms: int) -> WallState:
    match update:
        case Snapshot():
            windows = {window.window: window for window in update.windows}
            calls = _newest_first(update.calls)
            fresh = WallState(hall=update.hall, windows=windows, calls=calls, board=update.board)
            return replace(fresh, rule=state.rule)
        case Changes():
            for view in update.views:
                state = _apply(state, view)
            return replace(state, lost_code="", lost_at_ms=0)
        case RuleTold(rule=rule):
            return replace(state, rule=rule)
        case LinkUp():
            return state  # what is shown stays stale until the Snapshot or the Changes that follow
        case LinkLost():
            lost_at_ms = state.lost_at_ms or now_ms
            return replace(state, lost_code=update.code, lost_at_ms=lost_at_ms)
        case _ as never:
            assert_never(never)


def _apply(state: WallState, view: View) -> WallState:
    match view:
        case HallView():
            is_new_day = state.hall is not None and state.hall.day != view.day
            return replace(state, hall=view, calls=() if is_new_day else state.calls)
        case WindowView():
            return replace(state, windows={**state.windows, view.window: view})
        case CallView():
            return replace(state, calls=_newest_first((view, *state.calls)))
        case BoardView():
            return replace(state, board=view)
        case CabinetView():
            return state
        case _ as never:
            assert_never(never)


def _newest_first(calls: tuple[CallView, ...]) -> tuple[CallView, ...]:
    """One a ticket: a recall moves its number to the front."""
    ordered = sorted(calls, key=lambda call: call.call_id, reverse=True)
    newest: dict[int, CallView] = {}
    for call in ordered:
        newest.setdefault(call.ticket_id, call)
    return tuple(newest.values())[:REMEMBERED_CALLS]
