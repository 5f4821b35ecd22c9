"""Who is called next: the least (key, ticket id) among the waiting tickets a window may call.

    A       seniority of the errand, on the hall clock
    key = min( A,
               A - K               for a pickup whose finished case is verified,
               A - P               if the ticket's priority is verified,
               max(S, A) - H       if its appointment is live and due: from S - L on )

Rights do not add up: the best one counts. K, P, H and L are head starts and lead of the policy in effect; the
slot's start S is read on the hall clock in the key, and by the wall in `due`.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from msgspec import Struct

from queue_core.domain.hall_clock import HallClock
from queue_core.domain.rules import Policy, Unit
from queue_core.domain.ticket import Errand, Ticket
from queue_core.domain.words import Right, TicketClass

Rank = tuple[int, int]
"""(key in milliseconds, ticket id): ids grow with issue, so a rank is the total order of the waiting."""


class Standing(Struct, frozen=True, order=True, gc=False):
    """The key of one errand, and the right it rests on."""

    key: int
    right: Right


@dataclass(slots=True)
class Yardstick:
    """By what keys are measured now. `now_ms` is by the wall; `head_start_ms` may be above the policy's."""

    policy: Policy = field(default_factory=Policy)
    clock: HallClock = field(default_factory=HallClock)
    head_start_ms: int = Policy().appointment_head_start_ms
    now_ms: int = 0

    def due_from_ms(self, starts_at_ms: int) -> int:
        return starts_at_ms - self.policy.due_before_ms

    def is_due(self, ticket: Ticket) -> bool:
        """Whether its live appointment counts in its key by now."""
        return ticket.slot is not None and self.due_from_ms(ticket.slot.starts_at_ms) <= self.now_ms

    def standing(self, ticket: Ticket, errand: Errand) -> Standing:
        """Of several rights with the same key, the least special one."""
        seniority_ms = errand.seniority_ms
        key, right = seniority_ms, Right.ARRIVAL
        if errand.case_id is None and ticket.priority is None and ticket.slot is None:
            return Standing(key, right)
        if errand.case_id is not None and errand.unit.ticket_class is TicketClass.PICKUP:
            candidate = seniority_ms - self.policy.pickup_head_start_ms
            if candidate < key:
                key, right = candidate, Right.PICKUP
        if ticket.priority is not None:
            candidate = seniority_ms - self.policy.priority_head_start_ms
            if candidate < key:
                key, right = candidate, Right.PRIORITY
        if ticket.slot is not None and self.is_due(ticket):
            candidate = max(self.clock.at(ticket.slot.starts_at_ms), seniority_ms) - self.head_start_ms
            if candidate < key:
                key, right = candidate, Right.APPOINTMENT
        return Standing(key, right)

    def key_for(self, ticket: Ticket, units: Iterable[Unit]) -> int | None:
        """The least key of its open errands for these units; None without one."""
        keys = (self.standing(ticket, each).key for each in ticket.open_errands if each.unit in units)
        return min(keys, default=None)
