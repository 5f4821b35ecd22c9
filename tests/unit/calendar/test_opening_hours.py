"""Opening hours as a hall writes them."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from queue_core.calendar import SessionHours, WeekHours, parse_day, parse_session


@pytest.mark.parametrize(
    ("written", "from_minute", "until_minute"),
    [
        ("08:30-12:00", 510, 720),
        ("8:30 - 12:00", 510, 720),
        (" 13:30–17:00 ", 810, 1020),
        ("00:00-24:00", 0, 1440),
    ],
)
def test_hours_are_read_as_minutes_of_the_day(written: str, from_minute: int, until_minute: int) -> None:
    assert parse_session(written) == SessionHours(from_minute=from_minute, until_minute=until_minute)


@given(st.integers(0, 1439), st.data())
def test_hours_written_out_are_read_back(from_minute: int, data: st.DataObject) -> None:
    until_minute = data.draw(st.integers(from_minute + 1, 1440))
    hours = SessionHours(from_minute=from_minute, until_minute=until_minute)
    assert parse_session(str(hours)) == hours


@given(st.text(alphabet="0123456789:-– ", max_size=14) | st.text(max_size=8))
def test_whatever_is_written_is_a_session_or_refused(written: str) -> None:
    with suppress(ValueError):
        hours = parse_session(written)
        assert 0 <= hours.from_minute < hours.until_minute <= 1440


@pytest.mark.parametrize(
    ("written", "sentence"),
    [
        ("8.30-12", '"8.30-12" are no opening hours; write them like "08:30-12:00"'),
        ("", '"" are no opening hours; write them like "08:30-12:00"'),
        ("08:30-12:60", '"08:30-12:60": there is no time 12:60; a day ends at 24:00'),
        ("08:30-24:01", '"08:30-24:01": there is no time 24:01; a day ends at 24:00'),
        ("12:00-08:30", "12:00-08:30 does not close after it opens; a session ends by 24:00 of its day"),
        ("09:00-09:00", "09:00-09:00 does not close after it opens; a session ends by 24:00 of its day"),
        ("٠٨:٣٠-١٢:٠٠", '"٠٨:٣٠-١٢:٠٠" are no opening hours; write them like "08:30-12:00"'),
    ],
)
def test_wrong_hours_are_refused_with_what_to_write_instead(written: str, sentence: str) -> None:
    with pytest.raises(ValueError) as refusal:  # noqa: PT011  (the sentence is compared whole)
        parse_session(written)
    assert str(refusal.value) == sentence


@pytest.mark.parametrize(("from_minute", "until_minute"), [(-1, 60), (600, 1441)])
def test_minutes_outside_the_day_are_no_session(from_minute: int, until_minute: int) -> None:
    with pytest.raises(ValueError, match="leaves the day"):
        SessionHours(from_minute=from_minute, until_minute=until_minute)


def test_a_day_has_its_sessions_in_order_and_they_may_touch() -> None:
    assert [str(each) for each in parse_day(["08:00-12:00", "12:00-14:00"])] == ["08:00-12:00", "12:00-14:00"]
    assert parse_day([]) == ()


@pytest.mark.parametrize("written", [["13:30-17:00", "08:30-12:00"], ["08:30-12:00", "11:59-17:00"]])
def test_sessions_out_of_order_are_refused_for_a_day_and_for_a_week(written: list[str]) -> None:
    sentence = f"{written[1]} begins before {written[0]} has ended"
    with pytest.raises(ValueError, match=sentence):
        parse_day(written)
    with pytest.raises(ValueError, match=sentence):
        WeekHours(sunday=tuple(map(parse_session, written)))


def test_the_week_begins_on_monday() -> None:
    days = [parse_day([f"{hour:02}:00-24:00"]) for hour in range(7)]
    week = WeekHours(
        monday=days[0],
        tuesday=days[1],
        wednesday=days[2],
        thursday=days[3],
        friday=days[4],
        saturday=days[5],
        sunday=days[6],
    )
    assert [week.on(weekday) for weekday in range(7)] == days
