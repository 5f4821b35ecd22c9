"""Orders to open a door: each has its ground, is the only one, and goes as its life allows."""

from collections.abc import Iterator
from typing import ClassVar

from queue_core.audit import bodies
from queue_core.audit.bodies import Happened
from queue_core.audit.checks.check import Check, against
from queue_core.audit.finding import Complaint
from queue_core.audit.hall import Hall
from queue_core.audit.life import UNLOCKING_LIFE
from queue_core.audit.records import Case, Door, InDoor, Unlocking
from queue_core.audit.step import Step

IN_DOUBT = ("forced", "found-full")
KEPT = ("ready", "expired")


class Unlockings(Check):
    name: ClassVar[str] = "unlockings"
    sentence: ClassVar[str] = (
        "A door has one order at a time, and so has a case. A deposit's door was free, a collection opens the"
        " very door of a case that is ready, by a proof; orders go from state to state as their life allows."
    )

    def __init__(self) -> None:
        self._key = ""
        self._superseded: Unlocking | None = None

    def before(self, step: Step) -> Iterator[Complaint]:
        if step.event.key != self._key:
            self._key, self._superseded = step.event.key, None
        body, hall = step.body, step.hall
        if isinstance(body, bodies.UnlockingAsked):
            yield from self._asked(step, body, body.unlocking)
            return
        order = _order(hall, body)
        if order is None:
            return
        life = UNLOCKING_LIFE[step.kind]
        if order.state not in life:
            yield against(step, f"{step.kind} while the unlocking is {order.state}", " or ".join(life))
        if isinstance(body, bodies.UnlockingFailed) and body.failure == "superseded":
            self._superseded = order
            if order.state != "unsure":
                yield against(step, f"superseded while {order.state}", "an unlocking that is unsure")
        yield from self._untimely(step, body, order)

    def _asked(self, step: Step, body: bodies.UnlockingAsked, order: Unlocking) -> Iterator[Complaint]:
        hall = step.hall
        if order.unlocking_id != hall.next_unlocking_id:
            yield against(step, f"unlocking {order.unlocking_id}", f"unlocking {hall.next_unlocking_id}")
        if order.state != "asked" or order.asked_at_ms != step.at_ms or order.said is not None:
            yield against(step, f"a new unlocking that is {order.state}", "one asked for now")
        door = hall.door(order.cabinet, order.door)
        assert door is not None
        if door.unlocking_id is not None:
            yield against(step, f"door {door.number} has unlocking {door.unlocking_id}", "one at a time")
        moving = None if order.case_id is None else hall.pending_of(order.case_id)
        if moving is not None:
            yield against(step, f"the case moves by unlocking {moving.unlocking_id}", "one at a time")
        if (body.proof is not None) is not (order.purpose == "collection"):
            yield against(step, f"proof {body.proof} for a {order.purpose}", "a proof for each collection")
        case = hall.cases.get(order.case_id or 0)
        if wrong := self._unfounded(hall, order, door, case):
            yield against(step, *wrong)

    def _unfounded(  # noqa: PLR0911 one return a purpose and fault
        self, hall: Hall, order: Unlocking, door: Door, case: Case | None
    ) -> tuple[str, str] | None:
        """Why this door may not be opened for this."""
        is_there = case is not None and door.case_id == case.case_id
        match order.purpose:
            case "deposit":
                if not _is_free(hall, door):
                    return f"a deposit in door {door.number}, which is not free", "a free door"
                if case is None or isinstance(case.place, InDoor) or case.state not in ("accepted", *KEPT):
                    return "a deposit of a case that is not at hand", "a case that lies in no door"
            case "collection":
                if case is None or not is_there or case.state != "ready":
                    return f"door {door.number} opened for another case", "the door of a case that is ready"
                if door.trouble in IN_DOUBT or door.condition == "unknown":
                    return f"door {door.number} opened while it was {door.trouble}", "a door that is sure"
            case "removal":
                if case is None or not is_there:
                    return f"door {door.number} opened for another case", "the door of the case"
            case "inspection":
                return self._strange_inspection(order, door)
        return None

    def _strange_inspection(self, order: Unlocking, door: Door) -> tuple[str, str] | None:
        before = self._superseded
        if before is None or (before.cabinet, before.door) != (door.cabinet, door.number):
            wanted, doubted = door.case_id, None
        else:
            is_look = before.purpose == "inspection"
            wanted, doubted = before.case_id, before.doubted if is_look else before.purpose
        if (order.case_id, order.doubted) == (wanted, doubted):
            return None
        return f"an inspection for case {order.case_id}", f"for case {wanted}, which is looked for there"

    def _untimely(self, step: Step, body: Happened, order: Unlocking) -> Iterator[Complaint]:
        match body:
            case bodies.UnlockingUnsure(doubt="silent"):
                silent_ms = step.at_ms - order.asked_at_ms
                if order.state != "asked" or silent_ms < step.hall.rules.pickup.told_within_ms:
                    yield against(step, f"silent after {silent_ms} ms", "its cabinet's time to tell")
            case bodies.UnlockingFailed(failure="stuck" | "withdrawn") if order.opened_at_ms is not None:
                yield against(step, f"{body.failure} after the door was open", "a door that stayed shut")
            case bodies.UnlockingFailed(failure="found-full") if order.purpose != "deposit":
                yield against(step, f"found full at a {order.purpose}", "at a deposit only")
            case bodies.UnlockingFailed() if order.doubted is not None and body.failure != "superseded":
                yield against(step, "an inspection failed and its doubt was forgotten", "an unsure unlocking")
            case bodies.FindingSaid(finding="missing") if order.purpose == "deposit":
                yield against(step, "missing at a deposit", "inside or empty")
            case _:
                pass


def _order(hall: Hall, body: Happened) -> Unlocking | None:
    """The unlocking that an event happens to."""
    match body:
        case bodies.OfUnlocking():
            return hall.unlockings[body.unlocking_id]
        case bodies.DoorChanged(unlocking_id=int() as unlocking_id):
            return hall.unlockings[unlocking_id]
        case _:
            return None


def _is_free(hall: Hall, door: Door) -> bool:
    is_bare = door.case_id is None and door.unlocking_id is None and door.trouble is None
    is_listed = hall.is_listed(door.cabinet, door.number)
    return is_bare and is_listed and door.condition == "closed" and door.is_in_service
