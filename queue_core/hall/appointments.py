"""Routes of appointments: the free slots, booking one, moving it, giving it back; and a city's whole list."""

import asyncio
from datetime import date, datetime, time
from typing import Annotated
from zoneinfo import ZoneInfo

from litestar import Controller, get, post
from litestar.params import FromPath, JSONBody, QueryParameter

from queue_core.app.business_days import BusinessDay
from queue_core.app.requests import BookingWanted, Outcome
from queue_core.domain import booking, commands, refusals
from queue_core.domain.booking import DAYS_AHEAD
from queue_core.domain.events import AppointmentBooked
from queue_core.domain.hall_day import HallDay
from queue_core.domain.records import Appointment
from queue_core.domain.rules import SlotRules, Unit
from queue_core.domain.words import AppointmentState, TicketClass
from queue_core.hall import entering
from queue_core.hall.admission import Visit, open_for
from queue_core.hall.desk import Desk
from queue_core.hall.errors import Denied
from queue_core.hall.importing import MAX_FILE, Columns, Row, import_rows
from queue_core.hall.own_number import contact_of
from queue_core.wire import appointments as wire
from queue_core.wire import words
from queue_core.wire.words import Role

HALF_HOUR_MS = 30 * 60_000
COLUMNS = Columns(
    needed=("source", "category", "ticket_class", "starts_at", "name", "id_number"),
    known=("source", "category", "ticket_class", "matter", "starts_at", "name", "id_number", "card", "phone"),
)
_BOOKERS = open_for(Role.KIOSK, Role.CLERK, Role.GUIDE, Role.SUPERVISOR, Role.GATEWAY)
_BY_STAFF = open_for(Role.CLERK, Role.GUIDE, Role.SUPERVISOR)
_IMPORTERS = open_for(Role.GATEWAY, Role.SUPERVISOR, Role.ADMIN)
_LIVE = (AppointmentState.BOOKED, AppointmentState.CHECKED_IN)
Category = Annotated[str, QueryParameter(max_length=60)]
TheClass = Annotated[words.TicketClass, QueryParameter()]
Day = Annotated[
    date, QueryParameter(name="day", description=f"by the hall's time, up to {DAYS_AHEAD} days ahead")
]


class Appointments(Controller):
    path = "/api/v1"
    tags = ("appointments",)

    @get("/slots", opt=_BOOKERS)
    async def slots(
        self, category: Category, ticket_class: TheClass, on: Day, request: Visit
    ) -> tuple[wire.FreeSlot, ...]:
        """List the slots of a day with room for one more of a class."""
        desk, unit = request.desk, Unit(category, TicketClass(ticket_class))
        midnight = datetime.combine(on, time(), ZoneInfo(desk.settings.timezone))
        opening = await _opening(int(midnight.timestamp() * 1000), desk)

        def look(day: HallDay) -> tuple[wire.FreeSlot, ...]:
            rules = booking.slots_for(day, unit)
            if opening.is_closed or (opening.day == day.day and day.is_closed):
                return ()
            begins_ms = max(opening.midnight_ms, desk.hall.now_ms + 1)
            ends_ms = opening.midnight_ms + booking.DAY_MS
            free = booking.free_slots(day, category, unit.ticket_class, begins_ms, ends_ms)
            return tuple(
                _free_slot(day, rules, unit, each) for each in free if _is_open(opening, each, rules.slot_ms)
            )

        return await desk.hall.read(look)

    @post("/appointments", opt=_BOOKERS)
    async def book(self, data: JSONBody[wire.BookAppointment], request: Visit) -> wire.Appointment:
        """Book a slot for a person."""
        unit = Unit(data.category, TicketClass(data.ticket_class))
        wanted = BookingWanted(
            unit=unit,
            starts_at_ms=data.starts_at_ms,
            holder=entering.person(data.holder),
            matter=request.desk.matter(data.matter, unit),
            source=entering.source("source", data.source),
            phone=entering.phone(data.phone),
        )
        return await _booked(wanted, request)

    @post("/tickets/{ticket_id:int}/appointment", opt=_BY_STAFF)
    async def book_for_ticket(
        self, ticket_id: FromPath[int], data: JSONBody[wire.BookForTicket], request: Visit
    ) -> wire.Appointment:
        """Book a slot for the person whose number this is; by a clerk for one of the own window."""
        contact = await contact_of(ticket_id, request)
        unit = Unit(data.category, TicketClass(data.ticket_class))
        wanted = BookingWanted(
            unit=unit,
            starts_at_ms=data.starts_at_ms,
            holder=entering.known(contact.holder),
            matter=request.desk.matter(data.matter, unit),
            phone=entering.phone(data.phone) or contact.phone,
        )
        return await _booked(wanted, request)

    @post("/appointments/search", opt=_BOOKERS, status_code=200)
    async def search(
        self, data: JSONBody[wire.FindAppointments], request: Visit
    ) -> tuple[wire.Appointment, ...]:
        """Find the appointments of a person, live ones first."""
        found = await request.desk.hall.appointments_of(entering.person(data.holder))
        in_order = sorted(found, key=lambda each: (each.state not in _LIVE, each.starts_at_ms))
        return tuple(map(told, in_order))

    @post("/appointments/import", opt=_IMPORTERS, status_code=200, request_max_body_size=MAX_FILE)
    async def import_list(self, data: JSONBody[wire.ImportRows], request: Visit) -> wire.Imported:
        """Take in a booking system's list; what is known already changes nothing, another slot moves it."""
        zone = ZoneInfo(request.desk.settings.timezone)

        async def take(row: Row) -> bool:
            unit = Unit(row.needed("category"), row.ticket_class("ticket_class"))
            wanted = BookingWanted(
                unit=unit,
                starts_at_ms=row.instant_ms("starts_at", zone),
                holder=entering.known(row.holder()),
                matter=request.desk.matter(row.text("matter"), unit),
                source=entering.source("source", row.needed("source")),
                phone=entering.phone(row.text("phone")),
            )
            outcome = await _execute(wanted, request, f"{request.key}/{row.mark('source')}")
            return bool(outcome.events) and not outcome.repeated

        return await import_rows(data.csv, COLUMNS, take)

    @post("/appointments/{reference:str}/cancellation", opt=_BOOKERS, status_code=200)
    async def cancel(self, reference: FromPath[str], request: Visit) -> wire.Appointment:
        """Give an appointment back."""
        appointment = await _known(reference, request.desk)
        command = commands.CancelAppointment(appointment_id=appointment.appointment_id)
        await request.desk.hall.execute(command, key=request.key, actor=request.asker.actor)
        return told(await _known(reference, request.desk))

    @post("/appointments/{reference:str}/rebooking", opt=_BOOKERS, status_code=200)
    async def rebook(
        self, reference: FromPath[str], data: JSONBody[wire.Rebook], request: Visit
    ) -> wire.Appointment:
        """Give an appointment back for another slot: both at once, or neither."""
        old = await _known(reference, request.desk)
        wanted = BookingWanted(
            unit=old.unit,
            starts_at_ms=data.starts_at_ms,
            holder=entering.person(data.holder),
            matter=old.matter,
            source=old.source,
            replaces=reference,
            phone=entering.phone(data.phone),
        )
        return await _booked(wanted, request)


def told(appointment: Appointment) -> wire.Appointment:
    return wire.Appointment(
        reference=appointment.reference,
        ticket_class=words.TicketClass(appointment.unit.ticket_class),
        category=appointment.unit.category,
        matter=appointment.matter,
        starts_at_ms=appointment.starts_at_ms,
        ends_at_ms=appointment.ends_at_ms,
        state=words.AppointmentState(appointment.state),
        source=appointment.source,
    )


async def _booked(wanted: BookingWanted, visit: Visit) -> wire.Appointment:
    outcome = await _execute(wanted, visit, visit.key)
    for event in outcome.events:
        if isinstance(event, AppointmentBooked):
            return told(event.appointment)
    known = await visit.desk.hall.read(lambda day: day.appointments.by_source(wanted.source or ""))
    if known is None:
        raise _unknown()
    return told(known)


async def _execute(wanted: BookingWanted, visit: Visit, key: str) -> Outcome:
    """Book, in the hours of opening only: the hall's day knows its own sessions, not those of other days."""
    opening = await _opening(wanted.starts_at_ms, visit.desk)
    if not _is_open(opening, wanted.starts_at_ms, HALF_HOUR_MS):
        raise refusals.NoSuchSlot(wanted.starts_at_ms)
    return await visit.desk.hall.execute(wanted, key=key, actor=visit.asker.actor)


async def _opening(at_ms: int, desk: Desk) -> BusinessDay:
    """The day of an instant, today or up to 60 days ahead. Raises Denied for another one."""
    now_ms = desk.hall.now_ms
    # A year asked for the first time may load the library of holidays: on a thread of its own.
    today, day = await asyncio.to_thread(lambda: (desk.calendar(now_ms), _day_of(at_ms, now_ms, desk)))
    if day is None or day.midnight_ms < today.midnight_ms:
        raise Denied(
            422,
            "day-out-of-range",
            "Appointments are not booked for this day.",
            f"Choose a day from today up to {DAYS_AHEAD} days ahead.",
        )
    return day


def _day_of(at_ms: int, now_ms: int, desk: Desk) -> BusinessDay | None:
    """None far away: an instant of any size may be asked for, of which there need not be a date."""
    is_near = abs(at_ms - now_ms) <= (DAYS_AHEAD + 1) * booking.DAY_MS
    day = desk.calendar(at_ms) if is_near else None
    return day if day is not None and day.midnight_ms <= now_ms + DAYS_AHEAD * booking.DAY_MS else None


def _is_open(opening: BusinessDay, starts_at_ms: int, slot_ms: int) -> bool:
    if not opening.sessions:
        return not opening.is_closed
    return any(
        each.opens_at_ms <= starts_at_ms and starts_at_ms + slot_ms <= each.closes_at_ms
        for each in opening.sessions
    )


def _free_slot(day: HallDay, rules: SlotRules, unit: Unit, starts_at_ms: int) -> wire.FreeSlot:
    left = rules.capacity - day.appointments.taken(unit.category, starts_at_ms)
    return wire.FreeSlot(
        starts_at_ms=starts_at_ms,
        ends_at_ms=starts_at_ms + rules.slot_ms,
        room=left // rules.places_for(unit.ticket_class),
    )


async def _known(reference: str, desk: Desk) -> Appointment:
    found = await desk.hall.read(lambda day: day.appointments.by_reference(reference))
    if found is None:
        raise _unknown()
    return found


def _unknown() -> Denied:
    return Denied(
        404,
        "no-such-appointment",
        "There is no such appointment.",
        "Look the person's appointments up again; it may be over or belong to another hall.",
    )
