"""A hall with one cabinet of four doors, on a clock that only the test moves."""

import pytest

from queue_core.domain import commands as c
from queue_core.domain import events as e
from queue_core.domain.decide import decide
from queue_core.domain.evolve import evolve
from queue_core.domain.hall_day import HallDay
from queue_core.domain.records import Case, Door, Unlocking
from queue_core.domain.rules import (
    MINUTE_MS,
    CabinetRules,
    CategoryRules,
    DoorRules,
    HallRules,
    Unit,
    WindowRules,
)
from queue_core.domain.words import (
    DoorCondition,
    DoorSize,
    Finding,
    ProofKind,
    TicketClass,
    UnlockingFailure,
)

ACCEPT = Unit("registration", TicketClass.ACCEPT)
SMALL, MEDIUM, LARGE = DoorSize
SIZES = {1: SMALL, 2: SMALL, 3: MEDIUM, 4: LARGE}
MORNING_MS = 1_795_311_000_000


def rules(*doors: int) -> HallRules:
    listed = (DoorRules(number=each, size=SIZES[each], board=1, channel=each) for each in doors)
    return HallRules(
        categories=(CategoryRules(code="registration", classes=(TicketClass.ACCEPT,)),),
        windows=(WindowRules(number=1, profile=(ACCEPT,)),),
        cabinets=(CabinetRules(code="L1", doors=tuple(listed)),),
    )


class Lobby:
    """Doors are told closed; `closes` and `opens` are what the cabinet tells of one door."""

    def __init__(self) -> None:
        self.day = HallDay()
        self.now_ms = MORNING_MS
        self.do(
            c.OpenDay(day="2026-11-20", rules=rules(1, 2, 3, 4), midnight_ms=MORNING_MS - 540 * MINUTE_MS)
        )
        self.tell(dict.fromkeys(SIZES, "closed"), in_hand=())

    def do(self, command: c.Command, after_ms: int = 1_000) -> tuple[e.Event, ...]:
        self.now_ms += after_ms
        events = decide(self.day, command, self.now_ms)
        for event in events:
            self.day = evolve(self.day, event)
        return events

    def tell(self, doors: dict[int, str], in_hand: tuple[int, ...] | None = None) -> list[str]:
        told = {number: DoorCondition(each) for number, each in doors.items()}
        events = self.do(c.ReportDoors(cabinet="L1", doors=told, in_hand=in_hand))
        return [e.kind_of(each) for each in events]

    def opens(self, door: int = 1) -> list[str]:
        return self.tell({door: "open"})

    def closes(self, door: int = 1) -> list[str]:
        return self.tell({door: "closed"})

    def accept(self, code: str = "X1", *, is_ready: bool = True) -> int:
        self.do(c.RecordCase(code=code, unit=ACCEPT, is_ready=is_ready))
        return self.day.next_case_id - 1

    def ask_deposit(self, case_id: int, size: DoorSize = SMALL) -> Unlocking:
        return self._asked(c.AskDeposit(cabinet="L1", case_id=case_id, size=size))

    def ask_collection(self, case_id: int) -> Unlocking:
        return self._asked(c.AskCollection(case_id=case_id, proof=ProofKind.CODE))

    def ask_removal(self, case_id: int) -> Unlocking:
        return self._asked(c.AskRemoval(case_id=case_id))

    def ask_inspection(self, door: int = 1) -> Unlocking:
        return self._asked(c.AskInspection(cabinet="L1", door=door))

    def _asked(self, command: c.Command) -> Unlocking:
        return next(each.unlocking for each in self.do(command) if isinstance(each, e.UnlockingAsked))

    def deposited(self, code: str = "X1", size: DoorSize = SMALL) -> int:
        case_id = self.accept(code)
        door = self.ask_deposit(case_id, size).door
        self.opens(door)
        self.closes(door)
        return case_id

    def collecting(self, case_id: int) -> Unlocking:
        """The door is open for its holder."""
        unlocking = self.ask_collection(case_id)
        self.opens(unlocking.door)
        return unlocking

    def say(self, unlocking: Unlocking, finding: Finding, after_ms: int = 1_000) -> list[str]:
        said = c.SayFinding(unlocking_id=unlocking.unlocking_id, finding=finding)
        return [e.kind_of(each) for each in self.do(said, after_ms)]

    def fail(self, unlocking: Unlocking, failure: UnlockingFailure) -> list[str]:
        failed = c.FailUnlocking(unlocking_id=unlocking.unlocking_id, failure=failure)
        return [e.kind_of(each) for each in self.do(failed)]

    def keep_time(self, after_ms: int) -> list[str]:
        return [e.kind_of(each) for each in self.do(c.KeepTime(), after_ms)]

    def next_day(self, after_ms: int = 20 * 60 * MINUTE_MS, by: HallRules | None = None) -> None:
        self.do(c.OpenDay(day="2026-11-21", rules=by or rules(1, 2, 3, 4)), after_ms)

    def case(self, case_id: int) -> Case:
        case = self.day.cases.get(case_id)
        assert case is not None
        return case

    def door(self, number: int = 1) -> Door:
        door = self.day.lockers.door("L1", number)
        assert door is not None
        return door

    def now(self, unlocking: Unlocking) -> Unlocking:
        known = self.day.lockers.unlocking(unlocking.unlocking_id)
        assert known is not None
        return known


@pytest.fixture
def lobby() -> Lobby:
    return Lobby()
