"""Decisions at a window about the ticket there, from its call to the end of its sitting."""

from queue_core.domain import refusals
from queue_core.domain.commands import (
    CallNext,
    CallTicket,
    CallWaiting,
    FinishService,
    HoldTicket,
    Recall,
    ReportSpoken,
    StartService,
    WriteNote,
)
from queue_core.domain.events import (
    CallSpoken,
    DeferralEnded,
    Event,
    NoteWritten,
    ServiceFinished,
    ServiceStarted,
    StageFinished,
    TicketCalled,
    TicketHeld,
    TicketRecalled,
)
from queue_core.domain.hall_day import HallDay
from queue_core.domain.lookup import called_at, free_window, in_hand_at, open_ticket, served_at
from queue_core.domain.staffing import pause_after
from queue_core.domain.ticket import Ticket, Window
from queue_core.domain.words import CallWay, Right, TicketState

LONGEST_REASON = 200
_MAY_BE_CALLED = frozenset({TicketState.WAITING, TicketState.DEFERRED, TicketState.ABSENT})


def call_next(day: HallDay, command: CallNext, now_ms: int) -> tuple[Event, ...]:
    window = free_window(day, command.window)
    events = () if day.is_closed else _call_by_rule(day, window, now_ms)
    if not events:
        raise refusals.NobodyWaiting(window.number)
    return events


def call_waiting(day: HallDay, _: CallWaiting, now_ms: int) -> tuple[Event, ...]:
    """One call: to the window that calls by itself, has been idle longest and finds somebody."""
    if day.is_closed or not day.free_auto or not len(day.waiting):
        return ()
    idle = sorted((day.windows[each] for each in day.free_auto), key=_idle_since)
    return next((events for window in idle if (events := _call_by_rule(day, window, now_ms))), ())


def call_ticket(day: HallDay, command: CallTicket, now_ms: int) -> tuple[Event, ...]:
    """A supervisor's: past the rule and the profile, for a reason that everybody may read."""
    window = free_window(day, command.window)
    ticket = open_ticket(day, command.ticket_id)
    reason = command.reason.strip()
    if not 1 <= len(reason) <= LONGEST_REASON:
        raise refusals.ReasonNeeded(LONGEST_REASON)
    if ticket.state not in _MAY_BE_CALLED:
        raise refusals.WrongState(ticket)
    if day.waiting.is_elsewhere(ticket):
        raise refusals.HolderElsewhere(ticket)
    return _call(day, window, ticket, now_ms, way=CallWay.OVERRIDE, reason=reason)


def recall(day: HallDay, command: Recall, now_ms: int) -> tuple[TicketRecalled]:
    ticket = called_at(day, command.window)
    return (
        TicketRecalled(
            at_ms=now_ms,
            call_id=day.next_call_id,
            ticket_id=ticket.ticket_id,
            window=command.window,
            nth=ticket.calls + 1,
        ),
    )


def report_spoken(day: HallDay, command: ReportSpoken, now_ms: int) -> tuple[CallSpoken, ...]:
    """A call or recall whose holder is still awaited; one that is over changes nothing any more."""
    call = day.call(command.call_id)
    if call is None:
        raise refusals.NoSuchCall(command.call_id)
    ticket = day.tickets[call.ticket_id]
    is_awaited = ticket.state is TicketState.CALLED and ticket.window == call.window
    if call.is_spoken or not is_awaited or call.called_at_ms < (ticket.called_at_ms or 0):
        return ()
    return (CallSpoken(at_ms=now_ms, call_id=call.call_id, ticket_id=ticket.ticket_id, window=call.window),)


def write_note(day: HallDay, command: WriteNote, now_ms: int) -> tuple[NoteWritten, ...]:
    """For whoever has the number next; a new note takes the place of the one before."""
    ticket = in_hand_at(day, command.window)
    if command.sealed is None and ticket.note is None:
        return ()
    return (
        NoteWritten(at_ms=now_ms, ticket_id=ticket.ticket_id, window=command.window, note=command.sealed),
    )


def start(day: HallDay, command: StartService, now_ms: int) -> tuple[ServiceStarted]:
    ticket = called_at(day, command.window)
    if command.ticket_id not in (None, ticket.ticket_id):
        raise refusals.NotItsTurn(command.window, ticket)
    return (ServiceStarted(at_ms=now_ms, ticket_id=ticket.ticket_id, window=command.window),)


def finish(day: HallDay, command: FinishService, now_ms: int) -> tuple[Event, ...]:
    """The number ends when nothing of it is open any more; otherwise it waits on for the rest."""
    ticket = served_at(day, command.window)
    for errand in command.unfinished:
        if errand not in ticket.in_hand:
            raise refusals.NoSuchErrand(ticket, errand)
    done = tuple(each for each in ticket.in_hand if each not in command.unfinished)
    ends = all(errand.is_done or at in done for at, errand in enumerate(ticket.errands))
    finished = (ServiceFinished if ends else StageFinished)(
        at_ms=now_ms, ticket_id=ticket.ticket_id, window=command.window, done=done
    )
    return (finished, *pause_after(day, command.window, now_ms))


def hold(day: HallDay, command: HoldTicket, now_ms: int) -> tuple[Event, ...]:
    """The holder fetches what is missing; the window keeps the number for so much opening time."""
    ticket = served_at(day, command.window)
    policy = day.rules.policy
    if ticket.holds >= policy.holds:
        raise refusals.TooManyHolds(ticket, policy.holds)
    held = TicketHeld(
        at_ms=now_ms,
        ticket_id=ticket.ticket_id,
        window=command.window,
        reason=command.reason,
        until_ms=day.clock.at(now_ms) + policy.hold_ms,
    )
    return (held, *pause_after(day, command.window, now_ms))


def _idle_since(window: Window) -> tuple[int, int]:
    return window.free_since_ms or 0, window.number


def _call_by_rule(day: HallDay, window: Window, now_ms: int) -> tuple[Event, ...]:
    ticket_id = day.waiting.next_at(window.number)
    if ticket_id is None:
        return ()
    ticket = day.tickets[ticket_id]
    is_back = ticket.hold is not None and day.waiting.is_handed_back(ticket_id, window.number)
    return _call(day, window, ticket, now_ms, way=CallWay.HAND_BACK if is_back else CallWay.RULE)


def _call(
    day: HallDay, window: Window, ticket: Ticket, now_ms: int, *, way: CallWay, reason: str | None = None
) -> tuple[Event, ...]:
    """What the window can do of it is done in one sitting, the errand with the least key first."""
    right, in_hand = _sitting(day, window, ticket)
    called = TicketCalled(
        at_ms=now_ms,
        call_id=day.next_call_id,
        ticket_id=ticket.ticket_id,
        window=window.number,
        in_hand=in_hand,
        right=right,
        way=way,
        reason=reason,
    )
    if not day.deferred:
        return (called,)
    return (called, *_ended_deferrals(day, window, ticket, now_ms))


def _sitting(day: HallDay, window: Window, ticket: Ticket) -> tuple[Right, tuple[int, ...]]:
    if len(ticket.errands) == 1:
        return day.standing(ticket, ticket.errands[0]).right, (0,)
    ranked = sorted(
        (day.standing(ticket, errand), at) for at, errand in enumerate(ticket.errands) if not errand.is_done
    )
    mine = [each for each in ranked if ticket.errands[each[1]].unit in window.profile]
    called_for = mine or ranked[:1]  # a supervisor may call to a window that does something else
    return called_for[0][0].right, tuple(at for _, at in called_for)


def _ended_deferrals(day: HallDay, window: Window, called: Ticket, now_ms: int) -> list[DeferralEnded]:
    """Those for whom this call is the last they let pass."""
    return [
        DeferralEnded(at_ms=now_ms, ticket_id=other.ticket_id)
        for other in day.letting_pass(window)
        if other.ticket_id != called.ticket_id
        and other.deferral is not None
        and other.deferral.passes_left <= 1
    ]
