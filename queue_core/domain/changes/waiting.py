"""What happens to a ticket from its issue on, until a window calls it."""

from msgspec.structs import replace

from queue_core.domain import events
from queue_core.domain.changes.appointments import keep_slot
from queue_core.domain.changes.leading import Change, ticket_led_on, vacate
from queue_core.domain.events import Event
from queue_core.domain.hall_day import HallDay
from queue_core.domain.ticket import Deferral, Errand, Ticket
from queue_core.domain.words import DeliveryState, TicketState


def _issue(day: HallDay, event: events.TicketIssued) -> None:
    day.admit(
        Ticket(
            ticket_id=event.ticket_id,
            day=day.day or "",
            number=event.number,
            reference=event.reference,
            errands=event.errands,
            language=event.language,
            holder=event.holder,
            visitor=event.visitor,
            origin=event.origin,
            issued_at_ms=event.at_ms,
            state=TicketState.REMOTE if event.is_remote else TicketState.WAITING,
            delivery=DeliveryState.ISSUED,
            delivery_at_ms=event.at_ms,
            priority=event.priority,
            slot=event.slot,
            project=event.project,
            contact=event.contact,
        )
    )


def _arrive(day: HallDay, event: events.TicketArrived) -> None:
    ticket, state = ticket_led_on(day, event)
    errands = tuple(replace(each, seniority_ms=event.seniority_ms) for each in ticket.errands)
    day.put(replace(ticket, state=state, errands=errands))


def _show_estimate(day: HallDay, event: events.EstimateShown) -> None:
    ticket_led_on(day, event)


def _grant_priority(day: HallDay, event: events.PriorityGranted) -> None:
    ticket, state = ticket_led_on(day, event)
    day.put(replace(ticket, state=state, priority=event.priority))


def _convert(day: HallDay, event: events.TicketConverted) -> None:
    ticket, state = ticket_led_on(day, event)
    errand = replace(
        ticket.errands[event.errand], unit=event.unit, matter=event.matter, case_id=event.case_id
    )
    errands = (*ticket.errands[: event.errand], errand, *ticket.errands[event.errand + 1 :])
    slot = ticket.slot
    if slot is not None and event.keeps_slot:
        keep_slot(day, slot.appointment_id, ticket.errands[event.errand], errand)
    day.put(
        replace(
            ticket,
            state=state,
            errands=errands,
            slot=slot if event.keeps_slot else None,
            in_hand=_hand(day, ticket, event.errand, errand),
        )
    )


def _add_errand(day: HallDay, event: events.ErrandAdded | events.ResultReady) -> None:
    ticket, state = ticket_led_on(day, event)
    at = len(ticket.errands)
    errands = (*ticket.errands, event.errand)
    day.put(replace(ticket, state=state, errands=errands, in_hand=_hand(day, ticket, at, event.errand)))


def _hand(day: HallDay, ticket: Ticket, at: int, errand: Errand) -> tuple[int, ...]:
    """What is in hand once errand `at` has become `errand`.

    In service the window takes up what it can do; what it cannot do any more is for a later stage, as long
    as something else is in hand.
    """
    hand = ticket.in_hand
    if not ticket.is_at_window or ticket.window is None:
        return hand
    is_mine = errand.unit in day.windows[ticket.window].profile
    if at not in hand:
        return (*hand, at) if is_mine and ticket.state is TicketState.SERVING else hand
    rest = tuple(each for each in hand if each != at)
    return hand if is_mine or not rest else rest


def _defer(day: HallDay, event: events.TicketDeferred) -> None:
    ticket, state = ticket_led_on(day, event)
    deferral = Deferral(reason=event.reason, passes_left=event.passes)
    day.put(replace(ticket, state=state, deferral=deferral, hold=None))


def _end_deferral(day: HallDay, event: events.DeferralEnded) -> None:
    ticket, state = ticket_led_on(day, event)
    day.put(replace(ticket, state=state, deferral=None))


def _end(day: HallDay, event: events.TicketCancelled | events.TicketExpired) -> None:
    ticket, state = ticket_led_on(day, event)
    if event.window is not None:
        vacate(day, event, event.window)
    day.put(replace(ticket, state=state, deferral=None, in_hand=(), ended_at_ms=event.at_ms))


CHANGES: dict[type[Event], Change] = {
    events.TicketIssued: _issue,
    events.TicketArrived: _arrive,
    events.EstimateShown: _show_estimate,
    events.PriorityGranted: _grant_priority,
    events.TicketConverted: _convert,
    events.ErrandAdded: _add_errand,
    events.ResultReady: _add_errand,
    events.TicketDeferred: _defer,
    events.DeferralEnded: _end_deferral,
    events.TicketCancelled: _end,
    events.TicketExpired: _end,
}
