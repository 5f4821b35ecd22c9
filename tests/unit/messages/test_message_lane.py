import pytest

from queue_core.messages.lane import LINE_DOWN_MS, LINE_HOLDS_MS, Lane, Pace
from queue_core.messages.timing import MINUTE_MS, Backoff
from tests.integration.messages.house import FarEnd

STEADY = Backoff(first_ms=1_000, most_ms=MINUTE_MS, draw=lambda: 0.0)


@pytest.fixture
def lane() -> Lane:
    return Lane(FarEnd(), rate_per_s=40, window=4, within_s=1, backoff=STEADY)


def test_no_more_is_claimed_than_goes_out_in_a_quarter_of_a_second(lane) -> None:
    assert lane.room(0) == 10
    lane.ahead.extend([None] * 5)
    assert lane.room(0) == 5
    lane.ahead.append(None)
    assert lane.room(0) == 0


def test_an_away_carrier_is_tried_with_one_now_and_then(lane) -> None:
    assert lane.went_away(0)
    assert not lane.went_away(500)  # what else was in hand belongs to the same failure
    assert (lane.room(999), lane.room(1_000)) == (0, 1)
    assert not lane.went_away(1_000)
    assert (lane.room(2_999), lane.room(3_000)) == (0, 1)
    lane.in_hand = 1
    assert lane.room(3_000) == 0
    lane.answered(4_000, was_sent=True)
    assert lane.room(4_000) == 10
    assert (lane.standing.is_up, lane.standing.since_ms, lane.standing.sent) == (True, 4_000, 1)


def test_a_carrier_is_gone_only_after_a_while(lane) -> None:
    assert not lane.is_gone(0, 10)
    lane.went_away(0)
    assert (lane.is_gone(9, 10), lane.is_gone(10, 10)) == (False, True)


def test_a_line_that_stands_again_ends_its_alarm_and_only_a_message_shows_that_it_holds(lane) -> None:
    lane.went_away(0, is_of_line=True)
    lane.carrier.is_reached = False
    lane.look(5_000)
    assert not lane.standing.is_up
    lane.carrier.is_reached = True
    lane.look(5_500)
    assert (lane.standing.is_up, lane.standing.since_ms, lane.standing.tried_ms) == (True, 5_500, 0)
    assert lane.room(5_500) == 1
    assert lane.went_away(6_000, is_of_line=True)
    assert lane.standing.since_ms == 0  # it broke under the next message: that is the same trouble
    lane.look(7_900)
    assert not lane.standing.is_up  # and tried less often
    lane.look(8_000)
    assert lane.standing.is_up
    lane.look(8_000 + LINE_HOLDS_MS)
    assert lane.room(8_000 + LINE_HOLDS_MS) == 10
    lane.went_away(9_000 + LINE_HOLDS_MS, is_of_line=True)
    assert lane.standing.since_ms == 9_000 + LINE_HOLDS_MS


def test_a_line_does_not_end_what_is_wrong_with_the_account(lane) -> None:
    lane.carrier.is_reached = True
    lane.went_away(0)
    lane.look(60_000)
    assert not lane.standing.is_up
    lane.answered(61_000, was_sent=False)
    assert lane.standing.is_up


def test_a_line_that_is_down_for_half_a_minute_is_seen_before_anything_is_sent(lane) -> None:
    lane.carrier.is_reached = False
    lane.look(0)
    lane.look(LINE_DOWN_MS - 1)
    assert lane.standing.is_up
    lane.look(LINE_DOWN_MS)
    assert (lane.standing.is_up, lane.standing.since_ms) == (False, LINE_DOWN_MS)


def test_an_away_carrier_is_tried_with_its_own_messages_but_not_each_time(lane) -> None:
    tried = []
    for at in range(8):
        lane.went_away(at * 100_000)
        tried.append(lane.tries_its_own)
    assert tried == [True, True, True, False] * 2
    lane.has_own = False
    assert not lane.tries_its_own


async def test_what_is_late_is_caught_up_a_little_and_no_more() -> None:
    now_s = [0.0]
    pace = Pace(100, clock=lambda: now_s[0])
    now_s[0] = 100.0
    waited: list[float] = []
    for _ in range(6):
        before = pace._next_s
        await pace.wait()
        waited.append(pace._next_s - before)
    assert pace._next_s == pytest.approx(100.0 - 0.03 + 6 / 97)
