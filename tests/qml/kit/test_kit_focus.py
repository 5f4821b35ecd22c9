"""The keypad's focus: the order of reading, never lost, and told by name."""

import pytest
from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtTest import QTest

from display.kit import stage
from display.kit.focus import FocusGuide
from display.kit.inspection import on_scene
from display.kit.reading import in_order, said_of, texts_of

Key = Qt.Key


@pytest.fixture
def guide(sampler):
    made = FocusGuide(sampler.opened.window, lambda key: key == Key.Key_F1)

    def press(*keys: Qt.Key) -> str:
        """The name of the control that has the focus then."""
        for key in keys:
            QTest.keyClick(sampler.opened.window, key)
            QCoreApplication.processEvents()
        current = made.current()
        return current.objectName() if current is not None else ""

    made.press = press
    return made


def test_tab_goes_round_in_the_order_of_reading(guide) -> None:
    seen = [guide.press(Key.Key_Tab) for _ in range(4)]
    assert seen == ["card", "main", "outside", "card"]
    assert guide.press(Key.Key_Backtab) == "outside"


def test_arrows_go_where_they_point(guide) -> None:
    assert guide.press(Key.Key_Down, Key.Key_Down) == "main"
    assert guide.press(Key.Key_Up) == "card"


def test_enter_presses_what_has_the_focus_and_nothing_before(guide, sampler) -> None:
    assert guide.press(Key.Key_Return) == "card"
    assert guide.press(Key.Key_Tab, Key.Key_Return) == "main"
    assert sampler.text("count") == "按了 1 次"


def test_a_focus_whose_control_went_away_begins_anew(guide, sampler) -> None:
    assert guide.press(Key.Key_Tab, Key.Key_Tab) == "main"
    stage.visible(sampler.opened.window, "main").setVisible(False)
    assert guide.press(Key.Key_Tab) == "card"


def test_the_focus_is_seen_only_while_the_keypad_is_used(guide, sampler) -> None:
    guide.press(Key.Key_Tab, Key.Key_Tab)
    main = stage.visible(sampler.opened.window, "main")
    assert main.property("visualFocus")
    sampler.press("main")
    assert not main.property("visualFocus")
    assert not guide.is_in_use


def test_every_key_tells_that_somebody_is_there(guide) -> None:
    used: list[None] = []
    guide.used.connect(lambda: used.append(None))
    guide.press(Key.Key_F1, Key.Key_Tab, Key.Key_Escape)
    assert len(used) == 3


def test_a_control_says_its_name_and_what_it_means(sampler) -> None:
    card = stage.visible(sampler.opened.window, "card")
    card.setProperty("hint", "材料带齐了")
    assert said_of(card) == "办理业务. 材料带齐了"


def test_what_is_read_of_a_page_leaves_out_what_is_pressed(sampler) -> None:
    sampler.opened.window.grabWindow()
    read = texts_of(sampler.opened.window.contentItem())
    assert read[0] == "按了 0 次"
    assert "标题" in read
    assert "办理业务" not in read


def test_items_beside_each_other_are_read_from_the_left(sampler) -> None:
    sampler.press("card")
    stage.lay_out(sampler.opened.window)
    names = [
        item.objectName()
        for item in in_order(
            [
                stage.visible(sampler.opened.window, "right"),
                stage.visible(sampler.opened.window, "left"),
                stage.visible(sampler.opened.window, "main"),
            ]
        )
    ]
    assert names == ["main", "left", "right"]


def test_the_ring_is_at_least_three_wide_and_around_the_control(sampler, guide) -> None:
    guide.press(Key.Key_Tab)
    card = stage.visible(sampler.opened.window, "card")
    theme = sampler.opened.engine.singletonInstance("Paihao.Kit", "Theme")
    edge = theme.property("focusEdge")
    assert edge >= 3 * theme.property("unit")
    place: QRectF = on_scene(card)
    picture = sampler.opened.window.grabWindow()
    at_edge = picture.pixelColor(int(place.center().x()), int(place.top() + 1))
    assert at_edge == theme.property("focus")
