"""Every sheet of the counter, with what it asks and what was answered so far."""

from dataclasses import replace

from msgspec.structs import replace as altered

from counter.flow import state as s
from counter.flow.deeds import Hold
from counter.flow.sheets import Sheet, SheetKind
from counter.gallery_states import (
    FREE,
    FULL_OF_FACTS,
    HELD,
    MINUTE_MS,
    NOW_MS,
    SERVING,
    TICKET,
    at_window,
    told,
)
from queue_core.wire.appointments import FreeSlot
from queue_core.wire.choices import Prospect
from queue_core.wire.matters import MatterLine
from queue_core.wire.messages import Estimate
from queue_core.wire.shift import PauseSpent, ShiftSummary
from queue_core.wire.words import TicketClass


def _line(code: str, zh: str, en: str) -> MatterLine:
    return MatterLine(
        code=code,
        names={"zh-CN": zh, "en": en},
        category="registration",
        classes=(TicketClass.ACCEPT, TicketClass.CONSULT),
        usual_minutes=10,
        without_queue=False,
    )


LINES = (
    _line("company-change", "公司变更登记", "Change of a company's registration"),
    _line("company-closing", "公司注销登记", "Closing of a company"),
    _line("branch", "分公司设立登记", "Setting up of a branch"),
)
SLOTS = tuple(
    FreeSlot(
        starts_at_ms=NOW_MS + at * 30 * MINUTE_MS, ends_at_ms=NOW_MS + (at + 1) * 30 * MINUTE_MS, room=at + 1
    )
    for at in range(6)
)
PROSPECT = Prospect(
    ahead_now=0,
    now=None,
    ahead=4,
    estimate=Estimate(p50_s=840, p90_s=1560),
    keeps_appointment=True,
)
SUMMARY = ShiftSummary(
    clerk="1001",
    display_name="林晓岚",
    since_ms=NOW_MS - 240 * MINUTE_MS,
    until_ms=NOW_MS,
    open_s=13_500,
    calls=31,
    finished=27,
    no_shows=2,
    held=3,
    converted=1,
    mean_service_s=412,
    pauses=(PauseSpent(reason="meal", seconds=1800), PauseSpent(reason="break", seconds=540)),
)
WITH_HELD = at_window(altered(FREE, held=HELD))
SERVED = s.Served(ticket_id=19, number="019", category="registration", matter=None)


def _asked(state: s.Counter, sheet: Sheet) -> s.Counter:
    return replace(state, sheet=sheet)


def _about(kind: SheetKind, **answers: object) -> s.Counter:
    return _asked(SERVING, replace(Sheet(kind=kind, ticket_id=TICKET.ticket_id), **answers))  # type: ignore[arg-type]


SHEETS: dict[str, s.Counter] = {
    "hold": _about(SheetKind.HOLD),
    "hold-chosen": _about(SheetKind.HOLD, chosen=0),
    "hold-own-words": _about(SheetKind.HOLD, text="回车里拿公章"),
    "hold-sending": replace(
        _about(SheetKind.HOLD, chosen=0),
        pending=s.Press(deed=Hold(reason="papers"), key="k", at_ms=0),
    ),
    "hold-missing": told(_about(SheetKind.HOLD), "reason-missing"),
    "transfer": _about(SheetKind.TRANSFER, chosen=0, text="5"),
    "convert": _about(SheetKind.CONVERT),
    "convert-stays": _about(SheetKind.CONVERT, chosen=0, prospect=PROSPECT),
    "convert-waits": _about(SheetKind.CONVERT, chosen=2, prospect=PROSPECT),
    "convert-several": _asked(FULL_OF_FACTS, Sheet(kind=SheetKind.CONVERT, ticket_id=23, chip=1)),
    "add-matter": _about(SheetKind.ADD_MATTER, text="公司", found=LINES, chosen=1),
    "add-matter-nothing": _about(SheetKind.ADD_MATTER, text="天气"),
    "note": _about(SheetKind.NOTE, text="章程已看过，缺股东会决议原件。"),
    "finish-part": _asked(
        FULL_OF_FACTS, Sheet(kind=SheetKind.FINISH_PART, ticket_id=23, marked=frozenset({1}))
    ),
    "book": _about(SheetKind.BOOK, slots=SLOTS, chosen=1, chip=1),
    "book-full": _about(SheetKind.BOOK, chip=2),
    "book-impossible": _about(SheetKind.BOOK, trouble="no-appointments"),
    "result": replace(_about(SheetKind.RESULT, text="2026-0158"), served=(SERVED,)),
    "result-unknown": _about(SheetKind.RESULT, text="2026-0158", records=True, trouble="record-case"),
    "hand-back": _asked(WITH_HELD, Sheet(kind=SheetKind.HAND_BACK, chosen=0)),
    "pause": _asked(at_window(FREE), Sheet(kind=SheetKind.PAUSE, chosen=1, chip=4)),
    "shift": _asked(at_window(FREE), Sheet(kind=SheetKind.SHIFT, summary=SUMMARY)),
    "shift-unknown": _asked(at_window(FREE), Sheet(kind=SheetKind.SHIFT, trouble="hall-unreachable")),
}
