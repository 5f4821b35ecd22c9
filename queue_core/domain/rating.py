"""Decisions about ratings: one a visit, when it is over, and never changed.

A visit is over when its number is: finished, or given up or lost after something was finished. It is rated at
the window of its last service in time, by its holder until the day ends, and by the ticket's link for some
days more. What is rated low leads to a follow-up in the same decision.
"""

from queue_core.domain import refusals
from queue_core.domain.commands import Rate, RatePastVisit, RateVisit, SkipRating
from queue_core.domain.events import FollowUpOpened, RatingEvent, RatingSkipped, ServiceRated
from queue_core.domain.follow_up import FollowUp
from queue_core.domain.hall_day import HallDay
from queue_core.domain.lookup import ticket_of
from queue_core.domain.rating_visit import FinishedVisit
from queue_core.domain.ticket import Ticket
from queue_core.domain.words import BEST_LEVEL, WORST_LEVEL, RatingChannel, TicketState

_Rating = Rate | RateVisit | RatePastVisit


def rate(day: HallDay, command: Rate, now_ms: int) -> tuple[RatingEvent, ...]:
    """At the window: only there, in time, and only where a press counts as the citizen's."""
    _require_level(command)
    ticket = _askable(day, command.ticket_id, command.window, now_ms)
    if day.rules.rating.needs_proof:
        raise refusals.ProofRequired(command.ticket_id)
    if ticket.rating_skipped:
        raise refusals.RatingClosed(command.ticket_id)
    return _rated(day, _visit(day, ticket), command, command.channel, now_ms)


def skip(day: HallDay, command: SkipRating, now_ms: int) -> tuple[RatingSkipped, ...]:
    """The window does not ask any more; its holder may still rate elsewhere."""
    ticket = _askable(day, command.ticket_id, command.window, now_ms)
    if ticket.rating_skipped:
        return ()
    return (
        RatingSkipped(
            at_ms=now_ms, ticket_id=command.ticket_id, window=command.window, channel=command.channel
        ),
    )


def rate_visit(day: HallDay, command: RateVisit, now_ms: int) -> tuple[RatingEvent, ...]:
    """By its holder, wherever it was; the first rating of a visit stands, whoever gave it."""
    _require_level(command)
    ticket = ticket_of(day, command.ticket_id)
    if ticket.served_at is None:
        raise refusals.NotServedYet(command.ticket_id)
    if ticket.rating is not None:
        raise refusals.AlreadyRated(command.ticket_id)
    if ticket.is_open:
        raise refusals.VisitGoesOn(command.ticket_id)
    return _rated(day, _visit(day, ticket), command, command.channel, now_ms)


def rate_past_visit(day: HallDay, command: RatePastVisit, now_ms: int) -> tuple[RatingEvent, ...]:
    """By the link of a visit whose day is over, for as many days as the hall says."""
    _require_level(command)
    visit = command.visit
    if visit.is_rated or visit.ticket_id in day.rated_late:
        raise refusals.AlreadyRated(visit.ticket_id)
    if now_ms >= visit.may_be_rated_until_ms(day.rules.rating.late_days):
        raise refusals.RatingExpired(visit.ticket_id, day.rules.rating.late_days)
    return _rated(day, visit, command, RatingChannel.LINK, now_ms)


def may_be_rated(ticket: Ticket) -> bool:
    """Whether its holder may still rate the visit today."""
    return ticket.served_at is not None and ticket.rating is None and not ticket.is_open


def _askable(day: HallDay, ticket_id: int, window: int, now_ms: int) -> Ticket:
    ticket = ticket_of(day, ticket_id)
    if ticket.ended_at_ms is None or ticket.served_at != window or ticket.state is not TicketState.FINISHED:
        raise refusals.NotServed(ticket_id, window)
    if ticket.rating is not None:
        raise refusals.AlreadyRated(ticket_id)
    if now_ms - ticket.ended_at_ms > day.rules.rating_within_ms:
        raise refusals.RatingClosed(ticket_id)
    return ticket


def _visit(day: HallDay, ticket: Ticket) -> FinishedVisit:
    """The same facts of a visit of today."""
    last, done = ticket.sittings[-1], [errand for errand in ticket.errands if errand.is_done]
    return FinishedVisit(
        ticket_id=ticket.ticket_id,
        reference=ticket.reference,
        number=ticket.number,
        language=ticket.language,
        unit=done[-1].unit,
        matter=done[-1].matter,
        day=day.day or "",
        midnight_ms=day.midnight_ms,
        window=last.window,
        clerk=last.clerk,
        ended_at_ms=last.ended_at_ms,
    )


def _rated(
    day: HallDay, visit: FinishedVisit, command: _Rating, channel: RatingChannel, now_ms: int
) -> tuple[RatingEvent, ...]:
    is_past = visit.day != day.day
    rated = ServiceRated(
        at_ms=now_ms,
        ticket_id=visit.ticket_id,
        window=visit.window,
        level=command.level,
        channel=channel,
        labels=command.labels,
        clerk=visit.clerk,
        visited_on=visit.day if is_past else None,
    )
    if command.level not in day.rules.rating.low_levels:
        return (rated,)
    follow_up = FollowUp(
        follow_up_id=day.next_follow_up_id,
        ticket_id=visit.ticket_id,
        visited_on=visit.day,
        number=visit.number,
        window=visit.window,
        clerk=visit.clerk,
        unit=visit.unit,
        matter=visit.matter,
        level=command.level,
        labels=command.labels,
        channel=channel,
        opened_at_ms=now_ms,
        due_on=command.due_on or day.day or "",
    )
    return (rated, FollowUpOpened(at_ms=now_ms, follow_up=follow_up))


def _require_level(command: _Rating) -> None:
    if not WORST_LEVEL <= command.level <= BEST_LEVEL:
        ticket_id = command.visit.ticket_id if isinstance(command, RatePastVisit) else command.ticket_id
        raise refusals.NoSuchLevel(ticket_id, command.level)
