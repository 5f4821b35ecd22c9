"""The wall's window, drawn without a screen and fed with views."""

import msgspec
import pytest
from PySide6.QtGui import QColor

from display.kit.gallery import settle, walk
from display.kit.inspection import cut_off_texts
from display.kit.stage import named, page, text_of
from display.wall.app import WALL, open_window
from display.wall.gallery import LOOKS, LOST, NOW_MS, invented_wall, scenes, snapshot
from drivers.contract.errors import Absent
from queue_core.wire.stream import Changes
from queue_core.wire.views import CallView
from queue_core.wire.words import TicketClass


@pytest.fixture
def wall(qtbot):
    assert qtbot, "there is an application"
    wall = invented_wall()
    opened = open_window(wall)
    opened.resize(1920, 1080)
    opened.window.setVisible(True)
    wall.opened = opened
    yield wall
    opened.close()


def read(wall, name):
    """What a person reads there; nothing when it is not to be seen."""
    settle()
    item = named(wall.opened.window, name)
    return text_of(item) if item is not None else None


def call(call_id, *, number="042", nth=1, ticket_class=TicketClass.PICKUP):
    return CallView(
        call_id=call_id,
        ticket_id=42,
        number=number,
        ticket_class=ticket_class,
        window=12,
        nth=nth,
        called_at_ms=NOW_MS,
        language="zh-CN",
    )


def awaited(ticket_id):
    """Window 12 waits for the holder of this ticket."""
    window = snapshot(calls=1, window=12).windows[0]
    return msgspec.structs.replace(window, ticket=msgspec.structs.replace(window.ticket, ticket_id=ticket_id))


def test_a_call_is_shown_in_both_languages_at_once(wall):
    wall.receive(snapshot(calls=3))
    wall.receive(Changes(previous=1, cursor=2, views=(awaited(42), call(9))))
    assert read(wall, "number") == "042"
    assert read(wall, "window") == "请到 12 号窗口"
    assert read(wall, "window-second") == "Please go to window 12"
    assert read(wall, "class") == "取件"
    assert read(wall, "class-second") == "Collect"
    assert read(wall, "earlier-number-0") == "017"


def test_a_recall_says_so(wall):
    wall.receive(snapshot(calls=3))
    wall.receive(Changes(previous=1, cursor=2, views=(awaited(42), call(9))))
    assert read(wall, "recall") is None
    wall.receive(Changes(previous=2, cursor=3, views=(call(10, nth=2),)))
    assert (read(wall, "recall"), read(wall, "recall-second")) == ("再次呼叫", "Called again")


def test_a_call_that_was_answered_steps_back(wall):
    wall.receive(snapshot(calls=3, awaited=1))
    assert read(wall, "window") == "请到 3 号窗口"
    coloured = named(wall.opened.window, "call").property("color")
    wall.receive(snapshot(calls=3, awaited=0))
    assert (read(wall, "number"), read(wall, "window")) == ("017", "3 号窗口")
    assert named(wall.opened.window, "call").property("color") != coloured


def test_a_category_without_a_window_says_so(wall):
    wall.receive(snapshot(calls=3))
    assert (read(wall, "waiting-label-construction"), read(wall, "waiting-count-construction")) == (
        "暂无窗口",
        None,
    )
    assert (read(wall, "waiting-label-business"), read(wall, "waiting-count-business")) == ("暂无窗口", "7")


def test_a_quiet_hall_has_a_word_too(wall):
    wall.receive(snapshot(calls=0))
    assert (read(wall, "no-call"), read(wall, "number")) == ("请留意叫号", None)
    assert read(wall, "waiting-count-registration") == "12"


def test_a_hall_that_is_away_leaves_the_calls_and_hides_the_counts(wall):
    wall.receive(snapshot(calls=3))
    wall.receive(LOST)
    assert page(wall.opened.window) == "stale"
    assert read(wall, "stale-text") == "连接中断，以下是 10:32 的叫号。请留意工作人员的通知"
    assert read(wall, "number") == "017"
    assert read(wall, "waiting-count-registration") == "–"
    wall.receive(Changes(previous=1, cursor=1, views=()))
    assert (page(wall.opened.window), read(wall, "stale-text")) == ("calls", None)


def test_a_wall_that_never_heard_the_hall_says_what_to_do(wall):
    assert page(wall.opened.window) == "starting"
    wall.receive(LOST)
    assert read(wall, "starting") == "叫号屏暂时连不上大厅"
    assert read(wall, "starting-advice") == "您的号码仍然有效，请留意工作人员的通知"


def test_a_silent_wall_shows_a_small_sign(wall):
    wall.receive(snapshot(calls=3))
    assert read(wall, "no-voice") is None
    wall.voice_changed(Absent("gone"))
    assert read(wall, "no-voice") == "无语音"
    wall.voice_changed(None)
    assert read(wall, "no-voice") is None


@pytest.mark.parametrize("ticket_class", list(TicketClass))
def test_colour_is_never_the_only_carrier_of_a_class(wall, ticket_class):
    wall.receive(snapshot(calls=1))
    wall.receive(Changes(previous=1, cursor=2, views=(awaited(42), call(9, ticket_class=ticket_class))))
    words = {"accept": "受理", "consult": "咨询", "pickup": "取件"}
    assert read(wall, "class") == words[ticket_class]
    panel = named(wall.opened.window, "call")
    assert luminance_ratio(panel.property("color"), panel.property("ink")) >= 7


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: look.name)
def test_no_text_is_cut_off_in_any_scene(wall, look):
    found = {name: cut_off_texts(wall.opened.window) for name in walk(wall.opened, scenes(wall), [look])}
    assert {name: texts for name, texts in found.items() if texts} == {}


@pytest.mark.parametrize("categories", [1, 3, 5, 8, 12])
def test_halls_with_few_and_many_categories_fit(wall, categories):
    first = snapshot(calls=9)
    kinds = tuple(
        msgspec.structs.replace(first.hall.categories[index % 4], code=f"kind{index}")
        for index in range(categories)
    )
    hall = msgspec.structs.replace(first.hall, categories=kinds)
    wall.receive(msgspec.structs.replace(first, hall=hall))
    settle()
    assert named(wall.opened.window, f"waiting-kind{categories - 1}") is not None
    assert cut_off_texts(wall.opened.window) == []


def test_every_text_has_its_english():
    assert "unfinished" not in (WALL.texts / "en.ts").read_text()


def luminance_ratio(one, other):
    dark, light = sorted(luminance(QColor(colour)) for colour in (one, other))
    return (light + 0.05) / (dark + 0.05)


def luminance(colour):
    """Relative luminance of WCAG 2."""
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
