"""What each event makes of the auditor's picture. Judges nothing: that is the business of the checks."""

from msgspec.structs import replace

from queue_core.audit import bodies
from queue_core.audit import following_lockers as lockers
from queue_core.audit.bodies import Happened
from queue_core.audit.hall import (
    AT_WINDOW,
    WAITING,
    Errand,
    Hall,
    Holding,
    PastVisit,
    Sitting,
    Ticket,
    Window,
)
from queue_core.audit.life import AFTER, DELIVERY_LIFE, TICKET_LIFE, WINDOW_LIFE
from queue_core.audit.records import FollowUp, Slot
from queue_core.audit.rules import Rules, Unit

DAY_MS = 24 * 3_600_000
DELIVERED = frozenset({"printed", "reprinted", "paperless"})


def follow(hall: Hall, body: Happened) -> None:
    """Let an event happen. Tickets and windows it names are known; states that do not fit are passed over."""
    _happen_to_hall(hall, body)
    if isinstance(body, bodies.OfTicket):
        _happen_to_ticket(hall, hall.tickets[body.ticket_id], body)
    number = getattr(body, "window", None)
    if number is not None and not isinstance(body, bodies.ServiceRated | bodies.RatingSkipped):
        _happen_to_window(hall.windows[number], body)


def _happen_to_hall(hall: Hall, body: Happened) -> None:  # noqa: C901 one case an event
    match body:
        case bodies.DayOpened():
            _open_day(hall, body)
        case bodies.RulesChanged():
            _obey(hall, body.rules)
        case bodies.HeadStartChanged():
            hall.head_start_ms = body.head_start_ms
        case bodies.DayClosed():
            hall.is_closed = True
        case bodies.TicketIssued():
            _issue(hall, body)
        case bodies.AppointmentBooked():
            hall.appointments[body.appointment.appointment_id] = body.appointment
        case bodies.AppointmentCheckedIn():
            _check_in(hall, body)
        case bodies.AppointmentEnded():
            _mark(hall, body.appointment_id, body.state, None)
        case bodies.CaseAccepted():
            hall.cases[body.case.case_id] = body.case
        case bodies.OfCase():
            lockers.happen_to_case(hall, body)
        case _:
            lockers.happen_to_door(hall, body)
            _happen_to_ratings(hall, body)


def _happen_to_ratings(hall: Hall, body: Happened) -> None:
    match body:
        case bodies.ServiceRated() | bodies.RatingSkipped():
            _rate(hall, body)
        case bodies.FollowUpOpened():
            hall.follow_ups[body.follow_up.follow_up_id] = body.follow_up
        case bodies.FollowUpAdvanced() | bodies.FollowUpSentBack() | bodies.FollowUpClosed():
            known = hall.follow_ups.get(body.follow_up_id)
            if known is not None:
                hall.follow_ups[body.follow_up_id] = _next_stage(known, body)
        case _:
            pass


def _rate(hall: Hall, body: bodies.ServiceRated | bodies.RatingSkipped) -> None:
    ticket = hall.tickets.get(body.ticket_id)
    if isinstance(body, bodies.RatingSkipped):
        if ticket is not None:
            ticket.is_skipped = True
    elif body.visited_on is not None:
        if body.ticket_id in hall.past:
            hall.past[body.ticket_id].is_rated = True
    elif ticket is not None:
        ticket.is_rated = True


def _next_stage(known: FollowUp, body: bodies.FollowUpStep) -> FollowUp:
    """What a step makes of it."""
    match body:
        case bodies.FollowUpSentBack():
            return replace(known, stage="rectify", is_redone=True, due_on=body.due_on)
        case bodies.FollowUpClosed():
            return replace(known, stage="closed")
        case bodies.FollowUpAdvanced():
            return replace(known, stage=AFTER[body.act])


def _remember(hall: Hall, until_ms: int) -> None:
    """Keep what was finished on the day that ends, and forget what cannot be rated any more."""
    kept_ms = (hall.rules.rating.late_days + 1) * DAY_MS
    hall.past = {key: each for key, each in hall.past.items() if until_ms < each.midnight_ms + kept_ms}
    for ticket in hall.tickets.values():
        if ticket.sittings:
            hall.past[ticket.ticket_id] = PastVisit(
                hall.day or "", hall.midnight_ms, ticket.sittings[-1], ticket.is_rated
            )


def _open_day(hall: Hall, body: bodies.DayOpened) -> None:
    _remember(hall, body.at_ms)
    hall.day = body.day
    hall.sessions = body.sessions
    hall.midnight_ms = body.midnight_ms
    hall.is_closed = False
    hall.issued = 0
    hall.next_ticket_id = body.next_ticket_id
    hall.next_call_id = body.next_call_id
    for kept in (hall.tickets, hall.windows, hall.waiting, hall.by_visitor):
        kept.clear()
    hall.rules = Rules(categories=(), windows=())
    _obey(hall, body.rules)
    hall.head_start_ms = body.rules.policy.appointment_head_start_ms
    hall.appointments = {each.appointment_id: each for each in body.appointments}
    hall.cases = {each.case_id: each for each in body.cases}
    hall.follow_ups = {each.follow_up_id: each for each in body.follow_ups}
    lockers.open_day(hall, body)


def _obey(hall: Hall, rules: Rules) -> None:
    """New windows come closed; a window the rules drop stays, without business, until its ticket is done.

    A profile changed in the day stays unless the rules name another one than before.
    """
    configured = {each.number: frozenset(each.profile) for each in hall.rules.windows}
    lockers.obey(hall, rules)
    hall.rules = rules
    named = {each.number: frozenset(each.profile) for each in rules.windows}
    for number, window in list(hall.windows.items()):
        if number in named:
            continue
        window.profile = frozenset()
        if window.ticket is None:
            del hall.windows[number]
    for number, profile in named.items():
        window = hall.windows.setdefault(number, Window(number, profile))
        window.profile &= rules.units()
        if configured.get(number) != profile:
            window.profile = profile


def _issue(hall: Hall, body: bodies.TicketIssued) -> None:
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


def _happen_to_ticket(hall: Hall, ticket: Ticket, body: bodies.OfTicket) -> None:
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
        _keep_places(hall, ticket.slot.appointment_id, before, body.unit)
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


def _keep_places(hall: Hall, appointment_id: int, before: Unit, after: Unit) -> None:
    """An appointment is for what its errand is now: it takes the places of that, and keeps what it has."""
    known = hall.appointments.get(appointment_id)
    if known is None or before.category != known.unit.category:
        return
    slots = next((each for each in hall.rules.slots if each.category == after.category), None)
    places = 1 if slots is None else slots.places.get(after.ticket_class, 1)
    if after.category == known.unit.category:
        places = max(places, known.places)
    hall.appointments[appointment_id] = replace(known, unit=after, places=places)


def _check_in(hall: Hall, body: bodies.AppointmentCheckedIn) -> None:
    _mark(hall, body.appointment_id, "checked-in", body.ticket_id)
    known, ticket = hall.appointments.get(body.appointment_id), hall.tickets.get(body.ticket_id)
    if known is None or ticket is None or ticket.slot is None:
        return
    units = [each.unit for each in ticket.errands if each.unit.category == known.unit.category]
    if units:
        _keep_places(hall, body.appointment_id, units[0], units[0])


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


def _happen_to_window(window: Window, body: Happened) -> None:
    kind = bodies.kind_of(body)
    before = window.state
    window.state = WINDOW_LIFE.get(kind, {}).get(before, before)
    match body:
        case bodies.WindowOpened() | bodies.WindowTakenOver():
            window.clerk = body.clerk
        case bodies.WindowClosed():
            window.clerk, window.pause_asked = None, False
        case bodies.PauseAsked():
            window.pause_asked = True
        case bodies.WindowPaused() | bodies.WindowResumed():
            window.pause_asked = False
        case bodies.ProfileChanged():
            window.profile = frozenset(body.profile)
        case bodies.TicketCalled():
            window.ticket = body.ticket_id
        case _:
            pass
    if window.state == "free" and before != "free":
        window.ticket = None
        window.free_since_ms = body.at_ms


def _mark(hall: Hall, appointment_id: int, state: str, ticket_id: int | None) -> None:
    if appointment_id in hall.appointments:
        known = hall.appointments[appointment_id]
        hall.appointments[appointment_id] = replace(known, state=state, ticket_id=ticket_id)
