"""The flow of a visit as a table: what each page does with what happens."""

from collections.abc import Iterable
from dataclasses import replace

import pytest

from kiosk.flow.effects import AwaitPhone, ConfirmPrinted, LookForCards, Print, ReadCard, Take, Withdraw
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
    ReadersSeen,
    StillHere,
    TakeFailed,
    TimeOver,
    WayChosen,
    WithoutCard,
)
from kiosk.flow.facts import Facts
from kiosk.flow.learning import learn
from kiosk.flow.leaving import ANYWHERE
from kiosk.flow.steps import Step
from kiosk.flow.table import TABLE, step
from kiosk.flow.visit import Page, Visit, Way
from kiosk.gallery import FACTS, HOLDER, READERS, TICKET
from queue_core.wire.words import DeliveryState, TicketClass

ACCEPT = ClassChosen(TicketClass.ACCEPT)
CONSULT = ClassChosen(TicketClass.CONSULT)  # the gallery's hall gives it without a card
REGISTRATION = CategoryChosen("registration")
READ = CardRead(visit_id=1, reader=0, holder=HOLDER)
PAPER = WayChosen(way=Way.PAPER, key="key-of-the-first-touch")
PHONE = WayChosen(way=Way.PHONE, key="key-of-the-first-touch")
TAKEN = NumberTaken(visit_id=1, ticket=TICKET)
PAPER_OUT = PrintFailed(visit_id=1, code="paper-out", has_left_printer=True)
UNPLUGGED = PrintFailed(visit_id=1, code="link-lost", has_left_printer=True)

TO_CONFIRM = (ACCEPT, REGISTRATION, CardLaid(0), READ)
TO_PRINTING = (*TO_CONFIRM, PAPER, TAKEN)
TO_QR = (*TO_CONFIRM, PHONE, TAKEN)


def play(events: Iterable[Event], facts: Facts = FACTS) -> Step:
    """The last step of a visit to which all of these happened."""
    last = Step(Visit(visit_id=1))
    for event in events:
        last = step(last.visit, event, facts)
    return last


@pytest.mark.parametrize(
    ("events", "page"),
    [
        ((), Page.HOME),
        ((ACCEPT,), Page.CATEGORY),
        ((ACCEPT, REGISTRATION), Page.CARD),
        ((ACCEPT, REGISTRATION, CardLaid(0)), Page.READING),
        ((ACCEPT, REGISTRATION, CardLaid(0), CardFailed(visit_id=1, code="card-mute")), Page.CARD_TROUBLE),
        ((CONSULT, REGISTRATION), Page.CARD),
        ((CONSULT, REGISTRATION, WithoutCard()), Page.CONFIRM),
        ((CONSULT, REGISTRATION, WithoutCard(), Back()), Page.CATEGORY),
        (
            (CONSULT, REGISTRATION, CardLaid(0), CardFailed(visit_id=1, code="card-mute"), WithoutCard()),
            Page.CONFIRM,
        ),
        ((ACCEPT, REGISTRATION, WithoutCard()), Page.CARD),
        (
            (ACCEPT, REGISTRATION, CardLaid(0), CardFailed(visit_id=1, code="card-mute"), WithoutCard()),
            Page.CARD_TROUBLE,
        ),
        (TO_CONFIRM, Page.CONFIRM),
        ((*TO_CONFIRM, PAPER), Page.TAKING),
        ((*TO_CONFIRM, PAPER, TakeFailed(visit_id=1, code="hall-unreachable")), Page.TAKE_TROUBLE),
        ((*TO_CONFIRM, PAPER, AlreadyHeld(visit_id=1, ticket=TICKET)), Page.HELD),
        (TO_PRINTING, Page.PRINTING),
        ((*TO_PRINTING, Printed(visit_id=1)), Page.DONE),
        ((*TO_PRINTING, PAPER_OUT), Page.PAPER_TROUBLE),
        ((*TO_PRINTING, PAPER_OUT, PhoneHolds(visit_id=1)), Page.DONE),
        ((*TO_PRINTING, PAPER_OUT, PAPER), Page.PRINTING),
        (TO_QR, Page.QR),
        ((*TO_QR, PhoneHolds(visit_id=1)), Page.DONE),
        ((*TO_QR, PAPER), Page.PRINTING),
        ((*TO_QR, NumberGone(visit_id=1)), Page.TAKE_TROUBLE),
        ((*TO_QR, NumberGone(visit_id=1), Again()), Page.CONFIRM),
        ((ACCEPT, Back()), Page.HOME),
        ((ACCEPT, REGISTRATION, Back()), Page.CATEGORY),
        ((*TO_CONFIRM, Back()), Page.CATEGORY),
        ((*TO_PRINTING, Printed(visit_id=1), Leave()), Page.HOME),
        ((*TO_PRINTING, Printed(visit_id=1), TimeOver()), Page.HOME),
    ],
)
def test_each_road_leads_to_its_page(events: tuple[Event, ...], page: Page) -> None:
    assert play(events).visit.page is page


@pytest.mark.parametrize("page", list(Page))
def test_every_page_has_a_row_of_its_own(page: Page) -> None:
    assert page in TABLE


@pytest.mark.parametrize(
    "page", [page for page, row in TABLE.items() if row and page not in {Page.HOME, Page.DONE}]
)
def test_every_page_that_waits_for_a_citizen_is_left_by_itself_in_the_end(page: Page) -> None:
    visit = Visit(visit_id=1, page=page, ticket=TICKET, decision=play((*TO_CONFIRM, PAPER)).visit.decision)
    is_busy = page in {Page.READING, Page.TAKING, Page.PRINTING}
    asked = step(visit, TimeOver(), FACTS)
    left = step(asked.visit, TimeOver(), FACTS)
    assert (left.visit.page is Page.HOME) is not is_busy


@pytest.mark.parametrize("page", [page for page, row in TABLE.items() if row])
def test_the_language_may_be_changed_on_every_page(page: Page) -> None:
    visit = Visit(visit_id=1, page=page)
    assert step(visit, LanguageChosen("en"), FACTS).visit == replace(visit, language="en")


def test_a_number_is_asked_for_with_what_was_chosen_and_read() -> None:
    (effect,) = play((LanguageChosen("en"), *TO_CONFIRM, PAPER)).effects
    assert isinstance(effect, Take)
    request = effect.decision.request
    assert (request.ticket_class, request.category, request.language) == ("accept", "registration", "en")
    assert request.holder == HOLDER


def test_an_anonymous_number_is_asked_for_without_a_holder() -> None:
    (effect,) = play((CONSULT, REGISTRATION, WithoutCard(), PAPER)).effects
    assert isinstance(effect, Take)
    assert effect.decision.request.holder is None


def test_a_card_read_before_is_not_kept_for_an_anonymous_number() -> None:
    consulting = (CONSULT, REGISTRATION, CardLaid(0), READ, Back(), REGISTRATION, WithoutCard())
    assert play(consulting).visit.holder is None


def test_a_card_still_serves_where_none_is_needed() -> None:
    (effect,) = play((CONSULT, REGISTRATION, CardLaid(0), READ, PAPER)).effects
    assert isinstance(effect, Take)
    assert effect.decision.request.holder == HOLDER


def test_a_second_tap_asks_for_nothing() -> None:
    assert play((*TO_CONFIRM, PAPER, PAPER)).effects == ()
    assert play((*TO_PRINTING, PAPER)).effects == ()


def test_a_try_after_a_lost_reply_is_the_same_command_with_the_same_key() -> None:
    first = play((*TO_CONFIRM, PAPER))
    lost = step(first.visit, TakeFailed(visit_id=1, code="hall-unreachable"), FACTS)
    english = step(lost.visit, LanguageChosen("en"), FACTS)
    again = step(english.visit, Again(), FACTS)
    assert again.effects == first.effects


def test_an_answer_to_a_visit_that_is_over_is_not_the_next_persons() -> None:
    gone = play((*TO_CONFIRM, PAPER, TakeFailed(visit_id=1, code="hall-unreachable"), Leave()))
    late = step(gone.visit, TAKEN, FACTS)
    assert late.visit == gone.visit
    assert late.effects == (Withdraw(ticket_id=TICKET.ticket_id),)
    assert step(gone.visit, READ, FACTS).visit == gone.visit


def test_nothing_personal_is_left_when_a_visit_ends() -> None:
    ended = play((*TO_PRINTING, Printed(visit_id=1), Leave())).visit
    assert ended == Visit(visit_id=2)


def test_a_visit_shows_nothing_personal_in_a_log() -> None:
    visit = play((*TO_PRINTING, PAPER_OUT)).visit
    assert HOLDER.name not in repr(visit)
    assert HOLDER.id_number not in repr(visit)
    assert TICKET.status_url not in repr(visit)


def test_leaving_the_qr_page_withdraws_the_number() -> None:
    assert play((*TO_QR, Leave())).effects == (Withdraw(ticket_id=23),)


def test_a_qr_page_left_alone_asks_and_then_withdraws() -> None:
    asked = play((*TO_QR, TimeOver()))
    assert asked.visit.is_asked
    assert asked.effects == ()
    assert step(asked.visit, TimeOver(), FACTS).effects == (Withdraw(ticket_id=23),)
    assert not step(asked.visit, StillHere(), FACTS).visit.is_asked


def test_a_number_whose_paper_may_be_in_a_hand_is_kept_when_the_page_is_left_alone() -> None:
    assert play((*TO_PRINTING, UNPLUGGED, TimeOver(), TimeOver())).effects == ()


def test_a_number_whose_paper_did_not_come_out_is_withdrawn_when_the_page_is_left_alone() -> None:
    assert play((*TO_PRINTING, PAPER_OUT, TimeOver(), TimeOver())).effects == (Withdraw(ticket_id=23),)


def test_a_failed_print_shows_the_same_number_to_the_phone_at_once() -> None:
    troubled = play((*TO_PRINTING, PAPER_OUT))
    assert troubled.visit.ticket == TICKET
    assert troubled.effects == (AwaitPhone(visit_id=1, ticket_id=23),)


def test_printing_again_prints_the_same_number() -> None:
    assert play((*TO_PRINTING, PAPER_OUT, PAPER)).effects == (Print(visit_id=1, ticket=TICKET),)


def test_a_citizen_who_has_the_paper_is_believed() -> None:
    believed = play((*TO_PRINTING, UNPLUGGED, PaperInHand()))
    assert believed.visit.page is Page.DONE
    assert believed.effects == (ConfirmPrinted(ticket_id=23),)


def test_a_number_held_from_before_is_never_withdrawn_here() -> None:
    held = (*TO_CONFIRM, PAPER, AlreadyHeld(visit_id=1, ticket=TICKET))
    for road in ((Leave(),), (TimeOver(), TimeOver()), (PHONE, Leave()), (PAPER, PAPER_OUT, Leave())):
        assert play((*held, *road)).effects == ()


def test_a_number_held_on_a_phone_is_shown_again_for_as_long_as_one_likes() -> None:
    on_phone = type(TICKET)(
        **{name: getattr(TICKET, name) for name in TICKET.__struct_fields__}
        | {"delivery": DeliveryState.PAPERLESS}
    )
    shown = play((*TO_CONFIRM, PHONE, AlreadyHeld(visit_id=1, ticket=on_phone), PHONE))
    assert shown.visit.page is Page.QR
    assert shown.effects == ()


def test_a_card_that_lies_there_already_is_looked_for_when_the_page_opens() -> None:
    assert play((ACCEPT, REGISTRATION)).effects == (LookForCards(except_on=frozenset()),)


def test_a_card_is_read_on_the_reader_it_was_laid_on() -> None:
    assert play((ACCEPT, REGISTRATION, CardLaid(1))).effects == (ReadCard(visit_id=1, reader=1),)


def test_a_forgotten_card_takes_no_number_for_the_next_person() -> None:
    lying = ReadersSeen(tuple(replace(one, status=replace(one.status, card="present")) for one in READERS))
    facts = learn(learn(FACTS, lying), READ)
    assert facts.left_cards == {0}
    assert play((ACCEPT, REGISTRATION, CardLaid(0)), facts).visit.page is Page.CARD
    assert play((ACCEPT, REGISTRATION, CardLaid(1)), facts).visit.page is Page.READING


def test_a_card_counts_as_forgotten_until_it_is_taken_away() -> None:
    facts = learn(learn(FACTS, READ), ReadersSeen(READERS))
    assert facts.left_cards == frozenset()


def test_a_card_laid_down_before_anything_was_chosen_changes_nothing() -> None:
    assert play((CardLaid(0),)) == Step(Visit(visit_id=1))


def test_rows_and_the_rest_of_the_table_do_not_name_the_same_event_without_need() -> None:
    for page, row in TABLE.items():
        for kind, handler in row.items():
            assert ANYWHERE.get(kind) is not handler, f"{page} repeats {kind.__name__}"
