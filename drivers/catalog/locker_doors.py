"""What is known of a locker's doors, and what a change means: opened, closed, forced, left open. No I/O."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import final

from drivers.contract.events import Door, DoorClosed, DoorForced, DoorLeftOpen, DoorOpened, Event
from drivers.contract.locker import DoorState
from drivers.contract.status import Doors, State, Status


@dataclass(slots=True, kw_only=True)
class _Known:
    """`seen`: how the door was when it last said so, whatever has become of its board since."""

    state: DoorState = DoorState.UNKNOWN
    seen: DoorState = DoorState.UNKNOWN
    open_since_s: float | None = None
    was_told_left_open: bool = False
    is_forced: bool = False
    may_open_until_s: float = 0.0
    openings: int = 0

    @property
    def is_waited_for(self) -> bool:
        """It stands open, and nobody has been told yet that it does so for too long."""
        return self.state is DoorState.OPEN and not self.was_told_left_open


@final
class DoorBook:
    """All doors of a line. Times are of one clock that never goes back."""

    def __init__(self, doors: Iterable[Door], *, left_open_after_s: float) -> None:
        self._doors = {door: _Known() for door in doors}
        self._left_open_after_s = left_open_after_s

    @property
    def states(self) -> Mapping[Door, DoorState]:
        return MappingProxyType({door: known.state for door, known in self._doors.items()})

    @property
    def all_unknown(self) -> Mapping[Door, DoorState]:
        return MappingProxyType(dict.fromkeys(self._doors, DoorState.UNKNOWN))

    @property
    def status(self) -> Status:
        """Of a locker that answers."""
        states = {known.state for known in self._doors.values()}
        forced = any(known.is_forced for known in self._doors.values())
        if DoorState.OPEN in states:
            doors = Doors.OPEN
        else:
            doors = Doors.UNKNOWN if DoorState.UNKNOWN in states else Doors.CLOSED
        return Status(state=State.TAMPER_SUSPECTED if forced else State.ONLINE, doors=doors)

    @property
    def is_any_open(self) -> bool:
        return any(known.state is DoorState.OPEN for known in self._doors.values())

    def is_open(self, door: Door) -> bool:
        return self._doors[door].state is DoorState.OPEN

    def openings(self, door: Door) -> int:
        """How often it has come open; a door may be closed again before anybody looks."""
        return self._doors[door].openings

    def expect_opening(self, door: Door, *, until_s: float) -> None:
        """It has been told to open: if it does so until then, nobody has forced it."""
        self._doors[door].may_open_until_s = until_s

    def learn(self, door: Door, state: DoorState, now_s: float) -> list[Event]:
        """A door says how it is. What it says first is no event: who knows what was before."""
        known = self._doors.get(door)
        if known is None:
            return []
        before, known.state = known.seen, state
        if state is DoorState.UNKNOWN:
            return []
        known.seen = state
        if state is before:
            return []
        if state is DoorState.OPEN:
            known.open_since_s = now_s
            return self._opened(door, known, now_s) if before is DoorState.CLOSED else []
        known.open_since_s, known.was_told_left_open, known.is_forced = None, False, False
        return [DoorClosed(door)] if before is DoorState.OPEN else []

    def forget(self, board: int) -> None:
        """The board does not answer: nobody knows how its doors are."""
        for door, known in self._doors.items():
            if door.board == board:
                known.state = DoorState.UNKNOWN

    def next_left_open_s(self) -> float | None:
        """When the next door will have stood open for too long."""
        due = [
            known.open_since_s + self._left_open_after_s
            for known in self._doors.values()
            if known.is_waited_for and known.open_since_s is not None
        ]
        return min(due, default=None)

    def left_open(self, now_s: float) -> list[DoorLeftOpen]:
        """The doors that have just stood open for too long, each told once an opening."""
        told = []
        for door, known in self._doors.items():
            since_s = known.open_since_s
            if known.is_waited_for and since_s is not None and now_s - since_s >= self._left_open_after_s:
                known.was_told_left_open = True
                told.append(DoorLeftOpen(door=door, for_s=now_s - since_s))
        return told

    def _opened(self, door: Door, known: _Known, now_s: float) -> list[Event]:
        known.openings += 1
        if now_s < known.may_open_until_s:
            return [DoorOpened(door)]
        known.is_forced = True
        return [DoorForced(door)]
