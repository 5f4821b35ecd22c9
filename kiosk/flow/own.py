"""One's own number, pickup, the materials list and the rating: where they begin, and all their rows.

Nobody of taking.py is named in a module's head here: that module calls this one.
"""

from dataclasses import replace

from kiosk.flow.asking import ask
from kiosk.flow.effects import FindCases, FindTickets, ReadText
from kiosk.flow.events import CodeKnown, CodeScanned, TicketsFound
from kiosk.flow.facts import Facts
from kiosk.flow.steps import Rows, Step
from kiosk.flow.visit import OwnNumber, Page, Purpose, Visit
from queue_core.wire.messages import Ticket


def show(visit: Visit, ticket: Ticket, *, is_holder: bool, others: tuple[Ticket, ...] = ()) -> Step:
    """The number and all that may be done with it."""
    own = OwnNumber(ticket=ticket, is_holder=is_holder, others=others)
    return Step(replace(visit, page=Page.OWN, own=own, ticket=ticket, was_held=True, trouble=""))


def identified(visit: Visit, _: Facts) -> Step:
    """It is known who stands here, who did not come to take a number or to check in."""
    assert visit.holder is not None
    if visit.purpose is Purpose.COLLECT:
        return ask(visit, FindCases(visit_id=visit.visit_id, holder=visit.holder))
    return ask(visit, FindTickets(visit_id=visit.visit_id, holder=visit.holder))


def scanned(visit: Visit, event: CodeScanned, _: Facts) -> Step:
    """A code that is no e-card: a ticket, a case, or nothing of this hall's."""
    return ask(visit, ReadText(visit_id=visit.visit_id, text=event.text))


def tickets_found(visit: Visit, event: TicketsFound, _: Facts) -> Step:
    if not event.tickets:
        return Step(replace(visit, page=Page.NO_NUMBER))
    return show(visit, event.tickets[0], is_holder=True, others=event.tickets[1:])


def code_known(visit: Visit, event: CodeKnown, _: Facts) -> Step:
    if event.read.ticket is None:
        return Step(replace(visit, page=Page.NO_NUMBER))
    return show(visit, event.read.ticket, is_holder=event.read.is_holder)


ROWS: Rows = {Page.ASKING: {TicketsFound: tickets_found, CodeKnown: code_known}}
