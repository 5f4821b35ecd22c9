"""The pad's flow as a table: what happens leads where."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from display.pad.flow import state as s
from queue_core.wire.views import HallView, RatingRequest, WindowView

OUTCOMES = {
    "already-rated": s.Outcome.ALREADY_RATED,
    "rating-closed": s.Outcome.TOO_LATE,
    "proof-required": s.Outcome.NEEDS_PROOF,
}
"""Refusals that settle a service; after any other the citizen may press again while there is time."""


def advance(state: s.Pad, happening: s.Happening) -> s.Turn:
    """What `happening` makes of `state`. Pure."""
    turn = FLOW[type(happening)](state, happening)
    return _send(turn.state) if turn.request is None and _is_due(turn.state) else turn


def _is_due(state: s.Pad) -> bool:
    """Whether a pressed level waits for its labels no longer: its time ends, or that of the next has come."""
    if state.draft is None:
        return False
    asked = state.asked
    return asked is None or not state.is_being_labelled(asked) or state.ms_left <= s.SENT_BEFORE_MS


def _send(state: s.Pad) -> s.Turn:
    draft = state.draft
    if draft is None:
        return s.Turn(state=state)
    choice = s.Choice(ticket_id=draft.ticket_id, level=draft.level, key=draft.key)
    request = s.SendRating(ticket_id=draft.ticket_id, level=draft.level, key=draft.key, labels=draft.labels)
    return s.Turn(state=replace(state, draft=None, choice=choice), request=request)


def _link_changed(state: s.Pad, happening: s.LinkChanged) -> s.Turn:
    return s.Turn(state=replace(state, link=happening.link, link_code=happening.code))


def _seen(state: s.Pad, happening: s.Seen) -> s.Turn:
    match happening.view:
        case HallView() as hall:
            return s.Turn(state=replace(state, hall=hall))
        case WindowView() as window if window.window == state.window:
            return s.Turn(state=replace(state, view=window, asked_since_ms=_asked_since_ms(state, window)))
        case _:
            return s.Turn(state=state)


def _passed(state: s.Pad, happening: s.Passed) -> s.Turn:
    return s.Turn(state=replace(state, now_ms=happening.now_ms))


def _asked_since_ms(state: s.Pad, window: WindowView) -> int:
    before = state.view.rating if state.view else None
    is_new = window.rating is not None and (before is None or before.ticket_id != window.rating.ticket_id)
    return state.now_ms if is_new else state.asked_since_ms


def _open_request(state: s.Pad) -> RatingRequest | None:
    """The service for which a press counts now."""
    asked = state.asked
    if asked is None or state.link is not s.Link.UP or state.needs_proof:
        return None
    return None if state.is_chosen_for(asked) or state.is_being_labelled(asked) else asked


def _face_pressed(state: s.Pad, press: s.FacePressed) -> s.Turn:
    """The pressed level stays, whatever else is pressed: a rating is never changed."""
    asked = _open_request(state)
    if asked is None or press.level not in s.LEVELS:
        return s.Turn(state=state)
    draft = s.Draft(ticket_id=asked.ticket_id, level=press.level, key=press.key)
    pressed = replace(state, draft=draft, not_taken=None)
    return s.Turn(state=pressed) if state.labels_of(press.level) else _send(pressed)


def _label_pressed(state: s.Pad, press: s.LabelPressed) -> s.Turn:
    draft = state.draft
    if draft is None or press.code not in {label.code for label in state.labels_of(draft.level)}:
        return s.Turn(state=state)
    if press.code in draft.labels:
        labels = tuple(code for code in draft.labels if code != press.code)
    else:
        labels = (*draft.labels, press.code)
    return s.Turn(state=replace(state, draft=replace(draft, labels=labels)))


def _send_pressed(state: s.Pad, _: s.SendPressed) -> s.Turn:
    return _send(state)


def _skip_pressed(state: s.Pad, press: s.SkipPressed) -> s.Turn:
    asked = _open_request(state)
    if asked is None:
        return s.Turn(state=state)
    settled = _settled(state, asked.ticket_id, s.Outcome.SKIPPED)
    return s.Turn(state=settled, request=s.SendSkip(ticket_id=asked.ticket_id, key=press.key))


def _taken(state: s.Pad, happening: s.Taken) -> s.Turn:
    return s.Turn(state=_settle(state, happening.key, s.Outcome.THANKED))


def _not_taken(state: s.Pad, happening: s.NotTaken) -> s.Turn:
    outcome = OUTCOMES.get(happening.code)
    if outcome is not None:
        return s.Turn(state=_settle(state, happening.key, outcome))
    if state.choice is None or state.choice.key != happening.key:
        return s.Turn(state=state)
    if state.asked is None or state.asked.ticket_id != state.choice.ticket_id:
        return s.Turn(state=_settle(state, happening.key, s.Outcome.NOT_ARRIVED))
    return s.Turn(state=replace(state, choice=None, not_taken=state.choice.ticket_id))


def _settle(state: s.Pad, key: str, outcome: s.Outcome) -> s.Pad:
    if state.choice is None or state.choice.key != key:
        return state
    return _settled(replace(state, choice=None), state.choice.ticket_id, outcome)


def _settled(state: s.Pad, ticket_id: int, outcome: s.Outcome) -> s.Pad:
    settled = s.Settled(ticket_id=ticket_id, outcome=outcome, until_ms=state.now_ms + s.THANKS_MS)
    return replace(state, not_taken=None, settled=settled)


Handler = Callable[[s.Pad, Any], s.Turn]

FLOW: dict[type[Any], Handler] = {
    s.LinkChanged: _link_changed,
    s.Seen: _seen,
    s.Passed: _passed,
    s.FacePressed: _face_pressed,
    s.LabelPressed: _label_pressed,
    s.SendPressed: _send_pressed,
    s.SkipPressed: _skip_pressed,
    s.Taken: _taken,
    s.NotTaken: _not_taken,
}
