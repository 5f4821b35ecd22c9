import pytest
from msgspec.structs import replace

from queue_core.domain import refusals
from queue_core.domain.commands import (
    CallNext,
    Cancel,
    CloseDay,
    ErrandWanted,
    FinishService,
    OpenWindow,
    RecordCase,
    StartService,
    TakeNumber,
)
from queue_core.domain.rules import Quota, Unit
from queue_core.domain.ticket import Priority
from queue_core.domain.words import ExpiryReason, PriorityKind, TicketClass

ACCEPT, CONSULT, PICKUP = (Unit("registration", each) for each in TicketClass)
CUSTOMS = Unit("customs", TicketClass.ACCEPT)
NOWHERE = Unit("customs", TicketClass.PICKUP)


def test_before_numbers_are_issued_the_citizen_is_told_when_they_are(house) -> None:
    house.at(8 * 60 - 0.001)
    with pytest.raises(refusals.HallNotOpenYet) as refusal:
        house.take(ACCEPT)
    assert refusal.value.issues_from_ms == house.minute(8 * 60)
    assert refusal.value.opens_at_ms == house.minute(9 * 60)


@pytest.mark.parametrize("minute", [8 * 60, 9 * 60, 12 * 60 + 45, 17 * 60 - 0.001])
def test_numbers_are_issued_from_before_the_opening_to_the_last_closing_lunch_included(house, minute) -> None:
    assert house.at(minute).take(ACCEPT).number == "001"


def test_after_the_last_closing_no_number_is_issued(house) -> None:
    house.at(17 * 60)
    with pytest.raises(refusals.HallClosedToday):
        house.take(ACCEPT)


def test_a_hall_that_is_never_closed_issues_at_any_hour_and_whatever_the_chance(house_by) -> None:
    house = house_by(sessions=()).at(3 * 60)
    assert house.take(ACCEPT, closing_chance=0).number == "001"


def test_after_an_emergency_no_number_is_issued_that_day(house) -> None:
    house.do(CloseDay(reason=ExpiryReason.HALL_CLOSED))
    with pytest.raises(refusals.HallClosedToday):
        house.take(ACCEPT)
    house.next_day()
    assert house.at(540).take(ACCEPT).number == "001"


@pytest.mark.parametrize(
    ("chance", "accepts_risk", "refusal"),
    [
        (99, True, refusals.WillNotBeServed),
        (100, False, refusals.MayNotBeServed),
        (899, False, refusals.MayNotBeServed),
    ],
)
def test_who_is_hardly_called_before_closing_gets_no_number_or_is_warned(
    house, chance, accepts_risk, refusal
) -> None:
    with pytest.raises(refusal) as refused:
        house.take(ACCEPT, closing_chance=chance, accepts_risk=accepts_risk)
    assert refused.value.chance == chance


@pytest.mark.parametrize(("chance", "accepts_risk"), [(100, True), (899, True), (900, False), (None, False)])
def test_who_was_warned_or_is_likely_called_gets_a_number(house, chance, accepts_risk) -> None:
    house.take(ACCEPT, closing_chance=chance, accepts_risk=accepts_risk)
    assert house.events[-1].closing_chance == chance


def test_who_comes_with_a_live_appointment_is_served_whatever_the_chance(house) -> None:
    booked = house.book(16 * 60 + 30)
    house.at(16 * 60 + 20)
    assert house.take(appointment_id=booked.appointment_id, closing_chance=0).slot is not None


def hall_with(house_by, *quotas):
    house = house_by()
    house.next_day(rules=replace(house.rules, quotas=quotas))
    return house.at(540)


@pytest.mark.parametrize(
    "quota",
    [
        Quota(limit=2, category="registration", ticket_class=TicketClass.ACCEPT),
        Quota(limit=2, category="registration"),
        Quota(limit=2, ticket_class=TicketClass.ACCEPT),
        Quota(limit=2, from_ms=9 * 3_600_000, until_ms=10 * 3_600_000),
    ],
)
def test_a_quota_lets_so_many_numbers_through_and_no_more(house_by, quota) -> None:
    house = hall_with(house_by, quota)
    house.take(ACCEPT)
    house.take(ACCEPT)
    with pytest.raises(refusals.QuotaFull) as refusal:
        house.take(ACCEPT)
    assert refusal.value.quota == quota


def test_a_quota_does_not_touch_other_business_or_other_hours(house_by) -> None:
    quota = Quota(limit=1, category="registration", ticket_class=TicketClass.ACCEPT, until_ms=10 * 3_600_000)
    house = hall_with(house_by, quota)
    house.take(ACCEPT)
    assert house.take(CUSTOMS)
    assert house.take(CONSULT)
    assert house.at(600).take(ACCEPT)


def test_a_number_for_several_matters_counts_once_for_a_quota(house_by) -> None:
    house = hall_with(house_by, Quota(limit=2, category="registration"))
    house.take(ACCEPT, CONSULT)
    assert house.take(ACCEPT)


def test_a_quota_counts_appointments_but_never_refuses_one(house_by) -> None:
    house = hall_with(house_by, Quota(limit=1, category="registration"))
    booked = house.book(600)
    house.take(CONSULT)
    assert house.take(appointment_id=booked.appointment_id).slot is not None


def test_a_quota_starts_anew_with_the_day(house_by) -> None:
    house = hall_with(house_by, Quota(limit=1))
    house.take(ACCEPT)
    house.next_day(rules=house.day.rules)
    assert house.at(540).take(ACCEPT)
    with pytest.raises(refusals.QuotaFull):
        house.take(ACCEPT)


@pytest.mark.parametrize("units", [(), (ACCEPT, CONSULT, PICKUP, CUSTOMS)])
def test_a_number_is_for_one_to_three_matters(house, units) -> None:
    with pytest.raises(refusals.TooManyErrands):
        house.take(*units)


def test_numbers_follow_one_neutral_series_whatever_the_unit(house) -> None:
    assert [house.take(unit).number for unit in (ACCEPT, CUSTOMS, PICKUP)] == ["001", "002", "003"]


def test_whose_number_has_ended_may_take_the_next_number(house) -> None:
    held = house.take(ACCEPT)
    house.do(Cancel(ticket_id=held.ticket_id))
    assert house.take(ACCEPT, held=(held.ticket_id,)).number == "002"


def test_a_number_for_something_the_hall_does_not_offer_is_refused_as_a_whole(house) -> None:
    with pytest.raises(refusals.UnitNotOffered):
        house.take(ACCEPT, NOWHERE)
    assert house.take(ACCEPT).number == "001"


@pytest.mark.parametrize("items", [(0,), (11,), (6, 5), (-1, 3)])
def test_an_agent_brings_one_to_ten_cases_with_one_number(house, items) -> None:
    errands = tuple(ErrandWanted(unit=ACCEPT, items=each) for each in items)
    with pytest.raises(refusals.TooManyItems):
        house.do(TakeNumber(errands=errands, reference="x"))


def test_one_open_number_a_person_and_unit_whichever_of_its_matters_it_is(house) -> None:
    held = house.take(CUSTOMS, ACCEPT)
    with pytest.raises(refusals.AlreadyWaiting) as refusal:
        house.take(ACCEPT, held=(held.ticket_id,))
    assert refusal.value.ticket == held
    assert house.take(CONSULT, held=(held.ticket_id,))


def test_what_is_done_already_on_an_open_number_may_be_wanted_again(house) -> None:
    house.do(OpenWindow(window=1, clerk="1001"))
    held = house.take(ACCEPT, CUSTOMS)
    house.do(CallNext(window=1))
    house.do(StartService(window=1))
    house.do(FinishService(window=1))
    with pytest.raises(refusals.AlreadyWaiting):
        house.take(CUSTOMS, held=(held.ticket_id,))
    assert house.take(ACCEPT, held=(held.ticket_id,))


def test_all_numbers_of_a_person_know_that_they_are_of_one_visitor(house) -> None:
    house.take(CUSTOMS)
    first = house.take(ACCEPT)
    second = house.take(CONSULT, held=(first.ticket_id,))
    third = house.take(PICKUP, held=(second.ticket_id, first.ticket_id))
    assert [each.visitor for each in (first, second, third)] == [first.ticket_id] * 3


@pytest.mark.parametrize("verified_by", ["", "  "])
def test_a_priority_nobody_verified_is_none(house, verified_by) -> None:
    with pytest.raises(refusals.PriorityUnverified):
        house.take(ACCEPT, priority=Priority(kind=PriorityKind.AGE, verified_by=verified_by))


def test_a_pickup_right_needs_a_case_that_is_finished_and_still_here(house) -> None:
    def collect(case_id):
        errand = ErrandWanted(unit=PICKUP, case_id=case_id)
        return house.do(TakeNumber(errands=(errand,), reference="x"))

    with pytest.raises(refusals.NoSuchCase):
        collect(1)
    house.do(RecordCase(code="X1", unit=ACCEPT))
    with pytest.raises(refusals.CaseNotReady):
        collect(1)
    house.do(RecordCase(code="X1", unit=ACCEPT, is_ready=True))
    (issued,) = collect(1)
    assert issued.errands[0].case_id == 1


def test_a_number_tells_how_many_are_called_before_it(house) -> None:
    house.take(ACCEPT)
    house.take(ACCEPT)
    assert house.events[-1].ahead == 1
    house.take(ACCEPT, priority=Priority(kind=PriorityKind.MILITARY, verified_by="clerk:1001"))
    assert house.events[-1].ahead == 0
