"""Cases as they are told. Nobody's name is in them."""

from typing import assert_never

from queue_core.app.hall import Hall
from queue_core.domain.hall_day import HallDay
from queue_core.domain.records import AtPartner, Case, CasePlace, InDoor, OnShelf, Posted
from queue_core.hall.entering import is_case_code
from queue_core.hall.errors import Denied
from queue_core.hall.reading import read, receipt_code
from queue_core.store.case_history import CaseMove
from queue_core.wire import cases as wire
from queue_core.wire import words


def told(case: Case, hall: Hall) -> wire.Case:
    """Any thread: whether there is a phone is found by unsealing."""
    contact = hall.disclosure.contact_of_case(case)
    return wire.Case(
        code=case.code,
        category=case.unit.category,
        matter=case.matter,
        state=words.CaseState(case.state),
        accepted_at_ms=case.accepted_at_ms,
        ready_at_ms=case.ready_at_ms,
        way=words.PickupWay(case.way),
        place=place(case.place),
        is_missing=case.is_missing,
        keep_until_ms=case.keep_until_ms,
        has_phone=contact is not None and contact.phone is not None,
        language=case.language,
        receipt_code=receipt_code(case.code),
    )


def told_move(of: CaseMove) -> wire.CaseMove:
    role, _, name = of.actor.partition(":")
    return wire.CaseMove(
        at_ms=of.at_ms,
        kind=of.kind,
        role=role,
        name=name,
        window=of.window,
        place=place(of.place),
        until_ms=of.until_ms,
    )


def place(of: CasePlace | None) -> wire.CasePlace | None:
    match of:
        case None:
            return None
        case OnShelf():
            return wire.CasePlace(kind=words.PlaceKind.SHELF, label=of.label)
        case InDoor():
            return wire.CasePlace(kind=words.PlaceKind.DOOR, cabinet=of.cabinet, door=of.door)
        case AtPartner():
            return wire.CasePlace(kind=words.PlaceKind.PARTNER, label=of.partner, reference=of.reference)
        case Posted():
            return wire.CasePlace(kind=words.PlaceKind.POSTED, label=of.carrier, reference=of.reference)
        case _:
            assert_never(of)


def case_in(text: str, day: HallDay, public_url: str) -> Case | None:
    """The case of a number as typed, or of a receipt's code."""
    code = read(text, public_url).case
    return day.cases.by_code(code) if code else None


def found(case: Case | None, code: str) -> Case:
    """Raises Denied when there is none. What is no number of a case is not said again: it may be a secret."""
    if case is None:
        named = f" {code}" if is_case_code(code) else ""
        raise Denied(404, "no-such-case", f"There is no case{named}.", "Check its number.")
    return case
