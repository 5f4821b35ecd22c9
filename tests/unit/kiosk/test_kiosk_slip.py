"""The ticket on paper, in neutral words."""

from drivers.contract.slip import Cut, Line, QrCode
from kiosk.gallery import HALL, HOLDER, TICKET
from kiosk.slip import NUMBER_SIZE, compose

SLIP = compose(TICKET, HALL)
TEXTS = [one.text for one in SLIP.elements if isinstance(one, Line)]


def test_the_number_is_the_largest_thing_on_the_slip() -> None:
    largest = max((one for one in SLIP.elements if isinstance(one, Line)), key=lambda line: line.size)
    assert (largest.text, largest.size) == ("023", NUMBER_SIZE)


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
    assert "取号时间 2026-11-22 09:00" in said
    assert "前面等候 6 人" in said
    assert "叫三次" in said


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
