"""Who is it: cards laid down anywhere, electronic cards, and identity numbers typed by hand."""

from dataclasses import replace

import pytest

from drivers.contract.events import CodeKind
from kiosk.flow.effects import (
    AskPreview,
    FindAppointments,
    FindTickets,
    LookForCards,
    ReadCard,
    ReadText,
    VerifyCode,
)
from kiosk.flow.events import AlreadyHeld, CardFailed, CardLaid, CardRead, CodeScanned
from kiosk.flow.learning import learn
from kiosk.flow.presses import Again, Back, Entered, KeysWanted, Leave, Typed
from kiosk.flow.visit import Page, Visit
from kiosk.samples import FACTS, HOLDER, TICKET
from queue_core.wire.messages import CardHolder
from queue_core.wire.words import CardKind
from tests.unit.kiosk.visits import (
    ACCEPT,
    CARD,
    CHECK_IN,
    E_CARD,
    NO_NUMBERS,
    REGISTRATION,
    TO_CARD,
    found,
    only,
    play,
    with_means,
)

TYPING = with_means(typing=True)
E_CARDS = with_means(e_cards=True)
NUMBER = HOLDER.id_number
TO_TYPING = (*TO_CARD, KeysWanted())


def test_typing_is_offered_only_where_the_hall_allows_it() -> None:
    assert play(TO_TYPING).visit.page is Page.CARD
    assert play(TO_TYPING, TYPING).visit.page is Page.TYPING


def test_a_typed_number_is_a_person_without_a_name() -> None:
    effect = only((*TO_TYPING, Typed(NUMBER), Entered()), TYPING)
    assert isinstance(effect, AskPreview)
    assert effect.request.holder == CardHolder(name="", id_number=NUMBER, card=CardKind.RESIDENT_ID)


def test_only_digits_and_an_x_are_taken() -> None:
    assert play((*TO_TYPING, Typed("44o0 1x")), TYPING).visit.typed == "4401X"
    assert len(play((*TO_TYPING, Typed("1" * 30)), TYPING).visit.typed) == 18


@pytest.mark.parametrize(
    ("typed", "trouble"),
    [
        ("", "id-number-short"),
        ("4401061956", "id-number-short"),
        (NUMBER[:-1] + "3", "id-number-wrong"),
        ("X" + NUMBER[1:], "id-number-wrong"),
    ],
)
def test_a_number_that_is_none_stays_on_its_page_and_says_why(typed: str, trouble: str) -> None:
    wrong = play((*TO_TYPING, Typed(typed), Entered()), TYPING)
    assert (wrong.visit.page, wrong.visit.trouble, wrong.effects) == (Page.TYPING, trouble, ())
    assert play((*TO_TYPING, Typed(typed), Entered(), Typed("4")), TYPING).visit.trouble == ""


def test_what_was_typed_is_gone_when_it_has_served_or_was_given_up() -> None:
    assert play((*TO_TYPING, Typed(NUMBER), Entered()), TYPING).visit.typed == ""
    assert play((*TO_TYPING, Typed(NUMBER), Back()), TYPING).visit.typed == ""
    assert play((*TO_TYPING, Typed(NUMBER), CardLaid(0)), TYPING).visit.typed == ""


def test_a_number_that_stands_already_is_only_shown_to_who_typed_its_holders_number() -> None:
    held = AlreadyHeld(visit_id=1, ticket=TICKET)
    typed = play((*TO_TYPING, Typed(NUMBER), Entered(), held), TYPING).visit.own
    carded = play((*TO_CARD, *CARD, held)).visit.own
    assert typed is not None
    assert carded is not None
    assert (typed.is_holder, carded.is_holder) == (False, True)


def test_an_e_card_asks_its_issuer() -> None:
    asked = only((*TO_CARD, E_CARD), E_CARDS)
    assert asked == VerifyCode(visit_id=1, text=E_CARD.text)
    told = CardRead(visit_id=1, reader=-1, holder=HOLDER)
    assert isinstance(only((*TO_CARD, E_CARD, told), E_CARDS), AskPreview)
    assert learn(FACTS, told).left_cards == frozenset()


def test_an_e_card_of_which_nobody_can_be_asked_is_not_understood() -> None:
    refused = play((*TO_CARD, E_CARD)).visit
    assert (refused.page, refused.trouble) == (Page.CARD_TROUBLE, "code-unknown")
    late = play((*TO_CARD, E_CARD, CardFailed(visit_id=1, code="code-expired")), E_CARDS).visit
    assert (late.page, late.trouble) == (Page.CARD_TROUBLE, "code-expired")


@pytest.mark.parametrize("before", [(), TO_CARD])
def test_any_other_code_stands_for_a_number_or_a_case(before) -> None:
    ticket = CodeScanned(text=TICKET.status_url, kind=CodeKind.OTHER)
    assert only((*before, ticket)) == ReadText(visit_id=1, text=TICKET.status_url)


def test_a_card_laid_down_at_home_finds_the_number_of_its_holder() -> None:
    assert only((CardLaid(0),)) == ReadCard(visit_id=1, reader=0)
    assert only(CARD) == FindTickets(visit_id=1, holder=HOLDER)


def test_who_has_no_number_is_welcomed_with_the_appointments_of_today() -> None:
    assert only((*CARD, NO_NUMBERS)) == FindAppointments(visit_id=1, holder=HOLDER)
    booked = only((*CARD, NO_NUMBERS, found(1)))
    assert isinstance(booked, AskPreview)
    assert booked.request.appointment == "a0"


def test_who_has_neither_chooses_at_home_and_lays_no_second_card() -> None:
    welcomed = (*CARD, NO_NUMBERS, found(0))
    assert play(welcomed).visit.page is Page.HOME
    assert play(welcomed).visit.holder == HOLDER
    taking = (*welcomed, ACCEPT, REGISTRATION)
    assert isinstance(only(taking, with_means(matters=False)), AskPreview)


def test_a_hall_without_appointments_is_not_asked_for_them() -> None:
    hall = FACTS.hall
    assert hall is not None
    without = type(hall)(
        **{name: getattr(hall, name) for name in hall.__struct_fields__} | {"has_appointments": False}
    )
    welcomed = play((*CARD, NO_NUMBERS), replace(FACTS, hall=without))
    assert (welcomed.visit.page, welcomed.effects) == (Page.HOME, ())


def test_a_card_that_failed_at_home_is_tried_again_from_there() -> None:
    failed = (CardLaid(0), CardFailed(visit_id=1, code="card-removed"))
    assert play(failed).visit.page is Page.CARD_TROUBLE
    again = play((*failed, Again()))
    assert (again.visit.page, again.effects) == (Page.HOME, (LookForCards(except_on=frozenset()),))
    assert play((*failed, Back())).visit == Visit(visit_id=2)


def test_back_from_the_card_of_any_other_purpose_leads_home() -> None:
    assert play((CHECK_IN, Back())).visit == Visit(visit_id=2)


def test_back_at_home_keeps_who_is_known_and_leaving_forgets() -> None:
    known = play((*CARD, NO_NUMBERS, found(0), ACCEPT, Back())).visit
    assert (known.page, known.holder) == (Page.HOME, HOLDER)
    assert play((*CARD, NO_NUMBERS, found(0), ACCEPT, Leave())).visit == Visit(visit_id=2)
