"""Cabinets: which doors were opened, by what order, and what was found behind them."""

from collections.abc import Iterator
from typing import ClassVar, NamedTuple

from queue_core.audit import bodies
from queue_core.audit.bodies import Case, Door, Happened, InDoor, Unlocking
from queue_core.audit.checks.check import Check, against
from queue_core.audit.finding import Complaint
from queue_core.audit.hall import Hall
from queue_core.audit.life import UNLOCKING_LIFE
from queue_core.audit.step import Step

IN_DOUBT = ("forced", "found-full")
CANNOT_OPEN = ("gone", "not-said")
BY_CLOSING = {"deposit": "inside", "collection": "empty", "removal": "empty"}
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


class Doors(Check):
    name: ClassVar[str] = "doors"
    sentence: ClassVar[str] = (
        "A door opens by the order pending for it, or was forced; one case lies behind a door, and a case"
        " behind one door; nothing is put out of service with something inside."
    )

    def __init__(self) -> None:
        self._forced: tuple[str, int] | None = None

    def before(self, step: Step) -> Iterator[Complaint]:
        body, hall = step.body, step.hall
        if self._forced is not None:
            is_told = isinstance(body, bodies.DoorForced) and (body.cabinet, body.door) == self._forced
            if not is_told:
                found = f"door {self._forced[1]} of {self._forced[0]} came open without an unlocking"
                yield Complaint(found=found, wanted="door-forced at once")
        self._forced = None
        if isinstance(body, bodies.CaseDeposited):
            yield from self._filled(step, body)
        elif isinstance(body, bodies.OfDoor):
            door = hall.door(body.cabinet, body.door)
            assert door is not None
            yield from self._of_door(step, body, door)

    def _of_door(self, step: Step, body: bodies.OfDoor, door: Door) -> Iterator[Complaint]:
        match body:
            case bodies.DoorChanged():
                yield from self._changed(step, body, door)
            case bodies.DoorForced() if door.condition != "open":
                yield against(step, f"forced while it is {door.condition}", "a door that is open")
            case bodies.DoorLeftOpen():
                open_ms = step.at_ms - door.since_ms
                if door.condition != "open" or open_ms < step.hall.rules.pickup.left_open_ms:
                    yield against(step, f"left open after {open_ms} ms", "a door that is open for too long")
            case bodies.DoorServiceChanged():
                if door.case_id is not None or door.unlocking_id is not None:
                    yield against(step, "its service changed with something inside", "an empty door")
            case _:
                pass

    def _changed(self, step: Step, body: bodies.DoorChanged, door: Door) -> Iterator[Complaint]:
        order = step.hall.unlockings.get(body.unlocking_id or 0)
        is_for_it = order is not None and (order.cabinet, order.door) == (door.cabinet, door.number)
        if body.unlocking_id is not None and not (is_for_it and door.unlocking_id == body.unlocking_id):
            yield against(
                step, f"door {door.number} by unlocking {body.unlocking_id}", "the one pending there"
            )
        if body.condition == door.condition and not (body.condition == "open" and order is not None):
            yield against(step, f"door {door.number} is {door.condition} again", "a change")
        if body.condition != "open" or door.condition == "open":
            return
        if order is None and (door.since_ms or door.case_id is not None):
            self._forced = door.cabinet, door.number
        if order is not None and order.doubt in CANNOT_OPEN:
            yield against(step, "opened by an order its cabinet does not have any more", "door-forced")

    def _filled(self, step: Step, body: bodies.CaseDeposited) -> Iterator[Complaint]:
        door = step.hall.door(body.cabinet, body.door)
        assert door is not None
        if door.case_id not in (None, body.case_id):
            yield against(step, f"case {body.case_id} put to case {door.case_id}", "an empty door")
        place = step.hall.cases[body.case_id].place
        if isinstance(place, InDoor):
            yield against(step, f"case {body.case_id} lies in door {place.door}", "a case in no door")


class Owed(NamedTuple):
    """What an unlocking's end means for a case."""

    kind: str
    case_id: int
    door: tuple[str, int]

    def is_paid_by(self, kind: str, body: bodies.OfCase) -> bool:
        if kind != self.kind or body.case_id != self.case_id:
            return False
        return not isinstance(body, bodies.CaseDeposited) or (body.cabinet, body.door) == self.door


class Findings(Check):
    name: ClassVar[str] = "findings"
    sentence: ClassVar[str] = (
        "An unlocking is settled when its door closes or by somebody's word, and what that means for the case"
        " follows at once; in no other way does a case get behind a door or away from there."
    )

    def __init__(self) -> None:
        self._key = ""
        self._owed: list[Owed] = []
        self._closed: set[int] = set()
        self._said: dict[int, str] = {}
        self._again: Unlocking | None = None
        self._ending: dict[int, str] = {}

    def before(self, step: Step) -> Iterator[Complaint]:
        if step.event.key != self._key:
            yield from self._unpaid()
            self._key, self._owed, self._closed, self._said = step.event.key, [], set(), {}
        body, hall = step.body, step.hall
        if isinstance(body, bodies.UnlockingSettled | bodies.UnlockingUnsure):
            self._ending.pop(body.unlocking_id, None)
        match body:
            case bodies.DoorChanged(unlocking_id=int() as unlocking_id):
                self._changed(body, hall.unlockings[unlocking_id])
            case bodies.FindingSaid():
                yield from self._heard(step, body, hall.unlockings[body.unlocking_id])
            case bodies.UnlockingSettled():
                yield from self._settled(step, body, hall.unlockings[body.unlocking_id])
            case bodies.UnlockingAsked() if self._is_asked_again(body.unlocking):
                self._again = None
            case bodies.OfCase() if body.case_id in hall.cases:
                yield from self._moved(step, body, hall.cases[body.case_id])
            case _:
                pass

    def _changed(self, body: bodies.DoorChanged, order: Unlocking) -> None:
        """A door that closes, or is not seen any more, ends what was open; of an unsure one a word counts."""
        if body.condition == "closed":
            self._closed.add(order.unlocking_id)
        is_said = order.state == "unsure" and order.said is not None and body.condition == "closed"
        if is_said or (order.state == "open" and body.condition != "open"):
            self._ending[order.unlocking_id] = f"its door is {body.condition}"

    def _unpaid(self) -> Iterator[Complaint]:
        for unlocking_id, why in self._ending.items():
            yield Complaint(found=f"unlocking {unlocking_id} goes on though {why}", wanted="its end at once")
        self._ending = {}
        for owed in self._owed:
            yield Complaint(found=f"nothing followed for case {owed.case_id}", wanted=f"{owed.kind} at once")
        if self._again is not None:
            found = f"unlocking {self._again.unlocking_id} settled while its door was not closed"
            yield Complaint(found=found, wanted="a closed door, or somebody's word")
        self._again = None

    def _is_asked_again(self, new: Unlocking) -> bool:
        before = self._again
        return before is not None and (before.cabinet, before.door, before.case_id, new.purpose) == (
            new.cabinet,
            new.door,
            new.case_id,
            "collection",
        )

    def _heard(self, step: Step, body: bodies.FindingSaid, order: Unlocking) -> Iterator[Complaint]:
        """Of a settled unlocking it is a correction, within its time."""
        self._said[order.unlocking_id] = body.finding
        door = step.hall.door(order.cabinet, order.door)
        if order.state == "unsure" and door is not None and door.condition != "open":
            self._ending[order.unlocking_id] = "somebody said what is inside"
        if order.state != "settled":
            return
        late_ms = step.at_ms - (order.ended_at_ms or 0)
        if late_ms > step.hall.rules.pickup.said_within_ms:
            yield against(step, f"corrected after {late_ms} ms", "what was settled")
        self._owe(step.hall, order, body.finding)

    def _settled(self, step: Step, body: bodies.UnlockingSettled, order: Unlocking) -> Iterator[Complaint]:
        said = self._said.get(order.unlocking_id)
        by_closing = order.said or (BY_CLOSING.get(order.purpose) if order.state == "open" else None)
        if order.unlocking_id in self._closed:
            if body.finding != by_closing:
                yield against(step, f"settled as {body.finding}", f"{by_closing}, as was said or meant")
        elif said is not None:
            if said != body.finding or order.state != "unsure":
                yield against(
                    step, f"settled as {body.finding}, said {said}", "what was said, if it was unsure"
                )
        elif order.purpose == "collection" and body.finding == "inside":
            self._again = order
        else:
            yield against(step, "settled while its door was not closed", "a closed door, or somebody's word")
        self._owe(step.hall, order, body.finding)

    def _owe(self, hall: Hall, order: Unlocking, finding: str) -> None:
        case = hall.cases.get(order.case_id or 0)
        kind = None if case is None else _meaning(order, finding, case)
        if case is not None and kind is not None:
            self._owed.append(Owed(kind, case.case_id, (order.cabinet, order.door)))

    def _moved(self, step: Step, body: bodies.OfCase, case: Case) -> Iterator[Complaint]:
        paid = next((each for each in self._owed if each.is_paid_by(step.kind, body)), None)
        if paid is not None:
            self._owed.remove(paid)
            return
        needs = bodies.CaseDeposited | bodies.CaseRemoved | bodies.CaseMissing
        if isinstance(body, needs):
            yield against(step, f"{step.kind} without a finding", "an unlocking that was settled so")
        elif isinstance(body, bodies.CaseHandedOver | bodies.CasePlaced | bodies.CaseReturned):
            if isinstance(case.place, InDoor):
                yield against(step, f"{step.kind} of a case in door {case.place.door}", "an unlocking of it")
            elif step.hall.pending_of(case.case_id) is not None:
                yield against(step, f"{step.kind} while its door is being opened", "a settled unlocking")


def _meaning(order: Unlocking, finding: str, case: Case) -> str | None:
    """The event a finding leads to, from where the case was believed to be."""
    is_inside = case.place == InDoor(order.cabinet, order.door)
    if finding == "inside":
        return None if is_inside else "case-deposited"
    purpose = order.doubted or order.purpose
    if purpose == "deposit":
        return "case-removed" if is_inside else None
    if purpose == "inspection" or finding == "missing":
        return "case-missing"
    if purpose == "collection":
        return "case-handed-over"
    return "case-removed" if is_inside else None


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
