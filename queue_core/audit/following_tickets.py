"""What each event of a number makes of the auditor's picture. Judges nothing."""

from msgspec.structs import replace

from queue_core.audit import bodies
from queue_core.audit.hall import AT_WINDOW, WAITING, Errand, Hall, Holding, Sitting, Ticket, Window
from queue_core.audit.life import DELIVERY_LIFE, TICKET_LIFE
from queue_core.audit.records import Slot
from queue_core.audit.rules import Unit

DELIVERED = frozenset({"printed", "reprinted", "paperless"})


def issue(hall: Hall, body: bodies.TicketIssued) -> None:
    ticket = Ticket(
        ticket_id=body.ticket_id,
        number=body.number,
        visitor=body.visitor,
        errands=[Errand(each.unit, each.seniority_ms, each.case_id, each.is_done) for each in body.errands],
        state="remote" if body.is_remote else "waiting",
        has_priority=body.priority is not None,
        slot=body.slot,
        slot_hall_ms=_slot_hall_ms(hall, body.slot),
        project=body.project,
    )
    hall.issued += 1
    hall.next_ticket_id = body.ticket_id + 1
    hall.tickets[ticket.ticket_id] = ticket
    hall.by_visitor.setdefault(ticket.visitor, []).append(ticket)
    if ticket.state in WAITING:
        hall.waiting[ticket.ticket_id] = ticket


def _slot_hall_ms(hall: Hall, slot: Slot | None) -> int:
    return 0 if slot is None else hall.clock(slot.starts_at_ms)


def happen_to_ticket(hall: Hall, ticket: Ticket, body: bodies.OfTicket) -> None:
    kind = str(body.__struct_config__.tag)
    before = ticket.state
    ticket.state = TICKET_LIFE.get(kind, {}).get(before, before)
    delivery = DELIVERY_LIFE.get(kind, {}).get(ticket.delivery, ticket.delivery)
    if kind in DELIVERY_LIFE:
        ticket.delivery = delivery
        ticket.was_delivered = ticket.was_delivered or delivery in DELIVERED
    if isinstance(body, bodies.AtWindow):
        _at_window(hall, ticket, body)
    else:
        _away_from_window(hall, ticket, body, before)
    if before in AT_WINDOW and ticket.state not in AT_WINDOW:
        ticket.in_hand = ()
        ticket.window = None
    if ticket.state in WAITING:
        hall.waiting[ticket.ticket_id] = ticket
    else:
        hall.waiting.pop(ticket.ticket_id, None)


def _away_from_window(hall: Hall, ticket: Ticket, body: bodies.OfTicket, before: str) -> None:
    match body:
        case bodies.TicketArrived():
            for errand in ticket.errands:
                errand.seniority_ms = body.seniority_ms
        case bodies.PriorityGranted():
            ticket.has_priority = True
        case bodies.TicketConverted():
            _convert(hall, ticket, body)
        case bodies.ErrandAdded() | bodies.ResultReady():
            wanted = body.errand
            ticket.errands.append(Errand(wanted.unit, wanted.seniority_ms, wanted.case_id, wanted.is_done))
            _take_in_hand(hall, ticket, len(ticket.errands) - 1)
        case bodies.TicketDeferred():
            ticket.passes_left, ticket.deferral = body.passes, body.reason
        case bodies.DeferralEnded():
            ticket.passes_left = ticket.deferral = None
        case bodies.TicketReturned():
            _return(hall, ticket, body, before)
        case _:
            pass


def _convert(hall: Hall, ticket: Ticket, body: bodies.TicketConverted) -> None:
    errand = ticket.errands[body.errand]
    before = errand.unit
    errand.unit, errand.case_id = body.unit, body.case_id
    if ticket.slot is not None and body.keeps_slot:
        keep_places(hall, ticket.slot.appointment_id, before, body.unit)
    if not body.keeps_slot:
        ticket.slot = None
    _take_in_hand(hall, ticket, body.errand)


def _take_in_hand(hall: Hall, ticket: Ticket, index: int) -> None:
    """A window in service takes up what it can do; what it cannot any more it lays down for a later stage."""
    if ticket.window is None or ticket.state not in AT_WINDOW:
        return
    is_done_here = ticket.errands[index].unit in hall.windows[ticket.window].profile
    rest = tuple(each for each in ticket.in_hand if each != index)
    if index not in ticket.in_hand:
        if is_done_here and ticket.state == "serving":
            ticket.in_hand = (*ticket.in_hand, index)
    elif not is_done_here and rest:
        ticket.in_hand = rest


def keep_places(hall: Hall, appointment_id: int, before: Unit, after: Unit) -> None:
    """An appointment is for what its errand is now: it takes the places of that, and keeps what it has."""
    known = hall.appointments.get(appointment_id)
    if known is None or before.category != known.unit.category:
        return
    slots = next((each for each in hall.rules.slots if each.category == after.category), None)
    places = 1 if slots is None else slots.places.get(after.ticket_class, 1)
    if after.category == known.unit.category:
        places = max(places, known.places)
    hall.appointments[appointment_id] = replace(known, unit=after, places=places)


def _return(hall: Hall, ticket: Ticket, body: bodies.TicketReturned, before: str) -> None:
    if body.seniority_ms is not None:
        for _, errand in ticket.open_errands:
            errand.seniority_ms = max(errand.seniority_ms, body.seniority_ms)
    if not body.keeps_slot:
        ticket.slot = None
    if before == "held" and ticket.holding is not None:
        window = hall.windows.get(ticket.holding.window)
        is_there = window is not None and window.state != "closed"
        in_time = hall.clock(body.at_ms) <= ticket.holding.until_ms
        ticket.holding.back_at_ms = body.at_ms
        if not (is_there and in_time):
            ticket.holding = None


def _at_window(hall: Hall, ticket: Ticket, body: bodies.AtWindow) -> None:
    match body:
        case bodies.TicketCalled():
            ticket.window, ticket.way, ticket.in_hand = body.window, body.way, body.in_hand
            ticket.calls, ticket.call_id = 1, body.call_id
            ticket.called_at_ms, ticket.spoken_at_ms = body.at_ms, None
            ticket.passes_left = ticket.deferral = ticket.holding = None
            hall.next_call_id = body.call_id + 1
            _let_pass(hall, ticket, hall.windows[body.window])
        case bodies.TicketRecalled():
            ticket.calls, ticket.call_id = body.nth, body.call_id
            hall.next_call_id = body.call_id + 1
        case bodies.CallSpoken():
            ticket.spoken_at_ms = ticket.spoken_at_ms or body.at_ms
        case bodies.ServiceStarted():
            ticket.bound_to = None
        case bodies.ServiceFinished() | bodies.StageFinished():
            _end_sitting(ticket, body, hall.windows[body.window].clerk)
        case bodies.TicketSentBack():
            ticket.bound_to = body.bound_to
        case bodies.TicketHeld():
            ticket.holding = Holding(body.window, body.until_ms)
            ticket.holds += 1
        case bodies.TicketMissed():
            ticket.misses += 1
            ticket.missed_at_ms = hall.clock(body.at_ms)
        case _:
            pass


def _let_pass(hall: Hall, called: Ticket, window: Window) -> None:
    """A call by a window that does its business is one of those a deferred number waits for."""
    for other in hall.waiting.values():
        if other is not called and other.passes_left and other.errands_for(window.profile):
            other.passes_left -= 1


def _end_sitting(
    ticket: Ticket, body: bodies.ServiceFinished | bodies.StageFinished, clerk: str | None
) -> None:
    for index in body.done:
        ticket.errands[index].is_done = True
    ticket.sittings.append(Sitting(body.window, body.at_ms, clerk))
    ticket.slot = None
