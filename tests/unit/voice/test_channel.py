"""One loudspeaker, many calls."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from display.voice.channel import (
    HURRIED_FROM,
    LATER_WITHIN_S,
    NUMBERS_A_SENTENCE,
    STALE_AFTER_S,
    Channel,
    begin_anew,
    hear,
    put_back,
    take,
)
from display.voice.wording import TONGUES
from drivers.contract.speaker import Tongue
from queue_core.wire.words import TicketState

M, C, E = TONGUES


class Listener:
    """A channel, what it said, and the time."""

    def __init__(self):
        self.channel, self.windows, self.now_s, self.stale = Channel(), {}, 0.0, []

    def hear(self, *calls):
        for one in calls:
            self.channel = hear(self.channel, one, self.now_s)
        return self

    def next(self):
        taken = take(self.channel, self.windows, TONGUES, self.now_s)
        self.channel = taken.channel
        self.stale += taken.stale
        return taken.part

    def said(self):
        """All that is said until there is silence, as (call_id, language)."""
        parts = []
        while (part := self.next()) is not None:
            parts.append((part.call.call_id, part.tongue))
        return parts


@pytest.fixture
def listener():
    return Listener()


def test_a_call_is_said_once(call, listener):
    assert listener.hear(call(1)).said() == [(1, M)]
    assert listener.hear(call(1)).said() == []


def test_nothing_is_said_when_nothing_was_called(listener):
    assert listener.said() == []


def test_a_call_that_another_voice_has_said_is_not_said_again(call, listener):
    assert listener.hear(call(1, is_spoken=True), call(2, window=5)).said() == [(2, M)]


def test_a_waiting_call_that_another_voice_says_meanwhile_is_left_to_it(call, listener):
    listener.hear(call(1), call(2, window=5), call(1, is_spoken=True))
    assert listener.said() == [(2, M)]


def test_the_tickets_own_language_follows_the_first(call, listener):
    assert listener.hear(call(1, language="zh-Hant")).said() == [(1, M), (1, C)]


def test_a_recall_is_said_in_all_languages(call, listener):
    assert listener.hear(call(2, ticket=1, nth=2)).said() == [(2, M), (2, C), (2, E)]


def test_everybody_hears_the_first_language_before_anybody_hears_another(call, listener):
    listener.hear(call(1, language="en"))
    first = listener.next()
    listener.hear(call(2, window=5, language="zh-Hant"))
    assert (first.call.call_id, first.tongue) == (1, M)
    assert listener.said() == [(2, M), (2, C), (1, E)]


def test_numbers_that_wait_are_joined_to_one_sentence_with_one_please(call, listener):
    listener.hear(*(call(number, window=number) for number in range(1, 3)))
    first, second = listener.next(), listener.next()
    assert (first.opens, second.opens) == (True, False)
    assert not first.closes


def test_a_number_that_comes_during_a_sentence_still_joins_it(call, listener):
    listener.hear(call(1), call(2, window=5))
    listener.next()
    listener.hear(call(3, window=6))
    assert [listener.next().opens for _ in range(2)] == [False, False]


def test_a_sentence_has_no_more_numbers_than_people_remember(call, listener):
    listener.hear(*(call(number, window=number) for number in range(1, NUMBERS_A_SENTENCE + 2)))
    opens = [listener.next().opens for _ in range(NUMBERS_A_SENTENCE + 1)]
    assert opens == [True, *[False] * (NUMBERS_A_SENTENCE - 1), True]


def test_a_lonely_call_is_said_in_full_and_without_haste(call, listener):
    part = listener.hear(call(1)).next()
    assert (part.opens, part.closes, part.hurried) == (True, True, False)


def test_while_others_wait_a_number_is_said_more_quickly(call, listener):
    listener.hear(call(1), call(2, window=5))
    assert listener.next().hurried


def test_in_a_rush_other_languages_are_left_out(call, listener):
    for number in range(1, HURRIED_FROM + 1):
        listener.now_s = number * 5.0
        listener.hear(call(number, language="en"))
        last = listener.said()
    assert last == [(HURRIED_FROM, M)]


def test_another_language_is_left_out_when_it_has_waited_too_long(call, listener):
    listener.hear(call(1, language="en"))
    listener.next()
    listener.now_s = LATER_WITHIN_S + 1
    assert listener.said() == []


def test_a_number_already_served_is_left_out(call, window, listener):
    listener.windows = {3: window(3, 1, TicketState.SERVING), 5: window(5, 2)}
    assert listener.hear(call(1), call(2, window=5)).said() == [(2, M)]


def test_another_language_is_left_out_when_its_holder_is_there(call, window, listener):
    listener.hear(call(1, language="en")).next()
    listener.windows = {3: window(3, 1, TicketState.SERVING)}
    assert listener.said() == []


@pytest.mark.parametrize("ticket", [None, 9])
def test_a_number_whose_window_went_on_is_left_out(call, window, listener, ticket):
    listener.windows = {3: window(3, ticket)}
    assert listener.hear(call(1)).said() == []


def test_a_recall_takes_the_place_of_the_call_it_repeats_and_tells_of_both(call, listener):
    first, again = call(1), call(3, ticket=1, nth=2)
    listener.hear(first, call(2, window=5), again)
    assert listener.next().call.call_id == 2
    part = listener.next()
    assert (*part.waited.instead_of, part.call) == (first, again)


def test_after_a_lost_connection_a_call_is_still_said_however_old_while_its_window_waits(
    call, window, listener
):
    listener.windows = {3: window(3, 1)}
    assert listener.hear(call(1, age_ms=600_000)).said() == [(1, M)]


def test_what_could_not_be_said_for_too_long_is_given_up_and_counted(call, listener):
    listener.hear(call(1))
    listener.now_s = STALE_AFTER_S + 1
    assert listener.said() == []
    assert listener.stale == [call(1)]


def test_what_was_not_said_after_all_is_first_in_line_again(call, listener):
    listener.hear(call(1, language="en"), call(2, window=5))
    listener.channel = put_back(listener.channel, listener.next())
    assert listener.said() == [(1, M), (2, M), (1, E)]


def test_what_was_not_said_and_called_once_more_is_said_once(call, listener):
    listener.hear(call(1))
    part = listener.next()
    listener.hear(call(2, ticket=1, nth=2))
    listener.channel = put_back(listener.channel, part)
    assert [each for each in listener.said() if each[1] is M] == [(2, M)]


def test_a_hall_set_back_to_a_backup_is_heard_again(call, listener):
    listener.hear(call(40)).said()
    listener.channel = begin_anew(listener.channel, [call(7, is_spoken=True)])
    assert listener.hear(call(7, is_spoken=True), call(8, window=5)).said() == [(8, M)]


def test_a_list_that_is_sent_anew_is_not_said_anew(call, listener):
    listener.hear(call(1), call(2, window=5)).said()
    listener.channel = begin_anew(listener.channel, [call(1), call(2, window=5)])
    assert listener.hear(call(1), call(2, window=5)).said() == []


@given(st.lists(st.tuples(st.integers(1, 60), st.integers(1, 8), st.booleans()), max_size=40))
def test_whatever_comes_no_call_is_said_twice_and_every_ticket_is_said(call, events):
    listener, said, calls = Listener(), [], []
    for index, (ticket, at, speaks) in enumerate(events, start=1):
        calls.append(call(index, ticket=ticket, window=at, nth=2, language="en"))
        listener.hear(calls[-1])
        said += listener.said() if speaks else []
    said += listener.said()
    assert len(set(said)) == len(said)
    assert {calls[one - 1].ticket_id for one, tongue in said if tongue is Tongue.MANDARIN} == {
        one.ticket_id for one in calls
    }
