"""Every sheet of the counter, with what it asks and what was answered so far."""

from dataclasses import replace

from msgspec.structs import replace as altered

from counter.flow import state as s
from counter.flow.deeds import Hold
from counter.flow.sheets import Sheet, SheetKind
from counter.gallery_states import (
    BEING_SERVED,
    FREE,
    FULL_OF_FACTS,
    HELD,
    MINUTE_MS,
    NOW_MS,
    SERVING,
    TICKET,
    at_window,
    holding,
    told,
)
from queue_core.wire.appointments import FreeSlot
from queue_core.wire.cases import Case, CaseMove, CasePlace
from queue_core.wire.choices import Prospect
from queue_core.wire.matters import MatterLine
from queue_core.wire.messages import Estimate
from queue_core.wire.shift import PauseSpent, ShiftSummary
from queue_core.wire.words import CaseState, PickupWay, PlaceKind, TicketClass

DAY_MS = 86_400_000


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


def _case(at: int, **others: object) -> Case:
    ready = {
        "code": f"20251230-{at:04}7",
        "category": "registration",
        "matter": "company-change",
        "state": CaseState.READY,
        "accepted_at_ms": NOW_MS - 3 * DAY_MS,
        "ready_at_ms": NOW_MS - DAY_MS,
        "place": CasePlace(kind=PlaceKind.SHELF, label=f"A-{at:02}"),
        "keep_until_ms": NOW_MS + 20 * DAY_MS,
        "has_phone": True,
    }
    return Case(**{**ready, **others})  # type: ignore[arg-type]  # each field has its own type


CASES = (
    _case(3, state=CaseState.EXPIRED, keep_until_ms=NOW_MS - DAY_MS),
    _case(1),
    _case(2, place=CasePlace(kind=PlaceKind.DOOR, cabinet="A", door=12), way=PickupWay.LOCKER),
    _case(4, place=CasePlace(kind=PlaceKind.PARTNER, label="蜜蜂箱", reference="8841"), matter=None),
    _case(5, place=CasePlace(kind=PlaceKind.POSTED, reference="EB8841200375"), way=PickupWay.POST),
    _case(6, is_missing=True),
    _case(7, place=None),
)
ACCEPTED = _case(
    8, state=CaseState.ACCEPTED, ready_at_ms=None, place=None, keep_until_ms=None, has_phone=False
)
HANDED_OVER = _case(9, state=CaseState.HANDED_OVER, place=None, keep_until_ms=None)
SHELF, DOOR = (
    CasePlace(kind=PlaceKind.SHELF, label="A-03"),
    CasePlace(kind=PlaceKind.DOOR, cabinet="L1", door=12),
)
MOVES = tuple(
    CaseMove(at_ms=NOW_MS - minutes * MINUTE_MS, kind=kind, role=role, name=name, **others)
    for minutes, kind, role, name, others in (
        (40, "case-handed-over", "clerk", "1001", {"window": 3}),
        (55, "case-placed", "clerk", "1001", {"window": 3, "place": SHELF}),
        (70, "case-removed", "courier", "3001", {"place": DOOR}),
        (900, "case-expired", "hall", "clock", {}),
        (2200, "case-kept-longer", "supervisor", "9001", {"until_ms": NOW_MS - 900 * MINUTE_MS}),
        (4100, "case-deposited", "courier", "3001", {"place": DOOR, "until_ms": NOW_MS - DAY_MS}),
        (4100, "case-ready", "courier", "3001", {}),
        (4300, "case-placed", "clerk", "1002", {"window": 5, "place": SHELF}),
        (4400, "case-ready", "gateway", "city", {}),
        (5800, "case-accepted", "clerk", "1002", {"window": 5}),
    )
)
COLLECTING = holding(
    altered(BEING_SERVED, ticket_class=TicketClass.PICKUP, matter=None, errands=(), in_hand=())
)


def _open(case: Case, **answers: object) -> s.Counter:
    sheet = replace(Sheet(kind=SheetKind.CASE, case=case), **answers)  # type: ignore[arg-type]
    return _asked(at_window(FREE), sheet)


CASE_SHEETS: dict[str, s.Counter] = {
    "accept-case": _about(SheetKind.ACCEPT_CASE, chosen=0),
    "accept-case-phone": _about(SheetKind.ACCEPT_CASE, chosen=0, chip=1, text="138 1234 5678"),
    "accept-case-wrong": told(_about(SheetKind.ACCEPT_CASE, chosen=0, text="138 1234"), "phone-wrong"),
    "accepted": replace(
        SERVING, notice=s.Notice(code="case-accepted", detail="20260101-00073", is_good=True)
    ),
    "accepted-no-paper": replace(SERVING, notice=s.Notice(code="receipt-paper-out", detail="20260101-00073")),
    "hand-over": _asked(
        COLLECTING,
        Sheet(kind=SheetKind.HAND_OVER, ticket_id=23, cases=CASES, marked=frozenset({0, 1, 6})),
    ),
    "hand-over-nothing": _asked(COLLECTING, Sheet(kind=SheetKind.HAND_OVER, ticket_id=23)),
    "collecting": replace(
        holding(altered(TICKET, ticket_class=TicketClass.PICKUP, matter=None, errands=(), in_hand=())),
        cases=CASES[1:2],
    ),
    "collecting-in-door": replace(COLLECTING, cases=CASES[2:3]),
    "collecting-several": replace(COLLECTING, cases=CASES[:4]),
    "cases": _asked(at_window(FREE), Sheet(kind=SheetKind.CASES, cases=CASES, chosen=1)),
    "cases-nothing": _asked(at_window(FREE), Sheet(kind=SheetKind.CASES, text="20269")),
    "case": _open(CASES[1]),
    "case-shelve": _open(CASES[6], chosen=1, text="B-11"),
    "case-keep": _open(CASES[0], chosen=5, chip=1),
    "case-accepted": _open(ACCEPTED, chosen=0),
    "case-in-door": told(_open(CASES[2]), "case-in-door"),
    "case-handed-over": _open(HANDED_OVER, history=MOVES),
    "case-shelved": _open(CASES[1], history=MOVES[-3:]),
}
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
    **CASE_SHEETS,
    "shift-unknown": _asked(at_window(FREE), Sheet(kind=SheetKind.SHIFT, trouble="hall-unreachable")),
}
