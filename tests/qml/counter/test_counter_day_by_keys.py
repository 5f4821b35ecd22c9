"""A clerk's day at a real hall server, by the keys of the keyboard alone."""

import asyncio

from PySide6.QtCore import Qt

from display.kit.stage import named
from tests.qml.counter.conftest import PASSWORD, Hall, Screen

MATTER = "sole-trader-setup"
SETTLE_MS = 30_000


def log_in_by_keys(counter: Screen) -> None:
    counter.wait_text("link", "已连接")
    counter.opened.window.requestActivate()
    counter.qtbot.waitUntil(counter.opened.window.isActive)
    counter.keys("1001")
    counter.key(Qt.Key.Key_Return)
    counter.keys(PASSWORD)
    counter.key(Qt.Key.Key_Return)
    counter.wait_page("window")


def press_when_possible(counter: Screen, key: Qt.Key, name: str) -> None:
    """A clerk sees the button light up, and presses its key."""

    def can() -> bool:
        item = named(counter.opened.window, name)
        return item is not None and item.isEnabled()

    counter.qtbot.waitUntil(can, timeout=SETTLE_MS)
    counter.key(key)


def serve_with_materials(counter: Screen, number: str) -> None:
    press_when_possible(counter, Qt.Key.Key_F2, "call-next")
    counter.wait_text("number", number)
    counter.wait_text("matter", "个体工商户设立登记")
    press_when_possible(counter, Qt.Key.Key_F4, "start")
    counter.wait_text("state", "办理中")
    counter.wait_text("materials", "材料 0/3")
    counter.key(Qt.Key.Key_1)
    counter.key(Qt.Key.Key_3)
    counter.wait_text("materials", "材料 2/3")


def note_and_hold(counter: Screen, number: str) -> None:
    press_when_possible(counter, Qt.Key.Key_N, "note")
    counter.wait_page("note")
    counter.keys("proof of premises is missing")
    counter.key(Qt.Key.Key_Return)
    counter.wait_text("notice", "下一个窗口")
    press_when_possible(counter, Qt.Key.Key_F7, "hold")
    counter.wait_page("hold")
    counter.key(Qt.Key.Key_2)
    counter.key(Qt.Key.Key_Return)
    counter.wait_text(f"held-{number}", number)


def serve_quickly(counter: Screen, number: str) -> None:
    press_when_possible(counter, Qt.Key.Key_F2, "call-next")
    counter.wait_text("number", number)
    press_when_possible(counter, Qt.Key.Key_F4, "start")
    press_when_possible(counter, Qt.Key.Key_F5, "finish")
    counter.wait_text("state", "空闲")


def take_back(counter: Screen, number: str) -> None:
    press_when_possible(counter, Qt.Key.Key_H, "hand-back")
    counter.wait_page("hand-back")
    counter.key(Qt.Key.Key_Return)
    counter.wait_page("window")
    press_when_possible(counter, Qt.Key.Key_F2, "call-next")
    counter.wait_text("number", number)
    counter.wait_text("holds", "1")
    press_when_possible(counter, Qt.Key.Key_F4, "start")


def convert(counter: Screen) -> None:
    press_when_possible(counter, Qt.Key.Key_C, "convert")
    counter.wait_page("convert")
    counter.key(Qt.Key.Key_1)
    counter.wait_text("onward", "接着办")
    counter.key(Qt.Key.Key_Return)
    counter.wait_text("ticket-class", "受理")


def pause_after_this_and_resume(counter: Screen) -> None:
    press_when_possible(counter, Qt.Key.Key_F8, "pause")
    counter.wait_page("pause")
    counter.key(Qt.Key.Key_1)
    counter.key(Qt.Key.Key_Right)
    counter.key(Qt.Key.Key_Return)
    counter.wait_text("pause-later", "短暂休息")
    press_when_possible(counter, Qt.Key.Key_F5, "finish")
    counter.wait_text("state", "暂停")
    counter.wait_text("no-ticket-hint", "预计到")
    press_when_possible(counter, Qt.Key.Key_F8, "resume")
    counter.wait_text("state", "空闲")


def look_at_the_shift(counter: Screen) -> None:
    press_when_possible(counter, Qt.Key.Key_S, "shift")
    counter.wait_page("shift")
    counter.wait_text("shift-open", "分钟")
    counter.key(Qt.Key.Key_Return)
    counter.wait_page("window")


def test_a_clerks_day_by_keys_alone(hall: Hall, counter: Screen) -> None:
    first = asyncio.run(hall.take_number(MATTER))
    second = asyncio.run(hall.take_number())
    log_in_by_keys(counter)
    press_when_possible(counter, Qt.Key.Key_F9, "open")
    counter.wait_text("state", "空闲")
    counter.wait_text("waiting", "等候 2 人")
    serve_with_materials(counter, first)
    note_and_hold(counter, first)
    serve_quickly(counter, second)
    take_back(counter, first)
    convert(counter)
    pause_after_this_and_resume(counter)
    look_at_the_shift(counter)
    press_when_possible(counter, Qt.Key.Key_F12, "log-out")
    counter.wait_page("login")
