"""The supervisor's screen under real mouse presses and keys, without a hall server."""

import os
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from counter.supervisor import gallery, samples
from counter.supervisor import pickup_samples as pickup
from counter.supervisor.app import SUPERVISOR
from counter.supervisor.flow import acts as a
from counter.supervisor.flow import happenings as h
from counter.supervisor.flow import pickup_acts as p
from counter.supervisor.flow.doors import DoorName
from counter.supervisor.flow.state import Duty, Link, Panel
from counter.supervisor.viewmodels.overview import Outside, Overview
from display.kit import gallery as kit
from display.kit.rehearsal import Rehearsal
from display.kit.stage import NotThere, pressable, visible, visible_below
from display.kit.window import OpenWindow
from queue_core.wire.words import Finding, WindowAction

NOW_MS = samples.NOW_MS


@dataclass(slots=True)
class Desk:
    """What the screen asks of the hall gathers in `sent`."""

    overview: Overview
    opened: OpenWindow
    qtbot: QtBot
    sent: list[h.Request] = field(default_factory=list)

    @property
    def hands(self) -> Rehearsal:
        return Rehearsal(self.opened)

    def stand(self, state: Duty) -> None:
        self.overview.stand(gallery.LOG_IN)
        self.overview.stand(state)
        kit.settle()
        self.sent.clear()

    def press(self, *names: str) -> None:
        for name in names:
            self.qtbot.waitUntil(lambda name=name: is_pressable(self.opened, name), timeout=30_000)
            with capture_exceptions() as raised:
                self.hands.press(name)
            assert raised == []
            kit.settle()

    def type(self, name: str, text: str) -> None:
        self.hands.type(name, text)
        kit.settle()

    def key(self, *keys: Qt.Key) -> None:
        for key in keys:
            self.qtbot.keyClick(self.opened.window, key)
            kit.settle()

    def text(self, name: str) -> str:
        return self.hands.text(name)

    def names(self) -> set[str]:
        return self.hands.names()

    def acts(self) -> list[a.Act]:
        return [request.act for request in self.sent if isinstance(request, h.Perform)]


def is_pressable(opened: OpenWindow, name: str) -> bool:
    try:
        pressable(opened.window, name)
    except NotThere:
        return False
    return True


@pytest.fixture(scope="module")
def opened_once(request: pytest.FixtureRequest) -> Iterator[tuple[Overview, OpenWindow, list[h.Request]]]:
    """One window for all tests: to open one takes longer than to use it."""
    request.getfixturevalue("qapp")
    sent: list[h.Request] = []
    outside = Outside(
        send=sent.append,
        speak=lambda tag: opened.speak(tag),  # noqa: PLW0108 the window is opened with the overview
        dress=lambda mode: opened.dress(mode),  # noqa: PLW0108 likewise
        hall_ms=lambda: NOW_MS,
        steady_ms=lambda: NOW_MS,
    )
    overview = Overview(outside, language="zh-CN", mode="day")
    opened = OpenWindow(SUPERVISOR, overview.models)
    yield overview, opened, sent
    opened.speak("zh-CN")
    opened.dress("day")
    opened.close()


@pytest.fixture
def desk(opened_once: tuple[Overview, OpenWindow, list[h.Request]], qtbot: QtBot) -> Desk:
    overview, opened, sent = opened_once
    opened.resize(1920, 1080)
    overview.speak("zh-CN")
    overview.dress("day")
    opened.window.setVisible(True)
    opened.window.requestActivate()
    qtbot.waitUntil(opened.window.isActive)
    desk = Desk(overview=overview, opened=opened, qtbot=qtbot, sent=sent)
    desk.stand(samples.duty(12))
    return desk


def test_a_supervisor_logs_in_by_keyboard_alone(desk: Desk) -> None:
    desk.stand(gallery.LOG_IN)
    desk.key(Qt.Key.Key_9, Qt.Key.Key_0, Qt.Key.Key_0, Qt.Key.Key_1, Qt.Key.Key_Return)
    desk.key(Qt.Key.Key_4, Qt.Key.Key_2, Qt.Key.Key_Return)
    assert desk.sent == [h.SendLogIn(clerk="9001", password="42")]


def test_all_windows_stand_on_one_screen(desk: Desk) -> None:
    desk.stand(samples.duty(120))
    assert {f"window-{number}" for number in range(1, 121)} <= desk.names()


def test_only_the_tiles_that_changed_are_told(desk: Desk) -> None:
    desk.stand(samples.duty(120))
    tiles = desk.overview.models["grid"].rows("tiles")
    told: list[int] = []
    tiles.dataChanged.connect(lambda first, _last, _roles: told.append(first.row()))
    seen = h.Seen(views=(samples.serving(8, 0),), at_ms=NOW_MS, heard_ms=NOW_MS)
    desk.overview.receive(seen)
    desk.overview.show()
    assert told == [7]


def test_what_the_hall_sends_is_gathered_and_shown_within_a_moment(desk: Desk) -> None:
    seen = h.Seen(views=(samples.serving(8, 0),), at_ms=NOW_MS, heard_ms=NOW_MS)
    desk.overview.receive(seen)
    tiles = desk.overview.models["grid"]
    assert tiles.props.tiles[7].number == ""
    desk.qtbot.waitUntil(lambda: tiles.props.tiles[7].number == "297", timeout=30_000)


def test_a_window_is_opened_after_it_was_said_what_that_does(desk: Desk) -> None:
    desk.press("window-9", "deed-open")
    assert "9 号窗口会显示为开着" in desk.text("says")
    assert desk.acts() == []
    desk.press("confirm")
    assert desk.acts() == [a.ActAtWindow(window=9, action=WindowAction.OPEN)]


def test_a_pause_takes_a_reason_of_the_hall_and_minutes(desk: Desk) -> None:
    desk.press("window-1", "deed-pause", "confirm")
    assert desk.text("notice-title") == "请写明原因"
    desk.press("reason-meeting", "minutes-15", "confirm")
    assert desk.acts() == [a.PauseWindow(window=1, reason="meeting", minutes=15)]


def test_a_reason_may_be_written(desk: Desk) -> None:
    desk.press("window-1", "deed-emergency")
    desk.type("reason", "消防演练")
    desk.press("confirm")
    assert desk.acts() == [a.CloseInEmergency(window=1, reason="消防演练")]


def test_a_form_begins_empty_for_the_next_window(desk: Desk) -> None:
    desk.press("window-1", "deed-pause", "reason-meal", "minutes-30", "window-2", "deed-pause", "confirm")
    assert desk.acts() == []
    assert desk.text("notice-title") == "请写明原因"


def test_a_profile_is_chosen_by_unit_and_preset(desk: Desk) -> None:
    desk.press("window-5", "deed-profile", "unit-business/consult", "unit-trade/pickup")
    desk.press("reason-分流等候的人", "confirm")
    units = ("business/accept", "business/pickup", "trade/pickup")
    assert desk.acts() == [a.ChangeUnits(window=5, units=units, reason="分流等候的人")]


def test_everything_at_one_window_is_one_press(desk: Desk) -> None:
    desk.press("window-5", "deed-profile", "preset-all", "confirm")
    (act,) = desk.acts()
    assert isinstance(act, a.ChangeUnits)
    assert len(act.units) == 12


def test_an_override_wants_a_number_and_a_reason(desk: Desk) -> None:
    desk.press("window-5", "deed-call")
    assert desk.sent == [h.AskWaiting(window=5)]
    assert "日志账" in desk.text("says")
    desk.overview.receive(h.WaitingTold(window=5, numbers=samples.WAITING))
    kit.settle()
    desk.press("confirm")
    assert desk.text("notice-title") == "请先选一个号"
    desk.press("number-143", "confirm")
    assert desk.text("notice-title") == "请写明原因"
    desk.type("reason", "身体不适")
    desk.press("confirm")
    assert desk.acts() == [a.CallNumber(window=5, ticket_id=103, reason="身体不适")]


def test_a_terminal_is_put_back_in_order(desk: Desk) -> None:
    desk.press("window-12", "deed-back-in-order", "confirm")
    assert desk.acts() == [a.OpenTerminal(window=12)]


def test_a_notice_is_written_in_chinese_and_may_be_in_other_languages(desk: Desk) -> None:
    desk.press("panel-notices", "post-notice")
    assert desk.text("notice-title") == "请写公告内容"
    desk.type("notice-zh-CN", "取号机检修")
    desk.type("notice-en", "Kiosk closed")
    desk.press("notice-minutes-60", "post-notice")
    assert desk.acts() == [a.TellAll(texts=(("zh-CN", "取号机检修"), ("en", "Kiosk closed")), minutes=60)]


def test_a_notice_is_taken_down(desk: Desk) -> None:
    desk.stand(samples.duty(12, board=samples.BOARD))
    desk.press("panel-notices", "end-notice-3")
    assert desk.acts() == [a.EndNotice(notice_id=3)]


def test_the_hall_is_closed_only_after_a_reason_and_the_date(desk: Desk) -> None:
    desk.press("panel-hall")
    assert "close-hall" not in desk.names()
    desk.press("closing-day-ended")
    desk.type("closing-date", "0102")
    desk.press("close-hall")
    assert desk.acts() == []
    assert desk.text("notice-title") == "日期不对，大厅没有关闭"
    desk.type("closing-date", "0101")
    desk.press("close-hall")
    assert desk.acts() == [a.EndDay(reason="day-ended", typed="0101")]


def test_an_alarm_leads_to_its_window_and_can_be_seen_off(desk: Desk) -> None:
    assert desk.text("tally-alarms-value") == "1"
    desk.press("seen-window-idle-window:5")
    assert desk.text("tally-alarms-value") == "0"
    desk.press("alarm-window-idle-window:5")
    assert desk.text("chosen") == "5 号窗口"


def test_a_follow_up_is_answered_for_step_by_step(desk: Desk) -> None:
    desk.press("panel-ratings", "follow-up-8")
    desk.type("note", "已电话联系")
    desk.press("answer")
    (act,) = desk.acts()
    assert act == a.AnswerFor(follow_up_id=8, act="contact", note="已电话联系")


def test_a_review_wants_its_result(desk: Desk) -> None:
    desk.press("panel-ratings", "follow-up-9", "answer")
    assert desk.text("notice-title") == "请选回访结果"
    desk.press("result-not-satisfied", "redo")
    (act,) = desk.acts()
    assert act == a.AnswerFor(follow_up_id=9, act="redo", result="not-satisfied")


def test_what_is_pressed_while_the_line_is_down_is_said_not_to_be_sent(desk: Desk) -> None:
    desk.stand(replace(samples.duty(12), link=Link.DOWN, link_code="hall-unreachable"))
    assert "away" in desk.names()
    desk.press("window-9", "deed-open", "confirm")
    assert desk.acts() == []
    assert desk.text("notice-title") == "没有发出：线路断了"


def test_arrows_and_enter_choose_a_window_without_a_mouse(desk: Desk) -> None:
    windows = visible(desk.opened.window, "windows")
    windows.setProperty("current", 0)
    windows.forceActiveFocus()
    desk.key(Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert desk.overview.state.window == 5
    desk.key(Qt.Key.Key_Escape)
    assert desk.overview.state.window is None


SIX, THREE = DoorName(cabinet="L1", door=6), DoorName(cabinet="L1", door=3)
CASE = "20251230-00065"


def test_all_doors_of_a_hundred_and_twenty_stand_on_one_screen(desk: Desk) -> None:
    desk.stand(pickup.pickup_duty(pickup.MANY))
    assert "windows" in desk.names()
    desk.press("panel-lockers")
    assert {f"door-L1/{number}" for number in range(1, 121)} <= desk.names()
    assert "windows" not in desk.names()


def test_a_door_is_opened_from_afar_only_after_it_was_asked_twice(desk: Desk) -> None:
    desk.stand(pickup.pickup_duty(pickup.ONE))
    desk.press("panel-lockers", "door-L1/6", "door-deed-inspect")
    assert "6 号柜门会远程打开" in desk.text("door-says")
    desk.press("door-confirm")
    assert desk.acts() == []
    assert "有同事站在 6 号柜门前吗" in desk.text("door-says")
    desk.press("door-confirm")
    assert desk.acts() == [p.InspectDoor(at=SIX)]


def test_a_case_is_kept_on_from_when_it_would_have_ended_and_an_overdue_one_from_now(desk: Desk) -> None:
    desk.stand(pickup.pickup_duty(pickup.ONE, door=SIX, panel=Panel.LOCKERS))
    desk.press("door-deed-keep", "days-7", "door-confirm")
    until_ms = NOW_MS + (2 + 7) * pickup.DAY_MS
    assert desk.acts() == [p.KeepCase(at=SIX, case=CASE, until_ms=until_ms)]
    desk.stand(pickup.at_door(2))
    desk.press("door-deed-keep", "days-1", "door-confirm")
    assert [act.until_ms for act in desk.acts()] == [NOW_MS + pickup.DAY_MS]


def test_an_alarm_leads_to_its_door_where_somebody_says_what_is_inside(desk: Desk) -> None:
    alarmed = pickup.alarmed(*pickup.CABINET_ALARMS[2:4])
    desk.stand(pickup.pickup_duty(pickup.ONE, **alarmed))
    desk.press("alarm-door-unsure-door:L1/3", "door-deed-say", "finding-empty", "finding-missing")
    assert desk.acts() == []
    desk.press("door-confirm")
    assert desk.acts() == [p.SayInside(at=THREE, unlocking_id=703, finding=Finding.MISSING)]


def test_a_missing_case_that_was_found_is_put_on_a_shelf(desk: Desk) -> None:
    alarmed = pickup.alarmed(*pickup.CABINET_ALARMS[3:4])
    desk.stand(pickup.pickup_duty(pickup.ONE, **alarmed))
    desk.press("alarm-case-missing-case:20251229-00317", "put-on-shelf")
    assert desk.text("notice-title") == "请写明放在哪个取件架"
    desk.type("shelf", "A-3")
    desk.press("put-on-shelf")
    assert desk.acts() == [p.PutOnShelf(case="20251229-00317", label="A-3")]


def test_a_door_is_taken_out_of_service(desk: Desk) -> None:
    desk.stand(pickup.pickup_duty(pickup.ONE))
    desk.press("panel-lockers", "door-L1/8", "door-deed-out-of-service", "door-confirm")
    assert desk.acts() == [p.SetService(at=DoorName(cabinet="L1", door=8), is_in_service=False)]


def test_a_lock_of_wrong_codes_is_lifted_at_a_cabinet_or_at_another_device(desk: Desk) -> None:
    desk.stand(pickup.pickup_duty(pickup.THREE, **pickup.alarmed(*pickup.CABINET_ALARMS)))
    desk.press("alarm-proofs-locked-front-end:K1", "lift-kiosk:K1")
    assert desk.acts() == [p.LiftLock(place="kiosk:K1")]
    desk.stand(pickup.pickup_duty(pickup.THREE, panel=Panel.LOCKERS))
    desk.press("lift-L2")
    assert desk.acts() == [p.LiftLock(place="L2")]


def test_arrows_and_enter_choose_a_door_without_a_mouse(desk: Desk) -> None:
    desk.stand(pickup.pickup_duty(pickup.ONE))
    desk.key(Qt.Key.Key_F7)
    board = visible(desk.opened.window, "cabinets")
    board.setProperty("current", "")
    board.forceActiveFocus()
    desk.key(Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert desk.text("chosen-door") == "2 号柜门"
    desk.key(Qt.Key.Key_Escape, Qt.Key.Key_Escape)
    assert desk.overview.state.panel == "now"


def test_all_dead_letters_of_a_reason_or_one_go_again_after_that_was_said(desk: Desk) -> None:
    desk.stand(pickup.pickup_duty(pickup.ONE))
    desk.key(Qt.Key.Key_F8)
    desk.press("again-UNDELIV")
    assert "211 条信息马上再发一次" in desk.text("messages-says")
    assert desk.acts() == []
    desk.press("again-44")
    assert "1 条信息" in desk.text("messages-says")
    desk.press("again-UNDELIV", "send-again")
    assert desk.acts() == [p.SendAllAgain(reason="UNDELIV", count=211)]


def test_a_hall_without_cabinets_and_messages_has_no_tabs_for_them(desk: Desk) -> None:
    assert {"panel-lockers", "panel-messages"}.isdisjoint(desk.names())
    desk.key(Qt.Key.Key_F7, Qt.Key.Key_F8)
    assert desk.overview.state.panel == "now"


@pytest.mark.parametrize(
    ("key", "panel"),
    [
        (Qt.Key.Key_F3, "ratings"),
        (Qt.Key.Key_F4, "devices"),
        (Qt.Key.Key_F5, "notices"),
        (Qt.Key.Key_F6, "hall"),
        (Qt.Key.Key_F2, "now"),
    ],
)
def test_one_key_leads_to_each_panel(desk: Desk, key: Qt.Key, panel: str) -> None:
    desk.key(key)
    assert desk.overview.state.panel == panel


def test_the_picture_of_the_day_is_drawn_without_a_graphics_card(desk: Desk) -> None:
    drawn = desk.opened.window.grabWindow()
    item = visible(desk.opened.window, "flow")
    corner = item.mapToScene(item.boundingRect().topLeft())
    colours = {
        drawn.pixelColor(int(corner.x() + x), int(corner.y() + item.height() * 0.8)).name()
        for x in range(0, int(item.width()), 2)
    }
    assert {"#0a4a96", "#0a5c40"} <= colours


def test_the_picture_of_a_long_day_cuts_no_more_out_of_what_lies_beneath_it_than_that_of_a_short_one(
    desk: Desk,
) -> None:
    """Qt's software renderer cuts each square rectangle out, in blocks of memory that it never gives back."""

    def drawn(quarters: int) -> tuple[int, int]:
        desk.stand(samples.duty(12, figures=samples.day(quarters=quarters)))
        below = visible_below(visible(desk.opened.window, "flow"))
        radii = [item.property("radius") for item in below if item.inherits("QQuickRectangle")]
        return len(radii), radii.count(0)

    (all_of_short, square_of_short), (all_of_long, square_of_long) = drawn(4), drawn(40)
    assert all_of_long == all_of_short + 3 * 36
    assert square_of_long == square_of_short


@pytest.mark.parametrize("look", ["small-zh-CN-contrast", "small-en-day"])
def test_no_text_is_cut_off_in_a_small_window(desk: Desk, look: str) -> None:
    """The narrowest size is the hardest; the gallery looks at all of them."""
    chosen = next(each for each in kit.looks(gallery.SIZES) if each.name == look)
    wanted = {
        "overload-12",
        "deed-pause-no-reason",
        "deed-call",
        "deed-profile",
        "ratings",
        "follow-up-review",
        "lockers-3",
        "messages-again",
    }
    scenes = [s for s in gallery.scenes(desk.overview, desk.opened) if s.name in wanted]
    assert len(scenes) == len(wanted)
    assert kit.look_over(desk.opened, scenes, chosen) == {}
    QCoreApplication.processEvents()
