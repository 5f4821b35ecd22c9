"""The counter's state table: what a press leads to in each step."""

from dataclasses import replace

import pytest
from msgspec.structs import replace as altered

from counter import gallery_states as invented
from counter.flow import happenings as h
from counter.flow import requests as r
from counter.flow import state as s
from counter.flow.advance import advance
from counter.flow.deeds import HandBack, Plain
from counter.flow.pressing import DOUBLE_PRESS_MS
from counter.flow.sheets import SheetKind
from counter.flow.turn import Turn
from counter.viewmodels import ticket as ticket_props
from counter.viewmodels.moment import Moment
from queue_core.wire.messages import Errand, Session
from queue_core.wire.views import WindowTicket, WindowView
from queue_core.wire.words import TicketClass, TicketState, WindowAction, WindowState

SESSION = Session(token="session-token", clerk="1001", display_name="林晓岚", window=3)


def ticket(*, state: TicketState = TicketState.CALLED, calls: int = 1) -> WindowTicket:
    return WindowTicket(
        ticket_id=23,
        number="023",
        ticket_class=TicketClass.ACCEPT,
        category="registration",
        state=state,
        calls=calls,
        issued_at_ms=1_000,
        called_at_ms=2_000,
        started_at_ms=3_000 if state is TicketState.SERVING else None,
        holder=None,
    )


def window(state: WindowState, *, calls: int = 1, number: int = 3) -> WindowView:
    in_hand = {
        WindowState.CALLED: ticket(calls=calls),
        WindowState.SERVING: ticket(state=TicketState.SERVING, calls=calls),
    }
    return WindowView(
        window=number,
        state=state,
        clerk="1001",
        clerk_display_name="林晓岚",
        ticket=in_hand.get(state),
        rating=None,
        waiting=12,
        calls_before_no_show=3,
    )


def at_window(state: WindowState, **options: int) -> s.Counter:
    return s.Counter(
        windows=(3,),
        step=s.Step.AT_WINDOW,
        link=s.Link.UP,
        session=SESSION,
        views=(window(state, **options),),
    )


def press(action: WindowAction, *, key: str = "key-1", at_ms: int = 10_000) -> h.ActionPressed:
    return h.ActionPressed(action=action, key=key, at_ms=at_ms)


ALLOWED = [
    (WindowState.CLOSED, WindowAction.OPEN),
    (WindowState.FREE, WindowAction.CALL_NEXT),
    (WindowState.FREE, WindowAction.CLOSE),
    (WindowState.PAUSED, WindowAction.RESUME),
    (WindowState.PAUSED, WindowAction.CLOSE),
    (WindowState.CALLED, WindowAction.RECALL),
    (WindowState.CALLED, WindowAction.START),
    (WindowState.SERVING, WindowAction.FINISH),
]

OBJECTIONS = [
    (WindowState.CLOSED, WindowAction.CALL_NEXT, "open-the-window-first"),
    (WindowState.FREE, WindowAction.OPEN, "window-already-open"),
    (WindowState.FREE, WindowAction.RECALL, "call-first"),
    (WindowState.PAUSED, WindowAction.CALL_NEXT, "window-paused"),
    (WindowState.PAUSED, WindowAction.OPEN, "window-paused"),
    (WindowState.FREE, WindowAction.FINISH, "call-first"),
    (WindowState.CALLED, WindowAction.CALL_NEXT, "answer-the-call-first"),
    (WindowState.CALLED, WindowAction.CLOSE, "answer-the-call-first"),
    (WindowState.SERVING, WindowAction.CALL_NEXT, "finish-first"),
    (WindowState.SERVING, WindowAction.NO_SHOW, "finish-first"),
    (WindowState.SERVING, WindowAction.CLOSE, "finish-first"),
]


@pytest.mark.parametrize(("state", "action"), ALLOWED)
def test_an_allowed_press_is_sent_once_with_its_own_key(state: WindowState, action: WindowAction) -> None:
    turn = advance(at_window(state), press(action, key="mine"))
    assert turn.requests == (r.SendDeed(window=3, deed=Plain(action=action), key="mine"),)
    assert turn.state.pending is not None


@pytest.mark.parametrize(("state", "action", "code"), OBJECTIONS)
def test_a_press_that_the_state_forbids_is_not_sent_and_says_why(
    state: WindowState, action: WindowAction, code: str
) -> None:
    turn = advance(at_window(state), press(action))
    assert turn.requests == ()
    assert turn.state.notice == s.Notice(code=code, calls_missing=turn.state.notice.calls_missing)


@pytest.mark.parametrize(("calls", "missing"), [(1, 2), (2, 1)])
def test_a_no_show_before_the_third_call_says_how_many_calls_are_missing(calls: int, missing: int) -> None:
    turn = advance(at_window(WindowState.CALLED, calls=calls), press(WindowAction.NO_SHOW))
    assert turn.requests == ()
    assert turn.state.notice == s.Notice(code="call-again-first", calls_missing=missing)


def test_a_no_show_after_the_third_call_is_sent() -> None:
    turn = advance(at_window(WindowState.CALLED, calls=3), press(WindowAction.NO_SHOW))
    assert [request.deed for request in turn.requests] == [Plain(action=WindowAction.NO_SHOW)]


def test_a_supervisor_who_logs_in_at_a_counter_is_logged_out_with_a_word() -> None:
    logging_in = s.Counter(windows=(3,), step=s.Step.LOGGING_IN, link=s.Link.UP)
    session = Session(token="session-token", clerk="s-1", display_name="值班主任", window=None)
    turn = advance(logging_in, h.LoggedIn(session=session))
    assert (turn.state.step, turn.state.session) == (s.Step.LOGGED_OUT, None)
    assert turn.state.notice == s.Notice(code="not-a-window-clerk")
    assert turn.requests == (r.SendLogOut(),)


def test_a_press_while_the_last_one_is_unanswered_changes_nothing() -> None:
    first = advance(at_window(WindowState.FREE), press(WindowAction.CALL_NEXT)).state
    turn = advance(first, press(WindowAction.CALL_NEXT, key="key-2", at_ms=60_000))
    assert turn == Turn(state=first)


def test_a_double_press_of_recall_is_one_recall() -> None:
    sent = advance(at_window(WindowState.CALLED), press(WindowAction.RECALL)).state
    answered = advance(sent, h.ActionDone(key="key-1")).state
    second = press(WindowAction.RECALL, key="key-2", at_ms=10_000 + DOUBLE_PRESS_MS - 1)
    assert advance(answered, second).requests == ()


def test_a_later_second_recall_is_a_recall_of_its_own() -> None:
    sent = advance(at_window(WindowState.CALLED), press(WindowAction.RECALL)).state
    answered = advance(sent, h.ActionDone(key="key-1")).state
    second = press(WindowAction.RECALL, key="key-2", at_ms=10_000 + DOUBLE_PRESS_MS)
    assert [request.key for request in advance(answered, second).requests] == ["key-2"]


def test_a_refusal_is_told_and_the_next_press_is_free() -> None:
    sent = advance(at_window(WindowState.FREE), press(WindowAction.CALL_NEXT)).state
    notice = s.Notice(code="nobody-waiting", remedy="wait")
    turn = advance(sent, h.ActionRefused(key="key-1", notice=notice))
    assert turn.state.notice == notice
    again = advance(turn.state, press(WindowAction.CALL_NEXT, key="key-2", at_ms=10_001))
    assert [request.key for request in again.requests] == ["key-2"]


def test_an_answer_to_an_older_press_changes_nothing() -> None:
    sent = advance(at_window(WindowState.FREE), press(WindowAction.CALL_NEXT)).state
    assert advance(sent, h.ActionDone(key="another")).state == sent
    late = h.ActionRefused(key="another", notice=s.Notice(code="window-busy"))
    assert advance(sent, late).state == sent


def test_a_notice_goes_when_the_window_moves_on() -> None:
    told = replace(at_window(WindowState.FREE), notice=s.Notice(code="nobody-waiting"))
    assert advance(told, h.Seen(view=window(WindowState.CALLED))).state.notice is None


def test_a_notice_stays_while_the_window_does_not_move() -> None:
    told = replace(at_window(WindowState.FREE), notice=s.Notice(code="nobody-waiting"))
    assert advance(told, h.Seen(view=window(WindowState.FREE))).state.notice is not None


def test_a_dismissed_notice_is_gone() -> None:
    told = replace(at_window(WindowState.FREE), notice=s.Notice(code="nobody-waiting"))
    assert advance(told, h.NoticeDismissed()).state.notice is None


def test_a_press_while_the_line_is_down_is_said_not_to_be_sent_and_is_not_sent_later() -> None:
    away = advance(at_window(WindowState.FREE), h.LinkChanged(link=s.Link.DOWN)).state
    turn = advance(away, press(WindowAction.CALL_NEXT))
    assert turn.requests == ()
    assert turn.state.notice == s.Notice(code="not-sent", action="call-next")
    assert advance(turn.state, h.LinkChanged(link=s.Link.UP)).requests == ()


def test_what_was_seen_stays_while_the_server_is_away() -> None:
    before = at_window(WindowState.SERVING)
    assert advance(before, h.LinkChanged(link=s.Link.DOWN)).state.view == before.view


def test_a_view_of_another_window_does_not_touch_mine() -> None:
    state = advance(at_window(WindowState.FREE), h.Seen(view=window(WindowState.SERVING, number=4))).state
    assert state.view == window(WindowState.FREE)


@pytest.mark.parametrize(
    ("state", "code"),
    [(WindowState.CALLED, "answer-the-call-first"), (WindowState.SERVING, "finish-first")],
)
def test_a_clerk_with_a_ticket_in_hand_is_told_why_he_cannot_leave(state: WindowState, code: str) -> None:
    turn = advance(at_window(state), h.LogOutPressed())
    assert turn.requests == ()
    assert turn.state.notice == s.Notice(code=code)


@pytest.mark.parametrize("state", [WindowState.FREE, WindowState.PAUSED, WindowState.CLOSED])
def test_leaving_without_a_ticket_logs_out_at_the_server(state: WindowState) -> None:
    leaving = advance(at_window(state), h.LogOutPressed())
    assert leaving.requests == (r.SendLogOut(),)
    left = advance(leaving.state, h.LoggedOut()).state
    assert (left.step, left.session) == (s.Step.LOGGED_OUT, None)


def test_leaving_stops_when_the_server_refuses() -> None:
    leaving = advance(at_window(WindowState.FREE), h.LogOutPressed()).state
    turn = advance(leaving, h.LogOutRefused(notice=s.Notice(code="window-busy")))
    assert (turn.state.step, turn.state.session) == (s.Step.AT_WINDOW, SESSION)


def test_leaving_a_session_that_is_gone_is_leaving() -> None:
    leaving = advance(at_window(WindowState.FREE), h.LogOutPressed()).state
    turn = advance(leaving, h.LogOutRefused(notice=s.Notice(code="unauthenticated")))
    assert (turn.state.step, turn.state.notice) == (s.Step.LOGGED_OUT, None)


def test_the_stream_that_ends_with_the_session_is_no_bad_news_to_who_leaves() -> None:
    leaving = advance(at_window(WindowState.FREE), h.LogOutPressed()).state
    lost = advance(leaving, h.LinkChanged(link=s.Link.DOWN, code="session-ended")).state
    assert (lost.step, lost.link, lost.notice) == (s.Step.LEAVING, s.Link.CONNECTING, None)


def test_a_log_in_goes_to_the_server_and_an_acceptance_leads_to_the_window() -> None:
    asked = advance(s.Counter(windows=(3,)), h.LogInPressed(clerk="1001", password="secret"))
    assert asked.requests == (r.SendLogIn(window=3, clerk="1001", password="secret"),)
    assert advance(asked.state, h.LoggedIn(session=SESSION)).state.step is s.Step.AT_WINDOW


def test_a_second_log_in_press_is_not_sent() -> None:
    once = h.LogInPressed(clerk="1001", password="secret")
    asked = advance(s.Counter(windows=(3,)), once).state
    assert advance(asked, once).requests == ()


def test_a_log_in_without_number_or_password_is_not_sent() -> None:
    turn = advance(s.Counter(windows=(3,)), h.LogInPressed(clerk="1001", password=""))
    assert turn.requests == ()
    assert turn.state.notice == s.Notice(code="fill-in-both")


def test_a_refused_log_in_can_be_tried_again() -> None:
    once = h.LogInPressed(clerk="1001", password="wrong")
    asked = advance(s.Counter(windows=(3,)), once).state
    refused = advance(asked, h.LogInRefused(notice=s.Notice(code="wrong-password"))).state
    assert refused.step is s.Step.LOGGED_OUT
    assert advance(refused, once).requests != ()


@pytest.mark.parametrize("code", ["session-ended", "unauthenticated"])
def test_an_ended_session_leads_back_to_the_log_in_with_a_word(code: str) -> None:
    sent = advance(at_window(WindowState.SERVING), press(WindowAction.FINISH)).state
    turn = advance(sent, h.ActionRefused(key="key-1", notice=s.Notice(code=code)))
    assert turn.state.step is s.Step.LOGGED_OUT
    assert turn.state.notice == s.Notice(code="session-ended")
    assert turn.requests == (r.ForgetSession(),)


def test_a_stream_that_no_longer_knows_the_session_leads_back_to_the_log_in() -> None:
    lost = h.LinkChanged(link=s.Link.DOWN, code="unauthenticated")
    assert advance(at_window(WindowState.SERVING), lost).state.step is s.Step.LOGGED_OUT


def test_neither_password_nor_session_shows_in_a_repr() -> None:
    shown = repr(h.LogInPressed(clerk="1001", password="secret-7")) + repr(at_window(WindowState.FREE))
    assert "secret-7" not in shown
    assert SESSION.token not in shown


def test_what_was_never_answered_is_the_same_command_when_pressed_again() -> None:
    sent = advance(at_window(WindowState.FREE), press(WindowAction.CALL_NEXT)).state
    unknown = advance(sent, h.ActionRefused(key="key-1", notice=s.Notice(code="hall-unreachable"))).state
    again = advance(unknown, press(WindowAction.CALL_NEXT, key="key-2", at_ms=60_000))
    assert [request.key for request in again.requests] == ["key-1"]


def test_what_was_never_answered_is_over_when_the_window_moves_on() -> None:
    sent = advance(at_window(WindowState.FREE), press(WindowAction.CALL_NEXT)).state
    unknown = advance(sent, h.ActionRefused(key="key-1", notice=s.Notice(code="hall-unreachable"))).state
    moved = advance(unknown, h.Seen(view=window(WindowState.CALLED))).state
    assert moved.unanswered is None


@pytest.mark.parametrize("code", ["window-taken", "clerk-elsewhere"])
def test_a_taken_window_is_asked_about_and_taken_over_with_what_was_typed(code: str) -> None:
    asked = advance(s.Counter(windows=(3,)), h.LogInPressed(clerk="1002", password="secret")).state
    taken = advance(asked, h.LogInRefused(notice=s.Notice(code=code))).state
    assert (taken.step, taken.question) == (s.Step.LOGGED_OUT, code)
    turn = advance(taken, h.TakeOverPressed())
    assert turn.requests == (r.SendLogIn(window=3, clerk="1002", password="secret", takes_over=True),)


def test_who_does_not_take_over_leaves_no_password_behind() -> None:
    asked = advance(s.Counter(windows=(3,)), h.LogInPressed(clerk="1002", password="secret")).state
    taken = advance(asked, h.LogInRefused(notice=s.Notice(code="window-taken"))).state
    left = advance(taken, h.NoticeDismissed()).state
    assert (left.question, left.asked) == ("", None)


def test_a_staff_card_logs_in_at_the_chosen_window() -> None:
    chosen = advance(s.Counter(windows=(1, 2)), h.WindowChosen(window=2)).state
    turn = advance(chosen, h.CardLaid(serial="04A1B2C3"))
    assert turn.requests == (r.SendLogIn(window=2, card="04A1B2C3"),)
    assert "04A1B2C3" not in repr(turn)


def test_a_card_that_is_not_enough_leaves_its_number_and_asks_for_the_password() -> None:
    asked = advance(s.Counter(windows=(3,)), h.CardLaid(serial="04A1B2C3")).state
    known = advance(asked, h.CardKnown(clerk="1001")).state
    assert (known.card_clerk, known.notice) == ("1001", s.Notice(code="password-too"))


def test_a_card_laid_down_at_work_changes_nothing() -> None:
    state = at_window(WindowState.SERVING)
    assert advance(state, h.CardLaid(serial="04A1B2C3")) == Turn(state=state)


def test_nothing_of_one_clerk_is_left_to_the_next() -> None:
    full = replace(at_window(WindowState.FREE), note="about somebody", ticked=frozenset({"a paper"}))
    left = advance(advance(full, h.LogOutPressed()).state, h.LoggedOut()).state
    assert (left.note, left.ticked, left.served, left.asked) == ("", frozenset(), (), None)


def test_the_layout_is_changed_in_every_step_and_the_window_is_arranged() -> None:
    turn = advance(s.Counter(windows=(3,)), h.LayoutPressed(layout=s.Layout.FULL))
    assert turn.state.layout is s.Layout.FULL
    assert turn.requests == (r.Arrange(layout=s.Layout.FULL),)


def test_who_came_back_by_oneself_does_not_move_the_choice_to_another_number() -> None:
    asked = advance(
        invented.at_window(altered(invented.FREE, held=invented.HELD[:2])),
        h.SheetPressed(kind=SheetKind.HAND_BACK),
    ).state
    second = advance(asked, h.OptionChosen(place=1)).state
    one_back = altered(invented.FREE, held=(altered(invented.HELD[0], is_back=True), invented.HELD[1]))
    sent = advance(advance(second, h.Seen(view=one_back)).state, h.Confirmed(key="k", at_ms=1))
    assert [request.deed for request in sent.requests] == [HandBack(ticket_id=invented.HELD[1].ticket_id)]
    first = advance(advance(asked, h.Seen(view=one_back)).state, h.Confirmed(key="k", at_ms=1))
    assert (first.requests, first.state.notice) == ((), s.Notice(code="choice-missing"))


def test_a_result_stays_with_its_number_when_the_caller_calls_another() -> None:
    served = s.Served(ticket_id=19, number="019", category="registration", matter=None)
    free = replace(invented.at_window(invented.FREE), served=(served,))
    typed = advance(
        advance(free, h.SheetPressed(kind=SheetKind.RESULT)).state, h.Typed(text="2026-0158")
    ).state
    called = advance(typed, h.Seen(view=invented.CALLED.views[0])).state
    (request,) = advance(called, h.Confirmed(key="k", at_ms=1)).requests
    assert request.deed.ticket_id == 19


def test_a_tick_stays_with_its_paper_when_a_conversion_brings_others() -> None:
    ticked = advance(invented.CALLED, h.MaterialTicked(place=0)).state
    other = altered(
        invented.MATTER,
        code="branch",
        materials=(*invented.MATTER.materials[3:], invented.MATTER.materials[0]),
    )
    errand = Errand(ticket_class=TicketClass.ACCEPT, category="registration", matter="branch")
    converted = altered(invented.TICKET, matter="branch", errands=(errand,))
    seen = advance(ticked, h.Seen(view=altered(invented.CALLED.views[0], ticket=converted))).state
    now = advance(seen, h.MatterTold(matter=other)).state
    moment = Moment(now_ms=invented.NOW_MS, language="en", look="day", keys={}, has_reader=False)
    shown = ticket_props.derive(now, moment).materials
    assert [each.is_ticked for each in shown] == [False, False, True]
