"""The counter's flow as a table: what happens in which step leads where.

A happening that the table does not name for a step changes nothing: it came too late.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Any, assert_never

from counter.flow import state as s
from counter.flow.permission import Objection, calls_missing, objection, objection_to_leaving
from queue_core.wire.views import HallView, WindowView

DOUBLE_PRESS_MS = 700
"""A second press of the same action within this time is the same press: hands shake, switches bounce."""

SESSION_GONE = frozenset({"session-ended", "unauthenticated"})
"""What the server says when the hall no longer knows the clerk's session."""

Handler = Callable[[s.Counter, Any], s.Turn]


def advance(state: s.Counter, happening: s.Happening) -> s.Turn:
    """What `happening` makes of `state`. Pure."""
    handler = FLOW.get((state.step, type(happening))) or ALWAYS.get(type(happening))
    return s.Turn(state=state) if handler is None else handler(state, happening)


def _log_in(state: s.Counter, press: s.LogInPressed) -> s.Turn:
    if not press.clerk or not press.password:
        return _told(state, s.Notice(code="fill-in-both"))
    request = s.SendLogIn(clerk=press.clerk, password=press.password, window=press.window)
    return s.Turn(state=replace(state, step=s.Step.LOGGING_IN, notice=None), requests=(request,))


def _logged_in(state: s.Counter, happening: s.LoggedIn) -> s.Turn:
    """Guides and supervisors sit at no window: there is nothing for them here."""
    if happening.session.window is None:
        left = _without_clerk(state, s.Notice(code="not-a-window-clerk"))
        return s.Turn(state=left, requests=(s.SendLogOut(),))
    return s.Turn(state=replace(state, step=s.Step.AT_WINDOW, session=happening.session, notice=None))


def _log_in_refused(state: s.Counter, happening: s.LogInRefused) -> s.Turn:
    """Without an answer nobody is logged in: the next attempt ends a session that may have begun."""
    is_away = happening.notice.code == "hall-unreachable"
    notice = s.Notice(code=Objection.SERVER_AWAY) if is_away else happening.notice
    return s.Turn(state=replace(state, step=s.Step.LOGGED_OUT, notice=notice))


def _press(state: s.Counter, press: s.ActionPressed) -> s.Turn:
    if state.pending is not None or _is_double(state, press):
        return s.Turn(state=state)
    view = state.view
    if view is None or state.link is not s.Link.UP:
        return _told(state, s.Notice(code=Objection.SERVER_AWAY))
    against = objection(view, press.action)
    if against is not None:
        return _told(state, s.Notice(code=against, calls_missing=calls_missing(view)))
    return _send(state, view.window, s.Press(action=press.action, key=press.key, at_ms=press.at_ms))


def _is_double(state: s.Counter, press: s.ActionPressed) -> bool:
    last = state.last_press
    return last is not None and last.action is press.action and press.at_ms - last.at_ms < DOUBLE_PRESS_MS


def _send(state: s.Counter, window: int, press: s.Press) -> s.Turn:
    request = s.SendAction(window=window, action=press.action, key=press.key)
    return s.Turn(state=replace(state, pending=press, last_press=press, notice=None), requests=(request,))


def _log_out(state: s.Counter, _: s.LogOutPressed) -> s.Turn:
    if state.pending is not None:
        return s.Turn(state=state)
    view = state.view
    if view is None or state.link is not s.Link.UP:
        return _told(state, s.Notice(code=Objection.SERVER_AWAY))
    against = objection_to_leaving(view)
    if against is not None:
        return _told(state, s.Notice(code=against))
    return s.Turn(state=replace(state, step=s.Step.LEAVING, notice=None), requests=(s.SendLogOut(),))


def _logged_out(state: s.Counter, _: s.LoggedOut) -> s.Turn:
    return s.Turn(state=_without_clerk(state))


def _log_out_refused(state: s.Counter, happening: s.LogOutRefused) -> s.Turn:
    if happening.notice.code in SESSION_GONE:
        return s.Turn(state=_without_clerk(state), requests=(s.ForgetSession(),))
    return s.Turn(state=replace(state, step=s.Step.AT_WINDOW, notice=happening.notice))


def _without_clerk(state: s.Counter, notice: s.Notice | None = None) -> s.Counter:
    return replace(state, step=s.Step.LOGGED_OUT, session=None, pending=None, last_press=None, notice=notice)


def _done(state: s.Counter, happening: s.ActionDone) -> s.Turn:
    if not _is_awaited(state, happening.key):
        return s.Turn(state=state)
    return s.Turn(state=replace(state, pending=None))


def _refused(state: s.Counter, happening: s.ActionRefused) -> s.Turn:
    if not _is_awaited(state, happening.key):
        return s.Turn(state=state)
    if happening.notice.code in SESSION_GONE:
        return _session_ended(state)
    return s.Turn(state=replace(state, pending=None, last_press=None, notice=happening.notice))


def _is_awaited(state: s.Counter, key: str) -> bool:
    return state.pending is not None and state.pending.key == key


def _link_changed(state: s.Counter, happening: s.LinkChanged) -> s.Turn:
    """A stream that ends with its session is not a server that is away."""
    link = s.Link.CONNECTING if happening.code == "session-ended" else happening.link
    linked = replace(state, link=link, link_code=happening.code)
    has_ended = state.step is s.Step.AT_WINDOW and happening.code in SESSION_GONE
    return _session_ended(linked) if has_ended else s.Turn(state=linked)


def _session_ended(state: s.Counter) -> s.Turn:
    return s.Turn(state=_without_clerk(state, s.Notice(code="session-ended")), requests=(s.ForgetSession(),))


def _seen(state: s.Counter, happening: s.Seen) -> s.Turn:
    match happening.view:
        case HallView() as hall:
            return s.Turn(state=replace(state, hall=hall))
        case WindowView() as window:
            others = tuple(view for view in state.views if view.window != window.window)
            return s.Turn(state=_with_view(replace(state, views=(*others, window)), state.view))
        case _ as never:
            assert_never(never)


def _with_view(state: s.Counter, before: WindowView | None) -> s.Counter:
    """A notice speaks of the state it was given in: when the window moves on, it goes."""
    now = state.view
    moved = before is not None and now is not None and before.state is not now.state
    return replace(state, notice=None) if moved else state


def _dismissed(state: s.Counter, _: s.NoticeDismissed) -> s.Turn:
    return s.Turn(state=replace(state, notice=None))


def _told(state: s.Counter, notice: s.Notice) -> s.Turn:
    return s.Turn(state=replace(state, notice=notice))


FLOW: dict[tuple[s.Step, type[Any]], Handler] = {
    (s.Step.LOGGED_OUT, s.LogInPressed): _log_in,
    (s.Step.LOGGING_IN, s.LoggedIn): _logged_in,
    (s.Step.LOGGING_IN, s.LogInRefused): _log_in_refused,
    (s.Step.AT_WINDOW, s.ActionPressed): _press,
    (s.Step.AT_WINDOW, s.ActionDone): _done,
    (s.Step.AT_WINDOW, s.ActionRefused): _refused,
    (s.Step.AT_WINDOW, s.LogOutPressed): _log_out,
    (s.Step.LEAVING, s.LoggedOut): _logged_out,
    (s.Step.LEAVING, s.LogOutRefused): _log_out_refused,
}

ALWAYS: dict[type[Any], Handler] = {
    s.LinkChanged: _link_changed,
    s.Seen: _seen,
    s.NoticeDismissed: _dismissed,
}
