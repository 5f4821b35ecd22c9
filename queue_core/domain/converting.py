"""Decisions that turn what a number is for into something else, or send it on. Its place stays."""

from msgspec.structs import replace

from queue_core.domain import booking, casework, conditions, refusals
from queue_core.domain.commands import AddErrand, AnnounceResult, Convert, Transfer
from queue_core.domain.events import (
    CaseReady,
    ErrandAdded,
    Event,
    ResultReady,
    TicketConverted,
    TicketSentBack,
)
from queue_core.domain.hall_day import HallDay
from queue_core.domain.life import TICKET_LIFE
from queue_core.domain.lookup import in_hand_at, open_ticket, open_window, ticket_of
from queue_core.domain.rules import Unit
from queue_core.domain.staffing import pause_after
from queue_core.domain.ticket import Errand, Ticket
from queue_core.domain.words import CaseState, TicketClass, WindowState


def convert(day: HallDay, command: Convert, now_ms: int) -> tuple[Event, ...]:
    """At a window the clerk goes on with it when the window can, otherwise it waits again with its place."""
    ticket = open_ticket(day, command.ticket_id)
    converted = _converted(day, ticket, command, now_ms)
    if converted is None:
        return ()
    if ticket.window is None or not ticket.is_at_window or command.errand not in ticket.in_hand:
        return (converted,)
    if _goes_on(day, ticket, converted, ticket.window):
        return (converted,)
    return (converted, *_sent_back(day, ticket, ticket.window, None, now_ms))


def transfer(day: HallDay, command: Transfer, now_ms: int) -> tuple[Event, ...]:
    ticket = in_hand_at(day, command.window)
    if command.unit is None and command.to_window is None:
        raise refusals.NowhereToGo(ticket)
    at = ticket.in_hand[0]
    converted = None
    if command.unit is not None:
        wanted = Convert(ticket_id=ticket.ticket_id, unit=command.unit, errand=at)
        converted = _converted(day, ticket, wanted, now_ms)
    if command.to_window is not None:
        _require_able(day, command.to_window, command.unit or ticket.errands[at].unit)
    back = _sent_back(day, ticket, command.window, command.to_window, now_ms)
    return back if converted is None else (converted, *back)


def add_errand(day: HallDay, command: AddErrand, now_ms: int) -> tuple[ErrandAdded, ...]:
    """A matter declared now has its place from now."""
    ticket = open_ticket(day, command.ticket_id)
    wanted = command.wanted
    conditions.require_room(day.rules.policy, [*(each.items for each in ticket.errands), wanted.items])
    _require_offered(day, wanted.unit)
    if wanted.case_id is not None:
        casework.require_ready(day, wanted.case_id)
    errand = Errand(
        unit=wanted.unit,
        seniority_ms=day.clock.at(now_ms),
        matter=wanted.matter,
        case_id=wanted.case_id,
        items=wanted.items,
    )
    return (ErrandAdded(at_ms=now_ms, ticket_id=ticket.ticket_id, errand=errand),)


def announce_result(day: HallDay, command: AnnounceResult, now_ms: int) -> tuple[Event, ...]:
    """The place of a result of today counts from now; a number that was finished waits again for it."""
    ticket = ticket_of(day, command.ticket_id)
    if any(errand.case_id == command.case_id for errand in ticket.errands):
        return ()
    if ResultReady not in TICKET_LIFE[ticket.state] or day.is_closed:
        raise refusals.TicketEnded(ticket)
    case = day.cases.get(command.case_id)
    if case is None or case.state is not CaseState.ACCEPTED:
        case = casework.require_ready(day, command.case_id)
    unit = Unit(case.unit.category, TicketClass.PICKUP)
    _require_offered(day, unit)
    errand = Errand(unit=unit, seniority_ms=day.clock.at(now_ms), matter=case.matter, case_id=command.case_id)
    result = ResultReady(at_ms=now_ms, ticket_id=ticket.ticket_id, errand=errand)
    if case.state is CaseState.ACCEPTED:
        return (CaseReady(at_ms=now_ms, case_id=command.case_id), result)
    return (result,)


def as_converted(errand: Errand, unit: Unit, matter: str | None, case_id: int | None) -> Errand:
    """The same place in the queue, for another unit."""
    return replace(errand, unit=unit, matter=matter, case_id=case_id)


def _converted(day: HallDay, ticket: Ticket, command: Convert, now_ms: int) -> TicketConverted | None:
    """None when it is so already."""
    if not 0 <= command.errand < len(ticket.errands) or ticket.errands[command.errand].is_done:
        raise refusals.NoSuchErrand(ticket, command.errand)
    _require_offered(day, command.unit)
    errand = ticket.errands[command.errand]
    case_id = command.case_id if command.unit.ticket_class is TicketClass.PICKUP else None
    if case_id is not None and case_id != errand.case_id:
        casework.require_ready(day, case_id)
    if command.unit == errand.unit:
        case_id = errand.case_id if case_id is None else case_id
    stays = command.unit.category == errand.unit.category
    matter = errand.matter if command.matter is None and stays else command.matter
    if (command.unit, matter, case_id) == (errand.unit, errand.matter, errand.case_id):
        return None
    return TicketConverted(
        at_ms=now_ms,
        ticket_id=ticket.ticket_id,
        errand=command.errand,
        unit=command.unit,
        matter=matter,
        case_id=case_id,
        keeps_slot=_keeps_slot(day, ticket, errand, command.unit),
    )


def _keeps_slot(day: HallDay, ticket: Ticket, errand: Errand, unit: Unit) -> bool:
    """An appointment is for its category: what else the holder wants done does not touch it."""
    appointment = None if ticket.slot is None else day.appointments.get(ticket.slot.appointment_id)
    if appointment is None or errand.unit == unit or errand.unit.category != appointment.unit.category:
        return True
    return booking.keeps_place(day, appointment, unit)


def _goes_on(day: HallDay, ticket: Ticket, converted: TicketConverted, number: int) -> bool:
    """Whether the window keeps the ticket: something is left it can do, and nobody is overtaken by a trick.

    Called as a pickup, it may have come before others; as something else it would not have.
    """
    window = day.windows[number]
    errand = ticket.errands[converted.errand]
    after = as_converted(errand, converted.unit, converted.matter, converted.case_id)
    errands = tuple(after if at == converted.errand else each for at, each in enumerate(ticket.errands))
    changed = replace(ticket, errands=errands, slot=ticket.slot if converted.keeps_slot else None)
    mine = [errands[at] for at in ticket.in_hand if errands[at].unit in window.profile]
    if not mine:
        return False
    was_pickup = errand.unit.ticket_class is TicketClass.PICKUP
    if not was_pickup or converted.unit.ticket_class is TicketClass.PICKUP:
        return True
    key = min(day.standing(changed, each).key for each in mine)
    return not day.waiting.has_before(number, (key, ticket.ticket_id))


def _sent_back(
    day: HallDay, ticket: Ticket, number: int, bound_to: int | None, now_ms: int
) -> tuple[Event, ...]:
    back = TicketSentBack(at_ms=now_ms, ticket_id=ticket.ticket_id, window=number, bound_to=bound_to)
    return (back, *pause_after(day, number, now_ms))


def _require_offered(day: HallDay, unit: Unit) -> None:
    if unit not in day.offered:
        raise refusals.UnitNotOffered(unit)


def _require_able(day: HallDay, number: int, unit: Unit) -> None:
    window = open_window(day, number)
    if window.state is WindowState.CLOSED or unit not in window.profile:
        raise refusals.NotServedThere(number, unit)
