"""Rating the visit at the kiosk, for those who pass by afterwards: once a service, until the day ends."""

from dataclasses import replace

from kiosk.flow import own_number
from kiosk.flow.asking import ask
from kiosk.flow.effects import RateVisit
from kiosk.flow.events import CodeKnown, TicketChanged, TicketsFound
from kiosk.flow.facts import Facts
from kiosk.flow.own_number import back_to_number, no_number
from kiosk.flow.presses import Back, Leave, LevelChosen, TimeOver
from kiosk.flow.steps import Rows, Step, anew, end
from kiosk.flow.visit import OwnNumber, Page, Purpose, Visit
from queue_core.wire.messages import Ticket

LEVELS = range(1, 6)


def found(visit: Visit, event: TicketsFound) -> Step:
    """The last service that may still be rated."""
    ticket = next((each for each in event.tickets if each.may_rate), None)
    if ticket is not None:
        return rate(visit, ticket)
    was_served = any(each.served_at is not None for each in event.tickets)
    return no_number(visit, "already-rated" if was_served else "not-served-yet")


def known(visit: Visit, event: CodeKnown) -> Step:
    """A number that was typed is nobody's proof: everybody can read it on the wall."""
    ticket = event.read.ticket
    if ticket is None:
        return no_number(visit, "unknown-number" if visit.typed else "unknown-code")
    if not event.read.is_holder:
        return no_number(visit, "not-proved")
    return found(visit, TicketsFound(visit_id=visit.visit_id, tickets=(ticket,)))


def rate(visit: Visit, ticket: Ticket) -> Step:
    shown = own_number.show(visit, ticket, is_holder=True)
    return replace(shown, visit=replace(shown.visit, page=Page.RATE))


def choose_level(visit: Visit, event: LevelChosen, _: Facts) -> Step:
    if visit.own is None or event.level not in LEVELS:
        return Step(visit)
    wish = RateVisit(
        visit_id=visit.visit_id, ticket_id=visit.own.ticket.ticket_id, level=event.level, key=event.key
    )
    return ask(replace(visit, level=event.level), wish)


def rated(visit: Visit, event: TicketChanged) -> Step:
    assert visit.own is not None
    own = OwnNumber(ticket=event.ticket, is_holder=True, others=visit.own.others)
    return Step(replace(visit, page=Page.RATED, own=own, ticket=event.ticket, question=None))


def back(visit: Visit, event: Back, facts: Facts) -> Step:
    """To the number where the rating began there; home from where it is all that was wanted."""
    if visit.purpose is not Purpose.RATE:
        return back_to_number(visit, event, facts)
    return Step(replace(anew(visit), holder=visit.holder))


ROWS: Rows = {
    Page.RATE: {LevelChosen: choose_level, Back: back},
    Page.RATED: {Leave: end, TimeOver: end},
}
