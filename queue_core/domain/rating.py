"""Decisions about ratings: once a service, at its window, in time."""

from queue_core.domain import refusals
from queue_core.domain.commands import Rate
from queue_core.domain.events import ServiceRated
from queue_core.domain.hall_day import HallDay
from queue_core.domain.words import BEST_LEVEL, WORST_LEVEL, TicketState


def rate(day: HallDay, command: Rate, now_ms: int) -> tuple[ServiceRated]:
    if not WORST_LEVEL <= command.level <= BEST_LEVEL:
        raise refusals.NoSuchLevel(command.ticket_id, command.level)
    ticket = day.tickets.get(command.ticket_id)
    if ticket is None:
        raise refusals.NoSuchTicket(command.ticket_id)
    if (
        ticket.state is not TicketState.FINISHED
        or ticket.ended_at_ms is None
        or ticket.window != command.window
    ):
        raise refusals.NotServed(command.ticket_id, command.window)
    if ticket.rating is not None:
        raise refusals.AlreadyRated(command.ticket_id)
    if now_ms - ticket.ended_at_ms > day.rules.rating_within_ms:
        raise refusals.RatingClosed(command.ticket_id)
    return (
        ServiceRated(
            at_ms=now_ms,
            ticket_id=command.ticket_id,
            window=command.window,
            level=command.level,
            channel=command.channel,
        ),
    )
