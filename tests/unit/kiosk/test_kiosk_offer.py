"""What the kiosk offers, and which page stands in for another, by what hall and devices say."""

from dataclasses import replace

import pytest

from display.ticket.printer import PrinterFacts
from drivers.contract.card_reader import CardKind
from drivers.contract.status import Card, Cover, Paper, State, Status
from kiosk.config import Patience
from kiosk.flow.facts import Facts, Means, ScannerFacts
from kiosk.flow.limits import limit_s
from kiosk.flow.offer import offer
from kiosk.flow.shown import shown_page
from kiosk.flow.visit import Page, Purpose, Visit, Way
from kiosk.samples import FACTS, HALL, PRINTER, READERS, TICKET, replace_day


def printer(trouble: str = "", **status: object) -> PrinterFacts:
    return replace(PRINTER, status=replace(PRINTER.status, **status), trouble=trouble)


@pytest.mark.parametrize(
    ("said", "because"),
    [
        (PRINTER, ""),
        (printer(paper=Paper.LOW), ""),
        (printer(state=State.BUSY), ""),
        (printer(state=State.USER_ERROR, paper=Paper.OUT), "paper-out"),
        (printer(state=State.USER_ERROR, cover=Cover.OPEN), "cover-open"),
        (printer(state=State.OFFLINE), "printer-offline"),
        (printer(state=State.POWER_OFF, trouble="link-lost"), "link-lost"),
        (printer(state=State.NO_DEVICE, trouble="absent"), "absent"),
        (None, "no-printer"),
    ],
)
def test_paper_is_offered_only_by_a_printer_that_prints(said: PrinterFacts | None, because: str) -> None:
    offered = offer(READERS, said)
    assert offered.no_paper_because == because
    assert offered.ways == ((Way.PHONE,) if because else (Way.PAPER, Way.PHONE))


def test_the_cards_of_a_reader_that_is_gone_are_missed() -> None:
    gone = replace(READERS[1], status=Status(state=State.NO_DEVICE, card=Card.UNKNOWN))
    offered = offer((READERS[0], gone), PRINTER)
    assert offered.cards == {CardKind.RESIDENT_ID}
    assert offered.missing_cards == {CardKind.SOCIAL_SECURITY}


def test_a_card_is_not_asked_for_on_a_reader_that_would_take_it_for_one_that_lay_there() -> None:
    unsure = replace(READERS[1], status=Status(state=State.ONLINE, card=Card.UNKNOWN))
    assert offer((READERS[0], unsure), PRINTER).missing_cards == {CardKind.SOCIAL_SECURITY}
    for sure in (Card.ABSENT, Card.PRESENT):
        known = replace(unsure, status=replace(unsure.status, card=sure))
        assert not offer((READERS[0], known), PRINTER).missing_cards


SCANS = ScannerFacts(status=Status(state=State.ONLINE))
UNPLUGGED = ScannerFacts(status=Status(state=State.NO_DEVICE))


@pytest.mark.parametrize(
    ("scanner", "means", "scans", "e_cards", "types"),
    [
        (None, Means(), False, False, False),
        (SCANS, Means(), True, False, False),
        (SCANS, Means(e_cards=True), True, True, False),
        (UNPLUGGED, Means(e_cards=True), False, False, False),
        (None, Means(typing=True), False, False, True),
    ],
)
def test_beside_cards_what_scanner_and_configuration_allow(
    scanner: ScannerFacts | None, means: Means, *, scans: bool, e_cards: bool, types: bool
) -> None:
    offered = offer((), PRINTER, scanner, means)
    assert (offered.scans, offered.e_cards, offered.types) == (scans, e_cards, types)
    assert offered.can_tell_who is (e_cards or types)


AWAY = replace(FACTS, link_trouble="hall-unreachable")
NO_READER = replace(FACTS, readers=())
TYPED = replace(NO_READER, means=Means(typing=True))


@pytest.mark.parametrize(
    ("page", "facts", "shown"),
    [
        (Page.HOME, Facts(), Page.STARTING),
        (Page.HOME, Facts(link_trouble="hall-unreachable"), Page.AWAY),
        (Page.HOME, FACTS, Page.HOME),
        (Page.HOME, AWAY, Page.AWAY),
        (Page.CATEGORY, AWAY, Page.AWAY),
        (Page.MATTERS, AWAY, Page.AWAY),
        (Page.CARD, AWAY, Page.AWAY),
        (Page.CONFIRM, AWAY, Page.CONFIRM),
        (Page.OWN, AWAY, Page.OWN),
        (Page.PRINTING, AWAY, Page.PRINTING),
        (Page.PAPER_TROUBLE, AWAY, Page.PAPER_TROUBLE),
        (Page.DONE, AWAY, Page.DONE),
        (Page.HOME, replace(FACTS, hall=replace_day(HALL)), Page.CLOSED),
        (Page.DONE, replace(FACTS, hall=replace_day(HALL)), Page.DONE),
        (Page.CARD, NO_READER, Page.NO_READER),
        (Page.CARD, TYPED, Page.CARD),
        (Page.CONFIRM, NO_READER, Page.CONFIRM),
    ],
)
def test_the_facts_put_a_page_in_the_place_of_another_only_before_a_number(
    page: Page, facts: Facts, shown: Page
) -> None:
    visit = Visit(visit_id=1, page=page, purpose=Purpose.TAKE, ticket=TICKET)
    assert shown_page(visit, facts) is shown


def test_a_number_that_stands_is_found_without_a_reader_too() -> None:
    visit = Visit(visit_id=1, page=Page.CARD, purpose=Purpose.OWN)
    assert shown_page(visit, NO_READER) is Page.CARD


PATIENCE = Patience(ask_after_s=40, clear_after_s=10, done_for_s=7, qr_for_s=60)


@pytest.mark.parametrize(
    ("visit", "limit"),
    [
        (Visit(visit_id=1), None),
        (Visit(visit_id=1, language="en"), 40),
        (Visit(visit_id=1, page=Page.CONFIRM), 40),
        (Visit(visit_id=1, page=Page.CONFIRM, is_asked=True), 10),
        (Visit(visit_id=1, page=Page.DONE), 7),
        (Visit(visit_id=1, page=Page.TAKING), None),
        (Visit(visit_id=1, page=Page.ASKING), None),
        (Visit(visit_id=1, page=Page.QR), 60),
        (Visit(visit_id=1, page=Page.QR, trouble="not-scanned"), 40),
    ],
)
def test_patience_depends_on_the_page(visit: Visit, limit: float | None) -> None:
    assert limit_s(visit, PATIENCE) == limit
