"""Decisions about cases 办件: accepted, ready, handed over."""

from queue_core.domain import refusals
from queue_core.domain.commands import HandOverCase, MarkCaseReady, RecordCase
from queue_core.domain.events import CaseAccepted, CaseEvent, CaseHandedOver, CaseReady
from queue_core.domain.hall_day import HallDay
from queue_core.domain.records import Case
from queue_core.domain.words import CaseState


def record(day: HallDay, command: RecordCase, now_ms: int) -> tuple[CaseEvent, ...]:
    """Under a code known already nothing happens but that it may have become ready."""
    known = day.cases.by_code(command.code)
    if known is not None:
        return _ready(known.case_id, now_ms) if _is_news(known, command) else ()
    case = Case(
        case_id=day.next_case_id,
        code=command.code,
        unit=command.unit,
        matter=command.matter,
        state=CaseState.ACCEPTED,
        accepted_at_ms=now_ms,
        contact=command.contact,
        sealed_on=command.sealed_on,
    )
    accepted = CaseAccepted(at_ms=now_ms, case=case)
    return (accepted, *(_ready(case.case_id, now_ms) if command.is_ready else ()))


def mark_ready(day: HallDay, command: MarkCaseReady, now_ms: int) -> tuple[CaseReady, ...]:
    case = _case(day, command.case_id)
    if case.state is CaseState.READY:
        return ()
    if case.state is CaseState.HANDED_OVER:
        raise refusals.CaseHandedOverAlready(case)
    return _ready(case.case_id, now_ms)


def hand_over(day: HallDay, command: HandOverCase, now_ms: int) -> tuple[CaseHandedOver, ...]:
    case = _case(day, command.case_id)
    if case.state is CaseState.HANDED_OVER:
        return ()
    if case.state is CaseState.ACCEPTED:
        raise refusals.CaseNotReady(case)
    if command.ticket_id is not None and command.ticket_id not in day.tickets:
        raise refusals.NoSuchTicket(command.ticket_id)
    return (CaseHandedOver(at_ms=now_ms, case_id=case.case_id, ticket_id=command.ticket_id),)


def require_ready(day: HallDay, case_id: int) -> Case:
    """The finished case that gives a pickup its right. Raises Refusal when it gives none."""
    case = _case(day, case_id)
    if case.state is CaseState.ACCEPTED:
        raise refusals.CaseNotReady(case)
    if case.state is CaseState.HANDED_OVER:
        raise refusals.CaseHandedOverAlready(case)
    return case


def _case(day: HallDay, case_id: int) -> Case:
    case = day.cases.get(case_id)
    if case is None:
        raise refusals.NoSuchCase(case_id)
    return case


def _is_news(known: Case, command: RecordCase) -> bool:
    return command.is_ready and known.state is CaseState.ACCEPTED


def _ready(case_id: int, now_ms: int) -> tuple[CaseReady]:
    return (CaseReady(at_ms=now_ms, case_id=case_id),)
