import pytest

from queue_core.domain import refusals
from queue_core.domain.commands import Arrive, Cancel, GrantPriority, ShowEstimate
from queue_core.domain.events import (
    AppointmentCheckedIn,
    AppointmentEnded,
    EstimateShown,
    PriorityGranted,
    TicketIssued,
)
from queue_core.domain.rules import Unit
from queue_core.domain.ticket import Estimate, Priority
from queue_core.domain.words import AppointmentState, Origin, PriorityKind, TicketClass, TicketState

ACCEPT, CONSULT, PICKUP = (Unit("registration", each) for each in TicketClass)
CUSTOMS = Unit("customs", TicketClass.ACCEPT)
MINUTE = 60_000
TEN = 600
AGE = Priority(kind=PriorityKind.AGE, verified_by="card")


def kinds(events):
    return [type(each) for each in events]


@pytest.mark.parametrize("minute", [540, 570, 600, 640])
def test_an_appointment_gives_its_slot_from_any_time_before_to_ten_minutes_after_its_end(
    house, minute
) -> None:
    booked = house.book(TEN, matter="birth")
    ticket = house.at(minute).take(appointment_id=booked.appointment_id)
    assert (ticket.slot.starts_at_ms, ticket.slot.ends_at_ms) == (booked.starts_at_ms, booked.ends_at_ms)
    assert (ticket.unit, ticket.matter) == (CONSULT, "birth")
    assert kinds(house.events[-2:]) == [TicketIssued, AppointmentCheckedIn]
    assert house.now(booked).ticket_id == ticket.ticket_id


def test_who_comes_later_is_a_walk_in_who_is_told_why_and_has_missed_the_appointment(house) -> None:
    booked = house.book(TEN)
    ticket = house.at(640.001).take(appointment_id=booked.appointment_id)
    assert ticket.slot is None
    assert house.events[-2].lapsed == "too-late"
    assert kinds(house.events[-2:]) == [TicketIssued, AppointmentEnded]
    assert house.now(booked).state is AppointmentState.MISSED


def test_a_missed_appointment_still_says_what_its_holder_came_for(house) -> None:
    booked = house.book(TEN)
    house.at(640.001).take(appointment_id=booked.appointment_id)
    house.take(appointment_id=booked.appointment_id)
    assert kinds(house.events[-1:]) == [TicketIssued]
    assert house.events[-1].lapsed == "too-late"
    assert house.events[-1].errands[0].unit == CONSULT


def test_an_appointment_is_used_once_and_not_at_all_when_cancelled(house) -> None:
    booked = house.book(TEN)
    house.take(appointment_id=booked.appointment_id)
    with pytest.raises(refusals.AppointmentUsed):
        house.take(appointment_id=booked.appointment_id)


@pytest.mark.parametrize("days", [1, 7])
def test_an_appointment_of_another_day_is_not_found_today(house, days) -> None:
    booked = house.book(TEN, days=days)
    with pytest.raises(refusals.NoSuchAppointment):
        house.take(appointment_id=booked.appointment_id)


def test_an_unknown_appointment_is_not_found(house) -> None:
    with pytest.raises(refusals.NoSuchAppointment):
        house.take(appointment_id=99)


def test_an_appointment_is_checked_in_in_the_hall(house) -> None:
    booked = house.book(TEN)
    with pytest.raises(refusals.CheckInIsInTheHall):
        house.take(appointment_id=booked.appointment_id, is_remote=True)


def test_what_was_booked_comes_before_what_else_is_wanted(house) -> None:
    booked = house.book(TEN)
    ticket = house.take(CUSTOMS, appointment_id=booked.appointment_id)
    assert [each.unit for each in ticket.errands] == [CONSULT, CUSTOMS]


def test_another_class_of_the_same_category_keeps_the_slot_if_that_has_room(house) -> None:
    booked = house.book(TEN, CONSULT)
    ticket = house.take(ACCEPT, appointment_id=booked.appointment_id)
    assert [each.unit for each in ticket.errands] == [ACCEPT]
    assert ticket.slot is not None
    with pytest.raises(refusals.SlotFull):
        house.book(TEN, CONSULT)


def test_a_longer_business_than_booked_in_a_full_slot_is_a_walk_in(house) -> None:
    booked = house.book(TEN, CONSULT)
    house.book(TEN, CONSULT)
    ticket = house.take(ACCEPT, appointment_id=booked.appointment_id)
    assert ticket.slot is None
    assert house.events[-2].lapsed == "slot-too-short"
    assert house.now(booked).state is AppointmentState.CHECKED_IN


def test_a_remote_number_counts_from_its_issue_but_from_no_longer_than_half_an_hour_ago(house) -> None:
    near, far = (house.take(ACCEPT, is_remote=True, origin=Origin.PHONE) for _ in range(2))
    assert near.state is TicketState.REMOTE
    house.at(560).do(Arrive(ticket_id=near.ticket_id))
    house.at(600).do(Arrive(ticket_id=far.ticket_id))
    assert house.now(near).state is TicketState.WAITING
    assert house.now(near).seniority_ms == near.seniority_ms
    assert house.now(far).seniority_ms == 30 * MINUTE


def test_the_head_start_of_a_remote_number_is_read_on_the_hall_clock(house) -> None:
    ticket = house.at(11 * 60 + 50).take(ACCEPT, is_remote=True)
    house.at(13 * 60 + 40).do(Arrive(ticket_id=ticket.ticket_id))
    assert house.now(ticket).seniority_ms == ticket.seniority_ms == 170 * MINUTE


def test_who_arrived_arrives_no_more_and_who_gave_up_cannot(house) -> None:
    ticket = house.take(ACCEPT, is_remote=True)
    house.do(Arrive(ticket_id=ticket.ticket_id))
    assert house.do(Arrive(ticket_id=ticket.ticket_id)) == ()
    house.do(Cancel(ticket_id=ticket.ticket_id))
    with pytest.raises(refusals.TicketEnded):
        house.do(Arrive(ticket_id=ticket.ticket_id))


def test_numbers_before_the_opening_all_count_from_it(house) -> None:
    early = house.at(8 * 60 + 30).take(ACCEPT)
    later = house.at(9 * 60).take(ACCEPT)
    assert early.seniority_ms == later.seniority_ms == 0


def test_a_clerk_grants_a_priority_once(house) -> None:
    ticket = house.take(ACCEPT)
    grant = GrantPriority(ticket_id=ticket.ticket_id, priority=AGE)
    assert kinds(house.do(grant)) == [PriorityGranted]
    assert house.do(grant) == ()
    assert house.now(ticket).priority == AGE


@pytest.mark.parametrize(
    ("priority", "refusal"),
    [
        (Priority(kind=PriorityKind.AGE, verified_by=""), refusals.PriorityUnverified),
        (AGE, refusals.TicketEnded),
    ],
)
def test_no_priority_without_a_verifier_or_for_a_number_that_has_ended(house, priority, refusal) -> None:
    ticket = house.take(ACCEPT)
    house.do(Cancel(ticket_id=ticket.ticket_id))
    with pytest.raises(refusal):
        house.do(GrantPriority(ticket_id=ticket.ticket_id, priority=priority))


def test_a_prediction_shown_before_a_choice_is_kept(house) -> None:
    ticket = house.take(ACCEPT)
    estimate = Estimate(p50_ms=12 * MINUTE, p90_ms=18 * MINUTE)
    show = ShowEstimate(ticket_id=ticket.ticket_id, unit=CONSULT, ahead=3, estimate=estimate)
    assert kinds(house.do(show)) == [EstimateShown]
    with pytest.raises(refusals.UnitNotOffered):
        house.do(ShowEstimate(ticket_id=1, unit=Unit("x", TicketClass.ACCEPT), ahead=0, estimate=estimate))
    with pytest.raises(refusals.NoSuchTicket):
        house.do(ShowEstimate(ticket_id=9, unit=CONSULT, ahead=0, estimate=estimate))
