"""What the events of an appointment change, and the slot a ticket has of one."""

from queue_core.domain import events
from queue_core.domain.changes.leading import Change
from queue_core.domain.events import Event
from queue_core.domain.hall_day import HallDay
from queue_core.domain.ticket import Errand


def _book(day: HallDay, event: events.AppointmentBooked) -> None:
    day.appointments.book(event.appointment)
    day.next_appointment_id = event.appointment.appointment_id + 1


def _check_in(day: HallDay, event: events.AppointmentCheckedIn) -> None:
    day.appointments.check_in(event.appointment_id, event.ticket_id)
    ticket, appointment = day.tickets[event.ticket_id], day.appointments.get(event.appointment_id)
    if appointment is None or ticket.slot is None:
        return
    category = appointment.unit.category
    mine = next((each for each in ticket.errands if each.unit.category == category), None)
    if mine is not None:
        keep_slot(day, event.appointment_id, mine, mine)


def keep_slot(day: HallDay, appointment_id: int, before: Errand, after: Errand) -> None:
    """The appointment's places are those of what it is for now, and never fewer than were booked."""
    appointment = day.appointments.get(appointment_id)
    if appointment is None or before.unit.category != appointment.unit.category:
        return
    slots = next((each for each in day.rules.slots if each.category == after.unit.category), None)
    needed = 1 if slots is None else slots.places_for(after.unit.ticket_class)
    stays = after.unit.category == appointment.unit.category
    places = max(needed, appointment.places) if stays else needed
    day.appointments.convert(appointment_id, after.unit, places)


def _end_appointment(day: HallDay, event: events.AppointmentEnded) -> None:
    day.appointments.end(event.appointment_id, event.state)


CHANGES: dict[type[Event], Change] = {
    events.AppointmentBooked: _book,
    events.AppointmentCheckedIn: _check_in,
    events.AppointmentEnded: _end_appointment,
}
