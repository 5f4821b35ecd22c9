"""What the clock alone brings about within a day. Each timer costs what is due."""

from collections.abc import Iterator
from itertools import takewhile

from queue_core.domain import absences, noticing, overload
from queue_core.domain.commands import KeepTime
from queue_core.domain.events import AppointmentEnded, Event, TicketExpired, WindowOpened
from queue_core.domain.hall_day import HallDay
from queue_core.domain.lockers import timers as lockers
from queue_core.domain.words import AppointmentState, ExpiryReason, TicketState, WindowState


def keep_time(day: HallDay, _command: KeepTime, now_ms: int) -> tuple[Event, ...]:
    """Numbers that reached nobody have a command of their own: the report of one may be on its way."""
    ended = (*noticing.over(day, now_ms), *lockers.keep_time(day, now_ms))
    if day.is_closed:
        return ended
    return (
        *ended,
        *_open_terminals(day, now_ms),
        *_expire_absent(day, now_ms),
        *_miss_at_terminals(day, now_ms),
        *_miss_appointments(day, now_ms),
        *overload.head_start(day, now_ms),
    )


def _open_terminals(day: HallDay, now_ms: int) -> Iterator[WindowOpened]:
    """Unattended terminals open with the day's first session, once a day: what staff close stays closed."""
    opens_at_ms, closes_at_ms = day.clock.opens_at_ms, day.clock.closes_at_ms
    if opens_at_ms is not None and closes_at_ms is not None and not opens_at_ms <= now_ms < closes_at_ms:
        return
    for window in day.terminals():
        if window.state is WindowState.CLOSED and window.free_since_ms is None:
            yield WindowOpened(at_ms=now_ms, window=window.number, clerk=None)


def _expire_absent(day: HallDay, now_ms: int) -> Iterator[TicketExpired]:
    """Away for longer than the long return allows, on the hall clock; `absent` is in order of their miss."""
    latest_ms = day.clock.at(now_ms) - day.rules.policy.long_return_ms
    for ticket_id, _ in takewhile(lambda each: each[1] < latest_ms, day.absent.items()):
        yield TicketExpired(at_ms=now_ms, ticket_id=ticket_id, reason=ExpiryReason.AWAY_TOO_LONG)


def _miss_at_terminals(day: HallDay, now_ms: int) -> Iterator[Event]:
    """Who does not come to a terminal in time, from the spoken call on, has missed it as at a counter."""
    for window in day.terminals():
        ticket = day.ticket_at(window.number)
        if ticket is None or ticket.state is not TicketState.CALLED:
            continue
        if now_ms - absences.heard_at_ms(ticket) >= day.rules.policy.terminal_no_show_ms:
            yield from absences.missed(day, ticket, now_ms)


def _miss_appointments(day: HallDay, now_ms: int) -> Iterator[AppointmentEnded]:
    """Nobody checked in by the end of the slot's tolerance."""
    lapsed_ms = now_ms - day.rules.policy.tolerance_ms - 1
    for appointment in day.appointments.ended_by(lapsed_ms):
        yield AppointmentEnded(
            at_ms=now_ms, appointment_id=appointment.appointment_id, state=AppointmentState.MISSED
        )
