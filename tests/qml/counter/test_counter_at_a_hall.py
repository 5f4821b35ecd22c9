"""The counter and the pad as they run, pressed by mouse, at a real hall server over TLS."""

import asyncio

import pytest
from PySide6.QtCore import Qt

from counter.app import assemble as assemble_counter
from counter.errors import NotACounter
from counter.settings import CounterSettings
from display.pad.app import assemble as assemble_pad
from display.pad.errors import NotAPad
from display.pad.settings import PadSettings
from queue_core.wire.words import Role
from tests.qml.counter.conftest import PASSWORD, WINDOW, Hall, Screen, log_in


def test_a_service_from_log_in_to_rating(hall: Hall, counter: Screen, pad: Screen) -> None:
    pad.wait_page("closed")
    log_in(counter)
    counter.press("open")
    counter.wait_text("state", "空闲")
    pad.wait_page("welcome")
    counter.press("call-next")
    counter.wait_text("notice", "有人取号后")
    number = asyncio.run(hall.take_number())
    counter.wait_text("waiting", "等候 1 人")
    counter.press("call-next")
    counter.wait_text("number", number)
    counter.wait_text("holder-unknown", "未刷卡取号")
    pad.wait_text("number", number)
    counter.press("start")
    counter.wait_text("state", "办理中")
    counter.press("finish")
    counter.wait_text("state", "空闲")
    pad.wait_page("ask")
    pad.press("level-4")
    pad.wait_page("thanks")
    counter.press("log-out")
    counter.wait_page("login")
    pad.wait_page("closed")


def test_a_wrong_password_is_refused_in_words_and_the_right_one_is_taken(counter: Screen) -> None:
    counter.wait_text("link", "已连接")
    counter.type("clerk", "1001")
    counter.type("password", "a guess")
    counter.press("log-in")
    counter.wait_text("notice", "请重新输入")
    counter.type("password", PASSWORD)
    counter.press("log-in")
    counter.wait_page("window")


def test_a_hall_that_restarts_loses_no_ticket_and_sends_nothing_pressed_meanwhile(
    hall: Hall, counter: Screen, pad: Screen
) -> None:
    log_in(counter)
    counter.press("open")
    number = asyncio.run(hall.take_number())
    counter.wait_text("waiting", "等候 1 人")
    counter.press("call-next")
    counter.wait_text("number", number)
    hall.stop()
    counter.wait_text("link", "已断开")
    pad.wait_page("away")
    counter.wait_text("number", number)
    counter.key(Qt.Key.Key_F4)
    counter.wait_text("notice", "也不会补送")
    hall.start()
    counter.wait_text("link", "已连接")
    pad.wait_text("number", number)
    counter.wait_text("state", "已叫号")
    counter.press("start")
    counter.wait_text("state", "办理中")


@pytest.mark.usefixtures("qapp")
def test_a_credential_of_another_role_is_refused_before_anything_is_shown(hall: Hall) -> None:
    other = hall.credential(Role.KIOSK)
    with pytest.raises(NotACounter):
        assemble_counter(CounterSettings(credential=other, windows=(WINDOW,)))
    with pytest.raises(NotAPad):
        assemble_pad(PadSettings(credential=other, window=WINDOW))
