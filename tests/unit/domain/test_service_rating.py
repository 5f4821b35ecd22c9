import pytest
from msgspec.structs import replace

from queue_core.domain import refusals
from queue_core.domain.commands import (
    AnnounceResult,
    Cancel,
    ChangeRules,
    CloseDay,
    FinishService,
    OpenDay,
    Rate,
    RatePastVisit,
    RateVisit,
    RecordCase,
    SkipRating,
)
from queue_core.domain.rating import may_be_rated
from queue_core.domain.rating_visit import DAY_MS, FinishedVisit
from queue_core.domain.rules import RatingRules, Unit
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
PICKUP = Unit("registration", TicketClass.PICKUP)
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


def test_a_visit_is_rated_when_it_is_over_and_at_its_last_window(play, between_two) -> None:
    assert play.now(between_two).served_at == 1
    assert play.day.rateable_at(1) is None
    for early in (visit(between_two, 2), rate(between_two, window=1)):
        with pytest.raises((refusals.VisitGoesOn, refusals.NotServed)):
            play.do(early)
    play.open(3)
    play.serve(3)
    play.finish(3)
    assert play.day.rateable_at(3) is not None
    with pytest.raises(refusals.NotServed):
        play.do(rate(between_two, window=1))
    play.do(visit(between_two, 5), after_ms=HOURS_MS)
    rating = play.now(between_two).rating
    assert (rating.window, rating.level) == (3, 5)


def test_a_visit_that_goes_on_after_its_rating_is_not_asked_again(play, finished) -> None:
    play.do(rate(finished, 4))
    play.do(RecordCase(code="c1", unit=PICKUP, is_ready=True))
    play.do(AnnounceResult(ticket_id=finished.ticket_id, case_id=1))
    play.serve(1)
    play.finish(1)
    assert play.now(finished).rating.level == 4
    assert play.day.rateable_at(1) is None
    with pytest.raises(refusals.AlreadyRated):
        play.do(visit(finished, 1))


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


def test_a_rating_names_the_clerk_who_served(play, finished) -> None:
    (rated,) = play.do(rate(finished))
    assert (rated.clerk, rated.visited_on) == (play.now(finished).sittings[-1].clerk, None)
    assert rated.clerk


# Skipped, and where a press does not count


def skip(ticket, window=1, channel=RatingChannel.PAD):
    return SkipRating(window=window, ticket_id=ticket.ticket_id, channel=channel)


def test_who_skips_is_not_asked_again_at_the_window_but_may_rate_by_phone(play, finished) -> None:
    (skipped,) = play.do(skip(finished))
    assert (skipped.window, skipped.channel) == (1, RatingChannel.PAD)
    assert play.do(skip(finished)) == ()
    assert play.day.rateable_at(1) is None
    with pytest.raises(refusals.RatingClosed):
        play.do(rate(finished, 5))
    play.do(visit(finished, 3))
    assert play.now(finished).rating.level == 3
    with pytest.raises(refusals.AlreadyRated):
        play.do(skip(finished))


def test_what_is_not_asked_is_not_skipped(play, between_two) -> None:
    with pytest.raises(refusals.NotServed):
        play.do(skip(between_two))
    with pytest.raises(refusals.NoSuchTicket):
        play.do(SkipRating(window=1, ticket_id=9, channel=RatingChannel.PAD))


@pytest.mark.parametrize("channel", [RatingChannel.PAD, RatingChannel.KEYPAD])
def test_where_proof_is_needed_a_press_at_the_window_does_not_count(play, finished, zones, channel) -> None:
    play.do(ChangeRules(rules=replace(zones, rating=RatingRules(needs_proof=True))))
    with pytest.raises(refusals.ProofRequired):
        play.do(Rate(window=1, ticket_id=finished.ticket_id, level=5, channel=channel))
    play.do(visit(finished, 5, RatingChannel.KIOSK))
    assert play.now(finished).rating.channel is RatingChannel.KIOSK


# By the link, when the day is over


@pytest.fixture
def past(play, finished, zones):
    """The facts of a visit of the day before, as the application finds them; a new day has begun."""
    midnight_ms = play.now_ms - 12 * 3_600_000
    facts = FinishedVisit(
        ticket_id=finished.ticket_id,
        reference=finished.reference,
        number=finished.number,
        language="zh-CN",
        unit=REGISTRATION,
        matter=None,
        day="2026-11-20",
        midnight_ms=midnight_ms,
        window=1,
        clerk="1001",
        ended_at_ms=play.now_ms,
    )
    play.do(OpenDay(day="2026-11-21", rules=zones, midnight_ms=midnight_ms + DAY_MS), after_ms=DAY_MS)
    return facts


def late(visit, level=4):
    return RatePastVisit(visit=visit, level=level)


def test_yesterdays_visit_is_rated_by_its_link_and_by_nothing_else(play, finished, past) -> None:
    for other in (visit(finished), rate(finished)):
        with pytest.raises(refusals.NoSuchTicket):
            play.do(other)
    (rated,) = play.do(late(past, 4))
    assert (rated.channel, rated.window, rated.clerk) == (RatingChannel.LINK, 1, "1001")
    assert rated.visited_on == "2026-11-20"
    with pytest.raises(refusals.AlreadyRated):
        play.do(late(past, 1))


def test_a_visit_rated_on_its_day_is_not_rated_by_link(play, past) -> None:
    with pytest.raises(refusals.AlreadyRated):
        play.do(late(replace(past, level=5)))


def test_a_visit_is_rated_by_link_until_the_end_of_the_seventh_day(play, past) -> None:
    left_ms = past.midnight_ms + 8 * DAY_MS - play.now_ms
    with pytest.raises(refusals.NoSuchLevel):
        play.do(late(past, 6))
    with pytest.raises(refusals.RatingExpired):
        play.do(late(past), after_ms=left_ms)


def test_a_visit_is_rated_by_link_in_its_last_hour(play, past) -> None:
    play.do(late(past), after_ms=past.midnight_ms + 8 * DAY_MS - play.now_ms - 1)
    assert past.ticket_id in play.day.rated_late
