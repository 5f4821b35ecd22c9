"""The doors of cabinets: what opened them, and what was put behind them."""

from collections.abc import Iterator
from typing import ClassVar

from queue_core.audit import bodies
from queue_core.audit.checks.check import Check, against
from queue_core.audit.finding import Complaint
from queue_core.audit.records import Door, InDoor
from queue_core.audit.step import Step

CANNOT_OPEN = ("gone", "not-said")


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
