"""A guide desk's window without hall and devices: what it asks is kept, what they answer is given by hand."""

import os
from collections.abc import Iterator

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from pytestqt.exceptions import capture_exceptions

from counter.guide import samples as sample
from counter.guide.app import open_desk
from counter.guide.config import Patience
from counter.guide.flow import happenings as h
from counter.guide.flow import requests as r
from counter.guide.flow.state import Guide
from counter.guide.viewmodels.model import GuideModel, Outside
from display.kit.rehearsal import Rehearsal
from display.kit.window import OpenWindow

SIZES = {"landscape": (1280, 800), "portrait": (800, 1280)}
PATIENCE = Patience(ask_after_s=500, clear_after_s=100)


class Tablet(Rehearsal):
    def __init__(self, model: GuideModel, opened: OpenWindow, sent: list[r.Request]) -> None:
        super().__init__(opened)
        self.model = model
        self.sent = sent

    def begin_anew(self, width: int, height: int, state: Guide = sample.DESK) -> None:
        self.model.stop()
        self.opened.speak("zh-CN")
        self.opened.dress("day")
        self.model.speak("zh-CN")
        self.model.stand(state)
        self.opened.resize(width, height)
        self.opened.window.setVisible(True)
        QCoreApplication.processEvents()
        self.sent.clear()

    def stand(self, state: Guide) -> None:
        self.model.stand(state)
        self.opened.window.grabWindow()  # layouts are settled by drawing only
        QCoreApplication.processEvents()

    def hear(self, *happenings: h.Happening) -> None:
        for happening in happenings:
            self.model.receive(happening)
        self.opened.window.grabWindow()
        QCoreApplication.processEvents()

    def press(self, *names: str) -> None:
        for name in names:
            with capture_exceptions() as raised:
                super().press(name)
            assert raised == []

    def key(self, *keys: Qt.Key) -> None:
        """Of a plugged-in keyboard, to whatever has the focus."""
        for key in keys:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier)
                QCoreApplication.sendEvent(self.opened.window, event)
            QCoreApplication.processEvents()

    def write(self, text: str) -> None:
        """By a plugged-in keyboard, letter by letter, through the window."""
        for letter in text:
            key = Qt.Key.Key_Space if letter == " " else Qt.Key(ord(letter.upper()))
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, letter)
                QCoreApplication.sendEvent(self.opened.window, event)
            QCoreApplication.processEvents()

    @property
    def focused(self) -> str:
        item = self.opened.window.activeFocusItem()
        return item.objectName() if item else ""

    def answer(self, kind: type, value: object) -> None:
        asked = [one for one in self.sent if isinstance(one, r.Ask) and isinstance(one.question, kind)]
        self.hear(h.Answered(ask=asked[-1], value=value))


@pytest.fixture(scope="module")
def one_tablet(request: pytest.FixtureRequest) -> Iterator[Tablet]:
    """One window for all tests of a file: to open one takes longer than to use it."""
    request.getfixturevalue("qapp")
    sent: list[r.Request] = []

    def speak(tag: str) -> None:
        opened.speak(tag)

    outside = Outside(send=sent.append, speak=speak)
    model, opened = open_desk(Guide(), outside, PATIENCE, language="zh-CN")
    yield Tablet(model, opened, sent)
    model.stop()
    opened.speak("zh-CN")
    opened.dress("day")
    opened.close()


@pytest.fixture(params=SIZES.values(), ids=SIZES.keys())
def tablet(request: pytest.FixtureRequest, one_tablet: Tablet) -> Tablet:
    one_tablet.begin_anew(*request.param)
    return one_tablet
