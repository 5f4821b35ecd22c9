"""Which action the clerk may press, and if not, why.

The hall server decides; this table only keeps a press that it would refuse from being sent.
"""

from enum import StrEnum

from queue_core.wire.views import WindowView
from queue_core.wire.words import WindowAction, WindowState

ALLOWED: dict[WindowState, frozenset[WindowAction]] = {
    WindowState.CLOSED: frozenset({WindowAction.OPEN}),
    WindowState.FREE: frozenset({WindowAction.CALL_NEXT, WindowAction.CLOSE}),
    WindowState.PAUSED: frozenset({WindowAction.RESUME, WindowAction.CLOSE}),
    WindowState.CALLED: frozenset({WindowAction.RECALL, WindowAction.START, WindowAction.NO_SHOW}),
    WindowState.SERVING: frozenset({WindowAction.FINISH}),
}


class Objection(StrEnum):
    """Why an action cannot be pressed now. The values are codes that screens translate."""

    SERVER_AWAY = "server-away"
    WINDOW_CLOSED = "open-the-window-first"
    WINDOW_OPEN = "window-already-open"
    WINDOW_PAUSED = "window-paused"
    NO_TICKET = "call-first"
    TICKET_CALLED = "answer-the-call-first"
    TICKET_SERVING = "finish-first"
    CALL_AGAIN = "call-again-first"


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
    if action in ALLOWED[view.state]:
        must_call_again = action is WindowAction.NO_SHOW and calls_missing(view)
        return Objection.CALL_AGAIN if must_call_again else None
    if action is WindowAction.OPEN and view.state is not WindowState.PAUSED:
        return Objection.WINDOW_OPEN
    return _OBJECTIONS[view.state]


def objection_to_leaving(view: WindowView) -> Objection | None:
    """A clerk does not leave a window with a ticket in hand."""
    return None if view.ticket is None else _OBJECTIONS[view.state]
