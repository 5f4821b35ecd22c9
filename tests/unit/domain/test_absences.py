"""Who is not there, who comes back, who is held, who lets others pass, and who gives up."""

import pytest

from queue_core.domain import refusals
from queue_core.domain.commands import (
    Cancel,
    CloseWindow,
    Defer,
    HoldTicket,
    MarkNoShow,
    PauseWindow,
    Recall,
    ReportSpoken,
    ResumeWindow,
    Return,
)
from queue_core.domain.words import ExpiryReason, TicketState, WindowState


def back(ticket) -> Return:
    return Return(ticket_id=ticket.ticket_id)


def test_the_time_to_come_counts_from_the_spoken_call(play) -> None:
    play.open(1)
    play.take()
    play.call(1)
    play.do(ReportSpoken(call_id=1), after_ms=30_000)
    play.do(Recall(window=1))
    play.do(Recall(window=1))
    with pytest.raises(refusals.TooEarly) as refusal:
        play.do(MarkNoShow(window=1), after_ms=50_000)
    assert refusal.value.may_miss_at_ms == play.now_ms + 8_000
    play.do(MarkNoShow(window=1), after_ms=8_000)


def test_the_first_sentence_that_was_heard_starts_the_time_and_each_is_told_once(play) -> None:
    play.open(1)
    ticket = play.take()
    play.call(1)
    play.do(ReportSpoken(call_id=1))
    heard_at_ms = play.now_ms
    assert play.do(ReportSpoken(call_id=1)) == ()
    play.do(Recall(window=1))
    assert [call.is_spoken for call in play.day.calls] == [True, False]
    assert len(play.do(ReportSpoken(call_id=2))) == 1
    assert play.do(ReportSpoken(call_id=2)) == ()
    assert [call.is_spoken for call in play.day.calls] == [True, True]
    assert play.now(ticket).spoken_at_ms == heard_at_ms
    with pytest.raises(refusals.NoSuchCall):
        play.do(ReportSpoken(call_id=9))


def test_who_is_back_soon_keeps_the_place_and_lets_three_pass(play) -> None:
    play.open(1, 2)
    ticket = play.take()
    play.miss(1)
    others = [play.take() for _ in range(5)]
    play.do(back(ticket))
    assert play.now(ticket).seniority_ms == ticket.seniority_ms
    called = []
    for _ in range(4):
        called.append(play.serve(1).ticket_id)
        play.finish(1)
    assert called == [*(each.ticket_id for each in others[:3]), ticket.ticket_id]


def test_who_lets_others_pass_is_called_when_nobody_else_waits(play) -> None:
    play.open(1)
    ticket = play.take()
    play.miss(1)
    play.do(back(ticket))
    assert play.call(1).ticket_id == ticket.ticket_id


def test_calls_of_windows_that_do_not_serve_one_are_not_passed(play) -> None:
    play.open(1, 3)
    ticket = play.take()
    play.do(Defer(ticket_id=ticket.ticket_id))
    customs = play.take(play.day.rules.windows[2].profile[0])
    assert play.call(3).ticket_id == customs.ticket_id
    play.do(Recall(window=3))
    assert play.now(ticket).deferral.passes_left == 3


def test_who_is_back_late_counts_from_the_missed_call(play) -> None:
    play.open(1)
    ticket = play.take()
    play.wait(5)
    missed = play.now(play.miss(1))
    play.wait(15)
    play.do(back(ticket))
    after = play.now(ticket)
    assert (after.state, after.seniority_ms) == (TicketState.WAITING, missed.called_at_ms)


def test_who_is_back_too_late_has_lost_the_number(play) -> None:
    play.open(1)
    ticket = play.take()
    play.miss(1)
    play.wait(31)
    with pytest.raises(refusals.TicketEnded):
        play.do(back(ticket))


@pytest.mark.parametrize(("minutes", "keeps"), [(20, False), (45, True)])
def test_a_late_return_keeps_an_appointment_only_if_the_call_came_before_it(play, minutes, keeps) -> None:
    play.open(1)
    ticket = play.take(appointment_id=play.book(minutes=minutes))
    if not keeps:
        play.wait(minutes + 6)
    play.miss(1)
    play.wait(12)
    play.do(back(ticket))
    assert (play.now(ticket).slot is not None) is keeps


def test_a_second_miss_ends_the_number(play) -> None:
    play.open(1)
    ticket = play.take()
    play.miss(1)
    play.do(back(ticket))
    play.miss(1)
    assert play.now(ticket).state is TicketState.EXPIRED
    assert play.events[-1].reason is ExpiryReason.MISSED_TWICE


def hold(play):
    play.open(1, 2)
    ticket = play.take()
    play.serve(1)
    play.do(HoldTicket(window=1, reason="copies"))
    return ticket


def test_the_window_that_held_a_number_takes_it_first_and_no_other_does(play) -> None:
    ticket = hold(play)
    other = play.take()
    play.do(back(ticket))
    assert play.day.waiting.next_at(2) == other.ticket_id
    assert play.call(1).ticket_id == ticket.ticket_id


def test_after_the_time_of_the_hold_any_window_may_call_it(play) -> None:
    ticket = hold(play)
    play.take()
    play.do(back(ticket))
    play.wait(15)
    assert play.call(2).ticket_id == ticket.ticket_id


def test_who_comes_back_after_the_hold_waits_as_before(play) -> None:
    ticket = hold(play)
    play.wait(16)
    play.do(back(ticket))
    assert play.now(ticket).hold is None
    assert play.call(2).ticket_id == ticket.ticket_id


@pytest.mark.parametrize("command", [PauseWindow(window=1, reason="lunch"), CloseWindow(window=1)])
def test_when_the_holding_window_rests_any_window_may_call_it(play, command) -> None:
    ticket = hold(play)
    play.do(back(ticket))
    play.do(command)
    assert play.call(2).ticket_id == ticket.ticket_id


def test_a_number_is_held_twice_and_no_more(play) -> None:
    ticket = hold(play)
    play.do(back(ticket))
    play.serve(1)
    play.do(HoldTicket(window=1, reason="photos"))
    play.do(back(ticket))
    play.serve(1)
    with pytest.raises(refusals.TooManyHolds):
        play.do(HoldTicket(window=1, reason="more photos"))


def test_a_number_is_given_up_until_its_service_begins(play) -> None:
    play.open(1)
    ticket = play.take()
    play.call(1)
    play.do(Cancel(ticket_id=ticket.ticket_id))
    assert play.day.windows[1].state is WindowState.FREE
    assert play.do(Cancel(ticket_id=ticket.ticket_id)) == ()
    served = play.take()
    play.serve(1)
    with pytest.raises(refusals.WrongState):
        play.do(Cancel(ticket_id=served.ticket_id))


def test_a_pause_waits_for_the_ticket_in_hand(play) -> None:
    play.open(1)
    play.take()
    play.serve(1)
    play.do(PauseWindow(window=1, reason="lunch"))
    assert play.day.windows[1].state is WindowState.SERVING
    play.finish(1)
    assert play.day.windows[1].state is WindowState.PAUSED
    play.take()
    with pytest.raises(refusals.WindowIsPaused):
        play.call(1)
    play.do(ResumeWindow(window=1))
    play.call(1)


def test_a_pause_that_is_taken_back_never_begins(play) -> None:
    play.open(1)
    play.take()
    play.serve(1)
    play.do(PauseWindow(window=1, reason="lunch"))
    play.do(ResumeWindow(window=1))
    play.finish(1)
    assert play.day.windows[1].state is WindowState.FREE


def test_in_an_emergency_who_is_served_waits_again_with_the_same_place(play) -> None:
    play.open(1, 2)
    ticket = play.take()
    play.serve(1)
    play.take()
    play.do(CloseWindow(window=1, emergency="water"))
    assert play.day.windows[1].state is WindowState.CLOSED
    assert play.call(2).ticket_id == ticket.ticket_id
