"""One door, from the order to its end, whoever ordered it."""

from dataclasses import replace

from kiosk.cabinet.flow import collecting, staffing
from kiosk.cabinet.flow import happenings as h
from kiosk.cabinet.flow.requests import GiveUp, Open, Say
from kiosk.cabinet.flow.state import Cabinet, Outcome, Page, Trouble, Turn, go, nothing, turn
from kiosk.cabinet.flow.steps import Rows, clear, onward
from queue_core.wire.lockers import Unlocking
from queue_core.wire.words import Finding, UnlockingFailure, UnlockingPurpose

MOST_TRIES = 2
MOST_REMINDERS = 3
AFTERWARDS: dict[tuple[UnlockingPurpose, str], Outcome] = {
    (UnlockingPurpose.COLLECTION, ""): Outcome.TAKEN,
    (UnlockingPurpose.COLLECTION, Finding.INSIDE): Outcome.LEFT,
    (UnlockingPurpose.COLLECTION, Finding.MISSING): Outcome.MISSING,
    (UnlockingPurpose.DEPOSIT, ""): Outcome.DEPOSITED,
    (UnlockingPurpose.DEPOSIT, Finding.EMPTY): Outcome.NOT_DEPOSITED,
    (UnlockingPurpose.REMOVAL, ""): Outcome.REMOVED,
    (UnlockingPurpose.REMOVAL, Finding.INSIDE): Outcome.LEFT,
    (UnlockingPurpose.REMOVAL, Finding.MISSING): Outcome.MISSING,
    (UnlockingPurpose.INSPECTION, Finding.INSIDE): Outcome.INSIDE,
    (UnlockingPurpose.INSPECTION, Finding.EMPTY): Outcome.EMPTY,
}


def ordered(state: Cabinet, unlocking: Unlocking) -> Turn:
    """The hall has ordered what was asked for: now the door is told."""
    visit = go(state.visit, Page.OPENING, asking=None, unlocking=unlocking, tries=1, said="", reminders=0)
    return turn(state, visit, Open(unlocking=unlocking))


def is_in_hand(state: Cabinet, unlocking_id: int) -> bool:
    """The door that the page is about."""
    unlocking = state.visit.unlocking
    return unlocking is not None and unlocking.unlocking_id == unlocking_id


def opened(state: Cabinet, door: h.DoorOpened, _: str) -> Turn:
    if not is_in_hand(state, door.unlocking_id):
        return nothing(state)
    return turn(state, replace(state.visit, page=Page.OPEN))


def stayed_shut(state: Cabinet, door: h.DoorStayedShut, _: str) -> Turn:
    """Who stands there may push the door and try once more; then staff are called."""
    if not is_in_hand(state, door.unlocking_id):
        return nothing(state)
    if state.visit.tries < MOST_TRIES:
        return turn(state, replace(state.visit, page=Page.STUCK))
    return give_up(state, door, "")


def try_again(state: Cabinet, _: h.Again, __: str) -> Turn:
    visit = state.visit
    assert visit.unlocking is not None
    trying = replace(visit, page=Page.OPENING, tries=visit.tries + 1)
    return turn(state, trying, Open(unlocking=visit.unlocking))


def give_up(state: Cabinet, _: object, __: str) -> Turn:
    visit = state.visit
    assert visit.unlocking is not None
    told = GiveUp(unlocking_id=visit.unlocking.unlocking_id, failure=UnlockingFailure.STUCK)
    return turn(state, go(visit, Page.TROUBLE, trouble=Trouble(code="door-stuck")), told)


def lost(state: Cabinet, door: h.DoorLost, _: str) -> Turn:
    if not is_in_hand(state, door.unlocking_id):
        return nothing(state)
    code = "door-unseen" if door.was_told else "board-away"
    return turn(state, go(state.visit, Page.TROUBLE, trouble=Trouble(code=code)))


def closed(state: Cabinet, door: h.DoorClosed, _: str) -> Turn:
    if not is_in_hand(state, door.unlocking_id):
        return nothing(state)
    visit = state.visit
    assert visit.unlocking is not None
    outcome = AFTERWARDS.get((visit.unlocking.purpose, visit.said), Outcome.UNKNOWN)
    if visit.grant is not None:
        return collecting.over(state, visit, outcome)
    return turn(state, go(visit, Page.DONE, outcome=outcome))


def say(state: Cabinet, finding: Finding) -> Turn:
    """What is said counts when the door closes; it may be said otherwise until then."""
    visit = state.visit
    assert visit.unlocking is not None
    grant = visit.grant or visit.staff
    assert grant is not None
    told = Say(unlocking_id=visit.unlocking.unlocking_id, finding=finding, grant=grant.grant)
    return turn(state, replace(visit, said=finding.value), told)


def nothing_inside(state: Cabinet, _: object, __: str) -> Turn:
    """At a collection that is an alarm; at an inspection it is what was asked for."""
    assert state.visit.unlocking is not None
    is_inspection = state.visit.unlocking.purpose is UnlockingPurpose.INSPECTION
    return say(state, Finding.EMPTY if is_inspection else Finding.MISSING)


def said_late(state: Cabinet, press: h.NothingInside | h.SomethingInside, key: str) -> Turn:
    """After the door is closed: that nothing was inside, or what was seen at an inspection.

    The hall corrects for some minutes what it took the closed door for.
    """
    if state.visit.outcome not in {Outcome.TAKEN, Outcome.UNKNOWN}:
        return nothing(state)
    is_empty = isinstance(press, h.NothingInside)
    taken = nothing_inside(state, press, key) if is_empty else something_inside(state, press, key)
    visit, unlocking = taken.state.visit, taken.state.visit.unlocking
    assert unlocking is not None
    outcome = AFTERWARDS.get((unlocking.purpose, visit.said), Outcome.UNKNOWN)
    return turn(taken.state, replace(visit, outcome=outcome), *taken.requests)


def unwanted(state: Cabinet, _: h.Unwanted, __: str) -> Turn:
    """A case stays inside; what was to be deposited does not come in."""
    assert state.visit.unlocking is not None
    is_deposit = state.visit.unlocking.purpose is UnlockingPurpose.DEPOSIT
    return say(state, Finding.EMPTY if is_deposit else Finding.INSIDE)


def something_inside(state: Cabinet, _: object, key: str) -> Turn:
    visit = state.visit
    assert visit.unlocking is not None
    if visit.unlocking.purpose is not UnlockingPurpose.DEPOSIT:
        return say(state, Finding.INSIDE)
    full = visit.unlocking
    told = GiveUp(unlocking_id=full.unlocking_id, failure=UnlockingFailure.FOUND_FULL)
    taken = staffing.order_deposit(state, replace(visit, to_close=full.door), visit.size, key)
    return Turn(state=taken.state, requests=(told, *taken.requests))


def left_alone(state: Cabinet) -> Turn:
    """Reminded, then louder, then the screen is free for the next; the hall has called staff by then."""
    reminders = state.visit.reminders + 1
    if reminders >= MOST_REMINDERS:
        return clear(state)
    return turn(state, replace(state.visit, reminders=reminders))


def finding_told(state: Cabinet, told: h.FindingTold, _: str) -> Turn:
    """What the hall did not take is not said to be noted."""
    visit = state.visit
    asked_about = visit.was_unsure.unlocking_id if visit.was_unsure else None
    is_claimed = is_in_hand(state, told.unlocking_id) if visit.said else asked_about == told.unlocking_id
    if not told.code or not is_claimed:
        return nothing(state)
    ended = replace(visit, outcome=None, said="", unlocking=None)
    return turn(state, go(ended, Page.TROUBLE, trouble=Trouble(code="not-noted")))


def done(state: Cabinet, press: h.Next, key: str) -> Turn:
    return onward(state) if state.visit.staff else collecting.next_one(state, press, key)


def go_on(state: Cabinet, _: object, __: str) -> Turn:
    return onward(state)


ROWS: Rows = {
    Page.STUCK: {h.Again: try_again, h.Leave: give_up},
    Page.OPEN: {
        h.NothingInside: nothing_inside,
        h.SomethingInside: something_inside,
        h.Unwanted: unwanted,
    },
    Page.DONE: {h.NothingInside: said_late, h.SomethingInside: said_late, h.Next: done, h.Leave: go_on},
}
