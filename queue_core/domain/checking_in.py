"""The check-in of an appointment: whether it still gives its right, and what becomes of it."""

from collections.abc import Sequence

from queue_core.domain import booking, refusals
from queue_core.domain.commands import ErrandWanted, TakeNumber
from queue_core.domain.events import AppointmentCheckedIn, AppointmentEnded, TicketIssued
from queue_core.domain.hall_day import HallDay
from queue_core.domain.records import Appointment
from queue_core.domain.ticket import Slot
from queue_core.domain.words import AppointmentState

TOO_LATE = "too-late"
SLOT_TOO_SHORT = "slot-too-short"
_BEFORE_CHECK_IN = frozenset({AppointmentState.BOOKED, AppointmentState.MISSED})


def brought(day: HallDay, command: TakeNumber) -> Appointment | None:
    """The appointment of today a number is taken with, if one is; a missed one is brought in vain.

    It may be brought at any time of its day: the number ranks as a walk-in's until the slot is due, however
    early it was checked in, so that an instant from which check-in begins would change nobody's place.
    """
    if command.appointment_id is None:
        return None
    appointment = day.appointments.get(command.appointment_id)
    if appointment is None or booking.local_day(day, appointment.starts_at_ms) != 0:
        raise refusals.NoSuchAppointment(command.appointment_id)
    if appointment.state not in _BEFORE_CHECK_IN:
        raise refusals.AppointmentUsed(appointment)
    if command.is_remote:
        raise refusals.CheckInIsInTheHall(command.appointment_id)
    return appointment


def with_its_errand(
    appointment: Appointment | None, wanted: tuple[ErrandWanted, ...]
) -> tuple[ErrandWanted, ...]:
    """What is wanted, and first what was booked, unless something of its category is wanted already."""
    if appointment is None or any(each.unit.category == appointment.unit.category for each in wanted):
        return wanted
    return (ErrandWanted(unit=appointment.unit, matter=appointment.matter), *wanted)


def lapse(
    day: HallDay, appointment: Appointment | None, wanted: Sequence[ErrandWanted], now_ms: int
) -> str | None:
    """Why an appointment that is brought gives no right; None when it does, or none is brought.

    It does until its tolerance has passed, and if its slot holds what is wanted first of its category.
    """
    if appointment is None:
        return None
    if _is_late(day, appointment, now_ms):
        return TOO_LATE
    mine = next(each.unit for each in wanted if each.unit.category == appointment.unit.category)
    return None if booking.keeps_place(day, appointment, mine) else SLOT_TOO_SHORT


def slot(appointment: Appointment | None) -> Slot | None:
    if appointment is None:
        return None
    return Slot(
        appointment_id=appointment.appointment_id,
        starts_at_ms=appointment.starts_at_ms,
        ends_at_ms=appointment.ends_at_ms,
    )


def events_of(
    day: HallDay, appointment: Appointment | None, issued: TicketIssued
) -> tuple[AppointmentCheckedIn | AppointmentEnded, ...]:
    """What a check-in makes of the appointment; who comes too late has missed it, as the timer will say."""
    if appointment is None or appointment.state is AppointmentState.MISSED:
        return ()
    appointment_id = appointment.appointment_id
    if _is_late(day, appointment, issued.at_ms):
        missed = AppointmentState.MISSED
        return (AppointmentEnded(at_ms=issued.at_ms, appointment_id=appointment_id, state=missed),)
    return (
        AppointmentCheckedIn(at_ms=issued.at_ms, appointment_id=appointment_id, ticket_id=issued.ticket_id),
    )


def _is_late(day: HallDay, appointment: Appointment, now_ms: int) -> bool:
    return (
        appointment.state is AppointmentState.MISSED
        or now_ms > appointment.ends_at_ms + day.rules.policy.tolerance_ms
    )
