"""Whose turn is near: numbers with a phone that had more before them, each told once."""

from queue_core.domain.events import DayOpened, Event, TicketCalled, TicketIssued
from queue_core.domain.hall_day import HallDay
from queue_core.domain.ticket import Ticket

FEW = 3
_LOOKS = 4
"""A number is looked at again after a quarter of the calls that it has to wait for."""


class FewAhead:
    """After a restart it begins anew: who was told is known by the dedupe key. On the committer's thread."""

    def __init__(self) -> None:
        self._calls = 0
        self._look_at: dict[int, int] | None = None

    def after(self, event: Event, day: HallDay) -> tuple[Ticket, ...]:
        """The numbers that have few before them since this event, which has just happened in `day`."""
        match event:
            case DayOpened():
                self._look_at = {}
            case TicketIssued():
                if event.contact is not None and event.ahead > FEW:
                    self._watched(day)[event.ticket_id] = self._calls
            case TicketCalled():
                self._calls += 1
                return tuple(ticket for ticket in self._due(day) if self._is_near(ticket, day))
        return ()

    def _watched(self, day: HallDay) -> dict[int, int]:
        """By ticket: the count of calls from which it is looked at again."""
        if self._look_at is None:
            self._look_at = {
                each.ticket_id: 0
                for each in day.tickets.values()
                if each.contact is not None and each.is_open
            }
        return self._look_at

    def _due(self, day: HallDay) -> list[Ticket]:
        watched = self._watched(day)
        tickets = [day.tickets[each] for each, look_at in watched.items() if look_at <= self._calls]
        for ticket in tickets:
            if not ticket.is_open or ticket.is_at_window:
                del watched[ticket.ticket_id]
        return [each for each in tickets if each.is_waiting]

    def _is_near(self, ticket: Ticket, day: HallDay) -> bool:
        ahead, watched = day.ahead(ticket), self._watched(day)
        if ahead <= FEW:
            del watched[ticket.ticket_id]
            return True
        watched[ticket.ticket_id] = self._calls + max(1, (ahead - FEW) // _LOOKS)
        return False
