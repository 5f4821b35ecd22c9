import pytest
from msgspec.structs import replace

from queue_core.domain import refusals
from queue_core.domain.commands import (
    Calibrate,
    CallNext,
    ChangeRules,
    CloseDay,
    KeepTime,
    OpenDay,
    OpenWindow,
    PauseWindow,
    RecordCase,
    StartService,
    TakeNumber,
)
from queue_core.domain.decide import decide
from queue_core.domain.events import (
    AppointmentEnded,
    DayClosed,
    DayOpened,
    ModelCalibrated,
    TicketExpired,
    WindowClosed,
)
from queue_core.domain.hall_day import HallDay
from queue_core.domain.records import Calibration
from queue_core.domain.rules import CategoryRules, HallRules, Policy, Unit, WindowRules
from queue_core.domain.words import AppointmentState, ExpiryReason, TicketClass, TicketState, WindowState

ACCEPT, CONSULT, PICKUP = (Unit("registration", each) for each in TicketClass)
CUSTOMS = Unit("customs", TicketClass.ACCEPT)
MINUTE = 60_000


def ended(events):
    return {each.appointment_id: each.state for each in events if isinstance(each, AppointmentEnded)}


def test_a_day_ends_with_its_open_numbers_before_the_next_one_begins(house) -> None:
    house.do(OpenWindow(window=1, clerk="1001"))
    serving, waiting, remote = house.take(ACCEPT), house.take(ACCEPT), house.take(ACCEPT, is_remote=True)
    house.do(CallNext(window=1))
    house.do(StartService(window=1))
    events = house.next_day()
    assert [type(each) for each in events] == [TicketExpired] * 3 + [WindowClosed, DayClosed, DayOpened]
    assert [each.ticket_id for each in events[:3]] == [each.ticket_id for each in (serving, waiting, remote)]
    assert [each.window for each in events[:3]] == [1, None, None]
    assert {each.reason for each in events[:3]} == {ExpiryReason.DAY_ENDED}


def test_the_first_day_has_no_old_one_to_end(house) -> None:
    assert [type(each) for each in house.events] == [DayOpened]


@pytest.mark.parametrize("command", [TakeNumber(errands=(), reference="x"), CallNext(window=1), KeepTime()])
def test_before_the_first_day_the_hall_is_closed(command) -> None:
    with pytest.raises(refusals.HallClosed):
        decide(HallDay(), command, 0)


def test_a_new_day_starts_the_series_and_the_queue_anew_and_the_ids_go_on(house) -> None:
    house.do(OpenWindow(window=1, clerk="1001"))
    old = house.take(ACCEPT)
    house.do(CallNext(window=1))
    house.next_day()
    assert house.day.windows[1].state is WindowState.CLOSED
    house.at(540).do(OpenWindow(window=1, clerk="1001"))
    with pytest.raises(refusals.NobodyWaiting):
        house.do(CallNext(window=1))
    new = house.take(ACCEPT)
    assert (new.number, new.ticket_id) == (old.number, old.ticket_id + 1)
    assert house.day.by_reference(old.reference) is None
    (called,) = house.do(CallNext(window=1))
    assert called.call_id == 2


def test_the_same_day_or_an_earlier_one_does_not_open(house) -> None:
    assert house.do(OpenDay(day=house.day.day, rules=house.rules)) == ()
    assert house.do(OpenDay(day="2025-01-01", rules=house.rules)) == ()


def test_what_is_booked_for_later_and_what_was_learned_crosses_midnight(house) -> None:
    today, tomorrow, later = (house.book(600, days=days) for days in (0, 1, 2))
    case_events = house.do(RecordCase(code="X1", unit=ACCEPT))
    calibration = Calibration(ratio=1.2, stretch=0.9)
    house.do(Calibrate(calibration=calibration))
    house.at(660)
    opened = house.next_day()[-1]
    assert opened.appointments == (tomorrow, later)
    assert opened.cases == (case_events[0].case,)
    assert opened.calibration == house.day.calibration == calibration
    assert house.now(today) is None
    assert house.book(630).appointment_id == later.appointment_id + 1


def test_what_nobody_came_for_is_missed_at_the_days_end(house) -> None:
    booked = house.book(600)
    house.at(600).take(CUSTOMS)
    assert ended(house.next_day()) == {booked.appointment_id: AppointmentState.MISSED}


def test_nobody_missed_an_appointment_in_a_hall_that_was_not_there_any_more(house) -> None:
    booked = house.book(600)
    house.at(599).take(CUSTOMS)
    assert ended(house.next_day()) == {booked.appointment_id: AppointmentState.CANCELLED}


def test_a_hall_that_called_a_number_in_the_slot_was_there(house) -> None:
    booked = house.book(600)
    house.take(ACCEPT)
    house.do(OpenWindow(window=1, clerk="1001"))
    house.at(610).do(CallNext(window=1))
    assert ended(house.next_day()) == {booked.appointment_id: AppointmentState.MISSED}


def test_a_day_of_a_steered_clock_says_so(house) -> None:
    assert house.next_day(is_steered=True)[-1].is_steered
    assert not house.next_day()[-1].is_steered


def test_nobody_missed_an_appointment_in_a_hall_that_did_not_work(house) -> None:
    booked = house.book(600, days=1)
    house.next_day()
    events = house.at(18 * 60).do(CloseDay(reason=ExpiryReason.DAY_ENDED))
    assert ended(events) == {booked.appointment_id: AppointmentState.CANCELLED}


def test_nobody_missed_an_appointment_on_a_day_the_hall_did_not_open(house) -> None:
    missed, cancelled, kept = (house.book(600, days=days) for days in (0, 2, 3))
    house.at(700).take(ACCEPT)
    assert ended(house.next_day(3)) == {
        missed.appointment_id: AppointmentState.MISSED,
        cancelled.appointment_id: AppointmentState.CANCELLED,
    }
    assert house.now(kept) == kept


def test_an_emergency_ends_all_numbers_and_cancels_the_appointments_to_come(house) -> None:
    house.do(OpenWindow(window=1, clerk="1001"))
    ticket, booked, tomorrow = house.take(ACCEPT), house.book(600), house.book(600, days=1)
    events = house.do(CloseDay(reason=ExpiryReason.HALL_CLOSED))
    assert house.now(ticket).state is TicketState.EXPIRED
    assert house.day.windows[1].state is WindowState.CLOSED
    assert ended(events) == {booked.appointment_id: AppointmentState.CANCELLED}
    assert house.now(tomorrow) == tomorrow
    assert [each.reason for each in events if isinstance(each, WindowClosed)] == ["hall-closed"]
    assert events[-1].reason is ExpiryReason.HALL_CLOSED
    assert house.do(CloseDay(reason=ExpiryReason.HALL_CLOSED)) == ()
    assert [type(each) for each in house.next_day()] == [DayOpened]


def test_what_had_passed_before_the_emergency_was_missed(house) -> None:
    booked = house.book(600)
    house.at(700).take(ACCEPT)
    events = house.do(CloseDay(reason=ExpiryReason.HALL_CLOSED))
    assert ended(events) == {booked.appointment_id: AppointmentState.MISSED}


def test_nothing_more_is_booked_for_a_day_that_was_closed(house) -> None:
    house.do(CloseDay(reason=ExpiryReason.HALL_CLOSED))
    with pytest.raises(refusals.HallClosedToday):
        house.book(600)
    assert house.book(600, days=1)


def test_a_paused_window_closes_with_the_day(house) -> None:
    house.do(OpenWindow(window=1, clerk="1001"))
    house.do(PauseWindow(window=1, reason="meeting"))
    house.do(CloseDay(reason=ExpiryReason.DAY_ENDED))
    assert house.day.windows[1].state is WindowState.CLOSED


@pytest.mark.parametrize(
    "changed",
    [
        {"appointment_head_start_ms": 90 * MINUTE},
        {"priority_head_start_ms": 15 * MINUTE},
        {"pickup_head_start_ms": 0},
        {"due_before_ms": 0},
        {"priority_age": 75},
    ],
)
def test_head_starts_change_at_an_opening_never_during_a_day(house, changed) -> None:
    rules = replace(house.rules, policy=Policy(**changed))
    assert house.do(ChangeRules(rules=rules)) == ()
    assert house.next_day(rules=rules)[-1].rules.policy == rules.policy


def test_other_rules_take_effect_at_once_and_only_when_they_differ(house) -> None:
    rules = replace(house.rules, policy=Policy(priority_age=75, places_back=5))
    house.do(ChangeRules(rules=rules))
    assert house.day.rules.policy == Policy(places_back=5)
    assert house.do(ChangeRules(rules=rules)) == ()


def test_a_calibration_is_kept_when_it_says_something_new(house) -> None:
    calibrate = Calibrate(calibration=Calibration(ratio=1.1))
    assert [type(each) for each in house.do(calibrate)] == [ModelCalibrated]
    assert house.do(calibrate) == ()


@pytest.mark.parametrize(
    "parts",
    [
        {"windows": (WindowRules(number=1, profile=(Unit("b", TicketClass.ACCEPT),)),)},
        {"windows": (WindowRules(number=1, profile=()), WindowRules(number=1, profile=()))},
        {"number_digits": 0},
    ],
)
def test_rules_that_contradict_themselves_are_no_rules(parts) -> None:
    sound = {"categories": (CategoryRules(code="a", classes=(TicketClass.ACCEPT,)),), "windows": ()}
    with pytest.raises(ValueError, match=r"\w"):
        HallRules(**(sound | parts))


@pytest.mark.parametrize(
    "parts",
    [
        {"pickup_head_start_ms": 46 * MINUTE},
        {"priority_head_start_ms": 61 * MINUTE},
        {"appointment_head_start_ms": 181 * MINUTE},
        {"pickup_head_start_ms": -1},
        {"calls_before_no_show": 0},
        {"most_errands": 0},
    ],
)
def test_a_policy_whose_parameters_contradict_each_other_is_none(parts) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        Policy(**parts)
