"""What stands in the middle of the wall at each hour of a day."""

import msgspec
import pytest

from display.wall.opening import Body, Opened, opened
from display.wall.samples import HOUR_MS, NOW_MS, hall_view

EMPTY = msgspec.structs.replace(hall_view(), units=())
HALL = EMPTY  # open from two hours ago for three hours, and again from in three hours for four
FIRST, SECOND = HALL.sessions


@pytest.mark.parametrize(
    ("now_ms", "expected"),
    [
        (FIRST.opens_at_ms - 1, Opened(body=Body.BEFORE_OPENING, opens_at_ms=FIRST.opens_at_ms)),
        (FIRST.opens_at_ms, Opened(body=Body.CALLS)),
        (FIRST.closes_at_ms - 1, Opened(body=Body.CALLS)),
        (FIRST.closes_at_ms, Opened(body=Body.BREAK, opens_at_ms=SECOND.opens_at_ms)),
        (SECOND.opens_at_ms, Opened(body=Body.CALLS)),
        (SECOND.closes_at_ms, Opened(body=Body.CLOSED)),
    ],
)
def test_the_wall_follows_the_sessions_of_the_day(now_ms, expected):
    assert opened(HALL, now_ms, is_at_work=False) == expected


@pytest.mark.parametrize("now_ms", [FIRST.closes_at_ms, SECOND.closes_at_ms + HOUR_MS])
def test_who_is_called_after_the_hour_is_shown(now_ms):
    assert opened(HALL, now_ms, is_at_work=True).body is Body.CALLS


def test_after_the_days_end_calls_are_shown_until_the_last_number():
    waiting = msgspec.structs.replace(HALL, units=hall_view().units)
    assert opened(waiting, SECOND.closes_at_ms, is_at_work=False).body is Body.CALLS
    assert opened(waiting, FIRST.closes_at_ms, is_at_work=False).body is Body.BREAK


def test_a_hall_closed_by_its_supervisor_is_closed_at_once():
    closed = msgspec.structs.replace(HALL, is_closed=True)
    assert opened(closed, NOW_MS, is_at_work=True).body is Body.CLOSED


def test_a_day_without_sessions_is_open_unless_it_is_closed_all_day():
    always = msgspec.structs.replace(HALL, sessions=())
    assert opened(always, NOW_MS, is_at_work=False).body is Body.CALLS
    holiday = msgspec.structs.replace(always, is_closed=True)
    assert opened(holiday, NOW_MS, is_at_work=False).body is Body.CLOSED_ALL_DAY
