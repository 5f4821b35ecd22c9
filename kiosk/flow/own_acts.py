"""What may be asked for a number, by the state it is in and by what the kiosk can do."""

from kiosk.flow.facts import Facts
from kiosk.flow.offer import offer
from kiosk.flow.presses import OwnAct
from kiosk.flow.visit import OwnNumber, Way
from queue_core.wire.messages import Ticket
from queue_core.wire.words import TicketState

MOST_ERRANDS = 3

# In the order in which they are shown: what is looked for most stands first, giving up last.
ACTS: dict[TicketState, tuple[OwnAct, ...]] = {
    TicketState.WAITING: (
        OwnAct.EXPLAIN,
        OwnAct.CONVERT,
        OwnAct.ADD_MATTER,
        OwnAct.DEFER,
        OwnAct.REPRINT,
        OwnAct.TO_PHONE,
        OwnAct.CANCEL,
    ),
    TicketState.DEFERRED: (
        OwnAct.EXPLAIN,
        OwnAct.CONVERT,
        OwnAct.ADD_MATTER,
        OwnAct.REPRINT,
        OwnAct.TO_PHONE,
        OwnAct.CANCEL,
    ),
    TicketState.CALLED: (OwnAct.EXPLAIN, OwnAct.CANCEL),
    TicketState.SERVING: (OwnAct.EXPLAIN,),
    TicketState.HELD: (OwnAct.COME_BACK, OwnAct.REPRINT, OwnAct.TO_PHONE, OwnAct.CANCEL),
    TicketState.ABSENT: (
        OwnAct.COME_BACK,
        OwnAct.EXPLAIN,
        OwnAct.REPRINT,
        OwnAct.TO_PHONE,
        OwnAct.CANCEL,
    ),
    TicketState.REMOTE: (OwnAct.ARRIVE, OwnAct.REPRINT, OwnAct.CANCEL),
}
OPEN = frozenset(ACTS)
FOR_ANYBODY = frozenset({OwnAct.EXPLAIN})


def acts_of(own: OwnNumber) -> tuple[OwnAct, ...]:
    """Who has not proved to be the holder may only ask why others were called."""
    acts = ACTS.get(own.ticket.state, ())
    if not own.is_holder:
        return tuple(act for act in acts if act in FOR_ANYBODY)
    return (*acts, OwnAct.RATE) if own.ticket.may_rate else acts


def offered_acts(own: OwnNumber, facts: Facts) -> tuple[OwnAct, ...]:
    """Those of them that can be done at this kiosk now."""
    most = facts.hall.most_errands if facts.hall else MOST_ERRANDS
    impossible = set()
    if Way.PAPER not in offer(facts.readers, facts.printer).ways:
        impossible.add(OwnAct.REPRINT)
    if not facts.means.matters or len(own.ticket.errands) >= most:
        impossible.add(OwnAct.ADD_MATTER)
    return tuple(act for act in acts_of(own) if act not in impossible)


def errand_in_turn(ticket: Ticket) -> int:
    """The errand that class and category of the ticket are those of: in hand, or next."""
    unit = (ticket.ticket_class, ticket.category)
    for at, each in enumerate(ticket.errands):
        if not each.is_done and (each.ticket_class, each.category) == unit:
            return at
    return next((at for at, each in enumerate(ticket.errands) if not each.is_done), 0)
