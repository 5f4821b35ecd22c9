"""From the counter's state to what its pages show. Pure."""

from typing import TypedDict

from counter.flow.permission import Objection, calls_missing, objection, objection_to_leaving
from counter.flow.state import Counter, Link, Step
from counter.viewmodels.props import CounterProps
from queue_core.wire.views import WindowTicket, WindowView
from queue_core.wire.words import WindowAction, WindowState

NEXT_ACTION = {
    WindowState.CLOSED: WindowAction.OPEN,
    WindowState.FREE: WindowAction.CALL_NEXT,
    WindowState.PAUSED: WindowAction.RESUME,
    WindowState.CALLED: WindowAction.START,
    WindowState.SERVING: WindowAction.FINISH,
}
"""The press that a clerk makes next on a good day; drawn as the main button."""

TRANSLATED = frozenset(
    {
        "answer-the-call-first",
        "call-again-first",
        "call-first",
        "clerk-elsewhere",
        "fill-in-both",
        "finish-first",
        "hall-closed",
        "hall-is-another",
        "hall-unreachable",
        "no-such-window",
        "nobody-waiting",
        "not-called",
        "not-serving",
        "not-a-window-clerk",
        "not-your-window",
        "open-the-window-first",
        "server-away",
        "session-ended",
        "too-early",
        "too-few-calls",
        "too-many-attempts",
        "window-already-open",
        "window-busy",
        "window-closed",
        "window-paused",
        "window-taken",
        "wrong-password",
        "wrong-staff",
    }
)
"""Codes that the notices of the QML word. Any other is shown with the remedy that came with it."""

OTHER = "other"


def derive(state: Counter, *, language: str, now_ms: int) -> CounterProps:
    """`now_ms` is the hall server's time."""
    view = state.view
    return CounterProps(
        page=page_of(state),
        language=language,
        link=state.link,
        link_code=state.link_code,
        windows=state.windows,
        is_logging_in=state.step is Step.LOGGING_IN,
        window_number=(state.session.window if state.session else None) or 0,
        window_state=view.state if view else "",
        pause_reason=(view.pause if view else None) or "",
        clerk_number=state.session.clerk if state.session else "",
        clerk_name=state.session.display_name if state.session else "",
        waiting=view.waiting if view else 0,
        **ticket_props(state, view.ticket if view else None, language, now_ms),
        calls_missing=calls_missing(view) if view and view.state is WindowState.CALLED else 0,
        **permission_props(state, view),
        next_action=NEXT_ACTION[view.state] if view else "",
        pending_action=pending_action(state),
        **notice_props(state),
    )


def page_of(state: Counter) -> str:
    """`login`, `connecting` until the window was first seen, then `window`."""
    if state.step in {Step.LOGGED_OUT, Step.LOGGING_IN}:
        return "login"
    return "window" if state.view else "connecting"


def pending_action(state: Counter) -> str:
    """The action whose answer is awaited; `log-out` while the clerk leaves."""
    if state.step is Step.LEAVING:
        return "log-out"
    return state.pending.action if state.pending else ""


class TicketProps(TypedDict):
    has_ticket: bool
    ticket_number: str
    ticket_class: str
    category_name: str
    holder_name: str
    holder_number: str
    calls: int
    waited_min: int
    elapsed: str


def ticket_props(state: Counter, ticket: WindowTicket | None, language: str, now_ms: int) -> TicketProps:
    if ticket is None:
        return TicketProps(
            has_ticket=False,
            ticket_number="",
            ticket_class="",
            category_name="",
            holder_name="",
            holder_number="",
            calls=0,
            waited_min=0,
            elapsed="",
        )
    since_ms = ticket.called_at_ms if ticket.started_at_ms is None else ticket.started_at_ms
    return TicketProps(
        has_ticket=True,
        ticket_number=ticket.number,
        ticket_class=ticket.ticket_class,
        category_name=category_name(state, ticket.category, language),
        holder_name=ticket.holder.name if ticket.holder else "",
        holder_number=ticket.holder.masked_id_number if ticket.holder else "",
        calls=ticket.calls,
        waited_min=max(0, ticket.called_at_ms - ticket.issued_at_ms) // 60_000,
        elapsed=elapsed(max(0, now_ms - since_ms)),
    )


def category_name(state: Counter, code: str, language: str) -> str:
    """The category's name in the language shown, in Chinese, or as its code before the hall is known."""
    categories = state.hall.categories if state.hall else ()
    names = next((category.names for category in categories if category.code == code), {})
    return names.get(language) or names.get("zh-CN") or code


def elapsed(span_ms: int) -> str:
    minutes, seconds = divmod(span_ms // 1000, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes:02}:{seconds:02}"


class PermissionProps(TypedDict):
    can_open: bool
    can_close: bool
    can_call_next: bool
    can_recall: bool
    can_start: bool
    can_finish: bool
    can_mark_absent: bool
    can_leave: bool


def permission_props(state: Counter, view: WindowView | None) -> PermissionProps:
    can_press = state.step is Step.AT_WINDOW and state.link is Link.UP and state.pending is None

    def can(action: WindowAction) -> bool:
        return can_press and view is not None and objection(view, action) is None

    return PermissionProps(
        can_open=can(WindowAction.OPEN),
        can_close=can(WindowAction.CLOSE),
        can_call_next=can(WindowAction.CALL_NEXT),
        can_recall=can(WindowAction.RECALL),
        can_start=can(WindowAction.START),
        can_finish=can(WindowAction.FINISH),
        can_mark_absent=can(WindowAction.NO_SHOW),
        can_leave=can_press and view is not None and objection_to_leaving(view) is None,
    )


class NoticeProps(TypedDict):
    notice_code: str
    notice_remedy: str
    notice_calls_missing: int


def notice_props(state: Counter) -> NoticeProps:
    notice = state.notice
    is_said_already = notice is not None and notice.code == Objection.SERVER_AWAY and state.link is Link.DOWN
    if notice is None or is_said_already:
        return NoticeProps(notice_code="", notice_remedy="", notice_calls_missing=0)
    is_known = notice.code in TRANSLATED
    return NoticeProps(
        notice_code=notice.code if is_known else OTHER,
        notice_remedy="" if is_known else notice.remedy,
        notice_calls_missing=notice.calls_missing,
    )
