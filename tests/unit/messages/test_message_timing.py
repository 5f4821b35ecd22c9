from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from queue_core.messages.timing import HOUR_MS, LIFE_MS, MINUTE_MS, Backoff, QuietHours
from queue_core.store.message import MessageKind

ZONE = ZoneInfo("Asia/Shanghai")
NIGHT = QuietHours(from_min=21 * 60 + 30, until_min=7 * 60 + 30, zone=ZONE)


def at(day: int, clock: str) -> int:
    hour, minute = map(int, clock.split(":"))
    return round(datetime(2026, 11, day, hour, minute, tzinfo=ZONE).timestamp() * 1000)


@pytest.mark.parametrize(
    ("now", "ends"),
    [
        (at(20, "21:29"), None),
        (at(20, "21:30"), at(21, "07:30")),
        (at(20, "23:59"), at(21, "07:30")),
        (at(21, "00:00"), at(21, "07:30")),
        (at(21, "07:29"), at(21, "07:30")),
        (at(21, "07:30"), None),
    ],
)
def test_quiet_hours_go_over_midnight(now, ends) -> None:
    assert NIGHT.end_ms(now) == ends


def test_a_rest_at_noon_is_quiet_on_the_same_day_and_equal_ends_are_never() -> None:
    noon = QuietHours(from_min=12 * 60, until_min=13 * 60, zone=ZONE)
    assert noon.end_ms(at(20, "12:59")) == at(20, "13:00")
    assert noon.end_ms(at(20, "13:00")) is None
    assert QuietHours(from_min=0, until_min=0, zone=ZONE).end_ms(at(20, "00:00")) is None


def test_waiting_doubles_up_to_the_longest_and_is_spread_by_chance() -> None:
    longest = Backoff(first_ms=1_000, most_ms=60_000, draw=lambda: 0.0)
    assert [longest.after(failures) for failures in (1, 2, 3, 7, 500)] == [
        1_000,
        2_000,
        4_000,
        60_000,
        60_000,
    ]
    shortest = Backoff(first_ms=1_000, most_ms=60_000, draw=lambda: 1.0)
    assert shortest.after(7) == 30_000


def test_every_kind_is_worth_sending_for_a_time() -> None:
    assert set(LIFE_MS) == set(MessageKind)
    assert LIFE_MS[MessageKind.CALLED] == 10 * MINUTE_MS < LIFE_MS[MessageKind.RESULT_READY]
    assert all(MINUTE_MS < life < 8 * 24 * HOUR_MS for life in LIFE_MS.values())
