"""The doors of all cabinets as they are, and every order to open one that is not over.

Owned by one hall day and changed by `evolve` alone. A door that the rules drop stays as long as something is
inside, or an order for it is not settled.
"""

from collections.abc import Iterable

from queue_core.domain.records import Door, ProofCount, Unlocking
from queue_core.domain.rules import CabinetRules
from queue_core.domain.words import DoorCondition, DoorSize, DoorTrouble, UnlockingState

DoorKey = tuple[str, int]
_OF_SIZE = tuple(DoorSize)
_DOUBTED = frozenset({DoorTrouble.FORCED, DoorTrouble.FOUND_FULL})


class LockerRegister:
    """`proofs` are the counts of wrong ones by cabinet. Each step costs O(1), a change of rules O(doors)."""

    def __init__(
        self,
        doors: Iterable[Door] = (),
        unlockings: Iterable[Unlocking] = (),
        proof_counts: Iterable[ProofCount] = (),
    ) -> None:
        self.proofs = {each.cabinet: each for each in proof_counts}
        self._cabinets: dict[str, CabinetRules] = {}
        self._sizes: dict[DoorKey, DoorSize] = {}
        self._doors = {(each.cabinet, each.number): each for each in doors}
        self._unlockings: dict[int, Unlocking] = {}
        self._pending: dict[int, None] = {}
        self._by_case: dict[int, DoorKey] = {}
        self._last_at: dict[DoorKey, int] = {}
        self._last_of: dict[int, int] = {}
        self._free: dict[tuple[str, DoorSize], set[int]] = {}
        self._open: dict[DoorKey, None] = {}
        for each in unlockings:
            self.keep(each)

    # What `evolve` does

    def follow(self, cabinets: Iterable[CabinetRules]) -> None:
        """Let other rules take effect: new doors come unknown, dropped ones go when nothing is inside."""
        self._cabinets = {each.code: each for each in cabinets}
        self._sizes = {
            (each.code, door.number): door.size for each in self._cabinets.values() for door in each.doors
        }
        known = [*self._doors.values()]
        known += [
            Door(cabinet=code, number=each) for code, each in self._sizes if (code, each) not in self._doors
        ]
        self._doors, self._by_case, self._free, self._open = {}, {}, {}, {}
        for door in known:
            self.put(door)
            self.drop_bare(door)

    def put(self, door: Door) -> None:
        """Keep the newest form of a door."""
        key = door.cabinet, door.number
        before = self._doors.pop(key, None)
        if before is not None and before.case_id is not None and self._by_case.get(before.case_id) == key:
            del self._by_case[before.case_id]
        self._doors[key] = door
        if door.case_id is not None:
            self._by_case[door.case_id] = key
        self._index(key, door, self._sizes.get(key))

    def drop_bare(self, door: Door) -> None:
        """Forget a door the rules have dropped, once nothing is inside and no order for it is pending."""
        key = door.cabinet, door.number
        if key not in self._sizes and door.case_id is None and door.unlocking_id is None:
            self._doors.pop(key, None)
            self._open.pop(key, None)

    def _index(self, key: DoorKey, door: Door, size: DoorSize | None) -> None:
        if door.condition is DoorCondition.OPEN:
            self._open[key] = None
        else:
            self._open.pop(key, None)
        if size is not None:
            free = self._free.setdefault((door.cabinet, size), set())
            (free.add if self.is_free(door) else free.discard)(door.number)

    def keep(self, unlocking: Unlocking) -> None:
        """Keep the newest form of an unlocking; those of today stay known when they are over."""
        self._unlockings[unlocking.unlocking_id] = unlocking
        self._last_at[unlocking.cabinet, unlocking.door] = unlocking.unlocking_id
        if unlocking.case_id is not None:
            self._last_of[unlocking.case_id] = unlocking.unlocking_id
        if unlocking.is_pending:
            self._pending[unlocking.unlocking_id] = None
        else:
            self._pending.pop(unlocking.unlocking_id, None)

    # What others ask

    def rules_of(self, cabinet: str) -> CabinetRules | None:
        return self._cabinets.get(cabinet)

    def has(self, cabinet: str) -> bool:
        """Whether there is such a cabinet, or was one in which something still lies."""
        return cabinet in self._cabinets or any(code == cabinet for code, _ in self._doors)

    def door(self, cabinet: str, number: int) -> Door | None:
        return self._doors.get((cabinet, number))

    def doors(self, cabinet: str | None = None) -> tuple[Door, ...]:
        """All doors, or those of one cabinet, by number."""
        wanted = sorted(key for key in self._doors if cabinet in (None, key[0]))
        return tuple(self._doors[key] for key in wanted)

    def door_of(self, case_id: int) -> Door | None:
        """The door a case is believed to lie behind."""
        key = self._by_case.get(case_id)
        return None if key is None else self._doors[key]

    def size_of(self, door: Door) -> DoorSize | None:
        """None for a door the rules have dropped."""
        return self._sizes.get((door.cabinet, door.number))

    def open_doors(self) -> tuple[Door, ...]:
        return tuple(self._doors[key] for key in self._open)

    def free(self, cabinet: str, size: DoorSize) -> int | None:
        """The door for something of that size: of the smallest size that fits, the lowest number."""
        for each in _OF_SIZE[_OF_SIZE.index(size) :]:
            if numbers := self._free.get((cabinet, each)):
                return min(numbers)
        return None

    def is_free(self, door: Door) -> bool:
        """Whether something may be put in now."""
        return (
            (door.cabinet, door.number) in self._sizes
            and door.condition is DoorCondition.CLOSED
            and door.case_id is None
            and door.unlocking_id is None
            and door.trouble is None
            and door.is_in_service
        )

    def is_unsure(self, door: Door) -> bool:
        """Whether what is inside must be asked, or looked at."""
        pending = self.pending_at(door)
        return door.trouble in _DOUBTED or (pending is not None and pending.state is UnlockingState.UNSURE)

    def unlocking(self, unlocking_id: int) -> Unlocking | None:
        """One of today, or one of before that is not over."""
        return self._unlockings.get(unlocking_id)

    def pending(self, cabinet: str | None = None) -> tuple[Unlocking, ...]:
        """Those not over, in the order they were asked; of all cabinets, or of one."""
        found = (self._unlockings[each] for each in self._pending)
        return tuple(each for each in found if cabinet in (None, each.cabinet))

    def pending_at(self, door: Door) -> Unlocking | None:
        return None if door.unlocking_id is None else self._unlockings[door.unlocking_id]

    def pending_of(self, case_id: int) -> Unlocking | None:
        """The unlocking not over in which a case may move."""
        last = self.last_of(case_id)
        return last if last is not None and last.is_pending else None

    def last_of(self, case_id: int) -> Unlocking | None:
        """The last one of a case, today."""
        return self._unlockings.get(self._last_of.get(case_id, 0))

    def is_last(self, unlocking: Unlocking) -> bool:
        """Whether neither its door nor its case had another one since."""
        is_last_there = self._last_at[unlocking.cabinet, unlocking.door] == unlocking.unlocking_id
        of_case = unlocking.case_id is None or self._last_of[unlocking.case_id] == unlocking.unlocking_id
        return is_last_there and of_case
