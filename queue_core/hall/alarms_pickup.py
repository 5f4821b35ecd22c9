"""What a supervisor should know at once of cabinets and cases, each kind by one stated rule.

Pure: which cabinets have a line to the hall comes in. docs/supervision.md lists the rules.
"""

from collections.abc import Callable, Iterator

from queue_core.domain.hall_day import HallDay
from queue_core.domain.records import Door
from queue_core.domain.rules import CabinetRules
from queue_core.domain.words import CaseState, DoorCondition, DoorTrouble, UnlockingState
from queue_core.hall.alarms import Figures, Standing
from queue_core.hall.supervision import Looker
from queue_core.wire.supervision import AlarmKind

_PERCENT = 100
_BY_TROUBLE = {
    DoorTrouble.FORCED: AlarmKind.DOOR_FORCED,
    DoorTrouble.STUCK: AlarmKind.DOOR_STUCK,
    DoorTrouble.FOUND_FULL: AlarmKind.DOOR_FOUND_FULL,
}


def of_pickup(is_connected: Callable[[str], bool], few_free_percent: int) -> Looker:
    def look(day: HallDay, now_ms: int) -> Iterator[Standing]:
        for cabinet in day.rules.cabinets:
            if is_connected(cabinet.code):
                yield from _of_boards(day, cabinet)
                yield from _nearly_full(day, cabinet, few_free_percent)
            else:
                yield Standing(kind=AlarmKind.CABINET_AWAY, subject=f"cabinet:{cabinet.code}")
        for door in day.lockers.doors():
            yield from _of_door(day, door)
        yield from _locked(day, now_ms)
        yield from _missing(day)

    return look


def _of_door(day: HallDay, door: Door) -> Iterator[Standing]:
    subject, figures = f"door:{door.cabinet}/{door.number}", _inside(day, door)
    if door.trouble is not None:
        yield Standing(kind=_BY_TROUBLE[door.trouble], subject=subject, figures=figures)
    if door.is_left_open:
        yield Standing(
            kind=AlarmKind.DOOR_LEFT_OPEN, subject=subject, since_ms=door.since_ms, figures=figures
        )
    pending = day.lockers.pending_at(door)
    if pending is not None and pending.state is UnlockingState.UNSURE:
        doubt = "" if pending.doubt is None else pending.doubt.value
        said: Figures = {**figures, "purpose": pending.purpose.value, "doubt": doubt}
        yield Standing(kind=AlarmKind.DOOR_UNSURE, subject=subject, figures=said)
    case = None if door.case_id is None else day.cases.get(door.case_id)
    if case is not None and case.state is CaseState.EXPIRED:
        yield Standing(
            kind=AlarmKind.DOOR_OVERDUE, subject=subject, since_ms=case.keep_until_ms, figures=figures
        )


def _inside(day: HallDay, door: Door) -> Figures:
    """What is believed to be inside, or to have been about to come in or out."""
    pending = day.lockers.pending_at(door)
    case_id = door.case_id if door.case_id is not None or pending is None else pending.case_id
    case = None if case_id is None else day.cases.get(case_id)
    return {} if case is None else {"case": case.code}


def _of_boards(day: HallDay, cabinet: CabinetRules) -> Iterator[Standing]:
    """Some of its doors' boards do not answer."""
    away = [each for each in day.lockers.doors(cabinet.code) if each.condition is DoorCondition.UNKNOWN]
    if away:
        since_ms = min(each.since_ms for each in away)
        yield Standing(
            kind=AlarmKind.BOARD_AWAY,
            subject=f"cabinet:{cabinet.code}",
            since_ms=since_ms or None,
            figures={"doors": len(away)},
        )


def _nearly_full(day: HallDay, cabinet: CabinetRules, few_percent: int) -> Iterator[Standing]:
    """Of doors that answer: whether the others are free nobody knows while their board is away."""
    doors = [each for each in day.lockers.doors(cabinet.code) if each.condition is not DoorCondition.UNKNOWN]
    free = sum(map(day.lockers.is_free, doors))
    if doors and free * _PERCENT <= few_percent * len(doors):
        figures: Figures = {"free": free, "doors": len(doors)}
        yield Standing(kind=AlarmKind.CABINET_NEARLY_FULL, subject=f"cabinet:{cabinet.code}", figures=figures)


def _locked(day: HallDay, now_ms: int) -> Iterator[Standing]:
    """Where too many wrong proofs were shown in a row: at a cabinet, or at a device that reads codes."""
    for place, counted in day.lockers.proofs.items():
        if counted.locked_until_ms > now_ms:
            is_cabinet = day.lockers.has(place)
            subject = f"cabinet:{place}" if is_cabinet else f"front-end:{place.partition(':')[2]}"
            figures: Figures = {
                "until_ms": counted.locked_until_ms,
                "locks": counted.locks,
                "place": place,
            }
            yield Standing(kind=AlarmKind.PROOFS_LOCKED, subject=subject, figures=figures)


def _missing(day: HallDay) -> Iterator[Standing]:
    for case in day.cases:
        if case.is_missing:
            yield Standing(kind=AlarmKind.CASE_MISSING, subject=f"case:{case.code}")
