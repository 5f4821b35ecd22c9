"""How an unlocking ends: by a closed door, by what somebody says, by what its cabinet could not do."""

from collections.abc import Iterator
from itertools import count

from queue_core.domain import refusals
from queue_core.domain.commands import FailUnlocking, SayFinding
from queue_core.domain.events import (
    CaseDeposited,
    CaseHandedOver,
    CaseMissing,
    CaseReady,
    CaseRemoved,
    Event,
    FindingSaid,
    UnlockingFailed,
    UnlockingSettled,
    UnlockingUnsure,
)
from queue_core.domain.hall_day import HallDay
from queue_core.domain.lockers import lookup
from queue_core.domain.records import Case, Unlocking
from queue_core.domain.words import (
    CaseState,
    DoorCondition,
    Finding,
    UnlockingDoubt,
    UnlockingFailure,
    UnlockingPurpose,
    UnlockingState,
)

Serials = Iterator[int]
"""Serials of pickup codes not given yet: several doors may close in one report."""

_BY_CLOSING = {
    UnlockingPurpose.DEPOSIT: Finding.INSIDE,
    UnlockingPurpose.COLLECTION: Finding.EMPTY,
    UnlockingPurpose.REMOVAL: Finding.EMPTY,
}
_LETS_OUT = frozenset({UnlockingPurpose.COLLECTION, UnlockingPurpose.REMOVAL})


def serials(day: HallDay) -> Serials:
    return count(day.next_serial)


def say(day: HallDay, command: SayFinding, now_ms: int) -> tuple[Event, ...]:
    unlocking = lookup.unlocking_of(day, command.unlocking_id)
    finding = command.finding
    if finding is Finding.MISSING and unlocking.purpose is UnlockingPurpose.DEPOSIT:
        raise refusals.FindingMisfits(unlocking, finding)
    said = FindingSaid(at_ms=now_ms, unlocking_id=unlocking.unlocking_id, finding=finding)
    if unlocking.state is UnlockingState.SETTLED:
        return _corrected(day, unlocking, said)
    if unlocking.state is UnlockingState.FAILED:
        raise refusals.UnlockingOver(unlocking.unlocking_id)
    door = lookup.door_of(day, unlocking.cabinet, unlocking.door)
    if unlocking.state is UnlockingState.UNSURE and door.condition is not DoorCondition.OPEN:
        return (said, *settled(day, unlocking, finding, now_ms, serials(day)))
    return () if unlocking.said is finding else (said,)


def fail(day: HallDay, command: FailUnlocking, now_ms: int) -> tuple[Event, ...]:
    """Told again it changes nothing."""
    unlocking = lookup.unlocking_of(day, command.unlocking_id)
    failure = command.failure
    if unlocking.state is UnlockingState.FAILED:
        return ()
    if unlocking.state is UnlockingState.SETTLED:
        raise refusals.UnlockingOver(unlocking.unlocking_id)
    if not _may_fail(unlocking, failure):
        raise refusals.FailureMisfits(unlocking, failure)
    if (doubt := _doubt_left(unlocking, failure)) is not None:
        if unlocking.state is UnlockingState.UNSURE:
            return ()
        return (UnlockingUnsure(at_ms=now_ms, unlocking_id=unlocking.unlocking_id, doubt=doubt),)
    return (UnlockingFailed(at_ms=now_ms, unlocking_id=unlocking.unlocking_id, failure=failure),)


def closed(day: HallDay, unlocking: Unlocking, now_ms: int, new: Serials) -> tuple[Event, ...]:
    """What follows when the door of a pending unlocking closes: what was said counts, else its purpose.

    One that is unsure waits for somebody's word, as does an inspection of which nobody said anything.
    """
    finding = unlocking.said
    if finding is None and unlocking.state is UnlockingState.OPEN:
        finding = _BY_CLOSING.get(unlocking.purpose)
        if finding is None:
            doubt = UnlockingDoubt.NOT_SAID
            return (UnlockingUnsure(at_ms=now_ms, unlocking_id=unlocking.unlocking_id, doubt=doubt),)
    return () if finding is None else settled(day, unlocking, finding, now_ms, new)


def settled(
    day: HallDay, unlocking: Unlocking, finding: Finding, now_ms: int, new: Serials
) -> tuple[Event, ...]:
    """The end of an unlocking, and what it means for the case."""
    end = UnlockingSettled(at_ms=now_ms, unlocking_id=unlocking.unlocking_id, finding=finding)
    return (end, *_meaning(day, unlocking, finding, now_ms, new))


def _meaning(
    day: HallDay, unlocking: Unlocking, finding: Finding, now_ms: int, new: Serials
) -> tuple[Event, ...]:
    case = None if unlocking.case_id is None else day.cases.get(unlocking.case_id)
    if case is None:
        return ()
    door = day.lockers.door_of(case.case_id)
    is_inside = door is not None and (door.cabinet, door.number) == (unlocking.cabinet, unlocking.door)
    purpose = unlocking.doubted or unlocking.purpose
    if finding is Finding.INSIDE:
        return () if is_inside else _deposited(day, unlocking, case, now_ms, new)
    if purpose is UnlockingPurpose.DEPOSIT:
        return (_removed(day, case, now_ms),) if is_inside else ()
    if finding is Finding.MISSING or purpose is UnlockingPurpose.INSPECTION:
        return (CaseMissing(at_ms=now_ms, case_id=case.case_id),)
    if purpose is UnlockingPurpose.COLLECTION:
        return (CaseHandedOver(at_ms=now_ms, case_id=case.case_id),)
    return (_removed(day, case, now_ms),) if is_inside else ()


def _deposited(
    day: HallDay, unlocking: Unlocking, case: Case, now_ms: int, new: Serials
) -> tuple[Event, ...]:
    """A case still in work is finished by it; its one pickup code is that of the door."""
    deposited = CaseDeposited(
        at_ms=now_ms,
        case_id=case.case_id,
        cabinet=unlocking.cabinet,
        door=unlocking.door,
        serial=next(new),
        keep_until_ms=now_ms + day.rules.pickup.door_ms,
    )
    if case.state is not CaseState.ACCEPTED:
        return (deposited,)
    return (CaseReady(at_ms=now_ms, case_id=case.case_id), deposited)


def _removed(day: HallDay, case: Case, now_ms: int) -> CaseRemoved:
    since_ms = now_ms if case.ready_at_ms is None else case.ready_at_ms
    keep_until_ms = since_ms + day.rules.pickup.keep_ms
    return CaseRemoved(at_ms=now_ms, case_id=case.case_id, keep_until_ms=keep_until_ms)


def _corrected(day: HallDay, unlocking: Unlocking, said: FindingSaid) -> tuple[Event, ...]:
    """What is said a moment after the door was closed, as long as nothing else happened to it or the case."""
    if unlocking.said is said.finding:
        return ()
    if not _may_correct(day, unlocking, said.at_ms):
        raise refusals.UnlockingOver(unlocking.unlocking_id)
    return (said, *_meaning(day, unlocking, said.finding, said.at_ms, serials(day)))


def _may_correct(day: HallDay, unlocking: Unlocking, now_ms: int) -> bool:
    door = day.lockers.door(unlocking.cabinet, unlocking.door)
    case = None if unlocking.case_id is None else day.cases.get(unlocking.case_id)
    if door is None or case is None or unlocking.purpose is UnlockingPurpose.INSPECTION:
        return False
    inside = day.lockers.door_of(case.case_id)
    was_handed_over = unlocking.purpose is UnlockingPurpose.COLLECTION and unlocking.said is Finding.EMPTY
    return (
        now_ms - (unlocking.ended_at_ms or 0) <= day.rules.pickup.said_within_ms
        and day.lockers.is_last(unlocking)
        and door.condition is DoorCondition.CLOSED
        and door.trouble is None
        and (case.state is CaseState.HANDED_OVER) is was_handed_over
        and case.state is not CaseState.RETURNED
        and (case.place is None or inside == door)
    )


def _may_fail(unlocking: Unlocking, failure: UnlockingFailure) -> bool:
    """A door that was seen open was not stuck; what is found at a deposit is found behind an open door."""
    match failure:
        case UnlockingFailure.STUCK | UnlockingFailure.WITHDRAWN:
            return unlocking.opened_at_ms is None
        case UnlockingFailure.FOUND_FULL:
            return unlocking.purpose is UnlockingPurpose.DEPOSIT
        case UnlockingFailure.BOARD_AWAY:
            return True
        case UnlockingFailure.SUPERSEDED:
            return False


def _doubt_left(unlocking: Unlocking, failure: UnlockingFailure) -> UnlockingDoubt | None:
    """Without its board nobody saw whether it opened; one in the place of an unsure one found nothing."""
    may_have_moved = unlocking.purpose in _LETS_OUT or unlocking.opened_at_ms is not None
    if failure is UnlockingFailure.BOARD_AWAY and (
        may_have_moved or unlocking.state is UnlockingState.UNSURE
    ):
        return UnlockingDoubt.BOARD_AWAY
    return None if unlocking.doubted is None else UnlockingDoubt.NOT_SAID
