"""A sheet: what the counter still has to ask before a deed, and what the clerk has answered so far."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from queue_core.wire.appointments import FreeSlot
from queue_core.wire.cases import Case, CaseMove
from queue_core.wire.choices import Prospect
from queue_core.wire.matters import MatterLine
from queue_core.wire.shift import ShiftSummary


class SheetKind(StrEnum):
    """The values are the names of the buttons that open them, and of the pages they make."""

    HOLD = "hold"
    TRANSFER = "transfer"
    CONVERT = "convert"
    ADD_MATTER = "add-matter"
    NOTE = "note"
    FINISH_PART = "finish-part"
    BOOK = "book"
    RESULT = "result"
    HAND_BACK = "hand-back"
    PAUSE = "pause"
    SHIFT = "shift"
    ACCEPT_CASE = "accept-case"
    HAND_OVER = "hand-over"
    CASES = "cases"
    CASE = "case"  # opened from the list of cases, by no button


ABOUT_THE_TICKET = frozenset(
    {
        SheetKind.HOLD,
        SheetKind.TRANSFER,
        SheetKind.CONVERT,
        SheetKind.ADD_MATTER,
        SheetKind.NOTE,
        SheetKind.FINISH_PART,
        SheetKind.BOOK,
        SheetKind.ACCEPT_CASE,
        SheetKind.HAND_OVER,
    }
)
"""These close when the ticket in hand is another: what was being said is not true of it."""

PAUSE_MINUTES: tuple[int | None, ...] = (None, 5, 10, 15, 30, 60)
BOOKABLE_DAYS = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """`chosen` is one of the options, `chip` one of the few things beside them, `marked` several options.

    `look_up` counts what was asked of the hall for it: an answer to an earlier question is dropped.
    `opens`: a scanned code was followed by Enter, and its case is opened when it is found. `case` is the one
    that is open, `history` its moves.
    """

    kind: SheetKind
    ticket_id: int | None = None
    text: str = field(default="", repr=False)
    chosen: int | None = None
    chip: int = 0
    marked: frozenset[int] = frozenset()
    look_up: int = 0
    is_looking: bool = False
    trouble: str = ""
    found: tuple[MatterLine, ...] = ()
    slots: tuple[FreeSlot, ...] = ()
    prospect: Prospect | None = None
    summary: ShiftSummary | None = None
    records: bool = False
    cases: tuple[Case, ...] = ()
    opens: bool = False
    case: Case | None = None
    history: tuple[CaseMove, ...] = ()


def bookable_days(today: str) -> tuple[date, ...]:
    """From the hall's day on."""
    first = date.fromisoformat(today)
    return tuple(first + timedelta(days=ahead) for ahead in range(BOOKABLE_DAYS))
