"""Decisions about how a number reaches its holder: on paper, on the phone, or not at all."""

from typing import assert_never

from queue_core.domain import refusals
from queue_core.domain.commands import ReportDelivery, WithdrawUndelivered
from queue_core.domain.events import (
    DeliveryEvent,
    TicketPrinted,
    TicketPrintFailed,
    TicketPrinting,
    TicketReprinted,
    TicketWentPaperless,
    TicketWithdrawn,
)
from queue_core.domain.hall_day import HallDay
from queue_core.domain.life import DELIVERY_LIFE, TICKET_LIFE
from queue_core.domain.lookup import ticket_of
from queue_core.domain.ticket import Ticket
from queue_core.domain.words import DeliveryState

UNDELIVERED = "undelivered"
_ON_PAPER = frozenset({DeliveryState.PRINTED, DeliveryState.REPRINTED})


def report_delivery(
    day: HallDay, command: ReportDelivery, now_ms: int
) -> tuple[DeliveryEvent | TicketWithdrawn, ...]:
    ticket = ticket_of(day, command.ticket_id)
    if command.outcome is ticket.delivery:
        return ()
    if command.outcome is DeliveryState.PAPERLESS and ticket.delivery in _ON_PAPER:
        return ()  # paper and phone: paper is the stronger fact
    event = _delivery_event(ticket, command, now_ms)
    if event is None or type(event) not in DELIVERY_LIFE[ticket.delivery]:
        raise refusals.WrongDelivery(ticket, command.outcome)
    return (event,)


def withdraw_undelivered(
    day: HallDay, command: WithdrawUndelivered, now_ms: int
) -> tuple[TicketWithdrawn, ...]:
    ticket = day.tickets.get(command.ticket_id)
    if ticket is None or not ticket.is_undelivered:
        return ()
    if now_ms - ticket.delivery_at_ms < day.rules.undelivered_within_ms:
        return ()
    return (TicketWithdrawn(at_ms=now_ms, ticket_id=ticket.ticket_id, reason=UNDELIVERED),)


def _delivery_event(  # noqa: PLR0911 one an outcome
    ticket: Ticket, command: ReportDelivery, now_ms: int
) -> DeliveryEvent | TicketWithdrawn | None:
    match command.outcome:
        case DeliveryState.PRINTING:
            return TicketPrinting(at_ms=now_ms, ticket_id=ticket.ticket_id)
        case DeliveryState.PRINTED:
            return TicketPrinted(at_ms=now_ms, ticket_id=ticket.ticket_id)
        case DeliveryState.REPRINTED:
            return TicketReprinted(at_ms=now_ms, ticket_id=ticket.ticket_id)
        case DeliveryState.FAILED:
            return TicketPrintFailed(at_ms=now_ms, ticket_id=ticket.ticket_id, reason=command.reason)
        case DeliveryState.PAPERLESS:
            return TicketWentPaperless(at_ms=now_ms, ticket_id=ticket.ticket_id)
        case DeliveryState.WITHDRAWN if _may_be_withdrawn(ticket):
            return TicketWithdrawn(at_ms=now_ms, ticket_id=ticket.ticket_id, reason=command.reason)
        case DeliveryState.WITHDRAWN | DeliveryState.ISSUED:
            return None
        case _:
            assert_never(command.outcome)


def _may_be_withdrawn(ticket: Ticket) -> bool:
    return not ticket.was_delivered and TicketWithdrawn in TICKET_LIFE[ticket.state]
