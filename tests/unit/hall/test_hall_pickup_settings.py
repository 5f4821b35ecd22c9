"""[[cabinets]] and [pickup] of hall.toml: what they mean to the rules, and what is wrong in them."""

from pathlib import Path

import pytest

from queue_core.config import ConfigErrors, load
from queue_core.domain.rules import DoorRules, PickupRules
from queue_core.domain.words import DoorSize
from queue_core.hall.hall_rules import rules
from queue_core.hall.settings import HallSettings

LEAST = """
names = { "zh-CN" = "大厅" }
public_url = "https://hall.example.org"
[[categories]]
code = "trade"
names = { en = "Trade" }
classes = ["accept", "pickup"]
[[windows]]
number = 1
all_skill = true
"""
CABINET = """
[[cabinets]]
code = "L1"
names = { "zh-CN" = "一号取件柜" }
"""
DOOR = 'doors = [{ size = "small", channels = [1, 1] }]\n'


def read(tmp_path: Path, more: str = "") -> HallSettings:
    path = tmp_path / "hall.toml"
    path.write_text(LEAST + more, encoding="utf-8")
    return load(path, HallSettings)


def mistakes(tmp_path: Path, more: str) -> str:
    with pytest.raises(ConfigErrors) as refused:
        read(tmp_path, more)
    return str(refused.value)


def test_a_hall_without_cabinets_keeps_its_cases_all_the_same(tmp_path: Path) -> None:
    made = rules(read(tmp_path))
    assert (made.cabinets, made.pickup) == ((), PickupRules())


def test_doors_are_numbered_in_the_order_in_which_they_stand(tmp_path: Path) -> None:
    doors = """doors = [
        { size = "small", board = 2, channels = [7, 8] },
        { size = "large", board = 1, channels = [1, 1] },
    ]
    second_factor = "card"
    """
    (cabinet,) = rules(read(tmp_path, CABINET + doors)).cabinets
    assert cabinet.needs_card
    assert cabinet.doors == (
        DoorRules(number=1, size=DoorSize.SMALL, board=2, channel=7),
        DoorRules(number=2, size=DoorSize.SMALL, board=2, channel=8),
        DoorRules(number=3, size=DoorSize.LARGE, board=1, channel=1),
    )


def test_days_and_seconds_become_the_rules_milliseconds(tmp_path: Path) -> None:
    made = rules(read(tmp_path, "[pickup]\ndoor_days = 2\nleft_open_s = 30\nlock_min = 1\n")).pickup
    assert (made.door_ms, made.left_open_ms, made.lock_ms) == (2 * 86_400_000, 30_000, 60_000)


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (CABINET + DOOR + CABINET + DOOR, '"L1" is there twice'),
        (CABINET + DOOR + 'place = "attic"\n', '"attic" is no place of this hall'),
        (
            CABINET
            + 'doors = [{ size = "small", channels = [1, 8] }, { size = "large", channels = [8, 9] }]\n',
            "channel 8 of board 1 is there twice",
        ),
        (CABINET + 'doors = [{ size = "small", channels = [8, 1] }]\n', "run backwards"),
        ("[pickup]\nlock_min = 30\nlongest_lock_min = 10\n", "longer than the longest"),
        ("[pickup]\nkeep_days = 90\n", "forgotten after 60"),
        (CABINET + 'doors = [{ size = "huge", channels = [1, 1] }]\n', "doors"),
        (CABINET.replace("L1", "L 1") + DOOR, "L 1"),
        (CABINET, "doors"),
    ],
)
def test_what_does_not_go_together_is_said(tmp_path: Path, more: str, said: str) -> None:
    assert said in mistakes(tmp_path, more)


@pytest.mark.parametrize("doors", ['"many"', "[1]", '[{ channels = "all" }]', '[{ channels = [1, "x"] }]'])
def test_the_wildest_doors_are_a_mistake_and_nothing_worse(tmp_path: Path, doors: str) -> None:
    assert "doors" in mistakes(tmp_path, CABINET + f"doors = {doors}\n")
