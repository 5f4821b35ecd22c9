"""Which day an instant belongs to, in China and where clocks are put forward and back."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from queue_core.app import BusinessDays
from queue_core.domain.hall_clock import Session

SHANGHAI = ZoneInfo("Asia/Shanghai")
HOUR_MS = 3_600_000


def ms(zone: ZoneInfo, *when: int) -> int:
    return int(datetime(*when, tzinfo=zone).timestamp() * 1000)


def test_a_day_begins_at_midnight_and_not_a_millisecond_before() -> None:
    days = BusinessDays(SHANGHAI)
    midnight_ms = ms(SHANGHAI, 2026, 11, 17)
    assert [days(midnight_ms + each).day for each in (-1, 0, 24 * HOUR_MS - 1, 24 * HOUR_MS)] == [
        "2026-11-16",
        "2026-11-17",
        "2026-11-17",
        "2026-11-18",
    ]
    assert days(midnight_ms + 5).midnight_ms == midnight_ms


def test_an_instant_of_an_earlier_day_is_found_after_a_later_one() -> None:
    days = BusinessDays(SHANGHAI)
    assert days(ms(SHANGHAI, 2026, 11, 18, 9)).day == "2026-11-18"
    assert days(ms(SHANGHAI, 2026, 11, 17, 9)).day == "2026-11-17"


@pytest.mark.parametrize(
    ("zone", "on", "hours"),
    [
        ("Europe/Berlin", date(2026, 3, 29), 23),
        ("Europe/Berlin", date(2026, 10, 25), 25),
        ("Asia/Beirut", date(2026, 3, 29), 23),  # put forward at midnight: 00:00 does not exist
        ("Asia/Shanghai", date(2026, 10, 25), 24),
    ],
)
def test_each_instant_of_a_day_on_which_clocks_change_is_of_that_day(zone, on, hours) -> None:
    days = BusinessDays(ZoneInfo(zone))
    noon = datetime(on.year, on.month, on.day, 12, tzinfo=ZoneInfo(zone))
    begins_ms = days(int(noon.timestamp() * 1000)).midnight_ms
    instants = [begins_ms, begins_ms + hours * HOUR_MS - 1]
    assert [days(each).day for each in instants] == [on.isoformat()] * 2
    assert days(begins_ms - 1).day == (on - timedelta(days=1)).isoformat()
    assert days(begins_ms + hours * HOUR_MS).day == (on + timedelta(days=1)).isoformat()


def test_a_day_without_sessions_is_closed_only_where_the_hall_has_hours() -> None:
    session = Session(opens_at_ms=ms(SHANGHAI, 2026, 11, 20, 9), closes_at_ms=ms(SHANGHAI, 2026, 11, 20, 17))
    with_hours = BusinessDays(SHANGHAI, lambda on: (session,) if on.isoweekday() < 6 else ())
    friday, saturday = (with_hours(ms(SHANGHAI, 2026, 11, day, 10)) for day in (20, 21))
    assert (friday.is_closed, friday.sessions) == (False, (session,))
    assert (saturday.is_closed, saturday.sessions) == (True, ())
    assert not BusinessDays(SHANGHAI)(ms(SHANGHAI, 2026, 11, 21, 10)).is_closed
