"""Who is called next, by which right, and with what reason the others are told."""

import pytest

from queue_core.domain import refusals
from queue_core.domain.commands import (
    CallTicket,
    CallWaiting,
    Cancel,
    ChangeProfile,
    Defer,
    GrantPriority,
    HoldTicket,
    Return,
    StartService,
)
from queue_core.domain.events import HeadStartChanged, TicketCalled
from queue_core.domain.evolve import evolve
from queue_core.domain.explaining import why, windows_for
from queue_core.domain.rules import CategoryRules, HallRules, Unit, WindowRules
from queue_core.domain.ticket import Priority
from queue_core.domain.words import CallMode, CallWay, PriorityKind, Reason, Right, TicketClass, TicketState

CUSTOMS = Unit("customs", TicketClass.ACCEPT)
ADVICE = Unit("registration", TicketClass.CONSULT)
COLLECTION = Unit("registration", TicketClass.PICKUP)
BY_CARD = Priority(kind=PriorityKind.AGE, verified_by="card")


def last_call(play) -> TicketCalled:
    return next(each for each in reversed(play.events) if isinstance(each, TicketCalled))


def reasons(play, ticket) -> list[Reason]:
    return [each.reason for each in why(play.day, play.now(ticket))]


@pytest.mark.parametrize(("lead", "is_first"), [(44, True), (46, False)])
def test_priority_goes_before_who_came_up_to_45_minutes_earlier(play, lead, is_first) -> None:
    play.open(1)
    early = play.take()
    play.wait(lead)
    old = play.take(priority=BY_CARD)
    assert play.call(1).ticket_id == (old if is_first else early).ticket_id
    assert last_call(play).right is (Right.PRIORITY if is_first else Right.ARRIVAL)
    assert reasons(play, early) == ([Reason.PRIORITY] if is_first else [])


@pytest.mark.parametrize(("lead", "is_first"), [(9, True), (11, False)])
def test_a_verified_pickup_goes_before_who_came_up_to_10_minutes_earlier(play, lead, is_first) -> None:
    play.open(1)
    case = play.finished_case()
    early = play.take()
    play.wait(lead)
    ready = play.take(COLLECTION, case_id=case)
    assert play.call(1).ticket_id == (ready if is_first else early).ticket_id
    assert reasons(play, early) == ([Reason.PICKUP] if is_first else [])


def test_a_pickup_without_a_finished_case_is_a_walk_in(play) -> None:
    play.open(1)
    early = play.take()
    play.take(COLLECTION)
    assert play.call(1).ticket_id == early.ticket_id


def test_an_appointment_counts_from_five_minutes_before_its_slot(play) -> None:
    play.open(1)
    booked = play.book(minutes=29)
    early = play.take()
    holder = play.take(appointment_id=booked)
    assert play.day.waiting.next_at(1) == early.ticket_id
    starts_at_ms = holder.slot.starts_at_ms
    play.now_ms = starts_at_ms - 5 * 60_000 - 1
    play.day.pass_time(play.now_ms)
    assert play.day.waiting.next_at(1) == early.ticket_id
    play.now_ms = starts_at_ms - 5 * 60_000 - 1_000
    assert play.call(1).ticket_id == holder.ticket_id
    (overtaking,) = why(play.day, play.now(early))
    assert (overtaking.reason, overtaking.slot_starts_at_ms) == (Reason.APPOINTMENT, starts_at_ms)


def test_another_head_start_moves_the_appointments_that_are_due(play) -> None:
    play.open(1)
    booked = play.book(minutes=70)
    early = play.take()
    play.wait(70)
    holder = play.take(appointment_id=booked)
    play.wait(20)
    play.day.pass_time(play.now_ms)
    assert play.day.waiting.next_at(1) == early.ticket_id
    play.day = evolve(play.day, HeadStartChanged(at_ms=play.now_ms, head_start_ms=120 * 60_000))
    assert play.day.waiting.next_at(1) == holder.ticket_id


def test_rights_do_not_add_up(play) -> None:
    play.open(1)
    case = play.finished_case()
    early = play.take()
    play.wait(50)
    play.take(COLLECTION, case_id=case, priority=BY_CARD)
    assert play.call(1).ticket_id == early.ticket_id


def test_a_right_granted_while_waiting_counts_at_once(play) -> None:
    play.open(1)
    play.take()
    later = play.take()
    play.do(GrantPriority(ticket_id=later.ticket_id, priority=BY_CARD))
    assert play.call(1).ticket_id == later.ticket_id


def test_a_person_at_a_window_is_not_called_with_another_number(play) -> None:
    play.open(1, 3)
    first = play.take()
    second = play.take(CUSTOMS, held=(first.ticket_id,))
    play.serve(1)
    with pytest.raises(refusals.NobodyWaiting):
        play.call(3)
    with pytest.raises(refusals.HolderElsewhere):
        play.do(CallTicket(window=3, ticket_id=second.ticket_id, reason="a child cries"))
    play.finish(1)
    assert play.call(3).ticket_id == second.ticket_id


def test_a_supervisor_calls_past_the_rule_and_says_why(play) -> None:
    play.open(3)
    early, late = play.take(CUSTOMS), play.take()
    with pytest.raises(refusals.ReasonNeeded):
        play.do(CallTicket(window=3, ticket_id=late.ticket_id, reason="  "))
    play.do(CallTicket(window=3, ticket_id=late.ticket_id, reason="a child cries"))
    assert (last_call(play).way, last_call(play).reason) == (CallWay.OVERRIDE, "a child cries")
    assert reasons(play, early) == [Reason.OVERRIDE]


def test_nobody_in_service_or_ended_is_called_by_a_supervisor(play) -> None:
    play.open(1, 4)
    ticket = play.take()
    play.serve(1)
    with pytest.raises(refusals.WrongState):
        play.do(CallTicket(window=4, ticket_id=ticket.ticket_id, reason="why not"))
    play.finish(1)
    with pytest.raises(refusals.TicketEnded):
        play.do(CallTicket(window=4, ticket_id=ticket.ticket_id, reason="why not"))


def test_the_window_idle_longest_calls_who_comes(play_by) -> None:
    unit = Unit("a", TicketClass.ACCEPT)
    rules = HallRules(
        categories=(CategoryRules(code="a", classes=(TicketClass.ACCEPT,)),),
        windows=tuple(WindowRules(number=each, profile=(unit,), calls=CallMode.AUTO) for each in (1, 2, 3)),
    )
    play = play_by(rules)
    play.open(2, 1, 3)
    for _ in range(3):
        play.take(unit)
    windows = [play.do(CallWaiting(), after_ms=0)[0].window for _ in range(3)]
    assert windows == [2, 1, 3]
    assert play.do(CallWaiting()) == ()


def test_a_clerk_pressed_window_is_left_to_its_clerk(play) -> None:
    play.open(1)
    play.take()
    assert play.do(CallWaiting()) == ()


def test_what_a_window_does_not_serve_is_said_with_the_windows_that_do(play) -> None:
    play.open(1, 3)
    waiting = play.take()
    play.take(CUSTOMS)
    play.call(3)
    assert reasons(play, waiting) == [Reason.NOT_SERVED_HERE]
    assert windows_for(play.day, waiting) == (1, 2, 4)


def test_who_came_earlier_is_the_reason_even_with_a_right(play) -> None:
    play.open(1)
    play.take(priority=BY_CARD)
    waiting = play.take()
    play.call(1)
    assert reasons(play, waiting) == [Reason.EARLIER]


def test_who_goes_on_at_its_window_is_a_continuation(play) -> None:
    play.open(1)
    ticket = play.take()
    play.serve(1)
    play.do(HoldTicket(window=1, reason="copies"))
    waiting = play.take()
    play.do(Return(ticket_id=ticket.ticket_id))
    assert play.call(1).ticket_id == ticket.ticket_id
    (overtaking,) = why(play.day, play.now(waiting))
    assert (overtaking.reason, overtaking.begun_at) == (Reason.CONTINUATION, 1)


def test_who_lets_others_pass_is_told_so(play) -> None:
    play.open(1, 2)
    polite = play.take()
    play.do(Defer(ticket_id=polite.ticket_id))
    play.take()
    play.call(1)
    assert reasons(play, polite) == [Reason.LET_PASS]
    play.do(Cancel(ticket_id=polite.ticket_id))
    play.take()
    play.call(2)
    assert len(reasons(play, polite)) == 1


def test_another_profile_counts_from_the_next_call(play) -> None:
    play.open(3)
    ticket = play.take()
    play.do(ChangeProfile(window=3, profile=(Unit("registration", TicketClass.ACCEPT),)))
    assert play.call(3).ticket_id == ticket.ticket_id
    with pytest.raises(refusals.UnitNotOffered):
        play.do(ChangeProfile(window=3, profile=(Unit("moon", TicketClass.ACCEPT),)))


def test_who_tapped_at_a_terminal_must_be_the_one_called(play) -> None:
    play.open(1)
    ticket = play.take()
    play.call(1)
    with pytest.raises(refusals.NotItsTurn):
        play.do(StartService(window=1, ticket_id=ticket.ticket_id + 1))
    play.do(StartService(window=1, ticket_id=ticket.ticket_id))
    assert play.now(ticket).state is TicketState.SERVING
