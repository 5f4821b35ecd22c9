"""Decisions about cases 办件: accepted, ready, where they wait outside of doors, handed over, sent back."""

from queue_core.domain import refusals
from queue_core.domain.commands import (
    HandOverCase,
    KeepLonger,
    MarkCaseReady,
    PlaceCase,
    RecordCase,
    ReportReceipt,
    ReturnCase,
)
from queue_core.domain.events import (
    CaseAccepted,
    CaseEvent,
    CaseHandedOver,
    CaseKeptLonger,
    CasePlaced,
    CaseReady,
    CaseReturned,
    ReceiptPrinted,
)
from queue_core.domain.hall_day import HallDay
from queue_core.domain.lockers.lookup import case_of, held_case, require_outside
from queue_core.domain.records import Case
from queue_core.domain.words import CaseState


def record(day: HallDay, command: RecordCase, now_ms: int) -> tuple[CaseEvent, ...]:
    """Under a code known already nothing happens but that it may have become ready."""
    known = day.cases.by_code(command.code)
    if known is not None:
        return _ready(day, known.case_id, now_ms) if _is_news(known, command) else ()
    case = Case(
        case_id=day.next_case_id,
        code=command.code,
        unit=command.unit,
        matter=command.matter,
        state=CaseState.ACCEPTED,
        accepted_at_ms=now_ms,
        contact=command.contact,
        sealed_on=command.sealed_on,
        way=command.way,
        language=command.language,
    )
    accepted = CaseAccepted(at_ms=now_ms, case=case, ticket_id=command.ticket_id)
    return (accepted, *(_ready(day, case.case_id, now_ms) if command.is_ready else ()))


def mark_ready(day: HallDay, command: MarkCaseReady, now_ms: int) -> tuple[CaseReady, ...]:
    case = held_case(day, command.case_id)
    return _ready(day, case.case_id, now_ms) if case.state is CaseState.ACCEPTED else ()


def hand_over(day: HallDay, command: HandOverCase, now_ms: int) -> tuple[CaseHandedOver, ...]:
    """At a window; one behind a door is collected there, or taken out first."""
    if case_of(day, command.case_id).state is CaseState.HANDED_OVER:
        return ()
    case = _finished(day, command.case_id)
    require_outside(day, case)
    if command.ticket_id is not None and command.ticket_id not in day.tickets:
        raise refusals.NoSuchTicket(command.ticket_id)
    return (CaseHandedOver(at_ms=now_ms, case_id=case.case_id, ticket_id=command.ticket_id),)


def place(day: HallDay, command: PlaceCase, now_ms: int) -> tuple[CasePlaced, ...]:
    case = _finished(day, command.case_id)
    require_outside(day, case)
    if command.place == case.place:
        return ()
    return (CasePlaced(at_ms=now_ms, case_id=case.case_id, place=command.place),)


def keep_longer(day: HallDay, command: KeepLonger, now_ms: int) -> tuple[CaseKeptLonger, ...]:
    """An expired one waits again, and its pickup code is good again."""
    case = _finished(day, command.case_id)
    if command.until_ms <= now_ms:
        raise refusals.TimeIsPast(case)
    if command.until_ms == case.keep_until_ms and case.state is CaseState.READY:
        return ()
    return (CaseKeptLonger(at_ms=now_ms, case_id=case.case_id, until_ms=command.until_ms),)


def send_back(day: HallDay, command: ReturnCase, now_ms: int) -> tuple[CaseReturned, ...]:
    if case_of(day, command.case_id).state is CaseState.RETURNED:
        return ()
    case = _finished(day, command.case_id)
    require_outside(day, case)
    return (CaseReturned(at_ms=now_ms, case_id=case.case_id),)


def report_receipt(day: HallDay, command: ReportReceipt, now_ms: int) -> tuple[ReceiptPrinted]:
    """Each print is told: the journal says how many there are."""
    case = case_of(day, command.case_id)
    return (ReceiptPrinted(at_ms=now_ms, case_id=case.case_id, receipt=command.receipt),)


def require_ready(day: HallDay, case_id: int) -> Case:
    """The finished case that gives a pickup its right. Raises Refusal when it gives none."""
    return _finished(day, case_id)


def _finished(day: HallDay, case_id: int) -> Case:
    """Ready, or not collected in time."""
    case = held_case(day, case_id)
    if case.state is CaseState.ACCEPTED:
        raise refusals.CaseNotReady(case)
    return case


def _is_news(known: Case, command: RecordCase) -> bool:
    return command.is_ready and known.state is CaseState.ACCEPTED


def _ready(day: HallDay, case_id: int, now_ms: int) -> tuple[CaseReady]:
    keep_until_ms = now_ms + day.rules.pickup.keep_ms
    return (CaseReady(at_ms=now_ms, case_id=case_id, serial=day.next_serial, keep_until_ms=keep_until_ms),)
