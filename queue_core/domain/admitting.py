"""Decisions about numbers: who gets one, and how it reaches its holder."""

from typing import assert_never

from queue_core.domain import refusals
from queue_core.domain.commands import ReportDelivery, TakeNumber, WithdrawUndelivered
from queue_core.domain.events import (
    DeliveryEvent,
    TicketIssued,
    TicketPrinted,
    TicketPrintFailed,
    TicketPrinting,
    TicketWentPaperless,
    TicketWithdrawn,
)
from queue_core.domain.hall_day import HallDay
from queue_core.domain.life import DELIVERY_LIFE
from queue_core.domain.numbers import number
from queue_core.domain.ticket import Ticket
from queue_core.domain.words import DeliveryState

UNDELIVERED = "undelivered"


def take_number(day: HallDay, command: TakeNumber, now_ms: int) -> tuple[TicketIssued, ...]:
    if command.unit not in day.offered:
        raise refusals.UnitNotOffered(command.unit)
    for ticket_id in command.held:
        held = day.tickets.get(ticket_id)
        if held is not None and held.is_open and held.unit == command.unit:
            raise refusals.AlreadyWaiting(held)
    ticket_id = day.next_ticket_id
    return (
        TicketIssued(
            at_ms=now_ms,
            ticket_id=ticket_id,
            number=number(day.issued + 1, day.rules.number_digits),
            reference=command.reference,
            unit=command.unit,
            language=command.language,
            matter=command.matter,
            holder=command.sealed_holder,
            ahead=day.lanes.ahead(command.unit, (now_ms, ticket_id), day.open_windows),
        ),
    )


def report_delivery(
    day: HallDay, command: ReportDelivery, now_ms: int
) -> tuple[DeliveryEvent | TicketWithdrawn, ...]:
    ticket = day.tickets.get(command.ticket_id)
    if ticket is None:
        raise refusals.NoSuchTicket(command.ticket_id)
    if command.outcome is ticket.delivery:
        return ()
    if command.outcome is DeliveryState.PAPERLESS and ticket.delivery is DeliveryState.PRINTED:
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


def _delivery_event(
    ticket: Ticket, command: ReportDelivery, now_ms: int
) -> DeliveryEvent | TicketWithdrawn | None:
    match command.outcome:
        case DeliveryState.PRINTING:
            return TicketPrinting(at_ms=now_ms, ticket_id=ticket.ticket_id)
        case DeliveryState.PRINTED:
            return TicketPrinted(at_ms=now_ms, ticket_id=ticket.ticket_id)
        case DeliveryState.FAILED:
            return TicketPrintFailed(at_ms=now_ms, ticket_id=ticket.ticket_id, reason=command.reason)
        case DeliveryState.PAPERLESS:
            return TicketWentPaperless(at_ms=now_ms, ticket_id=ticket.ticket_id)
        case DeliveryState.WITHDRAWN if ticket.is_waiting and not ticket.was_delivered:
            return TicketWithdrawn(at_ms=now_ms, ticket_id=ticket.ticket_id, reason=command.reason)
        case DeliveryState.WITHDRAWN | DeliveryState.ISSUED:
            return None
        case _:
            assert_never(command.outcome)
