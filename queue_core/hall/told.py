"""Tickets as they are told: to kiosks, staff and phones. Nobody's name is in them."""

from msgspec import Struct
from msgspec.structs import replace

from queue_core.domain.hall_day import HallDay
from queue_core.domain.rating import may_be_rated
from queue_core.domain.rules import Unit
from queue_core.domain.ticket import Errand, Estimate, Ticket
from queue_core.wire import messages, words

MS_IN_S = 1000
S_IN_MINUTE = 60


def estimate(known: Estimate | None) -> messages.Estimate | None:
    """In whole seconds, rounded up: a wait is never told shorter than it is thought."""
    if known is None:
        return None
    return messages.Estimate(p50_s=-(-known.p50_ms // MS_IN_S), p90_s=-(-known.p90_ms // MS_IN_S))


def in_minutes(known: messages.Estimate | None) -> messages.Estimate | None:
    """For documents that are kept: in whole minutes, rounded up, so that seconds make no new document."""
    if known is None:
        return None
    return messages.Estimate(p50_s=_whole_minutes(known.p50_s), p90_s=_whole_minutes(known.p90_s))


def _whole_minutes(seconds: int) -> int:
    return -(-seconds // S_IN_MINUTE) * S_IN_MINUTE


def errand(of: Errand, day: HallDay) -> messages.Errand:
    case = None if of.case_id is None else day.cases.get(of.case_id)
    return messages.Errand(
        ticket_class=words.TicketClass(of.unit.ticket_class),
        category=of.unit.category,
        matter=of.matter,
        items=of.items,
        case=None if case is None else case.code,
        is_done=of.is_done,
    )


def errands(ticket: Ticket, day: HallDay) -> tuple[messages.Errand, ...]:
    return tuple(errand(each, day) for each in ticket.errands)


def slot(ticket: Ticket, day: HallDay) -> messages.Slot | None:
    """The appointment that still counts for the ticket."""
    if ticket.slot is None:
        return None
    appointment = day.appointments.get(ticket.slot.appointment_id)
    return messages.Slot(
        reference="" if appointment is None else appointment.reference,
        starts_at_ms=ticket.slot.starts_at_ms,
        ends_at_ms=ticket.slot.ends_at_ms,
    )


def priority(ticket: Ticket) -> words.PriorityKind | None:
    return None if ticket.priority is None else words.PriorityKind(ticket.priority.kind)


def windows(ticket: Ticket, day: HallDay) -> tuple[int, ...]:
    """Those that may call it for what it waits for next."""
    if ticket.bound_to is not None:
        return (ticket.bound_to,)
    return windows_for(ticket.unit, ticket.project, day)


def windows_for(unit: Unit, project: str | None, day: HallDay) -> tuple[int, ...]:
    """A green channel's own, as long as one of them is open; else all that serve the unit."""
    serving = day.lanes.windows_for(unit)
    own = tuple(each for each in day.rules.channel_windows(project) if each in serving)
    return own if day.open_windows.intersection(own) else serving


class TicketNow(Struct, frozen=True, kw_only=True):
    """What the hall knows of a ticket at one moment, but for the link of its holder."""

    ticket: Ticket
    ahead: int
    estimate: messages.Estimate | None
    errands: tuple[messages.Errand, ...]
    slot: messages.Slot | None
    windows: tuple[int, ...]


def now(ticket: Ticket, day: HallDay, wait: Estimate | None) -> TicketNow:
    return TicketNow(
        ticket=ticket,
        ahead=day.ahead(ticket),
        estimate=estimate(wait),
        errands=errands(ticket, day),
        slot=slot(ticket, day),
        windows=windows(ticket, day),
    )


def for_strangers(of: TicketNow) -> TicketNow:
    """Without what names a case or an appointment: who has not proved to be the holder learns neither."""
    return replace(
        of,
        errands=tuple(replace(each, case=None) for each in of.errands),
        slot=None if of.slot is None else replace(of.slot, reference=""),
    )


def told(of: TicketNow, status_url: str, *, is_claimed: bool = False) -> messages.Ticket:
    ticket = of.ticket
    return messages.Ticket(
        ticket_id=ticket.ticket_id,
        number=ticket.number,
        ticket_class=words.TicketClass(ticket.unit.ticket_class),
        category=ticket.unit.category,
        state=words.TicketState(ticket.state),
        delivery=words.DeliveryState(ticket.delivery),
        issued_at_ms=ticket.issued_at_ms,
        ahead=of.ahead,
        status_url=status_url,
        reference=ticket.reference,
        errands=of.errands,
        estimate=of.estimate,
        slot=of.slot,
        priority=priority(ticket),
        windows=of.windows,
        window=ticket.window if ticket.is_at_window else None,
        served_at=ticket.served_at,
        may_rate=may_be_rated(ticket),
        is_claimed=is_claimed,
        passes_left=0 if ticket.deferral is None else ticket.deferral.passes_left,
    )
