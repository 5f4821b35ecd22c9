"""How a clerk comes to a window and leaves it."""

from dataclasses import replace

from counter.flow import happenings as h
from counter.flow import in_hand
from counter.flow import requests as r
from counter.flow import state as s
from counter.flow.permission import Objection, objection_to_leaving
from counter.flow.turn import Turn, told
from counter.sessions import SESSION_GONE

TO_BE_CONFIRMED = frozenset({"window-taken", "clerk-elsewhere"})
"""A window that has another clerk, or a clerk who has another window: neither is changed without asking."""


def log_in(state: s.Counter, press: h.LogInPressed) -> Turn:
    if not press.clerk or not press.password:
        return told(state, s.Notice(code="fill-in-both"))
    return _ask(state, s.LogInAsked(clerk=press.clerk, password=press.password))


def card_laid(state: s.Counter, happening: h.CardLaid) -> Turn:
    return _ask(state, s.LogInAsked(card=happening.serial))


def card_unread(state: s.Counter, happening: h.CardUnread) -> Turn:
    return told(state, happening.notice)


def card_known(state: s.Counter, happening: h.CardKnown) -> Turn:
    """The card says who; the password is asked beside it."""
    known = replace(
        state,
        step=s.Step.LOGGED_OUT,
        asked=None,
        card_clerk=happening.clerk,
        notice=s.Notice(code="password-too"),
    )
    return Turn(state=known)


def choose_window(state: s.Counter, happening: h.WindowChosen) -> Turn:
    return Turn(state=replace(state, chosen_window=happening.window, question="", asked=None, notice=None))


def take_over(state: s.Counter, _: h.TakeOverPressed) -> Turn:
    return Turn(state=state) if state.asked is None else _ask(state, state.asked, takes_over=True)


def _ask(state: s.Counter, asked: s.LogInAsked, *, takes_over: bool = False) -> Turn:
    request = r.SendLogIn(
        window=state.window,
        clerk=asked.clerk,
        password=asked.password,
        card=asked.card,
        takes_over=takes_over,
    )
    asking = replace(state, step=s.Step.LOGGING_IN, asked=asked, question="", notice=None)
    return Turn(state=asking, requests=(request,))


def logged_in(state: s.Counter, happening: h.LoggedIn) -> Turn:
    """Guides and supervisors sit at no window: there is nothing for them here.

    What is in hand at the window, as after a take-over, is asked about as if it had been called now.
    """
    if happening.session.window is None:
        left = without_clerk(state, s.Notice(code="not-a-window-clerk"))
        return Turn(state=left, requests=(r.SendLogOut(),))
    begun = replace(without_clerk(state), step=s.Step.AT_WINDOW, session=happening.session)
    return Turn(state=begun, requests=in_hand.asked(begun))


def log_in_refused(state: s.Counter, happening: h.LogInRefused) -> Turn:
    """Without an answer nobody is logged in: the next attempt ends a session that may have begun.

    Until it is answered whether the window is taken over, what was typed stays.
    """
    code = happening.notice.code
    if code in TO_BE_CONFIRMED:
        return Turn(state=replace(state, step=s.Step.LOGGED_OUT, question=code, notice=None))
    is_away = code == "hall-unreachable"
    notice = s.Notice(code=Objection.SERVER_AWAY) if is_away else happening.notice
    return Turn(state=replace(state, step=s.Step.LOGGED_OUT, asked=None, notice=notice))


def log_out(state: s.Counter, _: h.LogOutPressed) -> Turn:
    if state.pending is not None:
        return Turn(state=state)
    view = state.view
    if view is None or state.link is not s.Link.UP:
        return told(state, s.Notice(code=Objection.NOT_SENT, action="log-out"))
    against = objection_to_leaving(view)
    if against is not None:
        return told(state, s.Notice(code=against))
    leaving = replace(state, step=s.Step.LEAVING, notice=None, sheet=None)
    return Turn(state=leaving, requests=(r.SendLogOut(),))


def logged_out(state: s.Counter, _: h.LoggedOut) -> Turn:
    return Turn(state=without_clerk(state))


def log_out_refused(state: s.Counter, happening: h.LogOutRefused) -> Turn:
    if happening.notice.code in SESSION_GONE:
        return Turn(state=without_clerk(state), requests=(r.ForgetSession(),))
    return Turn(state=replace(state, step=s.Step.AT_WINDOW, notice=happening.notice))


def session_ended(state: s.Counter) -> Turn:
    return Turn(state=without_clerk(state, s.Notice(code="session-ended")), requests=(r.ForgetSession(),))


def without_clerk(state: s.Counter, notice: s.Notice | None = None) -> s.Counter:
    """Nothing of one clerk's work is left to the next."""
    return s.Counter(
        windows=state.windows,
        chosen_window=state.chosen_window,
        layout=state.layout,
        link=state.link,
        link_code=state.link_code,
        hall=state.hall,
        views=state.views,
        matters=state.matters,
        notice=notice,
    )
