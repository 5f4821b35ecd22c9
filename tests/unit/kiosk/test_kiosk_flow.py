"""The flow of a visit as a table: what holds on every page, and the road from the class to the number."""

from dataclasses import replace

import pytest

from drivers.contract.status import Card
from kiosk.flow.effects import ConfirmPrinted, LetGo, LookForCards, Print, ReadCard, Take, Withdraw
from kiosk.flow.events import (
    AlreadyHeld,
    CardFailed,
    CardLaid,
    Event,
    NumberGone,
    PhoneHolds,
    Printed,
    ReadersSeen,
    Resumed,
    TakeFailed,
)
from kiosk.flow.learning import learn, when_over
from kiosk.flow.leaving import ANYWHERE
from kiosk.flow.limits import BUSY
from kiosk.flow.presses import (
    Again,
    Back,
    LanguageChosen,
    Leave,
    NoMatter,
    PaperInHand,
    StillHere,
    TimeOver,
    WithoutCard,
)
from kiosk.flow.steps import Step
from kiosk.flow.table import TABLE, step
from kiosk.flow.visit import OwnNumber, Page, Visit, Way
from kiosk.samples import FACTS, HOLDER, LINK, READERS, TICKET
from tests.unit.kiosk.visits import (
    ACCEPT,
    CARD,
    COMPANY,
    CONSULT,
    FORESEEN,
    FOUND,
    NO_CATALOGUE,
    PAPER,
    PAPER_OUT,
    PHONE,
    READ,
    REGISTRATION,
    SEEN,
    TAKEN,
    TO_CARD,
    TO_CONFIRM,
    TO_MATTERS,
    TO_PRINTING,
    TO_QR,
    UNPLUGGED,
    only,
    play,
)

STANDING_IN = {Page.STARTING, Page.AWAY, Page.CLOSED, Page.NO_READER, Page.STAFF}
TOUCHES = (ACCEPT, REGISTRATION, COMPANY, PAPER)
TO_CONSULT_CARD = (CONSULT, REGISTRATION, FOUND, NoMatter())
MUTE = CardFailed(visit_id=1, code="card-mute")


@pytest.mark.parametrize(
    ("events", "page"),
    [
        ((), Page.HOME),
        ((ACCEPT,), Page.CATEGORY),
        ((ACCEPT, REGISTRATION), Page.MATTERS),
        ((ACCEPT, REGISTRATION, NO_CATALOGUE), Page.CARD),
        (TO_MATTERS, Page.MATTERS),
        ((*TO_MATTERS, COMPANY), Page.ASKING),
        ((*TO_MATTERS, COMPANY, SEEN), Page.CARD),
        (TO_CARD, Page.CARD),
        ((*TO_CARD, CardLaid(0)), Page.READING),
        ((*TO_CARD, CardLaid(0), MUTE), Page.CARD_TROUBLE),
        ((*TO_CARD, CardLaid(0), MUTE, Again()), Page.CARD),
        ((*TO_CARD, CardLaid(0), MUTE, CardLaid(1)), Page.READING),
        ((*TO_CARD, *CARD), Page.ASKING),
        (TO_CONFIRM, Page.CONFIRM),
        (TO_CONSULT_CARD, Page.CARD),
        ((*TO_CONSULT_CARD, WithoutCard(), FORESEEN), Page.CONFIRM),
        ((*TO_CONSULT_CARD, CardLaid(0), MUTE, WithoutCard()), Page.ASKING),
        ((*TO_CARD, WithoutCard()), Page.CARD),
        ((*TO_CARD, CardLaid(0), MUTE, WithoutCard()), Page.CARD_TROUBLE),
        ((*TO_CONFIRM, PAPER), Page.TAKING),
        ((*TO_CONFIRM, PAPER, TakeFailed(visit_id=1, code="hall-unreachable")), Page.TAKE_TROUBLE),
        ((*TO_CONFIRM, PAPER, AlreadyHeld(visit_id=1, ticket=TICKET)), Page.OWN),
        ((*TO_CARD, *CARD, AlreadyHeld(visit_id=1, ticket=TICKET)), Page.OWN),
        (TO_PRINTING, Page.PRINTING),
        ((*TO_PRINTING, Printed(visit_id=1)), Page.DONE),
        ((*TO_PRINTING, PAPER_OUT), Page.PAPER_TROUBLE),
        ((*TO_PRINTING, PAPER_OUT, PhoneHolds(visit_id=1)), Page.DONE),
        ((*TO_PRINTING, PAPER_OUT, PAPER), Page.PRINTING),
        ((*TO_PRINTING, PAPER_OUT, PHONE), Page.QR),
        ((*TO_PRINTING, NumberGone(visit_id=1)), Page.TAKE_TROUBLE),
        (TO_QR, Page.QR),
        ((*TO_QR, PhoneHolds(visit_id=1)), Page.DONE),
        ((*TO_QR, PAPER), Page.PRINTING),
        ((*TO_QR, NumberGone(visit_id=1)), Page.TAKE_TROUBLE),
        ((*TO_QR, NumberGone(visit_id=1), Again(), FORESEEN), Page.CONFIRM),
        ((ACCEPT, Back()), Page.HOME),
        ((*TO_MATTERS, Back()), Page.CATEGORY),
        ((*TO_CARD, Back()), Page.MATTERS),
        ((ACCEPT, REGISTRATION, NO_CATALOGUE, Back()), Page.CATEGORY),
        ((*TO_CONFIRM, Back()), Page.MATTERS),
        ((*TO_PRINTING, Printed(visit_id=1), Leave()), Page.HOME),
        ((*TO_PRINTING, Printed(visit_id=1), TimeOver()), Page.HOME),
    ],
)
def test_each_road_leads_to_its_page(events: tuple[Event, ...], page: Page) -> None:
    assert play(events).visit.page is page


def test_a_number_takes_four_touches_and_one_card() -> None:
    touched = (ACCEPT, REGISTRATION, FOUND, COMPANY, SEEN, *CARD, FORESEEN, PAPER, TAKEN, Printed(visit_id=1))
    assert play(touched).visit.page is Page.DONE
    assert sum(event in TOUCHES for event in touched) == 4
    assert sum(isinstance(event, CardLaid) for event in touched) == 1


@pytest.mark.parametrize("page", list(Page))
def test_every_page_of_a_visit_has_a_row_of_its_own(page: Page) -> None:
    assert (page in TABLE) is not (page in STANDING_IN)


def visit_on(page: Page) -> Visit:
    decision = play((*TO_CONFIRM, PAPER)).visit.decision
    own = OwnNumber(ticket=TICKET, is_holder=True)
    return Visit(visit_id=1, page=page, ticket=TICKET, decision=decision, own=own)


@pytest.mark.parametrize("page", sorted(TABLE))
def test_every_page_that_waits_for_a_citizen_is_left_by_itself_in_the_end(page: Page) -> None:
    visit = visit_on(page)
    for _ in range(3):  # the code on the screen offers paper before it asks
        visit = step(visit, TimeOver(), FACTS).visit
    assert (visit.page is Page.HOME) is not (page in BUSY)


@pytest.mark.parametrize("page", sorted(TABLE))
def test_the_language_may_be_changed_on_every_page(page: Page) -> None:
    visit = visit_on(page)
    assert step(visit, LanguageChosen("en"), FACTS).visit == replace(visit, language="en")


def test_a_number_is_asked_for_with_what_was_chosen_and_read() -> None:
    to_the_same = (ACCEPT, REGISTRATION, FOUND, COMPANY, SEEN, *CARD, FORESEEN, PAPER)
    effect = only((LanguageChosen("en"), *to_the_same))
    assert isinstance(effect, Take)
    request = effect.decision.request
    assert (request.ticket_class, request.category, request.language) == ("accept", "registration", "en")
    assert (request.holder, request.matter) == (HOLDER, "company-setup")


def test_an_anonymous_number_is_asked_for_without_a_holder() -> None:
    effect = only((*TO_CONSULT_CARD, WithoutCard(), FORESEEN, PAPER))
    assert isinstance(effect, Take)
    assert effect.decision.request.holder is None


def test_a_card_still_serves_where_none_is_needed() -> None:
    effect = only((*TO_CONSULT_CARD, *CARD, FORESEEN, PAPER))
    assert isinstance(effect, Take)
    assert effect.decision.request.holder == HOLDER


def test_a_second_tap_asks_for_nothing() -> None:
    assert play((*TO_CONFIRM, PAPER, PAPER)).effects == ()
    assert play((*TO_PRINTING, PAPER)).effects == ()


def test_a_try_after_a_lost_reply_is_the_same_command_with_the_same_key() -> None:
    first = play((*TO_CONFIRM, PAPER))
    lost = step(first.visit, TakeFailed(visit_id=1, code="hall-unreachable"), FACTS)
    english = step(lost.visit, LanguageChosen("en"), FACTS)
    assert step(english.visit, Again(), FACTS).effects == first.effects


def test_an_answer_to_a_visit_that_is_over_is_not_the_next_persons() -> None:
    gone = play((*TO_CONFIRM, PAPER, TakeFailed(visit_id=1, code="hall-unreachable"), Leave()))
    late = step(gone.visit, TAKEN, FACTS)
    assert late.visit == gone.visit
    assert late.effects == (Withdraw(ticket_id=TICKET.ticket_id),)
    assert step(gone.visit, READ, FACTS).visit == gone.visit


def test_nothing_personal_is_left_when_a_visit_ends() -> None:
    assert play((*TO_PRINTING, Printed(visit_id=1), Leave())).visit == Visit(visit_id=2)


def test_a_visit_shows_nothing_personal_in_a_log() -> None:
    visit = replace(play((*TO_PRINTING, PAPER_OUT)).visit, link=LINK, typed=HOLDER.id_number)
    for secret in (HOLDER.name, HOLDER.id_number, TICKET.status_url, LINK):
        assert secret not in repr(visit)


def test_leaving_the_page_of_the_code_withdraws_the_number() -> None:
    assert play((*TO_QR, Leave())).effects == (Withdraw(ticket_id=23),)


def test_a_number_whose_paper_may_be_in_a_hand_is_kept_and_shown_to_nobody_else_when_it_is_left_alone() -> (
    None
):
    assert play((*TO_PRINTING, UNPLUGGED, TimeOver(), TimeOver())).effects == (LetGo(ticket_id=23),)


def test_a_number_whose_paper_did_not_come_out_is_withdrawn_when_the_page_is_left_alone() -> None:
    assert play((*TO_PRINTING, PAPER_OUT, TimeOver(), TimeOver())).effects == (Withdraw(ticket_id=23),)


def test_still_here_keeps_the_page() -> None:
    asked = play((*TO_CONFIRM, TimeOver()))
    assert asked.visit.is_asked
    assert play((*TO_CONFIRM, TimeOver(), StillHere())).visit == play(TO_CONFIRM).visit


def test_printing_again_prints_the_same_number() -> None:
    assert play((*TO_PRINTING, PAPER_OUT, PAPER)).effects == (Print(visit_id=1, ticket=TICKET),)


def test_a_citizen_who_has_the_paper_is_believed() -> None:
    believed = play((*TO_PRINTING, UNPLUGGED, PaperInHand()))
    assert believed.visit.page is Page.DONE
    assert believed.effects == (ConfirmPrinted(ticket_id=23),)


def test_a_number_held_from_before_is_never_withdrawn_here() -> None:
    held = (*TO_CARD, *CARD, AlreadyHeld(visit_id=1, ticket=TICKET))
    for road in ((Leave(),), (TimeOver(), TimeOver()), (PHONE, Leave()), (PAPER, PAPER_OUT, Leave())):
        assert play((*held, *road)).effects == ()


def test_a_card_that_lies_there_already_is_looked_for_when_the_page_opens() -> None:
    assert play(TO_CARD).effects == (LookForCards(except_on=frozenset()),)


def test_a_card_is_read_on_the_reader_it_was_laid_on() -> None:
    assert play((*TO_CARD, CardLaid(1))).effects == (ReadCard(visit_id=1, reader=1),)


def test_a_forgotten_card_takes_no_number_for_the_next_person() -> None:
    lying = ReadersSeen(tuple(replace(one, status=replace(one.status, card="present")) for one in READERS))
    facts = learn(learn(FACTS, lying), READ)
    assert facts.left_cards == {0}
    assert play((*TO_CARD, CardLaid(0)), facts).visit.page is Page.CARD
    assert play((CardLaid(0),), facts).visit.page is Page.HOME
    assert play((*TO_CARD, CardLaid(1)), facts).visit.page is Page.READING


@pytest.mark.parametrize("before", [(), TO_CARD])
def test_a_card_that_lay_there_when_its_reader_came_back_counts_for_nobody(before: tuple[Event, ...]) -> None:
    lying = ReadersSeen(tuple(replace(one, status=replace(one.status, card=Card.PRESENT)) for one in READERS))
    came = CardLaid(1, was_lying=True)
    facts = learn(learn(FACTS, lying), came)
    assert facts.left_cards == {1}
    assert play((*before, came), facts).visit == play(before, facts).visit
    assert play((*before, CardLaid(0)), facts).visit.page is Page.READING


def test_a_card_counts_as_forgotten_until_it_is_taken_away() -> None:
    assert learn(learn(FACTS, READ), ReadersSeen(READERS)).left_cards == frozenset()


@pytest.mark.parametrize("ending", [Leave(), TimeOver()])
def test_a_card_that_could_not_be_read_is_left_behind_when_its_visit_ends(ending: Event) -> None:
    lying = ReadersSeen(tuple(replace(one, status=replace(one.status, card=Card.PRESENT)) for one in READERS))
    facts, before = learn(FACTS, lying), Visit(visit_id=1, page=Page.CARD_TROUBLE, is_asked=True)
    left = when_over(facts, ending, before, Visit(visit_id=2))
    assert left.left_cards == {one.reader for one in READERS}
    assert play(TO_CARD, left).effects == (LookForCards(except_on=left.left_cards),)
    assert when_over(facts, ending, before, before) == facts
    assert when_over(facts, Back(), before, Visit(visit_id=2)) == facts
    assert learn(left, ReadersSeen(READERS)).left_cards == frozenset()


def test_an_event_that_means_nothing_on_a_page_changes_nothing() -> None:
    assert play((Printed(visit_id=1),)) == Step(Visit(visit_id=1))


def test_rows_and_the_rest_of_the_table_do_not_name_the_same_event_without_need() -> None:
    for page, row in TABLE.items():
        for kind, handler in row.items():
            assert ANYWHERE.get(kind) is not handler, f"{page} repeats {kind.__name__}"


def test_a_card_that_is_laid_down_answers_whether_anybody_is_there() -> None:
    asked = play((*TO_CARD, TimeOver(), CardLaid(0)))
    assert (asked.visit.page, asked.visit.is_asked) == (Page.READING, False)


def test_who_lost_a_number_of_before_a_crash_begins_at_home() -> None:
    resumed = Resumed(ticket=TICKET, way=Way.PHONE, has_left_printer=False, language="en")
    lost = play((resumed, NumberGone(visit_id=2), Again()))
    assert (lost.visit.page, lost.visit.language, lost.effects) == (Page.HOME, "en", ())
