"""The pad's pages under real presses, without a hall server."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from msgspec.structs import replace as altered
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from display.kit import gallery as kit
from display.kit.hall_clock import HallClock
from display.kit.inspection import cut_off_texts
from display.kit.stage import named, page, press, pressable, text_of, visible
from display.kit.window import OpenWindow
from display.pad import gallery as invented
from display.pad.app import PAD, deliver
from display.pad.flow import state as s
from display.pad.viewmodels.model import Outside, PadModel
from queue_core.client import LinkLost, LinkUp
from queue_core.wire.stream import Changes, Snapshot


@dataclass(slots=True)
class Bench:
    """A pad on the bench: its ratings gather in `sent`; the hall's time moves by hand."""

    model: PadModel
    opened: OpenWindow
    qtbot: QtBot
    sent: list[s.SendRating]
    hall_ms: list[int]

    @property
    def page(self) -> str:
        return page(self.opened.window)

    def stand(self, state: s.Pad) -> None:
        self.model.stand(state)
        kit.settle()

    def happen(self, happening: s.Happening) -> None:
        self.model.receive(happening)
        kit.settle()

    def press(self, name: str) -> None:
        press(self.opened.window, pressable(self.opened.window, name))
        kit.settle()

    def text(self, name: str) -> str:
        return text_of(visible(self.opened.window, name))


@pytest.fixture
def bench(qtbot: QtBot) -> Iterator[Bench]:
    sent: list[s.SendRating] = []
    hall_ms = [invented.NOW_MS]

    def speak(tag: str) -> None:
        opened.speak(tag)

    outside = Outside(send=sent.append, speak=speak, hall_ms=lambda: hall_ms[0])
    model = PadModel(invented.UP, outside, language="zh-CN")
    opened = OpenWindow(PAD, {"model": model})
    opened.window.setVisible(True)
    yield Bench(model=model, opened=opened, qtbot=qtbot, sent=sent, hall_ms=hall_ms)
    opened.speak("zh-CN")
    opened.close()


@pytest.mark.parametrize(
    ("level", "word"), [(5, "非常满意"), (4, "满意"), (3, "基本满意"), (2, "不满意"), (1, "非常不满意")]
)
def test_each_face_says_its_level_and_sends_it(bench: Bench, level: int, word: str) -> None:
    bench.stand(invented.ASK)
    assert bench.text(f"level-{level}") == word
    bench.press(f"level-{level}")
    assert [(rating.ticket_id, rating.level) for rating in bench.sent] == [(23, level)]


def test_a_double_press_is_one_rating(bench: Bench) -> None:
    bench.stand(invented.ASK)
    face = pressable(bench.opened.window, "level-5")
    press(bench.opened.window, face)
    press(bench.opened.window, face)
    assert len(bench.sent) == 1
    assert not visible(bench.opened.window, "level-1").isEnabled()


def test_a_face_is_pressed_by_the_keyboard_too(bench: Bench) -> None:
    bench.stand(invented.ASK)
    visible(bench.opened.window, "level-4").forceActiveFocus(Qt.FocusReason.TabFocusReason)
    bench.qtbot.keyClick(bench.opened.window, Qt.Key.Key_Return)
    assert [rating.level for rating in bench.sent] == [4]


def test_a_rating_is_thanked_for_and_then_the_pad_welcomes_the_next(bench: Bench) -> None:
    bench.stand(invented.ASK)
    bench.press("level-5")
    bench.happen(s.Seen(view=invented.VIEW))
    bench.happen(s.Taken(key=bench.sent[0].key))
    assert bench.page == "thanks"
    bench.hall_ms[0] += s.THANKS_MS
    bench.qtbot.waitUntil(lambda: bench.page == "welcome")


def test_a_service_rated_elsewhere_is_told_so(bench: Bench) -> None:
    bench.stand(invented.ASK)
    bench.press("level-5")
    bench.happen(s.NotTaken(key=bench.sent[0].key, code="already-rated"))
    assert bench.page == "already-rated"


def test_a_rating_that_did_not_arrive_can_be_pressed_again_on_the_page(bench: Bench) -> None:
    bench.stand(invented.ASK)
    bench.press("level-2")
    bench.happen(s.NotTaken(key=bench.sent[0].key, code="hall-unreachable"))
    assert visible(bench.opened.window, "not-taken").property("title") == "没有收到，请再按一次"
    bench.press("level-2")
    assert len({rating.key for rating in bench.sent}) == 2


def test_the_question_goes_by_itself_at_its_time(bench: Bench) -> None:
    bench.stand(invented.ASK)
    bench.hall_ms[0] = invented.RATING.until_ms
    bench.qtbot.waitUntil(lambda: bench.page == "welcome")


def test_a_language_that_a_citizen_chose_ends_with_the_service(bench: Bench) -> None:
    bench.stand(invented.ASK)
    bench.press("language")
    assert bench.text("title") == "Please rate this service"
    bench.hall_ms[0] = invented.RATING.until_ms
    bench.qtbot.waitUntil(lambda: bench.page == "welcome")
    assert bench.text("lead") == "欢迎您"


def test_a_server_that_goes_away_has_its_page_and_the_question_comes_back(bench: Bench) -> None:
    clock = HallClock(lambda: bench.hall_ms[0])
    bench.stand(invented.ASK)
    deliver(LinkLost(code="hall-unreachable", reason="refused"), bench.model, clock)
    kit.settle()
    assert bench.page == "away"
    assert named(bench.opened.window, "level-5") is None
    deliver(LinkUp(), bench.model, clock)
    view = altered(invented.VIEW, rating=invented.RATING)
    deliver(Snapshot(cursor=9, protocol=1, hall=invented.HALL, windows=(view,), calls=()), bench.model, clock)
    kit.settle()
    assert bench.page == "ask"


def test_a_call_at_the_window_is_shown_at_once(bench: Bench) -> None:
    called = altered(invented.VIEW, state="called", ticket=invented.TICKET)
    clock = HallClock(lambda: bench.hall_ms[0])
    deliver(Changes(previous=1, cursor=2, views=(called,)), bench.model, clock)
    kit.settle()
    assert bench.text("number") == "023"


@pytest.mark.parametrize("look", kit.looks(invented.SIZES), ids=lambda look: look.name)
def test_no_text_is_cut_off_on_any_page(bench: Bench, look: kit.Look) -> None:
    found = {}
    for name in kit.walk(bench.opened, invented.scenes(bench.model, bench.opened), [look]):
        bench.opened.window.grabWindow()  # a picture is laid out to the end
        found[name] = cut_off_texts(bench.opened.window)
    bench.opened.dress("day")
    assert {name: texts for name, texts in found.items() if texts} == {}
