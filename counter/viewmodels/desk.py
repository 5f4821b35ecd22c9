"""The clerk's window: its state, and what may be pressed."""

from dataclasses import dataclass, field

from counter.flow.deeds import name_of
from counter.flow.permission import calls_missing, objection, objection_to_leaving, objection_to_sheet
from counter.flow.sheets import SheetKind
from counter.flow.state import Counter, Link, Step
from counter.viewmodels.moment import Moment
from counter.viewmodels.names import clock, reason_words
from queue_core.wire.views import WindowView
from queue_core.wire.words import WindowAction, WindowState

NEXT_ACTION = {
    WindowState.CLOSED: WindowAction.OPEN,
    WindowState.FREE: WindowAction.CALL_NEXT,
    WindowState.PAUSED: WindowAction.RESUME,
    WindowState.CALLED: WindowAction.START,
    WindowState.SERVING: WindowAction.FINISH,
}
"""The press that a clerk makes next on a good day; drawn as the main button."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskProps:
    """`can` has the names of what may be pressed. `pause_reason` also stands for a pause asked for later."""

    window_number: int = 0
    window_state: str = ""
    clerk_number: str = ""
    clerk_name: str = ""
    pause_reason: str = ""
    pause_until: str = ""
    calls_missing: int = 0
    can: dict[str, bool] = field(default_factory=dict)
    next_action: str = ""
    pending_action: str = ""


def derive(state: Counter, moment: Moment) -> DeskProps:
    view, session = state.view, state.session
    if view is None or session is None:
        return DeskProps()
    reasons = state.hall.pause_reasons if state.hall else ()
    return DeskProps(
        window_number=view.window,
        window_state=view.state,
        clerk_number=session.clerk,
        clerk_name=session.display_name,
        pause_reason=reason_words(reasons, view.pause, moment.language) if view.pause else "",
        pause_until=clock(state, view.pause_until_ms),
        calls_missing=calls_missing(view) if view.state is WindowState.CALLED else 0,
        can=allowed(state, view),
        next_action=NEXT_ACTION[view.state],
        pending_action=pending_action(state),
    )


def allowed(state: Counter, view: WindowView) -> dict[str, bool]:
    if state.step is not Step.AT_WINDOW or state.link is not Link.UP or state.pending is not None:
        return {}
    actions = [action.value for action in WindowAction if objection(view, action) is None]
    sheets = [kind.value for kind in SheetKind if objection_to_sheet(state, kind) is None]
    leaving = ["log-out"] if objection_to_leaving(view) is None else []
    return dict.fromkeys((*actions, *sheets, *leaving), True)


def pending_action(state: Counter) -> str:
    """What was pressed and is not answered yet; `log-out` while the clerk leaves."""
    if state.step is Step.LEAVING:
        return "log-out"
    return name_of(state.pending.deed) if state.pending else ""
