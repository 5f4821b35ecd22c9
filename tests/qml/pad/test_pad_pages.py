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
from display.kit.stage import named, page, press, pressable, text_of, visible, visible_items
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
    sent: list[s.SendRating | s.SendSkip]
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
    sent: list[s.SendRating | s.SendSkip] = []
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
    if level <= 2:
        bench.press("send")
    assert [(rating.ticket_id, rating.level) for rating in bench.sent] == [(23, level)]


@pytest.mark.parametrize(
    ("tag", "title", "very_good"),
    [
        ("zh-CN", "请您评价本次服务", "非常满意"),
        ("zh-Hant", "請您評價本次服務", "非常滿意"),
        ("en", "Please rate this service", "Very satisfied"),
    ],
)
def test_the_pad_asks_in_the_language_of_the_ticket(
    bench: Bench, tag: str, title: str, very_good: str
) -> None:
    asked = altered(invented.RATING, language=tag)
    bench.happen(s.Seen(view=altered(invented.VIEW, rating=asked)))
    assert (bench.text("title"), bench.text("level-5")) == (title, very_good)
    bench.hall_ms[0] = asked.until_ms
    bench.qtbot.waitUntil(lambda: bench.page == "welcome")
    assert bench.text("lead") == "欢迎您"


def test_a_citizen_switches_the_language_while_choosing_and_is_thanked_in_it(bench: Bench) -> None:
    bench.stand(invented.ASK)
    bench.press("level-1")
    bench.press("language-zh-Hant")
    assert (bench.text("title"), bench.text("label-slow-service")) == ("哪裏做得不好？", "辦事效率低")
    bench.press("send")
    bench.happen(s.Taken(key=bench.sent[0].key))
    assert bench.text("title") == "謝謝您的評價"


def test_labels_are_marked_and_sent_with_the_level(bench: Bench) -> None:
    bench.stand(invented.ASK)
    bench.press("level-2")
    assert (bench.page, bench.sent) == ("labels", [])
    for code in ("slow-service", "long-wait", "other", "slow-service"):
        bench.press(f"label-{code}")
    assert [
        visible(bench.opened.window, f"label-{code}").property("isOn") for code in ("other", "slow-service")
    ] == [
        True,
        False,
    ]
    bench.press("send")
    assert [(rating.level, rating.labels) for rating in bench.sent] == [(2, ("long-wait", "other"))]


def test_labels_are_chosen_and_sent_by_the_keyboard_alone(bench: Bench) -> None:
    bench.stand(invented.ASK)
    visible(bench.opened.window, "level-1").forceActiveFocus(Qt.FocusReason.TabFocusReason)
    bench.qtbot.keyClick(bench.opened.window, Qt.Key.Key_Return)
    kit.settle()
    for _ in range(40):
        if bench.opened.window.activeFocusItem().objectName() == "label-other":
            break
        bench.qtbot.keyClick(bench.opened.window, Qt.Key.Key_Tab)
    bench.qtbot.keyClick(bench.opened.window, Qt.Key.Key_Space)
    bench.qtbot.keyClick(bench.opened.window, Qt.Key.Key_Tab)
    assert bench.opened.window.activeFocusItem().objectName() == "send"
    bench.qtbot.keyClick(bench.opened.window, Qt.Key.Key_Return)
    assert [rating.labels for rating in bench.sent] == [("other",)]


def test_a_level_whose_labels_nobody_sends_is_sent_when_the_time_ends(bench: Bench) -> None:
    bench.stand(invented.ASK)
    bench.press("level-1")
    bench.press("label-sent-away")
    bench.hall_ms[0] = invented.RATING.until_ms - s.SENT_BEFORE_MS
    bench.qtbot.waitUntil(lambda: bench.sent != [])
    assert [(rating.level, rating.labels) for rating in bench.sent] == [(1, ("sent-away",))]


def test_the_time_left_is_counted_down_in_view(bench: Bench) -> None:
    bench.stand(invented.ASK)
    bench.happen(s.Passed(now_ms=invented.NOW_MS))
    assert bench.text("time-left") == "还有 24 秒"
    bench.hall_ms[0] += 9_000
    bench.qtbot.waitUntil(lambda: bench.text("time-left") == "还有 15 秒")


def test_who_does_not_want_to_rate_says_so_and_is_asked_no_more(bench: Bench) -> None:
    bench.stand(invented.ASK)
    bench.press("skip")
    assert bench.page == "skipped"
    assert [type(request) for request in bench.sent] == [s.SendSkip]
    bench.hall_ms[0] += s.THANKS_MS
    bench.qtbot.waitUntil(lambda: bench.page == "welcome")


def test_where_only_a_ticket_or_phone_rates_the_pad_has_nothing_to_press(bench: Bench) -> None:
    bench.stand(invented.STATES["proof"])
    assert (bench.page, bench.text("asked-number")) == ("proof", "您的号码 023")
    assert "二维码" in bench.text("hint")
    assert all(named(bench.opened.window, name) is None for name in ("level-5", "level-1", "skip", "send"))
    bench.model.rate(5)
    assert bench.sent == []


def test_the_clerk_who_served_is_named_though_another_sits_there_now(bench: Bench) -> None:
    relieved = altered(invented.VIEW, clerk="1002", clerk_display_name="陈志远", rating=invented.RATING)
    bench.stand(s.Pad(window=3, link=s.Link.UP, hall=invented.HALL, view=relieved, now_ms=invented.NOW_MS))
    assert bench.text("clerk") == "林晓岚\n工号 1001"
    bench.stand(s.Pad(window=3, link=s.Link.UP, view=altered(relieved, rating=None), now_ms=invented.NOW_MS))
    assert bench.text("clerk") == "陈志远\n工号 1002"


@pytest.mark.parametrize(("size", "inches"), [((1024, 600), 7.0), ((800, 1280), 10.1), ((1280, 800), 10.1)])
@pytest.mark.parametrize("state", ["ask", "labels"])
def test_all_that_is_pressed_is_at_least_60_dp_on_the_tablets_of_halls(
    bench: Bench, size: tuple[int, int], inches: float, state: str
) -> None:
    bench.opened.resize(*size)
    bench.stand(invented.STATES[state])
    bench.opened.window.grabWindow()
    dp = (size[0] ** 2 + size[1] ** 2) ** 0.5 / inches / 160
    buttons = [item for item in visible_items(bench.opened.window) if item.inherits("QQuickAbstractButton")]
    small = {b.objectName(): b.height() / dp for b in buttons if min(b.height(), b.width()) < 60 * dp}
    assert (len(buttons) > 5, small) == (True, {})


def test_a_double_press_is_one_rating(bench: Bench) -> None:
    bench.stand(invented.ASK)
    face = pressable(bench.opened.window, "level-5")
    press(bench.opened.window, face)
    press(bench.opened.window, face)
    assert len(bench.sent) == 1
    assert not visible(bench.opened.window, "level-1").isEnabled()
    assert not visible(bench.opened.window, "skip").isEnabled()


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
    bench.press("level-3")
    bench.happen(s.NotTaken(key=bench.sent[0].key, code="hall-unreachable"))
    assert visible(bench.opened.window, "not-taken").property("title") == "没有收到，请再按一次"
    bench.press("level-3")
    assert len({rating.key for rating in bench.sent}) == 2


def test_the_question_goes_by_itself_at_its_time(bench: Bench) -> None:
    bench.stand(invented.ASK)
    bench.hall_ms[0] = invented.RATING.until_ms
    bench.qtbot.waitUntil(lambda: bench.page == "welcome")


def test_a_language_that_a_citizen_chose_ends_with_the_service(bench: Bench) -> None:
    bench.stand(invented.ASK)
    bench.press("language-en")
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


@pytest.mark.parametrize("look", invented.LOOKS, ids=lambda look: look.name)
def test_no_text_is_cut_off_on_any_page(bench: Bench, look: kit.Look) -> None:
    found = {}
    for name in kit.walk(bench.opened, invented.scenes(bench.model, bench.opened), [look]):
        bench.opened.window.grabWindow()  # a picture is laid out to the end
        found[name] = cut_off_texts(bench.opened.window)
    bench.opened.dress("day")
    assert {name: texts for name, texts in found.items() if texts} == {}
