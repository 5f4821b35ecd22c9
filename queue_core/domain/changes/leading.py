"""Where an event leads its ticket and its window, by the tables of life."""

from collections.abc import Callable
from typing import Any

from msgspec.structs import replace

from queue_core.domain.hall_day import HallDay
from queue_core.domain.life import TICKET_LIFE, WINDOW_LIFE
from queue_core.domain.ticket import Ticket, Window
from queue_core.domain.words import TicketState

Change = Callable[[HallDay, Any], None]
"""The event is of the type under which the change stands."""


def ticket_led_on(day: HallDay, event: Any) -> tuple[Ticket, TicketState]:
    """The event's ticket, and the state it leads to."""
    ticket = day.tickets[event.ticket_id]
    return ticket, TICKET_LIFE[ticket.state][type(event)]


def window_led_on(day: HallDay, event: Any) -> Window:
    """The event's window in the state it leads to."""
    window = day.windows[event.window]
    return replace(window, state=WINDOW_LIFE[window.state][type(event)])


def vacate(day: HallDay, event: Any, number: int, finished_id: int | None = None) -> None:
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
