"""A number becomes another one's business, or goes on elsewhere, and keeps its place."""

import pytest

from queue_core.domain import refusals
from queue_core.domain.commands import AddErrand, AnnounceResult, Convert, ErrandWanted, RecordCase, Transfer
from queue_core.domain.events import TicketConverted, TicketSentBack
from queue_core.domain.rules import Unit
from queue_core.domain.words import Right, TicketClass, TicketState

REGISTRATION = Unit("registration", TicketClass.ACCEPT)
ADVICE = Unit("registration", TicketClass.CONSULT)
COLLECTION = Unit("registration", TicketClass.PICKUP)
CUSTOMS = Unit("customs", TicketClass.ACCEPT)


def kinds(events) -> list[type]:
    return [type(each) for each in events]


def to(ticket, unit, **more) -> Convert:
    return Convert(ticket_id=ticket.ticket_id, unit=unit, **more)


def test_a_waiting_number_changes_its_lane_and_keeps_number_and_place(play) -> None:
    play.open(3)
    changed, other = play.take(), play.take(CUSTOMS)
    assert kinds(play.do(to(changed, CUSTOMS))) == [TicketConverted]
    after = play.now(changed)
    assert (after.number, after.seniority_ms) == (changed.number, changed.seniority_ms)
    assert play.call(3).ticket_id == changed.ticket_id
    assert play.day.waiting.next_at(3) == other.ticket_id


def test_the_same_business_again_changes_nothing(play) -> None:
    assert play.do(to(play.take(), REGISTRATION)) == ()


def test_in_service_the_clerk_goes_on_when_the_window_can(play) -> None:
    play.open(1)
    ticket = play.take(ADVICE)
    play.take()
    play.serve(1)
    assert kinds(play.do(to(ticket, REGISTRATION))) == [TicketConverted]
    assert play.now(ticket).state is TicketState.SERVING


def test_what_the_window_cannot_do_waits_again_with_its_place(play) -> None:
    play.open(2, 3)
    ticket = play.take()
    play.serve(2)
    early = play.take(CUSTOMS)
    assert kinds(play.do(to(ticket, CUSTOMS))) == [TicketConverted, TicketSentBack]
    assert play.day.windows[2].ticket_id is None
    assert play.call(3).ticket_id == ticket.ticket_id != early.ticket_id


@pytest.mark.parametrize("is_started", [False, True])
def test_a_pickup_that_was_none_gives_way_to_who_came_before_it(play, is_started) -> None:
    play.open(1)
    case = play.finished_case()
    early = play.take()
    play.wait(5)
    ticket = play.take(COLLECTION, case_id=case)
    called = play.serve(1) if is_started else play.call(1)
    assert called.ticket_id == ticket.ticket_id
    assert kinds(play.do(to(ticket, REGISTRATION))) == [TicketConverted, TicketSentBack]
    assert play.call(1).ticket_id == early.ticket_id


def test_a_pickup_that_was_none_goes_on_when_nobody_came_before_it(play) -> None:
    play.open(1)
    ticket = play.take(COLLECTION, case_id=play.finished_case())
    play.take()
    play.serve(1)
    assert kinds(play.do(to(ticket, REGISTRATION))) == [TicketConverted]


def test_a_pickup_right_needs_a_finished_case(play) -> None:
    ticket = play.take()
    play.do(RecordCase(code="c1", unit=REGISTRATION))
    with pytest.raises(refusals.CaseNotReady):
        play.do(to(ticket, COLLECTION, case_id=1))
    play.do(to(ticket, COLLECTION))
    assert play.day.standing(play.now(ticket), play.now(ticket).errand).right is Right.ARRIVAL
    play.do(RecordCase(code="c1", unit=REGISTRATION, is_ready=True))
    play.do(to(ticket, COLLECTION, case_id=1))
    assert play.day.standing(play.now(ticket), play.now(ticket).errand).right is Right.PICKUP


@pytest.mark.parametrize(("unit", "stays"), [(COLLECTION, True), (CUSTOMS, False)])
def test_an_appointment_goes_with_its_category(play, unit, stays) -> None:
    ticket = play.take(appointment_id=play.book(minutes=20))
    play.do(to(ticket, unit))
    assert (play.now(ticket).slot is not None) is stays


@pytest.mark.parametrize("is_full", [False, True])
def test_an_appointment_for_longer_business_needs_room_in_its_slot(play, is_full) -> None:
    ticket = play.take(appointment_id=play.book(minutes=20))
    if is_full:
        play.book(minutes=20)
    play.do(to(ticket, REGISTRATION))
    assert (play.now(ticket).slot is None) is is_full


def test_nothing_becomes_what_the_hall_does_not_offer_or_has_not_open(play) -> None:
    ticket = play.take()
    with pytest.raises(refusals.UnitNotOffered):
        play.do(to(ticket, Unit("moon", TicketClass.ACCEPT)))
    with pytest.raises(refusals.NoSuchErrand):
        play.do(to(ticket, CUSTOMS, errand=1))


def test_several_matters_are_done_where_they_can_be_with_one_number(play) -> None:
    play.open(1, 3)
    ticket = play.take(REGISTRATION, CUSTOMS, ADVICE)
    play.serve(1)
    assert set(play.now(ticket).in_hand) == {0, 2}
    play.finish(1)
    assert play.now(ticket).state is TicketState.WAITING
    assert [each.unit for each in play.now(ticket).open_errands] == [CUSTOMS]
    play.serve(3)
    play.finish(3)
    assert play.now(ticket).state is TicketState.FINISHED


def test_a_window_that_serves_all_matters_counts_the_number_once(play) -> None:
    play.open(4)
    play.take(REGISTRATION, CUSTOMS)
    last = play.take(CUSTOMS)
    assert play.day.waiting.waiting_at(4) == 2
    assert play.day.ahead(last) == 1


def test_the_right_of_an_appointment_ends_with_the_first_sitting(play) -> None:
    play.open(1)
    ticket = play.take(appointment_id=play.book(minutes=20))
    play.do(AddErrand(ticket_id=ticket.ticket_id, wanted=ErrandWanted(unit=CUSTOMS)))
    play.serve(1)
    play.finish(1)
    assert play.now(ticket).state is TicketState.WAITING
    assert play.now(ticket).slot is None


def test_a_matter_declared_later_has_its_place_from_then_and_joins_the_service(play) -> None:
    play.open(1)
    ticket = play.take()
    play.serve(1)
    play.do(AddErrand(ticket_id=ticket.ticket_id, wanted=ErrandWanted(unit=ADVICE)))
    play.do(AddErrand(ticket_id=ticket.ticket_id, wanted=ErrandWanted(unit=CUSTOMS)))
    assert play.now(ticket).in_hand == (0, 1)
    assert play.now(ticket).errands[2].seniority_ms == play.now_ms
    with pytest.raises(refusals.TooManyErrands):
        play.do(AddErrand(ticket_id=ticket.ticket_id, wanted=ErrandWanted(unit=ADVICE)))


def test_a_result_of_the_same_day_waits_from_the_instant_it_is_ready(play) -> None:
    play.open(1)
    ticket = play.take()
    play.do(RecordCase(code="c1", unit=REGISTRATION))
    play.serve(1)
    play.finish(1)
    play.do(AnnounceResult(ticket_id=ticket.ticket_id, case_id=1))
    after = play.now(ticket)
    assert (after.state, after.unit, after.seniority_ms) == (TicketState.WAITING, COLLECTION, play.now_ms)
    assert play.do(AnnounceResult(ticket_id=ticket.ticket_id, case_id=1)) == ()
    assert play.call(1).number == ticket.number


def test_a_transfer_to_a_window_waits_for_that_one_as_long_as_it_is_open(play) -> None:
    play.open(1, 2, 4)
    ticket = play.take()
    play.serve(1)
    play.do(Transfer(window=1, to_window=2))
    for window in (1, 4):
        with pytest.raises(refusals.NobodyWaiting):
            play.call(window)
    assert play.call(2).ticket_id == ticket.ticket_id


def test_a_transfer_goes_somewhere_and_to_who_can(play) -> None:
    play.open(1, 3)
    play.take()
    play.serve(1)
    with pytest.raises(refusals.NowhereToGo):
        play.do(Transfer(window=1))
    with pytest.raises(refusals.NotServedThere):
        play.do(Transfer(window=1, to_window=3))
    with pytest.raises(refusals.WindowIsClosed):
        play.do(Transfer(window=1, to_window=2))
    assert kinds(play.do(Transfer(window=1, unit=CUSTOMS, to_window=3))) == [TicketConverted, TicketSentBack]
