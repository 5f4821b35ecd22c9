"""Who is called next: the least (key, issue sequence) among the waiting tickets a window may call.

The right of a walk-in is its seniority alone (`A` in the rule).
"""

from queue_core.domain.ticket import Ticket

Rank = tuple[int, int]
"""(key in milliseconds, ticket id): ids grow with issue, so a rank is the total order of the waiting."""


def key(ticket: Ticket) -> int:
    """What the rule compares; least is next."""
    return ticket.seniority_ms


def rank(ticket: Ticket) -> Rank:
    return key(ticket), ticket.ticket_id
