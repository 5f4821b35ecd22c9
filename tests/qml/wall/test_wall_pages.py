"""The wall's window, drawn without a screen and fed with views."""

from dataclasses import fields

import msgspec
import pytest
from PySide6.QtGui import QColor, QFontMetricsF
from PySide6.QtQuick import QQuickItem

from display.kit.gallery import settle, walk
from display.kit.inspection import cut_off_texts
from display.kit.props import camel_case
from display.kit.stage import named, page, text_of
from display.voice.errors import SpeakerInUse, WordsMissing
from display.wall.app import WALL, open_window, run_wall
from display.wall.errors import ScreenTooSmall
from display.wall.gallery import LOOKS, LOST, invented_wall, scenes
from display.wall.legibility import Screen
from display.wall.samples import LONG_NOTICE, NOW_MS, RULE, SHORT_NOTICE, snapshot
from display.wall.settings import ScreenSettings, WallSettings
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


def test_a_class_is_told_by_sign_word_and_letter_with_how_many_wait(wall):
    wall.receive(snapshot(calls=3))
    assert read(wall, "waiting-label-accept") == "受理 等候"
    assert read(wall, "waiting-label-accept-second") == "Apply: waiting"
    assert (read(wall, "waiting-count-accept"), read(wall, "waiting-count-pickup")) == ("123", "0")


def test_a_class_without_a_window_says_so(wall):
    first = snapshot(calls=3)
    units = tuple(msgspec.structs.replace(unit, windows_open=0) for unit in first.hall.units)
    hall = msgspec.structs.replace(first.hall, units=units)
    wall.receive(msgspec.structs.replace(first, hall=hall))
    assert read(wall, "waiting-label-consult") == "咨询 暂无窗口"
    assert read(wall, "waiting-count-consult") == "5"


def test_a_quiet_hall_has_a_word_too(wall):
    wall.receive(snapshot(calls=0))
    assert (read(wall, "no-call"), read(wall, "number")) == ("请留意叫号", None)
    assert read(wall, "waiting-count-accept") == "123"
    assert read(wall, "absent-label") == "暂无过号"


def test_a_call_has_an_arrow_and_the_way_there(wall):
    wall.receive(snapshot(calls=3))
    assert named(wall.opened.window, "arrow").property("direction") == "left"
    assert named(wall.opened.window, "earlier-arrow-0").property("direction") == "ahead-right"
    assert read(wall, "place") == "1楼 A区"
    wall.receive(Changes(previous=1, cursor=2, views=(awaited(42), call(9))))
    settle()
    assert named(wall.opened.window, "arrow").property("direction") == "upstairs"


def test_numbers_called_in_vain_are_listed_and_what_to_do_is_said(wall):
    wall.receive(snapshot(calls=3, absent=2))
    wall.receive(RULE)
    assert (read(wall, "absent-label"), read(wall, "absent-label-second")) == ("过号未到", "Missed")
    assert [read(wall, f"absent-{place}") for place in range(3)] == ["012", "011", None]
    assert read(wall, "rule-text").startswith("过号后请到服务台")
    wall.receive(snapshot(calls=3))
    assert read(wall, "rule-text") == "在窗口可办理的全部业务中，按到达先后叫号。"
    assert read(wall, "rule-second").startswith("Numbers are called in order of arrival")


def test_more_absent_numbers_than_have_room_come_in_turns(wall):
    wall.receive(snapshot(calls=3, absent=12))
    assert read(wall, "absent-turn") == "1/6"
    seen = {read(wall, f"absent-{place}") for place in range(2)}
    strip = named(wall.opened.window, "absent")
    for turn in range(1, 6):
        strip.setProperty("turn", turn)
        seen |= {read(wall, f"absent-{place}") for place in range(2)}
    assert seen == {f"{12 - index:03d}" for index in range(12)}


def test_only_what_changed_is_painted_anew(wall):
    wall.receive(snapshot(calls=9, absent=3, notices=(SHORT_NOTICE,)))
    wall.receive(RULE)
    told = []
    for name in (field.name for field in fields(wall.model.props)):
        signal = getattr(wall.model, f"{camel_case(name)}Changed")
        signal.connect(lambda name=name: told.append(name))
    wall.show()
    assert told == [], "a second went by"
    counts = msgspec.structs.replace(wall.state.hall, units=wall.state.hall.units[1:])
    wall.receive(Changes(previous=1, cursor=2, views=(counts,)))
    assert told == ["waiting"]
    told.clear()
    wall.receive(Changes(previous=2, cursor=3, views=(awaited(42), call(99))))
    assert sorted(told) == ["call", "earlier"]


def test_a_notice_stands_above_the_calls_until_it_is_ended(wall):
    wall.receive(snapshot(calls=3, notices=(SHORT_NOTICE,)))
    assert read(wall, "notice-text") == "3 号窗口设备检修，请改到 5 号窗口"
    assert read(wall, "notice-second") == "Window 3 is under repair. Please go to window 5"
    assert read(wall, "number") == "017"
    wall.receive(Changes(previous=1, cursor=2, views=(snapshot(calls=0).board,)))
    assert read(wall, "notice-text") is None


def test_every_word_of_a_long_notice_is_shown_in_both_languages(wall):
    wall.receive(snapshot(calls=3, notices=(LONG_NOTICE,)))
    settle()
    first, second = [read(wall, "notice-text")], [read(wall, "notice-second")]
    band = named(wall.opened.window, "notice").childItems()[1]
    for part in range(1, band.property("count")):
        band.setProperty("part", part)
        first.append(read(wall, "notice-text"))
        second.append(read(wall, "notice-second"))
        assert cut_off_texts(wall.opened.window) == []
    assert len(first) > 2
    assert "".join(dict.fromkeys(first)) == LONG_NOTICE.texts["zh-CN"]
    assert " ".join(dict.fromkeys(second)) == LONG_NOTICE.texts["en"]


def test_a_hall_that_is_away_leaves_the_calls_and_hides_the_counts(wall):
    wall.receive(snapshot(calls=3))
    wall.receive(LOST)
    assert page(wall.opened.window) == "stale"
    assert read(wall, "stale-text") == "连接中断，画面停在 10:32。请看手机，或到服务台询问"
    assert read(wall, "number") == "017"
    assert read(wall, "waiting-count-accept") == "–"
    wall.receive(Changes(previous=1, cursor=1, views=()))
    assert (page(wall.opened.window), read(wall, "stale-text")) == ("calls", None)


def test_a_wall_that_never_heard_the_hall_says_what_to_do(wall):
    assert page(wall.opened.window) == "starting"
    wall.receive(LOST)
    assert read(wall, "starting") == "叫号屏暂时连不上大厅"
    assert read(wall, "starting-advice") == "您的号码仍然有效。请看手机，或到服务台询问"


def test_a_break_says_when_the_hall_goes_on_and_that_numbers_stay(wall):
    quiet = msgspec.structs.replace(snapshot(calls=3, age_s=600), windows=())
    noon = msgspec.structs.replace(
        quiet, hall=msgspec.structs.replace(quiet.hall, sessions=quiet.hall.sessions[1:])
    )
    wall.receive(noon)
    assert page(wall.opened.window) == "before-opening"
    assert read(wall, "closed") == "13:32 开始办公"
    assert read(wall, "number") is None
    assert read(wall, "closed-advice") == "已取的号码仍然有效，顺序不变"
    closed = msgspec.structs.replace(quiet, hall=msgspec.structs.replace(quiet.hall, is_closed=True))
    wall.receive(closed)
    assert page(wall.opened.window) == "closed"
    assert (read(wall, "closed"), read(wall, "closed-second")) == ("今天的业务已经办完", "Closed for today")


def test_a_silent_wall_shows_a_small_sign(wall):
    wall.receive(snapshot(calls=3))
    assert read(wall, "no-voice") is None
    wall.voice_changed(Absent("gone"))
    assert read(wall, "no-voice") == "无语音"
    wall.voice_changed(None)
    assert read(wall, "no-voice") is None


@pytest.mark.parametrize(
    ("trouble", "words"),
    [
        (
            SpeakerInUse("clips+sound://default"),
            ("扬声器被占用", "Speaker in use"),
        ),
        (WordsMissing(["[en] no clip for seven"]), ("部分无语音", "Partly silent")),
    ],
)
def test_a_wall_that_is_silent_for_now_or_in_part_says_so(wall, trouble, words):
    wall.receive(snapshot(calls=3))
    wall.voice_changed(trouble)
    assert (read(wall, "no-voice"), read(wall, "no-voice-second")) == words


def test_a_sentence_comes_to_its_end_although_numbers_are_missed_meanwhile(wall):
    wall.opened.resize(1080, 1920)
    wall.receive(snapshot(calls=3, absent=1))
    settle()
    band = named(wall.opened.window, "rule").childItems()[0]
    assert band.property("count") > 1
    band.setProperty("part", 1)
    ending = read(wall, "rule-text"), read(wall, "rule-second"), read(wall, "rule-turn")
    wall.receive(Changes(previous=1, cursor=2, views=(snapshot(calls=0, absent=2).board,)))
    assert (read(wall, "rule-text"), read(wall, "rule-second"), read(wall, "rule-turn")) == ending
    assert ending[2].startswith("2/")


def test_a_closed_hall_asks_nobody_to_wait_or_to_come_back(wall):
    over = snapshot(calls=3, absent=2)
    over = msgspec.structs.replace(over, hall=msgspec.structs.replace(over.hall, is_closed=True))
    wall.receive(over)
    assert read(wall, "closed") == "今天的业务已经办完"
    assert [read(wall, name) for name in ("waiting-count-accept", "absent-0", "rule-text")] == [None] * 3


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
    shown = scenes(wall, wall.opened)
    found = {name: cut_off_texts(wall.opened.window) for name in walk(wall.opened, shown, [look])}
    assert {name: texts for name, texts in found.items() if texts} == {}


READ_FROM_EVERY_SEAT = ("number", "window-number", "earlier-number-0", "earlier-window-0")
READ_FROM_HALF_WAY = ("waiting-count-accept", "absent-0")


@pytest.mark.parametrize("diagonal_in", [55, 75])
@pytest.mark.parametrize("size", [(1920, 1080), (3840, 2160), (1080, 1920)])
@pytest.mark.parametrize("notices", [(), (SHORT_NOTICE,)], ids=["plain", "notice"])
def test_what_is_called_can_be_read_from_fifteen_metres(wall, size, diagonal_in, notices):
    screen = Screen(diagonal_in=diagonal_in, viewing_m=15)
    wall.screen = screen
    wall.opened.resize(*size)
    wall.receive(snapshot(calls=9, absent=3, notices=notices))
    settle()
    mm = screen.mm_per_px(*size)
    for name in READ_FROM_EVERY_SEAT:
        assert cap_height_px(wall, name) * mm >= 75 - 0.5, name
    for name in READ_FROM_HALF_WAY:
        assert cap_height_px(wall, name) * mm >= 37.5 - 0.5, name
    for name in ("notice-text",) if notices else ():
        assert hanzi_height_px(wall, name) * mm >= 70, name


def test_a_digit_is_painted_as_high_as_its_metrics_say(wall):
    wall.receive(snapshot(calls=1))
    settle()
    picture = wall.opened.window.grabWindow()
    place = named(wall.opened.window, "number")
    ink = named(wall.opened.window, "call").property("ink")
    top = place.mapToScene(place.boundingRect().topLeft()).toPoint()
    middle = range(int(place.width() * 0.3), int(place.width() * 0.7), 3)
    painted = [
        row
        for row in range(int(place.height()))
        if any(picture.pixelColor(top.x() + column, top.y() + row) == ink for column in middle)
    ]
    digits_px = max(painted) - min(painted) + 1
    assert digits_px == pytest.approx(cap_height_px(wall, "number") * 0.768 / 0.733, rel=0.03)


@pytest.mark.parametrize("size", [(1920, 1080), (1080, 1920)])
def test_a_screen_that_cannot_be_read_from_there_is_refused_before_anything_is_shown(qtbot, tmp_path, size):
    assert qtbot
    small = WallSettings(
        credential=tmp_path / "none.json", screen=ScreenSettings(diagonal_in=32, viewing_m=15)
    )
    with pytest.raises(ScreenTooSmall) as refused:
        run_wall(small, stage=None, size=size)
    assert "32 inches cannot be read from 15 m" in str(refused.value)
    assert "diagonal_in of" in refused.value.remedy


def test_every_text_has_its_english():
    assert "unfinished" not in (WALL.texts / "en.ts").read_text()


def label_of(item):
    """The Text inside, which is what is painted."""
    return next(child for child in item.childItems() if child.inherits("QQuickText"))


def font_of(wall, name) -> QFontMetricsF:
    """With the size it is really shown in: a line shrinks before it would be cut."""
    label: QQuickItem = label_of(named(wall.opened.window, name))
    font = label.property("font")
    wanted = QFontMetricsF(font).horizontalAdvance(label.property("text"))
    font.setPixelSize(int(font.pixelSize() * min(1, label.width() / wanted)))
    return QFontMetricsF(font)


def cap_height_px(wall, name):
    return font_of(wall, name).capHeight()


def hanzi_height_px(wall, name):
    return font_of(wall, name).tightBoundingRect("国").height()


def luminance_ratio(one, other):
    dark, light = sorted(luminance(QColor(colour)) for colour in (one, other))
    return (light + 0.05) / (dark + 0.05)


def luminance(colour):
    """Relative luminance of WCAG 2."""
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
