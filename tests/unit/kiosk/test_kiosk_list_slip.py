"""The materials list on paper: what stands on it, in each language and on each paper."""

import pytest
from msgspec.structs import replace as changed

from display.ticket.list_slip import compose_list, list_url
from drivers.contract.slip import Cut, Line, QrCode, Slip
from drivers.protocol.columns import width
from kiosk.samples import HALL
from kiosk.samples_matters import MATTER
from queue_core.wire.matters import Material, SelfServiceTerminal

PUBLIC = changed(HALL, public_url="https://hall.example.org")
BARE = changed(MATTER, terminals=(), web=None)
LICENCE = Material(names={"zh-CN": "营业执照", "en": "Business licence"}, originals=1, copies=2)


def lines(slip: Slip) -> list[str]:
    return [each.text for each in slip.elements if isinstance(each, Line)]


def text(slip: Slip) -> str:
    return "\n".join(lines(slip))


@pytest.mark.parametrize("columns", [48, 32])
@pytest.mark.parametrize("language", ["zh-CN", "zh-Hant", "en"])
def test_no_large_line_is_wider_than_the_paper(columns: int, language: str) -> None:
    slip = compose_list(MATTER, PUBLIC, columns, language)
    large = [each for each in slip.elements if isinstance(each, Line) and each.size > 1]
    assert large != []
    assert [each.text for each in large if width(each.text) * each.size > columns] == []


@pytest.mark.parametrize(
    ("language", "heading", "amounts"),
    [
        ("zh-CN", "材料清单", "原件 1 份  复印件 2 份"),
        ("zh-Hant", "材料清單", "正本 1 份  影印本 2 份"),
        ("en", "What to bring", "original × 1  copy × 2"),
    ],
)
def test_every_material_is_numbered_and_counted_in_the_visitors_language(
    language: str, heading: str, amounts: str
) -> None:
    of = changed(BARE, materials=(LICENCE, changed(LICENCE, copies=0)))
    told = lines(compose_list(of, PUBLIC, 48, language))
    assert heading in told
    assert any(line.startswith("1. ") for line in told)
    assert any(line.startswith("2. ") for line in told)
    assert amounts in told


def test_a_copy_that_is_not_wanted_is_not_named() -> None:
    of = changed(BARE, materials=(changed(LICENCE, copies=0),))
    assert "复印件" not in text(compose_list(of, PUBLIC, 48, "zh-CN"))


def test_a_matter_without_materials_says_so() -> None:
    assert "不需要带材料" in text(compose_list(changed(BARE, materials=()), PUBLIC, 48, "zh-CN"))


def test_where_no_queue_is_needed_is_told_with_the_way_there() -> None:
    terminal = SelfServiceTerminal(
        window=3, floor="2", zone={"zh-CN": "南区"}, building={"zh-CN": "A 座"}, walking_minutes=2
    )
    of = changed(BARE, terminals=(terminal,), web="https://online.example.org/renewal")
    told = text(compose_list(of, PUBLIC, 48, "zh-CN"))
    assert "自助终端 3，A 座，2 楼，南区" in told
    assert "https://online.example.org/renewal" in told


def test_a_terminal_of_which_only_the_number_is_known_is_told_by_it() -> None:
    of = changed(BARE, terminals=(SelfServiceTerminal(window=13),))
    assert "· Self-service terminal 13" in lines(compose_list(of, PUBLIC, 48, "en"))


def test_where_a_queue_is_needed_nothing_else_is_promised() -> None:
    assert "不用排队" not in text(compose_list(BARE, PUBLIC, 48, "zh-CN"))


def test_the_code_opens_the_same_list_on_a_phone() -> None:
    codes = [each for each in compose_list(BARE, PUBLIC, 48, "en").elements if isinstance(each, QrCode)]
    assert [each.content for each in codes] == [f"https://hall.example.org/m/{MATTER.code}"]


def test_a_hall_without_an_address_for_phones_prints_no_code() -> None:
    slip = compose_list(BARE, changed(HALL, public_url=""), 48, "en")
    assert not any(isinstance(each, QrCode) for each in slip.elements)


def test_the_day_stands_on_it_and_it_is_cut_off() -> None:
    slip = compose_list(BARE, PUBLIC, 32, "zh-CN")
    assert HALL.day in text(slip)
    assert isinstance(slip.elements[-1], Cut)


def test_a_code_that_is_no_plain_word_is_written_as_an_address_is() -> None:
    assert list_url("https://hall.example.org/", "a b/c") == "https://hall.example.org/m/a%20b%2Fc"
