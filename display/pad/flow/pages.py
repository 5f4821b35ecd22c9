"""Which page the pad shows."""

from enum import StrEnum

from display.pad.flow.state import Link, Outcome, Pad
from queue_core.wire.views import RatingRequest
from queue_core.wire.words import WindowState


class Page(StrEnum):
    CONNECTING = "connecting"
    AWAY = "away"
    CLOSED = "closed"
    WELCOME = "welcome"
    ASK = "ask"
    LABELS = "labels"
    PROOF = "proof"
    THANKS = "thanks"
    ALREADY_RATED = "already-rated"
    TOO_LATE = "too-late"
    NOT_ARRIVED = "not-arrived"
    SKIPPED = "skipped"


UNATTENDED = frozenset({WindowState.CLOSED, WindowState.PAUSED})
_OUTCOME_PAGES = {
    Outcome.THANKED: Page.THANKS,
    Outcome.ALREADY_RATED: Page.ALREADY_RATED,
    Outcome.TOO_LATE: Page.TOO_LATE,
    Outcome.NEEDS_PROOF: Page.PROOF,
    Outcome.NOT_ARRIVED: Page.NOT_ARRIVED,
    Outcome.SKIPPED: Page.SKIPPED,
}


def page_of(state: Pad) -> Page:
    """A new question comes before the thanks for the last; thanks come before bad news of the link."""
    if state.link is Link.UP and state.asked is not None:
        return _question(state, state.asked)
    if state.settled is not None and state.now_ms < state.settled.until_ms:
        return _OUTCOME_PAGES[state.settled.outcome]
    if state.link is not Link.UP:
        return Page.CONNECTING if state.link is Link.CONNECTING else Page.AWAY
    if state.choice is not None:
        return Page.ASK
    if state.view is None:
        return Page.CONNECTING
    return Page.CLOSED if state.view.state in UNATTENDED else Page.WELCOME


def _question(state: Pad, asked: RatingRequest) -> Page:
    if state.needs_proof:
        return Page.PROOF
    return Page.LABELS if state.is_being_labelled(asked) else Page.ASK
