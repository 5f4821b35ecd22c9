"""Decisions about numbers before their call: who gets one, with which right, and how it is delivered."""

from collections.abc import Sequence
from typing import assert_never

from msgspec.structs import replace

from queue_core.domain import checking_in, conditions, refusals
from queue_core.domain.commands import (
    Arrive,
    ErrandWanted,
    GrantPriority,
    ReportDelivery,
    ShowEstimate,
    TakeNumber,
    WithdrawUndelivered,
)
from queue_core.domain.events import (
    AppointmentCheckedIn,
    AppointmentEnded,
    DeliveryEvent,
    EstimateShown,
    PriorityGranted,
    TicketArrived,
    TicketIssued,
    TicketPrinted,
    TicketPrintFailed,
    TicketPrinting,
    TicketReprinted,
    TicketWentPaperless,
    TicketWithdrawn,
)
from queue_core.domain.hall_day import HallDay
from queue_core.domain.life import DELIVERY_LIFE, TICKET_LIFE
from queue_core.domain.numbers import number
from queue_core.domain.ticket import Errand, Ticket
from queue_core.domain.words import DeliveryState, TicketState

UNDELIVERED = "undelivered"
_ON_PAPER = frozenset({DeliveryState.PRINTED, DeliveryState.REPRINTED})


def take_number(
    day: HallDay, command: TakeNumber, now_ms: int
) -> tuple[TicketIssued | AppointmentCheckedIn | AppointmentEnded, ...]:
    """An appointment that is live comes with its right; one that has lapsed leaves a walk-in.

    Quotas and the chance before closing are for who comes without a live slot.
    """
    conditions.require_hours(day, now_ms)
    appointment = checking_in.brought(day, command)
    wanted = checking_in.with_its_errand(appointment, command.errands)
    conditions.require_errands(day, wanted)
    conditions.require_none_held(day, command.held, wanted)
    conditions.require_verified(command.priority)
    lapsed = checking_in.lapse(day, appointment, wanted, now_ms)
    if appointment is None or lapsed is not None:
        conditions.require_chance(day, command)
        conditions.require_quota(day, [each.unit for each in wanted], now_ms)
    ticket_id = day.next_ticket_id
    issued = TicketIssued(
        at_ms=now_ms,
        ticket_id=ticket_id,
        number=number(day.issued + 1, day.rules.number_digits),
        reference=command.reference,
        errands=_errands(day, wanted, now_ms),
        language=command.language,
        holder=command.sealed_holder,
        visitor=_visitor(day, command, ticket_id),
        origin=command.origin,
        is_remote=command.is_remote,
        priority=command.priority,
        slot=None if lapsed else checking_in.slot(appointment),
        lapsed=lapsed,
        estimate=command.estimate,
        closing_chance=command.closing_chance,
    )
    issued = replace(issued, ahead=day.ahead(_in_the_line(issued)))
    return (issued, *checking_in.events_of(day, appointment, issued))


def arrive(day: HallDay, command: Arrive, now_ms: int) -> tuple[TicketArrived, ...]:
    """The place of a remote number counts from its issue, but from no longer ago than the rules allow."""
    ticket = _open_ticket(day, command.ticket_id)
    if ticket.state is not TicketState.REMOTE:
        return ()
    earliest_ms = day.clock.at(now_ms) - day.rules.policy.remote_head_start_ms
    seniority_ms = max(ticket.errands[0].seniority_ms, earliest_ms)
    return (TicketArrived(at_ms=now_ms, ticket_id=ticket.ticket_id, seniority_ms=seniority_ms),)


def grant_priority(day: HallDay, command: GrantPriority, now_ms: int) -> tuple[PriorityGranted, ...]:
    conditions.require_verified(command.priority)
    ticket = _open_ticket(day, command.ticket_id)
    if ticket.priority == command.priority:
        return ()
    if PriorityGranted not in TICKET_LIFE[ticket.state]:
        raise refusals.TicketEnded(ticket)
    return (PriorityGranted(at_ms=now_ms, ticket_id=ticket.ticket_id, priority=command.priority),)


def show_estimate(day: HallDay, command: ShowEstimate, now_ms: int) -> tuple[EstimateShown, ...]:
    ticket = _open_ticket(day, command.ticket_id)
    if command.unit not in day.offered:
        raise refusals.UnitNotOffered(command.unit)
    return (
        EstimateShown(
            at_ms=now_ms,
            ticket_id=ticket.ticket_id,
            unit=command.unit,
            ahead=command.ahead,
            estimate=command.estimate,
        ),
    )


def report_delivery(
    day: HallDay, command: ReportDelivery, now_ms: int
) -> tuple[DeliveryEvent | TicketWithdrawn, ...]:
    ticket = _ticket(day, command.ticket_id)
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


def _ticket(day: HallDay, ticket_id: int) -> Ticket:
    ticket = day.tickets.get(ticket_id)
    if ticket is None:
        raise refusals.NoSuchTicket(ticket_id)
    return ticket


def _open_ticket(day: HallDay, ticket_id: int) -> Ticket:
    ticket = _ticket(day, ticket_id)
    if not ticket.is_open:
        raise refusals.TicketEnded(ticket)
    return ticket


def _errands(day: HallDay, wanted: Sequence[ErrandWanted], now_ms: int) -> tuple[Errand, ...]:
    """What is declared now has its place from now."""
    seniority_ms = day.clock.at(now_ms)
    return tuple(
        Errand(
            unit=each.unit,
            seniority_ms=seniority_ms,
            matter=each.matter,
            case_id=each.case_id,
            items=each.items,
        )
        for each in wanted
    )


def _in_the_line(issued: TicketIssued) -> Ticket:
    """The ticket as it will stand among the waiting, a remote one as if its holder were here."""
    return Ticket(
        ticket_id=issued.ticket_id,
        day="",
        number=issued.number,
        reference=issued.reference,
        errands=issued.errands,
        language=issued.language,
        holder=None,
        visitor=issued.visitor,
        origin=issued.origin,
        issued_at_ms=issued.at_ms,
        state=TicketState.WAITING,
        delivery=DeliveryState.ISSUED,
        delivery_at_ms=issued.at_ms,
        priority=issued.priority,
        slot=issued.slot,
    )


def _visitor(day: HallDay, command: TakeNumber, ticket_id: int) -> int:
    """The first ticket today of the same person."""
    known = (day.tickets[held].visitor for held in command.held if held in day.tickets)
    return min(known, default=ticket_id)


def _delivery_event(
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
