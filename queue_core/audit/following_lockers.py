"""What each event of cases and cabinets makes of the auditor's picture. Judges nothing."""

from typing import Any

from msgspec.structs import replace

from queue_core.audit import bodies
from queue_core.audit.bodies import Happened
from queue_core.audit.hall import Hall
from queue_core.audit.life import CASE_LIFE, UNLOCKING_LIFE
from queue_core.audit.records import Case, Door, InDoor, ProofCount, Unlocking
from queue_core.audit.rules import Rules
from queue_core.audit.words import Trouble

TROUBLE: dict[str, Trouble] = {"stuck": "stuck", "found-full": "found-full"}


def open_day(hall: Hall, body: bodies.DayOpened) -> None:
    hall.next_serial, hall.next_unlocking_id = body.next_serial, body.next_unlocking_id
    hall.doors = {(each.cabinet, each.number): each for each in body.doors}
    hall.unlockings = {each.unlocking_id: each for each in body.unlockings}
    hall.proofs = {each.cabinet: each for each in body.proof_counts}


def obey(hall: Hall, rules: Rules) -> None:
    """A door the rules drop, or have dropped, is forgotten when nothing is inside and no order pending."""
    listed = {(each.code, door.number) for each in rules.cabinets for door in each.doors}
    hall.doors = {
        key: each
        for key, each in hall.doors.items()
        if each.case_id or each.unlocking_id or (key in listed and hall.is_listed(*key))
    }


def happen_to_case(hall: Hall, body: bodies.OfCase) -> None:
    """A state that does not fit is passed over, as is a case that is not known."""
    known = hall.cases.get(body.case_id)
    if known is None:
        return
    life = CASE_LIFE[str(body.__struct_config__.tag)]
    hall.cases[body.case_id] = replace(
        known, state=life.get(known.state, known.state), **_of_case(hall, body, known)
    )
    if isinstance(body, bodies.CaseDeposited | bodies.CaseReady):
        hall.next_serial = max(hall.next_serial, body.serial + 1)


def _of_case(  # noqa: PLR0911 one return an event
    hall: Hall, body: bodies.OfCase, known: Case
) -> dict[str, Any]:
    """What changes of a case beside its state; its door is emptied or filled on the way."""
    match body:
        case bodies.CaseReady():
            kept = {"serial": body.serial, "keep_until_ms": body.keep_until_ms}
            return {"ready_at_ms": body.at_ms, **kept}
        case bodies.CasePlaced():
            return {"place": body.place, "is_missing": known.is_missing and body.place is None}
        case bodies.CaseDeposited():
            _put(hall, body.cabinet, body.door, case_id=body.case_id)
            place = InDoor(body.cabinet, body.door)
            kept = {"serial": body.serial, "keep_until_ms": body.keep_until_ms}
            return {"place": place, "is_missing": False, **kept}
        case bodies.CaseRemoved():
            _empty(hall, known)
            return {"place": None, "keep_until_ms": body.keep_until_ms}
        case bodies.CaseMissing() | bodies.CaseHandedOver() | bodies.CaseReturned():
            _empty(hall, known)
            return {"place": None, "is_missing": isinstance(body, bodies.CaseMissing)}
        case bodies.CaseKeptLonger():
            return {"keep_until_ms": body.until_ms}
        case _:
            return {}


def happen_to_door(hall: Hall, body: Happened) -> None:
    match body:
        case bodies.UnlockingAsked(unlocking=order):
            hall.unlockings[order.unlocking_id] = order
            hall.next_unlocking_id = order.unlocking_id + 1
            _put(hall, order.cabinet, order.door, unlocking_id=order.unlocking_id)
        case bodies.DoorChanged():
            _change(hall, body)
        case bodies.DoorForced():
            _put(hall, body.cabinet, body.door, trouble="forced")
        case bodies.DoorLeftOpen():
            _put(hall, body.cabinet, body.door, is_left_open=True)
        case bodies.DoorServiceChanged(is_in_service=is_in_service):
            eased = {"trouble": None} if is_in_service else {}
            _put(hall, body.cabinet, body.door, is_in_service=is_in_service, **eased)
        case bodies.OfUnlocking():
            _happen_to_order(hall, body)
        case bodies.ProofRefused():
            _refuse(hall, body)
        case bodies.ProofAccepted():
            hall.proofs.pop(body.cabinet, None)
        case bodies.ProofLockLifted() if body.cabinet in hall.proofs:
            hall.proofs[body.cabinet] = replace(hall.proofs[body.cabinet], wrong=0, locked_until_ms=0)
        case _:
            pass


def _change(hall: Hall, body: bodies.DoorChanged) -> None:
    _put(hall, body.cabinet, body.door, condition=body.condition, since_ms=body.at_ms, is_left_open=False)
    if body.unlocking_id is None:
        return
    order = _lead_on(hall, body.unlocking_id, "door-changed")
    if body.condition == "open" and order.opened_at_ms is None:
        hall.unlockings[order.unlocking_id] = replace(order, opened_at_ms=body.at_ms)


def _happen_to_order(hall: Hall, body: bodies.OfUnlocking) -> None:
    order = _lead_on(hall, body.unlocking_id, str(body.__struct_config__.tag))
    key = order.cabinet, order.door
    match body:
        case bodies.FindingSaid():
            order = replace(order, said=body.finding)
        case bodies.UnlockingUnsure():
            order = replace(order, said=None, doubt=body.doubt)
        case bodies.UnlockingSettled():
            order = replace(order, said=body.finding, ended_at_ms=body.at_ms)
            _put(hall, *key, unlocking_id=None)
            if order.purpose == "inspection":
                is_strange = body.finding == "inside" and order.case_id is None
                _put(hall, *key, trouble="found-full" if is_strange else None)
        case bodies.UnlockingFailed():
            order = replace(order, ended_at_ms=body.at_ms)
            _put(hall, *key, unlocking_id=None)
            if body.failure in TROUBLE:
                _put(hall, *key, trouble=TROUBLE[body.failure])
        case _:
            pass
    hall.unlockings[order.unlocking_id] = order


def _refuse(hall: Hall, body: bodies.ProofRefused) -> None:
    known = hall.proofs.get(body.cabinet) or ProofCount(body.cabinet)
    hall.proofs[body.cabinet] = (
        replace(known, wrong=known.wrong + 1)
        if body.locked_until_ms is None
        else replace(known, wrong=0, locks=known.locks + 1, locked_until_ms=body.locked_until_ms)
    )


def _lead_on(hall: Hall, unlocking_id: int, kind: str) -> Unlocking:
    known = hall.unlockings[unlocking_id]
    led = replace(known, state=UNLOCKING_LIFE[kind].get(known.state, known.state))
    hall.unlockings[unlocking_id] = led
    return led


def _empty(hall: Hall, case: Case) -> None:
    if isinstance(case.place, InDoor):
        _put(hall, case.place.cabinet, case.place.door, case_id=None)


def _put(hall: Hall, cabinet: str, number: int, **changes: Any) -> None:
    known = hall.door(cabinet, number) or Door(cabinet, number)
    hall.doors[cabinet, number] = replace(known, **changes)
