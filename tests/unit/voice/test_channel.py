"""One loudspeaker, many calls."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from display.voice.channel import CALLS_A_SENTENCE, FRESH_WITHIN_MS, Channel, hear, take
from queue_core.wire.words import TicketState


@pytest.fixture(scope="session")
def heard(now_ms):
    def hear_all(*calls, newest=0):
        channel = Channel(newest=newest)
        for one in calls:
            channel = hear(channel, one, now_ms)
        return channel

    return hear_all


def test_a_call_is_said_once(call, heard, now_ms):
    channel, said = take(heard(call(1)), {})
    assert said == (call(1),)
    assert take(hear(channel, call(1), now_ms), {})[1] == ()


def test_nothing_is_said_when_nothing_was_called():
    assert take(Channel(), {}) == (Channel(), ())


def test_calls_that_waited_for_the_loudspeaker_are_said_together_in_order(call, heard):
    assert take(heard(call(1), call(2, window=5)), {})[1] == (call(1), call(2, window=5))


def test_no_more_numbers_are_joined_than_people_remember(call, heard):
    calls = [call(number, window=number) for number in range(1, CALLS_A_SENTENCE + 2)]
    channel, said = take(heard(*calls), {})
    assert said == tuple(calls[:-1])
    assert take(channel, {})[1] == (calls[-1],)


def test_a_number_already_served_is_left_out(call, window, heard):
    windows = {3: window(3, 1, TicketState.SERVING), 5: window(5, 2)}
    assert take(heard(call(1), call(2, window=5)), windows)[1] == (call(2, window=5),)


def test_a_number_whose_window_went_on_is_left_out(call, window, heard):
    assert take(heard(call(1)), {3: window(3, None)})[1] == ()
    assert take(heard(call(1)), {3: window(3, 9)})[1] == ()


def test_a_recall_is_said_again(call, window, heard, now_ms):
    channel, _ = take(heard(call(1)), {})
    again = call(2, ticket=1, nth=2)
    assert take(hear(channel, again, now_ms), {3: window(3, 1)})[1] == (again,)


def test_a_recall_takes_the_place_of_the_call_it_repeats(call, heard):
    again = call(3, ticket=1, nth=2)
    assert take(heard(call(1), call(2, window=5), again), {})[1] == (call(2, window=5), again)


def test_after_a_lost_connection_only_new_and_fresh_calls_are_said(call, heard):
    old = call(2, age_ms=FRESH_WITHIN_MS + 1)
    channel = heard(call(1), old, call(3), newest=1)
    assert take(channel, {})[1] == (call(3),)


def test_a_call_too_old_to_say_is_not_said_later_either(call, heard):
    channel = heard(call(5, age_ms=FRESH_WITHIN_MS + 1))
    assert channel == Channel(newest=5)


@given(st.lists(st.tuples(st.integers(1, 60), st.integers(1, 8)), max_size=40))
def test_whatever_comes_no_call_is_said_twice_and_every_ticket_is_said(call, heard, events):
    calls = [call(index, ticket=ticket, window=at) for index, (ticket, at) in enumerate(events, start=1)]
    channel, said = heard(*calls), []
    while (step := take(channel, {}))[1]:
        channel = step[0]
        said.extend(step[1])
    assert len({one.call_id for one in said}) == len(said)
    assert {one.ticket_id for one in said} == {one.ticket_id for one in calls}
