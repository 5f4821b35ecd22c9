"""The flow of the supervisor's screen as a table: what happens in which step leads where.

A happening that the table does not name for a step changes nothing: it came too late.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from counter.sessions import SESSION_GONE
from counter.supervisor.flow import happenings as h
from counter.supervisor.flow import lockers
from counter.supervisor.flow.acts import Act, AnswerFor
from counter.supervisor.flow.doors import DoorDeed
from counter.supervisor.flow.objections import Objection, deeds, objection
from counter.supervisor.flow.pickup_acts import SendAgain, SendAllAgain
from counter.supervisor.flow.profiles import units_of
from counter.supervisor.flow.state import Deed, Duty, Link, Notice, Panel, Press, Step, Topic
from counter.supervisor.flow.watching import not_told, seen, told
from queue_core.wire.words import Role

NO_ANSWER = "hall-unreachable"
Handler = Callable[[Duty, Any], h.Turn]


def advance(state: Duty, happening: h.Happening) -> h.Turn:
    """What `happening` makes of `state`. Pure."""
    handler = FLOW.get((state.step, type(happening))) or ALWAYS.get(type(happening))
    return h.Turn(state=state) if handler is None else handler(state, happening)


# Coming and going


def _log_in(state: Duty, press: h.LogInPressed) -> h.Turn:
    if not press.clerk or not press.password:
        return _only(replace(state, notice=Notice(code="fill-in-both")))
    request = h.SendLogIn(clerk=press.clerk, password=press.password)
    return h.Turn(state=replace(state, step=Step.LOGGING_IN, notice=None), requests=(request,))


def _logged_in(state: Duty, happening: h.LoggedIn) -> h.Turn:
    """A clerk or a guide has another overview: told so, and logged out again."""
    if happening.session.role is not Role.SUPERVISOR:
        left = _without_session(state, Notice(code=f"not-for-{happening.session.role}"))
        return h.Turn(state=left, requests=(h.SendLogOut(),))
    on_duty = replace(state, step=Step.ON_DUTY, session=happening.session, notice=None)
    return h.Turn(state=on_duty, requests=(h.Watch(is_on=True),))


def _log_in_refused(state: Duty, happening: h.LogInRefused) -> h.Turn:
    """No window was named: only a clerk, who must sit at one, is refused for that."""
    is_clerk = happening.notice.code == "no-such-window"
    notice = Notice(code=f"not-for-{Role.CLERK}") if is_clerk else happening.notice
    return _only(replace(state, step=Step.LOGGED_OUT, notice=notice))


def _log_out(state: Duty, _: h.LogOutPressed) -> h.Turn:
    """Without the server nothing is lost by leaving: the screen forgets, the session ends by itself."""
    if state.link is not Link.UP:
        return h.Turn(state=_without_session(state), requests=(h.Watch(is_on=False), h.ForgetSession()))
    return h.Turn(state=replace(state, step=Step.LEAVING, notice=None), requests=(h.SendLogOut(),))


def _logged_out(state: Duty, _: h.LoggedOut) -> h.Turn:
    return h.Turn(state=_without_session(state), requests=(h.Watch(is_on=False),))


def _log_out_refused(state: Duty, happening: h.LogOutRefused) -> h.Turn:
    if happening.notice.code in SESSION_GONE:
        return _session_ended(state)
    return _only(replace(state, step=Step.ON_DUTY, notice=happening.notice))


def _session_ended(state: Duty) -> h.Turn:
    left = _without_session(state, Notice(code="session-ended"))
    return h.Turn(state=left, requests=(h.Watch(is_on=False), h.ForgetSession()))


def _without_session(state: Duty, notice: Notice | None = None) -> Duty:
    """Nothing of the hall stays behind for whoever stands at the log-in page."""
    return Duty(link=state.link, link_code=state.link_code, notice=notice)


# The hall


def _link_changed(state: Duty, happening: h.LinkChanged) -> h.Turn:
    """A stream that ends with its session is not a server that is away."""
    link = Link.CONNECTING if happening.code == "session-ended" else happening.link
    linked = replace(state, link=link, link_code=happening.code)
    has_ended = state.step is Step.ON_DUTY and happening.code in SESSION_GONE
    return _session_ended(linked) if has_ended else _only(linked)


def _seen(state: Duty, happening: h.Seen) -> h.Turn:
    """A window that moved on may no longer allow what is being prepared for it."""
    now = lockers.fitting(state, seen(state, happening))
    view = now.chosen
    if view is None or now.deed is Deed.NONE or now.deed in deeds(view):
        return _only(now)
    return _only(replace(now, deed=Deed.NONE, waiting=None, number=None))


def _told(state: Duty, happening: h.Told) -> h.Turn:
    return _only(told(state, happening))


def _not_told(state: Duty, happening: h.NotTold) -> h.Turn:
    if happening.code in SESSION_GONE:
        return _session_ended(state)
    return _only(not_told(state, happening.topic))


def _waiting_told(state: Duty, happening: h.WaitingTold) -> h.Turn:
    if happening.window != state.window:
        return _only(state)
    return _only(replace(state, waiting=happening.numbers))


def _waiting_refused(state: Duty, happening: h.WaitingRefused) -> h.Turn:
    if happening.window != state.window:
        return _only(state)
    return _only(replace(state, deed=Deed.NONE, notice=happening.notice))


def _acknowledged(state: Duty, happening: h.AlarmAcknowledged) -> h.Turn:
    return _only(replace(state, acknowledged=state.acknowledged | {happening.alarm}))


# What is looked at


def _panel_chosen(state: Duty, happening: h.PanelChosen) -> h.Turn:
    there = replace(state, panel=happening.panel, window=None, door=None, follow_up=None, notice=None)
    return _only(_prepared_nothing(there))


def _window_chosen(state: Duty, happening: h.WindowChosen) -> h.Turn:
    chosen = replace(state, panel=Panel.WINDOW, window=happening.window, notice=None)
    return _only(_prepared_nothing(chosen))


def _deed_chosen(state: Duty, happening: h.DeedChosen) -> h.Turn:
    view = state.chosen
    if view is None or happening.deed not in deeds(view):
        return _only(state)
    prepared = replace(
        state, deed=happening.deed, units=units_of(view), waiting=None, number=None, notice=None
    )
    asked = (h.AskWaiting(window=view.window),) if happening.deed is Deed.CALL else ()
    return h.Turn(state=prepared, requests=asked)


def _units_chosen(state: Duty, happening: h.UnitsChosen) -> h.Turn:
    return _only(replace(state, units=happening.units))


def _number_chosen(state: Duty, happening: h.NumberChosen) -> h.Turn:
    return _only(replace(state, number=happening.ticket_id))


def _follow_up_chosen(state: Duty, happening: h.FollowUpChosen) -> h.Turn:
    return _only(
        replace(state, panel=Panel.RATINGS, window=None, follow_up=happening.follow_up_id, notice=None)
    )


def _backed(state: Duty, _: h.Backed) -> h.Turn:
    """Escape: first what was told, then what is being prepared, then the panel."""
    if state.notice is not None:
        return _only(replace(state, notice=None))
    has_letters = bool(state.letters or state.letters_of)
    if state.deed is not Deed.NONE or state.door_deed is not DoorDeed.NONE or state.loose or has_letters:
        return _only(_prepared_nothing(state))
    if state.door is not None:
        return _only(replace(state, door=None))
    if state.follow_up is not None:
        return _only(replace(state, follow_up=None))
    return _only(replace(state, panel=Panel.NOW, window=None))


def _prepared_nothing(state: Duty) -> Duty:
    return replace(lockers.unprepared(state), deed=Deed.NONE, units=(), waiting=None, number=None)


# Acts


def _confirmed(state: Duty, press: h.Confirmed) -> h.Turn:
    if state.pending is not None:
        return _only(state)
    against = objection(state, press.act)
    if against is not None:
        return _only(replace(state, notice=Notice(code=against, act=press.act)))
    key = key_said_before(state, press.act) or press.key
    sent = replace(state, pending=Press(act=press.act, key=key), unanswered=None, notice=None)
    return h.Turn(state=sent, requests=(h.Perform(act=press.act, key=key),))


def key_said_before(state: Duty, act: Act) -> str:
    """The key of the same wish while nobody knows whether the hall has heard it; else empty."""
    return state.unanswered.key if state.unanswered is not None and state.unanswered.act == act else ""


def _done(state: Duty, happening: h.Done) -> h.Turn:
    if state.pending is None or state.pending.key != happening.key:
        return _only(state)
    act = state.pending.act
    done = _prepared_nothing(replace(state, pending=None, notice=Notice(code="done", act=act)))
    asked = tuple(h.AskAgain(topic=topic) for topic in _changed_by(act))
    return h.Turn(state=lockers.remembered(done, act), requests=asked)


def _changed_by(act: Act) -> tuple[Topic, ...]:
    """What is worth asking for anew at once."""
    match act:
        case AnswerFor():
            return (Topic.FOLLOW_UPS, Topic.RATINGS)
        case SendAgain() | SendAllAgain():
            return (Topic.MESSAGES,)
        case _:
            return (Topic.SUPERVISION,)


def _refused(state: Duty, happening: h.Refused) -> h.Turn:
    """What was prepared stays, so that it can be tried again."""
    if state.pending is None or state.pending.key != happening.key:
        return _only(state)
    if happening.notice.code in SESSION_GONE:
        return _session_ended(state)
    code = Objection.NO_ANSWER if happening.notice.code == NO_ANSWER else happening.notice.code
    told_ = replace(happening.notice, code=code, act=state.pending.act)
    is_of_letters = isinstance(state.pending.act, SendAgain | SendAllAgain)
    unanswered = state.pending if is_of_letters and code == Objection.NO_ANSWER else None
    return _only(replace(state, pending=None, unanswered=unanswered, notice=told_))


def _only(state: Duty) -> h.Turn:
    return h.Turn(state=state)


FLOW: dict[tuple[Step, type[Any]], Handler] = {
    (Step.LOGGED_OUT, h.LogInPressed): _log_in,
    (Step.LOGGED_OUT, h.Backed): lambda state, _: _only(replace(state, notice=None)),
    (Step.LOGGING_IN, h.LoggedIn): _logged_in,
    (Step.LOGGING_IN, h.LogInRefused): _log_in_refused,
    (Step.ON_DUTY, h.LogOutPressed): _log_out,
    (Step.ON_DUTY, h.Told): _told,
    (Step.ON_DUTY, h.NotTold): _not_told,
    (Step.ON_DUTY, h.WaitingTold): _waiting_told,
    (Step.ON_DUTY, h.WaitingRefused): _waiting_refused,
    (Step.ON_DUTY, h.AlarmAcknowledged): _acknowledged,
    (Step.ON_DUTY, h.PanelChosen): _panel_chosen,
    (Step.ON_DUTY, h.WindowChosen): _window_chosen,
    (Step.ON_DUTY, h.DeedChosen): _deed_chosen,
    (Step.ON_DUTY, h.UnitsChosen): _units_chosen,
    (Step.ON_DUTY, h.NumberChosen): _number_chosen,
    (Step.ON_DUTY, h.FollowUpChosen): _follow_up_chosen,
    (Step.ON_DUTY, h.DoorChosen): lockers.door_chosen,
    (Step.ON_DUTY, h.DoorDeedChosen): lockers.door_deed_chosen,
    (Step.ON_DUTY, h.SaidYes): lockers.said_yes,
    (Step.ON_DUTY, h.LooseChosen): lockers.loose_chosen,
    (Step.ON_DUTY, h.LettersChosen): lockers.letters_chosen,
    (Step.ON_DUTY, h.Confirmed): _confirmed,
    (Step.ON_DUTY, h.Done): _done,
    (Step.ON_DUTY, h.Refused): _refused,
    (Step.ON_DUTY, h.Backed): _backed,
    (Step.LEAVING, h.LoggedOut): _logged_out,
    (Step.LEAVING, h.LogOutRefused): _log_out_refused,
}

ALWAYS: dict[type[Any], Handler] = {
    h.LinkChanged: _link_changed,
    h.Seen: _seen,
}
