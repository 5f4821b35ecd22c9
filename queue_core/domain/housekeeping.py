"""Decisions about the day itself: how it begins, by which rules it goes on, and how it ends."""

from collections.abc import Iterator

from msgspec.structs import replace

from queue_core.domain import booking, noticing
from queue_core.domain.booking import DAY_MS
from queue_core.domain.commands import Calibrate, ChangeRules, CloseDay, OpenDay
from queue_core.domain.events import (
    AppointmentEnded,
    DayClosed,
    DayOpened,
    Event,
    ModelCalibrated,
    RulesChanged,
    TicketExpired,
    WindowClosed,
)
from queue_core.domain.hall_day import HallDay
from queue_core.domain.records import Appointment
from queue_core.domain.rules import Policy
from queue_core.domain.words import AppointmentState, ExpiryReason, TicketState, WindowState

_AT_WINDOW = frozenset({TicketState.CALLED, TicketState.SERVING})


def open_day(day: HallDay, command: OpenDay, now_ms: int) -> tuple[Event, ...]:
    """The old day ends first; what was booked for days on which the hall did not open ends too."""
    if day.day is not None and command.day <= day.day:
        return ()
    opened = DayOpened(
        at_ms=now_ms,
        day=command.day,
        rules=command.rules,
        next_ticket_id=day.next_ticket_id,
        next_call_id=day.next_call_id,
        midnight_ms=command.midnight_ms,
        sessions=command.sessions,
        next_appointment_id=day.next_appointment_id,
        next_case_id=day.next_case_id,
        appointments=day.appointments.carried(command.midnight_ms),
        cases=day.cases.carried(),
        next_follow_up_id=day.next_follow_up_id,
        follow_ups=day.follow_ups.carried(),
        calibration=day.calibration,
        is_steered=command.is_steered,
        next_notice_id=day.next_notice_id,
        notices=noticing.carried(day, now_ms),
        next_serial=day.next_serial,
        next_unlocking_id=day.next_unlocking_id,
        doors=day.lockers.doors(),
        unlockings=day.lockers.pending(),
        proof_counts=tuple(day.lockers.proofs.values()),
    )
    if day.day is None:
        return (opened,)
    ending = CloseDay(reason=ExpiryReason.DAY_ENDED)
    return (*close_day(day, ending, now_ms), *_skipped(day, command, now_ms), opened)


def close_day(day: HallDay, command: CloseDay, now_ms: int) -> tuple[Event, ...]:
    """End every open number and appointment of today, and close all windows."""
    if day.is_closed:
        return ()
    return (
        *_expire_all(day, command.reason, now_ms),
        *_end_appointments(day, now_ms),
        *_close_windows(day, command.reason, now_ms),
        DayClosed(at_ms=now_ms, reason=command.reason),
    )


def change_rules(day: HallDay, command: ChangeRules, now_ms: int) -> tuple[RulesChanged, ...]:
    """Head starts change at an opening only: those who wait were told by which they are called."""
    rules = replace(command.rules, policy=_with_head_starts_of(day.rules.policy, command.rules.policy))
    return () if rules == day.rules else (RulesChanged(at_ms=now_ms, rules=rules),)


def calibrate(day: HallDay, command: Calibrate, now_ms: int) -> tuple[ModelCalibrated, ...]:
    if command.calibration == day.calibration:
        return ()
    return (ModelCalibrated(at_ms=now_ms, calibration=command.calibration),)


def _with_head_starts_of(in_effect: Policy, wanted: Policy) -> Policy:
    return replace(
        wanted,
        appointment_head_start_ms=in_effect.appointment_head_start_ms,
        priority_head_start_ms=in_effect.priority_head_start_ms,
        pickup_head_start_ms=in_effect.pickup_head_start_ms,
        due_before_ms=in_effect.due_before_ms,
        priority_age=in_effect.priority_age,
    )


def _expire_all(day: HallDay, reason: ExpiryReason, now_ms: int) -> Iterator[TicketExpired]:
    for ticket in day.tickets.values():
        if ticket.is_open:
            window = ticket.window if ticket.state in _AT_WINDOW else None
            yield TicketExpired(at_ms=now_ms, ticket_id=ticket.ticket_id, reason=reason, window=window)


def _close_windows(day: HallDay, reason: ExpiryReason, now_ms: int) -> Iterator[WindowClosed]:
    why = reason.value if reason is ExpiryReason.HALL_CLOSED else None
    for window in day.windows.values():
        if window.state is not WindowState.CLOSED:
            yield WindowClosed(at_ms=now_ms, window=window.number, reason=why)


def _end_appointments(day: HallDay, now_ms: int) -> Iterator[AppointmentEnded]:
    """Of today: missed is what has lapsed in a hall that was at work in the slot; the others it cancels.

    While the hall runs, what lapses is missed at once; this decides on what lapsed while it did not.
    """
    lapsed_ms = now_ms - day.rules.policy.tolerance_ms - 1
    worked_until_ms = _worked_until_ms(day)
    for appointment in day.appointments.ended_by(day.midnight_ms + DAY_MS):
        is_missed = appointment.ends_at_ms <= lapsed_ms and appointment.starts_at_ms <= worked_until_ms
        yield _ended(
            appointment, AppointmentState.MISSED if is_missed else AppointmentState.CANCELLED, now_ms
        )


def _worked_until_ms(day: HallDay) -> int:
    """When the last number was issued or called today; the day's beginning, if none was."""
    issued_at_ms = next((each.issued_at_ms for each in reversed(day.tickets.values())), day.midnight_ms)
    return max(issued_at_ms, day.calls[-1].called_at_ms) if day.calls else issued_at_ms


def _skipped(day: HallDay, command: OpenDay, now_ms: int) -> Iterator[AppointmentEnded]:
    """Booked for days between the old one and the new one: nobody could come."""
    for appointment in day.appointments.ended_by(command.midnight_ms):
        if booking.local_day(day, appointment.starts_at_ms) > 0:
            yield _ended(appointment, AppointmentState.CANCELLED, now_ms)


def _ended(appointment: Appointment, state: AppointmentState, now_ms: int) -> AppointmentEnded:
    return AppointmentEnded(at_ms=now_ms, appointment_id=appointment.appointment_id, state=state)
