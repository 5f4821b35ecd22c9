"""How a visit goes on: for each page the events that mean something on it.

An event that a page's row does not name changes nothing: a second tap on a button that has done its work, or
a card laid down while the number is printed.
"""

from dataclasses import replace

from kiosk.flow import booking, hosting, leaving, own, refused, resuming, staff, taking
from kiosk.flow.effects import Withdraw
from kiosk.flow.events import Event, NumberTaken
from kiosk.flow.facts import Facts
from kiosk.flow.steps import Rows, Step, joined
from kiosk.flow.visit import Visit

TABLE: Rows = joined(taking.ROWS, booking.ROWS, own.ROWS, hosting.ROWS, refused.ROWS, resuming.ROWS)


def step(visit: Visit, event: Event, facts: Facts) -> Step:
    """The visit after the event, and what is to be done about it."""
    if getattr(event, "visit_id", visit.visit_id) != visit.visit_id:
        return too_late(visit, event)
    if visit.staff is not None and type(event) in staff.BEFORE:
        return staff.BEFORE[type(event)](visit, event, facts)
    handler = TABLE.get(visit.page, {}).get(type(event)) or leaving.ANYWHERE.get(type(event))
    return answered(visit, handler(visit, event, facts)) if handler else Step(visit)


def answered(visit: Visit, taken: Step) -> Step:
    """Whoever lays a card down, or shows a phone, is there: 还在吗 does not stand over the next page."""
    if taken.visit.page is visit.page or not taken.visit.is_asked:
        return taken
    return Step(replace(taken.visit, is_asked=False), taken.effects)


def too_late(visit: Visit, event: Event) -> Step:
    """An answer to a visit that is over. A number that came too late has no holder."""
    if isinstance(event, NumberTaken):
        return Step(visit, (Withdraw(ticket_id=event.ticket.ticket_id),))
    return Step(visit)
