"""Decisions about ratings: once a service; at its window in time, by its holder until the day ends."""

from queue_core.domain import refusals
from queue_core.domain.commands import Rate, RateVisit
from queue_core.domain.events import ServiceRated
from queue_core.domain.hall_day import HallDay
from queue_core.domain.life import TICKET_LIFE
from queue_core.domain.lookup import ticket_of
from queue_core.domain.ticket import Ticket
from queue_core.domain.words import BEST_LEVEL, WORST_LEVEL, TicketState


def rate(day: HallDay, command: Rate, now_ms: int) -> tuple[ServiceRated]:
    """Of a number with several sittings the last finished one is rated."""
    _require_level(command)
    ticket = ticket_of(day, command.ticket_id)
    if ticket.ended_at_ms is None or not _finished_at(ticket, command.window):
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


def rate_visit(day: HallDay, command: RateVisit, now_ms: int) -> tuple[ServiceRated]:
    """The first rating of a service stands, whoever gave it; the next day its number is not known."""
    _require_level(command)
    ticket = ticket_of(day, command.ticket_id)
    if ticket.served_at is None or ServiceRated not in TICKET_LIFE[ticket.state]:
        raise refusals.NotServedYet(command.ticket_id)
    if ticket.rating is not None:
        raise refusals.AlreadyRated(command.ticket_id)
    return (
        ServiceRated(
            at_ms=now_ms,
            ticket_id=command.ticket_id,
            window=ticket.served_at,
            level=command.level,
            channel=command.channel,
        ),
    )


def may_be_rated(ticket: Ticket) -> bool:
    """Whether its holder may still rate its last service today."""
    return (
        ticket.served_at is not None and ticket.rating is None and ServiceRated in TICKET_LIFE[ticket.state]
    )


def _require_level(command: Rate | RateVisit) -> None:
    if not WORST_LEVEL <= command.level <= BEST_LEVEL:
        raise refusals.NoSuchLevel(command.ticket_id, command.level)


def _finished_at(ticket: Ticket, number: int) -> bool:
    """Whether its last sitting was there; one that ended unserved since tells no time to count from."""
    return ticket.served_at == number and (ticket.is_open or ticket.state is TicketState.FINISHED)
