"""What the counter's pages show of a state."""

import re
from dataclasses import fields, replace
from pathlib import Path
from typing import get_args

import pytest
from msgspec.structs import replace as altered

import counter
from counter import gallery_sheets as asked
from counter import gallery_states as invented
from counter.flow import state as s
from counter.flow.sheets import Sheet, SheetKind
from counter.keys import keys_in_effect
from counter.viewmodels import coming, desk, frame, queue, sheet, shift, ticket
from counter.viewmodels.moment import Moment
from counter.viewmodels.names import elapsed
from counter.viewmodels.sections import SECTIONS
from queue_core.store.case_history import Moved
from queue_core.wire.words import Reason, TicketClass, WindowState

ACTIONS = {"open", "close", "call-next", "recall", "start", "finish", "no-show", "resume", "log-out"}
QML = Path(counter.__file__).parent / "qml"


def moment(language: str = "zh-CN", now_ms: int = invented.NOW_MS) -> Moment:
    return Moment(now_ms=now_ms, language=language, look="day", keys=keys_in_effect({}), has_reader=False)


def allowed(state: s.Counter) -> set[str]:
    return {name for name in desk.derive(state, moment()).can if name in ACTIONS}


def in_state(state: WindowState) -> s.Counter:
    return invented.at_window(altered(invented.FREE, state=state))


@pytest.mark.parametrize(
    ("state", "names"),
    [
        (in_state(WindowState.CLOSED), {"open", "log-out"}),
        (in_state(WindowState.FREE), {"call-next", "close", "log-out"}),
        (invented.PAUSED, {"resume", "close", "log-out"}),
        (invented.CALLED, {"recall", "start"}),
        (invented.OFTEN_CALLED, {"recall", "start", "no-show"}),
        (invented.SERVING, {"finish"}),
        (invented.FULL_OF_FACTS, {"finish", "resume"}),
    ],
)
def test_exactly_what_the_state_table_allows_can_be_pressed(state: s.Counter, names: set[str]) -> None:
    assert allowed(state) == names


@pytest.mark.parametrize(
    ("state", "names"),
    [
        (in_state(WindowState.FREE), {"pause", "shift", "cases"}),
        (
            invented.CALLED,
            {"transfer", "convert", "add-matter", "note", "book", "result", "pause", "shift", "cases"},
        ),
        (
            invented.SERVING,
            {
                "hold",
                "transfer",
                "convert",
                "add-matter",
                "note",
                "finish-part",
                "book",
                "result",
                "pause",
                "shift",
                "cases",
                "accept-case",
                "hand-over",
            },
        ),
        (asked.WITH_HELD, {"hand-back", "pause", "shift", "cases"}),
        (in_state(WindowState.CLOSED), {"shift", "cases"}),
    ],
)
def test_exactly_the_sheets_that_make_sense_can_be_opened(state: s.Counter, names: set[str]) -> None:
    assert {name for name in desk.derive(state, moment()).can if name in set(SheetKind)} == names


def test_nobody_is_booked_for_whose_card_was_not_read() -> None:
    assert "book" not in desk.derive(invented.OFTEN_CALLED, moment()).can


def test_nothing_can_be_pressed_while_an_answer_is_awaited() -> None:
    assert desk.derive(replace(invented.CALLED, pending=invented.CALLING), moment()).can == {}


def test_nothing_can_be_pressed_while_the_server_is_away() -> None:
    assert desk.derive(replace(invented.CALLED, link=s.Link.DOWN), moment()).can == {}


def test_the_clerk_sees_the_holder_as_the_view_gives_it() -> None:
    props = ticket.derive(invented.CALLED, moment())
    assert (props.holder, props.holder_number) == ("欧阳静怡", "440***********1234")


@pytest.mark.parametrize(
    ("language", "category", "matter"),
    [
        ("zh-CN", "注册登记", "公司变更登记"),
        ("en", "Registration", "Change of a company's registration"),
    ],
)
def test_category_and_matter_are_named_in_the_language_shown(
    language: str, category: str, matter: str
) -> None:
    props = ticket.derive(invented.CALLED, moment(language))
    assert (props.category, props.matter) == (category, matter)


def test_what_the_hall_has_not_named_yet_is_shown_by_its_code() -> None:
    props = ticket.derive(replace(invented.CALLED, hall=None, matters=()), moment())
    assert (props.category, props.matter) == ("registration", "company-change")


def test_the_materials_of_the_matter_are_a_checklist() -> None:
    props = ticket.derive(invented.SERVING, moment())
    assert [each.is_ticked for each in props.materials] == [True, False, True, False, False]
    assert (props.materials[3].originals, props.materials[1].copies) == (2, 1)


def test_all_that_is_known_of_a_number_is_told() -> None:
    props = ticket.derive(invented.FULL_OF_FACTS, moment())
    assert props.note == "章程已看过，缺股东会决议原件，已告知。"
    assert (props.priority, props.project, props.language) == ("military", "港口项目", "en")
    assert (props.reason, props.slot, props.holds) == (Reason.CONTINUATION, "09:00–09:30", 1)
    assert [(each.window, each.at) for each in props.sittings] == [(5, "08:20")]
    assert [(each.is_here, each.is_done) for each in props.errands] == [
        (True, False),
        (True, False),
        (False, True),
        (False, False),
    ]


def test_who_comes_next_is_a_count_and_a_time_and_no_name() -> None:
    props = queue.derive(asked.WITH_HELD, moment())
    assert (props.waiting, props.first_wait_min) == (12, 18)
    assert [(each.number, each.left_min, each.is_soon, each.is_back) for each in props.held] == [
        ("009", 12, False, True),
        ("015", 4, True, False),
        ("011", 22, False, False),
    ]
    assert props.held[2].reason == "补材料"


@pytest.mark.parametrize(("state", "text"), [(invented.CALLED, "00:42"), (invented.FULL_OF_FACTS, "1:05:05")])
def test_the_timer_counts_from_the_call_and_then_from_the_start(state: s.Counter, text: str) -> None:
    assert ticket.derive(state, moment()).elapsed == text


@pytest.mark.parametrize(
    ("span_ms", "text"), [(0, "00:00"), (59_999, "00:59"), (60_000, "01:00"), (3_600_000, "1:00:00")]
)
def test_a_span_is_read_in_minutes_and_seconds(span_ms: int, text: str) -> None:
    assert elapsed(span_ms) == text


def test_a_clock_that_runs_behind_the_hall_never_shows_a_negative_time() -> None:
    assert ticket.derive(invented.CALLED, moment(now_ms=0)).elapsed == "00:00"
    assert queue.derive(asked.WITH_HELD, moment(now_ms=0)).first_wait_min == 0


@pytest.mark.parametrize(("state", "missing"), [(invented.CALLED, 2), (invented.SERVING, 0)])
def test_missing_calls_are_told_only_while_the_ticket_is_called(state: s.Counter, missing: int) -> None:
    assert desk.derive(state, moment()).calls_missing == missing


def test_a_pause_says_its_reason_in_words_and_until_when() -> None:
    props = desk.derive(invented.PAUSED, moment("en"))
    assert (props.pause_reason, props.pause_until) == ("Meal", "09:30")


def test_who_is_at_a_taken_window_is_named() -> None:
    assert coming.derive(invented.STATES["login-taken"], moment()).taken_by == "林晓岚"


def test_an_unknown_refusal_shows_the_servers_remedy() -> None:
    props = frame.derive(invented.told(invented.CALLED, "code-of-next-year", remedy="Do this."), moment())
    assert (props.notice_code, props.notice_remedy) == ("other", "Do this.")


def test_a_server_that_is_away_is_told_once() -> None:
    away = replace(invented.told(invented.CALLED, "server-away"), link=s.Link.DOWN)
    assert frame.derive(away, moment()).notice_code == ""
    connecting = replace(away, link=s.Link.CONNECTING)
    assert frame.derive(connecting, moment()).notice_code == "server-away"


def test_a_press_that_was_not_sent_is_said_although_the_line_is_known_to_be_down() -> None:
    assert frame.derive(invented.STATES["called-away"], moment()).notice_code == "not-sent"


@pytest.mark.parametrize(
    ("name", "onward"), [("convert-stays", "stays"), ("convert-waits", "waits"), ("convert", "")]
)
def test_a_conversion_says_whether_it_goes_on_here(name: str, onward: str) -> None:
    props = sheet.derive(asked.SHEETS[name], moment())
    assert (props.onward, props.can_confirm) == (onward, onward != "")


def test_a_conversion_tells_the_wait_as_a_span() -> None:
    props = sheet.derive(asked.SHEETS["convert-waits"], moment())
    assert (props.ahead, props.wait_from_min, props.wait_to_min) == (4, 14, 26)


def test_what_was_called_as_a_pickup_may_have_to_wait_when_it_is_something_else() -> None:
    collecting = altered(invented.BEING_SERVED, ticket_class=TicketClass.PICKUP, errands=(), in_hand=())
    state = replace(invented.holding(collecting), sheet=Sheet(kind=SheetKind.CONVERT, ticket_id=23, chosen=0))
    assert sheet.derive(state, moment()).onward == "may-wait"


def test_the_summary_of_a_shift_has_counts_and_pauses() -> None:
    props = shift.derive(asked.SHEETS["shift"], moment())
    assert (props.calls, props.finished, props.open_min, props.mean_service_s) == (31, 27, 225, 412)
    assert [(each.reason, each.minutes) for each in props.pauses] == [("用餐", 30), ("短暂休息", 9)]


def test_no_page_can_show_a_rating_or_a_target() -> None:
    shown = [section.derive(invented.FULL_OF_FACTS, moment()) for section in SECTIONS]
    names = [each.name for props in shown for each in fields(props)]
    assert len(names) > len(SECTIONS)
    assert [name for name in names if re.search("rat(ing|ed)|target", name)] == []


def words_of(file: str, function: str) -> set[str]:
    body = (QML / file).read_text().split(f"function {function}(", 1)[1].split("default:", 1)[0]
    return set(re.findall(r'case "([a-z-]+)"', body))


@pytest.mark.parametrize("function", ["title", "remedy"])
def test_every_code_that_counts_as_translated_has_its_words(function: str) -> None:
    assert words_of("NoticeWords.qml", function) == frame.TRANSLATED


def test_every_step_of_a_case_has_its_words() -> None:
    steps = {one.__struct_config__.tag for one in get_args(Moved)}
    assert words_of("CaseWords.qml", "moved") == steps


def test_everything_that_can_be_pressed_has_a_word_an_icon_and_a_key() -> None:
    pressable = ACTIONS | (set(SheetKind) - {SheetKind.CASE})  # which is opened from the list of cases
    assert words_of("Wording.qml", "act") == words_of("Wording.qml", "actIcon") == pressable
    assert pressable - {"close", "resume"} <= set(keys_in_effect({}))
