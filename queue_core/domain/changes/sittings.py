"""What happens to a ticket at a window: called, served, sent on, held, missed, back again."""

from msgspec.structs import replace

from queue_core.domain import events
from queue_core.domain.changes.leading import Change, ticket_led_on, vacate, window_led_on
from queue_core.domain.events import Event
from queue_core.domain.hall_day import HallDay
from queue_core.domain.life import WINDOW_LIFE
from queue_core.domain.ticket import Call, Deferral, Errand, Hold, Note, Sitting, Ticket, Window
from queue_core.domain.words import TicketState, WindowState


def _call(day: HallDay, event: events.TicketCalled) -> None:
    ticket, state = ticket_led_on(day, event)
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
    ticket, state = ticket_led_on(day, event)
    first = next(each for each in reversed(day.all_calls) if each.ticket_id == event.ticket_id)
    again = replace(first, call_id=event.call_id, nth=event.nth, called_at_ms=event.at_ms, is_spoken=False)
    day.announce(again)
    day.place(window_led_on(day, event))
    day.put(replace(ticket, state=state, calls=event.nth))


def _speak(day: HallDay, event: events.CallSpoken) -> None:
    """The time to come counts from the first that was heard; recalls do not lengthen it."""
    ticket, state = ticket_led_on(day, event)
    day.place(window_led_on(day, event))
    day.hear(event.call_id)
    if ticket.spoken_at_ms is None:
        day.put(replace(ticket, state=state, spoken_at_ms=event.at_ms))


def _write_note(day: HallDay, event: events.NoteWritten) -> None:
    ticket, state = ticket_led_on(day, event)
    day.place(window_led_on(day, event))
    note = None if event.note is None else Note(sealed=event.note, written_in=ticket.called_at_ms)
    day.put(replace(ticket, state=state, note=note))


def _note_left(ticket: Ticket) -> Note | None:
    """What was written in this sitting goes on with the ticket; what this window was to read is gone."""
    note = ticket.note
    return note if note is not None and note.written_in == ticket.called_at_ms else None


def _start(day: HallDay, event: events.ServiceStarted) -> None:
    ticket, state = ticket_led_on(day, event)
    day.place(window_led_on(day, event))
    day.put(replace(ticket, state=state, started_at_ms=event.at_ms, bound_to=None))


def _finish(day: HallDay, event: events.ServiceFinished | events.StageFinished) -> None:
    """The right of an appointment ends with the first sitting."""
    ticket, state = ticket_led_on(day, event)
    sitting = Sitting(
        window=event.window,
        clerk=day.windows[event.window].clerk,
        started_at_ms=ticket.started_at_ms or event.at_ms,
        ended_at_ms=event.at_ms,
    )
    vacate(day, event, event.window, event.ticket_id)
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
    ticket, state = ticket_led_on(day, event)
    vacate(day, event, event.window)
    note = _note_left(ticket) if ticket.state is TicketState.SERVING else ticket.note
    day.put(replace(ticket, state=state, in_hand=(), bound_to=event.bound_to, note=note))


def _hold(day: HallDay, event: events.TicketHeld) -> None:
    ticket, state = ticket_led_on(day, event)
    vacate(day, event, event.window)
    hold = Hold(window=event.window, until_ms=event.until_ms, reason=event.reason)
    day.put(replace(ticket, state=state, in_hand=(), hold=hold, holds=ticket.holds + 1))


def _miss(day: HallDay, event: events.TicketMissed) -> None:
    ticket, state = ticket_led_on(day, event)
    vacate(day, event, event.window)
    missed_at_ms = day.clock.at(event.at_ms)
    day.put(replace(ticket, state=state, in_hand=(), misses=ticket.misses + 1, missed_at_ms=missed_at_ms))


def _return(day: HallDay, event: events.TicketReturned) -> None:
    ticket, state = ticket_led_on(day, event)
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


CHANGES: dict[type[Event], Change] = {
    events.TicketReturned: _return,
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
}
