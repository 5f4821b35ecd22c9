"""The call rule as it is written, applied to plain lists: slow, and by other means than the hall's own.

Reads tickets and windows as values; knows nothing of lanes, lines, timers and indexes.
"""

from queue_core.domain.hall_clock import HallClock
from queue_core.domain.hall_day import HallDay
from queue_core.domain.ticket import Errand, Ticket, Window
from queue_core.domain.words import CallWay, Right, TicketClass, TicketState, WindowState

AWAY = (WindowState.CLOSED, WindowState.PAUSED)
AT_WINDOW = (TicketState.CALLED, TicketState.SERVING)
WAITING = (TicketState.WAITING, TicketState.DEFERRED)


class Oracle:
    """One look at a day at a wall instant."""

    def __init__(self, day: HallDay, now_ms: int) -> None:
        self.now_ms = now_ms
        self.policy = day.rules.policy
        self.head_start_ms = day.head_start_ms
        self.clock = HallClock(day.clock.sessions)
        self.tickets = list(day.tickets.values())
        self.windows = dict(day.windows)

    def key(self, ticket: Ticket, errand: Errand) -> int:
        a = errand.seniority_ms
        keys = [a]
        if errand.unit.ticket_class == TicketClass.PICKUP and errand.case_id is not None:
            keys.append(a - self.policy.pickup_head_start_ms)
        if ticket.priority is not None:
            keys.append(a - self.policy.priority_head_start_ms)
        if ticket.slot is not None and self.now_ms >= ticket.slot.starts_at_ms - self.policy.due_before_ms:
            keys.append(max(self.clock.at(ticket.slot.starts_at_ms), a) - self.head_start_ms)
        return min(keys)

    def lead_ms(self, right: Right) -> int:
        return {
            Right.ARRIVAL: 0,
            Right.PICKUP: self.policy.pickup_head_start_ms,
            Right.PRIORITY: self.policy.priority_head_start_ms,
            Right.APPOINTMENT: self.head_start_ms,
        }[right]

    def mine(self, ticket: Ticket, window: Window) -> list[Errand]:
        return [each for each in ticket.errands if not each.is_done and each.unit in window.profile]

    def rank(self, ticket: Ticket, window: Window) -> tuple[int, int]:
        return min(self.key(ticket, each) for each in self.mine(ticket, window)), ticket.ticket_id

    def is_handed_back(self, ticket: Ticket, window: Window) -> bool:
        hold = ticket.hold
        return hold is not None and hold.back_at_ms is not None and hold.window == window.number

    def may_call(self, window: Window, ticket: Ticket) -> bool:
        if ticket.state not in WAITING or not self.mine(ticket, window):
            return False
        if any(
            other.visitor == ticket.visitor and other is not ticket and other.state in AT_WINDOW
            for other in self.tickets
        ):
            return False
        if self.is_handed_back(ticket, window):
            return True
        bound = self.windows.get(ticket.bound_to or 0)
        if bound is not None and bound.state != WindowState.CLOSED and self.mine(ticket, bound):
            return bound.number == window.number
        holder = None if ticket.hold is None else self.windows.get(ticket.hold.window)
        return not (
            ticket.hold is not None
            and ticket.hold.back_at_ms is not None
            and holder is not None
            and holder.state not in AWAY
            and self.mine(ticket, holder)
            and self.clock.at(self.now_ms) < ticket.hold.until_ms
        )

    def eligible(self, number: int) -> list[Ticket]:
        window = self.windows[number]
        return [each for each in self.tickets if self.may_call(window, each)]

    def next_at(self, number: int) -> tuple[int, CallWay] | None:
        """Whom the window has to call, and how."""
        window = self.windows[number]
        eligible = self.eligible(number)
        back = [each for each in eligible if self.is_handed_back(each, window)]
        if back:
            first = min(back, key=lambda each: (each.hold.back_at_ms, each.ticket_id))
            return first.ticket_id, CallWay.HAND_BACK
        for state in WAITING:
            ranks = [self.rank(each, window) for each in eligible if each.state == state]
            if ranks:
                return min(ranks)[1], CallWay.RULE
        return None

    def ahead(self, ticket: Ticket) -> int:
        """Of one who lets nobody pass: who ranks before, at the most favourable window."""
        able = [each for each in self.windows.values() if self.may_call(each, ticket)]
        able = [each for each in able if each.state != WindowState.CLOSED] or able
        counts = []
        for window in able:
            others = [each for each in self.eligible(window.number) if each is not ticket]
            if self.is_handed_back(ticket, window):
                continue
            mine = self.rank(ticket, window)
            counts.append(
                sum(self.is_handed_back(each, window) or self.rank(each, window) < mine for each in others)
            )
        return min(counts, default=0)
