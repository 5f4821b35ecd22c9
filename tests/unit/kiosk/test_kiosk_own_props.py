"""What the pages of one's own number say: states, refusals, explanations, and what a change would mean."""

from dataclasses import replace

import pytest
from msgspec.structs import replace as changed

from kiosk.config import Patience
from kiosk.flow.effects import Change, Deferral, Return
from kiosk.flow.limits import limit_s
from kiosk.flow.visit import Comfort, Mode, OwnNumber, Page, Purpose, Visit
from kiosk.gallery_own import CALLS, PLACES, RENEWAL, states
from kiosk.samples import FACTS, HOLDER, TICKET
from kiosk.viewmodels.own import derive
from kiosk.viewmodels.own_explanation import explanation
from kiosk.viewmodels.own_message import answer
from kiosk.viewmodels.own_number import own_number
from kiosk.viewmodels.own_question import question
from kiosk.viewmodels.own_words import state_words
from queue_core.wire.choices import Convert, Explanation, Prospect
from queue_core.wire.messages import Errand, Estimate, Slot
from queue_core.wire.words import TicketClass, TicketState

OWN = OwnNumber(ticket=TICKET, is_holder=True)
VISIT = Visit(visit_id=1, page=Page.OWN, purpose=Purpose.OWN, own=OWN, ticket=TICKET)
SLOT = Slot(reference="", starts_at_ms=1_795_312_800_000, ends_at_ms=1_795_314_600_000)
PROSPECT = Prospect(
    ahead_now=6, now=None, ahead=2, estimate=Estimate(p50_s=240, p90_s=480), keeps_appointment=False
)
WANTED = Convert(ticket_class=TicketClass.CONSULT, category="construction")
TOLD = Explanation(number="023", windows=(1, 2), own=(), before=(), elsewhere=0)


def of(ticket, **fields: object) -> Visit:
    return replace(VISIT, own=replace(OWN, ticket=ticket, **fields), ticket=ticket)


@pytest.mark.parametrize("state", list(TicketState))
def test_every_state_is_said_in_words(state: TicketState) -> None:
    assert state_words(changed(TICKET, state=state)).headline != ""


def test_a_called_number_says_where_to_go_and_no_wait() -> None:
    hall = changed(FACTS.hall, places=PLACES)
    called = changed(TICKET, state=TicketState.CALLED, window=5, windows=(1, 2, 5))
    shown = own_number(of(called), replace(FACTS, hall=hall))
    assert (shown.headline, shown.tone, shown.wait) == ("请现在到 5 号窗口", "good", "")
    assert shown.where == ("5 号窗口，A 座 2 楼 B 区，步行约 3 分钟",)


def test_how_many_still_go_first_is_said() -> None:
    deferred = changed(TICKET, state=TicketState.DEFERRED, passes_left=2)
    assert "2 位" in state_words(deferred).headline


def test_a_right_that_counts_is_said() -> None:
    assert own_number(of(changed(TICKET, slot=SLOT)), FACTS).right == "预约 10:00–10:30"


def test_matters_are_named_and_the_others_said_by_their_business() -> None:
    errands = (
        Errand(ticket_class=TicketClass.ACCEPT, category="registration", matter=RENEWAL.code),
        Errand(ticket_class=TicketClass.CONSULT, category="business"),
        Errand(ticket_class=TicketClass.CONSULT, category="trade", is_done=True),
    )
    visit = replace(of(changed(TICKET, errands=errands)), known_matters=(RENEWAL,))
    assert own_number(visit, FACTS).matters == ("食品经营许可证延续换发", "咨询 · 经营管理")


def test_a_number_that_changed_meanwhile_says_so_in_the_language_of_the_page() -> None:
    visit = replace(VISIT, trouble="ticket-ended", language="en")
    assert own_number(visit, FACTS).notice.endswith("This number has ended. Please take a new one.")


def test_fewer_things_are_offered_to_the_elderly() -> None:
    every = {act.act for act in own_number(VISIT, FACTS).acts}
    elderly = replace(VISIT, comfort=Comfort(mode=Mode.ELDERLY))
    fewer = {act.act for act in own_number(elderly, FACTS).acts}
    assert fewer < every
    assert {"explain", "convert"} <= fewer


def test_how_a_typed_number_becomes_ones_own_is_said() -> None:
    assert own_number(of(TICKET, is_holder=False), FACTS).proof != ""
    assert own_number(VISIT, FACTS).proof == ""


def test_nobody_called_before_is_said_with_the_rule() -> None:
    visit = replace(of(TICKET, explanation=TOLD), page=Page.EXPLANATION)
    shown = explanation(visit, Page.EXPLANATION, FACTS)
    assert (shown.calls, shown.elsewhere) == ((), "")
    assert "没有叫过别人" in shown.nobody
    assert "45 分钟" in shown.rule


def test_each_call_before_has_its_reason_in_the_language_of_the_page() -> None:
    told = changed(TOLD, before=CALLS[:2], elsewhere=3)
    visit = replace(of(TICKET, explanation=told), language="en")
    shown = explanation(visit, Page.EXPLANATION, FACTS)
    assert [(call.number, call.why) for call in shown.calls] == [
        ("027", "has an appointment for 10:00 which is due"),
        ("031", CALLS[1].said["en"]),
    ]
    assert "3" in shown.elsewhere


def test_without_appointments_the_rule_names_none() -> None:
    hall = changed(FACTS.hall, has_appointments=False)
    visit = of(TICKET, explanation=TOLD)
    assert "预约" not in explanation(visit, Page.EXPLANATION, replace(FACTS, hall=hall)).rule


def test_a_conversion_shows_the_wait_as_it_is_and_as_it_would_be() -> None:
    shown = question(of(TICKET, wanted=WANTED, prospect=PROSPECT), Page.CONVERT_CONFIRM, FACTS)
    assert shown.title == "改为 咨询 · 建设工程？"
    assert [(row.now, row.after) for row in shown.rows] == [
        ("您前面还有 6 人", "您前面还有 2 人"),
        ("暂时估不出", "约 4 分钟，多数不超过 8 分钟"),
    ]
    assert (shown.warning, shown.promise) == ("", "您的号码和先后次序不变。")


@pytest.mark.parametrize(("keeps", "words"), [(True, "仍然有效"), (False, "不能用于这项业务")])
def test_what_becomes_of_the_appointment_is_said_before(*, keeps: bool, words: str) -> None:
    prospect = changed(PROSPECT, keeps_appointment=keeps)
    visit = of(changed(TICKET, slot=SLOT), wanted=WANTED, prospect=prospect)
    shown = question(visit, Page.CONVERT_CONFIRM, FACTS)
    assert words in (shown.promise if keeps else shown.warning)
    assert (shown.warning == "") is keeps


def test_a_wait_that_cannot_be_told_is_said_so() -> None:
    shown = question(of(TICKET, wanted=WANTED), Page.CONVERT_CONFIRM, FACTS)
    assert shown.rows == ()
    assert shown.warning != ""
    assert shown.confirm != ""


def test_the_second_question_before_cancelling_is_another_one() -> None:
    first = question(VISIT, Page.ASK_CANCEL, FACTS)
    second = question(of(TICKET, is_sure=True), Page.ASK_CANCEL, FACTS)
    assert first.title != second.title
    assert first.is_grave
    assert second.is_grave


def test_a_refusal_that_passes_may_be_tried_again_and_another_may_not() -> None:
    asked = Change(visit_id=1, ticket_id=23, change=Deferral(), key="")
    troubled = replace(VISIT, question=asked, trouble="hall-unreachable")
    assert answer(troubled, Page.ASK_TROUBLE, FACTS).again != ""
    assert answer(replace(troubled, trouble="too-many-errands"), Page.ASK_TROUBLE, FACTS).again == ""


def test_a_code_nobody_has_words_for_leads_to_the_guide_desk() -> None:
    troubled = replace(VISIT, trouble="something-new")
    assert "导办台" in answer(troubled, Page.ASK_TROUBLE, FACTS).text


@pytest.mark.parametrize(("change", "title"), [(Deferral(), "好的，先让几位办"), (Return(), "知道您回来了")])
def test_what_was_changed_is_said(change: Deferral | Return, title: str) -> None:
    asked = Change(visit_id=1, ticket_id=23, change=change, key="")
    assert answer(replace(VISIT, question=asked), Page.CHANGED, FACTS).title == title


@pytest.mark.parametrize("page", [Page.CHANGED, Page.RATED, Page.LIST_DONE])
def test_what_is_done_goes_home_by_itself_sooner_than_a_choice(page: Page) -> None:
    patience = Patience()
    assert limit_s(replace(VISIT, page=page), patience) == patience.done_for_s
    assert limit_s(VISIT, patience) == patience.ask_after_s


def test_no_props_show_a_secret_in_a_log() -> None:
    secret = TICKET.status_url.rpartition("#")[2]
    for _, visit, facts in states(FACTS, HOLDER, TICKET):
        assert secret not in repr(derive(visit, facts))
        assert HOLDER.id_number not in repr(derive(visit, facts))
