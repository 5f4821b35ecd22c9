"""What the holder asks for a number: the acts, each with its question before and its answer after."""

from dataclasses import replace

from kiosk.flow import onward
from kiosk.flow.asking import ask
from kiosk.flow.effects import Arrival, AskExplanation, Cancellation, Change, Deferral, Return, SearchMatters
from kiosk.flow.events import ExplanationSeen, TicketChanged
from kiosk.flow.facts import Facts
from kiosk.flow.own_acts import offered_acts
from kiosk.flow.own_number import back_to_number, matters_of, names_wanted, take_one
from kiosk.flow.presses import ActChosen, Back, Confirmed, Leave, NumberWanted, OwnAct, TimeOver, UnitWanted
from kiosk.flow.steps import Rows, Step, end
from kiosk.flow.visit import OwnNumber, Page, Visit, Way
from queue_core.wire.choices import AddErrand, Convert
from queue_core.wire.messages import Errand
from queue_core.wire.words import TicketClass

PAGES = {
    OwnAct.CONVERT: Page.CONVERT,
    OwnAct.DEFER: Page.ASK_DEFER,
    OwnAct.CANCEL: Page.ASK_CANCEL,
    OwnAct.RATE: Page.RATE,
}


def act(visit: Visit, event: ActChosen, facts: Facts) -> Step:  # noqa: PLR0911 one an act
    own = visit.own
    if own is None or event.act not in offered_acts(own, facts):
        return Step(visit)
    visit = replace(visit, trouble="")
    match event.act:
        case OwnAct.EXPLAIN:
            return ask(visit, AskExplanation(visit_id=visit.visit_id, ticket_id=own.ticket.ticket_id))
        case OwnAct.COME_BACK:
            return change(visit, Return(), event.key)
        case OwnAct.ARRIVE:
            return change(visit, Arrival(), event.key)
        case OwnAct.ADD_MATTER:
            return search(visit, own)
        case OwnAct.REPRINT:
            return onward.deliver(visit, Way.PAPER)
        case OwnAct.TO_PHONE:
            return onward.deliver(visit, Way.PHONE)
        case asked_first:
            return Step(replace(visit, page=PAGES[asked_first]))


def explained(visit: Visit, event: ExplanationSeen, _: Facts) -> Step:
    own = replace(own_of(visit), explanation=event.explanation)
    return Step(replace(visit, page=Page.EXPLANATION, own=own, question=None))


# One more matter


def search(visit: Visit, own: OwnNumber) -> Step:
    """The most used matters first, as when a number is taken."""
    asked = visit.asked + 1
    searching = replace(
        visit,
        page=Page.MATTERS,
        own=replace(own, is_adding=True),
        category="",
        typed="",
        found=None,
        matter=None,
        ticket_class=None,
        asked=asked,
    )
    return Step(searching, (SearchMatters(visit_id=visit.visit_id, asked=asked, query="", category=None),))


def class_of_added(visit: Visit) -> TicketClass | None:
    """What the further matter is declared as: as was chosen, else like the number, else as it can be."""
    classes = visit.matter.classes if visit.matter else ()
    likely = (visit.ticket_class, own_of(visit).ticket.ticket_class, *classes)
    return next((each for each in likely if each in classes), None)


def choose_class(visit: Visit, event: UnitWanted, _: Facts) -> Step:
    return Step(replace(visit, ticket_class=event.ticket_class))


def add_matter(visit: Visit, event: Confirmed, _: Facts) -> Step:
    ticket_class = class_of_added(visit)
    if visit.matter is None or ticket_class is None:
        return Step(visit)
    errand = Errand(ticket_class=ticket_class, category=visit.matter.category, matter=visit.matter.code)
    return change(visit, AddErrand(errand=errand), event.key)


def back_to_search(visit: Visit, _: Back, __: Facts) -> Step:
    return search(visit, own_of(visit))


# Asked before


def defer(visit: Visit, event: Confirmed, _: Facts) -> Step:
    return change(visit, Deferral(), event.key)


def cancel(visit: Visit, event: Confirmed, _: Facts) -> Step:
    """Asked twice: the place that is given up does not come back."""
    own = own_of(visit)
    if not own.is_sure:
        return Step(replace(visit, own=replace(own, is_sure=True)))
    return change(visit, Cancellation(), event.key)


# The change and its answer


Wanted = Deferral | Cancellation | Return | Arrival | Convert | AddErrand


def change(visit: Visit, wanted: Wanted, key: str) -> Step:
    ticket_id = own_of(visit).ticket.ticket_id
    return ask(visit, Change(visit_id=visit.visit_id, ticket_id=ticket_id, change=wanted, key=key))


def changed(visit: Visit, event: TicketChanged, _: Facts) -> Step:
    """`question` still says what was asked."""
    own = own_of(visit)
    now = OwnNumber(ticket=event.ticket, is_holder=own.is_holder, others=own.others, wanted=own.wanted)
    told = replace(visit, page=Page.CHANGED, own=now, ticket=event.ticket)
    return Step(told, names_wanted(told, matters_of(event.ticket)))


def own_of(visit: Visit) -> OwnNumber:
    assert visit.own is not None, f"no number on page {visit.page}"
    return visit.own


ROWS: Rows = {
    Page.OWN: {ActChosen: act},
    Page.ASKING: {ExplanationSeen: explained},
    Page.EXPLANATION: {Back: back_to_number},
    Page.ASK_DEFER: {Confirmed: defer, Back: back_to_number},
    Page.ASK_CANCEL: {Confirmed: cancel, Back: back_to_number},
    Page.ASK_ADD: {UnitWanted: choose_class, Confirmed: add_matter, Back: back_to_search},
    Page.CHANGED: {Back: back_to_number, NumberWanted: take_one, Leave: end, TimeOver: end},
}
