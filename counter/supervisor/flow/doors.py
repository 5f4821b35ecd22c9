"""Doors of cabinets as the supervisor's screen names them, and what may be done to one as it stands. Pure."""

from dataclasses import dataclass
from enum import StrEnum

from queue_core.wire.views import CabinetView, DoorView
from queue_core.wire.words import DoorUse, UnlockingPurpose, UnlockingState


@dataclass(frozen=True, slots=True, kw_only=True)
class DoorName:
    cabinet: str
    door: int


class DoorDeed(StrEnum):
    """What is being prepared for the chosen door; what it will do is said before it is confirmed."""

    NONE = ""
    SAY = "say"
    KEEP = "keep"
    TAKE_OUT = "take-out"
    REASSIGN = "reassign"
    INSPECT = "inspect"
    OUT_OF_SERVICE = "out-of-service"
    BACK_IN_SERVICE = "back-in-service"


FROM_AFAR = frozenset({DoorDeed.TAKE_OUT, DoorDeed.REASSIGN, DoorDeed.INSPECT})
"""A door comes open where the supervisor is not: asked twice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenOut:
    """A case for which a door was opened from here. `is_under_way`: its unlocking was seen since."""

    case: str
    at: DoorName
    is_under_way: bool = False


def door_at(cabinets: tuple[CabinetView, ...], name: DoorName | None) -> DoorView | None:
    if name is None:
        return None
    cabinet = cabinet_at(cabinets, name.cabinet)
    return next((one for one in cabinet.doors if one.number == name.door), None) if cabinet else None


def cabinet_at(cabinets: tuple[CabinetView, ...], code: str) -> CabinetView | None:
    return next((one for one in cabinets if one.cabinet == code), None)


def is_busy(door: DoorView) -> bool:
    """An unlocking of it goes on: somebody stands there, or is about to."""
    return door.unlocking is not None and door.unlocking.state is not UnlockingState.UNSURE


def may_say(door: DoorView) -> bool:
    """Whether there is an unlocking of which a supervisor may say how it ended."""
    unlocking = door.unlocking
    if unlocking is None:
        return False
    is_looked_into = unlocking.purpose is UnlockingPurpose.INSPECTION and (
        unlocking.state is UnlockingState.OPEN
    )
    return unlocking.state is UnlockingState.UNSURE or is_looked_into


def door_deeds(door: DoorView) -> tuple[DoorDeed, ...]:
    """What the hall would not refuse, the most likely first."""
    has_case = door.case is not None
    wants_a_look = door.use is DoorUse.UNSURE or door.trouble is not None
    found = {
        DoorDeed.SAY: may_say(door),
        DoorDeed.INSPECT: wants_a_look and not is_busy(door),
        DoorDeed.KEEP: has_case,
        DoorDeed.TAKE_OUT: has_case and door.unlocking is None,
        DoorDeed.REASSIGN: has_case and door.unlocking is None,
        DoorDeed.BACK_IN_SERVICE: is_empty(door) and (not door.is_in_service or door.trouble is not None),
        DoorDeed.OUT_OF_SERVICE: is_empty(door) and door.is_in_service,
    }
    first = tuple(deed for deed, is_possible in found.items() if is_possible)
    return first if wants_a_look or is_busy(door) else (*first, DoorDeed.INSPECT)


def is_empty(door: DoorView) -> bool:
    return door.case is None and door.unlocking is None


def still_taken(taken: tuple[TakenOut, ...], cabinets: tuple[CabinetView, ...]) -> tuple[TakenOut, ...]:
    """Without those that lie behind their door again, or never left it."""
    return tuple(later for one in taken if (later := _later(one, door_at(cabinets, one.at))) is not None)


def _later(one: TakenOut, door: DoorView | None) -> TakenOut | None:
    if door is None:
        return one
    if door.unlocking is not None and door.unlocking.case == one.case:
        return TakenOut(case=one.case, at=one.at, is_under_way=True)
    return None if one.is_under_way and door.case == one.case else one
