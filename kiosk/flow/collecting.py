"""Collecting finished documents: which of them there are, and the number they are collected with."""

from dataclasses import replace

from kiosk.flow import onward
from kiosk.flow.asking import ask
from kiosk.flow.effects import FindCases
from kiosk.flow.events import CasesFound, CodeKnown
from kiosk.flow.facts import Facts
from kiosk.flow.offer import needs_no_card
from kiosk.flow.own_acts import MOST_ERRANDS
from kiosk.flow.own_number import ask_for_card, names_wanted
from kiosk.flow.presses import Again, Back, CaseChosen, NumberWanted
from kiosk.flow.steps import Rows, Step
from kiosk.flow.visit import Page, Purpose, Visit
from queue_core.wire.cases import Case
from queue_core.wire.messages import Errand
from queue_core.wire.words import CaseState, PlaceKind, TicketClass

ELSEWHERE = {
    PlaceKind.DOOR: "case-in-door",
    PlaceKind.PARTNER: "case-at-partner",
    PlaceKind.POSTED: "case-posted",
}
NOT_TO_COLLECT = {
    CaseState.ACCEPTED: "case-not-ready",
    CaseState.HANDED_OVER: "case-handed-over",
    CaseState.EXPIRED: "case-overdue",
    CaseState.RETURNED: "case-returned",
}


def collect(visit: Visit, facts: Facts) -> Step:
    """By card, by the code of the receipt or message, or by the number of the case."""
    collecting = replace(
        visit, purpose=Purpose.COLLECT, ticket_class=TicketClass.PICKUP, category="", case=None, cases=()
    )
    if visit.holder is None or not visit.holder.name:
        return ask_for_card(collecting, facts)
    return find(collecting, facts)


def find(visit: Visit, facts: Facts) -> Step:
    """The cases of who is known; the one whose code was shown before stays the one."""
    assert visit.holder is not None
    if visit.case is not None:
        return choose(visit, visit.case, facts)
    return ask(visit, FindCases(visit_id=visit.visit_id, holder=visit.holder))


def found(visit: Visit, event: CasesFound, facts: Facts) -> Step:
    """A number is for what waits at a window. Where one of several waits elsewhere, all are listed."""
    finished = [each for each in event.cases if each.state is CaseState.READY]
    visit = replace(visit, cases=tuple(sorted(finished, key=lambda each: elsewhere(each) != "")))
    match visit.cases:
        case ():
            return no_case(visit, "no-case-of-person")
        case (only,):
            return handed_out(visit, only, facts)
        case several:
            return Step(
                replace(visit, page=Page.CASES, question=None),
                names_wanted(visit, (each.matter for each in several)),
            )


def known(visit: Visit, event: CodeKnown, facts: Facts) -> Step:
    """A code says which document it is; whose it is, the card says where the hall wants to know."""
    case = event.read.case
    match case.state if case else None:
        case CaseState.READY if case is not None:
            return handed_out(replace(visit, cases=(case,)), case, facts)
        case CaseState() as state if state in NOT_TO_COLLECT:
            return no_case(visit, NOT_TO_COLLECT[state])
        case _:
            return no_case(visit, "no-such-case" if visit.typed else "unknown-code")


def handed_out(visit: Visit, case: Case, facts: Facts) -> Step:
    """The only one: a number for it, or where it is instead."""
    place = elsewhere(case)
    return no_case(visit, place) if place else choose(visit, case, facts)


def at_windows(visit: Visit) -> tuple[Case, ...]:
    """Those a number is for."""
    return tuple(each for each in visit.cases if elsewhere(each) == "")


def elsewhere(case: Case) -> str:
    """Why no window hands it out, as the page names it; empty where one does."""
    if case.is_missing:
        return "case-missing"
    return "" if case.place is None else ELSEWHERE.get(case.place.kind, "")


def choose(visit: Visit, case: Case, facts: Facts) -> Step:
    chosen = replace(
        visit,
        purpose=Purpose.COLLECT,
        ticket_class=TicketClass.PICKUP,
        category=case.category,
        case=case,
        decision=None,
    )
    if chosen.holder is None and not needs_no_card(TicketClass.PICKUP, facts.hall):
        return ask_for_card(chosen, facts)
    return onward.foresee(chosen, facts)


def choose_case(visit: Visit, event: CaseChosen, facts: Facts) -> Step:
    case = next((each for each in at_windows(visit) if each.code == event.code), None)
    return Step(visit) if case is None else choose(visit, case, facts)


def further(visit: Visit, facts: Facts) -> tuple[Errand, ...]:
    """The other finished cases, with the same number: as many as one number is for."""
    if visit.case is None:
        return ()
    most = facts.hall.most_errands if facts.hall else MOST_ERRANDS
    others = [each for each in at_windows(visit) if each.code != visit.case.code]
    return tuple(
        Errand(ticket_class=TicketClass.PICKUP, category=each.category, matter=each.matter, case=each.code)
        for each in others[: most - 1]
    )


def no_case(visit: Visit, because: str) -> Step:
    return Step(replace(visit, page=Page.NO_CASE, case=None, trouble=because, question=None))


def without_case(visit: Visit, _: NumberWanted, __: Facts) -> Step:
    """A pickup number all the same; without a finished case behind it, it has no right of its own."""
    return onward.choose_category(replace(visit, cases=(), case=None, typed=""), TicketClass.PICKUP)


def other_means(visit: Visit, _: Again | Back, facts: Facts) -> Step:
    return ask_for_card(visit, facts)


ROWS: Rows = {
    Page.ASKING: {CasesFound: found},
    Page.CASES: {CaseChosen: choose_case, Back: other_means},
    Page.NO_CASE: {NumberWanted: without_case, Again: other_means},
}
