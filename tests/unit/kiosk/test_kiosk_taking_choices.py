"""What for: matters found by letters, what needs no queue, and what comes before a number."""

import msgspec
import pytest

from kiosk.flow.effects import AskPreview, LookUpMatter, SearchMatters
from kiosk.flow.events import AskFailed, MatterSeen, MattersFound
from kiosk.flow.presses import (
    Again,
    Back,
    CategoryChosen,
    DetailsWanted,
    ListOnPhone,
    NoMatter,
    NumberWanted,
    Typed,
)
from kiosk.flow.visit import Page, Purpose
from kiosk.samples import HOLDER
from kiosk.samples_matters import ELSEWHERE, MATTERS, ON_THE_WEB
from queue_core.wire.words import TicketClass
from tests.unit.kiosk.visits import (
    ACCEPT,
    CARD,
    COMPANY,
    FORESEEN,
    FOUND,
    GUIDE,
    NO_CATALOGUE,
    PICKUP,
    REGISTRATION,
    SEEN,
    TO_MATTERS,
    only,
    play,
    with_means,
)

UNREACHABLE = AskFailed(visit_id=1, asked=1, code="hall-unreachable")
NO_QUEUE = MatterSeen(visit_id=1, matter=ELSEWHERE)


def test_the_most_used_matters_of_the_category_are_asked_for_first() -> None:
    wanted = SearchMatters(visit_id=1, asked=1, query="", category="registration")
    assert only((ACCEPT, REGISTRATION)) == wanted


def test_each_letter_looks_anew_and_an_answer_to_fewer_letters_is_not_shown() -> None:
    typed = (*TO_MATTERS, Typed("Z"), Typed("ZC"))
    wanted = SearchMatters(visit_id=1, asked=3, query="ZC", category="registration")
    assert only(typed) == wanted
    late = MattersFound(visit_id=1, asked=2, found=NO_CATALOGUE.found)
    assert play((*typed, late)).visit.found == MATTERS
    in_time = MattersFound(visit_id=1, asked=3, found=NO_CATALOGUE.found)
    nothing = play((*typed, in_time)).visit
    assert (nothing.page, nothing.found) == (Page.MATTERS, NO_CATALOGUE.found)


def test_more_letters_than_a_field_takes_are_not_sent() -> None:
    assert len(play((*TO_MATTERS, Typed("A" * 99))).visit.typed) == 40


def test_a_hall_without_a_catalogue_asks_for_no_matter() -> None:
    assert play((ACCEPT, REGISTRATION), with_means(matters=False)).visit.page is Page.CARD


def test_a_search_that_fails_keeps_nobody_from_a_number() -> None:
    assert play((ACCEPT, REGISTRATION, UNREACHABLE)).visit.page is Page.CARD
    typed = play((*TO_MATTERS, Typed("Z"), AskFailed(visit_id=1, asked=2, code="hall-unreachable")))
    assert (typed.visit.page, typed.visit.trouble) == (Page.MATTERS, "hall-unreachable")


def test_a_search_that_fails_late_ends_neither_a_newer_search_nor_another_question() -> None:
    newer = (*TO_MATTERS, Typed("Z"))
    assert play((*newer, UNREACHABLE)).visit == play(newer).visit
    looking = (*TO_MATTERS, COMPANY)
    assert play((*looking, UNREACHABLE)).visit == play(looking).visit
    refused = AskFailed(visit_id=1, code="hall-unreachable")
    assert play((*looking, refused)).visit.page is Page.ASK_TROUBLE
    assert play((*TO_MATTERS, refused)).visit == play(TO_MATTERS).visit


def test_a_search_that_failed_may_be_tried_again() -> None:
    again = (GUIDE, UNREACHABLE, Again())
    assert only(again) == SearchMatters(visit_id=1, asked=2, query="", category=None)
    assert play(again).visit.trouble == ""


def test_a_matter_is_looked_up_before_a_card_is_asked_for() -> None:
    assert only((*TO_MATTERS, COMPANY)) == LookUpMatter(visit_id=1, code="company-setup")


@pytest.mark.parametrize("matter", [ELSEWHERE, ON_THE_WEB])
def test_what_needs_no_queue_is_told_before_anything_is_taken(matter) -> None:
    told = play((*TO_MATTERS, COMPANY, MatterSeen(visit_id=1, matter=matter)))
    assert told.visit.page is Page.MATTER
    assert told.effects == ()


def test_a_number_can_be_had_all_the_same() -> None:
    assert play((*TO_MATTERS, COMPANY, NO_QUEUE, NumberWanted())).visit.page is Page.CARD


def test_no_number_is_to_be_had_for_what_has_no_class() -> None:
    on_the_web = MatterSeen(visit_id=1, matter=ON_THE_WEB)
    assert play((*TO_MATTERS, COMPANY, on_the_web, NumberWanted())).visit.page is Page.MATTER


def test_what_to_bring_is_one_touch_away_from_the_card_and_back() -> None:
    details = (*TO_MATTERS, COMPANY, SEEN, DetailsWanted())
    assert play(details).visit.page is Page.MATTER
    assert play((*details, NumberWanted())).visit.page is Page.CARD


def test_back_from_a_matter_finds_the_list_as_it_was_left() -> None:
    found_again = MattersFound(visit_id=1, asked=2, found=MATTERS)
    back = play((*TO_MATTERS, Typed("ZC"), found_again, COMPANY, NO_QUEUE, Back())).visit
    assert (back.page, back.typed, back.matter) == (Page.MATTERS, "ZC", None)


def test_guidance_shows_the_matter_and_leads_to_a_number_only_if_wanted() -> None:
    shown = play((GUIDE, FOUND, COMPANY, SEEN)).visit
    assert (shown.page, shown.purpose) == (Page.MATTER, Purpose.GUIDE)
    taking = play((GUIDE, FOUND, COMPANY, SEEN, NumberWanted())).visit
    assert (taking.page, taking.purpose) == (Page.CARD, Purpose.TAKE)
    assert (taking.ticket_class, taking.category) == (TicketClass.ACCEPT, "registration")


def test_a_matter_that_is_only_advised_on_leads_to_advice() -> None:
    advised = msgspec.structs.replace(SEEN.matter, classes=(TicketClass.CONSULT,))
    seen = MatterSeen(visit_id=1, matter=advised)
    assert play((GUIDE, FOUND, COMPANY, seen, NumberWanted())).visit.ticket_class is TicketClass.CONSULT


def test_guidance_gives_no_number_without_a_matter() -> None:
    assert play((GUIDE, FOUND, NoMatter())).visit.page is Page.MATTERS
    assert play((GUIDE, FOUND, Back())).visit.page is Page.HOME


def test_pickup_begins_with_who_it_is() -> None:
    visit = play((PICKUP,)).visit
    assert (visit.page, visit.purpose) == (Page.CARD, Purpose.COLLECT)


def test_a_matter_chosen_before_does_not_stick_to_another_category() -> None:
    elsewhere = (*TO_MATTERS, COMPANY, SEEN, Back(), Back(), CategoryChosen("business"))
    assert play(elsewhere).visit.matter is None


def test_who_is_known_lays_no_second_card() -> None:
    confirmed = (*TO_MATTERS, NoMatter(), *CARD, FORESEEN)
    again = (*confirmed, Back(), COMPANY, SEEN)
    effect = only(again)
    assert isinstance(effect, AskPreview)
    assert (effect.request.holder, effect.request.matter) == (HOLDER, "company-setup")
    assert play(again).visit.page is Page.ASKING


def test_a_materials_list_goes_to_the_phone_by_a_code_in_its_place() -> None:
    to_matter = (GUIDE, FOUND, COMPANY, SEEN)
    shown = play((*to_matter, ListOnPhone()))
    assert (shown.visit.page, shown.visit.link) == (Page.MATTER, "https://hall.example.org/m/company-setup")
    assert play((*to_matter, ListOnPhone(), ListOnPhone())).visit.link == ""
    assert play((*to_matter, ListOnPhone(), NumberWanted())).visit.link == ""
