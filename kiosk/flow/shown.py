"""Which page is shown: the visit's own, unless the facts put another in its place.

Nobody who already holds a number, or is about to, is sent away because the link is down.
"""

from kiosk.flow.facts import Facts
from kiosk.flow.offer import offer
from kiosk.flow.visit import Page, Purpose, Visit
from queue_core.wire.views import HallView

BEFORE_A_PERSON = frozenset({Page.HOME, Page.CATEGORY, Page.MATTERS, Page.MATTER, Page.CARD, Page.TYPING})
NEEDS_A_PERSON = frozenset({Purpose.TAKE, Purpose.CHECK_IN})


def shown_page(visit: Visit, facts: Facts) -> Page:
    return Page.STAFF if visit.staff is not None else shown_to_citizen(visit, facts)


def shown_to_citizen(visit: Visit, facts: Facts) -> Page:
    if visit.page in BEFORE_A_PERSON:
        if facts.link_trouble:
            return Page.AWAY
        if facts.hall is None:
            return Page.STARTING
        if is_closed(facts.hall):
            return Page.CLOSED
    if visit.page is Page.CARD and visit.purpose in NEEDS_A_PERSON and not can_tell_who(facts):
        return Page.NO_READER
    return visit.page


def can_tell_who(facts: Facts) -> bool:
    return offer(facts.readers, facts.printer, facts.scanner, facts.means).can_tell_who


def is_closed(hall: HallView) -> bool:
    """It says so, has no business day, or nothing that can be chosen."""
    return hall.is_closed or not (hall.day and hall.categories)
