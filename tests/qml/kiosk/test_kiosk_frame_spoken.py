"""A visitor who cannot see: the keypad leads, and what has the focus is said aloud."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from pytestqt.exceptions import capture_exceptions

from display.kit.rehearsal import Rehearsal
from kiosk.app import open_kiosk
from kiosk.config import Patience
from kiosk.flow.effects import Effect
from kiosk.flow.events import HallSeen, PrinterSeen, ReadersSeen
from kiosk.flow.presses import Leave, TimeOver
from kiosk.flow.visit import Page
from kiosk.samples import HALL, KNOWN, PRINTER, READERS

Key = Qt.Key


class Listener(Rehearsal):
    """A kiosk whose speaker writes down what it is told to say."""

    def __init__(self) -> None:
        self.said: list[tuple[str, str]] = []
        self.effects: list[Effect] = []
        self.presenter, opened = open_kiosk(
            Patience(ask_after_s=500, clear_after_s=100, done_for_s=100),
            self.effects.append,
            speak_aloud=lambda text, language: self.said.append((text, language)),
        )
        super().__init__(opened)
        opened.window.setVisible(True)
        self.hear(HallSeen(HALL), ReadersSeen(READERS), PrinterSeen(PRINTER))

    def hear(self, *events) -> None:
        for event in events:
            self.presenter.receive(event)
        QCoreApplication.processEvents()

    def keys(self, *keys: Qt.Key) -> str:
        """What was said after the last of the keys; empty when nothing was."""
        for key in keys:
            self.said.clear()
            with capture_exceptions() as raised:
                QTest.keyClick(self.opened.window, key)
                QCoreApplication.processEvents()
            assert raised == []
        return self.said[-1][0] if self.said else ""


@pytest.fixture
def listener(request: pytest.FixtureRequest) -> Iterator[Listener]:
    request.getfixturevalue("qapp")
    made = Listener()
    yield made
    made.opened.speak("zh-CN")
    made.opened.dress("day")
    made.opened.close()


def test_nothing_is_said_to_those_who_did_not_ask(listener: Listener) -> None:
    assert listener.keys(Key.Key_Tab, Key.Key_Tab, Key.Key_Return) == ""
    assert [text for text, _ in listener.said if text] == []


@pytest.mark.parametrize("key", [Key.Key_F1, Key.Key_Help, Key.Key_F15])
def test_help_or_headphones_begin_to_speak_and_say_how_it_goes(listener: Listener, key: Qt.Key) -> None:
    said = listener.keys(key)
    assert said.startswith("按方向键选择")
    assert "您好，请选择" in said
    assert listener.presenter.visit.comfort.is_spoken


def test_the_focus_is_said_with_its_meaning(listener: Listener) -> None:
    first = listener.keys(Key.Key_F1)
    assert "办理业务" in first
    assert listener.keys(Key.Key_Tab).startswith("咨询")
    assert listener.keys(Key.Key_Backtab).startswith("办理业务")


def test_each_page_is_read_and_the_focus_stands_on_its_first_control(listener: Listener) -> None:
    listener.keys(Key.Key_F1)
    listener.presenter.visit = replace(KNOWN, comfort=listener.presenter.visit.comfort, page=Page.CARD)
    listener.presenter.show()
    listener.said.clear()
    listener.presenter.visit = replace(listener.presenter.visit, page=Page.CONFIRM)
    listener.presenter.show()
    ((said, language),) = listener.said
    assert language == "zh-CN"
    assert all(word in said for word in ("张**", "注册登记"))
    assert listener.opened.window.activeFocusItem().isVisible()


def test_help_says_the_page_again(listener: Listener) -> None:
    listener.keys(Key.Key_F1)
    again = listener.keys(Key.Key_F1)
    assert again.startswith("您好，请选择")


def test_it_is_said_in_the_language_of_the_visitor(listener: Listener) -> None:
    listener.keys(Key.Key_F1)
    listener.press("language-en")
    said, language = listener.said[-1]
    assert language == "en"
    assert "Welcome. Please choose" in said


def test_the_question_is_said_and_answered_by_enter(listener: Listener) -> None:
    listener.keys(Key.Key_F1, Key.Key_Return)
    listener.said.clear()
    listener.hear(TimeOver())
    assert "您还在吗" in listener.said[-1][0]
    listener.keys(Key.Key_Return)
    assert not listener.presenter.visit.is_asked


def test_the_volume_keys_work_anywhere(listener: Listener) -> None:
    listener.keys(Key.Key_F1)
    for key, volume in ((Key.Key_VolumeUp, 2), (Key.Key_VolumeDown, 1), (Key.Key_VolumeDown, 0)):
        listener.keys(key)
        assert listener.presenter.visit.comfort.volume == volume
    assert listener.keys(Key.Key_Tab) == ""


def test_headphones_pulled_out_and_the_end_of_a_visit_bring_silence(listener: Listener) -> None:
    listener.keys(Key.Key_F15, Key.Key_F16)
    assert listener.said[-1][0] == ""
    listener.keys(Key.Key_F15, Key.Key_Return)
    listener.hear(Leave())
    assert listener.said[-1][0] == ""
    assert listener.keys(Key.Key_Tab) == ""
