"""Where a business is done and what to bring for it; and a slot of another day where no number will do."""

from dataclasses import replace

from counter.guide.flow import happenings as h
from counter.guide.flow import presses as p
from counter.guide.flow.requests import AskPreview, Book, FindSlots, LookUp, PrintList
from counter.guide.flow.state import Aim, Guide, Help, Page, Trouble, Turn, ask, go, land, turn
from counter.guide.flow.steps import Rows, nothing
from queue_core.wire.appointments import Appointment, BookAppointment, FreeSlot
from queue_core.wire.matters import Matter
from queue_core.wire.messages import TakeNumber

# No number of today will do, or it may not.
OFFERED_AFTER = frozenset({"quota-full", "will-not-be-served", "may-not-be-served", "hall-closed-today"})

# The slot went to somebody else, or began, while it was looked at: the others are shown.
GONE_MEANWHILE = frozenset({"slot-full", "no-such-slot", "slot-past", "same-day-stopped"})


def matter_seen(state: Guide, answer: h.Answered) -> Turn:
    """Looked up for its place, or for its materials."""
    assert isinstance(answer.value, Matter)
    helped, matter = replace(state.help, detail=answer.value, asking=None), answer.value
    if helped.page is not Page.SEARCH:
        return turn(state, go(helped, Page.MATERIALS))
    unit = TakeNumber(ticket_class=matter.classes[0], category=matter.category, matter=matter.code)
    return ask(state, helped, AskPreview(wanted=unit))


def place_unknown(helped: Help, trouble: Trouble) -> Help:
    """Now no number would be given; what to bring can be told all the same."""
    return land(helped, Page.PLACE, preview=None, trouble=trouble)


def want_materials(state: Guide, _: p.MaterialsWanted, __: str) -> Turn:
    helped = state.help
    if helped.detail is not None and (helped.matter is None or helped.detail.code == helped.matter.code):
        return turn(state, go(helped, Page.MATERIALS))
    code = matter_of(helped)
    return nothing(state) if code is None else ask(state, helped, LookUp(code=code))


def matter_of(helped: Help) -> str | None:
    """The matter that the shown number, or the one being taken, is for."""
    if helped.ticket is not None:
        return next((one.matter for one in helped.ticket.errands if one.matter and not one.is_done), None)
    return helped.wanted.matter or (helped.matter.code if helped.matter else None)


def print_list(state: Guide, _: p.ListWanted, __: str) -> Turn:
    helped = state.help
    if helped.detail is None or helped.asking is not None:
        return nothing(state)
    return ask(state, helped, PrintList(matter=helped.detail, language=helped.wanted.language))


def list_printed(state: Guide, _: h.Answered) -> Turn:
    return turn(state, replace(state.help, asking=None, trouble=Trouble(code="list-printed")))


def list_failed(state: Guide, failure: h.PrintFailed) -> Turn:
    return turn(state, replace(state.help, asking=None, trouble=Trouble(code=failure.code)))


# Slots


def may_book(state: Guide) -> bool:
    hall, helped = state.hall, state.help
    if hall is None or not hall.has_appointments or helped.ticket_class is None or not helped.category:
        return False
    if helped.page is Page.PREVIEW:
        return helped.preview is not None and helped.preview.may_not_be_called
    return helped.trouble is not None and helped.trouble.code in OFFERED_AFTER


def want_slots(state: Guide, _: p.SlotsWanted, __: str) -> Turn:
    """An appointment is a person's: who took a number as nobody says who it is for."""
    if not may_book(state):
        return nothing(state)
    helped = replace(state.help, aim=Aim.BOOK)
    if helped.holder is None:
        return turn(state, go(helped, Page.WHO))
    return find(state, helped)


def find(state: Guide, helped: Help) -> Turn:
    assert helped.ticket_class is not None
    return ask(state, helped, FindSlots(category=helped.category, ticket_class=helped.ticket_class))


def slots_found(state: Guide, answer: h.Answered) -> Turn:
    assert isinstance(answer.value, tuple)
    slots: tuple[FreeSlot, ...] = answer.value
    return turn(state, land(state.help, Page.SLOTS, slots=slots))


def choose_slot(state: Guide, press: p.SlotChosen, key: str) -> Turn:
    helped = state.help
    is_there = press.starts_at_ms in {slot.starts_at_ms for slot in helped.slots}
    if not is_there or helped.holder is None or helped.ticket_class is None or helped.asking is not None:
        return nothing(state)
    wanted = BookAppointment(
        ticket_class=helped.ticket_class,
        category=helped.category,
        starts_at_ms=press.starts_at_ms,
        holder=helped.holder,
        matter=helped.matter.code if helped.matter else None,
    )
    return ask(state, helped, Book(wanted=wanted, key=key))


def booked(state: Guide, answer: h.Answered) -> Turn:
    assert isinstance(answer.value, Appointment)
    return turn(state, replace(state.help, page=Page.BOOKED, booked=answer.value, asking=None, before=None))


ROWS: Rows = {
    Page.PREVIEW: {p.SlotsWanted: want_slots, p.MaterialsWanted: want_materials},
    Page.TROUBLE: {p.SlotsWanted: want_slots},
    Page.NUMBER: {p.MaterialsWanted: want_materials},
    Page.PLACE: {p.MaterialsWanted: want_materials},
    Page.MATERIALS: {p.ListWanted: print_list},
    Page.SLOTS: {p.SlotChosen: choose_slot},
}
