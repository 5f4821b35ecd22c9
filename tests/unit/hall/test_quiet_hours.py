from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from queue_core.domain.hall_clock import Session
from queue_core.domain.rules import MINUTE_MS
from queue_core.hall.quiet_hours import HALF_HOURS_A_DAY, MOST_SHOWN, shown, usual

MIDNIGHT_MS = 1_700_000_000_000
WEDNESDAY = date(2026, 3, 18)
TEN = 20  # the half hour from 10:00


def session(begins: float, ends: float) -> Session:
    """Hours of the day."""
    return Session(
        opens_at_ms=MIDNIGHT_MS + round(begins * 60) * MINUTE_MS,
        closes_at_ms=MIDNIGHT_MS + round(ends * 60) * MINUTE_MS,
    )


def hours(*sessions: Session) -> list[float]:
    return [each / 2 for each in shown(sessions, MIDNIGHT_MS)]


def test_the_half_hours_of_the_sessions_are_shown_and_none_of_the_break() -> None:
    assert hours(session(9, 10.5), session(13.5, 15)) == [9, 9.5, 10, 13.5, 14, 14.5]


def test_a_half_hour_in_which_the_hall_is_open_in_part_is_shown_once() -> None:
    assert hours(session(8.75, 9.25), session(9.25, 9.75)) == [8.5, 9, 9.5]


def test_a_hall_open_around_the_clock_shows_the_hours_from_eight_to_eight() -> None:
    found = hours(session(0, 24))
    assert (found[0], found[-1], len(found)) == (8, 19.5, MOST_SHOWN)


def test_a_hall_closed_today_shows_none() -> None:
    assert hours() == []


@given(st.lists(st.integers(0, 24 * 60), min_size=2, max_size=6, unique=True).map(sorted))
def test_never_more_half_hours_are_shown_than_can_be_looked_at(minutes: list[int]) -> None:
    pairs = zip(minutes[::2], minutes[1::2], strict=False)
    found = shown([session(begins / 60, ends / 60) for begins, ends in pairs], MIDNIGHT_MS)
    assert len(found) <= MOST_SHOWN
    assert set(found) <= set(range(HALF_HOURS_A_DAY))
    assert list(found) == sorted(set(found))


def past(*days: tuple[int, int]) -> dict[date, dict[int, int]]:
    """Numbers issued at ten, so many days before that Wednesday."""
    return {WEDNESDAY - timedelta(days=before): {TEN: issued} for before, issued in days}


def test_without_a_past_nothing_is_usual() -> None:
    assert usual({}, WEDNESDAY) is None


def test_three_wednesdays_say_what_a_wednesday_is_like() -> None:
    found = usual(past((7, 10), (14, 20), (21, 30), (1, 1000)), WEDNESDAY)
    assert found is not None
    assert (found[TEN], found[TEN + 1]) == (20, 0)


def test_with_fewer_wednesdays_all_days_count() -> None:
    found = usual(past((7, 10), (14, 20), (1, 60)), WEDNESDAY)
    assert found is not None
    assert found[TEN] == 30


def test_a_day_without_a_number_was_no_working_day() -> None:
    found = usual(past((7, 10), (14, 20), (21, 30), (28, 0)), WEDNESDAY)
    assert found is not None
    assert found[TEN] == 20
    assert usual(past((7, 0)), WEDNESDAY) is None


def test_no_more_than_the_last_twenty_days_count() -> None:
    found = usual(past(*((7 * weeks, 10 if weeks <= 20 else 1000) for weeks in range(1, 30))), WEDNESDAY)
    assert found is not None
    assert found[TEN] == 10


@pytest.mark.parametrize("later", [0, -7])
def test_today_and_what_comes_say_nothing_of_what_is_usual(later: int) -> None:
    assert usual(past((later, 50)), WEDNESDAY) is None
