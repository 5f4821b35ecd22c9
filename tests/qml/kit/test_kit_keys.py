"""Keyboards on the screen: what is typed by touch, by a keypad, and by a plugged-in keyboard."""

import os
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest

from display.kit import stage
from display.kit.focus import FocusGuide
from display.kit.gallery import settle
from display.kit.rehearsal import Rehearsal
from display.kit.window import FrontEnd, OpenWindow

KEYS = """
import QtQuick
import Paihao.Kit

Window {
    id: root

    property string page: "letters"
    property string typed: ""
    property int entries: 0

    width: 1080
    height: 1920

    TypedField {
        objectName: "field"
        text: root.typed
        placeholder: "事项名称"
        width: root.width
        onTextEdited: text => root.typed = text
        onEntered: root.entries += 1
    }
    TouchKeyboard {
        y: 300
        width: root.width
        visible: root.page === "letters"
        text: root.typed
        maximumLength: 6
        onTextEdited: text => root.typed = text
        onEntered: root.entries += 1
    }
    NumberPad {
        y: 300
        visible: root.page !== "letters"
        hasX: root.page === "identity"
        text: root.typed
        onTextEdited: text => root.typed = text
        onEntered: root.entries += 1
    }
}
"""


class Typist(Rehearsal):
    def to(self, page: str) -> None:
        self.opened.window.setProperty("page", page)
        settle()

    def keys(self, *names: str) -> str:
        """Presses the keys one after the other; what stands in the field then."""
        for name in names:
            self.press(f"key-{name}")
        return self.typed

    @property
    def typed(self) -> str:
        return str(self.opened.window.property("typed"))

    @property
    def entries(self) -> int:
        return int(self.opened.window.property("entries"))

    def key(self, key: Qt.Key) -> None:
        QTest.keyClick(self.opened.window, key)
        QCoreApplication.processEvents()


@pytest.fixture
def typist(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Typist]:
    request.getfixturevalue("qapp")
    main = tmp_path / "Main.qml"
    main.write_text(KEYS)
    opened = OpenWindow(FrontEnd(name="keys", main=main, texts=tmp_path), {})
    opened.window.setVisible(True)
    settle()
    yield Typist(opened)
    opened.close()


def test_initials_are_typed_deleted_and_cleared(typist: Typist) -> None:
    assert typist.keys("Y", "Y", "Z", "Z") == "YYZZ"
    assert typist.keys("delete") == "YYZ"
    assert typist.keys("space", "Q") == "YYZ Q"
    assert typist.keys("clear") == ""


def test_the_digits_are_one_key_away(typist: Typist) -> None:
    assert "key-5" not in typist.names()
    assert typist.keys("switch", "0", "5") == "05"
    assert typist.keys("switch", "A") == "05A"


def test_no_more_is_typed_than_there_is_room_for(typist: Typist) -> None:
    assert typist.keys(*"ABCDEFGH") == "ABCDEF"


def test_what_does_nothing_now_cannot_be_pressed(typist: Typist) -> None:
    for name in ("key-delete", "key-clear", "key-done"):
        with pytest.raises(stage.NotThere, match="not enabled"):
            typist.press(name)
    typist.keys("A", "done")
    assert typist.entries == 1


def test_an_identity_number_may_end_in_x(typist: Typist) -> None:
    typist.to("identity")
    assert typist.keys(*"0123456789", "X") == "0123456789X"
    typist.keys("done")
    assert typist.entries == 1


def test_a_ticket_number_has_no_x(typist: Typist) -> None:
    typist.to("number")
    assert "key-X" not in typist.names()
    assert typist.keys("0", "2", "3") == "023"
    assert typist.keys("clear") == ""


def test_a_touch_on_a_key_leaves_the_focus_in_the_field(typist: Typist) -> None:
    field = stage.visible(typist.opened.window, "field")
    field.forceActiveFocus()
    typist.keys("A")
    assert field.hasActiveFocus()
    typist.type("field", "b")
    assert typist.typed == "AB"


def test_a_plugged_in_keyboard_types_as_well(typist: Typist) -> None:
    stage.visible(typist.opened.window, "field").forceActiveFocus()
    for key in (Qt.Key.Key_Y, Qt.Key.Key_1, Qt.Key.Key_Backspace, Qt.Key.Key_Z, Qt.Key.Key_Return):
        typist.key(key)
    assert (typist.typed, typist.entries) == ("YZ", 1)


def test_a_keypad_types_by_going_from_key_to_key(typist: Typist) -> None:
    typist.to("number")
    guide = FocusGuide(typist.opened.window, lambda _: False)
    heard: list[str] = []
    guide.focused.connect(heard.append)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Right):
        typist.key(key)
    assert heard == ["事项名称", "1", "4", "5"]
    typist.key(Qt.Key.Key_Return)
    typist.key(Qt.Key.Key_Down)
    typist.key(Qt.Key.Key_Enter)
    assert typist.typed == "58"


def test_the_focus_stays_on_the_key_that_changes_the_others(typist: Typist) -> None:
    guide = FocusGuide(typist.opened.window, lambda _: False)
    typist.key(Qt.Key.Key_Tab)
    switch = stage.visible(typist.opened.window, "key-switch")
    switch.forceActiveFocus(Qt.FocusReason.TabFocusReason)
    typist.key(Qt.Key.Key_Return)
    assert "key-5" in typist.names()
    assert guide.current() is switch


def test_a_key_shows_that_it_is_pressed(typist: Typist) -> None:
    item = stage.visible(typist.opened.window, "key-G")
    middle = stage.centre(item).toPoint()
    before = typist.opened.window.grabWindow().pixelColor(middle.x() - 20, middle.y() - 40)
    QTest.mousePress(typist.opened.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, middle)
    during = typist.opened.window.grabWindow().pixelColor(middle.x() - 20, middle.y() - 40)
    QTest.mouseRelease(
        typist.opened.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, middle
    )
    assert before != during
    assert typist.typed == "G"
