"""What a command names, as it is now; a refusal when it is not there or not in the state asked for."""

from queue_core.domain import refusals
from queue_core.domain.hall_day import HallDay
from queue_core.domain.ticket import Ticket, Window
from queue_core.domain.words import WindowState


def ticket_of(day: HallDay, ticket_id: int) -> Ticket:
    ticket = day.tickets.get(ticket_id)
    if ticket is None:
        raise refusals.NoSuchTicket(ticket_id)
    return ticket


def open_ticket(day: HallDay, ticket_id: int) -> Ticket:
    ticket = ticket_of(day, ticket_id)
    if not ticket.is_open:
        raise refusals.TicketEnded(ticket)
    return ticket


def window_of(day: HallDay, number: int) -> Window:
    window = day.windows.get(number)
    if window is None:
        raise refusals.NoSuchWindow(number)
    return window


def open_window(day: HallDay, number: int) -> Window:
    window = window_of(day, number)
    if window.state is WindowState.CLOSED:
        raise refusals.WindowIsClosed(number)
    return window


def free_window(day: HallDay, number: int) -> Window:
    """One that may call now."""
    window = open_window(day, number)
    require_free(day, window)
    if window.state is WindowState.PAUSED:
        raise refusals.WindowIsPaused(window)
    return window


def require_free(day: HallDay, window: Window) -> None:
    if window.ticket_id is not None:
        raise refusals.WindowBusy(window.number, day.tickets[window.ticket_id])


def called_at(day: HallDay, number: int) -> Ticket:
    window = open_window(day, number)
    if window.state is not WindowState.CALLED or window.ticket_id is None:
        raise refusals.NotCalled(number)
    return day.tickets[window.ticket_id]


def served_at(day: HallDay, number: int) -> Ticket:
    window = open_window(day, number)
    if window.state is not WindowState.SERVING or window.ticket_id is None:
        raise refusals.NotServing(number)
    return day.tickets[window.ticket_id]


def in_hand_at(day: HallDay, number: int) -> Ticket:
    """Called or in service."""
    window = open_window(day, number)
    if window.ticket_id is None:
        raise refusals.NotServing(number)
    return day.tickets[window.ticket_id]
