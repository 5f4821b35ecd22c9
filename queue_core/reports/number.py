"""A number as the ledger of a day follows it, from its issue to its last sitting."""

from dataclasses import dataclass, field

from queue_core.domain.rules import Unit
from queue_core.domain.words import Right
from queue_core.reports.tally import Place


@dataclass(slots=True, kw_only=True)
class Standing:
    """A call as it was made: where, by which right, for which errands (indexes)."""

    window: int
    right: Right
    in_hand: tuple[int, ...]
    started_at_ms: int | None = None


@dataclass(slots=True, kw_only=True)
class Finish:
    """When it was finished for the first time, and where that counts."""

    at_ms: int
    place: Place


@dataclass(slots=True, kw_only=True)
class Number:
    """Instants are wall instants in milliseconds. `taken_for` is what it was for at its issue.

    `stage_since_ms` is since when a stage waits for its first call, None after that call. `line_since_ms` is
    since when it is among the waiting, None while it is not. `slot_ms` is when its appointment begins, as
    long as that is its. `spent_ms` is what the stage was served before it was held. `is_whole` until
    something keeps it from being done in one sitting.
    """

    number: str
    visitor: int
    units: list[Unit]
    matters: list[str | None]
    issued_at_ms: int
    taken_for: Place
    slot_ms: int | None
    stage_since_ms: int | None = None
    line_since_ms: int | None = None
    has_arrived: bool = False
    standing: Standing | None = None
    was_called: bool = False
    was_missed: bool = False
    is_absent: bool = False
    is_over: bool = False
    spent_ms: int = 0
    is_whole: bool = True
    finish: Finish | None = None
    conversions: list[tuple[Unit, Unit]] = field(default_factory=list)
    deferrals: int = 0
