"""A kiosk's window without hall and devices: what it asks is kept, what they answer is given by hand."""

import os
from collections.abc import Iterator

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.exceptions import capture_exceptions

from display.kit.rehearsal import Rehearsal
from display.kit.window import OpenWindow
from kiosk.app import open_kiosk
from kiosk.config import Patience
from kiosk.flow.effects import Effect
from kiosk.flow.events import Event
from kiosk.flow.facts import Facts
from kiosk.flow.visit import Page, Visit
from kiosk.presenter import Presenter

PATIENCE = Patience(ask_after_s=500, clear_after_s=100, done_for_s=100)


class Kiosk(Rehearsal):
    def __init__(self, presenter: Presenter, opened: OpenWindow, effects: list[Effect]) -> None:
        super().__init__(opened)
        self.presenter = presenter
        self._effects = effects

    def begin_anew(self, width: int, height: int) -> None:
        self.presenter.stop()
        self.presenter.visit, self.presenter.facts = Visit(visit_id=1), Facts(patience=PATIENCE)
        self.opened.speak("zh-CN")
        self.presenter.show()
        self.opened.resize(width, height)
        self.opened.window.setVisible(True)
        QCoreApplication.processEvents()
        self._effects.clear()

    def hear(self, *events: Event) -> None:
        for event in events:
            self.presenter.receive(event)
        QCoreApplication.processEvents()

    def press(self, name: str) -> None:
        with capture_exceptions() as raised:
            super().press(name)
        assert raised == []

    def asked(self) -> list[Effect]:
        """What was asked of hall and devices since the last look."""
        asked, self._effects[:] = list(self._effects), []
        return asked

    def is_at(self, page: Page) -> bool:
        return self.page == page.value


@pytest.fixture(scope="module")
def at_home(request: pytest.FixtureRequest) -> Iterator[Kiosk]:
    """One window for all tests of a file: to open one takes longer than to use it."""
    request.getfixturevalue("qapp")
    effects: list[Effect] = []
    presenter, opened = open_kiosk(PATIENCE, effects.append)
    yield Kiosk(presenter, opened, effects)
    presenter.stop()
    opened.speak("zh-CN")
    opened.dress("day")
    opened.close()


@pytest.fixture(params=[(1080, 1920), (1920, 1080)], ids=["portrait", "landscape"])
def kiosk(request: pytest.FixtureRequest, at_home: Kiosk) -> Kiosk:
    """As it comes up: nobody there, nothing heard of hall and devices."""
    at_home.begin_anew(*request.param)
    return at_home
