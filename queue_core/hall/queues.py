"""The queues of a hall at one moment: who waits for what, and since when."""

from collections.abc import Iterator

from msgspec import Struct

from queue_core.domain.hall_day import HallDay
from queue_core.domain.rules import MINUTE_MS, Unit
from queue_core.domain.ticket import Ticket
from queue_core.hall import told
from queue_core.hall.settings_staff import Targets
from queue_core.hall.waits import WaitFor, waits_since_ms
from queue_core.wire.supervision import QueueNow, WaitingNumber
from queue_core.wire.words import TicketClass


class Queue(Struct, frozen=True, kw_only=True):
    """One unit's. `since_ms` (wall) and `seniority_ms` (hall clock) are of the one who waits longest."""

    unit: Unit
    waiting: int
    windows_open: int
    since_ms: int | None
    seniority_ms: int | None
    target_ms: int | None


def queues(day: HallDay, targets: Targets) -> tuple[Queue, ...]:
    """Of all units the hall offers, in the order of hall.toml. O(tickets of the day)."""
    longest = _longest(day)
    return tuple(
        _queue(day, unit, longest.get(unit), targets)
        for unit in (
            Unit(category.code, each) for category in day.rules.categories for each in category.classes
        )
    )


def waiting_now(day: HallDay) -> Iterator[Ticket]:
    return (ticket for ticket in day.tickets.values() if ticket.is_waiting)


def in_order_at(day: HallDay, window: int) -> tuple[WaitingNumber, ...]:
    """Whom a window may call, as it would call them one after another."""
    return tuple(_waiting_number(day, day.tickets[each]) for each in day.lanes.in_order_at(window))


def shown(queue: Queue, wait_for: WaitFor) -> QueueNow:
    return QueueNow(
        category=queue.unit.category,
        ticket_class=TicketClass(queue.unit.ticket_class),
        waiting=queue.waiting,
        windows_open=queue.windows_open,
        first_since_ms=queue.since_ms,
        estimate=told.estimate(wait_for(queue.unit)),
        target_min=None if queue.target_ms is None else queue.target_ms // MINUTE_MS,
    )


def _longest(day: HallDay) -> dict[Unit, tuple[int, Ticket]]:
    """By unit: the least seniority (hall clock), and whose it is.

    Who lets others pass chose to wait, or came too late: that is nobody's fault here.
    """
    found: dict[Unit, tuple[int, Ticket]] = {}
    for ticket in waiting_now(day):
        if ticket.deferral is not None:
            continue
        for errand in ticket.open_errands:
            known = found.get(errand.unit)
            if known is None or errand.seniority_ms < known[0]:
                found[errand.unit] = (errand.seniority_ms, ticket)
    return found


def _queue(day: HallDay, unit: Unit, longest: tuple[int, Ticket] | None, targets: Targets) -> Queue:
    target_min = targets.wait_min_for(unit.category, unit.ticket_class)
    return Queue(
        unit=unit,
        waiting=day.lanes.waiting_for(unit),
        windows_open=day.windows_open_for(unit),
        since_ms=None if longest is None else waits_since_ms(day, longest[1]),
        seniority_ms=None if longest is None else longest[0],
        target_ms=None if target_min is None else target_min * MINUTE_MS,
    )


def _waiting_number(day: HallDay, ticket: Ticket) -> WaitingNumber:
    return WaitingNumber(
        ticket_id=ticket.ticket_id,
        number=ticket.number,
        category=ticket.unit.category,
        ticket_class=TicketClass(ticket.unit.ticket_class),
        since_ms=waits_since_ms(day, ticket),
    )
