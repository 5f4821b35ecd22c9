"""What each event of cases and cabinets makes of the day. Follows the tables of life; trusts `decide`."""

from typing import Any

from msgspec.structs import replace

from queue_core.domain import events
from queue_core.domain.changes.leading import Change
from queue_core.domain.events import Event
from queue_core.domain.hall_day import HallDay
from queue_core.domain.life import UNLOCKING_LIFE
from queue_core.domain.records import Door, InDoor, ProofCount, Unlocking
from queue_core.domain.words import (
    DoorCondition,
    DoorTrouble,
    Finding,
    UnlockingFailure,
    UnlockingPurpose,
    UnlockingState,
)

_TROUBLE = {
    UnlockingFailure.STUCK: DoorTrouble.STUCK,
    UnlockingFailure.FOUND_FULL: DoorTrouble.FOUND_FULL,
}


# Cases


def _accept(day: HallDay, event: events.CaseAccepted) -> None:
    day.cases.accept(event.case)
    day.next_case_id = event.case.case_id + 1


def _make_ready(day: HallDay, event: events.CaseReady) -> None:
    day.cases.make_ready(event.case_id, event.at_ms, event.serial, event.keep_until_ms)
    day.next_serial = max(day.next_serial, event.serial + 1)


def _hand_over(day: HallDay, event: events.CaseHandedOver) -> None:
    day.cases.hand_over(event.case_id)
    _empty_door_of(day, event.case_id)


def _place(day: HallDay, event: events.CasePlaced) -> None:
    case = day.cases.lead_on(events.CasePlaced, event.case_id, place=event.place)
    if event.place is not None and case.is_missing:
        day.cases.lead_on(events.CasePlaced, event.case_id, is_missing=False)


def _deposit(day: HallDay, event: events.CaseDeposited) -> None:
    """Raises KeyError when something else lies there."""
    door = _door(day, event.cabinet, event.door)
    if door.case_id not in (None, event.case_id):
        raise KeyError(event.case_id)
    day.cases.lead_on(
        events.CaseDeposited,
        event.case_id,
        place=InDoor(cabinet=event.cabinet, door=event.door),
        is_missing=False,
        serial=event.serial,
        keep_until_ms=event.keep_until_ms,
    )
    day.next_serial = event.serial + 1
    day.lockers.put(replace(door, case_id=event.case_id))


def _remove(day: HallDay, event: events.CaseRemoved) -> None:
    day.cases.lead_on(events.CaseRemoved, event.case_id, place=None, keep_until_ms=event.keep_until_ms)
    _empty_door_of(day, event.case_id)


def _miss(day: HallDay, event: events.CaseMissing) -> None:
    day.cases.lead_on(events.CaseMissing, event.case_id, place=None, is_missing=True)
    _empty_door_of(day, event.case_id)


def _keep_longer(day: HallDay, event: events.CaseKeptLonger) -> None:
    day.cases.lead_on(events.CaseKeptLonger, event.case_id, keep_until_ms=event.until_ms)


def _expire(day: HallDay, event: events.CaseExpired) -> None:
    day.cases.lead_on(events.CaseExpired, event.case_id)


def _return(day: HallDay, event: events.CaseReturned) -> None:
    day.cases.lead_on(events.CaseReturned, event.case_id, place=None, is_missing=False)


def _print_receipt(day: HallDay, event: events.ReceiptPrinted) -> None:
    day.cases.lead_on(events.ReceiptPrinted, event.case_id)


def _empty_door_of(day: HallDay, case_id: int) -> None:
    door = day.lockers.door_of(case_id)
    if door is not None:
        emptied = replace(door, case_id=None)
        day.lockers.put(emptied)
        day.lockers.drop_bare(emptied)


# Cabinets and their doors


def _ask(day: HallDay, event: events.UnlockingAsked) -> None:
    """Raises KeyError when another one of that door is not over."""
    unlocking = event.unlocking
    door = _door(day, unlocking.cabinet, unlocking.door)
    if door.unlocking_id is not None:
        raise KeyError(door.unlocking_id)
    day.next_unlocking_id = unlocking.unlocking_id + 1
    day.lockers.keep(unlocking)
    day.lockers.put(replace(door, unlocking_id=unlocking.unlocking_id))


def _change_door(day: HallDay, event: events.DoorChanged) -> None:
    door = _door(day, event.cabinet, event.door)
    if event.unlocking_id is not None:
        unlocking = _led_on(day, event)
        if event.condition is DoorCondition.OPEN and unlocking.opened_at_ms is None:
            unlocking = replace(unlocking, opened_at_ms=event.at_ms)
        day.lockers.keep(unlocking)
    day.lockers.put(replace(door, condition=event.condition, since_ms=event.at_ms, is_left_open=False))


def _force(day: HallDay, event: events.DoorForced) -> None:
    day.lockers.put(replace(_door(day, event.cabinet, event.door), trouble=DoorTrouble.FORCED))


def _leave_open(day: HallDay, event: events.DoorLeftOpen) -> None:
    day.lockers.put(replace(_door(day, event.cabinet, event.door), is_left_open=True))


def _say(day: HallDay, event: events.FindingSaid) -> None:
    day.lockers.keep(replace(_led_on(day, event), said=event.finding))


def _doubt(day: HallDay, event: events.UnlockingUnsure) -> None:
    """What was said before its cabinet was gone is not to be relied on."""
    day.lockers.keep(replace(_led_on(day, event), said=None, doubt=event.doubt))


def _settle(day: HallDay, event: events.UnlockingSettled) -> None:
    unlocking = _led_on(day, event)
    door = _ended(day, replace(unlocking, said=event.finding, ended_at_ms=event.at_ms))
    if unlocking.purpose is UnlockingPurpose.INSPECTION:
        is_strange = event.finding is Finding.INSIDE and unlocking.case_id is None
        door = replace(door, trouble=DoorTrouble.FOUND_FULL if is_strange else None)
    day.lockers.put(door)


def _fail(day: HallDay, event: events.UnlockingFailed) -> None:
    door = _ended(day, replace(_led_on(day, event), ended_at_ms=event.at_ms))
    door = replace(door, trouble=_TROUBLE.get(event.failure, door.trouble))
    day.lockers.put(door)
    if event.failure is not UnlockingFailure.SUPERSEDED:
        day.lockers.drop_bare(door)


def _ended(day: HallDay, unlocking: Unlocking) -> Door:
    """The door of an unlocking that is over."""
    day.lockers.keep(unlocking)
    return replace(_door(day, unlocking.cabinet, unlocking.door), unlocking_id=None)


def _change_service(day: HallDay, event: events.DoorServiceChanged) -> None:
    door = _door(day, event.cabinet, event.door)
    trouble = None if event.is_in_service else door.trouble
    day.lockers.put(replace(door, is_in_service=event.is_in_service, trouble=trouble))


def _refuse_proof(day: HallDay, event: events.ProofRefused) -> None:
    known = day.lockers.proofs.get(event.cabinet) or ProofCount(cabinet=event.cabinet)
    if event.locked_until_ms is None:
        known = replace(known, wrong=known.wrong + 1)
    else:
        known = replace(known, wrong=0, locks=known.locks + 1, locked_until_ms=event.locked_until_ms)
    day.lockers.proofs[event.cabinet] = known


def _accept_proof(day: HallDay, event: events.ProofAccepted) -> None:
    del day.lockers.proofs[event.cabinet]


def _lift_proof_lock(day: HallDay, event: events.ProofLockLifted) -> None:
    known = day.lockers.proofs[event.cabinet]
    day.lockers.proofs[event.cabinet] = replace(known, wrong=0, locked_until_ms=0)


def _door(day: HallDay, cabinet: str, number: int) -> Door:
    door = day.lockers.door(cabinet, number)
    if door is None:
        raise KeyError((cabinet, number))
    return door


def _led_on(day: HallDay, event: Any) -> Unlocking:
    """The event's unlocking in the state it leads to."""
    unlocking = day.lockers.unlocking(event.unlocking_id)
    if unlocking is None:
        raise KeyError(event.unlocking_id)
    state: UnlockingState = UNLOCKING_LIFE[unlocking.state][type(event)]
    return replace(unlocking, state=state)


CHANGES: dict[type[Event], Change] = {
    events.CaseAccepted: _accept,
    events.CaseReady: _make_ready,
    events.CaseHandedOver: _hand_over,
    events.CasePlaced: _place,
    events.CaseDeposited: _deposit,
    events.CaseRemoved: _remove,
    events.CaseMissing: _miss,
    events.CaseKeptLonger: _keep_longer,
    events.CaseExpired: _expire,
    events.CaseReturned: _return,
    events.ReceiptPrinted: _print_receipt,
    events.UnlockingAsked: _ask,
    events.DoorChanged: _change_door,
    events.DoorForced: _force,
    events.DoorLeftOpen: _leave_open,
    events.FindingSaid: _say,
    events.UnlockingUnsure: _doubt,
    events.UnlockingSettled: _settle,
    events.UnlockingFailed: _fail,
    events.DoorServiceChanged: _change_service,
    events.ProofRefused: _refuse_proof,
    events.ProofAccepted: _accept_proof,
    events.ProofLockLifted: _lift_proof_lock,
}
