"""Decisions at a window: staffing it, and one ticket from its call to its end."""

from queue_core.domain import refusals
from queue_core.domain.commands import (
    CallNext,
    CloseWindow,
    FinishService,
    MarkNoShow,
    OpenWindow,
    Recall,
    StartService,
)
from queue_core.domain.events import (
    ServiceFinished,
    ServiceStarted,
    TicketCalled,
    TicketMissed,
    TicketRecalled,
    WindowClosed,
    WindowOpened,
)
from queue_core.domain.hall_day import HallDay
from queue_core.domain.ticket import Ticket, Window
from queue_core.domain.words import WindowState


def open_window(day: HallDay, command: OpenWindow, now_ms: int) -> tuple[WindowOpened, ...]:
    window = _window(day, command.window)
    if not any(window.number == each.number for each in day.rules.windows):
        raise refusals.NoSuchWindow(window.number)
    if window.state is not WindowState.CLOSED:
        if window.clerk == command.clerk:
            return ()
        raise refusals.WindowTaken(window)
    return (WindowOpened(at_ms=now_ms, window=window.number, clerk=command.clerk),)


def close_window(day: HallDay, command: CloseWindow, now_ms: int) -> tuple[WindowClosed, ...]:
    window = _window(day, command.window)
    if window.state is WindowState.CLOSED:
        return ()
    _require_free(day, window)
    return (WindowClosed(at_ms=now_ms, window=window.number),)


def call_next(day: HallDay, command: CallNext, now_ms: int) -> tuple[TicketCalled]:
    window = _open_window_of(day, command.window)
    _require_free(day, window)
    ticket_id = day.lanes.next_at(window.number)
    if ticket_id is None:
        raise refusals.NobodyWaiting(window.number)
    return (TicketCalled(at_ms=now_ms, call_id=day.next_call_id, ticket_id=ticket_id, window=window.number),)


def recall(day: HallDay, command: Recall, now_ms: int) -> tuple[TicketRecalled]:
    ticket = _called_at(day, command.window)
    return (
        TicketRecalled(
            at_ms=now_ms,
            call_id=day.next_call_id,
            ticket_id=ticket.ticket_id,
            window=command.window,
            nth=ticket.calls + 1,
        ),
    )


def start(day: HallDay, command: StartService, now_ms: int) -> tuple[ServiceStarted]:
    ticket = _called_at(day, command.window)
    return (ServiceStarted(at_ms=now_ms, ticket_id=ticket.ticket_id, window=command.window),)


def finish(day: HallDay, command: FinishService, now_ms: int) -> tuple[ServiceFinished]:
    window = _open_window_of(day, command.window)
    if window.state is not WindowState.SERVING or window.ticket_id is None:
        raise refusals.NotServing(window.number)
    return (ServiceFinished(at_ms=now_ms, ticket_id=window.ticket_id, window=window.number),)


def mark_no_show(day: HallDay, command: MarkNoShow, now_ms: int) -> tuple[TicketMissed]:
    ticket = _called_at(day, command.window)
    if ticket.calls < day.rules.calls_before_no_show:
        raise refusals.TooFewCalls(command.window, ticket, day.rules.calls_before_no_show)
    return (TicketMissed(at_ms=now_ms, ticket_id=ticket.ticket_id, window=command.window),)


def _window(day: HallDay, number_: int) -> Window:
    window = day.windows.get(number_)
    if window is None:
        raise refusals.NoSuchWindow(number_)
    return window


def _open_window_of(day: HallDay, number_: int) -> Window:
    window = _window(day, number_)
    if window.state is WindowState.CLOSED:
        raise refusals.WindowIsClosed(number_)
    return window


def _require_free(day: HallDay, window: Window) -> None:
    if window.ticket_id is not None:
        raise refusals.WindowBusy(window.number, day.tickets[window.ticket_id])


def _called_at(day: HallDay, number_: int) -> Ticket:
    window = _open_window_of(day, number_)
    if window.state is not WindowState.CALLED or window.ticket_id is None:
        raise refusals.NotCalled(number_)
    return day.tickets[window.ticket_id]
