"""Since when somebody waits, and how long somebody would."""

from collections.abc import Callable

from queue_core.domain.hall_day import HallDay
from queue_core.domain.rules import Unit
from queue_core.domain.ticket import Estimate, Ticket

WaitFor = Callable[[Unit], Estimate | None]
"""How long somebody waits who takes a number now; asked on the committer's thread."""


def first_since_ms(day: HallDay, window: int) -> int | None:
    """Since when the one waits whom the window calls next."""
    ticket_id = day.lanes.next_at(window)
    return None if ticket_id is None else waits_since_ms(day, day.tickets[ticket_id])


def waits_since_ms(day: HallDay, ticket: Ticket) -> int:
    """The instant by the wall from which its place counts; before the first opening that of its issue."""
    if ticket.issued_at_ms <= (day.clock.opens_at_ms or 0) and not ticket.sittings:
        return ticket.issued_at_ms
    oldest_ms = min((each.seniority_ms for each in ticket.open_errands), default=ticket.seniority_ms)
    since_ms = day.clock.wall_at(oldest_ms)
    return ticket.issued_at_ms if since_ms is None else since_ms
