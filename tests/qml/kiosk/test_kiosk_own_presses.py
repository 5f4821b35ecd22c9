"""One's own number, pickup, the list and the rating by real presses: what is shown, and what is asked."""

from dataclasses import replace

import pytest
from msgspec.structs import replace as changed
from PySide6.QtCore import QCoreApplication

from drivers.contract.events import CodeKind
from kiosk.app import open_kiosk
from kiosk.flow.effects import (
    AskExplanation,
    AskPreview,
    AskProspect,
    Cancellation,
    Change,
    Deferral,
    Effect,
    FindCases,
    FindTickets,
    LookForCards,
    Print,
    RateVisit,
    ReadCard,
    ReadText,
    Return,
    Withdraw,
)
from kiosk.flow.events import (
    AskFailed,
    CardLaid,
    CardRead,
    CasesFound,
    CodeKnown,
    CodeScanned,
    ExplanationSeen,
    HallSeen,
    ListPrinted,
    PrinterSeen,
    ProspectSeen,
    ReadersSeen,
    TicketChanged,
    TicketsFound,
)
from kiosk.flow.visit import Page, Visit
from kiosk.gallery_own import CALLS
from kiosk.samples import HALL, HOLDER, PRINTER, READERS, TICKET
from kiosk.samples_matters import MATTER
from queue_core.wire.cases import Case
from queue_core.wire.choices import Convert, Explanation, Prospect
from queue_core.wire.finding import CodeRead
from queue_core.wire.messages import Estimate
from queue_core.wire.words import CaseState, TicketClass, TicketState
from tests.qml.kiosk.conftest import PATIENCE, Kiosk

PROSPECT = Prospect(
    ahead_now=6,
    now=Estimate(p50_s=700, p90_s=1_075),
    ahead=2,
    estimate=Estimate(p50_s=240, p90_s=480),
    keeps_appointment=True,
)


@pytest.fixture(scope="module")
def opened_once(request):
    """One window for all of these: opening takes longer than any visit."""
    request.getfixturevalue("qapp")
    effects: list[Effect] = []
    presenter, opened = open_kiosk(PATIENCE, effects.append)
    opened.resize(1080, 1920)
    opened.window.setVisible(True)
    QCoreApplication.processEvents()
    yield Kiosk(presenter, opened, effects), presenter.facts
    opened.speak("zh-CN")
    opened.close()


@pytest.fixture
def ready(opened_once):
    kiosk, facts = opened_once
    kiosk.presenter.visit, kiosk.presenter.facts = Visit(visit_id=1), facts
    kiosk.opened.speak("zh-CN")
    kiosk.hear(HallSeen(HALL), ReadersSeen(READERS), PrinterSeen(PRINTER))
    kiosk.asked()
    return kiosk


def lay_card(kiosk) -> None:
    kiosk.hear(CardLaid(0), CardRead(visit_id=1, reader=0, holder=HOLDER))


def to_own(kiosk, *tickets) -> None:
    kiosk.press("own-number")
    lay_card(kiosk)
    kiosk.hear(TicketsFound(visit_id=1, tickets=tickets or (TICKET,)))
    kiosk.asked()


def asked(kiosk) -> object:
    (effect,) = kiosk.asked()
    return effect


def test_ones_own_number_is_found_by_the_card(ready) -> None:
    ready.press("own-number")
    assert ready.is_at(Page.CARD)
    lay_card(ready)
    assert ready.is_at(Page.ASKING)
    assert [type(one) for one in ready.asked()] == [LookForCards, ReadCard, FindTickets]
    ready.hear(TicketsFound(visit_id=1, tickets=(TICKET,)))
    assert ready.is_at(Page.OWN)
    assert (ready.text("number"), ready.text("state")) == ("023", "您前面还有 6 人")
    assert ready.text("wait") == "约 12 分钟，多数不超过 18 分钟"
    ready.press("leave")
    assert ready.is_at(Page.HOME)
    assert not [one for one in ready.asked() if isinstance(one, Withdraw)]


def test_a_typed_number_is_shown_and_nothing_may_be_changed(ready) -> None:
    ready.press("own-number")
    ready.press("type-instead")
    assert ready.is_at(Page.OWN_TYPING)
    ready.asked()
    for key in ("key-0", "key-2", "key-3", "key-done"):
        ready.press(key)
    assert asked(ready) == ReadText(visit_id=1, text="023")
    unproved = changed(TICKET, status_url="")
    ready.hear(CodeKnown(visit_id=1, read=CodeRead(ticket=unproved, is_holder=False)))
    assert ready.is_at(Page.OWN)
    assert {name for name in ready.names() if name.startswith("act-")} == {"act-explain"}
    assert "own-proof" in ready.names()


def test_who_was_called_before_is_told_with_the_reasons_and_the_rule(ready) -> None:
    to_own(ready)
    ready.press("act-explain")
    assert asked(ready) == AskExplanation(visit_id=1, ticket_id=23)
    told = Explanation(number="023", windows=(1, 2), own=(), before=CALLS[:1], elsewhere=2)
    ready.hear(ExplanationSeen(visit_id=1, explanation=told))
    assert ready.is_at(Page.EXPLANATION)
    assert "2 个号" in ready.text("elsewhere")
    assert "60 分钟" in ready.text("rule")
    ready.press("back")
    assert ready.is_at(Page.OWN)


def test_a_conversion_is_shown_before_it_is_asked_for(ready) -> None:
    to_own(ready)
    ready.press("act-convert")
    ready.press("unit-consult-construction")
    assert isinstance(asked(ready), AskProspect)
    ready.hear(ProspectSeen(visit_id=1, prospect=PROSPECT))
    assert ready.is_at(Page.CONVERT_CONFIRM)
    assert "promise" in ready.names()
    ready.press("confirm")
    change = asked(ready)
    assert isinstance(change, Change)
    assert change.change == Convert(ticket_class=TicketClass.CONSULT, category="construction", errand=0)
    converted = changed(TICKET, ticket_class=TicketClass.CONSULT, category="construction", ahead=2)
    ready.hear(TicketChanged(visit_id=1, ticket=converted))
    assert ready.is_at(Page.CHANGED)
    assert ready.text("state") == "您前面还有 2 人"


def test_a_number_called_while_it_was_to_be_deferred_is_shown_as_it_is(ready) -> None:
    to_own(ready)
    ready.press("act-defer")
    ready.press("confirm")
    change = asked(ready)
    assert isinstance(change, Change)
    assert change.change == Deferral()
    ready.hear(AskFailed(visit_id=1, code="wrong-state"))
    called = changed(TICKET, state=TicketState.CALLED, window=5)
    ready.hear(CodeKnown(visit_id=1, read=CodeRead(ticket=called, is_holder=True)))
    assert ready.is_at(Page.OWN)
    assert ready.text("state") == "请现在到 5 号窗口"
    assert "own-notice" in ready.names()


def test_a_number_is_given_up_after_two_questions(ready) -> None:
    to_own(ready)
    ready.press("act-cancel")
    assert ready.is_at(Page.ASK_CANCEL)
    ready.press("confirm")
    assert ready.is_at(Page.ASK_CANCEL)
    assert ready.asked() == []
    ready.press("confirm")
    change = asked(ready)
    assert isinstance(change, Change)
    assert change.change == Cancellation()
    ready.hear(TicketChanged(visit_id=1, ticket=changed(TICKET, state=TicketState.CANCELLED)))
    assert ready.text("message-title") == "号已经取消"
    ready.press("leave")
    assert ready.is_at(Page.HOME)


def test_who_missed_the_call_says_that_he_is_back(ready) -> None:
    to_own(ready, changed(TICKET, state=TicketState.ABSENT, estimate=None))
    ready.press("act-come-back")
    change = asked(ready)
    assert isinstance(change, Change)
    assert change.change == Return()
    deferred = changed(TICKET, state=TicketState.DEFERRED, passes_left=3)
    ready.hear(TicketChanged(visit_id=1, ticket=deferred))
    assert ready.text("state") == "已顺延，还要让 3 位先办"


def test_a_number_that_stands_is_printed_again(ready) -> None:
    to_own(ready)
    ready.press("act-reprint")
    assert ready.asked() == [Print(visit_id=1, ticket=TICKET)]


def test_another_number_of_the_same_person_is_one_press_away(ready) -> None:
    to_own(ready, TICKET, changed(TICKET, ticket_id=31, number="031"))
    ready.press("number-031")
    assert ready.text("number") == "031"
    assert "number-023" in ready.names()


def test_a_hall_that_does_not_answer_is_asked_the_same_again(ready) -> None:
    to_own(ready)
    ready.press("act-explain")
    first = ready.asked()
    ready.hear(AskFailed(visit_id=1, code="hall-unreachable"))
    assert ready.is_at(Page.ASK_TROUBLE)
    ready.press("again")
    assert ready.asked() == first


def test_who_has_no_number_takes_one_now(ready) -> None:
    ready.press("own-number")
    ready.hear(CodeScanned(text="nobody knows this", kind=CodeKind.OTHER))
    ready.hear(CodeKnown(visit_id=1, read=CodeRead()))
    assert ready.is_at(Page.NO_NUMBER)
    ready.press("take")
    assert ready.is_at(Page.HOME)


def test_a_finished_document_is_found_by_the_card_and_gives_a_number(ready) -> None:
    ready.press("class-pickup")
    lay_card(ready)
    assert isinstance(ready.asked()[-1], FindCases)
    cases = tuple(
        Case(
            code=code,
            category="trade",
            matter=None,
            state=CaseState.READY,
            accepted_at_ms=0,
            ready_at_ms=1_795_200_000_000,
        )
        for code in ("SL-117", "SL-118")
    )
    ready.hear(CasesFound(visit_id=1, cases=cases))
    assert ready.is_at(Page.CASES)
    ready.press("case-SL-118")
    preview = asked(ready)
    assert isinstance(preview, AskPreview)
    assert preview.request.case == "SL-118"
    assert [each.case for each in preview.request.further] == ["SL-117"]


def test_without_a_finished_document_a_pickup_number_is_still_to_be_had(ready) -> None:
    ready.press("class-pickup")
    lay_card(ready)
    ready.hear(CasesFound(visit_id=1, cases=()))
    assert ready.is_at(Page.NO_CASE)
    ready.press("take")
    assert ready.is_at(Page.CATEGORY)


def test_the_number_of_a_case_is_typed_with_letters_and_signs(ready) -> None:
    ready.press("class-pickup")
    ready.press("type-instead")
    ready.asked()
    for key in ("key-switch", "key-S", "key-L", "key--", "key-switch", "key-7", "key-done"):
        ready.press(key)
    assert asked(ready) == ReadText(visit_id=1, text="SL-7")


def test_a_pickup_code_is_typed_without_switching_keys(ready) -> None:
    ready.press("class-pickup")
    ready.press("type-instead")
    ready.asked()
    for digit in "123456789":
        ready.press(f"key-{digit}")
    ready.press("key-done")
    assert asked(ready) == ReadText(visit_id=1, text="123456789")


def test_a_visit_is_rated_once_and_thanked_for(ready) -> None:
    ready.press("rate")
    lay_card(ready)
    served = changed(TICKET, state=TicketState.FINISHED, served_at=5, may_rate=True)
    ready.hear(TicketsFound(visit_id=1, tickets=(served,)))
    assert ready.is_at(Page.RATE)
    ready.asked()
    ready.press("level-5")
    wish = asked(ready)
    assert isinstance(wish, RateVisit)
    assert (wish.ticket_id, wish.level) == (23, 5)
    ready.hear(TicketChanged(visit_id=1, ticket=changed(served, may_rate=False)))
    assert ready.text("message-title") == "谢谢您的评价"


def test_the_printed_list_is_told_of(ready) -> None:
    visit = replace(ready.presenter.visit, page=Page.ASKING, matter=MATTER)
    ready.presenter.visit = visit
    ready.hear(ListPrinted(visit_id=1))
    assert ready.is_at(Page.LIST_DONE)
    assert ready.text("message-title") == "请取走材料清单"
    ready.press("leave")
    assert ready.is_at(Page.HOME)


def test_a_refusal_is_told_in_the_language_of_the_page(ready) -> None:
    ready.press("language-en")
    to_own(ready)
    ready.press("act-defer")
    ready.press("confirm")
    ready.hear(AskFailed(visit_id=1, code="too-many-errands"))
    assert (
        ready.text("message-text")
        == "One number cannot hold more matters. Please take another when these are done."
    )
