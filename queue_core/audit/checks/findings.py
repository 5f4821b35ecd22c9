"""What was found behind a door, and what that means for the case: it follows at once, and only so."""

from collections.abc import Iterator
from typing import ClassVar, NamedTuple

from queue_core.audit import bodies
from queue_core.audit.checks.check import Check, against
from queue_core.audit.finding import Complaint
from queue_core.audit.hall import Hall
from queue_core.audit.records import Case, InDoor, Unlocking
from queue_core.audit.step import Step

BY_CLOSING = {"deposit": "inside", "collection": "empty", "removal": "empty"}


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
