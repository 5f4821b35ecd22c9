"""The counter's pages under real mouse presses and keys, without a hall server."""

from dataclasses import replace

import pytest
from msgspec.structs import replace as altered
from PySide6.QtCore import Qt

from counter import gallery
from counter import gallery_states as invented
from counter.app import deliver
from counter.flow import happenings as h
from counter.flow import requests as r
from counter.flow import state as s
from display.kit import gallery as kit
from display.kit.hall_clock import HallClock
from display.kit.stage import page, pressable, type_into, visible
from queue_core.client import LinkLost, LinkUp
from queue_core.wire.stream import Changes, Snapshot
from queue_core.wire.words import WindowAction, WindowState
from tests.qml.counter.conftest import Desk


def test_a_clerk_logs_in_by_typing_number_password_and_enter(desk: Desk) -> None:
    type_into(pressable(desk.opened.window, "clerk"), "1001")
    desk.key(Qt.Key.Key_Return)
    type_into(pressable(desk.opened.window, "password"), "right-horse")
    desk.key(Qt.Key.Key_Return)
    assert desk.sent == [r.SendLogIn(window=3, clerk="1001", password="right-horse")]
    assert not desk.is_enabled("log-in")
    desk.happen(h.LoggedIn(session=invented.SESSION))
    assert page(desk.opened.window) == "connecting"
    desk.happen(h.Seen(view=invented.FREE))
    assert page(desk.opened.window) == "window"


def test_a_clerk_chooses_among_several_windows_by_mouse(desk: Desk) -> None:
    desk.stand(replace(invented.LOG_IN, windows=(1, 2, 5)))
    desk.press("window-5")
    type_into(pressable(desk.opened.window, "clerk"), "1001")
    type_into(pressable(desk.opened.window, "password"), "right-horse")
    desk.press("log-in")
    assert desk.sent == [r.SendLogIn(window=5, clerk="1001", password="right-horse")]


def test_the_password_is_gone_from_the_page_once_it_was_sent(desk: Desk) -> None:
    type_into(pressable(desk.opened.window, "clerk"), "1001")
    type_into(pressable(desk.opened.window, "password"), "right-horse")
    desk.press("log-in")
    assert desk.text("password") == ""


def test_a_wrong_password_is_told_in_words(desk: Desk) -> None:
    desk.stand(replace(invented.LOG_IN, step=s.Step.LOGGING_IN))
    desk.happen(h.LogInRefused(notice=s.Notice(code="wrong-password")))
    assert visible(desk.opened.window, "notice").property("title") == "工号或密码不对"
    assert desk.is_enabled("log-in")


def test_after_a_refused_log_in_the_password_is_typed_again_without_a_mouse(desk: Desk) -> None:
    type_into(pressable(desk.opened.window, "clerk"), "1001")
    type_into(pressable(desk.opened.window, "password"), "wrong-horse")
    desk.key(Qt.Key.Key_Return)
    assert not desk.is_enabled("password")
    desk.happen(h.LogInRefused(notice=s.Notice(code="wrong-password")))
    assert desk.opened.window.activeFocusItem().objectName() == "password"


KEYS = [
    ("closed", Qt.Key.Key_F9, WindowAction.OPEN),
    ("free", Qt.Key.Key_F9, WindowAction.CLOSE),
    ("free", Qt.Key.Key_F2, WindowAction.CALL_NEXT),
    ("called", Qt.Key.Key_F3, WindowAction.RECALL),
    ("called", Qt.Key.Key_F4, WindowAction.START),
    ("called-often", Qt.Key.Key_F6, WindowAction.NO_SHOW),
    ("serving", Qt.Key.Key_F5, WindowAction.FINISH),
]


@pytest.mark.parametrize(("state", "key", "action"), KEYS)
def test_each_action_has_its_key(desk: Desk, state: str, key: Qt.Key, action: WindowAction) -> None:
    desk.stand(invented.STATES[state])
    desk.key(key)
    assert desk.actions() == [action]


@pytest.mark.parametrize(("state", "action"), [(state, action) for state, _, action in KEYS])
def test_each_action_has_its_button(desk: Desk, state: str, action: WindowAction) -> None:
    desk.stand(invented.STATES[state])
    desk.press(action.value)
    assert desk.actions() == [action]


def test_f12_logs_out(desk: Desk) -> None:
    desk.stand(invented.STATES["free"])
    desk.key(Qt.Key.Key_F12)
    assert desk.sent == [r.SendLogOut()]
    desk.happen(h.LoggedOut())
    assert page(desk.opened.window) == "login"


def test_a_button_is_reached_by_tab_and_pressed_by_the_space_bar(desk: Desk) -> None:
    desk.stand(invented.STATES["free"])
    visible(desk.opened.window, "call-next").forceActiveFocus(Qt.FocusReason.TabFocusReason)
    desk.key(Qt.Key.Key_Space)
    assert desk.actions() == [WindowAction.CALL_NEXT]
    desk.happen(h.ActionRefused(key=desk.sent[0].key, notice=s.Notice(code="nobody-waiting")))
    visible(desk.opened.window, "call-next").forceActiveFocus(Qt.FocusReason.TabFocusReason)
    desk.key(Qt.Key.Key_Tab)
    assert not visible(desk.opened.window, "call-next").hasActiveFocus()


def test_a_double_press_by_mouse_and_key_is_one_call(desk: Desk) -> None:
    desk.stand(invented.STATES["free"])
    desk.press("call-next")
    desk.key(Qt.Key.Key_F2)
    assert desk.actions() == [WindowAction.CALL_NEXT]


def test_each_press_has_a_key_of_its_own(desk: Desk) -> None:
    desk.stand(invented.STATES["called"])
    desk.press("recall")
    desk.happen(h.ActionDone(key=desk.sent[0].key))
    desk.clock[0] += 5_000
    desk.press("recall")
    assert len({request.key for request in desk.sent}) == 2


def test_a_no_show_before_enough_calls_is_off_and_says_how_many_are_missing(desk: Desk) -> None:
    desk.stand(invented.STATES["called"])
    assert not desk.is_enabled("no-show")
    assert visible(desk.opened.window, "no-show").property("hint") == "还差 2 次"
    desk.key(Qt.Key.Key_F6)
    assert desk.sent == []
    assert visible(desk.opened.window, "notice").property("title") == "还需再呼叫 2 次"


@pytest.mark.parametrize("name", ["close", "log-out"])
def test_leaving_with_a_ticket_in_hand_says_why_not(desk: Desk, name: str) -> None:
    desk.stand(invented.STATES["serving"])
    desk.press(name)
    assert desk.sent == []
    assert visible(desk.opened.window, "notice").property("title") == "手上的号还在办理"
    desk.key(Qt.Key.Key_Escape)
    assert not desk.is_shown("notice")


def test_a_refusal_of_the_server_is_told_in_the_clerks_language(desk: Desk) -> None:
    desk.stand(invented.STATES["free"])
    desk.press("language")
    desk.press("call-next")
    desk.happen(h.ActionRefused(key=desk.sent[0].key, notice=s.Notice(code="nobody-waiting")))
    assert visible(desk.opened.window, "notice").property("title") == "Nobody is waiting now"
    assert desk.is_enabled("call-next")


def test_an_unknown_refusal_shows_the_servers_remedy_on_the_page(desk: Desk) -> None:
    desk.stand(invented.STATES["free"])
    desk.press("call-next")
    notice = s.Notice(code="code-of-next-year", remedy="Ask the supervisor.")
    desk.happen(h.ActionRefused(key=desk.sent[0].key, notice=notice))
    assert desk.text("notice") == "Ask the supervisor."


def test_the_ticket_in_hand_is_shown_with_class_category_holder_and_time(desk: Desk) -> None:
    desk.stand(invented.STATES["called"])
    assert desk.text("number") == "023"
    assert desk.text("ticket-class") == "受理"
    assert desk.text("category") == "注册登记"
    assert desk.text("holder") == "欧阳静怡"
    assert desk.text("holder-number") == "440***********1234"
    assert desk.text("calls") == "已呼叫 1 次"
    assert desk.text("elapsed") == "叫号后 00:42"
    assert desk.text("waiting") == "等候 12 人"


def test_a_server_that_goes_away_is_told_and_comes_back_by_itself(desk: Desk) -> None:
    clock = HallClock(lambda: invented.NOW_MS)
    desk.stand(invented.STATES["called"])
    deliver(LinkLost(code="hall-unreachable", reason="refused"), desk.model, clock)
    kit.settle()
    assert desk.is_shown("away")
    assert desk.text("number") == "023"
    assert not desk.is_enabled("start")
    deliver(LinkUp(), desk.model, clock)
    serving = altered(invented.FREE, state=WindowState.SERVING, ticket=invented.SERVING.view.ticket)
    deliver(
        Snapshot(cursor=9, protocol=1, hall=invented.HALL, windows=(serving,), calls=()), desk.model, clock
    )
    kit.settle()
    assert not desk.is_shown("away")
    assert desk.is_enabled("finish")


def test_a_change_from_the_hall_moves_the_page_without_a_press(desk: Desk) -> None:
    desk.stand(invented.STATES["free"])
    called = altered(invented.FREE, state=WindowState.CALLED, ticket=invented.TICKET)
    clock = HallClock(lambda: invented.NOW_MS)
    deliver(Changes(previous=1, cursor=2, views=(called,)), desk.model, clock)
    kit.settle()
    assert desk.text("number") == "023"


LOOKS = [(layout, look, states) for layout, chosen, states in gallery.layouts() for look in chosen]


@pytest.mark.parametrize(("layout", "look", "states"), LOOKS, ids=[look.name for _, look, _ in LOOKS])
def test_no_text_is_cut_off_on_any_page(
    desk: Desk, layout: s.Layout, look: kit.Look, states: dict[str, s.Counter]
) -> None:
    scenes = gallery.scenes(desk.model, desk.opened, states, layout)
    assert kit.look_over(desk.opened, scenes, look) == {}


def test_materials_are_ticked_by_their_digits_and_by_mouse(desk: Desk) -> None:
    desk.stand(invented.STATES["called"])
    desk.key(Qt.Key.Key_1)
    assert desk.text("materials") == "材料 1/5"
    desk.key(Qt.Key.Key_3)
    desk.press("material-2")
    assert desk.text("materials") == "材料 3/5"
    desk.key(Qt.Key.Key_3)
    assert desk.text("materials") == "材料 2/5"
