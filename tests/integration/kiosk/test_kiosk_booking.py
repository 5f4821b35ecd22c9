"""Slots of the coming days at a real hall: found, booked once, and refused by code."""

from datetime import datetime

import pytest
from msgspec.structs import replace

from kiosk.backstage.booking import ENOUGH
from kiosk.flow.effects import Book, FindSlots
from kiosk.flow.events import AppointmentMade, AskFailed, SlotsFound
from queue_core.client.transport import new_key
from queue_core.wire.words import Role, TicketClass
from tests.integration.hall.test_hall_appointments import ZONE, booking, on, person

FIND = FindSlots(visit_id=1, category="registration", ticket_class=TicketClass.ACCEPT)


@pytest.fixture
async def crew(crew_of):
    return await crew_of()


async def answered(crew, effect, kind):
    crew.heard.forget()
    await crew.perform(effect)
    return await crew.heard.first(kind)


async def found(crew):
    return (await answered(crew, FIND, SlotsFound)).slots


async def test_slots_of_the_coming_days_are_found_in_their_order(crew):
    slots = await found(crew)
    starts = [slot.starts_at_ms for slot in slots]
    assert len(slots) == ENOUGH
    assert starts == sorted(starts)
    days = {datetime.fromtimestamp(each / 1000, ZONE).date() for each in starts}
    assert len(days) > 1
    assert on(0) < min(days) <= max(days) <= on(7)


async def test_a_slot_is_booked_once_however_often_it_is_sent(crew, connect):
    starts = (await found(crew))[1].starts_at_ms
    request = replace(booking(1, datetime.now(ZONE)), starts_at_ms=starts)
    effect = Book(visit_id=1, request=request, key=new_key())
    first, again = [(await answered(crew, effect, AppointmentMade)).appointment for _ in range(2)]
    assert (first.reference, first.starts_at_ms) == (again.reference, starts)
    kept = await (await connect(Role.KIOSK)).appointments_of(person(1))
    assert [each.reference for each in kept] == [first.reference]
    twice = Book(visit_id=1, request=request, key=new_key())
    assert (await answered(crew, twice, AskFailed)).code == "already-booked"


async def test_a_slot_that_filled_meanwhile_is_refused_and_found_no_more(crew, connect):
    slot = (await found(crew))[0]
    others = await connect(Role.KIOSK)
    for serial in range(2, 2 + slot.room):
        await others.book(replace(booking(serial, datetime.now(ZONE)), starts_at_ms=slot.starts_at_ms))
    request = replace(booking(1, datetime.now(ZONE)), starts_at_ms=slot.starts_at_ms)
    full = await answered(crew, Book(visit_id=1, request=request, key=new_key()), AskFailed)
    assert full.code == "slot-full"
    assert slot.starts_at_ms not in {each.starts_at_ms for each in await found(crew)}


async def test_what_is_not_offered_has_no_slots(crew):
    elsewhere = FindSlots(visit_id=1, category="no-such-category", ticket_class=TicketClass.ACCEPT)
    assert (await answered(crew, elsewhere, AskFailed)).code != "hall-unreachable"
