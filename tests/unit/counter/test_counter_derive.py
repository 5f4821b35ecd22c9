"""What the counter's pages show of a state."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from msgspec.structs import replace as altered

import counter
from counter import gallery as invented
from counter.flow import state as s
from counter.viewmodels.derive import TRANSLATED, derive, elapsed
from counter.viewmodels.props import CounterProps
from queue_core.wire.words import WindowState

PERMISSIONS = (
    "can_open",
    "can_close",
    "can_call_next",
    "can_recall",
    "can_start",
    "can_finish",
    "can_mark_absent",
    "can_leave",
)
WORDING = (Path(counter.__file__).parent / "qml" / "Wording.qml").read_text()


def shown(state: s.Counter, language: str = "zh-CN") -> CounterProps:
    return derive(state, language=language, now_ms=invented.NOW_MS)


def allowed(state: s.Counter) -> set[str]:
    props = shown(state)
    return {name for name in PERMISSIONS if getattr(props, name)}


def in_state(state: WindowState) -> s.Counter:
    return invented.at_window(altered(invented.FREE, state=state))


@pytest.mark.parametrize(
    ("state", "names"),
    [
        (in_state(WindowState.CLOSED), {"can_open", "can_leave"}),
        (in_state(WindowState.FREE), {"can_call_next", "can_close", "can_leave"}),
        (invented.CALLED, {"can_recall", "can_start"}),
        (invented.OFTEN_CALLED, {"can_recall", "can_start", "can_mark_absent"}),
        (invented.SERVING, {"can_finish"}),
    ],
)
def test_exactly_what_the_state_table_allows_can_be_pressed(state: s.Counter, names: set[str]) -> None:
    assert allowed(state) == names


def test_nothing_can_be_pressed_while_an_answer_is_awaited() -> None:
    assert allowed(replace(invented.CALLED, pending=invented.CALLING)) == set()


def test_nothing_can_be_pressed_while_the_server_is_away() -> None:
    assert allowed(replace(invented.CALLED, link=s.Link.DOWN)) == set()


def test_the_clerk_sees_the_holder_as_the_view_gives_it() -> None:
    props = shown(invented.CALLED)
    assert (props.holder_name, props.holder_number) == ("欧阳静怡", "440***********1234")


@pytest.mark.parametrize(("language", "name"), [("zh-CN", "注册登记"), ("en", "Registration")])
def test_the_category_is_named_in_the_language_shown(language: str, name: str) -> None:
    assert shown(invented.CALLED, language).category_name == name


def test_a_category_that_the_hall_has_not_named_yet_is_shown_by_its_code() -> None:
    assert shown(replace(invented.CALLED, hall=None)).category_name == "registration"


@pytest.mark.parametrize(("state", "text"), [(invented.CALLED, "00:42"), (invented.SERVING, "1:05:05")])
def test_the_timer_counts_from_the_call_and_then_from_the_start(state: s.Counter, text: str) -> None:
    assert shown(state).elapsed == text


@pytest.mark.parametrize(
    ("span_ms", "text"), [(0, "00:00"), (59_999, "00:59"), (60_000, "01:00"), (3_600_000, "1:00:00")]
)
def test_a_span_is_read_in_minutes_and_seconds(span_ms: int, text: str) -> None:
    assert elapsed(span_ms) == text


def test_a_clock_that_runs_behind_the_hall_never_shows_a_negative_time() -> None:
    assert derive(invented.CALLED, language="zh-CN", now_ms=0).elapsed == "00:00"


@pytest.mark.parametrize(("state", "missing"), [(invented.CALLED, 2), (invented.SERVING, 0)])
def test_missing_calls_are_told_only_while_the_ticket_is_called(state: s.Counter, missing: int) -> None:
    assert shown(state).calls_missing == missing


def test_an_unknown_refusal_shows_the_servers_remedy() -> None:
    props = shown(invented.told(invented.CALLED, "code-of-next-year", remedy="Do this."))
    assert (props.notice_code, props.notice_remedy) == ("other", "Do this.")


def test_a_server_that_is_away_is_told_once() -> None:
    away = replace(invented.told(invented.CALLED, "server-away"), link=s.Link.DOWN)
    assert shown(away).notice_code == ""
    assert shown(replace(away, link=s.Link.CONNECTING)).notice_code == "server-away"


def words_of(function: str) -> set[str]:
    body = WORDING.split(f"function {function}(", 1)[1].split("default:", 1)[0]
    return set(re.findall(r'case "([a-z-]+)"', body))


@pytest.mark.parametrize("function", ["noticeTitle", "noticeRemedy"])
def test_every_code_that_counts_as_translated_has_its_words(function: str) -> None:
    assert words_of(function) == TRANSLATED
