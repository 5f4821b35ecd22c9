"""A number that stands, pickup, the materials list and the rating: where they begin, and all their rows."""

from dataclasses import replace

from kiosk.flow import changing, collecting, converting, guiding, own_number, rating
from kiosk.flow.asking import ask
from kiosk.flow.collecting import collect
from kiosk.flow.effects import RateVisit, ReadText
from kiosk.flow.events import CodeKnown, CodeScanned, MattersNamed, TicketChanged, TicketsFound
from kiosk.flow.facts import Facts
from kiosk.flow.own_number import show, type_number
from kiosk.flow.steps import Rows, Step, joined
from kiosk.flow.visit import Page, Purpose, Visit

__all__ = ["ROWS", "collect", "identified", "scanned", "show", "type_number"]


def identified(visit: Visit, facts: Facts) -> Step:
    """It is known who stands here, who did not come to take a number or to check in.

    Anybody may type the number of somebody else: what stands is shown to a card alone. A case whose code was
    shown may be collected by who typed, as any number may be taken so.
    """
    has_shown_code = visit.purpose is Purpose.COLLECT and visit.case is not None
    if not has_shown_code and (visit.holder is None or not visit.holder.name):
        return own_number.ask_for_card(visit, facts)
    if visit.purpose is Purpose.COLLECT:
        return collecting.find(visit, facts)
    return own_number.find(visit)


def scanned(visit: Visit, event: CodeScanned, _: Facts) -> Step:
    """A code that is no e-card: a ticket, a case, or nothing of this hall's."""
    return ask(replace(visit, typed=""), ReadText(visit_id=visit.visit_id, text=event.text))


def tickets_found(visit: Visit, event: TicketsFound, facts: Facts) -> Step:
    if visit.purpose is Purpose.RATE:
        return rating.found(visit, event)
    return own_number.found(visit, event, facts)


def code_known(visit: Visit, event: CodeKnown, facts: Facts) -> Step:
    """A number looked at again; otherwise what is wanted here says what is looked for first."""
    if visit.trouble and visit.own is not None:
        return own_number.seen_again(visit, event)
    if visit.purpose is Purpose.RATE:
        return rating.known(visit, event)
    if visit.purpose is Purpose.COLLECT or (event.read.case is not None and event.read.ticket is None):
        return collecting.known(visit, event, facts)
    return own_number.known(visit, event)


def changed(visit: Visit, event: TicketChanged, facts: Facts) -> Step:
    if isinstance(visit.question, RateVisit):
        return rating.rated(visit, event)
    return changing.changed(visit, event, facts)


# On these the name of a matter may come late.
NAMED_ON = (
    Page.ASKING,
    Page.ASK_TROUBLE,
    Page.OWN,
    Page.EXPLANATION,
    Page.CONVERT,
    Page.CONVERT_CONFIRM,
    Page.ASK_DEFER,
    Page.ASK_CANCEL,
    Page.CHANGED,
    Page.CASES,
    Page.RATE,
    Page.RATED,
)

ROWS: Rows = joined(
    {page: {CodeScanned: scanned} for page in (Page.OWN, Page.OWN_TYPING, Page.NO_NUMBER, Page.NO_CASE)},
    {Page.ASKING: {TicketsFound: tickets_found, CodeKnown: code_known, TicketChanged: changed}},
    {page: {MattersNamed: own_number.learn_names} for page in NAMED_ON},
    own_number.ROWS,
    changing.ROWS,
    converting.ROWS,
    collecting.ROWS,
    rating.ROWS,
    guiding.ROWS,
)
