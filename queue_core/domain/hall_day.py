"""Today in a hall, as the events so far make it.

One owner changes it through `evolve`; what it hands out (tickets, windows, calls) is frozen. The indexes
inside follow from the events alone, so that a replay gives the same day.
"""

from collections import deque
from collections.abc import Iterator

from queue_core.domain import calling
from queue_core.domain.lanes import Lanes
from queue_core.domain.rules import HallRules, Unit
from queue_core.domain.ticket import Call, Ticket, Window
from queue_core.domain.words import WindowState

REMEMBERED_CALLS = 50


class HallDay:
    """`day` is the ISO date of the business day, None before the first. Ids never start anew."""

    def __init__(self) -> None:
        self.last_at_ms = 0
        self.next_ticket_id = 1
        self.next_call_id = 1
        self.day: str | None = None
        self.rules = HallRules(categories=(), windows=())
        self._forget()

    def _forget(self) -> None:
        self.issued = 0
        self.tickets: dict[int, Ticket] = {}
        self.windows: dict[int, Window] = {}
        self.open_windows: frozenset[int] = frozenset()
        self.calls: deque[Call] = deque(maxlen=REMEMBERED_CALLS)
        self.lanes = Lanes(self.rules)
        self.offered = self.rules.offered()
        self._by_reference: dict[str, int] = {}
        self._undelivered: dict[int, int] = {}

    def begin(self, day: str, rules: HallRules) -> None:
        """Start `day` with nobody in the house. For `evolve` only."""
        self.day = day
        self._forget()
        self.follow(rules)

    def follow(self, rules: HallRules) -> None:
        """Let `rules` take effect; a window they drop stays until its ticket is done. For `evolve` only."""
        waiting = [ticket for ticket in self.tickets.values() if ticket.is_waiting]
        kept = {number: window for number, window in self.windows.items() if window.ticket_id is not None}
        self.rules = rules
        self.offered = rules.offered()
        self.windows = kept | {
            each.number: self.windows.get(each.number, Window(number=each.number, state=WindowState.CLOSED))
            for each in rules.windows
        }
        self.open_windows = frozenset(
            number for number, window in self.windows.items() if window.state is not WindowState.CLOSED
        )
        self.lanes = Lanes(rules, waiting)

    def admit(self, ticket: Ticket) -> None:
        """Keep a ticket just issued: it waits, and has reached nobody. For `evolve` only."""
        self.issued += 1
        self.next_ticket_id = ticket.ticket_id + 1
        self.tickets[ticket.ticket_id] = ticket
        self._by_reference[ticket.reference] = ticket.ticket_id
        self._undelivered[ticket.ticket_id] = ticket.delivery_at_ms
        self.lanes.add(ticket)

    def put(self, ticket: Ticket) -> None:
        """Keep the newest form of a ticket. For `evolve` only."""
        before = self.tickets[ticket.ticket_id]
        self.tickets[ticket.ticket_id] = ticket
        if before.is_waiting and not ticket.is_waiting:
            self.lanes.remove(before)
        self._watch_delivery(ticket)

    def place(self, window: Window) -> None:
        """Keep the newest form of a window. For `evolve` only."""
        self.windows[window.number] = window
        if (window.number in self.open_windows) is (window.state is WindowState.CLOSED):
            self.open_windows = self.open_windows ^ {window.number}

    def by_reference(self, reference: str) -> Ticket | None:
        """The ticket of today with that public reference."""
        ticket_id = self._by_reference.get(reference)
        return None if ticket_id is None else self.tickets[ticket_id]

    def ticket_at(self, window: int) -> Ticket | None:
        """The ticket called or served at a window."""
        at = self.windows.get(window)
        return None if at is None or at.ticket_id is None else self.tickets[at.ticket_id]

    def windows_open_for(self, unit: Unit) -> int:
        """How many open windows may call a unit."""
        return len(self.open_windows.intersection(self.lanes.windows_for(unit)))

    def ahead(self, ticket: Ticket) -> int:
        """How many waiting tickets rank before a waiting one, at the window most favourable to it; else 0."""
        if not ticket.is_waiting:
            return 0
        return self.lanes.ahead(ticket.unit, calling.rank(ticket), self.open_windows)

    def rateable_at(self, window: int) -> Ticket | None:
        """The last service finished at a window, as long as nobody rated it. Time is the asker's business."""
        at = self.windows.get(window)
        if at is None or at.finished_id is None:
            return None
        ticket = self.tickets[at.finished_id]
        return ticket if ticket.rating is None else None

    def undelivered(self, now_ms: int) -> Iterator[int]:
        """Ids of waiting tickets that reached nobody for longer than the rules allow, longest first."""
        for ticket_id, since_ms in self._undelivered.items():
            if now_ms - since_ms < self.rules.undelivered_within_ms:
                return
            yield ticket_id

    def _watch_delivery(self, ticket: Ticket) -> None:
        """Keep the watched in order of time: instants never decrease, so the newest goes to the end."""
        since_ms = self._undelivered.get(ticket.ticket_id)
        if not ticket.is_undelivered:
            self._undelivered.pop(ticket.ticket_id, None)
        elif since_ms != ticket.delivery_at_ms:
            self._undelivered.pop(ticket.ticket_id, None)
            self._undelivered[ticket.ticket_id] = ticket.delivery_at_ms
