"""Decisions about ratings: once a service, at its window, in time."""

from queue_core.domain import refusals
from queue_core.domain.commands import Rate
from queue_core.domain.events import ServiceRated
from queue_core.domain.hall_day import HallDay
from queue_core.domain.life import TICKET_LIFE
from queue_core.domain.lookup import ticket_of
from queue_core.domain.ticket import Ticket
from queue_core.domain.words import BEST_LEVEL, WORST_LEVEL, TicketState


def rate(day: HallDay, command: Rate, now_ms: int) -> tuple[ServiceRated]:
    """Of a number with several sittings the last finished one is rated."""
    if not WORST_LEVEL <= command.level <= BEST_LEVEL:
        raise refusals.NoSuchLevel(command.ticket_id, command.level)
    ticket = ticket_of(day, command.ticket_id)
    if ticket.ended_at_ms is None or not _finished_at(day, ticket, command.window):
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


def _finished_at(day: HallDay, ticket: Ticket, number: int) -> bool:
    if ServiceRated not in TICKET_LIFE[ticket.state]:
        return False
    window = day.windows.get(number)
    is_last_there = window is not None and window.finished_id == ticket.ticket_id
    return is_last_there or (ticket.state is TicketState.FINISHED and ticket.window == number)
