"""One's own number: found by card, code or its print, and shown."""

from collections.abc import Iterable
from dataclasses import replace

from kiosk.flow import onward
from kiosk.flow.asking import ask
from kiosk.flow.effects import Effect, FindTickets, LookForCards, NameMatters, ReadText
from kiosk.flow.events import CardLaid, CodeKnown, MattersNamed, TicketsFound
from kiosk.flow.facts import Facts
from kiosk.flow.own_acts import OPEN
from kiosk.flow.presses import Again, Back, Entered, NumberChosen, NumberWanted, Typed
from kiosk.flow.steps import Rows, Step
from kiosk.flow.visit import OwnNumber, Page, Purpose, Visit
from queue_core.wire.messages import Ticket

# Refusals that tell of a number in another state than the one that was shown.
CHANGED_MEANWHILE = frozenset({"wrong-state", "ticket-ended", "no-such-errand", "holder-elsewhere"})


def show(visit: Visit, ticket: Ticket, *, is_holder: bool, others: tuple[Ticket, ...] = ()) -> Step:
    """The number and all that may be done with it; it stands whatever becomes of this visit."""
    own = OwnNumber(ticket=ticket, is_holder=is_holder, others=others)
    shown = replace(visit, page=Page.OWN, own=own, ticket=ticket, was_held=True, question=None)
    return Step(shown, names_wanted(shown, matters_of(ticket)))


def names_wanted(visit: Visit, matters: Iterable[str | None]) -> tuple[Effect, ...]:
    """A question for the names of matters that are not known yet. Nobody waits for its answer."""
    unknown = {code for code in matters if code is not None} - {each.code for each in visit.known_matters}
    if not unknown:
        return ()
    return (NameMatters(visit_id=visit.visit_id, codes=tuple(sorted(unknown))),)


def matters_of(ticket: Ticket) -> tuple[str | None, ...]:
    return tuple(each.matter for each in ticket.errands)


def learn_names(visit: Visit, event: MattersNamed, _: Facts) -> Step:
    return Step(replace(visit, known_matters=(*visit.known_matters, *event.matters)))


# Finding


def find(visit: Visit) -> Step:
    assert visit.holder is not None
    return ask(visit, FindTickets(visit_id=visit.visit_id, holder=visit.holder))


def found(visit: Visit, event: TicketsFound, facts: Facts) -> Step:
    """An open number first. Without one, who only laid a card down is welcomed to take one."""
    is_open = any(each.state in OPEN for each in event.tickets)
    if is_open or (event.tickets and visit.purpose is Purpose.OWN):
        return show(visit, event.tickets[0], is_holder=True, others=event.tickets[1:])
    if visit.purpose is Purpose.OWN:
        return no_number(visit, "none-today")
    return onward.welcome(visit, facts)


def no_number(visit: Visit, because: str) -> Step:
    return Step(replace(visit, page=Page.NO_NUMBER, trouble=because, question=None))


def known(visit: Visit, event: CodeKnown) -> Step:
    """A link proves its bearer; the print of a number proves nobody."""
    if event.read.ticket is None:
        return no_number(visit, "unknown-number" if visit.typed else "unknown-code")
    return show(replace(visit, purpose=Purpose.OWN), event.read.ticket, is_holder=event.read.is_holder)


def look_again(visit: Visit, because: str) -> Step:
    """The number was called, or ended, while something was asked for it: it is shown as it is now."""
    assert visit.own is not None
    again = ask(visit, ReadText(visit_id=visit.visit_id, text=visit.own.ticket.status_url))
    return replace(again, visit=replace(again.visit, trouble=because))


def seen_again(visit: Visit, event: CodeKnown) -> Step:
    assert visit.own is not None
    if event.read.ticket is None:
        return no_number(visit, "none-today")
    return show(visit, event.read.ticket, is_holder=True, others=visit.own.others)


def ask_for_card(visit: Visit, facts: Facts) -> Step:
    asking = replace(visit, page=Page.CARD, holder=None, typed="", trouble="", question=None)
    return Step(asking, (LookForCards(except_on=facts.left_cards),))


def card_again(visit: Visit, _: Again | Back, facts: Facts) -> Step:
    return ask_for_card(visit, facts)


def take_one(visit: Visit, _: NumberWanted, facts: Facts) -> Step:
    return onward.home(visit, facts)


# Typing a number


def type_number(visit: Visit) -> Step:
    return Step(replace(visit, page=Page.OWN_TYPING, typed="", trouble=""))


def typed(visit: Visit, event: Typed, _: Facts) -> Step:
    return Step(replace(visit, typed=event.text))


def entered(visit: Visit, _: Entered, __: Facts) -> Step:
    if not visit.typed.strip():
        return Step(visit)
    return ask(visit, ReadText(visit_id=visit.visit_id, text=visit.typed))


# Several numbers


def choose_number(visit: Visit, event: NumberChosen, _: Facts) -> Step:
    """The one that was shown takes the place of the chosen one among the others."""
    own = visit.own
    chosen = next((each for each in own.others if each.ticket_id == event.ticket_id), None) if own else None
    if own is None or chosen is None:
        return Step(visit)
    others = tuple(own.ticket if each is chosen else each for each in own.others)
    return show(replace(visit, trouble=""), chosen, is_holder=own.is_holder, others=others)


def prove(visit: Visit, event: CardLaid, facts: Facts) -> Step:
    """A card makes a holder of who only looked; with a number in hand it changes nothing."""
    if visit.own is not None and visit.own.is_holder:
        return Step(visit)
    return onward.read_card(visit, event, facts)


def back_to_number(visit: Visit, _: Back, __: Facts) -> Step:
    """The number as it was last seen, and nothing begun with it."""
    assert visit.own is not None
    own = OwnNumber(ticket=visit.own.ticket, is_holder=visit.own.is_holder, others=visit.own.others)
    return Step(replace(visit, page=Page.OWN, own=own, trouble="", question=None))


ROWS: Rows = {
    Page.OWN: {NumberChosen: choose_number, NumberWanted: take_one, CardLaid: prove},
    Page.OWN_TYPING: {Typed: typed, Entered: entered, CardLaid: prove, Back: card_again},
    Page.NO_NUMBER: {NumberWanted: take_one, CardLaid: prove, Again: card_again},
}
