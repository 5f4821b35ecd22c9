"""Doors as they are seen, and that nothing but the events named changes what is seen of them."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from queue_core.config import load
from queue_core.domain import commands as c
from queue_core.domain.decide import decide
from queue_core.domain.evolve import evolve
from queue_core.domain.rules import MINUTE_MS
from queue_core.domain.words import Finding, ProofKind, ReceiptKind, UnlockingFailure
from queue_core.hall.cabinet_views import CHANGING, CabinetNow, Cabinets
from queue_core.hall.settings import HallSettings
from queue_core.wire.words import DoorUse, UnlockingPurpose
from tests.unit.domain.lockers.conftest import LARGE, Lobby

CABINETS = Cabinets(load(Path(__file__).parents[3] / "halls" / "demo.toml", HallSettings))


def seen(lobby: Lobby) -> CabinetNow:
    return CABINETS.of(lobby.day, {})["L1"]


def uses(lobby: Lobby) -> list[DoorUse]:
    return [each.use for each in seen(lobby).for_staff.doors]


@pytest.fixture
def lobby() -> Lobby:
    return Lobby()


def test_each_door_is_what_may_be_done_with_it(lobby: Lobby) -> None:
    assert uses(lobby) == [DoorUse.FREE] * 4
    lobby.deposited()
    lobby.ask_deposit(lobby.accept("X2"))
    lobby.do(c.SetDoorService(cabinet="L1", door=3, is_in_service=False))
    lobby.opens(4)
    assert uses(lobby) == [DoorUse.HOLDS, DoorUse.PENDING, DoorUse.OUT, DoorUse.UNSURE]
    lobby.tell({1: "unknown"})
    assert uses(lobby)[0] is DoorUse.HOLDS


def test_an_empty_door_of_which_nothing_is_known_is_out(lobby: Lobby) -> None:
    lobby.tell({1: "unknown"})
    assert uses(lobby)[0] is DoorUse.OUT


def test_the_cabinet_sees_no_case_and_staff_see_each(lobby: Lobby) -> None:
    case_id = lobby.deposited("X5")
    lobby.ask_collection(case_id)
    now = seen(lobby)
    staff, itself = now.for_staff.doors[0], now.for_itself.doors[0]
    assert (staff.case, staff.unlocking.case) == ("X5", "X5")
    assert (itself.case, itself.unlocking.case) == (None, None)
    assert staff.unlocking.unlocking_id == itself.unlocking.unlocking_id
    assert "X5" not in repr(now.for_itself)


def test_what_is_kept_too_long_is_overdue_and_named(lobby: Lobby) -> None:
    lobby.deposited()
    until_ms = seen(lobby).for_staff.doors[0].keep_until_ms
    lobby.keep_time(3 * 24 * 60 * MINUTE_MS)
    door = seen(lobby).for_itself.doors[0]
    assert (door.is_overdue, door.keep_until_ms) == (True, until_ms)


def test_who_looks_after_an_unsure_order_is_told_what_that_was_for(lobby: Lobby) -> None:
    lobby.ask_collection(lobby.deposited())
    assert seen(lobby).for_staff.doors[0].unlocking.doubted is None
    lobby.keep_time(10 * MINUTE_MS)
    lobby.ask_inspection()
    unlocking = seen(lobby).for_staff.doors[0].unlocking
    assert (unlocking.purpose, unlocking.doubted) == (
        UnlockingPurpose.INSPECTION,
        UnlockingPurpose.COLLECTION,
    )


def test_a_cabinet_the_hall_has_no_more_is_shown_by_its_code_while_something_is_inside(lobby: Lobby) -> None:
    case_id = lobby.deposited("X5")
    before = CABINETS.of(lobby.day, {})
    lobby.do(c.ChangeRules(rules=replace(lobby.day.rules, cabinets=())))
    now = CABINETS.of(lobby.day, {})
    (door,) = now["L1"].for_staff.doors
    assert (door.case, door.use, door.is_in_service) == ("X5", DoorUse.HOLDS, False)
    lobby.opens(lobby.ask_removal(case_id).door)
    lobby.closes(1)
    assert CABINETS.of(lobby.day, {}) == {}
    assert CABINETS.of(lobby.day, before)["L1"].for_staff.doors == ()


class Watched(Lobby):
    """After each event it is seen whether the views changed, and whether that was foreseen."""

    def __init__(self) -> None:
        self.views: dict[str, CabinetNow] = {}
        self.unforeseen: list[str] = []
        self.foreseen: set[type] = set()
        super().__init__()

    def do(self, command: c.Command, after_ms: int = 1_000) -> tuple[object, ...]:
        self.now_ms += after_ms
        events = decide(self.day, command, self.now_ms)
        for event in events:
            self.day = evolve(self.day, event)
            views = CABINETS.of(self.day, self.views)
            if views != self.views and type(event) not in CHANGING:
                self.unforeseen.append(type(event).__name__)
            self.foreseen |= {type(event)} & CHANGING
            self.views = views
        return events


def test_nothing_but_the_events_named_changes_what_is_seen() -> None:
    lobby = Watched()
    first, second, third = lobby.deposited("X1"), lobby.deposited("X2"), lobby.deposited("X3")
    lobby.do(c.RecordCase(code="X4", unit=lobby.case(first).unit))
    lobby.do(c.MarkCaseReady(case_id=4))
    lobby.do(c.ReportReceipt(case_id=first, receipt=ReceiptKind.ACCEPTANCE))
    lobby.do(c.KeepLonger(case_id=first, until_ms=lobby.now_ms + 9 * 24 * 60 * MINUTE_MS))
    lobby.collecting(first)
    lobby.closes(1)
    taken = lobby.ask_removal(second)
    lobby.opens(taken.door)
    lobby.keep_time(3 * MINUTE_MS)
    lobby.closes(taken.door)
    lobby.say(lobby.collecting(third), Finding.MISSING)
    lobby.closes(3)
    lobby.fail(lobby.ask_deposit(4), UnlockingFailure.STUCK)
    lobby.ask_deposit(4)
    lobby.keep_time(2 * MINUTE_MS)
    lobby.deposited("X5", LARGE)
    lobby.opens(3)
    lobby.do(c.SetDoorService(cabinet="L1", door=3, is_in_service=False))
    for is_right in (False, True):
        lobby.do(c.CountProof(cabinet="L1", proof=ProofKind.CODE, is_right=is_right))
    for _ in range(5):
        lobby.do(c.CountProof(cabinet="L1", proof=ProofKind.CODE, is_right=False))
    lobby.do(c.LiftProofLock(cabinet="L1"))
    lobby.keep_time(4 * 24 * 60 * MINUTE_MS)
    lobby.next_day()
    assert lobby.unforeseen == []
    assert {each.__name__ for each in CHANGING - lobby.foreseen} == {"RulesChanged"}
    assert CABINETS.of(lobby.day, lobby.views)["L1"] is lobby.views["L1"]
