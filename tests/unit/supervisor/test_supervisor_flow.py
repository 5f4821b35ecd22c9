"""What the supervisor's screen makes of presses, answers and lost lines."""

from dataclasses import replace

import pytest
from msgspec.structs import replace as altered

from counter.supervisor import samples
from counter.supervisor.flow import acts as a
from counter.supervisor.flow import happenings as h
from counter.supervisor.flow.advance import advance
from counter.supervisor.flow.state import AlarmName, Deed, Duty, Link, Notice, Panel, Step, Topic, alarm_name
from queue_core.wire.messages import Session
from queue_core.wire.ratings import CallBack, FollowUpAct
from queue_core.wire.supervision import Supervision
from queue_core.wire.words import Role, WindowAction, WindowKind, WindowState

LOG_IN = Duty(link=Link.UP)
ON_DUTY = samples.duty(12)
IDLE = 5
OPEN = a.ActAtWindow(window=9, action=WindowAction.OPEN)


def session(role: Role) -> Session:
    return Session(token="t", clerk="9001", display_name="郑值班", window=None, role=role)


def confirmed(state: Duty, act: a.Act) -> h.Turn:
    return advance(state, h.Confirmed(act=act, key="k"))


def pressed(state: Duty, act: a.Act) -> Duty:
    return confirmed(state, act).state


def chosen(window: int, state: Duty = ON_DUTY) -> Duty:
    return advance(state, h.WindowChosen(window=window)).state


def prepared(window: int, deed: Deed, state: Duty = ON_DUTY) -> h.Turn:
    return advance(chosen(window, state), h.DeedChosen(deed=deed))


def test_a_supervisor_who_logs_in_watches_the_hall_from_then_on() -> None:
    asked = advance(LOG_IN, h.LogInPressed(clerk="9001", password="p"))
    assert asked.requests == (h.SendLogIn(clerk="9001", password="p"),)
    turn = advance(asked.state, h.LoggedIn(session=session(Role.SUPERVISOR)))
    assert turn.state.step is Step.ON_DUTY
    assert turn.requests == (h.Watch(is_on=True),)


@pytest.mark.parametrize("role", [Role.CLERK, Role.GUIDE])
def test_a_clerk_or_guide_is_told_that_this_screen_is_not_theirs_and_logged_out(role: Role) -> None:
    waiting = replace(LOG_IN, step=Step.LOGGING_IN)
    turn = advance(waiting, h.LoggedIn(session=session(role)))
    assert turn.state.step is Step.LOGGED_OUT
    assert turn.state.notice == Notice(code=f"not-for-{role}")
    assert turn.requests == (h.SendLogOut(),)


def test_a_clerk_whom_the_hall_refuses_for_want_of_a_window_is_told_kindly() -> None:
    waiting = replace(LOG_IN, step=Step.LOGGING_IN)
    turn = advance(waiting, h.LogInRefused(notice=Notice(code="no-such-window")))
    assert turn.state.notice == Notice(code="not-for-clerk")


def test_log_in_without_number_or_password_asks_the_hall_nothing() -> None:
    turn = advance(LOG_IN, h.LogInPressed(clerk="", password="p"))
    assert turn.requests == ()
    assert turn.state.notice == Notice(code="fill-in-both")


def test_whoever_logs_out_leaves_nothing_of_the_hall_on_the_screen() -> None:
    leaving = advance(ON_DUTY, h.LogOutPressed())
    assert leaving.requests == (h.SendLogOut(),)
    turn = advance(leaving.state, h.LoggedOut())
    assert turn.state == Duty(link=Link.UP)
    assert turn.requests == (h.Watch(is_on=False),)


def test_logging_out_works_while_the_server_is_away() -> None:
    turn = advance(replace(ON_DUTY, link=Link.DOWN), h.LogOutPressed())
    assert turn.state.step is Step.LOGGED_OUT
    assert h.ForgetSession() in turn.requests


@pytest.mark.parametrize(
    "happening",
    [
        h.LinkChanged(link=Link.DOWN, code="session-ended"),
        h.NotTold(topic=Topic.SUPERVISION, code="session-ended"),
    ],
)
def test_a_session_that_the_hall_ended_leads_to_the_log_in_page(happening: h.Happening) -> None:
    turn = advance(ON_DUTY, happening)
    assert (turn.state.step, turn.state.session) == (Step.LOGGED_OUT, None)
    assert turn.state.notice == Notice(code="session-ended")
    assert turn.requests == (h.Watch(is_on=False), h.ForgetSession())


def test_what_is_confirmed_is_sent_once_with_its_key() -> None:
    first = confirmed(ON_DUTY, OPEN)
    assert first.requests == (h.Perform(act=OPEN, key="k"),)
    assert confirmed(first.state, OPEN).requests == ()


def test_what_is_pressed_while_the_line_is_down_is_not_sent_and_says_so() -> None:
    turn = confirmed(replace(ON_DUTY, link=Link.DOWN), OPEN)
    assert turn.requests == ()
    assert turn.state.notice == Notice(code="not-sent", act=OPEN)
    assert turn.state.pending is None


@pytest.mark.parametrize(
    ("act", "code"),
    [
        (a.PauseWindow(window=1, reason=""), "reason-missing"),
        (a.CloseInEmergency(window=1, reason=""), "reason-missing"),
        (a.CallNumber(window=5, ticket_id=7, reason=""), "reason-missing"),
        (a.CallNumber(window=5, ticket_id=0, reason="r"), "number-missing"),
        (a.ChangeUnits(window=1, units=()), "units-missing"),
        (a.TellAll(texts=(("en", "Hello"),), minutes=5), "text-missing"),
        (a.EndDay(reason="day-ended", typed="0102"), "date-wrong"),
        (a.AnswerFor(follow_up_id=1, act=FollowUpAct.REVIEW), "result-missing"),
    ],
)
def test_what_lacks_something_is_not_sent(act: a.Act, code: str) -> None:
    turn = confirmed(ON_DUTY, act)
    assert turn.requests == ()
    assert turn.state.notice == Notice(code=code, act=act)


@pytest.mark.parametrize(
    "act",
    [
        a.EndDay(reason="day-ended", typed="0101"),
        a.AnswerFor(follow_up_id=1, act=FollowUpAct.REDO, result=CallBack.NOT_SATISFIED),
        a.AnswerFor(follow_up_id=1, act=FollowUpAct.CONTACT),
        a.TellAll(texts=(("zh-CN", "公告"),), minutes=None),
        a.EndNotice(notice_id=3),
    ],
)
def test_what_is_complete_is_sent(act: a.Act) -> None:
    assert confirmed(ON_DUTY, act).requests == (h.Perform(act=act, key="k"),)


def test_what_was_done_is_told_and_the_form_is_gone() -> None:
    sent = pressed(prepared(IDLE, Deed.PAUSE).state, a.PauseWindow(window=IDLE, reason="meal"))
    turn = advance(sent, h.Done(key="k"))
    assert turn.state.deed is Deed.NONE
    assert turn.state.notice == Notice(code="done", act=a.PauseWindow(window=IDLE, reason="meal"))
    assert turn.requests == (h.AskAgain(topic=Topic.SUPERVISION),)


def test_what_was_refused_can_be_tried_again() -> None:
    sent = pressed(prepared(IDLE, Deed.PAUSE).state, a.PauseWindow(window=IDLE, reason="meal"))
    refusal = Notice(code="window-closed", said=(("zh-CN", "窗口未开，请先开窗。"),))
    state = advance(sent, h.Refused(key="k", notice=refusal)).state
    assert (state.deed, state.pending) == (Deed.PAUSE, None)
    assert state.notice is not None
    assert state.notice.said == refusal.said


def test_without_an_answer_nobody_guesses_whether_it_was_done() -> None:
    sent = pressed(ON_DUTY, OPEN)
    state = advance(sent, h.Refused(key="k", notice=Notice(code="hall-unreachable"))).state
    assert state.notice == Notice(code="no-answer", act=OPEN)


def test_an_answer_to_something_else_changes_nothing() -> None:
    sent = pressed(ON_DUTY, OPEN)
    assert advance(sent, h.Done(key="other")).state == sent


def test_an_override_first_asks_who_waits_at_that_window() -> None:
    turn = prepared(IDLE, Deed.CALL)
    assert turn.requests == (h.AskWaiting(window=IDLE),)
    told = advance(turn.state, h.WaitingTold(window=IDLE, numbers=samples.WAITING)).state
    assert told.waiting == samples.WAITING
    late = advance(turn.state, h.WaitingTold(window=2, numbers=samples.WAITING)).state
    assert late.waiting is None


def test_what_a_window_does_not_allow_cannot_be_prepared() -> None:
    assert prepared(9, Deed.CLOSE).state.deed is Deed.NONE
    assert prepared(1, Deed.CALL).state.deed is Deed.NONE


def test_a_deed_whose_window_moved_on_is_put_away() -> None:
    state = prepared(IDLE, Deed.CALL).state
    seen = h.Seen(views=(samples.serving(IDLE, 0),), at_ms=samples.NOW_MS, heard_ms=1)
    assert advance(state, seen).state.deed is Deed.NONE


def test_a_terminal_is_put_out_of_order_and_back() -> None:
    in_order = altered(samples.free(12), kind=WindowKind.TERMINAL)
    seen = h.Seen(views=(in_order,), at_ms=samples.NOW_MS, heard_ms=1)
    state = advance(ON_DUTY, seen).state
    assert prepared(12, Deed.OUT_OF_ORDER, state).state.deed is Deed.OUT_OF_ORDER
    assert prepared(12, Deed.BACK_IN_ORDER).state.deed is Deed.BACK_IN_ORDER


def test_since_when_a_window_is_free_is_known_once_it_was_seen_to_become_so() -> None:
    seen = h.Seen(views=(samples.free(1, 4),), at_ms=samples.NOW_MS, heard_ms=1)
    state = advance(ON_DUTY, seen).state
    assert state.watched[0].since_ms == samples.NOW_MS
    later = h.Seen(views=(samples.free(1, 5),), at_ms=samples.NOW_MS + 9, heard_ms=2)
    assert advance(state, later).state.watched[0].since_ms == samples.NOW_MS


def test_windows_that_a_snapshot_does_not_name_are_gone() -> None:
    seen = h.Seen(views=(samples.free(3),), at_ms=samples.NOW_MS, heard_ms=1, is_snapshot=True)
    assert [one.view.window for one in advance(ON_DUTY, seen).state.watched] == [3]


def test_a_seen_alarm_sounds_anew_when_it_begins_anew() -> None:
    name = alarm_name(samples.IDLE)
    state = advance(ON_DUTY, h.AlarmAcknowledged(alarm=name)).state
    assert state.acknowledged == {name}
    anew = altered(samples.IDLE, since_ms=samples.NOW_MS)
    told = h.Told(
        topic=Topic.SUPERVISION, answer=Supervision(now_ms=samples.NOW_MS, queues=(), alarms=(anew,))
    )
    assert advance(state, told).state.acknowledged == frozenset()


def test_an_acknowledged_alarm_stays_so_while_it_stands() -> None:
    name = AlarmName(kind=samples.IDLE.kind, subject=samples.IDLE.subject, since_ms=samples.IDLE.since_ms)
    state = advance(ON_DUTY, h.AlarmAcknowledged(alarm=name)).state
    told = h.Told(
        topic=Topic.SUPERVISION,
        answer=Supervision(now_ms=samples.NOW_MS, queues=(), alarms=(samples.IDLE,)),
    )
    assert advance(state, told).state.acknowledged == {name}


def test_what_the_hall_does_not_answer_is_missing_until_it_does() -> None:
    state = advance(ON_DUTY, h.NotTold(topic=Topic.FIGURES, code="hall-unreachable")).state
    assert state.missing == {Topic.FIGURES}
    assert state.figures is not None
    assert advance(state, h.Told(topic=Topic.FIGURES, answer=samples.day())).state.missing == frozenset()


def test_escape_takes_away_the_notice_then_the_form_then_the_panel() -> None:
    state = replace(prepared(IDLE, Deed.PAUSE).state, notice=Notice(code="reason-missing"))
    state = advance(state, h.Backed()).state
    assert (state.notice, state.deed) == (None, Deed.PAUSE)
    state = advance(state, h.Backed()).state
    assert (state.deed, state.panel) == (Deed.NONE, Panel.WINDOW)
    state = advance(state, h.Backed()).state
    assert (state.panel, state.window) == (Panel.NOW, None)


def test_the_profile_that_is_prepared_begins_as_it_is() -> None:
    state = prepared(IDLE, Deed.PROFILE).state
    assert state.units == ("business/accept", "business/consult", "business/pickup")


def test_a_closed_window_may_be_opened() -> None:
    closed = [one.view.window for one in ON_DUTY.watched if one.view.state is WindowState.CLOSED]
    assert prepared(closed[0], Deed.OPEN).state.deed is Deed.OPEN
