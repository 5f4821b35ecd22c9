"""What the pages of taking a number show, derived from visit and facts (in the source language)."""

from dataclasses import replace
from typing import Any

import msgspec
import pytest

from drivers.contract.card_reader import Cardholder
from drivers.contract.card_reader import CardKind as ReaderCard
from kiosk.backstage.readers import as_the_hall_says
from kiosk.flow.facts import Facts
from kiosk.flow.steps import fresh
from kiosk.flow.visit import Comfort, Mode, Page, Purpose, Visit, Way
from kiosk.gallery import states
from kiosk.samples import (
    CHECKING_IN,
    CHOSEN,
    FACTS,
    HALL,
    HOLDER,
    KNOWN,
    LINK,
    MORNING_MS,
    PREVIEW,
    SLOT,
    TAKEN,
    TICKET,
    WITH_ALL,
    WITHOUT_PAPER,
)
from kiosk.samples_matters import ELSEWHERE, MATTER, MATTERS
from kiosk.viewmodels import messages
from kiosk.viewmodels.sections import SECTIONS
from kiosk.viewmodels.taking_foresight import ForesightProps
from kiosk.viewmodels.taking_identity import IdentityProps, shown_number
from kiosk.viewmodels.taking_matters import MatterProps, MattersProps
from kiosk.viewmodels.taking_words import masked, stretches
from queue_core.wire.matters import FoundMatters
from queue_core.wire.messages import CardHolder
from queue_core.wire.words import CardKind, PriorityKind, TicketClass, TicketState


def derive(visit: Visit, facts: Facts) -> dict[str, Any]:
    """The props of all sections, by their models' names."""
    return {name: props for section in SECTIONS for name, props in section.derive(visit, facts).items()}


def shown(name: str, visit: Visit, facts: Facts = FACTS) -> Any:
    return derive(visit, facts)[name]


CARD_CODES = [
    "code-expired",
    "code-unknown",
    "code-unreachable",
    "no-card",
    "card-removed",
    "card-mute",
    "card-unknown",
    "card-unreadable",
    "check-digit-wrong",
    "link-lost",
]


@pytest.mark.parametrize(
    ("name", "shown"), [("张三", "张*"), ("张秀兰", "张**"), ("欧阳小明", "欧**"), ("张", "张"), ("", "")]
)
def test_a_name_is_shown_by_its_first_letter(name: str, shown: str) -> None:
    assert masked(name) == shown


@pytest.mark.parametrize(("name", "visit", "facts"), list(states()))
def test_no_page_tells_a_log_a_whole_name_any_digit_of_a_card_or_a_link(
    name: str, visit: Visit, facts: Facts
) -> None:
    told = repr(derive(visit, facts))
    for secret in (HOLDER.name, HOLDER.id_number, HOLDER.id_number[-4:], TICKET.status_url, LINK):
        assert secret not in told, name


@pytest.mark.parametrize(("name", "visit", "facts"), list(states()))
def test_a_fresh_visit_shows_nothing_of_the_one_before(name: str, visit: Visit, facts: Facts) -> None:
    assert derive(fresh(visit), facts) == derive(Visit(visit_id=1), facts), name


def test_what_is_empty_before_anybody_came_is_empty_after() -> None:
    props = derive(Visit(visit_id=2), FACTS)
    assert props["matters"] == MattersProps()
    assert props["matter"] == MatterProps()
    assert props["identity"] == IdentityProps()
    assert props["foresight"] == ForesightProps()
    assert props["ticket"].number == ""
    assert not props["choice"].is_known


# Home and categories


def test_home_says_of_each_class_how_many_wait_and_how_long_that_usually_is() -> None:
    accept, consult, pickup = shown("choice", Visit(visit_id=1)).classes
    assert (accept.code, accept.name, accept.waiting) == (
        "accept",
        "办理业务",
        "19 人等候，一般等 1～24 分钟",
    )
    assert (consult.code, pickup.code) == ("consult", "pickup")


def test_home_offers_only_what_the_hall_has() -> None:
    only_consult = tuple(
        msgspec.structs.replace(one, classes=(TicketClass.CONSULT,)) for one in HALL.categories
    )
    small = msgspec.structs.replace(HALL, categories=only_consult, has_appointments=False)
    choice = shown("choice", Visit(visit_id=1), replace(FACTS, hall=small))
    assert [one.code for one in choice.classes] == ["consult"]
    assert not choice.has_check_in
    assert shown("choice", Visit(visit_id=1)).has_check_in


def test_the_elderly_mode_offers_less_at_home() -> None:
    elderly = Visit(visit_id=1, comfort=Comfort(mode=Mode.ELDERLY))
    choice = shown("choice", elderly)
    assert len(choice.classes) == 3
    assert (choice.has_check_in, choice.has_guidance, choice.has_rating) == (False, False, False)


def test_who_is_known_is_greeted_without_the_whole_name() -> None:
    assert shown("choice", Visit(visit_id=1, holder=HOLDER)).greeting == "张**，您好，请选择"
    typed = CardHolder(name="", id_number=HOLDER.id_number, card=CardKind.RESIDENT_ID)
    assert shown("choice", Visit(visit_id=1, holder=typed)).greeting == "您好，请选择"
    assert shown("choice", Visit(visit_id=1)).greeting == ""


def test_each_category_says_who_waits_for_it_as_far_as_it_is_known() -> None:
    categories = shown("choice", replace(CHOSEN, page=Page.CATEGORY)).categories
    assert [one.waiting for one in categories] == [
        "6 人等候，一般等约 12 分钟",
        "没有人等候，一般等约 1 分钟",
        "12 人等候，一般等约 24 分钟",
        "1 人等候",
    ]


def test_without_paper_the_home_page_says_so_before_anybody_begins() -> None:
    choice = shown("choice", Visit(visit_id=1), WITHOUT_PAPER)
    assert choice.paper_notice == "打印机没有纸了，请用手机扫码取号。"
    assert not choice.offers_paper


def test_names_follow_the_language_and_fall_back_to_chinese() -> None:
    visit = Visit(visit_id=1, page=Page.CATEGORY, ticket_class=KNOWN.ticket_class, language="en")
    assert shown("choice", visit).categories[0].name == "Registration"
    assert shown("choice", replace(visit, language="zh-Hant")).categories[0].name == "注册登记"


def test_a_hall_that_says_it_is_closed_shows_it_before_anybody_begins() -> None:
    closed = replace(FACTS, hall=msgspec.structs.replace(HALL, is_closed=True))
    assert shown("shell", Visit(visit_id=1), closed).page == "closed"


# Matters


def test_a_list_of_matters_says_what_needs_no_queue_and_how_long_the_others_take() -> None:
    matters = shown("matters", replace(CHOSEN, page=Page.MATTERS, found=MATTERS))
    assert [(one.name, one.hint) for one in matters.lines[:2]] == [
        ("个体工商户设立登记", "不用排队"),
        ("有限责任公司设立登记", "办理约 25 分钟"),
    ]
    assert matters.offers_no_matter


def test_matters_that_the_chosen_class_cannot_have_are_not_listed() -> None:
    advice = tuple(
        msgspec.structs.replace(one, classes=(TicketClass.CONSULT,), without_queue=False)
        for one in MATTERS.matters
    )
    found = FoundMatters(matters=advice, total=len(advice))
    assert shown("matters", replace(CHOSEN, page=Page.MATTERS, found=found)).lines == ()


def test_an_empty_search_and_one_that_is_cut_short_say_what_to_type() -> None:
    searching = replace(CHOSEN, page=Page.MATTERS, found=FoundMatters(matters=(), total=0), typed="XYZ")
    assert "没有找到" in shown("matters", searching).notice
    assert "请多输几个字" in shown("matters", replace(searching, found=MATTERS)).notice
    assert shown("matters", replace(searching, found=None)).is_looking
    failed = replace(searching, found=None, trouble="hall-unreachable")
    assert not shown("matters", failed).is_looking
    assert "导办台" in shown("matters", failed).notice


def test_a_matter_says_what_to_bring_in_how_many_originals_and_copies() -> None:
    matter = shown("matter", replace(CHOSEN, page=Page.MATTER, matter=MATTER))
    assert matter.facts == "示范区市场监督管理局 · 办理约 25 分钟 · 要带 7 样材料"
    assert (matter.materials[3].name, matter.materials[3].amount) == (
        "经办人身份证",
        "原件 1 份，复印件 1 份",
    )
    assert (matter.elsewhere_title, matter.take_text) == ("", "取号")
    assert (matter.can_print, matter.can_go_to_phone) == (True, True)


def test_a_matter_done_elsewhere_says_so_and_where() -> None:
    matter = shown("matter", replace(CHOSEN, page=Page.MATTER, matter=ELSEWHERE))
    assert matter.elsewhere_title == "这件事不用排队"
    assert matter.elsewhere == ("主楼 2 楼 B区 13 号自助终端",)
    assert matter.web == "https://service.example.org/sole-trader"
    assert matter.take_text == "仍要取号"


def test_no_list_is_offered_on_paper_by_a_printer_that_does_not_print() -> None:
    assert not shown("matter", replace(CHOSEN, page=Page.MATTER, matter=MATTER), WITHOUT_PAPER).can_print


# Who is it


@pytest.mark.parametrize(
    ("typed", "seen"),
    [
        ("", ""),
        ("4401", "4401"),
        ("44010619", "••••06 19"),
        ("440106195603040027", "•••••• •••••••• 0027"),
    ],
)
def test_only_the_last_four_digits_typed_can_be_read(typed: str, seen: str) -> None:
    assert shown_number(typed) == seen


def test_each_purpose_says_what_may_be_held_or_typed_instead_of_a_card() -> None:
    def asked(purpose: Purpose) -> IdentityProps:
        visit = Visit(visit_id=1, page=Page.CARD, purpose=purpose, ticket_class=TicketClass.ACCEPT)
        props: IdentityProps = shown("identity", visit, WITH_ALL)
        return props

    assert asked(Purpose.TAKE).keys_text == "没带卡，输入身份证号"
    assert asked(Purpose.TAKE).scan_text == "或出示医保电子凭证二维码"
    assert asked(Purpose.OWN).keys_text == "没带卡，输入号码"
    assert "号票" in asked(Purpose.OWN).scan_text
    assert asked(Purpose.RATE).keys_text == ""
    assert "号票" in asked(Purpose.RATE).scan_text
    assert "回执" in asked(Purpose.COLLECT).scan_text


def test_without_a_scanner_and_leave_to_type_only_cards_are_spoken_of() -> None:
    identity = shown("identity", replace(CHOSEN, page=Page.CARD))
    assert (identity.scan_text, identity.keys_text) == ("", "")
    assert identity.reads_id_card


def test_the_page_of_the_card_tells_the_matter_in_a_line() -> None:
    identity = shown("identity", replace(CHOSEN, page=Page.CARD, matter=MATTER))
    assert (identity.matter, identity.matter_facts) == (
        "有限责任公司设立登记",
        "办理约 25 分钟 · 要带 7 样材料",
    )


# What you get


CONFIRMING = replace(KNOWN, page=Page.CONFIRM)


def test_confirm_shows_class_category_person_place_and_range() -> None:
    told = shown("foresight", CONFIRMING)
    assert (told.ticket_class, told.category, told.who) == ("accept", "注册登记", "张**，居民身份证")
    assert (told.ahead, told.wait) == ("您前面还有 6 人", "约 12 分钟，多数不超过 18 分钟")
    assert (told.right, told.notice, told.is_warned) == ("", "", False)


@pytest.mark.parametrize(
    ("changes", "right"),
    [
        ({"priority": PriorityKind.AGE}, "老年人优先（按证件年龄），相当于早到 45 分钟"),
        ({"is_verified_pickup": True}, "取件优先（已核实有件可取），相当于早到 10 分钟"),
        ({"slot": SLOT}, "预约 10:00–10:30，相当于早到 60 分钟"),
        ({"slot": SLOT, "priority": PriorityKind.AGE}, "预约 10:00–10:30，相当于早到 60 分钟"),
        ({}, ""),
    ],
)
def test_a_right_is_named_with_its_reason_and_what_it_is_worth(changes: dict[str, Any], right: str) -> None:
    told = msgspec.structs.replace(PREVIEW, **changes)
    assert shown("foresight", replace(CONFIRMING, preview=told)).right == right


@pytest.mark.parametrize(
    ("changes", "tone", "title", "text"),
    [
        ({"slot": SLOT}, "good", "您按时到了", "预约 10:00–10:30 有效"),
        (
            {"attached": SLOT, "counts_from_ms": MORNING_MS - 300_000},
            "info",
            "您来早了，可以先取号",
            "09:55 起自动按预约排队",
        ),
        ({"lapsed": "too-late"}, "warn", "预约时间已经过了", "从现在起排队"),
        ({"lapsed": "slot-too-short"}, "warn", "这次不能按预约排队", "办不完"),
    ],
)
def test_an_appointment_is_told_as_early_in_time_or_late(
    changes: dict[str, Any], tone: str, title: str, text: str
) -> None:
    told = shown("foresight", replace(CHECKING_IN, preview=msgspec.structs.replace(PREVIEW, **changes)))
    assert (told.notice_tone, told.notice_title) == (tone, title)
    assert text in told.notice


def test_the_warning_of_closing_time_stands_until_it_is_accepted() -> None:
    warned = replace(CONFIRMING, preview=msgspec.structs.replace(PREVIEW, may_not_be_called=True))
    assert shown("foresight", warned).is_warned
    assert shown("foresight", warned).notice_title == "今天不一定轮得到您"
    accepted = shown("foresight", replace(warned, accepts_risk=True))
    assert (accepted.is_warned, accepted.notice) == (False, "")


@pytest.mark.parametrize(
    ("read", "shown_as"),
    [
        (ReaderCard.RESIDENT_ID, "居民身份证"),
        (ReaderCard.SOCIAL_SECURITY, "社会保障卡"),
        (ReaderCard.RESIDENCE_PERMIT, "港澳台居民居住证"),
        (ReaderCard.PERMANENT_RESIDENCE, "外国人永久居留身份证"),
    ],
)
def test_every_card_a_reader_reads_is_one_the_hall_knows_and_has_its_name(
    read: ReaderCard, shown_as: str
) -> None:
    holder = as_the_hall_says(Cardholder(name="安娜", id_number="DEU440190030712", card=read))
    assert shown("foresight", replace(CONFIRMING, holder=holder)).who == f"安*，{shown_as}"
    assert {one.value for one in ReaderCard} <= {one.value for one in CardKind}


def test_a_typed_identity_is_shown_as_one() -> None:
    typed = CardHolder(name="", id_number=HOLDER.id_number, card=CardKind.RESIDENT_ID)
    assert shown("foresight", replace(CONFIRMING, holder=typed)).who == "手工输入证件号码"
    assert shown("foresight", replace(CONFIRMING, holder=None)).who == "不刷卡"


def test_appointments_are_listed_by_their_times() -> None:
    lines = shown("appointments", replace(CHECKING_IN, page=Page.APPOINTMENTS)).lines
    assert [(one.time, one.name) for one in lines] == [
        ("10:00–10:30", "注册登记 · 受理"),
        ("12:00–12:30", "经营管理 · 受理"),
    ]


# The number


def test_the_code_on_the_screen_is_the_link_for_one_phone_and_nothing_else() -> None:
    waiting = replace(TAKEN, page=Page.QR, way=Way.PHONE)
    assert shown("ticket", waiting).qr == ""
    assert shown("ticket", replace(waiting, link=LINK)).qr == LINK


def test_a_number_tells_where_to_go_and_which_windows_serve_it() -> None:
    done = shown("ticket", replace(TAKEN, page=Page.DONE))
    assert done.windows == "1–3、5 号窗口"
    assert done.where == ("主楼 2 楼 B区，步行约 3 分钟",)


def test_a_number_that_is_served_everywhere_names_no_place() -> None:
    halls = msgspec.structs.replace(
        HALL, places=tuple(msgspec.structs.replace(HALL.places[0], windows=(n,)) for n in (1, 2, 3))
    )
    assert shown("ticket", replace(TAKEN, page=Page.DONE), replace(FACTS, hall=halls)).where == ()


@pytest.mark.parametrize(
    ("numbers", "said"),
    [([], []), ([4], ["4"]), ([4, 5], ["4", "5"]), ([1, 2, 3, 5, 7, 8, 9, 10], ["1–3", "5", "7–10"])],
)
def test_windows_beside_each_other_are_drawn_together(numbers: list[int], said: list[str]) -> None:
    assert stretches(numbers) == said


def test_a_number_tells_how_long_it_may_take_if_the_hall_knows() -> None:
    assert shown("ticket", replace(TAKEN, page=Page.DONE)).wait == "约 12 分钟，多数不超过 18 分钟"
    silent = msgspec.structs.replace(TICKET, estimate=None)
    assert shown("ticket", replace(TAKEN, page=Page.DONE, ticket=silent)).wait == ""


@pytest.mark.parametrize("state", TicketState)
def test_a_number_tells_where_it_stands(state: TicketState) -> None:
    held = replace(TAKEN, page=Page.QR, ticket=msgspec.structs.replace(TICKET, state=state))
    assert ("还有 6 人" in shown("ticket", held).place) is (state is TicketState.WAITING)
    assert shown("ticket", held).place


# Troubles


@pytest.mark.parametrize("code", [*CARD_CODES, "a-code-nobody-knows"])
def test_every_card_trouble_says_what_to_do_now(code: str) -> None:
    said = messages.card_trouble(code)
    assert said.title
    assert "导办台" in said.text or "再" in said.text


@pytest.mark.parametrize("code", [*messages.TAKE, "a-code-nobody-knows"])
def test_every_trouble_with_a_number_says_what_to_do_now(code: str) -> None:
    said = messages.take_trouble(code)
    assert said.title
    assert said.text


def test_a_refusal_that_the_kiosk_does_not_know_leads_to_the_guide_desk() -> None:
    assert messages.take_trouble("a-code-nobody-knows") == messages.take_trouble("priority-unverified")
    assert "导办台" in messages.take_trouble("a-code-nobody-knows").text


@pytest.mark.parametrize(
    "code",
    [
        "hall-closed",
        "hall-closed-today",
        "hall-not-open-yet",
        "may-not-be-served",
        "not-offered",
        "quota-full",
        "will-not-be-served",
    ],
)
def test_each_refusal_of_the_halls_rules_has_a_page_of_its_own(code: str) -> None:
    assert messages.take_trouble(code).title != messages.take_trouble("a-code-nobody-knows").title


@pytest.mark.parametrize(
    "code", ["paper-out", "cover-open", "printer-fault", "printer-offline", "timed-out", "?"]
)
@pytest.mark.parametrize("has_left_printer", [True, False])
def test_every_trouble_with_paper_says_that_the_number_is_not_lost(
    code: str, *, has_left_printer: bool
) -> None:
    said = messages.paper_trouble(code, has_left_printer=has_left_printer)
    assert "没有丢" in said.text
    assert "手机扫码" in said.text


def test_only_what_may_help_is_offered_again() -> None:
    def can_retry(code: str) -> bool:
        trouble = replace(KNOWN, page=Page.TAKE_TROUBLE, trouble=code)
        return bool(shown("message", trouble).can_retry)

    assert can_retry("hall-unreachable")
    assert not can_retry("hall-closed")
