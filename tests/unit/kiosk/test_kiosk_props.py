"""What the pages show, derived from visit and facts (in the source language)."""

from dataclasses import replace

import msgspec
import pytest

from drivers.contract.card_reader import Cardholder
from drivers.contract.card_reader import CardKind as ReaderCard
from kiosk.backstage.readers import as_the_hall_says
from kiosk.flow.facts import Facts
from kiosk.flow.visit import Page, Visit
from kiosk.gallery import FACTS, HALL, HOLDER, KNOWN, TAKEN, TICKET, WITHOUT_PAPER, states
from kiosk.viewmodels import messages
from kiosk.viewmodels.derive import KioskProps, derive, masked
from queue_core.wire.words import CardKind, TicketState

CARD_CODES = [
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
def test_no_page_shows_a_whole_name_or_any_digit_of_a_card(name: str, visit: Visit, facts: Facts) -> None:
    shown = repr(derive(visit, facts))
    assert HOLDER.name not in shown, name
    assert HOLDER.id_number not in shown
    assert HOLDER.id_number[-4:] not in shown


def test_the_qr_is_not_in_what_a_log_could_hold() -> None:
    props = derive(replace(TAKEN, page=Page.QR), FACTS)
    assert props.ticket.qr == TICKET.status_url
    assert TICKET.status_url not in repr(props)


def test_a_fresh_visit_shows_nothing_of_the_one_before() -> None:
    assert derive(Visit(visit_id=2), FACTS).ticket == KioskProps().ticket


def test_confirm_shows_class_category_person_and_who_waits() -> None:
    ticket = derive(replace(KNOWN, page=Page.CONFIRM), FACTS).ticket
    assert (ticket.ticket_class, ticket.category, ticket.masked_name) == ("accept", "注册登记", "张**")
    assert ticket.waiting == "现在有 6 人等候"
    assert ticket.card == "居民身份证"


@pytest.mark.parametrize(
    ("read", "shown"),
    [
        (ReaderCard.RESIDENT_ID, "居民身份证"),
        (ReaderCard.SOCIAL_SECURITY, "社会保障卡"),
        (ReaderCard.RESIDENCE_PERMIT, "港澳台居民居住证"),
        (ReaderCard.PERMANENT_RESIDENCE, "外国人永久居留身份证"),
    ],
)
def test_every_card_a_reader_reads_is_one_the_hall_knows_and_has_its_name(
    read: ReaderCard, shown: str
) -> None:
    holder = as_the_hall_says(Cardholder(name="安娜", id_number="DEU440190030712", card=read))
    assert derive(replace(KNOWN, page=Page.CONFIRM, holder=holder), FACTS).ticket.card == shown
    assert {one.value for one in ReaderCard} <= {one.value for one in CardKind}


def test_without_paper_the_home_page_says_so_before_anybody_begins() -> None:
    choice = derive(Visit(visit_id=1), WITHOUT_PAPER).choice
    assert choice.paper_notice == "打印机没有纸了，请用手机扫码取号。"
    assert not choice.offers_paper


def test_names_follow_the_language_and_fall_back_to_chinese() -> None:
    visit = Visit(visit_id=1, page=Page.CATEGORY, ticket_class=KNOWN.ticket_class, language="en")
    assert derive(visit, FACTS).choice.categories[0].name == "Registration"
    hant = replace(visit, language="zh-Hant")
    assert derive(hant, FACTS).choice.categories[0].name == "注册登记"


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


def test_a_number_tells_how_long_it_may_take_if_the_hall_knows() -> None:
    assert derive(replace(TAKEN, page=Page.DONE), FACTS).ticket.wait == "约 12 分钟，多数不超过 18 分钟"
    silent = msgspec.structs.replace(TICKET, estimate=None)
    assert derive(replace(TAKEN, page=Page.DONE, ticket=silent), FACTS).ticket.wait == ""


@pytest.mark.parametrize("state", TicketState)
def test_a_number_that_is_held_already_tells_where_it_stands(state: TicketState) -> None:
    held = replace(TAKEN, page=Page.HELD, ticket=msgspec.structs.replace(TICKET, state=state))
    assert ("还有 6 人" in derive(held, FACTS).ticket.place) is (state is TicketState.WAITING)
    assert derive(held, FACTS).ticket.place


def test_a_hall_that_says_it_is_closed_shows_it_before_anybody_begins() -> None:
    closed = replace(FACTS, hall=msgspec.structs.replace(HALL, is_closed=True))
    assert derive(Visit(visit_id=1), closed).shell.page == "closed"


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
        return derive(replace(KNOWN, page=Page.TAKE_TROUBLE, trouble=code), FACTS).message.can_retry

    assert can_retry("hall-unreachable")
    assert not can_retry("hall-closed")
