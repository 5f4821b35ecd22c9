"""What each event makes of the day. Follows the life-cycle tables; trusts that `decide` made the event.

`evolve` owns the day it is given and returns the same one, changed: the old day must not be used again.
"""

from collections.abc import Callable
from typing import Any, assert_never

from msgspec.structs import replace

from queue_core.domain import events
from queue_core.domain.events import Event
from queue_core.domain.follow_up import FollowUpStep
from queue_core.domain.hall_day import HallDay
from queue_core.domain.life import DELIVERY_LIFE, FOLLOW_UP_LIFE, TICKET_LIFE, WINDOW_LIFE
from queue_core.domain.lockers import changes as lockers
from queue_core.domain.ticket import (
    Call,
    Deferral,
    Errand,
    Hold,
    Note,
    Rating,
    Sitting,
    Ticket,
    Window,
)
from queue_core.domain.words import DeliveryState, FollowUpAct, TicketState, WindowState

_REMOTE, _WAITING, _ISSUED = TicketState.REMOTE, TicketState.WAITING, DeliveryState.ISSUED
_DELIVERED = frozenset({DeliveryState.PRINTED, DeliveryState.REPRINTED, DeliveryState.PAPERLESS})


def evolve(day: HallDay, event: Event) -> HallDay:
    """The day after `event`. Raises KeyError if the event cannot happen in it."""
    day.pass_time(event.at_ms)
    day.shifts.follow(event)
    CHANGES[type(event)](day, event)
    day.last_at_ms = event.at_ms
    return day


# The hall and its day


def _begin(day: HallDay, event: events.DayOpened) -> None:
    day.begin(event)


def _follow(day: HallDay, event: events.RulesChanged) -> None:
    day.follow(event.rules)


def _start_ahead(day: HallDay, event: events.HeadStartChanged) -> None:
    day.start_ahead(event.head_start_ms)


def _close_day(day: HallDay, _: events.DayClosed) -> None:
    day.is_closed = True


def _post_notice(day: HallDay, event: events.NoticePosted) -> None:
    notice = event.notice
    day.next_notice_id = notice.notice_id + 1
    day.notices = {**day.notices, notice.notice_id: notice}


def _end_notice(day: HallDay, event: events.NoticeEnded) -> None:
    day.notices = {known: each for known, each in day.notices.items() if known != event.notice_id}


def _change_device(day: HallDay, event: events.DeviceChanged) -> None:
    device = event.front_end, event.device
    if event.is_working:
        day.broken_devices.pop(device, None)
    else:
        day.broken_devices[device] = event.device_kind


def _calibrate(day: HallDay, event: events.ModelCalibrated) -> None:
    day.calibration = event.calibration


# Windows


def _open_window(day: HallDay, event: events.WindowOpened) -> None:
    window = _lead_on(day, event)
    day.place(replace(window, clerk=event.clerk, free_since_ms=event.at_ms))


def _take_over(day: HallDay, event: events.WindowTakenOver) -> None:
    day.place(replace(_lead_on(day, event), clerk=event.clerk))


def _close_window(day: HallDay, event: events.WindowClosed) -> None:
    day.place(replace(_without_pause(_lead_on(day, event)), clerk=None))


def _ask_pause(day: HallDay, event: events.PauseAsked) -> None:
    day.place(replace(_lead_on(day, event), pause=event.reason, pause_lasts_ms=event.lasts_ms))


def _pause(day: HallDay, event: events.WindowPaused) -> None:
    """Another reason or another time to come back is no new pause."""
    window = _lead_on(day, event)
    day.place(
        replace(
            window,
            pause=event.reason,
            pause_lasts_ms=event.lasts_ms,
            paused_at_ms=event.at_ms if window.paused_at_ms is None else window.paused_at_ms,
            pause_until_ms=None if event.lasts_ms is None else event.at_ms + event.lasts_ms,
        )
    )


def _without_pause(window: Window) -> Window:
    return replace(window, pause=None, pause_lasts_ms=None, paused_at_ms=None, pause_until_ms=None)


def _resume(day: HallDay, event: events.WindowResumed) -> None:
    before = day.windows[event.window]
    since_ms = event.at_ms if before.state is WindowState.PAUSED else before.free_since_ms
    day.place(replace(_without_pause(_lead_on(day, event)), free_since_ms=since_ms))


def _change_profile(day: HallDay, event: events.ProfileChanged) -> None:
    day.change_profile(replace(_lead_on(day, event), profile=event.profile))


def _lead_on(day: HallDay, event: Any) -> Window:
    """The event's window in the state it leads to."""
    window = day.windows[event.window]
    return replace(window, state=WINDOW_LIFE[window.state][type(event)])


def _free(day: HallDay, event: Any, number: int, finished_id: int | None = None) -> None:
    """The event's ticket leaves a window."""
    window = day.windows[number]
    day.place(
        replace(
            window,
            state=WINDOW_LIFE[window.state][type(event)],
            ticket_id=None,
            finished_id=finished_id or window.finished_id,
            free_since_ms=event.at_ms,
        )
    )


# A ticket before its call


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
            state=_REMOTE if event.is_remote else _WAITING,
            delivery=_ISSUED,
            delivery_at_ms=event.at_ms,
            priority=event.priority,
            slot=event.slot,
            project=event.project,
            contact=event.contact,
        )
    )


def _arrive(day: HallDay, event: events.TicketArrived) -> None:
    ticket, state = _led_on(day, event)
    errands = tuple(replace(each, seniority_ms=event.seniority_ms) for each in ticket.errands)
    day.put(replace(ticket, state=state, errands=errands))


def _show_estimate(day: HallDay, event: events.EstimateShown) -> None:
    _led_on(day, event)


def _grant_priority(day: HallDay, event: events.PriorityGranted) -> None:
    ticket, state = _led_on(day, event)
    day.put(replace(ticket, state=state, priority=event.priority))


def _convert(day: HallDay, event: events.TicketConverted) -> None:
    ticket, state = _led_on(day, event)
    errand = replace(
        ticket.errands[event.errand], unit=event.unit, matter=event.matter, case_id=event.case_id
    )
    errands = (*ticket.errands[: event.errand], errand, *ticket.errands[event.errand + 1 :])
    slot = ticket.slot
    if slot is not None and event.keeps_slot:
        _keep_slot(day, slot.appointment_id, ticket.errands[event.errand], errand)
    day.put(
        replace(
            ticket,
            state=state,
            errands=errands,
            slot=slot if event.keeps_slot else None,
            in_hand=_hand(day, ticket, event.errand, errand),
        )
    )


def _keep_slot(day: HallDay, appointment_id: int, before: Errand, after: Errand) -> None:
    """The appointment's places are those of what it is for now, and never fewer than were booked."""
    appointment = day.appointments.get(appointment_id)
    if appointment is None or before.unit.category != appointment.unit.category:
        return
    slots = next((each for each in day.rules.slots if each.category == after.unit.category), None)
    needed = 1 if slots is None else slots.places_for(after.unit.ticket_class)
    stays = after.unit.category == appointment.unit.category
    places = max(needed, appointment.places) if stays else needed
    day.appointments.convert(appointment_id, after.unit, places)


def _add_errand(day: HallDay, event: events.ErrandAdded | events.ResultReady) -> None:
    ticket, state = _led_on(day, event)
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
    ticket, state = _led_on(day, event)
    deferral = Deferral(reason=event.reason, passes_left=event.passes)
    day.put(replace(ticket, state=state, deferral=deferral, hold=None))


def _end_deferral(day: HallDay, event: events.DeferralEnded) -> None:
    ticket, state = _led_on(day, event)
    day.put(replace(ticket, state=state, deferral=None))


def _end(day: HallDay, event: events.TicketCancelled | events.TicketExpired) -> None:
    ticket, state = _led_on(day, event)
    if event.window is not None:
        _free(day, event, event.window)
    day.put(replace(ticket, state=state, deferral=None, in_hand=(), ended_at_ms=event.at_ms))


def _led_on(day: HallDay, event: Any) -> tuple[Ticket, TicketState]:
    """The event's ticket, and the state it leads to."""
    ticket = day.tickets[event.ticket_id]
    return ticket, TICKET_LIFE[ticket.state][type(event)]


# How the number reaches its holder


def _deliver(day: HallDay, event: Any) -> None:
    ticket = day.tickets[event.ticket_id]
    delivery = DELIVERY_LIFE[ticket.delivery][type(event)]
    day.put(
        replace(
            ticket,
            delivery=delivery,
            delivery_at_ms=event.at_ms,
            was_delivered=ticket.was_delivered or delivery in _DELIVERED,
        )
    )


def _withdraw(day: HallDay, event: events.TicketWithdrawn) -> None:
    ticket, state = _led_on(day, event)
    day.put(
        replace(
            ticket,
            state=state,
            deferral=None,
            delivery=DELIVERY_LIFE[ticket.delivery][events.TicketWithdrawn],
            delivery_at_ms=event.at_ms,
            ended_at_ms=event.at_ms,
        )
    )


# A ticket at a window


def _call(day: HallDay, event: events.TicketCalled) -> None:
    ticket, state = _led_on(day, event)
    window = day.windows[event.window]
    if day.deferred:
        _let_pass(day, window, event.ticket_id)
    errand = ticket.errands[event.in_hand[0]]
    day.history.keep_call(event.call_id, window, ticket)
    day.announce(
        Call(
            call_id=event.call_id,
            ticket_id=event.ticket_id,
            window=event.window,
            nth=1,
            called_at_ms=event.at_ms,
            unit=errand.unit,
            seniority_ms=errand.seniority_ms,
            right=event.right,
            way=event.way,
            reason=event.reason,
        )
    )
    day.place(
        replace(window, state=WINDOW_LIFE[window.state][events.TicketCalled], ticket_id=event.ticket_id)
    )
    day.put(
        replace(
            ticket,
            state=state,
            window=event.window,
            in_hand=event.in_hand,
            calls=1,
            called_at_ms=event.at_ms,
            spoken_at_ms=None,
            started_at_ms=None,
            missed_at_ms=None,
            deferral=None,
            hold=None,
        )
    )


def _let_pass(day: HallDay, window: Window, called: int) -> None:
    """Each call of another by a window that serves something of theirs is one they let pass."""
    for ticket in day.letting_pass(window):
        if ticket.ticket_id != called and ticket.deferral is not None:
            left = max(ticket.deferral.passes_left - 1, 0)
            day.put(replace(ticket, deferral=Deferral(reason=ticket.deferral.reason, passes_left=left)))


def _recall(day: HallDay, event: events.TicketRecalled) -> None:
    ticket, state = _led_on(day, event)
    first = next(each for each in reversed(day.all_calls) if each.ticket_id == event.ticket_id)
    again = replace(first, call_id=event.call_id, nth=event.nth, called_at_ms=event.at_ms, is_spoken=False)
    day.announce(again)
    day.place(_lead_on(day, event))
    day.put(replace(ticket, state=state, calls=event.nth))


def _speak(day: HallDay, event: events.CallSpoken) -> None:
    """The time to come counts from the first that was heard; recalls do not lengthen it."""
    ticket, state = _led_on(day, event)
    day.place(_lead_on(day, event))
    day.hear(event.call_id)
    if ticket.spoken_at_ms is None:
        day.put(replace(ticket, state=state, spoken_at_ms=event.at_ms))


def _write_note(day: HallDay, event: events.NoteWritten) -> None:
    ticket, state = _led_on(day, event)
    day.place(_lead_on(day, event))
    note = None if event.note is None else Note(sealed=event.note, written_in=ticket.called_at_ms)
    day.put(replace(ticket, state=state, note=note))


def _note_left(ticket: Ticket) -> Note | None:
    """What was written in this sitting goes on with the ticket; what this window was to read is gone."""
    note = ticket.note
    return note if note is not None and note.written_in == ticket.called_at_ms else None


def _start(day: HallDay, event: events.ServiceStarted) -> None:
    ticket, state = _led_on(day, event)
    day.place(_lead_on(day, event))
    day.put(replace(ticket, state=state, started_at_ms=event.at_ms, bound_to=None))


def _finish(day: HallDay, event: events.ServiceFinished | events.StageFinished) -> None:
    """The right of an appointment ends with the first sitting."""
    ticket, state = _led_on(day, event)
    sitting = Sitting(
        window=event.window,
        clerk=day.windows[event.window].clerk,
        started_at_ms=ticket.started_at_ms or event.at_ms,
        ended_at_ms=event.at_ms,
    )
    _free(day, event, event.window, event.ticket_id)
    errands = tuple(
        replace(errand, is_done=True) if at in event.done else errand
        for at, errand in enumerate(ticket.errands)
    )
    day.put(
        replace(
            ticket,
            state=state,
            errands=errands,
            slot=None,
            in_hand=(),
            ended_at_ms=event.at_ms,
            served_at=event.window,
            sittings=(*ticket.sittings, sitting),
            note=_note_left(ticket),
        )
    )


def _send_back(day: HallDay, event: events.TicketSentBack) -> None:
    ticket, state = _led_on(day, event)
    _free(day, event, event.window)
    note = _note_left(ticket) if ticket.state is TicketState.SERVING else ticket.note
    day.put(replace(ticket, state=state, in_hand=(), bound_to=event.bound_to, note=note))


def _hold(day: HallDay, event: events.TicketHeld) -> None:
    ticket, state = _led_on(day, event)
    _free(day, event, event.window)
    hold = Hold(window=event.window, until_ms=event.until_ms, reason=event.reason)
    day.put(replace(ticket, state=state, in_hand=(), hold=hold, holds=ticket.holds + 1))


def _miss(day: HallDay, event: events.TicketMissed) -> None:
    ticket, state = _led_on(day, event)
    _free(day, event, event.window)
    missed_at_ms = day.clock.at(event.at_ms)
    day.put(replace(ticket, state=state, in_hand=(), misses=ticket.misses + 1, missed_at_ms=missed_at_ms))


def _return(day: HallDay, event: events.TicketReturned) -> None:
    ticket, state = _led_on(day, event)
    errands = ticket.errands
    if event.seniority_ms is not None:
        errands = tuple(_grown(errand, event.seniority_ms) for errand in errands)
    day.put(
        replace(
            ticket,
            state=state,
            errands=errands,
            slot=ticket.slot if event.keeps_slot else None,
            hold=_hold_at_return(day, ticket.hold, event.at_ms),
            missed_at_ms=None,
        )
    )


def _grown(errand: Errand, seniority_ms: int) -> Errand:
    """A place counts from later on after a long absence, never from earlier."""
    if errand.is_done or errand.seniority_ms >= seniority_ms:
        return errand
    return replace(errand, seniority_ms=seniority_ms)


def _hold_at_return(day: HallDay, hold: Hold | None, at_ms: int) -> Hold | None:
    """The window takes it first, unless its holder came too late, or that window is closed."""
    if hold is None or day.clock.at(at_ms) > hold.until_ms:
        return None
    window = day.windows.get(hold.window)
    if window is None or window.state is WindowState.CLOSED:
        return None
    return replace(hold, back_at_ms=at_ms)


# Ratings


def _rate(day: HallDay, event: events.ServiceRated) -> None:
    if event.visited_on is not None:
        day.rated_late.add(event.ticket_id)
        return
    rating = Rating(window=event.window, level=event.level, channel=event.channel, rated_at_ms=event.at_ms)
    day.put(replace(day.tickets[event.ticket_id], rating=rating))


def _skip_rating(day: HallDay, event: events.RatingSkipped) -> None:
    day.put(replace(day.tickets[event.ticket_id], rating_skipped=True))


def _open_follow_up(day: HallDay, event: events.FollowUpOpened) -> None:
    day.follow_ups.open(event.follow_up)
    day.next_follow_up_id = event.follow_up.follow_up_id + 1


def _advance_follow_up(day: HallDay, event: events.FollowUpEvent) -> None:
    known = day.follow_ups.get(event.follow_up_id)
    if known is None:
        raise KeyError(event.follow_up_id)
    match event:
        case events.FollowUpAdvanced():
            act, result, due_on = event.act, None, None
        case events.FollowUpSentBack():
            act, result, due_on = FollowUpAct.REDO, event.result, event.due_on
        case events.FollowUpClosed():
            act, result, due_on = FollowUpAct.REVIEW, event.result, None
        case _:
            assert_never(event)
    step = FollowUpStep(
        act=act,
        at_ms=event.at_ms,
        supervisor=event.supervisor,
        note=event.note,
        sealed_on=event.sealed_on,
        result=result,
    )
    day.follow_ups.step(event.follow_up_id, FOLLOW_UP_LIFE[known.stage][type(event)], step, due_on)


# Appointments


def _book(day: HallDay, event: events.AppointmentBooked) -> None:
    day.appointments.book(event.appointment)
    day.next_appointment_id = event.appointment.appointment_id + 1


def _check_in(day: HallDay, event: events.AppointmentCheckedIn) -> None:
    day.appointments.check_in(event.appointment_id, event.ticket_id)
    ticket, appointment = day.tickets[event.ticket_id], day.appointments.get(event.appointment_id)
    if appointment is None or ticket.slot is None:
        return
    category = appointment.unit.category
    mine = next((each for each in ticket.errands if each.unit.category == category), None)
    if mine is not None:
        _keep_slot(day, event.appointment_id, mine, mine)


def _end_appointment(day: HallDay, event: events.AppointmentEnded) -> None:
    day.appointments.end(event.appointment_id, event.state)


Change = Callable[[HallDay, Any], None]
"""The event is of the type under which the change stands."""

CHANGES: dict[type[Event], Change] = {
    events.DayOpened: _begin,
    events.RulesChanged: _follow,
    events.HeadStartChanged: _start_ahead,
    events.DayClosed: _close_day,
    events.ModelCalibrated: _calibrate,
    events.NoticePosted: _post_notice,
    events.NoticeEnded: _end_notice,
    events.DeviceChanged: _change_device,
    events.WindowOpened: _open_window,
    events.WindowTakenOver: _take_over,
    events.WindowClosed: _close_window,
    events.PauseAsked: _ask_pause,
    events.WindowPaused: _pause,
    events.WindowResumed: _resume,
    events.ProfileChanged: _change_profile,
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
    events.TicketReturned: _return,
    events.TicketWithdrawn: _withdraw,
    events.TicketPrinting: _deliver,
    events.TicketPrinted: _deliver,
    events.TicketReprinted: _deliver,
    events.TicketPrintFailed: _deliver,
    events.TicketWentPaperless: _deliver,
    events.TicketCalled: _call,
    events.TicketRecalled: _recall,
    events.CallSpoken: _speak,
    events.NoteWritten: _write_note,
    events.ServiceStarted: _start,
    events.ServiceFinished: _finish,
    events.StageFinished: _finish,
    events.TicketSentBack: _send_back,
    events.TicketHeld: _hold,
    events.TicketMissed: _miss,
    events.ServiceRated: _rate,
    events.RatingSkipped: _skip_rating,
    events.FollowUpOpened: _open_follow_up,
    events.FollowUpAdvanced: _advance_follow_up,
    events.FollowUpSentBack: _advance_follow_up,
    events.FollowUpClosed: _advance_follow_up,
    events.AppointmentBooked: _book,
    events.AppointmentCheckedIn: _check_in,
    events.AppointmentEnded: _end_appointment,
    **lockers.CHANGES,
}
