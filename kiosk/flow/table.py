"""How a visit goes on: for each page the events that mean something on it.

An event that a page's row does not name changes nothing: a second tap on a button that has done its work, or
a card laid down while the number is printed.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from kiosk.flow.effects import (
    AwaitPhone,
    ConfirmPrinted,
    Effect,
    LookForCards,
    Print,
    ReadCard,
    Take,
    Withdraw,
)
from kiosk.flow.events import (
    Again,
    AlreadyHeld,
    Back,
    CardFailed,
    CardLaid,
    CardRead,
    CategoryChosen,
    ClassChosen,
    Event,
    LanguageChosen,
    Leave,
    NumberGone,
    NumberTaken,
    PaperInHand,
    PhoneHolds,
    Printed,
    PrintFailed,
    StillHere,
    TakeFailed,
    TimeOver,
    WayChosen,
    WithoutCard,
)
from kiosk.flow.facts import Facts
from kiosk.flow.offer import needs_no_card
from kiosk.flow.visit import Decision, Page, Visit, Way
from queue_core.wire.messages import TakeNumber, Ticket
from queue_core.wire.words import DeliveryState


@dataclass(frozen=True, slots=True)
class Step:
    visit: Visit
    effects: tuple[Effect, ...] = ()


Handler = Callable[[Visit, Any, Facts], Step]


def step(visit: Visit, event: Event, facts: Facts) -> Step:
    """The visit after the event, and what is to be done about it."""
    if getattr(event, "visit_id", visit.visit_id) != visit.visit_id:
        return too_late(visit, event)
    handler = TABLE[visit.page].get(type(event)) or ANYWHERE.get(type(event))
    return handler(visit, event, facts) if handler else Step(visit)


def too_late(visit: Visit, event: Event) -> Step:
    """An answer to a visit that is over. A number that came too late has no holder."""
    if isinstance(event, NumberTaken):
        return Step(visit, (Withdraw(ticket_id=event.ticket.ticket_id),))
    return Step(visit)


# Choosing


def choose_class(visit: Visit, event: ClassChosen, _: Facts) -> Step:
    return Step(replace(visit, page=Page.CATEGORY, ticket_class=event.ticket_class))


def choose_category(visit: Visit, event: CategoryChosen, facts: Facts) -> Step:
    return ask_for_card(replace(visit, category=event.category), facts)


def ask_for_card(visit: Visit, facts: Facts) -> Step:
    asking = replace(visit, page=Page.CARD, holder=None, decision=None, trouble="")
    return Step(asking, (LookForCards(except_on=facts.left_cards),))


def back_to_home(visit: Visit, _: Back, __: Facts) -> Step:
    return Step(fresh(visit, language=visit.language))


def back_to_category(visit: Visit, _: Back, __: Facts) -> Step:
    return Step(replace(visit, page=Page.CATEGORY, category="", holder=None, decision=None, trouble=""))


# Card


def read_card(visit: Visit, event: CardLaid, facts: Facts) -> Step:
    if event.reader in facts.left_cards:
        return Step(visit)
    reading = ReadCard(visit_id=visit.visit_id, reader=event.reader)
    return Step(replace(visit, page=Page.READING, trouble=""), (reading,))


def card_was_read(visit: Visit, event: CardRead, _: Facts) -> Step:
    return Step(replace(visit, page=Page.CONFIRM, holder=event.holder))


def card_failed(visit: Visit, event: CardFailed, _: Facts) -> Step:
    return Step(replace(visit, page=Page.CARD_TROUBLE, trouble=event.code))


def go_without_card(visit: Visit, _: WithoutCard, facts: Facts) -> Step:
    if not needs_no_card(visit.ticket_class, facts.hall):
        return Step(visit)
    return Step(replace(visit, page=Page.CONFIRM, holder=None, trouble=""))


def card_again(visit: Visit, _: Again, facts: Facts) -> Step:
    return ask_for_card(visit, facts)


# Number


def take(visit: Visit, event: WayChosen, _: Facts) -> Step:
    decision = visit.decision or decide(visit, event.key)
    taking = replace(visit, page=Page.TAKING, way=event.way, decision=decision, trouble="")
    return Step(taking, (Take(visit_id=visit.visit_id, decision=decision),))


def decide(visit: Visit, key: str) -> Decision:
    assert visit.ticket_class is not None
    request = TakeNumber(
        ticket_class=visit.ticket_class,
        category=visit.category,
        holder=visit.holder,
        language=visit.language,
    )
    return Decision(key=key, request=request)


def take_again(visit: Visit, _: Again, __: Facts) -> Step:
    if visit.decision is None:
        return Step(replace(visit, page=Page.CONFIRM, trouble=""))
    taking = replace(visit, page=Page.TAKING, trouble="")
    return Step(taking, (Take(visit_id=visit.visit_id, decision=visit.decision),))


def take_failed(visit: Visit, event: TakeFailed, _: Facts) -> Step:
    return Step(replace(visit, page=Page.TAKE_TROUBLE, trouble=event.code))


def number_taken(visit: Visit, event: NumberTaken, _: Facts) -> Step:
    return deliver(replace(visit, ticket=event.ticket), visit.way or Way.PHONE)


def already_held(visit: Visit, event: AlreadyHeld, _: Facts) -> Step:
    return Step(replace(visit, page=Page.HELD, ticket=event.ticket, was_held=True))


# Delivery


def deliver(visit: Visit, way: Way) -> Step:
    ticket = ticket_of(visit)
    if way is Way.PAPER:
        printing = Print(visit_id=visit.visit_id, ticket=ticket)
        return Step(replace(visit, page=Page.PRINTING, way=way, trouble=""), (printing,))
    shown = replace(visit, page=Page.QR, way=way, trouble="")
    if ticket.delivery is DeliveryState.PAPERLESS:
        return Step(shown)  # held by a phone before: shown again for as long as the citizen likes
    return Step(shown, (AwaitPhone(visit_id=visit.visit_id, ticket_id=ticket.ticket_id),))


def deliver_otherwise(visit: Visit, event: WayChosen, _: Facts) -> Step:
    return deliver(visit, event.way)


def printed(visit: Visit, _: Printed, __: Facts) -> Step:
    return Step(replace(visit, page=Page.DONE, has_left_printer=False))


def print_failed(visit: Visit, event: PrintFailed, _: Facts) -> Step:
    """The number stands; its QR is on the page at once, and a phone may hold it from there."""
    troubled = replace(
        visit, page=Page.PAPER_TROUBLE, trouble=event.code, has_left_printer=event.has_left_printer
    )
    waiting = AwaitPhone(visit_id=visit.visit_id, ticket_id=ticket_of(visit).ticket_id)
    return Step(troubled, (waiting,))


def phone_holds(visit: Visit, _: PhoneHolds, __: Facts) -> Step:
    return Step(replace(visit, page=Page.DONE, way=Way.PHONE))


def paper_in_hand(visit: Visit, _: PaperInHand, __: Facts) -> Step:
    done = replace(visit, page=Page.DONE, way=Way.PAPER)
    return Step(done, (ConfirmPrinted(ticket_id=ticket_of(visit).ticket_id),))


def number_gone(visit: Visit, _: NumberGone, __: Facts) -> Step:
    return Step(replace(visit, page=Page.TAKE_TROUBLE, ticket=None, decision=None, trouble="number-gone"))


def ticket_of(visit: Visit) -> Ticket:
    assert visit.ticket is not None, f"no ticket on page {visit.page}"
    return visit.ticket


# Leaving


def leave(visit: Visit, _: Leave, __: Facts) -> Step:
    return Step(fresh(visit), withdrawal(visit))


def leave_delivered(visit: Visit, _: Leave | TimeOver, __: Facts) -> Step:
    return Step(fresh(visit))


def forget_language(visit: Visit, _: TimeOver, __: Facts) -> Step:
    return Step(fresh(visit))


def time_over(visit: Visit, _: TimeOver, __: Facts) -> Step:
    """Asks first; at the second time clears. A paper that may be in somebody's hand keeps its number."""
    if not visit.is_asked:
        return Step(replace(visit, is_asked=True))
    is_kept = visit.has_left_printer and visit.trouble in OUTCOME_UNKNOWN
    return Step(fresh(visit), () if is_kept else withdrawal(visit))


def withdrawal(visit: Visit) -> tuple[Effect, ...]:
    if visit.ticket is None or visit.was_held:
        return ()
    return (Withdraw(ticket_id=visit.ticket.ticket_id),)


def fresh(visit: Visit, language: str = "zh-CN") -> Visit:
    return Visit(visit_id=visit.visit_id + 1, language=language)


def still_here(visit: Visit, _: StillHere, __: Facts) -> Step:
    return Step(replace(visit, is_asked=False))


def choose_language(visit: Visit, event: LanguageChosen, _: Facts) -> Step:
    return Step(replace(visit, language=event.language))


def nothing(visit: Visit, _: Any, __: Facts) -> Step:
    return Step(visit)


# After these nobody knows whether the paper came out; after any other the printer has said that it did not.
OUTCOME_UNKNOWN = frozenset({"link-lost", "timed-out", "garbled", "device-error", "absent"})

ANYWHERE: dict[type, Handler] = {
    LanguageChosen: choose_language,
    StillHere: still_here,
    TimeOver: time_over,
    Leave: leave,
}

TABLE: dict[Page, dict[type, Handler]] = {
    Page.HOME: {ClassChosen: choose_class, TimeOver: forget_language},
    Page.CATEGORY: {CategoryChosen: choose_category, Back: back_to_home},
    Page.CARD: {CardLaid: read_card, WithoutCard: go_without_card, Back: back_to_category},
    Page.READING: {CardRead: card_was_read, CardFailed: card_failed, Leave: nothing, TimeOver: nothing},
    Page.CARD_TROUBLE: {
        CardLaid: read_card,
        WithoutCard: go_without_card,
        Again: card_again,
        Back: back_to_category,
    },
    Page.CONFIRM: {WayChosen: take, Back: back_to_category},
    Page.TAKING: {
        NumberTaken: number_taken,
        AlreadyHeld: already_held,
        TakeFailed: take_failed,
        Leave: nothing,
        TimeOver: nothing,
    },
    Page.TAKE_TROUBLE: {Again: take_again},
    Page.HELD: {WayChosen: deliver_otherwise},
    Page.PRINTING: {
        Printed: printed,
        PrintFailed: print_failed,
        NumberGone: number_gone,
        Leave: nothing,
        TimeOver: nothing,
    },
    Page.PAPER_TROUBLE: {
        WayChosen: deliver_otherwise,
        PaperInHand: paper_in_hand,
        PhoneHolds: phone_holds,
        NumberGone: number_gone,
    },
    Page.QR: {WayChosen: deliver_otherwise, PhoneHolds: phone_holds, NumberGone: number_gone},
    Page.DONE: {Leave: leave_delivered, TimeOver: leave_delivered},
    # Never a visit's own page: they stand in its place while the facts are so.
    Page.STARTING: {},
    Page.AWAY: {},
    Page.CLOSED: {},
    Page.NO_READER: {},
}
