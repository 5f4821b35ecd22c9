"""What a rating changes, and the follow-up of a low one."""

from typing import assert_never

from msgspec.structs import replace

from queue_core.domain import events
from queue_core.domain.changes.leading import Change
from queue_core.domain.events import Event
from queue_core.domain.follow_up import FollowUpStep
from queue_core.domain.hall_day import HallDay
from queue_core.domain.life import FOLLOW_UP_LIFE
from queue_core.domain.ticket import Rating
from queue_core.domain.words import FollowUpAct


def _rate(day: HallDay, event: events.ServiceRated) -> None:
    if event.visited_on is not None:
        day.rated_late.add(event.ticket_id)
        return
    rating = Rating(window=event.window, level=event.level, channel=event.channel, rated_at_ms=event.at_ms)
    day.put(replace(day.tickets[event.ticket_id], rating=rating))


def _skip_rating(day: HallDay, event: events.RatingSkipped) -> None:
    day.put(replace(day.tickets[event.ticket_id], rating_skipped=True))


def _open_follow_up(day: HallDay, event: events.FollowUpOpened) -> None:
    day.follow_ups.open(event.follow_up)
    day.next_follow_up_id = event.follow_up.follow_up_id + 1


def _advance_follow_up(day: HallDay, event: events.FollowUpEvent) -> None:
    known = day.follow_ups.get(event.follow_up_id)
    if known is None:
        raise KeyError(event.follow_up_id)
    match event:
        case events.FollowUpAdvanced():
            act, result, due_on = event.act, None, None
        case events.FollowUpSentBack():
            act, result, due_on = FollowUpAct.REDO, event.result, event.due_on
        case events.FollowUpClosed():
            act, result, due_on = FollowUpAct.REVIEW, event.result, None
        case _:
            assert_never(event)
    step = FollowUpStep(
        act=act,
        at_ms=event.at_ms,
        supervisor=event.supervisor,
        note=event.note,
        sealed_on=event.sealed_on,
        result=result,
    )
    day.follow_ups.step(event.follow_up_id, FOLLOW_UP_LIFE[known.stage][type(event)], step, due_on)


CHANGES: dict[type[Event], Change] = {
    events.ServiceRated: _rate,
    events.RatingSkipped: _skip_rating,
    events.FollowUpOpened: _open_follow_up,
    events.FollowUpAdvanced: _advance_follow_up,
    events.FollowUpSentBack: _advance_follow_up,
    events.FollowUpClosed: _advance_follow_up,
}
