"""The theme and the controls: contrast that can be read, keys that press, texts that are found cut off."""

from itertools import product

import pytest
from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest

from display.kit import stage

# Each ink and what it stands on, as the components use them: what must be read first.
MAIN = [
    *product(("ink",), ("ground", "surface", "pressedSurface")),  # pages, panels, cards, keys
    *product(("ink",), ("goodTint", "warnTint", "badTint", "infoTint")),  # notices
    *product(("inkOnAction",), ("action", "pressedAction")),  # main buttons, what is chosen
    ("inkOnGood", "good"),
    ("inkOnWarn", "warn"),
    ("inkOnBad", "bad"),
    ("inkOnAccept", "accept"),  # badges and icons of the classes
    ("inkOnConsult", "consult"),
    ("inkOnPickup", "pickup"),
]
SECONDARY = [
    *product(("quietInk",), ("ground", "surface", "pressedSurface")),  # hints, captions, names of facts
    *product(("action",), ("ground", "surface")),  # icons, the caret
    ("good", "goodTint"),  # the icons of notices
    ("warn", "warnTint"),
    ("bad", "badTint"),
    ("action", "infoTint"),
]
EDGES = [("focus", "ground"), ("focus", "surface"), ("focus", "infoTint")]  # the ring of the keypad


def luminance(colour: QColor) -> float:
    """Relative luminance (WCAG 2.2)."""
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: QColor, other: QColor) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("mode", ["day", "contrast", "elderly"])
@pytest.mark.parametrize(
    ("pairs", "least"), [(MAIN, 7), (SECONDARY, 4.5), (EDGES, 3)], ids=["main", "secondary", "edges"]
)
def test_what_is_shown_stands_out_from_what_it_stands_on(sampler, mode: str, pairs, least: float) -> None:
    sampler.opened.dress(mode)
    theme: QObject = sampler.opened.engine.singletonInstance("Paihao.Kit", "Theme")
    weak = {
        (ink, ground): round(found, 2)
        for ink, ground in pairs
        if (found := contrast(theme.property(ink), theme.property(ground))) < least
    }
    assert weak == {}


def test_elderly_letters_are_larger(sampler) -> None:
    theme: QObject = sampler.opened.engine.singletonInstance("Paihao.Kit", "Theme")
    usual = theme.property("bodyPx")
    sampler.opened.dress("elderly")
    assert theme.property("bodyPx") > usual * 1.1


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_a_button_is_pressed_by_keys_too(sampler, key: Qt.Key) -> None:
    stage.visible(sampler.opened.window, "main").forceActiveFocus()
    QTest.keyClick(sampler.opened.window, key)
    QCoreApplication.processEvents()
    assert sampler.text("count") == "按了 1 次"


def test_a_text_that_does_not_fit_is_found(sampler) -> None:
    sampler.press("card")
    sampler.opened.window.grabWindow()
    assert any(found.startswith("放不下的字放不下的字: is ") for found in sampler.cut_off())


def test_texts_that_share_their_place_are_found(sampler) -> None:
    assert not any("shares its place" in found for found in sampler.cut_off())
    sampler.press("card")
    assert "按了 0 次: shares its place with 放不下的字放不下的字" in sampler.cut_off()
