"""A cabinet's window without hall and doors: what it asks is kept, what they answer is given by hand."""

import os
from collections.abc import Iterator

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.exceptions import capture_exceptions

from display.kit.rehearsal import Rehearsal
from display.kit.window import OpenWindow
from kiosk.cabinet import samples as sample
from kiosk.cabinet.app import open_cabinet
from kiosk.cabinet.config import Patience
from kiosk.cabinet.flow import happenings as h
from kiosk.cabinet.flow.requests import Ask, Request
from kiosk.cabinet.flow.state import Cabinet
from kiosk.cabinet.gallery import SETTING
from kiosk.cabinet.viewmodels.model import CabinetModel

PATIENCE = Patience(ask_after_s=500, clear_after_s=100, remind_after_s=300, done_for_s=100)


class Front(Rehearsal):
    def __init__(self, model: CabinetModel, opened: OpenWindow, sent: list[Request]) -> None:
        super().__init__(opened)
        self.model = model
        self.sent = sent

    def begin_anew(self, width: int = 1080, height: int = 1920, state: Cabinet = sample.READY) -> None:
        self.model.stop()
        self.model.stand(state)
        self.opened.resize(width, height)
        self.opened.window.setVisible(True)
        self.settle()
        self.sent.clear()

    def settle(self) -> None:
        self.opened.window.grabWindow()  # layouts are settled by drawing only
        QCoreApplication.processEvents()

    def hear(self, *happenings: h.Happening) -> None:
        for happening in happenings:
            self.model.receive(happening)
        self.settle()

    def answer(self, value: object) -> None:
        asked = [one for one in self.sent if isinstance(one, Ask)]
        self.hear(h.Answered(ask=asked[-1], value=value))

    def press(self, *names: str) -> None:
        for name in names:
            with capture_exceptions() as raised:
                super().press(name)
            assert raised == []
            self.settle()


@pytest.fixture(scope="module")
def one_front(request: pytest.FixtureRequest) -> Iterator[Front]:
    """One window for all tests of a file: to open one takes longer than to use it."""
    request.getfixturevalue("qapp")
    sent: list[Request] = []
    model, opened = open_cabinet(sample.READY, sent.append, lambda: sample.NOW_MS, PATIENCE, SETTING)
    yield Front(model, opened, sent)
    model.stop()
    opened.speak("zh-CN")
    opened.dress("day")
    opened.close()


@pytest.fixture
def front(one_front: Front) -> Front:
    one_front.begin_anew()
    return one_front
