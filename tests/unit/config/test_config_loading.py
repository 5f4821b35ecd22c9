from pathlib import Path

import pytest
from pydantic import Field

from queue_core.config import ConfigErrors, PathBeside, Section, load
from queue_core.config.lines import key_lines
from queue_core.hall.settings import HallSettings

DEMO = Path(__file__).parents[3] / "halls" / "demo.toml"


class Device(Section):
    address: str = Field(examples=["escpos+tcp://10.4.0.31:9100"])
    credential: PathBeside
    width_dots: int = 576


class Kiosk(Section):
    devices: tuple[Device, ...]


def mistakes(path: Path, text: str, model: type[Section] = HallSettings) -> list[tuple[int, str]]:
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigErrors) as caught:
        load(path, model)
    assert all(mistake.remedy for mistake in caught.value.mistakes)
    return [(mistake.line, mistake.key) for mistake in caught.value.mistakes]


def test_the_demo_hall_is_a_good_file() -> None:
    hall = load(DEMO, HallSettings)
    assert [category.names["zh-CN"] for category in hall.categories] == [
        "注册登记",
        "经营管理",
        "建设工程",
        "通关贸易",
    ]
    assert sum(window.all_skill for window in hall.windows) >= 1


def test_three_mistakes_are_named_together_with_line_and_remedy(tmp_path: Path) -> None:
    text = DEMO.read_text(encoding="utf-8")
    text = text.replace("number_digits = 3 ", 'number_digits = "three" ')
    text = text.replace("rating_within_s", "rating_withn_s")
    text = text.replace('categories = ["construction"]', 'categories = ["constructon"]')
    path = tmp_path / "hall.toml"
    path.write_text(text, encoding="utf-8")
    lines = text.splitlines()
    with pytest.raises(ConfigErrors) as caught:
        load(path, HallSettings)
    found = [
        (lines[mistake.line - 1].split("=")[0].strip(), mistake.remedy) for mistake in caught.value.mistakes
    ]
    assert found == [
        ("number_digits", "write a whole number such as 3, without quotes"),
        ("rating_withn_s", "write `rating_within_s`"),
        ("categories", "write one of registration, business, construction, trade"),
    ]
    assert str(caught.value).count(f"{path}:") == 3


def test_a_missing_key_is_shown_as_it_should_be_written(tmp_path: Path) -> None:
    path = tmp_path / "kiosk.toml"
    assert mistakes(path, "\n[[devices]]\ncredential = 'k'\n", Kiosk) == [(2, "devices[0].address")]
    with pytest.raises(ConfigErrors, match=r'address = "escpos\+tcp://10\.4\.0\.31:9100"'):
        load(path, Kiosk)


def test_paths_are_relative_to_the_file(tmp_path: Path) -> None:
    path = tmp_path / "kiosk.toml"
    path.write_text('devices = [{ address = "x+tcp://y", credential = "keys/k1.json" }]')
    assert load(path, Kiosk).devices[0].credential == tmp_path / "keys" / "k1.json"


def test_a_file_that_is_not_toml_says_on_which_line(tmp_path: Path) -> None:
    assert mistakes(tmp_path / "a.toml", "[names]\nx = 1\ny = = 2\n") == [(3, "")]


def test_a_file_in_gbk_says_so(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_bytes("名 = 1".encode("gbk"))
    with pytest.raises(ConfigErrors, match="UTF-8"):
        load(path, HallSettings)


def test_an_absent_file_says_so(tmp_path: Path) -> None:
    with pytest.raises(ConfigErrors, match="no such file"):
        load(tmp_path / "nowhere.toml", HallSettings)


def test_twins_are_named_where_the_second_stands(tmp_path: Path) -> None:
    text = DEMO.read_text(encoding="utf-8").replace("number = 6", "number = 2")
    line = 1 + text.splitlines().index("number = 2", text.splitlines().index("number = 2") + 1)
    assert mistakes(tmp_path / "hall.toml", text) == [(line, "windows[5].number")]


def test_a_category_that_no_window_serves_is_named(tmp_path: Path) -> None:
    text = DEMO.read_text(encoding="utf-8").replace("all_skill = true", 'categories = ["business"]')
    unserved = text.replace('categories = ["trade"]', 'categories = ["construction"]')
    line = 1 + unserved.splitlines().index('code = "trade"')
    path = tmp_path / "hall.toml"
    assert mistakes(path, unserved) == [(line, "categories[3].code")]
    path.write_text(text, encoding="utf-8")
    assert load(path, HallSettings).windows[4].categories == ("trade",)


def test_a_mistyped_category_is_one_mistake_and_not_two(tmp_path: Path) -> None:
    text = DEMO.read_text(encoding="utf-8").replace("all_skill = true", 'categories = ["business"]')
    mistyped = text.replace('categories = ["trade"]', 'categories = ["trde"]')
    assert [key for _, key in mistakes(tmp_path / "hall.toml", mistyped)] == ["windows[4].categories"]


def test_lines_are_found_through_comments_strings_and_nested_tables() -> None:
    text = '''# top
a = """
[not.a.table]
x = 1
"""
b = [ # [
  1,
  "]",
]
["quoted.name"]
c.d = 1
[[list]]
e = { f = 1 }
[list.sub]
g = 1
[[list]]
[[list.inner]]
h = 'x=#y'
'''
    assert {path: line for path, line in key_lines(text).items() if path} == {
        ("a",): 2,
        ("b",): 6,
        ("quoted.name",): 10,
        ("quoted.name", "c", "d"): 11,
        ("list",): 12,
        ("list", 0): 12,
        ("list", 0, "e"): 13,
        ("list", 0, "sub"): 14,
        ("list", 0, "sub", "g"): 15,
        ("list", 1): 16,
        ("list", 1, "inner"): 17,
        ("list", 1, "inner", 0): 17,
        ("list", 1, "inner", 0, "h"): 18,
    }
