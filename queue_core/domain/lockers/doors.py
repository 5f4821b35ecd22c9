"""Decisions about doors themselves: what their boards tell, and whether they are in service."""

from collections.abc import Iterator

from queue_core.domain import refusals
from queue_core.domain.commands import ReportDoors, SetDoorService
from queue_core.domain.events import (
    DoorChanged,
    DoorForced,
    DoorServiceChanged,
    Event,
    UnlockingUnsure,
)
from queue_core.domain.hall_day import HallDay
from queue_core.domain.lockers import lookup, settling
from queue_core.domain.lockers.settling import Serials
from queue_core.domain.records import Door, Unlocking
from queue_core.domain.words import DoorCondition, UnlockingDoubt, UnlockingState

_OPEN, _UNKNOWN = DoorCondition.OPEN, DoorCondition.UNKNOWN
_NOT_CARRIED_OUT = frozenset({UnlockingDoubt.GONE, UnlockingDoubt.NOT_SAID})
"""An unsure unlocking of these doubts opens no door any more."""


def report(day: HallDay, command: ReportDoors, now_ms: int) -> tuple[Event, ...]:
    """What changed; doors the hall does not have are passed over.

    With `in_hand`, unlockings the cabinet does not know of any more are unsure.
    """
    lookup.require_cabinet(day, command.cabinet)
    new = settling.serials(day)
    return tuple(
        event
        for door in day.lockers.doors(command.cabinet)
        for event in _told(day, door, command, now_ms, new)
    )


def is_news(day: HallDay, command: ReportDoors) -> bool:
    """Whether a report would change anything. Raises Refusal."""
    return bool(report(day, command, day.last_at_ms))


def set_service(day: HallDay, command: SetDoorService, now_ms: int) -> tuple[DoorServiceChanged, ...]:
    door = lookup.door_of(day, command.cabinet, command.door)
    if door.is_in_service is command.is_in_service and (door.trouble is None or not command.is_in_service):
        return ()
    if (pending := day.lockers.pending_at(door)) is not None:
        raise refusals.DoorBusy(pending)
    if door.case_id is not None:
        raise refusals.DoorNotEmpty(door)
    return (
        DoorServiceChanged(
            at_ms=now_ms, cabinet=door.cabinet, door=door.number, is_in_service=command.is_in_service
        ),
    )


def _told(day: HallDay, door: Door, command: ReportDoors, now_ms: int, new: Serials) -> Iterator[Event]:
    """Of an unlocking that is gone, an open door is still its work; what came after it is not known."""
    told = command.doors.get(door.number, door.condition)
    pending = day.lockers.pending_at(door)
    if pending is None or command.in_hand is None or not _is_gone(pending, command.in_hand):
        yield from _changed(day, door, told, now_ms, new)
        return
    if told is _OPEN and door.condition is not _OPEN:
        yield _change(door, told, now_ms, pending.unlocking_id)
    yield UnlockingUnsure(at_ms=now_ms, unlocking_id=pending.unlocking_id, doubt=UnlockingDoubt.GONE)
    if told is not _OPEN and told is not door.condition:
        yield _change(door, told, now_ms, pending.unlocking_id if door.condition is _OPEN else None)


def _is_gone(pending: Unlocking, in_hand: tuple[int, ...]) -> bool:
    return pending.unlocking_id not in in_hand and pending.doubt not in _NOT_CARRIED_OUT


def _changed(day: HallDay, door: Door, told: DoorCondition, now_ms: int, new: Serials) -> Iterator[Event]:
    pending = day.lockers.pending_at(door)
    if told is door.condition:
        return
    if told is _OPEN:
        yield from _opened(door, pending, now_ms)
        return
    was_opened = pending is not None and door.condition is _OPEN
    unlocking_id = pending.unlocking_id if pending is not None and was_opened else None
    yield _change(door, told, now_ms, unlocking_id)
    if pending is None or not was_opened:
        return
    if told is DoorCondition.CLOSED:
        yield from settling.closed(day, pending, now_ms, new)
    elif pending.state is UnlockingState.OPEN:
        doubt = UnlockingDoubt.BOARD_AWAY
        yield UnlockingUnsure(at_ms=now_ms, unlocking_id=pending.unlocking_id, doubt=doubt)


def _opened(door: Door, pending: Unlocking | None, now_ms: int) -> Iterator[Event]:
    """By the order for it, or by force; a door of which nothing was known yet may stand open."""
    if pending is not None and pending.doubt not in _NOT_CARRIED_OUT:
        yield _change(door, _OPEN, now_ms, pending.unlocking_id)
        return
    yield _change(door, _OPEN, now_ms, None)
    if door.since_ms or door.case_id is not None:
        yield DoorForced(at_ms=now_ms, cabinet=door.cabinet, door=door.number)


def _change(door: Door, told: DoorCondition, now_ms: int, unlocking_id: int | None) -> DoorChanged:
    return DoorChanged(
        at_ms=now_ms, cabinet=door.cabinet, door=door.number, condition=told, unlocking_id=unlocking_id
    )
