"""Decisions to open a door: for a deposit, a collection, a removal, an inspection.

The order is journaled before the door is told. There is one at a time for a door and for a case.
"""

from queue_core.domain import refusals
from queue_core.domain.commands import AskCollection, AskDeposit, AskInspection, AskRemoval
from queue_core.domain.events import (
    CasePlaced,
    DoorChanged,
    Event,
    UnlockingAsked,
    UnlockingFailed,
    UnlockingSettled,
)
from queue_core.domain.hall_day import HallDay
from queue_core.domain.lockers import lookup
from queue_core.domain.records import Case, Door, Unlocking
from queue_core.domain.words import (
    CaseState,
    DoorCondition,
    DoorTrouble,
    Finding,
    ProofKind,
    UnlockingFailure,
    UnlockingPurpose,
    UnlockingState,
)

_AGAIN = frozenset({UnlockingState.OPEN, UnlockingState.UNSURE})


def deposit(day: HallDay, command: AskDeposit, now_ms: int) -> tuple[Event, ...]:
    """The smallest free door that fits. From where it waited the case is in somebody's hands now."""
    lookup.require_cabinet(day, command.cabinet)
    case = lookup.held_case(day, command.case_id)
    lookup.require_outside(day, case)
    number = day.lockers.free(command.cabinet, command.size)
    door = None if number is None else day.lockers.door(command.cabinet, number)
    if door is None:
        raise refusals.NoFreeDoor(command.cabinet, command.size)
    asked = _asked(day, door, UnlockingPurpose.DEPOSIT, now_ms, case.case_id)
    if case.place is None:
        return asked
    return (CasePlaced(at_ms=now_ms, case_id=case.case_id, place=None), *asked)


def collection(day: HallDay, command: AskCollection, now_ms: int) -> tuple[Event, ...]:
    """Asked again by its holder while the end of the last one was not seen, the case is still inside."""
    case = lookup.held_case(day, command.case_id)
    if case.state is CaseState.ACCEPTED:
        raise refusals.CaseNotReady(case)
    if case.state is CaseState.EXPIRED:
        raise refusals.CaseKeptTooLong(case)
    door = _door_with(day, case)
    pending = day.lockers.pending_at(door)
    if pending is not None and not _may_ask_again(pending):
        raise refusals.DoorBusy(pending)
    if door.trouble in (DoorTrouble.FORCED, DoorTrouble.FOUND_FULL):
        raise refusals.DoorInTrouble(door)
    if door.condition is DoorCondition.UNKNOWN:
        raise refusals.BoardAway(door)
    settled = () if pending is None else (_still_inside(pending, now_ms),)
    asked = _asked(day, door, UnlockingPurpose.COLLECTION, now_ms, case.case_id, proof=command.proof)
    return (*settled, *asked)


def removal(day: HallDay, command: AskRemoval, now_ms: int) -> tuple[Event, ...]:
    case = lookup.held_case(day, command.case_id)
    door = _door_with(day, case)
    lookup.require_settled(day, case.case_id)
    return _asked(day, door, UnlockingPurpose.REMOVAL, now_ms, case.case_id)


def inspection(day: HallDay, command: AskInspection, now_ms: int) -> tuple[Event, ...]:
    """In the place of an unsure unlocking it finds out how that one ended."""
    door = lookup.door_of(day, command.cabinet, command.door)
    pending = day.lockers.pending_at(door)
    if pending is None:
        return _asked(day, door, UnlockingPurpose.INSPECTION, now_ms, door.case_id)
    if pending.state is not UnlockingState.UNSURE:
        raise refusals.DoorBusy(pending)
    superseded = UnlockingFailed(
        at_ms=now_ms, unlocking_id=pending.unlocking_id, failure=UnlockingFailure.SUPERSEDED
    )
    asked = _asked(day, door, UnlockingPurpose.INSPECTION, now_ms, pending.case_id, doubted=_doubted(pending))
    return (superseded, *asked)


def _asked(
    day: HallDay,
    door: Door,
    purpose: UnlockingPurpose,
    now_ms: int,
    case_id: int | None,
    *,
    proof: ProofKind | None = None,
    doubted: UnlockingPurpose | None = None,
) -> tuple[Event, ...]:
    """A door that stands open already is open by the new order."""
    unlocking = Unlocking(
        unlocking_id=day.next_unlocking_id,
        cabinet=door.cabinet,
        door=door.number,
        purpose=purpose,
        state=UnlockingState.ASKED,
        asked_at_ms=now_ms,
        case_id=case_id,
        doubted=doubted,
    )
    asked = UnlockingAsked(at_ms=now_ms, unlocking=unlocking, proof=proof)
    if door.condition is not DoorCondition.OPEN:
        return (asked,)
    return (
        asked,
        DoorChanged(
            at_ms=now_ms,
            cabinet=door.cabinet,
            door=door.number,
            condition=DoorCondition.OPEN,
            unlocking_id=unlocking.unlocking_id,
        ),
    )


def _door_with(day: HallDay, case: Case) -> Door:
    door = day.lockers.door_of(case.case_id)
    if door is None:
        lookup.require_settled(day, case.case_id)
        raise refusals.CaseNotInDoor(case)
    return door


def _may_ask_again(pending: Unlocking) -> bool:
    """What was said of the door goes before: it is settled when the door closes."""
    is_again = pending.purpose is UnlockingPurpose.COLLECTION and pending.state in _AGAIN
    return is_again and pending.said in (None, Finding.INSIDE)


def _still_inside(pending: Unlocking, now_ms: int) -> UnlockingSettled:
    return UnlockingSettled(at_ms=now_ms, unlocking_id=pending.unlocking_id, finding=Finding.INSIDE)


def _doubted(pending: Unlocking) -> UnlockingPurpose | None:
    """The purpose of the first of a row of unsure ones that was not to look only."""
    return pending.doubted if pending.purpose is UnlockingPurpose.INSPECTION else pending.purpose
