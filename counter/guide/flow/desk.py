"""The desk itself: who sits there, the locked page, the line to the hall, and a screen left alone."""

from dataclasses import replace
from typing import Any

from counter.guide.flow import happenings as h
from counter.guide.flow import presses as p
from counter.guide.flow.requests import ForgetSession, SendLogIn, SendLogOut
from counter.guide.flow.state import Guide, Help, Link, Page, Trouble, Turn
from counter.guide.flow.steps import Handler, clear, nothing
from counter.sessions import SESSION_GONE
from queue_core.wire.messages import Session
from queue_core.wire.words import Role

AT_THE_DESK = frozenset({Role.GUIDE, Role.SUPERVISOR})


def is_signed_in(state: Guide) -> bool:
    return state.session is not None and not state.is_locked


def log_in(state: Guide, press: p.LogInPressed, _: str) -> Turn:
    if state.is_busy or is_signed_in(state):
        return nothing(state)
    if not press.clerk or not press.password:
        return Turn(state=replace(state, notice=Trouble(code="fill-in-both")))
    waiting = replace(state, is_busy=True, notice=None)
    return Turn(state=waiting, requests=(SendLogIn(clerk=press.clerk, password=press.password),))


def card_laid(state: Guide, card: h.StaffCardLaid, _: str) -> Turn:
    """Only to come in; a card laid down later says nothing."""
    if state.is_busy or is_signed_in(state):
        return nothing(state)
    return Turn(state=replace(state, is_busy=True, notice=None), requests=(SendLogIn(card=card.serial),))


def card_unread(state: Guide, _: h.StaffCardUnread, __: str) -> Turn:
    """A log-in that is on its way is not disturbed by it."""
    if state.is_busy or is_signed_in(state):
        return nothing(state)
    return Turn(state=replace(state, notice=Trouble(code="card-unread")))


def logged_in(state: Guide, happening: h.LoggedIn, _: str) -> Turn:
    """Somebody else at a locked desk begins anew; a clerk of a window has nothing to do here."""
    session = happening.session
    if session.role not in AT_THE_DESK:
        waiting = replace(state, session=None, notice=Trouble(code="not-a-guide"))
        return Turn(state=waiting, requests=(SendLogOut(),))
    settled = replace(state, session=session, is_busy=False, is_locked=False, notice=None)
    return Turn(state=settled) if is_same(state.session, session) else clear(settled)


def is_same(before: Session | None, now: Session) -> bool:
    return before is not None and before.clerk == now.clerk


def log_in_refused(state: Guide, happening: h.LogInRefused, _: str) -> Turn:
    return Turn(state=replace(state, is_busy=False, notice=happening.trouble))


def log_out(state: Guide, _: p.LogOutPressed, __: str) -> Turn:
    """Also from the locked page: whoever locked it may have gone home."""
    if state.session is None or state.is_busy:
        return nothing(state)
    gone = clear(state)
    leaving = replace(gone.state, is_busy=True, notice=None)
    return Turn(state=leaving, requests=(*gone.requests, SendLogOut()))


def logged_out(state: Guide, _: h.LoggedOut, __: str) -> Turn:
    """A notice stays: it says why somebody was sent away again."""
    return Turn(state=replace(state, session=None, is_busy=False, is_locked=False))


def log_out_refused(state: Guide, happening: h.LogOutRefused, _: str) -> Turn:
    if happening.trouble.code in SESSION_GONE:
        return session_ended(state)
    return Turn(state=replace(state, is_busy=False, notice=happening.trouble))


def session_ended(state: Guide) -> Turn:
    gone = clear(state)
    without = replace(
        gone.state, session=None, is_busy=False, is_locked=False, notice=Trouble(code="session-ended")
    )
    return Turn(state=without, requests=(*gone.requests, ForgetSession()))


def lock(state: Guide, _: p.LockPressed, __: str) -> Turn:
    """The person who is being helped is still there afterwards."""
    if not is_signed_in(state):
        return nothing(state)
    return Turn(state=replace(state, is_locked=True, is_asked=False, notice=None))


def link_changed(state: Guide, happening: h.LinkChanged, _: str) -> Turn:
    """A stream that ends with its session is not a hall that is away."""
    link = Link.CONNECTING if happening.code == "session-ended" else happening.link
    linked = replace(state, link=link, link_code=happening.code)
    has_ended = state.session is not None and happening.code in SESSION_GONE
    return session_ended(linked) if has_ended else Turn(state=linked)


def hall_seen(state: Guide, happening: h.HallSeen, _: str) -> Turn:
    return Turn(state=replace(state, hall=happening.hall))


def printer_seen(state: Guide, happening: h.PrinterSeen, _: str) -> Turn:
    return Turn(state=replace(state, printer=happening.printer))


def time_over(state: Guide, _: h.TimeOver, __: str) -> Turn:
    """Asks first; the second time the person is forgotten, on a locked desk, too."""
    if state.help == Help():
        return Turn(state=replace(state, is_asked=False))
    if state.is_asked or state.is_locked:
        return clear(state)
    return Turn(state=replace(state, is_asked=True))


def still_here(state: Guide, _: p.StillHere, __: str) -> Turn:
    return Turn(state=replace(state, is_asked=False))


def shown(state: Guide) -> str:
    """The page's name: one of the desk's own, or that of the person being helped."""
    if state.session is None:
        return "login"
    if state.is_locked:
        return "locked"
    if state.hall is None:
        return "connecting"
    if state.help.page is Page.HOME and state.link is Link.DOWN:
        return "away"
    return state.help.page.value


ALWAYS: dict[type[Any], Handler] = {
    p.LogInPressed: log_in,
    h.StaffCardLaid: card_laid,
    h.StaffCardUnread: card_unread,
    h.LoggedIn: logged_in,
    h.LogInRefused: log_in_refused,
    p.LogOutPressed: log_out,
    h.LoggedOut: logged_out,
    h.LogOutRefused: log_out_refused,
    p.LockPressed: lock,
    h.LinkChanged: link_changed,
    h.HallSeen: hall_seen,
    h.PrinterSeen: printer_seen,
    h.TimeOver: time_over,
    p.StillHere: still_here,
}
