"""One window for a kiosk and the cabinet at its side: what each shows, what goes from one to the other."""

import os
from collections.abc import Iterator
from dataclasses import replace

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtQuick import QQuickWindow
from PySide6.QtTest import QTest
from pytestqt.exceptions import capture_exceptions

from display.kit.rehearsal import Rehearsal
from kiosk import samples
from kiosk.app import open_kiosk
from kiosk.cabinet import samples as sample
from kiosk.cabinet.config import Patience as CabinetPatience
from kiosk.cabinet.flow import happenings as h
from kiosk.cabinet.flow.requests import Ask
from kiosk.cabinet.flow.state import Visit as CabinetVisit
from kiosk.cabinet.gallery import SETTING
from kiosk.config import Patience
from kiosk.flow.events import StaffSeen
from kiosk.flow.facts import Means
from kiosk.flow.presses import Leave, VolumeChosen
from kiosk.flow.visit import Comfort, Mode, Visit
from kiosk.hosting.turns import Turns
from queue_core.wire.lockers import ShowProof
from queue_core.wire.messages import StaffMember
from queue_core.wire.words import DoorCondition, Role

CODE = "123456789"
FACTS = replace(samples.FACTS, means=Means(cabinet="L1", speaks=True))


class Host(Rehearsal):
    def __init__(self, turns: Turns, presenter, opened, sent, said) -> None:
        super().__init__(opened)
        self.turns, self.presenter, self.sent, self.said = turns, presenter, sent, said

    def press(self, *names: str) -> None:
        for name in names:
            with capture_exceptions() as raised:
                super().press(name)
            assert raised == []
            self.settle()

    def settle(self) -> None:
        window: QQuickWindow = self.opened.window
        window.grabWindow()  # layouts are settled by drawing only
        QCoreApplication.processEvents()

    @property
    def looks(self) -> tuple[str, str, bool]:
        return self.opened.languages.current, self.opened.mode, self.opened.is_low


@pytest.fixture(scope="module")
def one_host(request: pytest.FixtureRequest) -> Iterator[Host]:
    request.getfixturevalue("qapp")
    sent: list[object] = []
    said: list[str] = []
    turns = Turns(sample.READY, sent.append, lambda: sample.NOW_MS, CabinetPatience(), SETTING)
    presenter, opened = open_kiosk(
        Patience(), lambda _: None, speak_aloud=lambda text, _: said.append(text), turns=turns
    )
    opened.window.setVisible(True)
    yield Host(turns, presenter, opened, sent, said)
    presenter.stop()
    turns.model.stop()
    opened.speak("zh-CN")
    opened.dress("day")
    opened.close()


@pytest.fixture
def host(one_host: Host) -> Host:
    one_host.presenter.receive(Leave())
    one_host.presenter.visit = Visit(visit_id=1)
    one_host.presenter.facts = FACTS
    one_host.presenter.show()
    one_host.turns.model.receive(h.DoorsSeen(doors=sample.CLOSED))
    one_host.settle()
    one_host.sent.clear()
    one_host.said.clear()
    return one_host


def test_the_tile_opens_the_cabinet_and_back_leads_to_the_kiosk(host: Host) -> None:
    assert host.page == "home"
    host.press("cabinet")
    assert host.page == "cabinet-home"
    assert {"collect", "staff", "back"} <= host.names()
    assert not {"class-accept", "own-number"} & host.names()
    assert host.cut_off() == []
    host.press("back")
    assert host.page == "home"
    assert "class-accept" in host.names()


def test_language_and_mode_go_there_and_back_with_the_visitor(host: Host) -> None:
    host.press("language-en", "mode-elderly", "cabinet")
    assert host.looks == ("en", "elderly", False)
    assert host.text("collect") == "Collect"
    host.press("language-zh-Hant", "mode-contrast", "reach", "volume")
    assert host.looks == ("zh-Hant", "contrast", True)
    assert host.presenter.visit.comfort.volume == 2
    host.press("back")
    assert (host.page, host.looks) == ("home", ("zh-Hant", "contrast", True))
    assert host.presenter.visit.comfort.volume == 2


def test_what_a_keypad_says_of_the_volume_reaches_the_cabinet(host: Host) -> None:
    host.press("cabinet")
    host.presenter.receive(VolumeChosen(3))
    assert host.turns.model.volume == 3


def test_a_code_that_was_typed_and_left_is_on_neither_when_time_is_over(host: Host) -> None:
    host.press("language-en", "cabinet", "collect", "key-1", "key-2")
    assert host.page == "cabinet-code"
    host.turns.model.receive(h.TimeOver())
    assert "still-there" in host.names()
    host.turns.model.receive(h.TimeOver())
    host.settle()
    assert (host.page, host.looks) == ("home", ("zh-CN", "day", False))
    host.press("cabinet")
    assert (host.page, host.looks) == ("cabinet-home", ("zh-CN", "day", False))
    host.press("collect")
    assert host.turns.model.fieldText == ""


def test_a_first_page_left_alone_gives_the_screen_back(host: Host) -> None:
    host.press("cabinet")
    assert host.turns.model.left_for_s == CabinetPatience().ask_after_s
    host.turns.model.receive(h.TimeOver())
    assert host.page == "home"
    assert host.turns.model.left_for_s is None


def test_a_card_counts_for_the_cabinet_only_while_it_is_shown(host: Host) -> None:
    card = h.CardRead(holder=samples.HOLDER)
    host.turns.model.receive(card)
    assert host.sent == []
    host.press("cabinet")
    host.turns.model.receive(card)
    (ask,) = host.sent
    assert isinstance(ask, Ask)
    assert ask.question == ShowProof(holder=samples.HOLDER)


def test_a_door_that_stands_open_is_told_when_the_cabinet_is_shown(host: Host) -> None:
    host.turns.model.receive(h.DoorsSeen(doors=sample.CLOSED | {5: DoorCondition.OPEN}))
    host.press("cabinet")
    assert "notice" in host.names()
    assert "5" in host.turns.model.noticeTitle


def test_a_staff_page_over_the_cabinet_takes_the_screen_back(host: Host) -> None:
    host.press("language-en", "cabinet", "collect")
    host.presenter.receive(StaffSeen(StaffMember(clerk="1001", display_name="李华", role=Role.CLERK)))
    assert host.page == "staff"
    assert not host.turns.is_cabinet_in_front
    assert host.turns.model.state.visit == CabinetVisit()


def test_out_of_hours_the_cabinet_is_open(host: Host) -> None:
    host.presenter.facts = replace(FACTS, hall=samples.replace_day(samples.HALL))
    host.presenter.show()
    host.settle()
    assert host.page == "closed"
    host.press("cabinet")
    assert host.page == "cabinet-home"


@pytest.fixture
def listening(host: Host) -> Host:
    host.presenter.visit = Visit(visit_id=9, comfort=Comfort(is_spoken=True, mode=Mode.DAY))
    host.presenter.show()
    return host


def test_who_listens_is_read_the_cabinets_page(listening: Host) -> None:
    listening.press("cabinet")
    assert "取件" in listening.said[-1]
    listening.press("collect")
    assert "取件码" in listening.said[-1]
    assert not listening.turns.may_speak


def test_no_digit_of_a_pickup_code_is_read_aloud(listening: Host) -> None:
    listening.press("cabinet", "collect", *(f"key-{digit}" for digit in "7531"))
    listening.said.clear()
    QTest.keyClick(listening.opened.window, Qt.Key.Key_F1)
    (page,) = listening.said
    assert "取件码" in page
    assert "753" not in page
