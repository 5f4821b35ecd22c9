from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from queue_core.domain import refusals
from queue_core.domain.booking import free_slots
from queue_core.domain.commands import BookAppointment, Cancel, CancelAppointment, KeepTime
from queue_core.domain.events import AppointmentBooked, AppointmentEnded
from queue_core.domain.rules import SlotRules, Unit
from queue_core.domain.words import AppointmentState, TicketClass

ACCEPT, CONSULT, PICKUP = (Unit("registration", each) for each in TicketClass)
CUSTOMS = Unit("customs", TicketClass.ACCEPT)
DAY_MS = 24 * 60 * 60_000
TEN, HALF_PAST_TEN, ELEVEN = 600, 630, 660


def test_an_appointment_takes_the_places_its_class_needs_for_a_slots_length(house) -> None:
    booked = house.book(TEN, ACCEPT)
    assert (booked.starts_at_ms, booked.ends_at_ms) == (house.minute(TEN), house.minute(HALF_PAST_TEN))
    assert booked.places == 2
    assert booked.state is AppointmentState.BOOKED


def test_a_full_slot_is_refused_with_the_nearest_free_ones(house) -> None:
    house.book(TEN)
    house.book(TEN)
    house.book(HALF_PAST_TEN, ACCEPT)
    with pytest.raises(refusals.SlotFull) as refusal:
        house.book(TEN)
    assert refusal.value.nearest == tuple(house.minute(each) for each in (570, 660, 690))
    assert refusal.value.code == "slot-full"


def test_a_slot_with_one_place_left_has_none_for_who_needs_two(house) -> None:
    house.book(TEN, CONSULT)
    with pytest.raises(refusals.SlotFull):
        house.book(TEN, ACCEPT)
    assert house.book(TEN, CONSULT).places == 1


@pytest.mark.parametrize("minute", [605, 510, 720, 17 * 60, 13 * 60])
def test_what_is_no_slot_of_the_opening_hours_cannot_be_booked(house, minute) -> None:
    with pytest.raises(refusals.NoSuchSlot):
        house.book(minute)


def test_of_later_days_every_slot_of_the_grid_can_be_booked(house) -> None:
    assert house.book(12 * 60, days=3).starts_at_ms == house.minute(12 * 60, days=3)
    with pytest.raises(refusals.NoSuchSlot):
        house.book(12 * 60 + 1, days=3)


@pytest.mark.parametrize("now", [TEN, TEN + 1])
def test_a_slot_that_has_begun_is_past(house, now) -> None:
    house.at(now)
    with pytest.raises(refusals.SlotPast):
        house.book(TEN)


@pytest.mark.parametrize(
    ("unit", "refusal"),
    [(CUSTOMS, refusals.NoAppointments), (Unit("customs", TicketClass.PICKUP), refusals.UnitNotOffered)],
)
def test_only_what_the_hall_offers_by_appointment_can_be_booked(house, unit, refusal) -> None:
    with pytest.raises(refusal):
        house.book(TEN, unit)


def test_a_class_that_is_given_no_places_is_not_booked(house_by) -> None:
    slots = SlotRules(category="registration", capacity=2, places={TicketClass.ACCEPT: 2})
    house = house_by()
    house.next_day(rules=replace(house.rules, slots=(slots,)))
    assert house.book(TEN, ACCEPT, days=1).places == 2
    with pytest.raises(refusals.NoAppointments):
        house.book(ELEVEN, CONSULT, days=1)
    days = (house.minute(0, days=1), house.minute(0, days=2))
    assert list(free_slots(house.day, "registration", TicketClass.CONSULT, *days)) == []


def test_a_person_has_one_live_appointment_a_day(house) -> None:
    held = house.book(TEN)
    with pytest.raises(refusals.AlreadyBooked) as refusal:
        house.book(ELEVEN, held=(held.appointment_id,))
    assert refusal.value.appointment == held
    assert house.book(ELEVEN, days=1, held=(held.appointment_id,))
    house.do(CancelAppointment(appointment_id=held.appointment_id))
    assert house.book(ELEVEN, held=(held.appointment_id,))


def test_who_is_in_the_hall_with_an_appointment_books_no_other_for_today_until_it_is_over(house) -> None:
    held = house.book(TEN)
    ticket = house.take(appointment_id=held.appointment_id)
    with pytest.raises(refusals.AlreadyBooked):
        house.book(ELEVEN, held=(held.appointment_id,))
    house.do(Cancel(ticket_id=ticket.ticket_id))
    assert house.book(ELEVEN, held=(held.appointment_id,))


@pytest.mark.parametrize(("missed", "is_barred"), [(1, False), (2, True), (3, True)])
def test_who_missed_too_many_appointments_is_barred(house_by, missed, is_barred) -> None:
    house = house_by(missed_appointments_before_bar=2).at(540)
    if is_barred:
        with pytest.raises(refusals.Barred):
            house.book(TEN, missed=missed)
    assert bool(house.day.appointments) is False
    assert house.book(TEN, missed=min(missed, 1))


def test_nobody_is_barred_where_the_hall_bars_nobody(house) -> None:
    assert house.book(TEN, missed=99)


def test_an_import_repeated_changes_nothing_even_when_its_slot_is_full_or_past(house) -> None:
    first = house.book(TEN, ACCEPT, source="city-1")
    again = BookAppointment(unit=ACCEPT, starts_at_ms=first.starts_at_ms, reference="x", source="city-1")
    assert house.do(again) == ()
    assert house.at(ELEVEN).do(again) == ()


def test_an_import_with_another_time_moves_the_booking(house) -> None:
    first = house.book(TEN, ACCEPT, source="city-1")
    house.events.clear()
    second = house.book(ELEVEN, ACCEPT, source="city-1", held=(first.appointment_id,))
    assert [type(each) for each in house.events] == [AppointmentEnded, AppointmentBooked]
    assert house.now(first).state is AppointmentState.CANCELLED
    assert house.day.appointments.by_source("city-1") == second
    assert house.day.appointments.taken("registration", first.starts_at_ms) == 0


def test_what_was_cancelled_in_the_hall_is_not_booked_again_by_the_next_import(house) -> None:
    first = house.book(TEN, days=1, source="city-1")
    house.do(CancelAppointment(appointment_id=first.appointment_id))
    again = BookAppointment(unit=CONSULT, starts_at_ms=first.starts_at_ms, reference="x", source="city-1")
    assert house.do(again) == ()
    house.next_day()
    assert house.do(again) == ()


def test_who_missed_an_imported_appointment_may_be_given_another_by_the_next_import(house) -> None:
    first = house.book(TEN, source="city-1")
    house.at(700).do(KeepTime())
    second = house.book(TEN, days=1, source="city-1")
    assert house.now(first).state is AppointmentState.MISSED
    assert second.state is AppointmentState.BOOKED


def test_a_booking_moved_within_its_slot_may_use_the_places_it_gives_back(house) -> None:
    house.book(TEN, CONSULT, source="city-1")
    assert house.book(TEN, ACCEPT, source="city-1").places == 2
    assert house.day.appointments.taken("registration", house.minute(TEN)) == 2


def test_a_person_gives_one_appointment_back_for_another(house) -> None:
    first = house.book(TEN)
    second = house.book(ELEVEN, held=(first.appointment_id,), replaces=first.appointment_id)
    assert house.now(first).state is AppointmentState.CANCELLED
    assert second.state is AppointmentState.BOOKED


def test_a_slot_that_is_full_leaves_the_old_appointment_standing(house) -> None:
    first = house.book(TEN)
    house.book(ELEVEN, ACCEPT)
    with pytest.raises(refusals.SlotFull):
        house.book(ELEVEN, held=(first.appointment_id,), replaces=first.appointment_id)
    assert house.now(first) == first


def test_what_was_checked_in_cannot_be_moved_or_cancelled(house) -> None:
    booked = house.book(TEN, source="city-1")
    house.take(appointment_id=booked.appointment_id)
    with pytest.raises(refusals.AppointmentUsed):
        house.book(ELEVEN, source="city-1")
    with pytest.raises(refusals.AppointmentUsed):
        house.book(ELEVEN, replaces=booked.appointment_id)
    with pytest.raises(refusals.AppointmentUsed):
        house.do(CancelAppointment(appointment_id=booked.appointment_id))


def test_an_appointment_is_cancelled_once_and_its_place_is_free(house) -> None:
    booked = house.book(TEN, ACCEPT)
    cancel = CancelAppointment(appointment_id=booked.appointment_id)
    (ended,) = house.do(cancel)
    assert ended.state is AppointmentState.CANCELLED
    assert house.do(cancel) == ()
    assert house.book(TEN, ACCEPT)


def test_an_unknown_appointment_can_neither_be_cancelled_nor_given_back(house) -> None:
    with pytest.raises(refusals.NoSuchAppointment):
        house.do(CancelAppointment(appointment_id=99))
    with pytest.raises(refusals.NoSuchAppointment):
        house.book(TEN, replaces=99)


def test_the_free_slots_of_today_lie_in_the_opening_hours(house) -> None:
    house.book(TEN, ACCEPT)
    house.book(ELEVEN, CONSULT)
    begins, ends = house.minute(0), house.minute(0, days=1)
    two_places = [
        each - begins for each in free_slots(house.day, "registration", TicketClass.ACCEPT, begins, ends)
    ]
    one_place = [
        each - begins for each in free_slots(house.day, "registration", TicketClass.CONSULT, begins, ends)
    ]
    morning = [540, 570, 630, 690]
    afternoon = list(range(13 * 60 + 30, 17 * 60, 30))
    assert [each // 60_000 for each in two_places] == morning + afternoon
    assert [each // 60_000 for each in one_place] == sorted([*morning, ELEVEN, *afternoon])


def test_a_category_without_slots_has_none_free(house) -> None:
    assert list(free_slots(house.day, "customs", TicketClass.ACCEPT, 0, house.minute(0, days=1))) == []


def test_slots_that_do_not_divide_a_day_begin_anew_at_each_midnight(house_by) -> None:
    slots = SlotRules(category="registration", capacity=1, slot_ms=7 * 3_600_000)
    house = house_by()
    house.next_day(rules=replace(house.rules, slots=(slots,)))
    days = (house.minute(0, days=1), house.minute(0, days=3))
    free = [each - days[0] for each in free_slots(house.day, "registration", TicketClass.CONSULT, *days)]
    assert [each // 3_600_000 for each in free] == [0, 7, 14, 24, 31, 38]


orders = st.lists(
    st.tuples(
        st.sampled_from(["book", "import", "cancel", "move"]),
        st.sampled_from([ACCEPT, CONSULT, PICKUP]),
        st.sampled_from([TEN, HALF_PAST_TEN, ELEVEN]),
        st.integers(0, 1),
        st.integers(1, 6),
    ),
    max_size=40,
)


@given(orders)
def test_a_slot_never_has_more_places_taken_than_it_holds_whatever_is_booked_moved_and_cancelled(
    house_by, orders
) -> None:
    house = house_by().at(540)
    for what, unit, minute, days, which in orders:
        more = {"import": {"source": f"city-{which}"}, "move": {"replaces": which}}.get(what, {})
        try:
            if what == "cancel":
                house.do(CancelAppointment(appointment_id=which))
            else:
                house.book(minute, unit, days=days, **more)
        except refusals.Refusal:
            pass
        taken = Counter()
        for each in house.day.appointments:
            taken[each.starts_at_ms] += each.places * (each.state is AppointmentState.BOOKED)
        assert max(taken.values(), default=0) <= 2
