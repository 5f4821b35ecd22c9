"""The small screen at one window: what it says in each state, drawn without a screen and fed with views."""

import pytest
from msgspec.structs import replace
from structlog.testing import capture_logs

from display.kit.gallery import settle, walk
from display.kit.hall_clock import HallClock
from display.kit.inspection import cut_off_texts
from display.kit.stage import named, page, text_of
from display.window.app import WINDOW_SCREEN, WindowScreen, open_window
from display.window.flow import Page, ScreenState, learn, page_of
from display.window.gallery import (
    CALLED,
    CLOSED,
    FREE,
    LOOKS,
    LOST,
    NOW_MS,
    OTHERS,
    PAUSED,
    RATED,
    SERVING,
    invented_screen,
    scenes,
    snapshot,
)
from display.window.viewmodels.derive import derive
from queue_core.client import LinkUp
from queue_core.wire.stream import Changes
from queue_core.wire.views import Rated


@pytest.fixture
def screen(qtbot):
    assert qtbot, "there is an application"
    screen = invented_screen()
    screen.opened = open_window(screen)
    screen.opened.window.setVisible(True)
    yield screen
    screen.opened.close()


@pytest.fixture
def log():
    with capture_logs() as entries:
        yield entries


def read(screen, name):
    """What a person reads there; nothing when it is not to be seen."""
    settle()
    item = named(screen.opened.window, name)
    return text_of(item) if item is not None else None


def test_a_window_that_the_hall_does_not_tell_of_is_named_in_the_log(screen, log):
    screen.receive(snapshot(*OTHERS))
    assert [(each["event"], each["window"]) for each in log] == [("window-not-ours", 3)]
    assert page(screen.opened.window) == "starting"


def after(*updates):
    state = ScreenState(window=3)
    for update in updates:
        state = learn(state, update, NOW_MS)
    return state


@pytest.mark.parametrize(
    ("view", "name", "said", "number"),
    [
        (FREE, "free", ("请按叫号办理", "Please come when your number is called"), None),
        (CALLED, "called", ("请到本窗口", "Please come to this window"), "023"),
        (SERVING, "serving", ("正在办理", "Now serving"), "023"),
        (RATED, "rate", ("请您评价本次服务", "Please rate this service"), "023"),
        (PAUSED, "paused", ("暂停服务，14:10 恢复", "Paused until 14:10"), None),
        (CLOSED, "closed", ("本窗口未开放", "This window is closed"), None),
    ],
)
def test_each_state_is_said_in_both_languages_at_once(screen, view, name, said, number):
    screen.receive(snapshot(view))
    assert page(screen.opened.window) == name
    assert (read(screen, "saying-text"), read(screen, "saying-text-second")) == said
    assert (read(screen, "window"), read(screen, "number")) == ("3", number)


def test_the_clerk_is_named_with_the_number_and_the_hall_where_nobody_sits(screen):
    screen.receive(snapshot(SERVING))
    assert (read(screen, "clerk"), read(screen, "clerk-second")) == ("林晓岚　工号 1001", "Staff no. 1001")
    screen.receive(Changes(previous=1, cursor=2, views=(CLOSED,)))
    assert (read(screen, "clerk"), read(screen, "hall")) == (None, "示范政务服务中心")


def test_a_pause_says_why_as_the_hall_words_it_and_a_clerks_own_words_once(screen):
    screen.receive(snapshot(PAUSED))
    assert (read(screen, "reason"), read(screen, "reason-second")) == ("系统故障", "System failure")
    screen.receive(Changes(previous=1, cursor=2, views=(replace(PAUSED, pause="马上回来"),)))
    assert (read(screen, "reason"), read(screen, "reason-second")) == ("马上回来", None)


def test_the_time_of_a_pause_goes_when_it_is_over():
    state = after(snapshot(PAUSED))
    assert derive(state, PAUSED.pause_until_ms - 1).until == "14:10"
    assert derive(state, PAUSED.pause_until_ms).until == ""
    assert derive(after(snapshot(replace(PAUSED, pause_until_ms=None))), NOW_MS).until == ""


def test_a_closed_window_names_windows_that_serve_the_same(screen):
    screen.receive(snapshot(CLOSED, *OTHERS))
    assert (read(screen, "advice"), read(screen, "advice-second")) == (
        "请到 4、5 号窗口",
        "Please go to window 4 or 5",
    )
    busy = tuple(replace(other, units=()) for other in OTHERS)
    screen.receive(snapshot(CLOSED, *busy))
    assert read(screen, "advice") == "请留意大屏叫号"


def test_a_rating_is_asked_for_until_its_time_is_over_or_the_next_is_called():
    state = after(snapshot(RATED))
    until_ms = RATED.rating.until_ms
    assert page_of(state, until_ms - 1) is Page.RATE
    assert page_of(state, until_ms) is Page.FREE
    called = after(snapshot(replace(CALLED, rating=RATED.rating)))
    assert page_of(called, NOW_MS) is Page.CALLED


def test_a_hall_where_only_tickets_and_phones_rate_points_there(screen):
    screen.receive(snapshot(RATED))
    assert read(screen, "advice") == "请在评价器或手机上选择，自愿参加"
    proof = replace(snapshot(RATED).hall, rating=Rated(needs_proof=True))
    screen.receive(Changes(previous=1, cursor=2, views=(proof,)))
    assert read(screen, "advice") == "请用手机扫小票上的二维码，自愿参加"


def test_a_lost_hall_is_said_and_a_call_is_not_trusted_for_long(screen):
    screen.receive(snapshot(CALLED))
    screen.receive(LOST)
    assert page(screen.opened.window) == "stale"
    assert read(screen, "stale-text") == "连接中断，画面停在 13:52，请听窗口人员安排"
    assert read(screen, "number") == "023"
    assert screen.model.props.is_trusted
    calling = named(screen.opened.window, "saying").property("color")
    screen.clock = HallClock(lambda: NOW_MS + 61_000)
    screen.show()
    settle()
    assert named(screen.opened.window, "saying").property("color") != calling
    screen.receive(LinkUp())
    assert page(screen.opened.window) == "stale", "true again when the hall was heard, not before"
    screen.receive(Changes(previous=1, cursor=1, views=()))
    assert (page(screen.opened.window), read(screen, "stale-text")) == ("called", None)


def test_a_screen_that_never_heard_its_window_says_what_to_do(screen):
    screen.receive(LOST)
    assert (page(screen.opened.window), read(screen, "saying-text")) == ("starting", "暂时连不上大厅")
    assert read(screen, "advice") == "请看大屏，或到服务台询问"


def test_a_screen_in_traditional_characters_says_all_in_them(qtbot):
    assert qtbot
    screen = WindowScreen(3, HallClock(lambda: NOW_MS), language="zh-Hant")
    screen.opened = open_window(screen)
    screen.opened.window.setVisible(True)
    screen.receive(snapshot(PAUSED))
    assert read(screen, "saying-text") == "暫停服務，14:10 恢復"
    assert (read(screen, "reason"), read(screen, "window-words")) == ("系統故障", "號窗口")
    screen.opened.close()


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: look.name)
def test_no_text_is_cut_off_in_any_state(screen, look):
    shown = scenes(screen, screen.opened)
    found = {name: cut_off_texts(screen.opened.window) for name in walk(screen.opened, shown, [look])}
    assert {name: texts for name, texts in found.items() if texts} == {}


def test_every_text_has_its_english_and_its_traditional_form():
    for tag in ("en", "zh-Hant"):
        assert "unfinished" not in (WINDOW_SCREEN.texts / f"{tag}.ts").read_text()
