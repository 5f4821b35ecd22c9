"""What the pad's pages show of a state."""

from dataclasses import replace

import pytest
from msgspec.structs import replace as altered

from display.pad import gallery as invented
from display.pad.flow import state as s
from display.pad.flow.advance import advance
from display.pad.viewmodels.derive import derive


def test_a_window_shows_its_clerk_and_its_number_in_hand() -> None:
    props = derive(invented.STATES["called"], language="zh-CN")
    assert (props.window_number, props.clerk_name, props.clerk_number) == (3, "林晓岚", "1001")
    assert (props.ticket_number, props.window_state) == ("023", "called")


@pytest.mark.parametrize(
    ("language", "name"),
    [
        ("zh-CN", "示范政务服务中心"),
        ("zh-Hant", "示範政務服務中心"),
        ("en", "Demonstration Government Service Centre"),
    ],
)
def test_the_hall_is_named_in_the_language_shown(language: str, name: str) -> None:
    assert derive(invented.UP, language=language).hall_name == name


def test_a_pressed_face_is_shown_until_its_answer() -> None:
    pressed = advance(invented.ASK, s.FacePressed(level=4, key="k")).state
    assert derive(pressed, language="zh-CN").chosen_level == 4
    thanked = advance(pressed, s.Taken(key="k")).state
    assert derive(thanked, language="zh-CN").chosen_level == 0


def test_a_rating_that_did_not_arrive_is_said_for_that_service_only() -> None:
    failed = replace(invented.ASK, not_taken=23)
    assert derive(failed, language="zh-CN").is_not_taken
    following = altered(invented.RATING, ticket_id=24)
    view = altered(invented.VIEW, rating=following)
    assert not derive(advance(failed, s.Seen(view=view)).state, language="zh-CN").is_not_taken


def test_a_view_of_another_window_is_not_shown() -> None:
    other = altered(invented.VIEW, window=4, clerk="1004")
    assert advance(invented.UP, s.Seen(view=other)).state == invented.UP


def test_a_pause_is_told_with_its_end_while_that_is_to_come() -> None:
    paused = invented.STATES["paused-until"]
    assert derive(paused, language="zh-CN").paused_until == "09:10"
    assert derive(replace(paused, now_ms=invented.NOW_MS + 600_000), language="zh-CN").paused_until == ""
    assert derive(invented.STATES["paused"], language="zh-CN").paused_until == ""


def test_labels_stand_in_the_language_shown_and_in_chinese_where_the_hall_has_no_other() -> None:
    bare = altered(invented.HALL.rating.labels[0], names={"zh-CN": "办事效率低"})
    hall = altered(invented.HALL, rating=altered(invented.HALL.rating, labels=(bare,)))
    state = replace(invented.STATES["labels"], hall=hall)
    assert [label.text for label in derive(state, language="en").labels] == ["办事效率低"]
    assert derive(invented.STATES["labels"], language="en").labels[0].text == "Slow service"


def test_the_time_left_goes_from_whole_to_nothing() -> None:
    at = [
        derive(replace(invented.ASK, now_ms=now_ms), language="en")
        for now_ms in (invented.ASK.asked_since_ms, invented.NOW_MS, invented.RATING.until_ms)
    ]
    assert [props.share_left for props in at] == [1.0, 0.8, 0.0]
    assert [props.seconds_left for props in at] == [30, 24, 0]
