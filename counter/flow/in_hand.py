"""What is asked of the hall about the number in hand: its matters, and the cases its person may collect.

Each is a help and asked once: what is not answered is asked again with the next number.
"""

from counter.flow import requests as r
from counter.flow import state as s
from counter.flow.options import errands_in_hand
from queue_core.wire.views import WindowTicket
from queue_core.wire.words import TicketClass


def asked(now: s.Counter, before: WindowTicket | None = None) -> tuple[r.Request, ...]:
    """About what is in hand now, and was not when it was `before`."""
    return (*_unknown_matters(now, before), *(() if _errands(before) == _errands(now.ticket) else cases(now)))


def cases(now: s.Counter) -> tuple[r.Request, ...]:
    ticket = now.ticket
    return (r.AskCasesInHand(ticket_id=ticket.ticket_id),) if ticket is not None and collects(ticket) else ()


def collects(ticket: WindowTicket | None) -> bool:
    """Whether something is collected with it: of no other number are cases asked for."""
    return any(each.errand.ticket_class is TicketClass.PICKUP for each in errands_in_hand(ticket))


def _unknown_matters(now: s.Counter, before: WindowTicket | None) -> tuple[r.Request, ...]:
    if _matters(before) == _matters(now.ticket):
        return ()
    return tuple(r.AskMatter(code=code) for code in _matters(now.ticket) if now.matter(code) is None)


def _matters(ticket: WindowTicket | None) -> tuple[str, ...]:
    found = [each.errand.matter for each in errands_in_hand(ticket)]
    return tuple(dict.fromkeys(code for code in found if code is not None))


def _errands(ticket: WindowTicket | None) -> tuple[int | None, tuple[object, ...]]:
    return None if ticket is None else ticket.ticket_id, errands_in_hand(ticket)
