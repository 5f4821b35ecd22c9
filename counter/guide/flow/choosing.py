"""Which business: by class and category, or by a matter that is searched for."""

from dataclasses import replace
from typing import assert_never

from counter.guide.flow import happenings as h
from counter.guide.flow import presses, taking
from counter.guide.flow.own import errand_in_turn
from counter.guide.flow.requests import AskPreview, AskProspect, Change, LookUp, Search
from counter.guide.flow.state import Aim, Guide, Help, Page, Turn, ask, errand_chosen, go, turn
from counter.guide.flow.steps import Rows, nothing
from queue_core.wire.choices import AddErrand, AskEstimate, Convert
from queue_core.wire.matters import FoundMatters
from queue_core.wire.messages import TakeNumber


def begin(state: Guide, press: presses.Begin, _: str) -> Turn:
    """From home, or from a page that says that there is nothing: whoever is known stays known."""
    helped = replace(state.help, aim=press.aim, ticket_class=None, category="", matter=None, found=None)
    match press.aim:
        case Aim.NEW | Aim.FURTHER | Aim.CONVERT | Aim.ADD:
            return turn(state, go(helped, Page.CLASS))
        case Aim.CHECK_IN | Aim.BOOK:
            return turn(state, go(helped, Page.WHO))
        case Aim.FIND | Aim.BACK | Aim.WHERE:
            return turn(state, go(helped, Page.FIND))
        case _:
            assert_never(press.aim)


def choose_class(state: Guide, press: presses.ClassChosen, _: str) -> Turn:
    helped = replace(state.help, ticket_class=press.ticket_class)
    if helped.matter is not None:
        return unit_chosen(state, helped)
    return turn(state, go(helped, Page.CATEGORY))


def choose_category(state: Guide, press: presses.CategoryChosen, _: str) -> Turn:
    return unit_chosen(state, replace(state.help, category=press.category))


def by_class(state: Guide, _: presses.Begin, __: str) -> Turn:
    return turn(state, go(replace(state.help, matter=None), Page.CLASS))


def search(state: Guide, _: presses.SearchWanted, __: str) -> Turn:
    """All matters are there before anything is typed."""
    return ask(state, go(replace(state.help, matter=None), Page.SEARCH), Search(query=""))


def type_query(state: Guide, typed: presses.Typed, _: str) -> Turn:
    return ask(state, replace(state.help, typed=typed.text), Search(query=typed.text))


def matters_found(state: Guide, answer: h.Answered) -> Turn:
    assert isinstance(answer.value, FoundMatters)
    return turn(state, replace(state.help, found=answer.value, asking=None))


def choose_matter(state: Guide, press: presses.MatterChosen, _: str) -> Turn:
    helped = state.help
    found = helped.found.matters if helped.found else ()
    line = next((one for one in found if one.code == press.code), None)
    if line is None:
        return nothing(state)
    helped = replace(helped, matter=line, category=line.category)
    if helped.aim is Aim.WHERE:
        return ask(state, replace(helped, ticket_class=line.classes[0]), LookUp(code=line.code))
    if helped.ticket_class in line.classes:
        return unit_chosen(state, helped)
    if len(line.classes) == 1:
        return unit_chosen(state, replace(helped, ticket_class=line.classes[0]))
    return turn(state, go(helped, Page.CLASS))


def unit_chosen(state: Guide, helped: Help) -> Turn:
    """On with what the business was chosen for."""
    errand = errand_chosen(helped)
    match helped.aim:
        case Aim.FURTHER:
            wanted = helped.wanted
            return taking.wish(state, helped, further=(*wanted.further, errand))
        case Aim.CONVERT:
            return foresee_conversion(state, helped)
        case Aim.ADD:
            return add_errand(state, helped)
        case Aim.WHERE:
            unit = TakeNumber(
                ticket_class=errand.ticket_class, category=errand.category, matter=errand.matter
            )
            return ask(state, helped, AskPreview(wanted=unit))
        case _:
            return taking.unit_chosen(state, helped)


def foresee_conversion(state: Guide, helped: Help) -> Turn:
    assert helped.ticket is not None
    errand, at = errand_chosen(helped), errand_in_turn(helped.ticket)
    conversion = Convert(
        ticket_class=errand.ticket_class, category=errand.category, matter=errand.matter, errand=at
    )
    asked = AskEstimate(ticket_class=errand.ticket_class, category=errand.category, errand=at)
    question = AskProspect(ticket_id=helped.ticket.ticket_id, wanted=asked)
    return ask(state, replace(helped, conversion=conversion), question)


def add_errand(state: Guide, helped: Help) -> Turn:
    """The key is that of the page the matter was chosen on, so that a repeated press adds nothing twice."""
    assert helped.ticket is not None
    change = AddErrand(errand=errand_chosen(helped))
    return ask(state, helped, Change(ticket_id=helped.ticket.ticket_id, change=change, key=helped.key))


ROWS: Rows = {
    Page.HOME: {presses.Begin: begin},
    Page.CLASS: {presses.ClassChosen: choose_class, presses.SearchWanted: search},
    Page.CATEGORY: {presses.CategoryChosen: choose_category, presses.SearchWanted: search},
    Page.SEARCH: {presses.Typed: type_query, presses.MatterChosen: choose_matter},
    Page.FIND: {presses.SearchWanted: search, presses.Begin: by_class},
    Page.APPOINTMENTS: {presses.Begin: begin},
    Page.TROUBLE: {presses.Begin: begin},
}
