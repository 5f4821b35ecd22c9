"""From one's own number, or a finished case, into taking a number or handing one over.

taking.py leads here as well, so that this module asks for it only when it is needed.
"""

from dataclasses import replace
from types import ModuleType

from kiosk.flow.events import CardLaid
from kiosk.flow.facts import Facts
from kiosk.flow.steps import Step, anew
from kiosk.flow.visit import Page, Visit, Way
from queue_core.wire.words import TicketClass


def _taking() -> ModuleType:
    from kiosk.flow import taking  # noqa: PLC0415 taking.py imports the modules that import this one

    return taking


def home(visit: Visit, facts: Facts) -> Step:
    """To take another number; who is known is not asked again."""
    begun = replace(anew(visit), holder=visit.holder)
    return Step(begun) if visit.holder is None else welcome(begun, facts)


def welcome(visit: Visit, facts: Facts) -> Step:
    """The holder is known and has no number: appointments of today, or the choice of a class."""
    step: Step = _taking().welcome(visit, facts)
    return step


def deliver(visit: Visit, way: Way) -> Step:
    """The number that stands on one more paper, or on a phone."""
    step: Step = _taking().deliver(visit, way)
    return step


def foresee(visit: Visit, facts: Facts) -> Step:
    """What a number for the case would be."""
    step: Step = _taking().foresee(visit, facts)
    return step


def read_card(visit: Visit, event: CardLaid, facts: Facts) -> Step:
    """A card is laid down beside what is shown."""
    step: Step = _taking().read_card(visit, event, facts)
    return step


def choose_category(visit: Visit, ticket_class: TicketClass) -> Step:
    return Step(replace(visit, page=Page.CATEGORY, ticket_class=ticket_class, trouble=""))
