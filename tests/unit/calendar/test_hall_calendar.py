"""Which days a hall works, and when it opens on them."""

from datetime import UTC, date, datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from structlog.testing import capture_logs

from queue_core.calendar import (
    HallCalendar,
    Knowledge,
    MadeUpDay,
    Overrides,
    SessionHours,
    WeekHours,
    WorkingYear,
    parse_day,
    plain_year,
)
from queue_core.domain.hall_clock import HallClock, Session

SHANGHAI = ZoneInfo("Asia/Shanghai")
NEW_YORK = ZoneInfo("America/New_York")
HOUR = 3_600_000

WORKDAY = parse_day(["08:30-12:00", "13:30-17:00"])
FRIDAY = parse_day(["08:30-12:00", "13:30-16:00"])
SATURDAY = parse_day(["09:00-12:00"])
WEEK = WeekHours(
    monday=WORKDAY, tuesday=WORKDAY, wednesday=WORKDAY, thursday=WORKDAY, friday=FRIDAY, saturday=SATURDAY
)
ALL_DAY = WeekHours(**dict.fromkeys(WeekHours.__struct_fields__, parse_day(["00:00-24:00"])))
CHINA = HallCalendar(WEEK, Overrides(), SHANGHAI)


def day(written: str) -> date:
    return date.fromisoformat(written)


def opening(calendar: HallCalendar, on: date, zone: tzinfo = SHANGHAI) -> list[str]:
    """The sessions of a date, as a clock on the hall's wall shows them."""
    return [
        "-".join(
            datetime.fromtimestamp(each / 1000, zone).strftime("%H:%M")
            for each in (session.opens_at_ms, session.closes_at_ms)
        )
        for session in calendar.sessions(on)
    ]


@pytest.mark.parametrize(
    ("on", "hours"),
    [
        pytest.param("2026-11-19", ["08:30-12:00", "13:30-17:00"], id="Thursday"),
        pytest.param("2026-11-20", ["08:30-12:00", "13:30-16:00"], id="Friday"),
        pytest.param("2026-11-21", ["09:00-12:00"], id="Saturday"),
        pytest.param("2026-11-22", [], id="Sunday"),
        pytest.param("2026-10-01", [], id="National Day"),
        pytest.param("2026-10-07", [], id="a day off that was moved"),
        pytest.param("2026-02-21", [], id="the Saturday of the Spring Festival"),
        pytest.param("2026-04-04", [], id="the Saturday before Tomb-Sweeping Day"),
        pytest.param("2026-06-20", [], id="the Saturday after the Dragon Boat Festival"),
        pytest.param("2026-01-03", [], id="a Saturday after New Year, its Sunday worked"),
        pytest.param("2026-01-04", ["08:30-12:00", "13:30-16:00"], id="a Sunday made up for a Friday"),
        pytest.param("2026-10-10", ["08:30-12:00", "13:30-17:00"], id="a Saturday made up for a Wednesday"),
    ],
)
def test_the_hall_opens_as_the_week_and_the_state_council_say(on: str, hours: list[str]) -> None:
    assert opening(CHINA, day(on)) == hours


def test_sessions_are_instants_of_the_halls_zone() -> None:
    eight_thirty = int(datetime(2026, 11, 20, 0, 30, tzinfo=UTC).timestamp() * 1000)
    assert CHINA.sessions(day("2026-11-20"))[0] == Session(
        opens_at_ms=eight_thirty, closes_at_ms=eight_thirty + 3 * HOUR + HOUR // 2
    )


OWN_WORD = HallCalendar(
    WEEK,
    Overrides(
        closed=frozenset(map(day, ["2026-11-19", "2026-10-10"])),
        hours={day("2026-11-20"): parse_day(["10:00-11:00"]), day("2026-10-01"): parse_day(["09:00-10:00"])},
        working_days=frozenset(map(day, ["2026-11-22", "2026-10-02", "2026-11-28"])),
    ),
    SHANGHAI,
)


@pytest.mark.parametrize(
    ("on", "hours", "is_worked"),
    [
        pytest.param("2026-11-19", [], False, id="a closed Thursday"),
        pytest.param("2026-10-10", [], False, id="a made-up day the hall does not work"),
        pytest.param("2026-11-20", ["10:00-11:00"], True, id="a short Friday"),
        pytest.param("2026-10-01", ["09:00-10:00"], False, id="an hour on a holiday"),
        pytest.param("2026-11-22", ["08:30-12:00", "13:30-17:00"], True, id="a worked Sunday"),
        pytest.param(
            "2026-11-28", ["08:30-12:00", "13:30-17:00"], True, id="a worked Saturday, not its hours"
        ),
        pytest.param("2026-10-02", ["08:30-12:00", "13:30-16:00"], True, id="a worked holiday, a Friday"),
        pytest.param("2026-11-23", ["08:30-12:00", "13:30-17:00"], True, id="a Monday nobody spoke of"),
    ],
)
def test_the_halls_own_word_goes_first(on: str, hours: list[str], *, is_worked: bool) -> None:
    assert opening(OWN_WORD, day(on)) == hours
    assert OWN_WORD.is_working_day(day(on)) is is_worked


@pytest.mark.parametrize(
    ("on", "is_worked"),
    [
        ("2026-11-20", True),
        ("2026-11-21", False),  # open on Saturday, and yet no working day
        ("2026-10-01", False),
        ("2026-10-03", False),
        ("2026-10-07", False),
        ("2026-10-10", True),
    ],
)
def test_working_days_are_those_of_the_state(on: str, *, is_worked: bool) -> None:
    assert CHINA.is_working_day(day(on)) is is_worked


@pytest.mark.parametrize(
    ("filed", "count", "due"),
    [
        pytest.param("2026-11-20", 1, "2026-11-23", id="over a weekend"),
        pytest.param("2026-09-30", 1, "2026-10-08", id="over National Day"),
        pytest.param("2026-09-30", 3, "2026-10-10", id="to a made-up Saturday"),
        pytest.param("2026-09-18", 1, "2026-09-20", id="to a made-up Sunday"),
        pytest.param("2026-11-21", 0, "2026-11-21", id="none"),
        pytest.param("2025-12-31", 2, "2026-01-05", id="over New Year"),
    ],
)
def test_a_deadline_counts_working_days_without_the_first(filed: str, count: int, due: str) -> None:
    assert CHINA.working_days_after(day(filed), count) == day(due)


@given(st.dates(date(2024, 1, 1), date(2026, 6, 1)), st.integers(1, 60))
def test_between_a_day_and_its_deadline_lie_that_many_working_days(filed: date, count: int) -> None:
    due = CHINA.working_days_after(filed, count)
    passed = [filed + timedelta(days=each) for each in range(1, (due - filed).days + 1)]
    assert sum(map(CHINA.is_working_day, passed)) == count
    assert CHINA.is_working_day(due)


def test_a_deadline_does_not_lie_in_the_past() -> None:
    with pytest.raises(ValueError, match="-1 working days"):
        CHINA.working_days_after(day("2026-11-20"), -1)


@pytest.mark.parametrize(
    ("after", "opens"),
    [
        pytest.param("2026-11-20", "2026-11-21", id="Saturday"),
        pytest.param("2026-11-21", "2026-11-23", id="Monday"),
        pytest.param("2026-09-30", "2026-10-08", id="after the golden week"),
    ],
)
def test_the_next_open_day_is_one_with_sessions(after: str, opens: str) -> None:
    assert CHINA.next_open_day(day(after)) == day(opens)


def test_a_hall_without_hours_has_no_next_open_day() -> None:
    nothing = HallCalendar(WeekHours(), Overrides(), SHANGHAI, plain_year)
    assert nothing.next_open_day(day("2026-11-20")) is None
    assert nothing.sessions(day("2026-11-20")) == ()


def test_a_hall_that_goes_by_the_week_alone_knows_no_holiday() -> None:
    with capture_logs() as logs:
        week_alone = HallCalendar(WEEK, Overrides(), SHANGHAI, plain_year)
        assert opening(week_alone, day("2026-10-01")) == ["08:30-12:00", "13:30-17:00"]
        assert week_alone.is_working_day(day("2026-10-01"))
        assert not week_alone.is_working_day(day("2026-10-10"))
    assert logs == []


@pytest.mark.parametrize(
    ("year", "missing"), [(2040, "made-up working days are not known yet"), (2101, "holidays are not known")]
)
def test_a_year_that_is_not_known_is_warned_of_once(year: int, missing: str) -> None:
    calendar = HallCalendar(WEEK, Overrides(), SHANGHAI)
    with capture_logs() as logs:
        for month in range(1, 13):
            calendar.sessions(date(year, month, 11))
            calendar.is_working_day(date(year, month, 12))
    assert [(each["log_level"], each["year"]) for each in logs] == [("warning", year)]
    assert logs[0]["event"].startswith(missing)
    assert "hall.toml" in logs[0]["remedy"]


def test_a_year_without_any_knowledge_is_plain_weekdays() -> None:
    calendar = HallCalendar(WEEK, Overrides(), SHANGHAI)
    days = [date(2101, 9, 25) + timedelta(days=each) for each in range(20)]
    assert [calendar.is_working_day(each) for each in days] == [each.weekday() < 5 for each in days]


def test_a_made_up_day_of_which_the_cause_is_unknown_is_worked_like_the_first_of_the_week() -> None:
    def almanac(year: int) -> WorkingYear:
        made_up = (MadeUpDay(on=day("2026-11-21"), instead_of=None),)
        return WorkingYear(year=year, knowledge=Knowledge.ANNOUNCED, made_up=made_up)

    calendar = HallCalendar(WEEK, Overrides(), SHANGHAI, almanac)
    assert opening(calendar, day("2026-11-21")) == ["08:30-12:00", "13:30-17:00"]


@pytest.mark.parametrize(
    ("on", "hours"),
    [
        pytest.param("2026-03-08", 23, id="clocks go forward"),
        pytest.param("2026-03-09", 24, id="the day after"),
        pytest.param("2026-11-01", 25, id="clocks go back"),
    ],
)
def test_a_day_round_the_clock_is_as_long_as_its_zone_makes_it(on: str, hours: int) -> None:
    calendar = HallCalendar(ALL_DAY, Overrides(), NEW_YORK, plain_year)
    (session,) = calendar.sessions(day(on))
    assert session.closes_at_ms - session.opens_at_ms == hours * HOUR
    assert calendar.sessions(day(on) + timedelta(days=1))[0].opens_at_ms == session.closes_at_ms


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        (["01:00-02:30", "02:45-04:00"], ["01:00-03:00", "03:00-04:00"]),
        (["02:30-03:15"], ["03:00-03:15"]),
        (["02:00-03:00"], []),
    ],
)
def test_hours_the_clocks_skip_begin_and_end_where_they_jump(written: list[str], shown: list[str]) -> None:
    on = day("2026-03-08")
    calendar = HallCalendar(WEEK, Overrides(hours={on: parse_day(written)}), NEW_YORK, plain_year)
    assert opening(calendar, on, NEW_YORK) == shown


def test_a_date_that_a_zone_skips_has_no_opening_time() -> None:
    apia = HallCalendar(ALL_DAY, Overrides(), ZoneInfo("Pacific/Apia"), plain_year)
    assert apia.sessions(day("2011-12-30")) == ()
    assert len(apia.sessions(day("2011-12-31"))) == 1


edges = st.lists(st.integers(0, 1440), min_size=2, max_size=8, unique=True).map(sorted)


@given(
    edges,
    st.sampled_from(["Asia/Shanghai", "America/New_York", "Australia/Lord_Howe", "Pacific/Apia"]),
    st.sampled_from(["2026-03-08", "2026-11-01", "2026-10-04", "2026-04-05", "2011-12-30", "2026-07-01"]),
)
def test_whatever_the_zone_does_the_sessions_make_a_day_of_the_hall_clock(
    minutes: list[int], zone: str, on: str
) -> None:
    pairs = zip(minutes[::2], minutes[1::2], strict=False)
    hours = tuple(SessionHours(from_minute=opens, until_minute=closes) for opens, closes in pairs)
    calendar = HallCalendar(WEEK, Overrides(hours={day(on): hours}), ZoneInfo(zone), plain_year)
    clock = HallClock(calendar.sessions(day(on)))
    assert len(clock.sessions) <= len(hours)


def test_a_date_both_closed_and_open_is_refused() -> None:
    on = day("2026-11-20")
    with pytest.raises(ValueError, match="2026-11-20 is closed and open at once"):
        Overrides(closed=frozenset({on}), hours={on: WORKDAY})
    with pytest.raises(ValueError, match="2026-11-20 is closed and open at once"):
        Overrides(closed=frozenset({on}), working_days=frozenset({on}))


def test_special_hours_without_a_session_are_refused() -> None:
    with pytest.raises(ValueError, match="has no sessions; put it into the list of closed dates"):
        Overrides(hours={day("2026-11-20"): ()})


def test_special_hours_out_of_order_are_refused() -> None:
    with pytest.raises(ValueError, match="13:30-17:00"):
        Overrides(hours={day("2026-11-20"): tuple(reversed(WORKDAY))})
