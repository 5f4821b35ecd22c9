"""Visits at the kiosk by real presses: which page comes, and what is asked of hall and devices."""

from dataclasses import replace

import pytest
from msgspec.structs import replace as changed
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from display.kit.stage import NotThere
from kiosk.flow.effects import (
    AskPreview,
    AwaitPhone,
    ConfirmPrinted,
    FindAppointments,
    LookForCards,
    LookUpMatter,
    MakeLink,
    Print,
    ReadCard,
    SearchMatters,
    Take,
    Withdraw,
)
from kiosk.flow.events import (
    AlreadyHeld,
    AppointmentsFound,
    CardFailed,
    CardLaid,
    CardRead,
    CasesFound,
    HallSeen,
    LinkMade,
    LinkSeen,
    MatterSeen,
    MattersFound,
    NumberTaken,
    PhoneHolds,
    PreviewSeen,
    Printed,
    PrinterSeen,
    PrintFailed,
    ReadersSeen,
    TakeFailed,
)
from kiosk.flow.presses import TimeOver
from kiosk.flow.visit import Page
from kiosk.samples import (
    APPOINTMENTS,
    HALL,
    HOLDER,
    LINK,
    NO_PAPER,
    PREVIEW,
    PRINTER,
    READERS,
    TICKET,
    WITH_ALL,
    WITH_MESSAGES,
)
from kiosk.samples_matters import ELSEWHERE, MATTER, MATTERS
from queue_core.wire.cases import Case, CasePlace
from queue_core.wire.finding import Claim
from queue_core.wire.words import CaseState, PlaceKind

pytestmark = pytest.mark.parametrize("kiosk", [(1080, 1920)], ids=["portrait"], indirect=True)


@pytest.fixture
def ready(kiosk):
    kiosk.hear(HallSeen(HALL), ReadersSeen(READERS), PrinterSeen(PRINTER))
    return kiosk


def to_matters(kiosk) -> int:
    """The visit's id, with the most used matters shown."""
    kiosk.press("class-accept")
    kiosk.press("category-registration")
    visit = kiosk.presenter.visit
    kiosk.hear(MattersFound(visit_id=visit.visit_id, asked=visit.asked, found=MATTERS))
    return visit.visit_id


def to_confirm(kiosk) -> int:
    """The visit's id, with a card read and the number foreseen."""
    visit_id = to_matters(kiosk)
    kiosk.press("no-matter")
    lay_card(kiosk, visit_id)
    kiosk.asked()
    return visit_id


def lay_card(kiosk, visit_id: int) -> None:
    kiosk.hear(
        CardLaid(0),
        CardRead(visit_id=visit_id, reader=0, holder=HOLDER),
        PreviewSeen(visit_id=visit_id, preview=PREVIEW),
    )


def test_a_number_on_paper_in_four_touches(ready) -> None:
    assert ready.is_at(Page.HOME)
    ready.press("class-accept")
    assert ready.is_at(Page.CATEGORY)
    ready.press("category-registration")
    assert ready.is_at(Page.MATTERS)
    ready.hear(MattersFound(visit_id=1, asked=1, found=MATTERS))
    ready.press("matter-company-setup")
    ready.hear(MatterSeen(visit_id=1, matter=MATTER))
    assert ready.is_at(Page.CARD)
    ready.hear(CardLaid(0))
    assert ready.is_at(Page.READING)
    ready.hear(CardRead(visit_id=1, reader=0, holder=HOLDER))
    assert ready.is_at(Page.ASKING)
    ready.hear(PreviewSeen(visit_id=1, preview=PREVIEW))
    assert ready.is_at(Page.CONFIRM)
    assert ready.text("who") == "张**，居民身份证"
    assert ready.text("ahead") == "您前面还有 6 人"
    ready.press("way-paper")
    assert ready.is_at(Page.TAKING)
    ready.hear(NumberTaken(visit_id=1, ticket=TICKET))
    assert ready.is_at(Page.PRINTING)
    ready.hear(Printed(visit_id=1))
    assert ready.is_at(Page.DONE)
    assert ready.text("number") == "023"
    assert ready.text("windows") == "1–3、5 号窗口"
    assert [type(one) for one in ready.asked()] == [
        SearchMatters,
        LookUpMatter,
        LookForCards,
        ReadCard,
        AskPreview,
        Take,
        Print,
    ]
    ready.press("leave")
    assert ready.is_at(Page.HOME)


def test_a_number_on_the_phone(ready) -> None:
    visit_id = to_confirm(ready)
    ready.press("way-phone")
    ready.hear(NumberTaken(visit_id=visit_id, ticket=TICKET))
    assert ready.is_at(Page.QR)
    assert "qr" not in ready.names()
    ready.hear(LinkMade(visit_id=visit_id, claim=Claim(url=LINK, expires_at_ms=0)))
    assert ready.text("qr") == LINK
    ready.hear(PhoneHolds(visit_id=visit_id))
    assert ready.is_at(Page.DONE)
    assert [type(one) for one in ready.asked()] == [Take, MakeLink, AwaitPhone]


def test_a_code_that_nobody_scans_offers_paper(ready) -> None:
    visit_id = to_confirm(ready)
    ready.press("way-phone")
    ready.hear(NumberTaken(visit_id=visit_id, ticket=TICKET), TimeOver())
    assert "还没有扫码" in ready.text("phone-notice")
    ready.asked()
    ready.press("way-paper")
    assert ready.asked() == [Print(visit_id=visit_id, ticket=TICKET)]


def test_a_matter_is_found_by_letters_on_the_screen(ready) -> None:
    visit_id = to_matters(ready)
    assert "key-Z" not in ready.names()
    ready.press("search")
    ready.press("key-Z")
    ready.press("key-C")
    assert ready.asked()[-1] == SearchMatters(visit_id=visit_id, asked=3, query="ZC", category="registration")
    assert ready.text("search") == "ZC"
    ready.press("key-done")
    assert "key-Z" not in ready.names()


def test_a_long_list_is_turned_by_large_buttons(ready) -> None:
    to_matters(ready)
    assert "matter-change-7" not in ready.names()
    while "matter-change-7" not in ready.names():
        ready.press("page-down")
    ready.press("page-up")


def test_what_needs_no_queue_is_told_first_and_a_number_is_to_be_had_all_the_same(ready) -> None:
    visit_id = to_matters(ready)
    ready.press("matter-sole-trader-setup")
    ready.hear(MatterSeen(visit_id=visit_id, matter=ELSEWHERE))
    assert ready.is_at(Page.MATTER)
    assert {"elsewhere", "web"} <= ready.names()
    assert ready.text("web") == "https://service.example.org/sole-trader"
    ready.press("take")
    assert ready.is_at(Page.CARD)
    ready.press("matter-details")
    assert ready.is_at(Page.MATTER)
    ready.press("back")
    assert ready.is_at(Page.MATTERS)


def test_an_identity_number_is_typed_where_the_hall_allows_it(ready) -> None:
    ready.presenter.facts = replace(WITH_ALL, hall=HALL)
    to_matters(ready)
    ready.press("no-matter")
    ready.press("type-instead")
    for key in HOLDER.id_number[:-1]:
        ready.press(f"key-{key}")
    ready.press("key-done")
    assert "18 位" in ready.text("typing-notice")
    ready.press(f"key-{HOLDER.id_number[-1]}")
    ready.asked()
    ready.press("key-done")
    (asked,) = ready.asked()
    assert isinstance(asked, AskPreview)
    assert asked.request.holder.id_number == HOLDER.id_number


def test_an_appointment_is_checked_in_by_its_card(ready) -> None:
    ready.press("check-in")
    visit_id = ready.presenter.visit.visit_id
    ready.hear(CardLaid(0), CardRead(visit_id=visit_id, reader=0, holder=HOLDER))
    assert isinstance(ready.asked()[-1], FindAppointments)
    ready.hear(AppointmentsFound(visit_id=visit_id, appointments=APPOINTMENTS))
    assert ready.is_at(Page.APPOINTMENTS)
    ready.press("appointment-a1")
    (asked,) = ready.asked()
    assert asked.request.appointment == "a1"


def test_without_an_appointment_the_same_card_serves_for_a_number(ready) -> None:
    ready.press("check-in")
    visit_id = ready.presenter.visit.visit_id
    ready.hear(CardLaid(0), CardRead(visit_id=visit_id, reader=0, holder=HOLDER))
    ready.hear(AppointmentsFound(visit_id=visit_id, appointments=()))
    assert ready.is_at(Page.NO_APPOINTMENT)
    ready.press("take")
    assert ready.text("title") == "张**，您好，请选择"
    to_matters(ready)
    ready.asked()
    ready.press("no-matter")
    (asked,) = ready.asked()
    assert asked.request.holder == HOLDER


def test_a_number_that_may_not_be_called_is_taken_only_after_saying_so(ready) -> None:
    visit_id = to_matters(ready)
    ready.press("no-matter")
    lay_card(ready, visit_id)
    warned = type(PREVIEW)(
        ticket_class=PREVIEW.ticket_class, category="registration", ahead=60, may_not_be_called=True
    )
    ready.press("back")
    ready.press("no-matter")
    ready.hear(PreviewSeen(visit_id=visit_id, preview=warned))
    assert "way-paper" not in ready.names()
    ready.press("accept-risk")
    ready.asked()
    ready.press("way-paper")
    (taking,) = ready.asked()
    assert taking.decision.request.accepts_risk


def test_english_is_one_press_away_and_leaves_with_the_visitor(ready) -> None:
    ready.press("language-en")
    assert ready.text("title") == "Welcome. Please choose"
    assert ready.text("hall-name") == "Demonstration Government Service Centre"
    to_confirm(ready)
    assert ready.text("ahead") == "Ahead of you: 6"
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
        LinkMade(visit_id=visit_id, claim=Claim(url=LINK, expires_at_ms=0)),
    )
    assert ready.is_at(Page.PAPER_TROUBLE)
    assert ready.text("title") == "打印机没有纸了"
    assert (ready.text("number"), ready.text("qr")) == ("023", LINK)
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
    assert Withdraw(ticket_id=23) in ready.asked()


def test_a_number_held_before_is_shown(ready) -> None:
    visit_id = to_confirm(ready)
    ready.press("way-paper")
    ready.hear(AlreadyHeld(visit_id=visit_id, ticket=TICKET))
    assert ready.is_at(Page.OWN)
    assert ready.text("number") == "023"


def test_a_hall_that_does_not_answer_is_asked_again_with_the_same_key(ready) -> None:
    visit_id = to_confirm(ready)
    ready.press("way-paper")
    first = ready.asked()
    ready.hear(TakeFailed(visit_id=visit_id, code="hall-unreachable"))
    assert ready.is_at(Page.TAKE_TROUBLE)
    ready.press("again")
    assert ready.asked() == first


def test_a_card_that_fails_can_be_laid_down_again(ready) -> None:
    to_matters(ready)
    ready.press("no-matter")
    ready.hear(CardLaid(1), CardFailed(visit_id=1, code="card-removed"))
    assert ready.is_at(Page.CARD_TROUBLE)
    assert ready.text("message-title") == "卡拿起得太早了"
    ready.hear(CardLaid(1))
    assert ready.is_at(Page.READING)


def test_without_readers_the_page_sends_to_the_guide_desk_and_back_leads_out(ready) -> None:
    to_matters(ready)
    ready.press("no-matter")
    ready.hear(ReadersSeen(()))
    assert ready.is_at(Page.NO_READER)
    ready.press("back")
    assert ready.is_at(Page.MATTERS)


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
    to_matters(ready)
    ready.press("no-matter")
    assert "card-notice" in ready.names()


def test_an_anonymous_class_goes_on_without_a_card_and_without_a_reader(ready) -> None:
    gone = tuple(replace(one, status=replace(one.status, state="no_device")) for one in READERS)
    ready.hear(ReadersSeen(gone))
    ready.press("class-consult")
    ready.press("category-registration")
    ready.hear(MattersFound(visit_id=1, asked=1, found=MATTERS))
    ready.press("no-matter")
    assert ready.is_at(Page.NO_READER)
    ready.asked()
    ready.press("without-card")
    (asked,) = ready.asked()
    assert asked.request.holder is None
    ready.hear(PreviewSeen(visit_id=1, preview=PREVIEW))
    assert ready.text("who") == "不刷卡"


def test_any_other_class_asks_for_a_card(ready) -> None:
    to_matters(ready)
    ready.press("no-matter")
    assert "without-card" not in ready.names()


@pytest.fixture
def messaging(ready):
    ready.hear(HallSeen(WITH_MESSAGES.hall))
    return ready


def left_mobile(kiosk) -> str | None:
    (asked,) = kiosk.asked()
    return asked.decision.request.phone


def test_a_mobile_may_be_left_for_messages_and_no_name_on_the_stage_tells_it(messaging) -> None:
    to_confirm(messaging)
    assert messaging.text("mobile") == "短信提醒（可不填）"
    messaging.press("mobile")
    assert messaging.is_at(Page.MOBILE)
    messaging.press("key-1")
    messaging.press("key-done")
    assert messaging.text("mobile-notice").startswith("手机号不对")
    for digit in "3812345678":
        messaging.press(f"key-{digit}")
    assert not any("3812" in messaging.text(name).replace(" ", "") for name in messaging.names())
    messaging.press("key-done")
    assert messaging.text("mobile") == "短信发到 138****5678"
    messaging.press("way-paper")
    assert left_mobile(messaging) == "13812345678"


def test_the_keypad_alone_leaves_a_mobile(messaging) -> None:
    to_confirm(messaging)
    messaging.press("mobile")
    for digit in "13812345678":
        QTest.keyClick(messaging.opened.window, digit)
    QTest.keyClick(messaging.opened.window, Qt.Key.Key_Return)
    assert messaging.is_at(Page.CONFIRM)
    messaging.press("way-phone")
    assert left_mobile(messaging) == "13812345678"


def test_where_the_hall_sends_no_messages_nobody_is_offered_any(ready) -> None:
    to_confirm(ready)
    assert "mobile" not in ready.names()


def test_of_cases_in_several_places_only_one_at_a_window_can_be_chosen(ready) -> None:
    code, in_locker = "SL-1", CasePlace(kind=PlaceKind.DOOR, cabinet="L1", door=3)
    at_window = Case(
        code=code,
        category="registration",
        matter=None,
        state=CaseState.READY,
        accepted_at_ms=0,
        ready_at_ms=None,
    )
    lying = changed(at_window, code="SL-2", place=in_locker)
    ready.press("class-pickup")
    ready.hear(
        CardLaid(0),
        CardRead(visit_id=1, reader=0, holder=HOLDER),
        CasesFound(visit_id=1, cases=(lying, at_window)),
    )
    assert ready.is_at(Page.CASES)
    ready.asked()
    with pytest.raises(NotThere, match="not enabled"):
        ready.press("case-SL-2")
    ready.press(f"case-{code}")
    (asked,) = ready.asked()
    assert asked.request.case == code
