"""The ticket on paper, in neutral words."""

import msgspec
import pytest

from display.ticket.slip import balanced, compose
from display.ticket.template import default
from drivers.contract.slip import Cut, Line, QrCode
from kiosk.samples import HALL, HOLDER, SLOT, TICKET
from queue_core.wire.messages import Estimate, Ticket
from queue_core.wire.words import PriorityKind

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


def said(ticket: Ticket, language: str = "", columns: int = COLUMNS) -> list[str]:
    slip = compose(ticket, HALL, columns, language=language)
    return [one.text for one in slip.elements if isinstance(one, Line)]


def test_it_says_which_windows_serve_it_and_where_to_wait() -> None:
    assert {"1-3、5 号窗口", "请到 主楼 2 楼 B区 等候", "请留意大屏和广播"} <= set(TEXTS)
    assert {"At window 1-3, 5", "Please wait at Main building, floor 2, Zone B"} <= set(TEXTS)


def test_without_windows_it_sends_nobody_anywhere() -> None:
    texts = said(msgspec.structs.replace(TICKET, windows=()))
    assert "请在大厅等候，留意大屏和广播" in texts
    assert not any("窗口" in text or "window" in text for text in texts)


def test_windows_all_over_the_house_are_told_without_a_place() -> None:
    places = tuple(
        msgspec.structs.replace(HALL.places[0], code=str(window), windows=(window,)) for window in (1, 2, 3)
    )
    slip = compose(TICKET, msgspec.structs.replace(HALL, places=places), COLUMNS)
    texts = [one.text for one in slip.elements if isinstance(one, Line)]
    assert "1-3、5 号窗口" in texts
    assert "请在大厅等候，留意大屏和广播" in texts


def test_an_appointment_is_told_with_its_time_and_a_right_without_its_reason() -> None:
    ticket = msgspec.structs.replace(TICKET, slot=SLOT, priority=PriorityKind.DISABILITY)
    added = set(said(ticket)) - set(TEXTS)
    assert added == {"预约 10:00-10:30", "Appointment 10:00-10:30", "优先号", "Priority number"}


def test_who_reads_traditional_characters_gets_them_in_the_place_of_the_simplified() -> None:
    texts = said(msgspec.structs.replace(TICKET, slot=SLOT, may_not_be_called=True), "zh-Hant")
    assert {"預約 10:00-10:30", "請到 主樓 2 樓 B區 等候", "今天下班前可能叫不到，請問服務台"} <= set(texts)
    assert {"1-3、5 號窗口", "At window 1-3, 5"} <= set(texts)
    assert not any("号" in text or "约" in text for text in texts)


def test_who_reads_english_finds_it_beside_the_chinese() -> None:
    assert said(TICKET, "en") == TEXTS
