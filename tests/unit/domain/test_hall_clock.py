"""The hall clock against opening time counted millisecond by millisecond."""

from itertools import accumulate, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from queue_core.domain.hall_clock import HallClock, Session

MINUTE = 60_000
HOUR = 60 * MINUTE
EIGHT = 1_795_478_400_000 + 8 * HOUR
MORNING = Session(opens_at_ms=EIGHT, closes_at_ms=EIGHT + 4 * HOUR)
AFTERNOON = Session(opens_at_ms=EIGHT + 5 * HOUR, closes_at_ms=EIGHT + 9 * HOUR)
DAY = HallClock((MORNING, AFTERNOON))


@st.composite
def clocks(draw: st.DrawFn) -> HallClock:
    """Sessions that touch sometimes, with instants small enough to be counted one by one."""
    start = draw(st.integers(-5, 30))
    lengths = draw(st.lists(st.tuples(st.integers(0, 6), st.integers(1, 9)), min_size=1, max_size=5))
    edges = list(accumulate((step for pair in lengths for step in pair), initial=start))[1:]
    return HallClock(
        tuple(
            Session(opens_at_ms=opens, closes_at_ms=closes)
            for opens, closes in zip(edges[::2], edges[1::2], strict=True)
        )
    )


def counted(clock: HallClock, wall_ms: int) -> int:
    return sum(
        each.opens_at_ms <= instant < each.closes_at_ms
        for each in clock.sessions
        for instant in range(-10, wall_ms)
    )


walls = st.integers(-10, 130)


@given(clocks(), walls)
def test_the_clock_shows_the_opening_time_passed_since_the_first_opening(
    clock: HallClock, wall_ms: int
) -> None:
    assert clock.at(wall_ms) == counted(clock, wall_ms)


@given(clocks(), walls, st.integers(0, 60))
def test_the_clock_never_goes_back_and_never_outruns_the_wall(
    clock: HallClock, wall_ms: int, later_ms: int
) -> None:
    assert 0 <= clock.at(wall_ms + later_ms) - clock.at(wall_ms) <= later_ms


@given(clocks(), walls)
def test_the_clock_moves_exactly_while_the_hall_is_open(clock: HallClock, wall_ms: int) -> None:
    assert clock.is_open(wall_ms) is (clock.at(wall_ms + 1) > clock.at(wall_ms))


@given(clocks(), st.integers(0, 60))
def test_a_timer_rings_at_the_earliest_instant_that_shows_its_time(clock: HallClock, hall_ms: int) -> None:
    instants = range(clock.sessions[0].opens_at_ms, 200)
    assert clock.wall_at(hall_ms) == next((each for each in instants if clock.at(each) == hall_ms), None)


@given(clocks(), walls)
def test_an_instant_of_opening_time_comes_back_from_the_clock(clock: HallClock, wall_ms: int) -> None:
    hall_ms = clock.at(wall_ms)
    back = clock.wall_at(hall_ms)
    assert back is not None
    assert clock.at(back) == hall_ms
    assert not clock.is_open(wall_ms) or back <= wall_ms


@given(clocks(), walls)
def test_the_next_opening_is_the_least_that_is_still_to_come(clock: HallClock, wall_ms: int) -> None:
    openings = [each.opens_at_ms for each in clock.sessions if each.opens_at_ms > wall_ms]
    assert clock.next_opening_ms(wall_ms) == min(openings, default=None)


@given(st.integers(-(2**60), 2**60))
def test_a_hall_that_is_never_closed_goes_by_the_wall(wall_ms: int) -> None:
    clock = HallClock()
    assert clock.at(wall_ms) == wall_ms
    assert clock.wall_at(wall_ms) == wall_ms
    assert clock.is_open(wall_ms)
    assert clock.next_opening_ms(wall_ms) is None
    assert (clock.opens_at_ms, clock.closes_at_ms) == (None, None)


@pytest.mark.parametrize(
    ("wall_ms", "hall_ms"),
    [
        pytest.param(EIGHT - 7 * HOUR, 0, id="at night"),
        pytest.param(EIGHT, 0, id="at the opening"),
        pytest.param(EIGHT + 1, 1, id="just after"),
        pytest.param(EIGHT + 4 * HOUR, 4 * HOUR, id="noon"),
        pytest.param(EIGHT + 4 * HOUR + 59 * MINUTE, 4 * HOUR, id="over lunch"),
        pytest.param(EIGHT + 5 * HOUR, 4 * HOUR, id="when the afternoon begins"),
        pytest.param(EIGHT + 6 * HOUR, 5 * HOUR, id="in the afternoon"),
        pytest.param(EIGHT + 12 * HOUR, 8 * HOUR, id="in the evening"),
    ],
)
def test_lunch_and_night_do_not_count(wall_ms: int, hall_ms: int) -> None:
    assert DAY.at(wall_ms) == hall_ms


def test_a_day_opens_with_its_first_session_and_closes_with_its_last() -> None:
    assert DAY.opens_at_ms == MORNING.opens_at_ms
    assert DAY.closes_at_ms == AFTERNOON.closes_at_ms
    assert not DAY.is_open(MORNING.closes_at_ms)
    assert not DAY.is_open(AFTERNOON.closes_at_ms)


def test_a_time_the_day_does_not_reach_has_no_wall_instant() -> None:
    assert DAY.wall_at(8 * HOUR) == AFTERNOON.closes_at_ms
    assert DAY.wall_at(8 * HOUR + 1) is None


def test_what_was_reached_before_the_day_was_reached_at_its_opening() -> None:
    assert DAY.wall_at(-HOUR) == MORNING.opens_at_ms


def test_clocks_of_the_same_sessions_are_equal() -> None:
    days = [DAY, HallClock((MORNING, AFTERNOON)), HallClock((MORNING,)), HallClock()]
    assert [one == other for one, other in pairwise(days)] == [True, False, False]


@pytest.mark.parametrize(
    "sessions",
    [
        pytest.param((AFTERNOON, MORNING), id="out of order"),
        pytest.param((MORNING, MORNING), id="overlapping"),
        pytest.param((Session(opens_at_ms=5, closes_at_ms=5),), id="empty"),
        pytest.param((Session(opens_at_ms=5, closes_at_ms=4),), id="backwards"),
    ],
)
def test_sessions_that_make_no_day_are_refused(sessions: tuple[Session, ...]) -> None:
    with pytest.raises(ValueError, match="a session"):
        HallClock(sessions)
