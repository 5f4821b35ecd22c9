"""The ticket on paper, in neutral words."""

import msgspec
import pytest

from drivers.contract.slip import Cut, Line, QrCode
from kiosk.gallery import HALL, HOLDER, TICKET
from kiosk.slip import balanced, compose
from kiosk.ticket_template import default
from queue_core.wire.messages import Estimate

COLUMNS = 48
SLIP = compose(TICKET, HALL, COLUMNS)
TEXTS = [one.text for one in SLIP.elements if isinstance(one, Line)]


@pytest.mark.parametrize(
    ("number", "columns", "size"), [("023", 48, 8), ("023", 32, 8), ("0023", 32, 8), ("A1023", 32, 6)]
)
def test_the_number_is_as_large_as_it_fits_into_one_line(number: str, columns: int, size: int) -> None:
    slip = compose(msgspec.structs.replace(TICKET, number=number), HALL, columns)
    largest = max((one for one in slip.elements if isinstance(one, Line)), key=lambda line: line.size)
    assert (largest.text, largest.size) == (number, size)


@pytest.mark.parametrize("columns", [48, 32])
@pytest.mark.parametrize("p50_s", [0, 720, 7_200, 15_000])
def test_no_line_is_left_for_the_printer_to_break(columns: int, p50_s: int) -> None:
    ticket = msgspec.structs.replace(TICKET, estimate=Estimate(p50_s=p50_s, p90_s=2 * p50_s))
    lines = [one for one in compose(ticket, HALL, columns).elements if isinstance(one, Line)]
    too_wide = [one.text for one in lines if len(one.text.encode("gbk")) * one.size > columns]
    assert too_wide == []


def test_broken_lines_are_about_as_long_as_each_other() -> None:
    name = HALL.names["en"]
    assert balanced(name, 48) == [name]
    assert balanced(name, 32) == ["Demonstration Government", "Service Centre"]
    assert balanced("", 32) == []


def test_it_names_hall_class_and_category_in_chinese_and_english() -> None:
    said = "\n".join(TEXTS)
    for word in (
        "示范政务服务中心",
        "Demonstration Government Service Centre",
        "注册登记 受理",
        "Registration · Apply",
    ):
        assert word in said


def test_it_says_when_it_was_taken_and_who_is_ahead() -> None:
    said = "\n".join(TEXTS)
    assert {"取号时间 2026-11-22 09:00", "Issued 2026-11-22 09:00"} <= set(TEXTS)
    assert "前面等候 6 人" in said
    assert "叫号多次未到" in said


def test_it_says_in_both_languages_how_long_it_may_take() -> None:
    assert "约 12 分钟，多数不超过 18 分钟" in TEXTS
    assert "About 12 min, 9 in 10 within 18 min" in TEXTS
    narrow = [one.text for one in compose(TICKET, HALL, 32).elements if isinstance(one, Line)]
    assert {"About 12 min,", "9 in 10 within 18 min"} <= set(narrow)


def test_without_an_estimate_it_says_nothing_of_minutes() -> None:
    slip = compose(msgspec.structs.replace(TICKET, estimate=None), HALL, COLUMNS)
    said = "".join(one.text for one in slip.elements if isinstance(one, Line))
    assert "分钟" not in said
    assert "min" not in said


def test_a_ticket_that_may_not_be_called_says_so_in_both_languages_and_others_do_not() -> None:
    late = compose(msgspec.structs.replace(TICKET, may_not_be_called=True), HALL, COLUMNS)
    added = {one.text for one in late.elements if isinstance(one, Line)} - set(TEXTS)
    assert "今天下班前可能叫不到，请问导办台" in added
    assert any("may not be called today" in text for text in added)


def test_no_line_of_a_language_has_letters_of_another() -> None:
    english = default().model_copy(update={"languages": ("en",)})
    lines = [one.text for one in compose(TICKET, HALL, COLUMNS, english).elements if isinstance(one, Line)]
    assert [text for text in lines if not text.isascii() and "·" not in text] == []


def test_its_qr_code_is_the_status_url_and_nothing_else_is() -> None:
    (code,) = (one for one in SLIP.elements if isinstance(one, QrCode))
    assert code.content == TICKET.status_url
    assert not any(TICKET.status_url in text for text in TEXTS)


def test_it_ends_with_one_cut() -> None:
    assert [index for index, one in enumerate(SLIP.elements) if isinstance(one, Cut)] == [
        len(SLIP.elements) - 1
    ]


def test_it_says_nothing_about_who_it_is() -> None:
    assert HOLDER.name not in "".join(TEXTS)
    assert HOLDER.id_number[-4:] not in "".join(TEXTS)
