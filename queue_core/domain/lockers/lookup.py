"""What a command about cabinets names, as it is now; a refusal when it is not there or cannot be moved."""

from queue_core.domain import refusals
from queue_core.domain.hall_day import HallDay
from queue_core.domain.records import Case, Door, Unlocking
from queue_core.domain.words import CaseState


def case_of(day: HallDay, case_id: int) -> Case:
    case = day.cases.get(case_id)
    if case is None:
        raise refusals.NoSuchCase(case_id)
    return case


def held_case(day: HallDay, case_id: int) -> Case:
    """One the hall is not rid of."""
    case = case_of(day, case_id)
    if case.state is CaseState.HANDED_OVER:
        raise refusals.CaseHandedOverAlready(case)
    if case.state is CaseState.RETURNED:
        raise refusals.CaseReturnedAlready(case)
    return case


def require_outside(day: HallDay, case: Case) -> None:
    """A case behind a door, or on its way there or from there, is moved by unlockings alone."""
    require_settled(day, case.case_id)
    door = day.lockers.door_of(case.case_id)
    if door is not None:
        raise refusals.CaseInDoor(case, door)


def require_settled(day: HallDay, case_id: int) -> None:
    pending = day.lockers.pending_of(case_id)
    if pending is not None:
        raise refusals.DoorBusy(pending)


def require_cabinet(day: HallDay, cabinet: str) -> None:
    if not day.lockers.has(cabinet):
        raise refusals.NoSuchCabinet(cabinet)


def door_of(day: HallDay, cabinet: str, number: int) -> Door:
    require_cabinet(day, cabinet)
    door = day.lockers.door(cabinet, number)
    if door is None:
        raise refusals.NoSuchDoor(cabinet, number)
    return door


def unlocking_of(day: HallDay, unlocking_id: int) -> Unlocking:
    """One of today or pending."""
    unlocking = day.lockers.unlocking(unlocking_id)
    if unlocking is None:
        known = unlocking_id < day.next_unlocking_id
        raise refusals.UnlockingOver(unlocking_id) if known else refusals.NoSuchUnlocking(unlocking_id)
    return unlocking
