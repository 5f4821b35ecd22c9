"""What the clock alone should have brought about at cabinets and to cases, and did not."""

from collections.abc import Iterator
from heapq import heappop, heappush
from typing import ClassVar

from queue_core.audit import bodies
from queue_core.audit.checks.check import Check, against
from queue_core.audit.finding import Complaint
from queue_core.audit.hall import Hall
from queue_core.audit.records import Posted
from queue_core.audit.step import Step, minutes

GRACE_MS = 5_000
"""What a hall may take from an instant that is due to the next command: it looks first, in the same turn."""
HALL_KEYS = "hall:"
"""How the keys of the hall's own commands begin, with which it keeps time."""

Ref = tuple[str, str, int]
"""What is due: its kind, the cabinet for a door, and an id or a door's number."""
_SILENT, _LEFT_OPEN, _EXPIRED = "silent", "left-open", "expired"
_KEEPS_TIME = bodies.DayOpened | bodies.DoorLeftOpen | bodies.CaseExpired | bodies.UnlockingUnsure


class Timers(Check):
    """The hall keeps time before it carries out anybody's command, also after a start: no rest is excused."""

    name: ClassVar[str] = "timers"
    sentence: ClassVar[str] = (
        "Nobody's command is carried out while an order is silent, a door left open or a case kept for longer"
        " than the rules say and the hall has not said so."
    )

    def __init__(self) -> None:
        self._due: list[tuple[int, Ref]] = []
        self._latest: dict[Ref, int] = {}
        self._key = ""

    def before(self, step: Step) -> Iterator[Complaint]:
        is_next, self._key = step.event.key != self._key, step.event.key
        if not is_next or self._key.startswith(HALL_KEYS) or isinstance(step.body, _KEEPS_TIME):
            return
        while self._due and self._due[0][0] + GRACE_MS < step.at_ms:
            due_ms, ref = heappop(self._due)
            if self._latest.get(ref) != due_ms:
                continue
            del self._latest[ref]
            if _due_ms(step.hall, ref) is not None:
                late_ms = step.at_ms - due_ms
                yield against(
                    step, f"{_named(ref)} and was not said to be, {minutes(late_ms)} late", "in time"
                )

    def after(self, step: Step) -> Iterator[Complaint]:
        for ref in _touched(step):
            due_ms = _due_ms(step.hall, ref)
            if due_ms is None:
                self._latest.pop(ref, None)
            else:
                self._latest[ref] = max(due_ms, step.at_ms)
                heappush(self._due, (self._latest[ref], ref))
        yield from ()


def _touched(step: Step) -> Iterator[Ref]:
    """Of what the event may have changed when it is due."""
    body, hall = step.body, step.hall
    match body:
        case bodies.DayOpened() | bodies.RulesChanged():
            yield from ((_SILENT, "", each) for each in hall.unlockings)
            yield from ((_LEFT_OPEN, *each) for each in hall.doors)
            yield from ((_EXPIRED, "", each) for each in hall.cases)
        case bodies.UnlockingAsked(unlocking=order):
            yield _SILENT, "", order.unlocking_id
            yield from _of_case(order.case_id)
        case bodies.OfUnlocking(unlocking_id=unlocking_id):
            yield _SILENT, "", unlocking_id
            yield from _of_case(hall.unlockings[unlocking_id].case_id)
        case bodies.OfDoor():
            yield _LEFT_OPEN, body.cabinet, body.door
            if isinstance(body, bodies.DoorChanged) and body.unlocking_id is not None:
                yield _SILENT, "", body.unlocking_id
        case bodies.OfCase():
            yield from _of_case(body.case_id)
        case _:
            pass


def _of_case(case_id: int | None) -> Iterator[Ref]:
    if case_id is not None:
        yield _EXPIRED, "", case_id


def _due_ms(hall: Hall, ref: Ref) -> int | None:
    """None: nothing is due, or it may not happen now."""
    rules, (kind, cabinet, number) = hall.rules.pickup, ref
    if kind == _SILENT:
        order = hall.unlockings.get(number)
        is_silent = order is not None and order.state == "asked"
        return order.asked_at_ms + rules.told_within_ms if order is not None and is_silent else None
    if kind == _LEFT_OPEN:
        door = hall.doors.get((cabinet, number))
        if door is None or door.condition != "open" or door.is_left_open or not door.is_in_service:
            return None
        return door.since_ms + rules.left_open_ms
    case, pending = hall.cases.get(number), hall.pending_of(number)
    if case is None or case.state != "ready" or isinstance(case.place, Posted):
        return None
    return case.keep_until_ms if pending is None or pending.state == "unsure" else None


def _named(ref: Ref) -> str:
    kind, cabinet, number = ref
    match kind:
        case "silent":
            return f"unlocking {number} was silent"
        case "left-open":
            return f"door {number} of {cabinet} was left open"
        case _:
            return f"case {number} was kept too long"
