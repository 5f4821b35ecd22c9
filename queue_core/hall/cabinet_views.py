"""Cabinets and their doors as they are seen: by staff with the cases inside, by the cabinet without."""

from msgspec import Struct
from msgspec.structs import replace

from queue_core.domain import events
from queue_core.domain.events import Event
from queue_core.domain.hall_day import HallDay
from queue_core.domain.records import Door, Unlocking
from queue_core.domain.rules import CabinetRules, DoorRules
from queue_core.domain.words import CaseState, DoorCondition, UnlockingState
from queue_core.hall.settings import HallSettings
from queue_core.wire import lockers as wire
from queue_core.wire import views, words

CHANGING: frozenset[type[Event]] = frozenset(
    {
        events.DayOpened,
        events.RulesChanged,
        events.CaseHandedOver,
        events.CaseDeposited,
        events.CaseRemoved,
        events.CaseMissing,
        events.CaseKeptLonger,
        events.CaseExpired,
        events.UnlockingAsked,
        events.DoorChanged,
        events.DoorForced,
        events.DoorLeftOpen,
        events.FindingSaid,
        events.UnlockingUnsure,
        events.UnlockingSettled,
        events.UnlockingFailed,
        events.DoorServiceChanged,
        events.ProofRefused,
        events.ProofAccepted,
        events.ProofLockLifted,
    }
)
"""After all others each cabinet's view is as before."""


class CabinetNow(Struct, frozen=True, kw_only=True):
    """`for_staff` says which case lies where."""

    for_staff: views.CabinetView
    for_itself: views.CabinetView


class Cabinets:
    """Makes the views of cabinets; what a door of no configured cabinet still holds is shown by its code."""

    def __init__(self, settings: HallSettings) -> None:
        self._names = {each.code: each.names for each in settings.cabinets}
        self._places = {each.code: each.place or "" for each in settings.cabinets}

    def of(self, day: HallDay, known: dict[str, CabinetNow]) -> dict[str, CabinetNow]:
        """All cabinets, in the order of hall.toml, then those it has no more and in which something lies.

        One that has not changed stays one object. Such a one that was `known` stays, without doors at last.
        O(doors).
        """
        holding = (each.cabinet for each in day.lockers.doors())
        codes = dict.fromkeys((*(each.code for each in day.rules.cabinets), *holding, *known))
        now = {code: self.cabinet(day, code) for code in codes}
        return {code: known[code] if known.get(code) == each else each for code, each in now.items()}

    def cabinet(self, day: HallDay, code: str) -> CabinetNow:
        """A door that was dropped from the rules is shown as long as something is inside."""
        rules = day.lockers.rules_of(code) or CabinetRules(code=code, doors=())
        listed = {each.number: each for each in rules.doors}
        doors = tuple(_door(day, each, listed.get(each.number)) for each in day.lockers.doors(rules.code))
        counted = day.lockers.proofs.get(rules.code)
        seen = views.CabinetView(
            cabinet=rules.code,
            names=self._names.get(rules.code, {}),
            place=self._places.get(rules.code, ""),
            doors=doors,
            needs_card=rules.needs_card,
            locked_until_ms=0 if counted is None else counted.locked_until_ms,
        )
        bare = tuple(map(_without_case, doors))
        return CabinetNow(for_staff=seen, for_itself=replace(seen, doors=bare))


def unlocking(of: Unlocking, day: HallDay, *, with_case: bool) -> wire.Unlocking:
    case = day.cases.get(of.case_id) if with_case and of.case_id is not None else None
    return wire.Unlocking(
        unlocking_id=of.unlocking_id,
        cabinet=of.cabinet,
        door=of.door,
        purpose=words.UnlockingPurpose(of.purpose),
        state=words.UnlockingState(of.state),
        asked_at_ms=of.asked_at_ms,
        opened_at_ms=of.opened_at_ms,
        case=None if case is None else case.code,
        doubted=None if of.doubted is None else words.UnlockingPurpose(of.doubted),
    )


def _door(day: HallDay, door: Door, rules: DoorRules | None) -> views.DoorView:
    case = None if door.case_id is None else day.cases.get(door.case_id)
    pending = day.lockers.pending_at(door)
    return views.DoorView(
        number=door.number,
        size=words.DoorSize.SMALL if rules is None else words.DoorSize(rules.size),
        board=0 if rules is None else rules.board,
        channel=0 if rules is None else rules.channel,
        condition=words.DoorCondition(door.condition),
        use=_use(door, pending, day),
        since_ms=door.since_ms,
        trouble=None if door.trouble is None else words.DoorTrouble(door.trouble),
        is_left_open=door.is_left_open,
        is_in_service=door.is_in_service and rules is not None,
        case=None if case is None else case.code,
        keep_until_ms=None if case is None else case.keep_until_ms,
        is_overdue=case is not None and case.state is CaseState.EXPIRED,
        unlocking=None if pending is None else unlocking(pending, day, with_case=True),
    )


def _use(door: Door, pending: Unlocking | None, day: HallDay) -> words.DoorUse:
    """A door that is empty and not closed, or of which nothing is known, is out: nothing can be put in."""
    if day.lockers.is_unsure(door):
        return words.DoorUse.UNSURE
    if pending is not None and pending.state is not UnlockingState.UNSURE:
        return words.DoorUse.PENDING
    if door.trouble is not None or not door.is_in_service:
        return words.DoorUse.OUT
    if door.case_id is not None:
        return words.DoorUse.HOLDS
    return words.DoorUse.FREE if door.condition is DoorCondition.CLOSED else words.DoorUse.OUT


def _without_case(door: views.DoorView) -> views.DoorView:
    bare = None if door.unlocking is None else replace(door.unlocking, case=None)
    return replace(door, case=None, unlocking=bare)
