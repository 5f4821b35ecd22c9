"""Which page is shown: the visit's own, unless the facts put another in its place.

Nobody who already holds a number, or is about to, is sent away because the link is down.
"""

from kiosk.flow.facts import Facts
from kiosk.flow.offer import offer
from kiosk.flow.visit import Page, Visit

CHOOSING = frozenset({Page.HOME, Page.CATEGORY})
BEFORE_CARD = frozenset({Page.HOME, Page.CATEGORY, Page.CARD})


def shown_page(visit: Visit, facts: Facts) -> Page:
    if visit.page in CHOOSING and facts.hall is None:
        return Page.AWAY if facts.link_trouble else Page.STARTING
    if visit.page in CHOOSING and facts.link_trouble:
        return Page.AWAY
    if visit.page in BEFORE_CARD and facts.hall is not None and is_closed(facts):
        return Page.CLOSED
    if visit.page is Page.CARD and not offer(facts.readers, facts.printer).cards:
        return Page.NO_READER
    return visit.page


def is_closed(facts: Facts) -> bool:
    """The hall says so, has no business day, or nothing that can be chosen."""
    hall = facts.hall
    return hall is not None and (hall.is_closed or not (hall.day and hall.categories))
