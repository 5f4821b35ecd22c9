"""Decisions about numbers before their call: who gets one, and with which right."""

from collections.abc import Sequence

from msgspec.structs import replace

from queue_core.domain import checking_in, conditions, refusals
from queue_core.domain.commands import (
    Arrive,
    ErrandWanted,
    GrantPriority,
    ShowEstimate,
    TakeNumber,
)
from queue_core.domain.events import (
    AppointmentCheckedIn,
    AppointmentEnded,
    EstimateShown,
    PriorityGranted,
    TicketArrived,
    TicketIssued,
)
from queue_core.domain.hall_day import HallDay
from queue_core.domain.life import TICKET_LIFE
from queue_core.domain.lookup import open_ticket
from queue_core.domain.numbers import number
from queue_core.domain.ticket import Errand, Ticket
from queue_core.domain.words import DeliveryState, TicketState


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
    conditions.require_channel(day, command, wanted)
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
        project=command.project,
        contact=command.contact,
    )
    issued = replace(issued, ahead=day.ahead(_in_the_line(issued)))
    return (issued, *checking_in.events_of(day, appointment, issued))


def arrive(day: HallDay, command: Arrive, now_ms: int) -> tuple[TicketArrived, ...]:
    """The place of a remote number counts from its issue, but from no longer ago than the rules allow."""
    ticket = open_ticket(day, command.ticket_id)
    if ticket.state is not TicketState.REMOTE:
        return ()
    earliest_ms = day.clock.at(now_ms) - day.rules.policy.remote_head_start_ms
    seniority_ms = max(ticket.errands[0].seniority_ms, earliest_ms)
    return (TicketArrived(at_ms=now_ms, ticket_id=ticket.ticket_id, seniority_ms=seniority_ms),)


def grant_priority(day: HallDay, command: GrantPriority, now_ms: int) -> tuple[PriorityGranted, ...]:
    conditions.require_verified(command.priority)
    ticket = open_ticket(day, command.ticket_id)
    if ticket.priority == command.priority:
        return ()
    if PriorityGranted not in TICKET_LIFE[ticket.state]:
        raise refusals.TicketEnded(ticket)
    return (PriorityGranted(at_ms=now_ms, ticket_id=ticket.ticket_id, priority=command.priority),)


def show_estimate(day: HallDay, command: ShowEstimate, now_ms: int) -> tuple[EstimateShown, ...]:
    ticket = open_ticket(day, command.ticket_id)
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
        project=issued.project,
    )


def _visitor(day: HallDay, command: TakeNumber, ticket_id: int) -> int:
    """The first ticket today of the same person."""
    known = (day.tickets[held].visitor for held in command.held if held in day.tickets)
    return min(known, default=ticket_id)
