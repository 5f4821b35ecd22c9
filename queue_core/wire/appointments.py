"""Appointments as they travel. A person comes in by card or from the booking system, and never goes out."""

from msgspec import Struct

from queue_core.wire.messages import CardHolder
from queue_core.wire.words import AppointmentState, TicketClass


class FreeSlot(Struct, frozen=True, kw_only=True):
    """GET /api/v1/slots?category=&ticket_class=&day=: one slot and how many of that class fit in."""

    starts_at_ms: int
    ends_at_ms: int
    room: int


class BookAppointment(Struct, frozen=True, kw_only=True):
    """POST /api/v1/appointments. `source` is the booking system's code; the same again changes nothing.

    `phone` is reminded at 18:00 of the day before.
    """

    ticket_class: TicketClass
    category: str
    starts_at_ms: int
    holder: CardHolder
    matter: str | None = None
    source: str | None = None
    phone: str | None = None


class BookForTicket(Struct, frozen=True, kw_only=True):
    """POST /api/v1/tickets/{ticket_id}/appointment, by staff: for the person whose number it is.

    A clerk's screen never has the whole ID number; the hall has it sealed. A clerk books for a number of
    the own window only. Without a `phone` that of the number is reminded, if it has one.
    """

    ticket_class: TicketClass
    category: str
    starts_at_ms: int
    matter: str | None = None
    phone: str | None = None


class Appointment(Struct, frozen=True, kw_only=True):
    reference: str
    ticket_class: TicketClass
    category: str
    matter: str | None
    starts_at_ms: int
    ends_at_ms: int
    state: AppointmentState
    source: str | None = None


class FindAppointments(Struct, frozen=True, kw_only=True):
    """POST /api/v1/appointments/search: those of a person, live ones first. Changes nothing."""

    holder: CardHolder


class Rebook(Struct, frozen=True, kw_only=True):
    """POST /api/v1/appointments/{reference}/rebooking; POST …/cancellation has no body."""

    starts_at_ms: int
    holder: CardHolder
    phone: str | None = None


class ImportRows(Struct, frozen=True, kw_only=True):
    """POST /api/v1/appointments/import and /api/v1/cases/import: a CSV table as text, headings first.

    Appointments: source, category, ticket_class, matter (may be left out), starts_at (the hall's time,
    such as 2026-11-23 09:30), name, id_number, card (one of CardKind; may be left out), phone (likewise).
    Cases: code, category, and as far as there are: ticket_class (pickup without it), matter, name, id_number,
    card, phone, is_ready (yes or no), way (window, locker or post), language.
    """

    csv: str


class RowMistake(Struct, frozen=True, kw_only=True):
    line: int
    column: str
    problem: str
    remedy: str


class Imported(Struct, frozen=True, kw_only=True):
    """Rows taken in, known already, and refused; a refused one stops no other."""

    taken: int
    known: int
    mistakes: tuple[RowMistake, ...]
