"""Taking a number, from the class to the paper or the phone."""

from dataclasses import replace

from kiosk.flow.effects import (
    AwaitPhone,
    ConfirmPrinted,
    LookForCards,
    Print,
    ReadCard,
    Take,
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
    Leave,
    NumberGone,
    NumberTaken,
    PaperInHand,
    PhoneHolds,
    Printed,
    PrintFailed,
    TakeFailed,
    TimeOver,
    WayChosen,
    WithoutCard,
)
from kiosk.flow.facts import Facts
from kiosk.flow.offer import needs_no_card
from kiosk.flow.steps import Rows, Step, back_to_home, end, nothing, ticket_of
from kiosk.flow.visit import Decision, Page, Visit, Way
from queue_core.wire.messages import TakeNumber
from queue_core.wire.words import DeliveryState

# Choosing


def choose_class(visit: Visit, event: ClassChosen, _: Facts) -> Step:
    return Step(replace(visit, page=Page.CATEGORY, ticket_class=event.ticket_class))


def choose_category(visit: Visit, event: CategoryChosen, facts: Facts) -> Step:
    return ask_for_card(replace(visit, category=event.category), facts)


def ask_for_card(visit: Visit, facts: Facts) -> Step:
    asking = replace(visit, page=Page.CARD, holder=None, decision=None, trouble="")
    return Step(asking, (LookForCards(except_on=facts.left_cards),))


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


ROWS: Rows = {
    Page.HOME: {ClassChosen: choose_class, TimeOver: end},
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
    Page.DONE: {Leave: end, TimeOver: end},
}
