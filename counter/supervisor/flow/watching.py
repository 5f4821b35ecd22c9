"""What the hall shows and tells, taken into the state. Pure."""

from dataclasses import replace
from typing import assert_never

from counter.supervisor.flow import happenings as h
from counter.supervisor.flow.doors import still_taken
from counter.supervisor.flow.state import AlarmName, Duty, Topic, Watched, alarm_name
from queue_core.wire.figures import DayFigures
from queue_core.wire.outgoing import DeadLetter, Messages
from queue_core.wire.ratings import RatingsToday
from queue_core.wire.supervision import Supervision
from queue_core.wire.views import BoardView, CabinetView, HallView, WindowView

RATED_OVER_MS = 120_000


def seen(state: Duty, happening: h.Seen) -> Duty:
    """Windows in the order of their numbers; a change of state that is seen tells since when it is so."""
    heard = replace(state, heard_ms=happening.heard_ms)
    known = {} if happening.is_snapshot else {one.view.window: one for one in state.watched}
    cabinets = {} if happening.is_snapshot else {one.cabinet: one for one in state.cabinets}
    before = {one.view.window: one for one in state.watched}
    for view in happening.views:
        match view:
            case HallView():
                heard = replace(heard, hall=view)
            case BoardView():
                heard = replace(heard, board=view)
            case CabinetView():
                cabinets[view.cabinet] = view
            case WindowView():
                known[view.window] = watched(before.get(view.window), view, happening.at_ms)
            case _ as never:
                assert_never(never)
    stand = tuple(cabinets.values())
    return replace(
        heard,
        watched=tuple(known[window] for window in sorted(known)),
        cabinets=stand,
        taken=still_taken(state.taken, stand),
    )


def watched(before: Watched | None, view: WindowView, at_ms: int) -> Watched:
    if before is None:
        return Watched(view=view)
    is_same = before.view.state is view.state
    return Watched(view=view, since_ms=before.since_ms if is_same else at_ms)


def told(state: Duty, happening: h.Told) -> Duty:
    known = replace(state, missing=state.missing - {happening.topic})
    match happening.answer:
        case Supervision() as supervision:
            return replace(known, supervision=supervision, acknowledged=still(known, supervision))
        case h.DevicesTold(front_ends=front_ends):
            return replace(known, devices=front_ends)
        case h.FollowUpsTold(follow_ups=follow_ups):
            return replace(known, follow_ups=follow_ups)
        case DayFigures() as figures:
            return replace(known, figures=figures)
        case RatingsToday() as ratings:
            return replace(known, ratings=ratings)
        case h.MessagesTold(messages=messages, dead_letters=dead_letters):
            return replace(
                known,
                messages=messages,
                told_before=lately(state.told_before, messages),
                dead_letters=dead_letters,
                letters=still_dead(state.letters, dead_letters),
                letters_of=state.letters_of if may_go(state.letters_of, messages) else "",
                unanswered=None,
            )
        case _ as never:
            assert_never(never)


def lately(before: tuple[Messages, ...], now: Messages) -> tuple[Messages, ...]:
    """By what was told some time ago and what is told now it is known how fast messages leave."""
    return (*(one for one in before if 0 < now.now_ms - one.now_ms <= RATED_OVER_MS), now)


def still_dead(letters: tuple[int, ...], dead: tuple[DeadLetter, ...]) -> tuple[int, ...]:
    there = {one.message_id for one in dead if one.can_go_again}
    return tuple(one for one in letters if one in there)


def may_go(reason: str, messages: Messages) -> int:
    """How many dead letters of that reason can go again."""
    return sum(one.can_go_again for one in messages.dead if one.reason == reason)


def still(state: Duty, supervision: Supervision) -> frozenset[AlarmName]:
    """What was acknowledged and still sounds; what ended may sound again."""
    return state.acknowledged & frozenset(map(alarm_name, supervision.alarms))


def not_told(state: Duty, topic: Topic) -> Duty:
    return replace(state, missing=state.missing | {topic})
