"""A slot instead of a number, with invented facts: where it is offered, the slots, and what came of it."""

from collections.abc import Iterator
from dataclasses import replace

from msgspec.structs import replace as changed

from kiosk.flow.effects import AskPreview, Book, FindSlots
from kiosk.flow.facts import Facts
from kiosk.flow.visit import Booking, Page, Visit
from kiosk.samples import HALF_HOUR_MS, MORNING_MS
from queue_core.wire.appointments import Appointment, BookAppointment, FreeSlot
from queue_core.wire.matters import Matter
from queue_core.wire.messages import TakeNumber
from queue_core.wire.words import AppointmentState, TicketClass

TOMORROW_MS = MORNING_MS + 46 * HALF_HOUR_MS  # 9:00 of the day after the gallery's, in the hall's time
SLOTS = tuple(
    FreeSlot(starts_at_ms=starts, ends_at_ms=starts + HALF_HOUR_MS, room=2)
    for day in (0, 3)
    for half_hours in (0, 5, 15)
    for starts in (TOMORROW_MS + (48 * day + half_hours) * HALF_HOUR_MS,)
)
MADE = Appointment(
    reference="a9",
    ticket_class=TicketClass.ACCEPT,
    category="registration",
    matter=None,
    starts_at_ms=SLOTS[1].starts_at_ms,
    ends_at_ms=SLOTS[1].ends_at_ms,
    state=AppointmentState.BOOKED,
)


def states(known: Visit, matter: Matter, facts: Facts) -> Iterator[tuple[str, Visit, Facts]]:
    """Each scene's name, visit and facts, from the gallery's own facts and its visit of a known person."""
    refused = replace(known, page=Page.ASK_TROUBLE, question=AskPreview(visit_id=1, request=TakeNumber()))
    for code in ("quota-full", "will-not-be-served", "hall-closed-today"):
        yield f"ask-trouble-book-{code}", replace(refused, trouble=code), facts
    looking = replace(known, page=Page.SLOTS, booking=Booking(before=known, slots=SLOTS))
    yield "slots", looking, facts
    yield "slots-anew", replace(looking, trouble="slot-full", matter=matter), facts
    yield "slots-few", replace(looking, booking=Booking(before=known, slots=SLOTS[:2])), facts
    yield "slots-none", replace(looking, booking=Booking(before=known)), facts
    booked = replace(known, page=Page.BOOKED, booking=Booking(before=known, slots=SLOTS, made=MADE))
    yield "booked", booked, facts
    yield "booked-matter", replace(booked, matter=matter), facts
    few = changed(matter, materials=matter.materials[:2])
    later = changed(MADE, starts_at_ms=SLOTS[5].starts_at_ms, ends_at_ms=SLOTS[5].ends_at_ms)
    yield (
        "booked-few-materials",
        replace(booked, matter=few, booking=Booking(before=known, made=later)),
        facts,
    )
    yield from troubles(looking, facts)


def troubles(looking: Visit, facts: Facts) -> Iterator[tuple[str, Visit, Facts]]:
    assert looking.holder is not None
    finding = FindSlots(visit_id=1, category="registration", ticket_class=TicketClass.ACCEPT)
    request = BookAppointment(
        ticket_class=TicketClass.ACCEPT,
        category="registration",
        starts_at_ms=SLOTS[0].starts_at_ms,
        holder=looking.holder,
    )
    booking = Book(visit_id=1, request=request, key="")
    yield "asking-book", replace(looking, page=Page.ASKING, question=booking), facts
    for code, question in (
        ("hall-unreachable", finding),
        ("already-booked", booking),
        ("barred", booking),
    ):
        troubled = replace(looking, page=Page.ASK_TROUBLE, question=question, trouble=code)
        yield f"ask-trouble-{code}-book", troubled, facts
