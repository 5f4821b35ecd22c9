"""What the clock alone brings about at cabinets and to cases, by the wall, day and night."""

from collections.abc import Iterator

from queue_core.domain.events import CaseExpired, DoorLeftOpen, Event, UnlockingUnsure
from queue_core.domain.hall_day import HallDay
from queue_core.domain.words import UnlockingDoubt, UnlockingState


def keep_time(day: HallDay, now_ms: int) -> Iterator[Event]:
    yield from _silent(day, now_ms)
    yield from _left_open(day, now_ms)
    yield from _kept_too_long(day, now_ms)


def _silent(day: HallDay, now_ms: int) -> Iterator[UnlockingUnsure]:
    latest_ms = now_ms - day.rules.pickup.told_within_ms
    for each in day.lockers.pending():
        if each.state is UnlockingState.ASKED and each.asked_at_ms <= latest_ms:
            doubt = UnlockingDoubt.SILENT
            yield UnlockingUnsure(at_ms=now_ms, unlocking_id=each.unlocking_id, doubt=doubt)


def _left_open(day: HallDay, now_ms: int) -> Iterator[DoorLeftOpen]:
    latest_ms = now_ms - day.rules.pickup.left_open_ms
    for door in day.lockers.open_doors():
        if not door.is_left_open and door.is_in_service and door.since_ms <= latest_ms:
            yield DoorLeftOpen(at_ms=now_ms, cabinet=door.cabinet, door=door.number)


def _kept_too_long(day: HallDay, now_ms: int) -> Iterator[CaseExpired]:
    """Not while its door is being opened."""
    for case in day.cases.kept_until(now_ms):
        pending = day.lockers.pending_of(case.case_id)
        if pending is None or pending.state is UnlockingState.UNSURE:
            yield CaseExpired(at_ms=now_ms, case_id=case.case_id)
