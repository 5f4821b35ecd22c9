import pytest

from queue_core.domain import refusals
from queue_core.domain.commands import Cancel, CloseDay, FinishService, OpenDay, Rate, RateVisit
from queue_core.domain.rating import may_be_rated
from queue_core.domain.rules import Unit
from queue_core.domain.words import ExpiryReason, RatingChannel, TicketClass, TicketState


@pytest.fixture
def finished(play):
    play.open(1)
    play.take()
    ticket = play.serve(1)
    play.do(FinishService(window=1))
    return ticket


def rate(ticket, level=5, window=1):
    return Rate(window=window, ticket_id=ticket.ticket_id, level=level, channel=RatingChannel.PAD)


def test_a_service_is_rated_once(play, finished) -> None:
    play.do(rate(finished, 4))
    assert play.now(finished).rating.level == 4
    assert play.day.rateable_at(1) is None
    with pytest.raises(refusals.AlreadyRated):
        play.do(rate(finished, 5))
    assert play.now(finished).rating.level == 4


@pytest.mark.parametrize("level", [0, 6])
def test_there_are_five_levels(play, finished, level) -> None:
    with pytest.raises(refusals.NoSuchLevel):
        play.do(rate(finished, level))


def test_a_service_is_rated_at_its_own_window(play, finished) -> None:
    with pytest.raises(refusals.NotServed):
        play.do(rate(finished, window=2))


def test_a_service_is_rated_after_its_end(play) -> None:
    play.open(1)
    play.take()
    with pytest.raises(refusals.NotServed):
        play.do(rate(play.serve(1)))


def test_the_time_for_rating_ends(play, finished) -> None:
    with pytest.raises(refusals.RatingClosed):
        play.do(rate(finished), after_ms=120_001)


def test_a_service_may_be_rated_while_the_next_is_called(play, finished) -> None:
    play.take()
    play.call(1)
    play.do(rate(finished))
    assert play.now(finished).rating is not None


def test_a_ticket_nobody_knows_cannot_be_rated(play) -> None:
    with pytest.raises(refusals.NoSuchTicket):
        play.do(Rate(window=1, ticket_id=9, level=5, channel=RatingChannel.KEYPAD))


# Later on the same day, by phone or at a kiosk

REGISTRATION, CUSTOMS = Unit("registration", TicketClass.ACCEPT), Unit("customs", TicketClass.ACCEPT)
HOURS_MS = 3 * 3_600_000


def visit(ticket, level=4, channel=RatingChannel.PHONE):
    return RateVisit(ticket_id=ticket.ticket_id, level=level, channel=channel)


def test_a_visit_is_rated_hours_after_the_service_and_once(play, finished) -> None:
    assert may_be_rated(play.now(finished))
    play.do(visit(finished, 4), after_ms=HOURS_MS)
    rating = play.now(finished).rating
    assert (rating.level, rating.window, rating.channel) == (4, 1, RatingChannel.PHONE)
    assert not may_be_rated(play.now(finished))
    for again in (visit(finished, 1, RatingChannel.KIOSK), rate(finished, 1)):
        with pytest.raises(refusals.AlreadyRated):
            play.do(again)
    assert play.now(finished).rating.level == 4


def test_what_was_rated_at_the_window_is_not_rated_by_phone(play, finished) -> None:
    play.do(rate(finished, 5))
    with pytest.raises(refusals.AlreadyRated):
        play.do(visit(finished, 1))


@pytest.mark.parametrize("level", [0, 6])
def test_a_visit_has_five_levels_too(play, finished, level) -> None:
    with pytest.raises(refusals.NoSuchLevel):
        play.do(visit(finished, level))


def test_a_visit_is_rated_when_something_was_finished(play) -> None:
    play.open(1)
    ticket = play.take()
    for act in (lambda: None, lambda: play.serve(1)):
        act()
        with pytest.raises(refusals.NotServedYet):
            play.do(visit(ticket))
        assert not may_be_rated(play.now(ticket))


@pytest.fixture
def between_two(play):
    """Done at window 1, and waiting on for customs."""
    play.open(1)
    ticket = play.take(REGISTRATION, CUSTOMS)
    play.serve(1)
    play.finish(1)
    return ticket


def test_each_sitting_of_a_number_is_rated_for_itself(play, between_two) -> None:
    assert play.now(between_two).served_at == 1
    play.do(visit(between_two, 2), after_ms=HOURS_MS)
    play.open(3)
    play.serve(3)
    assert play.now(between_two).rating.level == 2
    with pytest.raises(refusals.AlreadyRated):
        play.do(visit(between_two, 5))
    play.finish(3)
    play.do(visit(between_two, 5), after_ms=HOURS_MS)
    rating = play.now(between_two).rating
    assert (rating.window, rating.level) == (3, 5)


def test_a_window_asks_no_more_when_the_next_one_has_served(play, between_two) -> None:
    play.open(3)
    assert play.day.rateable_at(1) is not None
    play.serve(3)
    play.finish(3)
    assert play.day.rateable_at(1) is None
    with pytest.raises(refusals.NotServed):
        play.do(rate(between_two, window=1))
    play.do(rate(between_two, window=3))


def test_a_sitting_is_rated_at_the_next_window_still(play, between_two) -> None:
    play.open(3)
    play.serve(3)
    play.do(visit(between_two, 3))
    assert play.now(between_two).rating.window == 1


@pytest.mark.parametrize(
    ("end", "state"),
    [
        (lambda ticket: Cancel(ticket_id=ticket.ticket_id), TicketState.CANCELLED),
        (lambda _: CloseDay(reason=ExpiryReason.HALL_CLOSED), TicketState.EXPIRED),
    ],
)
def test_what_was_done_is_rated_though_the_rest_was_given_up(play, between_two, end, state) -> None:
    play.do(end(between_two))
    assert play.now(between_two).state is state
    with pytest.raises(refusals.NotServed):
        play.do(rate(between_two))
    play.do(visit(between_two, 3))
    assert (play.now(between_two).rating.level, play.now(between_two).state) == (3, state)


def test_nobody_rates_yesterdays_visit(play, finished, zones) -> None:
    play.do(OpenDay(day="2026-11-21", rules=zones))
    with pytest.raises(refusals.NoSuchTicket):
        play.do(visit(finished))
