"""The book of appointments against a plain list of what was booked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from queue_core.domain.appointments import AppointmentBook
from queue_core.domain.records import Appointment
from queue_core.domain.rules import Unit
from queue_core.domain.words import AppointmentState, TicketClass

MINUTE = 60_000
BOOKED, CHECKED_IN = AppointmentState.BOOKED, AppointmentState.CHECKED_IN
CANCELLED, MISSED = AppointmentState.CANCELLED, AppointmentState.MISSED


def appointment(
    appointment_id: int, starts_at_ms: int = 0, category: str = "a", **more: object
) -> Appointment:
    plain = {
        "appointment_id": appointment_id,
        "reference": f"r{appointment_id}",
        "unit": Unit(category, TicketClass.ACCEPT),
        "matter": None,
        "starts_at_ms": starts_at_ms,
        "ends_at_ms": starts_at_ms + 30 * MINUTE,
        "places": 1,
    }
    return Appointment(**plain | more)


@st.composite
def histories(draw: st.DrawFn) -> tuple[AppointmentBook, list[Appointment]]:
    """A book after any bookings, check-ins, conversions and ends, and what should stand in it."""
    book, kept = AppointmentBook(), []
    for step in draw(st.lists(st.sampled_from(["book", "check-in", "end", "convert"]), max_size=60)):
        booked = [each for each in kept if each.state is BOOKED]
        if step == "book" or not booked:
            made = appointment(
                len(kept) + 1,
                draw(st.integers(0, 5)) * 30 * MINUTE,
                draw(st.sampled_from("ab")),
                places=draw(st.integers(1, 3)),
            )
            book.book(made)
            kept.append(made)
            continue
        chosen = draw(st.sampled_from(booked))
        match step:
            case "check-in":
                book.check_in(chosen.appointment_id, 7)
            case "end":
                book.end(chosen.appointment_id, draw(st.sampled_from([CANCELLED, MISSED])))
            case "convert":
                book.convert(chosen.appointment_id, Unit("b", TicketClass.CONSULT), 2)
        kept[chosen.appointment_id - 1] = book.get(chosen.appointment_id)
    return book, kept


@given(histories())
def test_the_places_of_a_slot_are_those_of_its_live_appointments(history) -> None:
    book, kept = history
    for category in "ab":
        for slot in range(6):
            mine = [
                each
                for each in kept
                if each.unit.category == category and each.starts_at_ms == slot * 30 * MINUTE
            ]
            live = [each.places for each in mine if each.state in (BOOKED, CHECKED_IN)]
            assert book.taken(category, slot * 30 * MINUTE) == sum(live)


@given(histories(), st.integers(-1, 200))
def test_what_nobody_checked_in_by_the_slots_end_is_found_in_its_order(history, minute) -> None:
    book, kept = history
    due = [each for each in kept if each.state is BOOKED and each.ends_at_ms <= minute * MINUTE]
    assert book.ended_by(minute * MINUTE) == sorted(
        due, key=lambda each: (each.ends_at_ms, each.appointment_id)
    )


@given(histories(), st.integers(0, 5))
def test_a_book_carried_over_midnight_knows_what_is_booked_for_later(history, slot) -> None:
    book, kept = history
    carried = book.carried(slot * 30 * MINUTE)
    assert set(carried) == {
        each for each in kept if each.state is BOOKED and each.starts_at_ms >= slot * 30 * MINUTE
    }
    later = AppointmentBook(carried)
    assert later.ended_by(1_000 * MINUTE) == [
        each for each in book.ended_by(1_000 * MINUTE) if each in carried
    ]
    for each in carried:
        assert later.get(each.appointment_id) == later.by_reference(each.reference) == each


def test_an_ended_appointment_of_another_system_is_carried_so_that_it_is_not_booked_again() -> None:
    book = AppointmentBook([appointment(1, source="city-1"), appointment(2)])
    book.end(1, CANCELLED)
    book.end(2, CANCELLED)
    assert [each.source for each in book.carried(0)] == ["city-1"]


def test_the_newest_appointment_answers_to_the_source_whatever_the_order_of_changes() -> None:
    book = AppointmentBook([appointment(1, source="city-1")])
    book.book(appointment(2, source="city-1"))
    book.end(1, CANCELLED)
    assert book.by_source("city-1") == book.get(2)
    assert book.by_source("city-2") is None


@pytest.mark.parametrize("over", [CANCELLED, MISSED])
def test_what_is_over_can_neither_be_checked_in_nor_end_again(over) -> None:
    book = AppointmentBook([appointment(1)])
    book.end(1, over)
    with pytest.raises(KeyError):
        book.check_in(1, 7)
    with pytest.raises(KeyError):
        book.end(1, CANCELLED)


def test_an_appointment_is_checked_in_once() -> None:
    book = AppointmentBook([appointment(1)])
    book.check_in(1, 7)
    assert (book.get(1).state, book.get(1).ticket_id) == (CHECKED_IN, 7)
    with pytest.raises(KeyError):
        book.check_in(1, 8)


@pytest.mark.parametrize("state", [BOOKED, CHECKED_IN])
def test_no_end_leaves_an_appointment_alive(state) -> None:
    with pytest.raises(KeyError):
        AppointmentBook([appointment(1)]).end(1, state)


def test_an_id_is_booked_once() -> None:
    with pytest.raises(KeyError):
        AppointmentBook([appointment(1)]).book(appointment(1))
