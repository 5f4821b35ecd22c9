"""How long a wait is said to be: whole minutes, two of them, so that nobody takes one for a promise."""

from dataclasses import dataclass
from math import ceil

from queue_core.wire.messages import Estimate


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidWait:
    """Half wait less than `about_min`, nine in ten less than `within_min`, which is the greater one."""

    about_min: int
    within_min: int


def said(estimate: Estimate) -> SaidWait:
    """Rounded up: who is called sooner than told complains less."""
    about = said_of(estimate.p50_s)
    return SaidWait(about_min=about, within_min=max(about + 1, ceil(estimate.p90_s / 60)))


def said_of(seconds: int) -> int:
    """In minutes, at least one."""
    return max(1, ceil(seconds / 60))
