"""A slot instead of a number: where today's numbers are gone or may come too late, another day is booked."""

from dataclasses import replace

from kiosk.flow.asking import ask
from kiosk.flow.confirming import is_warned
from kiosk.flow.effects import AskPreview, Book, FindSlots
from kiosk.flow.events import AppointmentMade, SlotsFound
from kiosk.flow.facts import Facts
from kiosk.flow.identity import is_proved
from kiosk.flow.presses import Back, Leave, SlotChosen, SlotsWanted, TimeOver
from kiosk.flow.steps import Rows, Step, end
from kiosk.flow.visit import Booking, Page, Visit
from queue_core.wire.appointments import BookAppointment, FreeSlot

# No number of today will do, or it may not.
OFFERED_AFTER = frozenset({"quota-full", "will-not-be-served", "may-not-be-served", "hall-closed-today"})

# The slot went to somebody else, or began, while it was looked at: the others are shown.
GONE_MEANWHILE = frozenset({"slot-full", "no-such-slot", "slot-past", "same-day-stopped"})


def may_book(visit: Visit, facts: Facts) -> bool:
    """Only whoever showed a card: to book for a number that was typed is the guide desk's."""
    hall = facts.hall
    if hall is None or not hall.has_appointments or not hall.day:
        return False
    if visit.holder is None or not is_proved(visit.holder):
        return False
    return visit.ticket_class is not None and visit.category != "" and is_called_for(visit)


def is_called_for(visit: Visit) -> bool:
    match visit.page:
        case Page.CONFIRM:
            return is_warned(visit)
        case Page.TAKE_TROUBLE:
            return visit.trouble in OFFERED_AFTER
        case Page.ASK_TROUBLE:
            return visit.trouble in OFFERED_AFTER and isinstance(visit.question, AskPreview)
        case _:
            return False


def look(visit: Visit, _: SlotsWanted, facts: Facts) -> Step:
    return find(replace(visit, booking=Booking(before=visit))) if may_book(visit, facts) else Step(visit)


def find(visit: Visit) -> Step:
    assert visit.ticket_class is not None
    return ask(
        visit,
        FindSlots(visit_id=visit.visit_id, category=visit.category, ticket_class=visit.ticket_class),
    )


def slots_found(visit: Visit, event: SlotsFound, _: Facts) -> Step:
    return listed(visit, event.slots)


def none_found(visit: Visit) -> Step:
    """The business is not booked at all."""
    return listed(visit, ())


def listed(visit: Visit, slots: tuple[FreeSlot, ...]) -> Step:
    """`trouble` still says why they are listed anew."""
    booking = replace(booking_of(visit), slots=slots)
    return Step(replace(visit, page=Page.SLOTS, booking=booking, question=None))


def choose(visit: Visit, event: SlotChosen, _: Facts) -> Step:
    """The key is the touch's: tried again after a silence of the hall, it is still one appointment."""
    slots = booking_of(visit).slots
    if visit.holder is None or visit.ticket_class is None:
        return Step(visit)
    if event.starts_at_ms not in {slot.starts_at_ms for slot in slots}:
        return Step(visit)
    request = BookAppointment(
        ticket_class=visit.ticket_class,
        category=visit.category,
        starts_at_ms=event.starts_at_ms,
        holder=visit.holder,
        matter=visit.matter.code if visit.matter else None,
    )
    return ask(visit, Book(visit_id=visit.visit_id, request=request, key=event.key))


def list_anew(visit: Visit, because: str) -> Step:
    again = find(visit)
    return replace(again, visit=replace(again.visit, trouble=because))


def made(visit: Visit, event: AppointmentMade, _: Facts) -> Step:
    booking = replace(booking_of(visit), made=event.appointment)
    return Step(replace(visit, page=Page.BOOKED, booking=booking, question=None))


def back(visit: Visit, _: Back, __: Facts) -> Step:
    """The refusal or the warning as it stood, in the language and the comfort of now."""
    before = booking_of(visit).before
    return Step(replace(before, language=visit.language, comfort=visit.comfort, asked=visit.asked))


def booking_of(visit: Visit) -> Booking:
    assert visit.booking is not None, f"no booking on page {visit.page}"
    return visit.booking


ROWS: Rows = {
    **{page: {SlotsWanted: look} for page in (Page.CONFIRM, Page.TAKE_TROUBLE, Page.ASK_TROUBLE)},
    Page.ASKING: {SlotsFound: slots_found, AppointmentMade: made},
    Page.SLOTS: {SlotChosen: choose, Back: back},
    Page.BOOKED: {Leave: end, TimeOver: end},
}
