"""Decisions about those who are not there, come back, let others pass, or give up."""

from queue_core.domain import refusals
from queue_core.domain.commands import Cancel, Defer, MarkNoShow, Return
from queue_core.domain.events import (
    Event,
    TicketCancelled,
    TicketDeferred,
    TicketExpired,
    TicketMissed,
    TicketReturned,
)
from queue_core.domain.hall_day import HallDay
from queue_core.domain.life import TICKET_LIFE
from queue_core.domain.lookup import called_at, open_ticket
from queue_core.domain.staffing import pause_after
from queue_core.domain.ticket import Ticket
from queue_core.domain.words import DeferralReason, ExpiryReason, TicketState


def mark_no_show(day: HallDay, command: MarkNoShow, now_ms: int) -> tuple[Event, ...]:
    """After so many calls, and not before the time to come has passed since the first was spoken."""
    ticket = called_at(day, command.window)
    policy = day.rules.policy
    if ticket.calls < policy.calls_before_no_show:
        raise refusals.TooFewCalls(command.window, ticket, policy.calls_before_no_show)
    may_miss_at_ms = heard_at_ms(ticket) + policy.no_show_after_ms
    if now_ms < may_miss_at_ms:
        raise refusals.TooEarly(command.window, ticket, may_miss_at_ms)
    return missed(day, ticket, now_ms)


def missed(day: HallDay, ticket: Ticket, now_ms: int) -> tuple[Event, ...]:
    """A called ticket whose holder did not come: absent, or, once too often, at its end."""
    assert ticket.window is not None
    events: list[Event] = [TicketMissed(at_ms=now_ms, ticket_id=ticket.ticket_id, window=ticket.window)]
    if ticket.misses + 1 >= day.rules.policy.misses:
        reason = ExpiryReason.MISSED_TWICE
        events.append(TicketExpired(at_ms=now_ms, ticket_id=ticket.ticket_id, reason=reason))
    return (*events, *pause_after(day, ticket.window, now_ms))


def heard_at_ms(ticket: Ticket) -> int:
    """From when the time to come counts: the call as it was spoken, else as it was made."""
    return ticket.spoken_at_ms or ticket.called_at_ms or 0


def come_back(day: HallDay, command: Return, now_ms: int) -> tuple[Event, ...]:
    ticket = open_ticket(day, command.ticket_id)
    if ticket.state is TicketState.HELD:
        return (TicketReturned(at_ms=now_ms, ticket_id=ticket.ticket_id),)
    if ticket.state is not TicketState.ABSENT or ticket.missed_at_ms is None:
        if ticket.is_waiting:
            return ()  # back already
        raise refusals.WrongState(ticket)
    policy = day.rules.policy
    away_ms = day.clock.at(now_ms) - ticket.missed_at_ms
    if away_ms > policy.long_return_ms:
        raise refusals.TicketEnded(ticket)
    if away_ms > policy.short_return_ms:
        return (_late_return(day, ticket, now_ms),)
    returned = TicketReturned(at_ms=now_ms, ticket_id=ticket.ticket_id)
    return (returned, *_deferred(day, ticket, DeferralReason.RETURNED, now_ms))


def defer(day: HallDay, command: Defer, now_ms: int) -> tuple[TicketDeferred, ...]:
    ticket = open_ticket(day, command.ticket_id)
    if ticket.state is TicketState.DEFERRED:
        return ()
    if TicketDeferred not in TICKET_LIFE[ticket.state]:
        raise refusals.WrongState(ticket)
    return _deferred(day, ticket, DeferralReason.ASKED, now_ms)


def cancel(day: HallDay, command: Cancel, now_ms: int) -> tuple[Event, ...]:
    ticket = day.tickets.get(command.ticket_id)
    if ticket is not None and ticket.state is TicketState.CANCELLED:
        return ()
    ticket = open_ticket(day, command.ticket_id)
    if TicketCancelled not in TICKET_LIFE[ticket.state]:
        raise refusals.WrongState(ticket)
    if ticket.state is not TicketState.CALLED or ticket.window is None:
        return (TicketCancelled(at_ms=now_ms, ticket_id=ticket.ticket_id),)
    cancelled = TicketCancelled(at_ms=now_ms, ticket_id=ticket.ticket_id, window=ticket.window)
    return (cancelled, *pause_after(day, ticket.window, now_ms))


def _late_return(day: HallDay, ticket: Ticket, now_ms: int) -> TicketReturned:
    """Its place counts from the call it missed; an appointment's right stays if the call came before it."""
    called_at_ms = ticket.called_at_ms or 0
    lead_ms = day.rules.policy.due_before_ms
    keeps_slot = ticket.slot is None or called_at_ms < ticket.slot.starts_at_ms - lead_ms
    oldest_ms = min(errand.seniority_ms for errand in ticket.open_errands)
    return TicketReturned(
        at_ms=now_ms,
        ticket_id=ticket.ticket_id,
        seniority_ms=max(oldest_ms, day.clock.at(called_at_ms)),
        keeps_slot=keeps_slot,
    )


def _deferred(
    day: HallDay, ticket: Ticket, reason: DeferralReason, now_ms: int
) -> tuple[TicketDeferred, ...]:
    passes = day.rules.policy.places_back
    if not passes:
        return ()
    return (TicketDeferred(at_ms=now_ms, ticket_id=ticket.ticket_id, reason=reason, passes=passes),)
