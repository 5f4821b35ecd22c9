"""Invented people and what a hall file says about windows."""

from pathlib import Path

import pytest

from sim.errors import BadScenario
from sim.halls import people, person, person_of, windows
from sim.world.person import check_digit, has_right_check_digit, with_wrong_check_digit


@pytest.mark.parametrize(
    "published",
    ["11010519491231002X", "932682198501010017", "911124198108030024"],
    ids=["GB 11643", "NIA", "NIA 2"],
)
def test_the_check_digit_is_that_of_the_published_specimens(published: str) -> None:
    assert check_digit(published[:17]) == published[17]


def test_everybody_in_the_people_file_has_a_right_check_digit_and_a_number_of_his_own() -> None:
    numbers = [one.number for one in people().values()]
    assert all(has_right_check_digit(number) for number in numbers)
    assert len(set(numbers)) == len(numbers)


def test_somebody_is_over_seventy_and_two_names_need_four_bytes_of_gb18030() -> None:
    assert min(one.birth for one in people().values()) < "19560101"
    rare = [one.name for one in people().values() if len(one.name.encode("gb18030")) > 2 * len(one.name)]
    assert rare == ["吴𠮷安", "黄㐂"]


def test_a_wrong_check_digit_changes_the_last_place_only() -> None:
    right = person("li-xiaomei")
    wrong = with_wrong_check_digit(right)
    assert wrong.number[:17] == right.number[:17]
    assert not has_right_check_digit(wrong.number)


def test_sex_and_birth_come_from_the_number() -> None:
    one = person("chen-jianguo")
    assert (one.sex, one.birth, one.region) == ("1", "19540312", "440106")


@pytest.mark.parametrize(
    "fields", [["陈"], {"name": "陈"}, {"name": "陈", "number": "123"}, {"name": 1, "number": "2"}]
)
def test_a_person_that_is_none_is_refused_with_a_sentence(fields: object) -> None:
    with pytest.raises(BadScenario, match="a person"):
        person_of(fields)


def test_an_unknown_person_is_refused_with_the_known_ones() -> None:
    with pytest.raises(BadScenario, match="chen-jianguo"):
        person("nobody")


def test_a_people_file_with_a_wrong_check_digit_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "people.toml"
    file.write_text('[x]\nname = "陈"\nnumber = "440106195403120734"\n', encoding="utf-8")
    with pytest.raises(BadScenario, match="wrong check digit"):
        people(file)


def test_windows_are_read_from_any_hall_file(tmp_path: Path) -> None:
    file = tmp_path / "hall.toml"
    file.write_text("[[windows]]\nnumber = 3\n[[windows]]\nnumber = 1\n", encoding="utf-8")
    assert windows(file) == (1, 3)


def test_an_unattended_terminal_has_no_caller_and_no_pad(tmp_path: Path) -> None:
    file = tmp_path / "hall.toml"
    file.write_text('[[windows]]\nnumber = 1\n[[windows]]\nnumber = 2\nkind = "terminal"\n', encoding="utf-8")
    assert windows(file) == (1,)


@pytest.mark.parametrize(
    "text", ["", "windows = 3", "[[windows]]\nname = 1", "[[windows]]\nnumber = 0", "= ="]
)
def test_a_hall_file_without_usable_windows_is_refused(tmp_path: Path, text: str) -> None:
    file = tmp_path / "hall.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(BadScenario):
        windows(file)
