"""Visits at the kiosk by real presses: which page comes, and what is asked of hall and devices."""

from dataclasses import replace

import pytest

from kiosk.flow.effects import AwaitPhone, ConfirmPrinted, LookForCards, Print, ReadCard, Take, Withdraw
from kiosk.flow.events import (
    AlreadyHeld,
    CardFailed,
    CardLaid,
    CardRead,
    HallSeen,
    LinkSeen,
    NumberTaken,
    PhoneHolds,
    Printed,
    PrinterSeen,
    PrintFailed,
    ReadersSeen,
    TakeFailed,
    TimeOver,
)
from kiosk.flow.visit import Page
from kiosk.gallery import HALL, HOLDER, NO_PAPER, PRINTER, READERS, TICKET


@pytest.fixture
def ready(kiosk):
    kiosk.hear(HallSeen(HALL), ReadersSeen(READERS), PrinterSeen(PRINTER))
    return kiosk


def to_confirm(kiosk) -> int:
    """The visit's id, with a card read."""
    kiosk.press("class-accept")
    kiosk.press("category-registration")
    visit_id = kiosk.presenter.visit.visit_id
    kiosk.hear(CardLaid(0), CardRead(visit_id=visit_id, reader=0, holder=HOLDER))
    kiosk.asked()
    return visit_id


def test_a_number_on_paper(ready) -> None:
    assert ready.is_at(Page.HOME)
    ready.press("class-accept")
    assert ready.is_at(Page.CATEGORY)
    ready.press("category-registration")
    assert ready.is_at(Page.CARD)
    ready.hear(CardLaid(0))
    assert ready.is_at(Page.READING)
    ready.hear(CardRead(visit_id=1, reader=0, holder=HOLDER))
    assert ready.is_at(Page.CONFIRM)
    assert ready.text("masked-name") == "张**"
    ready.press("way-paper")
    assert ready.is_at(Page.TAKING)
    ready.hear(NumberTaken(visit_id=1, ticket=TICKET))
    assert ready.is_at(Page.PRINTING)
    ready.hear(Printed(visit_id=1))
    assert ready.is_at(Page.DONE)
    assert ready.text("number") == "023"
    assert [type(one) for one in ready.asked()] == [LookForCards, ReadCard, Take, Print]
    ready.press("leave")
    assert ready.is_at(Page.HOME)


def test_a_number_on_the_phone(ready) -> None:
    visit_id = to_confirm(ready)
    ready.press("way-phone")
    ready.hear(NumberTaken(visit_id=visit_id, ticket=TICKET))
    assert ready.is_at(Page.QR)
    assert ready.text("qr") == TICKET.status_url
    ready.hear(PhoneHolds(visit_id=visit_id))
    assert ready.is_at(Page.DONE)
    assert [type(one) for one in ready.asked()] == [Take, AwaitPhone]


def test_english_is_one_press_away_and_leaves_with_the_visitor(ready) -> None:
    ready.press("language")
    assert ready.text("title") == "Welcome. Please choose"
    assert ready.text("hall-name") == "Demonstration Government Service Centre"
    to_confirm(ready)
    assert ready.text("waiting") == "Waiting now: 6"
    ready.hear(TimeOver(), TimeOver())
    assert ready.text("title") == "您好，请选择"


def test_without_paper_only_the_phone_is_offered(ready) -> None:
    ready.hear(PrinterSeen(NO_PAPER))
    assert "paper-notice" in ready.names()
    to_confirm(ready)
    assert "way-paper" not in ready.names()
    assert "way-phone" in ready.names()


def test_paper_that_runs_out_leaves_the_same_number_for_the_phone(ready) -> None:
    visit_id = to_confirm(ready)
    ready.press("way-paper")
    ready.hear(
        NumberTaken(visit_id=visit_id, ticket=TICKET),
        PrinterSeen(NO_PAPER),
        PrintFailed(visit_id=visit_id, code="paper-out", has_left_printer=True),
    )
    assert ready.is_at(Page.PAPER_TROUBLE)
    assert ready.text("title") == "打印机没有纸了"
    assert (ready.text("number"), ready.text("qr")) == ("023", TICKET.status_url)
    assert "way-paper" not in ready.names()
    ready.hear(PrinterSeen(PRINTER))
    ready.asked()
    ready.press("way-paper")
    assert ready.asked() == [Print(visit_id=visit_id, ticket=TICKET)]


def test_a_whole_ticket_from_a_printer_that_went_silent_is_kept(ready) -> None:
    visit_id = to_confirm(ready)
    ready.press("way-paper")
    ready.hear(
        NumberTaken(visit_id=visit_id, ticket=TICKET),
        PrintFailed(visit_id=visit_id, code="link-lost", has_left_printer=True),
    )
    ready.asked()
    ready.press("have-paper")
    assert ready.is_at(Page.DONE)
    assert ready.asked() == [ConfirmPrinted(ticket_id=23)]


def test_giving_the_number_up_withdraws_it(ready) -> None:
    visit_id = to_confirm(ready)
    ready.press("way-phone")
    ready.hear(NumberTaken(visit_id=visit_id, ticket=TICKET))
    ready.asked()
    ready.press("leave")
    assert ready.is_at(Page.HOME)
    assert ready.asked() == [Withdraw(ticket_id=23)]


def test_a_number_held_before_is_shown_and_can_be_printed_again(ready) -> None:
    visit_id = to_confirm(ready)
    ready.press("way-paper")
    ready.hear(AlreadyHeld(visit_id=visit_id, ticket=TICKET))
    assert ready.is_at(Page.OWN)
    assert ready.text("number") == "023"
    ready.asked()
    ready.press("act-reprint")
    assert ready.asked() == [Print(visit_id=visit_id, ticket=TICKET)]


def test_a_hall_that_does_not_answer_is_asked_again_with_the_same_key(ready) -> None:
    visit_id = to_confirm(ready)
    ready.press("way-paper")
    first = ready.asked()
    ready.hear(TakeFailed(visit_id=visit_id, code="hall-unreachable"))
    assert ready.is_at(Page.TAKE_TROUBLE)
    ready.press("again")
    assert ready.asked() == first


def test_a_card_that_fails_can_be_laid_down_again(ready) -> None:
    ready.press("class-pickup")
    ready.press("category-trade")
    ready.hear(CardLaid(1), CardFailed(visit_id=1, code="card-removed"))
    assert ready.is_at(Page.CARD_TROUBLE)
    assert ready.text("message-title") == "卡拿起得太早了"
    ready.hear(CardLaid(1))
    assert ready.is_at(Page.READING)


def test_without_readers_the_page_sends_to_the_guide_desk_and_back_leads_out(ready) -> None:
    ready.press("class-accept")
    ready.press("category-registration")
    ready.hear(ReadersSeen(()))
    assert ready.is_at(Page.NO_READER)
    ready.press("back")
    assert ready.is_at(Page.CATEGORY)


def test_a_lost_link_shows_itself_and_goes_by_itself(ready) -> None:
    ready.hear(LinkSeen("hall-unreachable"))
    assert ready.is_at(Page.AWAY)
    ready.hear(LinkSeen(""))
    assert ready.is_at(Page.HOME)


def test_a_page_left_alone_asks_and_one_press_keeps_it(ready) -> None:
    to_confirm(ready)
    ready.hear(TimeOver())
    assert "still-here" in ready.names()
    assert "way-paper" not in ready.names()
    ready.press("still-here")
    assert "way-paper" in ready.names()
    ready.hear(TimeOver(), TimeOver())
    assert ready.is_at(Page.HOME)
    assert ready.presenter.visit.holder is None


def test_a_forgotten_card_is_spoken_of(ready) -> None:
    lying = tuple(replace(one, status=replace(one.status, card="present")) for one in READERS)
    to_confirm(ready)
    ready.hear(ReadersSeen(lying), CardRead(visit_id=0, reader=0, holder=HOLDER), TimeOver(), TimeOver())
    ready.press("class-accept")
    ready.press("category-registration")
    assert "card-notice" in ready.names()


def test_an_anonymous_class_goes_on_without_a_card(ready) -> None:
    ready.press("class-consult")
    ready.press("category-registration")
    ready.press("without-card")
    assert ready.is_at(Page.CONFIRM)
    assert "masked-name" not in ready.names()
    ready.asked()
    ready.press("way-paper")
    (taking,) = ready.asked()
    assert taking.decision.request.holder is None


def test_an_anonymous_class_needs_no_reader(ready) -> None:
    gone = tuple(replace(one, status=replace(one.status, state="no_device")) for one in READERS)
    ready.hear(ReadersSeen(gone))
    ready.press("class-consult")
    ready.press("category-registration")
    assert ready.is_at(Page.NO_READER)
    ready.press("without-card")
    assert ready.is_at(Page.CONFIRM)


def test_any_other_class_asks_for_a_card(ready) -> None:
    ready.press("class-accept")
    ready.press("category-registration")
    assert "without-card" not in ready.names()
