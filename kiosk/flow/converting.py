"""Turning a number into one for other business: what it would mean is shown before it is asked for."""

from dataclasses import replace

from kiosk.flow.asking import ask
from kiosk.flow.changing import change, own_of
from kiosk.flow.effects import AskProspect
from kiosk.flow.events import ProspectSeen
from kiosk.flow.facts import Facts
from kiosk.flow.own_acts import errand_in_turn
from kiosk.flow.own_number import back_to_number
from kiosk.flow.presses import Back, Confirmed, UnitWanted
from kiosk.flow.steps import Rows, Step
from kiosk.flow.visit import Page, Visit
from queue_core.wire.choices import AskEstimate, Convert
from queue_core.wire.messages import Ticket


def is_current(ticket: Ticket, event: UnitWanted) -> bool:
    return (ticket.ticket_class, ticket.category) == (event.ticket_class, event.category)


def choose_unit(visit: Visit, event: UnitWanted, _: Facts) -> Step:
    own = own_of(visit)
    if is_current(own.ticket, event):
        return Step(visit)
    at = errand_in_turn(own.ticket)
    wanted = Convert(ticket_class=event.ticket_class, category=event.category, errand=at)
    asked = AskEstimate(ticket_class=event.ticket_class, category=event.category, errand=at)
    looking = replace(visit, own=replace(own, wanted=wanted, prospect=None))
    return ask(looking, AskProspect(visit_id=visit.visit_id, ticket_id=own.ticket.ticket_id, wanted=asked))


def prospect_seen(visit: Visit, event: ProspectSeen, _: Facts) -> Step:
    own = replace(own_of(visit), prospect=event.prospect)
    return Step(replace(visit, page=Page.CONVERT_CONFIRM, own=own, question=None))


def convert(visit: Visit, event: Confirmed, _: Facts) -> Step:
    wanted = own_of(visit).wanted
    return Step(visit) if wanted is None else change(visit, wanted, event.key)


def back_to_units(visit: Visit, _: Back, __: Facts) -> Step:
    own = replace(own_of(visit), wanted=None, prospect=None)
    return Step(replace(visit, page=Page.CONVERT, own=own, question=None))


ROWS: Rows = {
    Page.CONVERT: {UnitWanted: choose_unit, Back: back_to_number},
    Page.ASKING: {ProspectSeen: prospect_seen},
    Page.CONVERT_CONFIRM: {Confirmed: convert, Back: back_to_units},
}
