"""Decisions about appointments: which slots are free, who may book one, and when one is given back."""

from collections.abc import Iterator

from queue_core.domain import refusals
from queue_core.domain.commands import BookAppointment, CancelAppointment
from queue_core.domain.events import AppointmentBooked, AppointmentEnded, AppointmentEvent
from queue_core.domain.hall_day import HallDay
from queue_core.domain.records import Appointment
from queue_core.domain.rules import MINUTE_MS, MOST_HEAD_START_MS, SlotRules, Unit
from queue_core.domain.words import AppointmentState, TicketClass

DAY_MS = 24 * 60 * MINUTE_MS
DAYS_AHEAD = 60
"""Appointments are booked for today and so many days more."""
NEAREST = 3
_OVER = frozenset({AppointmentState.CANCELLED, AppointmentState.MISSED})


def book(day: HallDay, command: BookAppointment, now_ms: int) -> tuple[AppointmentEvent, ...]:
    """Under a `source` known already nothing happens, or, with another slot or unit, the booking moves there.

    So does one that is given back for the new one (`replaces`). Whether a later day is one of opening is the
    application's business: the day knows its own sessions only.
    """
    known = None if command.source is None else day.appointments.by_source(command.source)
    if known is not None and _is_same(known, command):
        return ()
    moved = _moved(day, command, known)
    slots = slots_for(day, command.unit)
    _require_right(day, command, moved)
    _require_slot(day, slots, command.starts_at_ms, now_ms)
    _require_room(day, slots, command, moved, now_ms)
    appointment = Appointment(
        appointment_id=day.next_appointment_id,
        reference=command.reference,
        unit=command.unit,
        matter=command.matter,
        starts_at_ms=command.starts_at_ms,
        ends_at_ms=command.starts_at_ms + slots.slot_ms,
        places=slots.places_for(command.unit.ticket_class),
        source=command.source,
    )
    booked = AppointmentBooked(at_ms=now_ms, appointment=appointment, holder=command.sealed_holder)
    return (booked,) if moved is None else (_cancelled(moved, now_ms), booked)


def cancel(day: HallDay, command: CancelAppointment, now_ms: int) -> tuple[AppointmentEnded, ...]:
    appointment = day.appointments.get(command.appointment_id)
    if appointment is None:
        raise refusals.NoSuchAppointment(command.appointment_id)
    if appointment.state is AppointmentState.CANCELLED:
        return ()
    if appointment.state is not AppointmentState.BOOKED:
        raise refusals.AppointmentUsed(appointment)
    return (_cancelled(appointment, now_ms),)


def free_slots(
    day: HallDay, category: str, ticket_class: TicketClass, from_ms: int, until_ms: int
) -> Iterator[int]:
    """Starts (wall ms) of the slots with room for one more of a class, from `from_ms` to before `until_ms`.

    Those of today lie in the sessions of opening; of later days the whole day's are named. What has begun is
    the asker's business. None for a category or class without appointments.
    """
    slots = slots_of(day, category)
    if slots is None or not slots.is_bookable(ticket_class):
        return
    needed = slots.places_for(ticket_class)
    for starts_at_ms in _grid(day, slots, from_ms, until_ms):
        if _is_in_hours(day, slots, starts_at_ms) and _free(day, slots, starts_at_ms) >= needed:
            yield starts_at_ms


def keeps_place(day: HallDay, appointment: Appointment, unit: Unit) -> bool:
    """Whether an appointment keeps its slot when it is for `unit`.

    Within the category and the places it has, always; otherwise if the slot has room for what it needs more,
    and the other category gives appointments of that class.
    """
    if unit == appointment.unit:
        return True
    slots = slots_of(day, unit.category)
    if slots is None:
        return False
    needed = slots.places_for(unit.ticket_class)
    if unit.category == appointment.unit.category:
        needed -= appointment.places
    elif not slots.is_bookable(unit.ticket_class):
        return False
    return needed <= 0 or needed <= _free(day, slots, appointment.starts_at_ms)


def slots_for(day: HallDay, unit: Unit) -> SlotRules:
    """Raises Refusal for what is not offered, or not booked."""
    if unit not in day.offered:
        raise refusals.UnitNotOffered(unit)
    slots = slots_of(day, unit.category)
    if slots is None or not slots.is_bookable(unit.ticket_class):
        raise refusals.NoAppointments(unit.category)
    return slots


def slots_of(day: HallDay, category: str) -> SlotRules | None:
    return next((each for each in day.rules.slots if each.category == category), None)


def local_day(day: HallDay, wall_ms: int) -> int:
    """Days from today, by the hall's time."""
    return (wall_ms - day.midnight_ms) // DAY_MS


def _moved(day: HallDay, command: BookAppointment, known: Appointment | None) -> Appointment | None:
    """What ends with the new booking: the one it replaces, or that of the same source."""
    if command.replaces is not None:
        known = day.appointments.get(command.replaces)
        if known is None:
            raise refusals.NoSuchAppointment(command.replaces)
    elif known is None or known.state in _OVER:
        return None
    if known.state is not AppointmentState.BOOKED:
        raise refusals.AppointmentUsed(known)
    return known


def _is_same(known: Appointment, command: BookAppointment) -> bool:
    return known.starts_at_ms == command.starts_at_ms and known.unit == command.unit


def _cancelled(appointment: Appointment, now_ms: int) -> AppointmentEnded:
    return AppointmentEnded(
        at_ms=now_ms, appointment_id=appointment.appointment_id, state=AppointmentState.CANCELLED
    )


def _require_right(day: HallDay, command: BookAppointment, moved: Appointment | None) -> None:
    """One live appointment a person and day; none at all for who missed too many."""
    bar = day.rules.policy.missed_appointments_before_bar
    if 0 < bar <= command.missed:
        raise refusals.Barred(command.missed)
    for appointment_id in command.held:
        held = day.appointments.get(appointment_id)
        if held is None or held == moved or not _is_live(day, held):
            continue
        if local_day(day, held.starts_at_ms) == local_day(day, command.starts_at_ms):
            raise refusals.AlreadyBooked(held)


def _is_live(day: HallDay, appointment: Appointment) -> bool:
    """Booked, or checked in with a number that is still open."""
    if appointment.state is AppointmentState.CHECKED_IN:
        ticket = day.tickets.get(appointment.ticket_id or 0)
        return ticket is not None and ticket.is_open
    return appointment.state is AppointmentState.BOOKED


def _require_slot(day: HallDay, slots: SlotRules, starts_at_ms: int, now_ms: int) -> None:
    since_midnight_ms = (starts_at_ms - day.midnight_ms) % DAY_MS
    if since_midnight_ms not in _of_a_day(slots) or not _is_in_hours(day, slots, starts_at_ms):
        raise refusals.NoSuchSlot(starts_at_ms)
    if starts_at_ms <= now_ms:
        raise refusals.SlotPast(starts_at_ms)
    if local_day(day, starts_at_ms) == 0:
        if day.is_closed:
            raise refusals.HallClosedToday
        if day.head_start_ms >= MOST_HEAD_START_MS:
            raise refusals.SameDayStopped(starts_at_ms)


def _require_room(
    day: HallDay, slots: SlotRules, command: BookAppointment, moved: Appointment | None, now_ms: int
) -> None:
    free = _free(day, slots, command.starts_at_ms)
    if moved is not None and (moved.unit.category, moved.starts_at_ms) == (
        slots.category,
        command.starts_at_ms,
    ):
        free += moved.places
    if slots.places_for(command.unit.ticket_class) > free:
        raise refusals.SlotFull(command.starts_at_ms, _nearest(day, command, now_ms))


def _nearest(day: HallDay, command: BookAppointment, now_ms: int) -> tuple[int, ...]:
    """Free slots of the same day, the nearest first."""
    begins_ms = day.midnight_ms + local_day(day, command.starts_at_ms) * DAY_MS
    unit = command.unit
    free = free_slots(day, unit.category, unit.ticket_class, max(begins_ms, now_ms + 1), begins_ms + DAY_MS)
    return tuple(sorted(free, key=lambda each: (abs(each - command.starts_at_ms), each))[:NEAREST])


def _free(day: HallDay, slots: SlotRules, starts_at_ms: int) -> int:
    return slots.capacity - day.appointments.taken(slots.category, starts_at_ms)


def _grid(day: HallDay, slots: SlotRules, from_ms: int, until_ms: int) -> Iterator[int]:
    """The slots of each local day begin at its midnight."""
    begins_ms = day.midnight_ms + local_day(day, from_ms) * DAY_MS
    while begins_ms < until_ms:
        for since_midnight_ms in _of_a_day(slots):
            if from_ms <= begins_ms + since_midnight_ms < until_ms:
                yield begins_ms + since_midnight_ms
        begins_ms += DAY_MS


def _of_a_day(slots: SlotRules) -> range:
    """The slots that begin and end within a day, in ms since its midnight."""
    return range(0, DAY_MS - slots.slot_ms + 1, slots.slot_ms)


def _is_in_hours(day: HallDay, slots: SlotRules, starts_at_ms: int) -> bool:
    """Of a day whose sessions are not known, or that is never closed, every slot."""
    sessions = day.clock.sessions
    if not sessions or local_day(day, starts_at_ms) != 0:
        return True
    ends_at_ms = starts_at_ms + slots.slot_ms
    return any(each.opens_at_ms <= starts_at_ms and ends_at_ms <= each.closes_at_ms for each in sessions)
