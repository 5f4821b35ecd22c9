"""Snapshots tell only what changed."""

from dataclasses import dataclass

import pytest
from PySide6.QtCore import Signal

from display.kit.props import Snapshot, camel_case


@dataclass(frozen=True, slots=True, kw_only=True)
class LampProps:
    is_lit: bool = False
    colour: str = "white"


class LampModel(Snapshot[LampProps]):
    isLitChanged = Signal()
    colourChanged = Signal()


@pytest.fixture
def told() -> tuple[LampModel, list[str]]:
    model = LampModel(LampProps())
    heard: list[str] = []
    model.isLitChanged.connect(lambda: heard.append("isLit"))
    model.colourChanged.connect(lambda: heard.append("colour"))
    return model, heard


def test_only_what_differs_is_told(told: tuple[LampModel, list[str]]) -> None:
    model, heard = told
    model.show(LampProps(is_lit=True))
    assert heard == ["isLit"]


def test_the_same_again_is_told_to_nobody(told: tuple[LampModel, list[str]]) -> None:
    model, heard = told
    model.show(LampProps())
    assert heard == []


def test_the_new_values_are_there_when_the_change_is_told() -> None:
    model = LampModel(LampProps())
    seen: list[str] = []
    model.colourChanged.connect(lambda: seen.append(model.props.colour))
    model.show(LampProps(colour="red"))
    assert seen == ["red"]


@pytest.mark.parametrize(
    ("name", "camel"), [("page", "page"), ("people_ahead", "peopleAhead"), ("is_lit", "isLit")]
)
def test_names_for_qml(name: str, camel: str) -> None:
    assert camel_case(name) == camel
