"""The pad's flow as a table: what happens leads where."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from display.pad.flow import state as s
from queue_core.wire.views import HallView, WindowView

OUTCOMES = {"already-rated": s.Outcome.ALREADY_RATED, "rating-closed": s.Outcome.TOO_LATE}
"""Refusals that settle a service; after any other the citizen may press again."""


def advance(state: s.Pad, happening: s.Happening) -> s.Turn:
    """What `happening` makes of `state`. Pure."""
    return FLOW[type(happening)](state, happening)


def _link_changed(state: s.Pad, happening: s.LinkChanged) -> s.Turn:
    return s.Turn(state=replace(state, link=happening.link, link_code=happening.code))


def _seen(state: s.Pad, happening: s.Seen) -> s.Turn:
    match happening.view:
        case HallView() as hall:
            return s.Turn(state=replace(state, hall=hall))
        case WindowView() as window if window.window == state.window:
            return s.Turn(state=replace(state, view=window))
        case _:
            return s.Turn(state=state)


def _passed(state: s.Pad, happening: s.Passed) -> s.Turn:
    return s.Turn(state=replace(state, now_ms=happening.now_ms))


def _face_pressed(state: s.Pad, press: s.FacePressed) -> s.Turn:
    asked = state.asked
    if asked is None or press.level not in s.LEVELS or state.is_chosen_for(asked):
        return s.Turn(state=state)
    choice = s.Choice(ticket_id=asked.ticket_id, level=press.level, key=press.key)
    request = s.SendRating(ticket_id=asked.ticket_id, level=press.level, key=press.key)
    return s.Turn(state=replace(state, choice=choice, not_taken=None), request=request)


def _taken(state: s.Pad, happening: s.Taken) -> s.Turn:
    return s.Turn(state=_settle(state, happening.key, s.Outcome.THANKED))


def _not_taken(state: s.Pad, happening: s.NotTaken) -> s.Turn:
    outcome = OUTCOMES.get(happening.code)
    if outcome is not None:
        return s.Turn(state=_settle(state, happening.key, outcome))
    if state.choice is None or state.choice.key != happening.key:
        return s.Turn(state=state)
    return s.Turn(state=replace(state, choice=None, not_taken=state.choice.ticket_id))


def _settle(state: s.Pad, key: str, outcome: s.Outcome) -> s.Pad:
    if state.choice is None or state.choice.key != key:
        return state
    settled = s.Settled(
        ticket_id=state.choice.ticket_id, outcome=outcome, until_ms=state.now_ms + s.THANKS_MS
    )
    return replace(state, choice=None, not_taken=None, settled=settled)


Handler = Callable[[s.Pad, Any], s.Turn]

FLOW: dict[type[Any], Handler] = {
    s.LinkChanged: _link_changed,
    s.Seen: _seen,
    s.Passed: _passed,
    s.FacePressed: _face_pressed,
    s.Taken: _taken,
    s.NotTaken: _not_taken,
}
