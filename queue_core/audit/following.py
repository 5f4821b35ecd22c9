"""What each event makes of the auditor's picture. Judges nothing: that is the business of the checks."""

from msgspec.structs import replace

from queue_core.audit import bodies
from queue_core.audit import following_lockers as lockers
from queue_core.audit import following_tickets as tickets
from queue_core.audit.bodies import Happened
from queue_core.audit.hall import Hall, PastVisit, Window
from queue_core.audit.life import AFTER, WINDOW_LIFE
from queue_core.audit.records import FollowUp
from queue_core.audit.rules import Rules

DAY_MS = 24 * 3_600_000


def follow(hall: Hall, body: Happened) -> None:
    """Let an event happen. Tickets and windows it names are known; states that do not fit are passed over."""
    _happen_to_hall(hall, body)
    if isinstance(body, bodies.OfTicket):
        tickets.happen_to_ticket(hall, hall.tickets[body.ticket_id], body)
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
            tickets.issue(hall, body)
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


def _check_in(hall: Hall, body: bodies.AppointmentCheckedIn) -> None:
    _mark(hall, body.appointment_id, "checked-in", body.ticket_id)
    known, ticket = hall.appointments.get(body.appointment_id), hall.tickets.get(body.ticket_id)
    if known is None or ticket is None or ticket.slot is None:
        return
    units = [each.unit for each in ticket.errands if each.unit.category == known.unit.category]
    if units:
        tickets.keep_places(hall, body.appointment_id, units[0], units[0])


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
