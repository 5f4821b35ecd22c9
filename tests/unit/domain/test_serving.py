import pytest
from msgspec.structs import replace

from queue_core.domain import refusals
from queue_core.domain.commands import (
    CallNext,
    ChangeRules,
    CloseWindow,
    FinishService,
    MarkNoShow,
    OpenWindow,
    Recall,
    StartService,
)
from queue_core.domain.rules import Unit
from queue_core.domain.words import TicketClass, TicketState, WindowState

CUSTOMS = Unit("customs", TicketClass.ACCEPT)
ADVICE = Unit("registration", TicketClass.CONSULT)


def test_a_number_is_called_started_and_finished(play) -> None:
    play.open(1)
    ticket = play.take()
    assert play.call(1).state is TicketState.CALLED
    play.do(StartService(window=1))
    assert play.now(ticket).state is TicketState.SERVING
    play.do(FinishService(window=1))
    assert play.now(ticket).state is TicketState.FINISHED
    assert play.day.windows[1].state is WindowState.FREE
    assert play.day.rateable_at(1) == play.now(ticket)


def test_numbers_are_called_in_order_of_arrival_among_what_a_window_handles(play) -> None:
    play.open(1, 3, 4)
    customs, first, advice = play.take(CUSTOMS), play.take(), play.take(ADVICE)
    assert play.call(1).ticket_id == first.ticket_id
    assert play.call(4).ticket_id == customs.ticket_id
    with pytest.raises(refusals.NobodyWaiting):
        play.call(3)
    play.do(StartService(window=1))
    play.do(FinishService(window=1))
    assert play.call(1).ticket_id == advice.ticket_id


def test_a_call_and_its_recalls_are_numbered_for_the_wall(play) -> None:
    play.open(1)
    play.take()
    play.call(1)
    play.do(Recall(window=1))
    assert [(call.call_id, call.nth) for call in play.day.calls] == [(1, 1), (2, 2)]


def test_a_number_is_missed_after_three_calls_and_not_before(play) -> None:
    play.open(1)
    ticket = play.take()
    play.call(1)
    play.do(Recall(window=1))
    with pytest.raises(refusals.TooFewCalls) as refusal:
        play.do(MarkNoShow(window=1))
    assert refusal.value.needed == 3
    play.do(Recall(window=1))
    play.do(MarkNoShow(window=1), after_ms=60_000)
    assert play.now(ticket).state is TicketState.ABSENT
    assert play.day.windows[1].state is WindowState.FREE


@pytest.mark.parametrize("start", [False, True])
@pytest.mark.parametrize("command", [CallNext(window=1), CloseWindow(window=1)])
def test_a_window_keeps_its_ticket_until_the_end(play, command, start) -> None:
    play.open(1)
    ticket = play.serve(1) if start and play.take() else (play.take() and play.call(1))
    with pytest.raises(refusals.WindowBusy) as refusal:
        play.do(command)
    assert refusal.value.ticket.ticket_id == ticket.ticket_id


@pytest.mark.parametrize(
    ("command", "refusal"),
    [
        (CallNext(window=1), refusals.NobodyWaiting),
        (Recall(window=1), refusals.NotCalled),
        (StartService(window=1), refusals.NotCalled),
        (MarkNoShow(window=1), refusals.NotCalled),
        (FinishService(window=1), refusals.NotServing),
        (OpenWindow(window=1, clerk="another"), refusals.WindowTaken),
    ],
)
def test_a_free_window_refuses_what_needs_a_ticket(play, command, refusal) -> None:
    play.open(1)
    with pytest.raises(refusal):
        play.do(command)


@pytest.mark.parametrize(
    "command", [each(window=2) for each in (CallNext, Recall, StartService, MarkNoShow, FinishService)]
)
def test_a_closed_window_calls_nobody(play, command) -> None:
    play.take()
    with pytest.raises(refusals.WindowIsClosed):
        play.do(command)


@pytest.mark.parametrize(
    "command", [CallNext(window=77), CloseWindow(window=77), OpenWindow(window=77, clerk="a")]
)
def test_a_window_that_is_not_there_is_refused(play, command) -> None:
    with pytest.raises(refusals.NoSuchWindow):
        play.do(command)


def test_opening_and_closing_again_changes_nothing(play) -> None:
    play.open(1)
    assert play.do(OpenWindow(window=1, clerk="clerk 1")) == ()
    play.do(CloseWindow(window=1))
    assert play.do(CloseWindow(window=1)) == ()


def test_another_clerk_may_follow_once_the_window_was_closed(play) -> None:
    play.open(1)
    play.do(CloseWindow(window=1))
    play.do(OpenWindow(window=1, clerk="another"))
    assert play.day.windows[1].clerk == "another"


def test_other_rules_take_effect_for_those_who_wait(play, zones) -> None:
    play.open(3)
    ticket = play.take()
    wider = replace(
        zones, windows=tuple(replace(window, profile=tuple(zones.offered())) for window in zones.windows)
    )
    play.do(ChangeRules(rules=wider))
    assert play.call(3).ticket_id == ticket.ticket_id
    assert play.do(ChangeRules(rules=wider)) == ()


def test_a_window_that_the_rules_drop_finishes_its_ticket_and_then_calls_nobody(play, zones) -> None:
    play.open(1)
    play.take()
    ticket = play.serve(1)
    play.take()
    play.do(ChangeRules(rules=replace(zones, windows=zones.windows[1:])))
    play.do(FinishService(window=1))
    assert play.now(ticket).state is TicketState.FINISHED
    with pytest.raises(refusals.NobodyWaiting):
        play.do(CallNext(window=1))
    play.do(CloseWindow(window=1))
    with pytest.raises(refusals.NoSuchWindow):
        play.do(OpenWindow(window=1, clerk="clerk 1"))
