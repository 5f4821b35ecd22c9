"""What for: the class, the category, and the matter if the citizen knows what it is called.

A matter is never needed: who does not find it takes just a number.
"""

from dataclasses import replace

from kiosk.flow import identity, own
from kiosk.flow.asking import ask
from kiosk.flow.effects import LookUpMatter, SearchMatters
from kiosk.flow.events import AskFailed, MatterSeen, MattersFound
from kiosk.flow.facts import Facts
from kiosk.flow.hosting import to_cabinet
from kiosk.flow.presses import (
    Again,
    Back,
    CategoryChosen,
    ClassChosen,
    DetailsWanted,
    Entered,
    MatterChosen,
    NoMatter,
    NumberWanted,
    PurposeChosen,
    TimeOver,
    Typed,
)
from kiosk.flow.steps import Rows, Step, anew, end
from kiosk.flow.visit import Page, Purpose, Visit
from queue_core.wire.matters import Matter
from queue_core.wire.words import TicketClass

LONGEST_QUERY = 40

# Home


def choose_class(visit: Visit, event: ClassChosen, facts: Facts) -> Step:
    """Pickup begins with who it is: the case says the category."""
    chosen = replace(visit, ticket_class=event.ticket_class, trouble="")
    if event.ticket_class is TicketClass.PICKUP:
        return own.collect(chosen, facts)
    return Step(replace(chosen, page=Page.CATEGORY, purpose=Purpose.TAKE))


def choose_purpose(visit: Visit, event: PurposeChosen, facts: Facts) -> Step:
    if event.purpose is Purpose.CABINET:
        return to_cabinet(visit, facts)
    chosen = replace(visit, purpose=event.purpose, ticket_class=None, trouble="")
    if event.purpose is Purpose.GUIDE:
        return show_matters(replace(chosen, category=""))
    return identity.ask_who(chosen, facts)


# Category


def choose_category(visit: Visit, event: CategoryChosen, facts: Facts) -> Step:
    chosen = replace(visit, purpose=Purpose.TAKE, category=event.category, found=None, matter=None)
    if visit.ticket_class is TicketClass.PICKUP or not facts.means.matters:
        return identity.ask_who(chosen, facts)
    return show_matters(chosen)


def back_to_home(visit: Visit, _: Back, __: Facts) -> Step:
    """Who is known already lays no second card."""
    return Step(replace(anew(visit), holder=visit.holder))


# Matters


def show_matters(visit: Visit) -> Step:
    """The most used ones; `found` is None until the hall has answered."""
    return search(replace(visit, page=Page.MATTERS, found=None, matter=None, typed="", trouble=""))


def search(visit: Visit) -> Step:
    asked = visit.asked + 1
    wanted = SearchMatters(
        visit_id=visit.visit_id, asked=asked, query=visit.typed, category=visit.category or None
    )
    return Step(replace(visit, asked=asked, trouble=""), (wanted,))


def type_name(visit: Visit, event: Typed, _: Facts) -> Step:
    return search(replace(visit, typed=event.text[:LONGEST_QUERY]))


def matters_found(visit: Visit, event: MattersFound, facts: Facts) -> Step:
    """An answer to letters that were changed since is not shown. A category without matters asks for none."""
    if event.asked != visit.asked:
        return Step(visit)
    found = replace(visit, found=event.found, trouble="")
    if event.found.total == 0 and not visit.typed and is_for_a_number(visit):
        return identity.ask_who(found, facts)
    return Step(found)


def search_failed(visit: Visit, event: AskFailed, facts: Facts) -> Step:
    """A number needs no matter; who looks for one is told that it cannot be looked up now.

    What became of letters that were changed since, or of another question, is nothing to this list.
    """
    if event.asked != visit.asked:
        return Step(visit)
    if is_for_a_number(visit) and visit.found is None:
        return identity.ask_who(visit, facts)
    return Step(replace(visit, trouble=event.code))


def search_again(visit: Visit, _: Again | Entered, __: Facts) -> Step:
    return search(visit)


def choose_matter(visit: Visit, event: MatterChosen, _: Facts) -> Step:
    return ask(visit, LookUpMatter(visit_id=visit.visit_id, code=event.code))


def go_without_matter(visit: Visit, _: NoMatter, facts: Facts) -> Step:
    if not is_for_a_number(visit):
        return Step(visit)
    return identity.ask_who(replace(visit, matter=None), facts)


def back_from_matters(visit: Visit, _: Back, __: Facts) -> Step:
    if visit.own is not None and visit.own.is_adding:
        return own.show(visit, visit.own.ticket, is_holder=visit.own.is_holder, others=visit.own.others)
    if visit.purpose is not Purpose.TAKE:
        return Step(replace(anew(visit), holder=visit.holder))
    return Step(replace(visit, page=Page.CATEGORY, category="", found=None, typed="", trouble=""))


def is_for_a_number(visit: Visit) -> bool:
    return visit.purpose is Purpose.TAKE and not (visit.own is not None and visit.own.is_adding)


# Matter


def matter_seen(visit: Visit, event: MatterSeen, facts: Facts) -> Step:
    """What needs no queue is told before anything is taken; what to bring, to whom asks for guidance."""
    seen = replace(visit, matter=event.matter, trouble="", page=Page.MATTER, question=None, link="")
    if visit.own is not None and visit.own.is_adding:
        return Step(replace(seen, page=Page.ASK_ADD))
    if not is_for_a_number(visit) or needs_no_queue(event.matter):
        return Step(seen)
    return identity.ask_who(seen, facts)


def needs_no_queue(matter: Matter) -> bool:
    return bool(matter.terminals or matter.web)


def take_a_number(visit: Visit, _: NumberWanted, facts: Facts) -> Step:
    """Who came for guidance only goes on to be served."""
    matter = visit.matter
    if matter is None or not matter.classes:
        return Step(visit)
    wanted = visit.ticket_class or usual_class(matter)
    going_on = replace(visit, link="", purpose=Purpose.TAKE, ticket_class=wanted, category=matter.category)
    return identity.ask_who(going_on, facts)


def usual_class(matter: Matter) -> TicketClass:
    return TicketClass.ACCEPT if TicketClass.ACCEPT in matter.classes else matter.classes[0]


def show_details(visit: Visit, _: DetailsWanted, __: Facts) -> Step:
    return Step(visit if visit.matter is None else replace(visit, page=Page.MATTER, trouble=""))


def back_to_matters(visit: Visit, _: Back, __: Facts) -> Step:
    """The list as it was left, or home for who came by another road."""
    if visit.found is None:
        return Step(replace(anew(visit), holder=visit.holder))
    return Step(replace(visit, page=Page.MATTERS, matter=None, trouble="", link=""))


ROWS: Rows = {
    Page.HOME: {ClassChosen: choose_class, PurposeChosen: choose_purpose, TimeOver: end},
    Page.CATEGORY: {CategoryChosen: choose_category, Back: back_to_home},
    Page.MATTERS: {
        Typed: type_name,
        Entered: search_again,
        Again: search_again,
        MattersFound: matters_found,
        AskFailed: search_failed,
        MatterChosen: choose_matter,
        NoMatter: go_without_matter,
        Back: back_from_matters,
    },
    Page.ASKING: {MatterSeen: matter_seen},
    Page.MATTER: {NumberWanted: take_a_number, Back: back_to_matters},
    Page.CARD: {DetailsWanted: show_details},
}
