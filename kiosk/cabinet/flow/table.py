"""The cabinet's flow as a table: what happens on which page leads where.

A happening that the table does not name for a page changes nothing: it came too late. Except an order for a
door: the hall has journaled it, so the hall is told that nobody waits for it any more.
"""

from dataclasses import replace
from itertools import chain
from typing import Any

from kiosk.cabinet.flow import collecting, house, opening, receipts, staffing
from kiosk.cabinet.flow import happenings as h
from kiosk.cabinet.flow.learning import learn
from kiosk.cabinet.flow.requests import GiveUp
from kiosk.cabinet.flow.state import Cabinet, Page, Turn, Visit, nothing, turn
from kiosk.cabinet.flow.steps import Handler, Rows, onward
from queue_core.wire.lockers import Grant, StaffGrant, Unlocking
from queue_core.wire.words import UnlockingFailure


def advance(state: Cabinet, happening: h.Happening, key: str = "") -> Turn:
    """What `happening` makes of `state`. Pure; `key` is fresh, for what shall happen once only."""
    state = learn(state, happening)
    if (always := ALWAYS.get(type(happening))) is not None:
        return always(state, happening, key)
    if is_barred(state, happening):
        return nothing(state)
    handler = handler_of(state, type(happening))
    return nothing(state) if handler is None else handler(state, happening, key)


def handler_of(state: Cabinet, kind: type[Any]) -> Handler | None:
    rows = STAFF_FLOW if state.visit.staff else FLOW
    return rows.get((state.visit.page, kind)) or FLOW.get((state.visit.page, kind))


def is_barred(state: Cabinet, happening: h.Happening) -> bool:
    """Nothing begins while another page stands before the home page, or its host before the cabinet."""
    if not state.is_in_front:
        return True
    stands_before = house.shown(state) in house.IN_PLACE_OF_HOME and state.visit.page is Page.HOME
    return stands_before and not isinstance(happening, h.Leave)


def answered(state: Cabinet, answer: h.Answered, key: str) -> Turn:
    value = answer.value
    if state.visit.asking != answer.ask:
        return too_late(state, answer, key)
    match value:
        case Unlocking():
            return opening.ordered(state, value)
        case Grant():
            return collecting.granted(state, value, key)
        case StaffGrant():
            return staffing.logged_in(state, value)


def too_late(state: Cabinet, answer: h.Answered, key: str) -> Turn:
    """Nobody waits for this order any more. Who still stands there may ask for another one."""
    if not isinstance(answer.value, Unlocking):
        return nothing(state)
    told = GiveUp(unlocking_id=answer.value.unlocking_id, failure=UnlockingFailure.WITHDRAWN)
    if state.visit.failed != answer.ask:
        return Turn(state=state, requests=(told,))
    return turn(state, replace(state.visit, failed=replace(answer.ask, key=key)), told)


def refused(state: Cabinet, refusal: h.Refused, key: str) -> Turn:
    if state.visit.asking != refusal.ask:
        return nothing(state)
    failed = replace(refusal.ask, key=key) if refusal.trouble.code == WITHDRAWN_HERE else refusal.ask
    if staffing.is_of_staff(failed.question):
        return staffing.refused(state, failed, refusal.trouble)
    return collecting.refused(state, failed, refusal.trouble)


def again(state: Cabinet, _: h.Again, __: str) -> Turn:
    """The same question by the same key: it may have been answered meanwhile, and nothing happens twice.

    After an order was withdrawn the key is another: the old one would bring the withdrawn order back.
    """
    failed = state.visit.failed
    if failed is None:
        return nothing(state)
    waiting = replace(state.visit, page=Page.ASKING, asking=failed, failed=None, trouble=None)
    return turn(state, waiting, failed)


def by_code(state: Cabinet, _: h.ByCode, __: str) -> Turn:
    return turn(state, Visit(page=Page.CODE))


def by_card(state: Cabinet, _: h.ByCard, __: str) -> Turn:
    return turn(state, Visit(page=Page.CARD))


def out(state: Cabinet, _: object, __: str) -> Turn:
    return onward(state)


def to_cases(state: Cabinet, press: h.Next, key: str) -> Turn:
    """One door would not open; the other cases may still be collected."""
    return opening.done(state, press, key)


WITHDRAWN_HERE = "line-was-lost"  # the order came, and was withdrawn before anybody was told of it
TROUBLE: Rows = {
    Page.TROUBLE: {
        h.Again: again,
        h.ByCode: by_code,
        h.ByCard: by_card,
        h.Next: to_cases,
        h.Leave: out,
        h.CodeScanned: collecting.scanned,
        h.CardRead: collecting.card_read,
    }
}
STAFF_ONLY: Rows = {
    Page.DONE: {h.CodeScanned: staffing.scanned},
    Page.TROUBLE: {h.CodeScanned: staffing.scanned, h.CardRead: lambda state, _, __: nothing(state)},
}
ALWAYS: dict[type[Any], Handler] = {
    h.Answered: answered,
    h.Refused: refused,
    h.DoorOpened: opening.opened,
    h.DoorClosed: opening.closed,
    h.DoorStayedShut: opening.stayed_shut,
    h.DoorLost: opening.lost,
    h.FindingTold: opening.finding_told,
    h.PrinterSeen: receipts.printer_seen,
    h.ReceiptPrinted: receipts.printed,
    h.ReceiptFailed: receipts.not_printed,
    **house.ALWAYS,
}


def rows(*parts: Rows) -> dict[tuple[Page, type[Any]], Handler]:
    return {
        (page, kind): handler
        for page, row in chain.from_iterable(part.items() for part in parts)
        for kind, handler in row.items()
    }


FLOW = rows(house.ROWS, collecting.ROWS, opening.ROWS, receipts.ROWS, staffing.ROWS, TROUBLE)
STAFF_FLOW = rows(STAFF_ONLY)
