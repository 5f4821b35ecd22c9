import pytest

from queue_core.domain import refusals
from queue_core.domain.commands import FinishService, Rate
from queue_core.domain.words import RatingChannel


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
