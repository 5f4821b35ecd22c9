"""What the clerk may press, and if not, why.

The hall server decides; this table only keeps a press that it would refuse from being sent.
"""

from enum import StrEnum

from counter.flow.options import accepting
from counter.flow.sheets import ABOUT_THE_TICKET, SheetKind
from counter.flow.state import Counter
from queue_core.wire.views import WindowView
from queue_core.wire.words import WindowAction, WindowState

ALLOWED: dict[WindowState, frozenset[WindowAction]] = {
    WindowState.CLOSED: frozenset({WindowAction.OPEN}),
    WindowState.FREE: frozenset({WindowAction.CALL_NEXT, WindowAction.CLOSE}),
    WindowState.PAUSED: frozenset({WindowAction.RESUME, WindowAction.CLOSE}),
    WindowState.CALLED: frozenset({WindowAction.RECALL, WindowAction.START, WindowAction.NO_SHOW}),
    WindowState.SERVING: frozenset({WindowAction.FINISH}),
}
WHEN_SERVING = frozenset({SheetKind.HOLD, SheetKind.FINISH_PART, SheetKind.ACCEPT_CASE, SheetKind.HAND_OVER})
NEED_A_HOLDER = frozenset({SheetKind.BOOK, SheetKind.HAND_OVER})


class Objection(StrEnum):
    """Why something cannot be pressed now. The values are codes that screens translate."""

    SERVER_AWAY = "server-away"
    NOT_SENT = "not-sent"
    WINDOW_CLOSED = "open-the-window-first"
    WINDOW_OPEN = "window-already-open"
    WINDOW_PAUSED = "window-paused"
    NO_TICKET = "call-first"
    TICKET_CALLED = "answer-the-call-first"
    TICKET_SERVING = "finish-first"
    CALL_AGAIN = "call-again-first"
    NOBODY_HELD = "nobody-held"
    NOBODY_SERVED = "nobody-served"
    NO_HOLDER = "holder-unknown"
    NOT_PAUSED = "not-paused"
    NOTHING_ACCEPTED = "nothing-accepted"
    FROM_THE_LIST = "from-the-list"


_OBJECTIONS: dict[WindowState, Objection] = {
    WindowState.CLOSED: Objection.WINDOW_CLOSED,
    WindowState.FREE: Objection.NO_TICKET,
    WindowState.PAUSED: Objection.WINDOW_PAUSED,
    WindowState.CALLED: Objection.TICKET_CALLED,
    WindowState.SERVING: Objection.TICKET_SERVING,
}


def calls_missing(view: WindowView) -> int:
    """How often the ticket in hand must still be called before it may be marked absent; 0 without one."""
    return 0 if view.ticket is None else max(0, view.calls_before_no_show - view.ticket.calls)


def objection(view: WindowView, action: WindowAction) -> Objection | None:
    """What stands against `action` in the state of the window shown; None when it may be pressed."""
    if action in ALLOWED[view.state] or (action is WindowAction.RESUME and view.pause is not None):
        must_call_again = action is WindowAction.NO_SHOW and calls_missing(view)
        return Objection.CALL_AGAIN if must_call_again else None
    if action is WindowAction.OPEN and view.state is not WindowState.PAUSED:
        return Objection.WINDOW_OPEN
    if action is WindowAction.RESUME:
        return Objection.NOT_PAUSED
    return _OBJECTIONS[view.state]


def objection_to_sheet(state: Counter, kind: SheetKind) -> Objection | None:
    """What stands against what the sheet would ask for."""
    view = state.view
    if view is None:
        return Objection.SERVER_AWAY
    if kind in ABOUT_THE_TICKET:
        return _objection_about_ticket(state, view, kind)
    return Objection.FROM_THE_LIST if kind is SheetKind.CASE else _objection_about_window(state, view, kind)


def _objection_about_window(state: Counter, view: WindowView, kind: SheetKind) -> Objection | None:
    match kind:
        case SheetKind.PAUSE if view.state is WindowState.CLOSED or view.pause is not None:
            return _OBJECTIONS[WindowState.CLOSED if view.pause is None else WindowState.PAUSED]
        case SheetKind.HAND_BACK if all(each.is_back for each in view.held):
            return Objection.NOBODY_HELD
        case SheetKind.RESULT if view.ticket is None and not state.served:
            return Objection.NOBODY_SERVED
        case _:
            return None


def _objection_about_ticket(state: Counter, view: WindowView, kind: SheetKind) -> Objection | None:
    if view.ticket is None or (kind in WHEN_SERVING and view.state is not WindowState.SERVING):
        return _OBJECTIONS[view.state]
    if kind in NEED_A_HOLDER and view.ticket.holder is None:
        return Objection.NO_HOLDER
    if kind is SheetKind.ACCEPT_CASE and not accepting(state):
        return Objection.NOTHING_ACCEPTED
    return None


def objection_to_leaving(view: WindowView) -> Objection | None:
    """A clerk does not leave a window with a ticket in hand."""
    return None if view.ticket is None else _OBJECTIONS[view.state]
