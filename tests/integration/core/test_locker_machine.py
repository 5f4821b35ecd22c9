"""Any sequence of deposits, collections, faults and restarts: the journal is never surer than the truth."""

import os
from collections import Counter
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import get_args

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from queue_core.audit.auditing import Auditor
from queue_core.audit.finding import Finding as Violation
from queue_core.audit.lines import Event as Line
from queue_core.domain import commands as c
from queue_core.domain import events as e
from queue_core.domain import refusals
from queue_core.domain.decide import decide
from queue_core.domain.evolve import evolve
from queue_core.domain.hall_day import HallDay
from queue_core.domain.records import Door, InDoor, OnShelf, Unlocking
from queue_core.domain.rules import (
    MINUTE_MS,
    CabinetRules,
    CategoryRules,
    DoorRules,
    HallRules,
    PickupRules,
    Unit,
    WindowRules,
)
from queue_core.domain.words import (
    CaseState,
    DoorCondition,
    DoorSize,
    ExpiryReason,
    Finding,
    ProofKind,
    TicketClass,
    UnlockingFailure,
    UnlockingPurpose,
    UnlockingState,
)
from queue_core.store.codec import encode

_spec = spec_from_file_location("cabinet_world", Path(__file__).with_name("cabinet_world.py"))
world = module_from_spec(_spec)
_spec.loader.exec_module(world)

IS_SOAK = bool(os.environ.get("PAIHAO_SOAK"))
DAY_MS = 24 * 60 * MINUTE_MS
MIDNIGHT_MS = 1_795_276_800_000
UNIT = Unit("a", TicketClass.ACCEPT)
CODE = "L1"
SIZES = {1: DoorSize.SMALL, 2: DoorSize.SMALL, 3: DoorSize.MEDIUM, 4: DoorSize.LARGE}


def rules_with(*doors: int) -> HallRules:
    listed = (
        DoorRules(number=each, size=SIZES[each], board=world.BOARD_OF[each], channel=each) for each in doors
    )
    return HallRules(
        categories=(CategoryRules(code="a", classes=(TicketClass.ACCEPT,)),),
        windows=(WindowRules(number=1, profile=(UNIT,)),),
        cabinets=(CabinetRules(code=CODE, doors=tuple(listed)),),
        pickup=PickupRules(door_ms=2 * DAY_MS, keep_ms=4 * DAY_MS),
    )


RULES, FEWER = rules_with(1, 2, 3, 4), rules_with(1, 2, 3)
PENDING = {UnlockingState.ASKED, UnlockingState.OPEN, UnlockingState.UNSURE}
WAITS = {CaseState.READY, CaseState.EXPIRED}
LETS_OUT = {UnlockingPurpose.COLLECTION, UnlockingPurpose.REMOVAL}
CASES = st.integers(1, 8)
DOORS = st.sampled_from([1, 2, 3, 4])
HAPPENED: Counter[type] = Counter()
PICKUP_EVENTS = get_args(e.CaseEvent) + get_args(e.CabinetEvent)


class AnyCabinet(RuleBasedStateMachine):
    """`gone` are cases with their holders or sent back, `taken` what was taken out by each order; `tainted`
    doors of which somebody said something wrong that was not put right yet.
    """

    def __init__(self) -> None:
        super().__init__()
        self.now_ms = MIDNIGHT_MS + 600 * MINUTE_MS
        self.day_number = 1
        self.day = HallDay()
        self.events: list[e.Event] = []
        self.cabinet = world.Cabinet()
        self.gone: set[int] = set()
        self.tainted: set[int] = set()
        self.taken: dict[int, list[int]] = {}
        self.keys: list[str] = []
        self.commands = 0

    # The hall

    @initialize()
    def begin(self) -> None:
        self.do(c.OpenDay(day="2026-11-01", rules=RULES, midnight_ms=MIDNIGHT_MS))
        self.start_cabinet()
        for code in range(1, 6):
            self.do(c.RecordCase(code=f"case {code}", unit=UNIT, is_ready=code > 1))
        for case_id in (2, 3):
            self.deposit(case_id, DoorSize.SMALL)

    @rule(seconds=st.one_of(st.integers(1, 90), st.integers(60, 600), st.just(13 * 60 * 60)))
    def time_passes(self, seconds: int) -> None:
        self.now_ms += seconds * 1000
        self.try_to(c.KeepTime())

    @rule(dice=st.integers(0, 9))
    def the_day_ends(self, dice: int) -> None:
        if dice == 0:
            self.try_to(c.CloseDay(reason=ExpiryReason.DAY_ENDED))
        if dice == 1:
            self.day_number += 1
            midnight_ms = MIDNIGHT_MS + (self.day_number - 1) * DAY_MS
            self.now_ms = max(self.now_ms, midnight_ms)
            self.try_to(c.OpenDay(day=f"2026-11-{self.day_number:02d}", rules=RULES, midnight_ms=midnight_ms))
            self.try_to(c.KeepTime())  # as the hall does before it takes a command
        if dice in (2, 3):
            self.try_to(c.ChangeRules(rules=RULES if dice == 2 else FEWER))

    @rule()
    def the_hall_restarts(self) -> None:
        again = self.replayed()
        assert facts(again) == facts(self.day)
        self.day = again

    # Cases outside of doors

    @rule(back=CASES, dice=st.integers(0, 12))
    def move_a_case(self, back: int, dice: int) -> None:
        """By staff who have it before them."""
        case_id = self.case(back)
        if self.cabinet.where(case_id) is not None or case_id in self.gone:
            return
        commands = (
            c.HandOverCase(case_id=case_id),
            c.ReturnCase(case_id=case_id),
            c.MarkCaseReady(case_id=case_id),
            c.PlaceCase(case_id=case_id, place=OnShelf(label="A1")),
            c.PlaceCase(case_id=case_id, place=None),
            c.KeepLonger(case_id=case_id, until_ms=self.now_ms + DAY_MS),
        )
        at = min(dice, 2 + dice % 4)
        done = self.try_to(commands[at])
        if done and at < 2:
            self.gone.add(case_id)

    @precondition(lambda self: len(self.gone) > self.day.next_case_id - 6)
    @rule(is_ready=st.booleans())
    def another_case_comes(self, is_ready) -> None:
        self.do(c.RecordCase(code=f"case {self.day.next_case_id}", unit=UNIT, is_ready=is_ready))

    # Orders

    @rule(back=CASES, size=st.sampled_from(DoorSize), data=st.data())
    def ask_deposit(self, back: int, size: DoorSize, data) -> None:
        case_id = self.case(back)
        if self.cabinet.where(case_id) is None and case_id not in self.gone and self.cabinet.is_connected:
            self.order(self.try_to(c.AskDeposit(cabinet=CODE, case_id=case_id, size=size)), data)

    @rule(back=st.integers(0, 9), proof=st.sampled_from(ProofKind), data=st.data())
    def ask_collection(self, back: int, proof: ProofKind, data) -> None:
        """By whoever knows a code, or guesses one; who took the case does not ask for it again."""
        known = [each.serial for each in self.day.cases if isinstance(each.place, InDoor)]
        serial = known[back] if back < len(known) else max(1, self.day.next_serial - back)
        case = self.day.cases.by_serial(serial)
        if case is None:
            if back < 2:
                self.try_to(c.CountProof(cabinet=CODE, proof=proof, is_right=False))
            return
        counted = self.try_to(c.CountProof(cabinet=CODE, proof=proof, is_right=True))
        if counted is None or not self.cabinet.is_connected:
            return
        pending = self.day.lockers.pending_of(case.case_id)
        if pending is not None and case.case_id not in self.cabinet.inside[pending.door]:
            return
        asked = self.try_to(c.AskCollection(case_id=case.case_id, proof=proof))
        if asked:
            self.taken.pop(self.day.next_unlocking_id - 1, None)
            new = next(each.unlocking for each in asked if isinstance(each, e.UnlockingAsked))
            assert (new.case_id, new.purpose) == (case.case_id, UnlockingPurpose.COLLECTION)
        self.order(asked, data)

    @rule(back=CASES, data=st.data())
    def ask_removal(self, back: int, data) -> None:
        self.order(self.try_to(c.AskRemoval(case_id=self.case(back))), data)

    @rule(door=DOORS, data=st.data())
    def ask_inspection(self, door: int, data) -> None:
        self.order(self.try_to(c.AskInspection(cabinet=CODE, door=door)), data)

    def order(self, events, data) -> None:
        """The answer reaches the cabinet, or is lost."""
        for event in events or ():
            if (
                isinstance(event, e.UnlockingAsked)
                and self.cabinet.is_connected
                and data.draw(st.integers(0, 7))
            ):
                unlocking = event.unlocking
                self.cabinet.in_hand[unlocking.unlocking_id] = (unlocking.door, unlocking.asked_at_ms)
                if data.draw(st.integers(0, 3)):
                    self.carry_out(unlocking.unlocking_id, "opens")

    @precondition(lambda self: self.cabinet.in_hand)
    @rule(data=st.data(), outcome=st.sampled_from(["opens", "stuck", "withdrawn", "answer lost"]))
    def cabinet_acts(self, data, outcome: str) -> None:
        self.carry_out(data.draw(st.sampled_from(sorted(self.cabinet.in_hand))), outcome)

    def carry_out(self, unlocking_id: int, outcome: str) -> None:
        """Each order once; nothing is told of one that was not journaled before."""
        door, asked_at_ms = self.cabinet.in_hand[unlocking_id]
        known = self.day.lockers.unlocking(unlocking_id)
        if known is not None and known.state not in PENDING:
            del self.cabinet.in_hand[unlocking_id]
            return
        if self.cabinet.is_open[door] or self.now_ms - asked_at_ms >= world.TOO_LATE_MS:
            return
        asked = [each for each in self.events if isinstance(each, e.UnlockingAsked)]
        assert any(each.unlocking.unlocking_id == unlocking_id for each in asked)
        board = world.BOARD_OF[door]
        if board in self.cabinet.away:
            outcome = "board away"
        if known is not None and known.opened_at_ms is not None:
            return
        match outcome:
            case "opens":
                self.open_door(door)
            case "answer lost":
                self.open_door(door, board=board)
                self.failed(unlocking_id, UnlockingFailure.BOARD_AWAY)
            case "board away":
                self.failed(unlocking_id, UnlockingFailure.BOARD_AWAY)
            case "stuck":
                self.failed(unlocking_id, UnlockingFailure.STUCK)
            case _:
                self.failed(unlocking_id, UnlockingFailure.WITHDRAWN)

    def open_door(self, door: int, board: int | None = None) -> None:
        if board is not None:
            self.cabinet.away.add(board)
        self.cabinet.set_open(door, is_open=True)
        self.tell()

    def failed(self, unlocking_id: int, failure: UnlockingFailure) -> None:
        if self.cabinet.has_line:
            del self.cabinet.in_hand[unlocking_id]
            self.try_to(c.FailUnlocking(unlocking_id=unlocking_id, failure=failure))

    @rule()
    def all_is_put_right(self) -> None:
        """The cabinet runs, its boards answer, and staff look behind each door in doubt."""
        self.cabinet.away.clear()
        self.cabinet.has_line = True
        self.cabinet.look()
        self.tell()
        if not self.cabinet.is_running:
            self.start_cabinet()
        for number, is_open in self.cabinet.is_open.items():
            pending = self.at(number) if is_open else None
            if pending is not None:
                self.act(pending, moves=False, speaks=True, is_forgetful=False)
            self.close(number)
        for door in self.day.lockers.doors(CODE):
            pending = self.day.lockers.pending_at(door)
            if self.day.lockers.is_unsure(door) and (
                pending is None or pending.state is UnlockingState.UNSURE
            ):
                self.all_goes_well(c.AskInspection(cabinet=CODE, door=door.number))

    @precondition(lambda self: self.cabinet.is_connected and not self.cabinet.away)
    @rule(back=CASES, size=st.sampled_from(DoorSize), dice=st.integers(0, 2))
    def somebody_comes_and_all_goes_well(self, back: int, size: DoorSize, dice: int) -> None:
        case_id = self.case(back)
        if self.day.lockers.pending_of(case_id) is not None:
            return
        if self.cabinet.where(case_id) is None and case_id not in self.gone:
            self.all_goes_well(c.AskDeposit(cabinet=CODE, case_id=case_id, size=size))
        elif dice:
            self.all_goes_well(c.AskCollection(case_id=case_id, proof=ProofKind.CARD))
        else:
            self.all_goes_well(c.AskRemoval(case_id=case_id))

    def all_goes_well(self, command: c.Command) -> None:
        for event in self.try_to(command) or ():
            if isinstance(event, e.UnlockingAsked):
                door = event.unlocking.door
                self.cabinet.in_hand[event.unlocking.unlocking_id] = (door, event.at_ms)
                self.open_door(door)
                pending = self.at(door)
                if pending is not None:
                    self.act(pending, moves=True, speaks=True, is_forgetful=False)
                self.close(door)

    # People at an open door

    @precondition(lambda self: any(self.cabinet.is_open.values()))
    @rule(data=st.data(), moves=st.booleans(), speaks=st.booleans(), dice=st.integers(0, 5))
    def somebody_at_a_door(self, data, moves, speaks, dice) -> None:
        """Does what the order was for, or not, says so where that is needed, and mostly closes the door."""
        door = data.draw(
            st.sampled_from(sorted(each for each, is_open in self.cabinet.is_open.items() if is_open))
        )
        unlocking = self.at(door)
        if unlocking is not None and door not in self.cabinet.pried:
            self.act(unlocking, moves=moves, speaks=speaks, is_forgetful=dice == 0)
        if dice != 1:
            self.close(door)

    def act(self, unlocking: Unlocking, *, moves: bool, speaks: bool, is_forgetful: bool) -> None:
        door = unlocking.door
        if unlocking.state is UnlockingState.UNSURE or unlocking.said is not None:
            if moves and unlocking.said is None and unlocking.purpose in LETS_OUT:
                self.move(unlocking)
            return
        if unlocking.purpose is UnlockingPurpose.DEPOSIT and self.cabinet.inside[door]:
            if self.cabinet.inside[door] != [unlocking.case_id]:
                full = UnlockingFailure.FOUND_FULL
                self.try_to(c.FailUnlocking(unlocking_id=unlocking.unlocking_id, failure=full))
                return
        elif moves:
            self.move(unlocking)
        is_done = self.has_done(unlocking)
        if is_forgetful or not self.cabinet.has_line:
            self.tainted |= set() if is_done else {door}
        elif speaks or not is_done:
            self.say(unlocking)

    def move(self, unlocking: Unlocking) -> None:
        """What the order was for."""
        door, case_id = unlocking.door, unlocking.case_id
        if unlocking.purpose in LETS_OUT and self.cabinet.inside[door] == [case_id]:
            self.remember(unlocking, self.cabinet.take(door))
        is_at_hand = self.cabinet.where(case_id) is None and case_id not in self.gone
        if unlocking.purpose is UnlockingPurpose.DEPOSIT and is_at_hand:
            self.cabinet.put(door, case_id)

    def has_done(self, unlocking: Unlocking) -> bool:
        """Whether closing the door in silence tells the truth."""
        if unlocking.purpose is UnlockingPurpose.DEPOSIT:
            return self.cabinet.inside[unlocking.door] == [unlocking.case_id]
        return self.taken.get(unlocking.unlocking_id) == [unlocking.case_id]

    def remember(self, unlocking: Unlocking, taken: list[int]) -> None:
        self.taken[unlocking.unlocking_id] = taken
        if unlocking.purpose is UnlockingPurpose.COLLECTION:
            self.gone.update(taken)

    def truth(self, unlocking: Unlocking) -> Finding:
        """What who opened the door with it would say, who is honest and remembers."""
        inside = self.cabinet.inside[unlocking.door]
        if unlocking.case_id in inside or (inside and unlocking.case_id is None):
            return Finding.INSIDE
        was_put = unlocking.purpose is UnlockingPurpose.DEPOSIT or self.taken.get(unlocking.unlocking_id)
        return Finding.EMPTY if was_put else Finding.MISSING

    def say(self, unlocking: Unlocking) -> None:
        self.try_to(c.SayFinding(unlocking_id=unlocking.unlocking_id, finding=self.truth(unlocking)))

    @rule(data=st.data(), lies=st.integers(0, 9), finding=st.sampled_from(Finding))
    def the_next_one_is_asked(self, data, lies: int, finding: Finding) -> None:
        """Of an unlocking whose end was not seen, or of the last one at a door, a moment later."""
        known = [self.day.lockers.unlocking(each) for each in range(1, self.day.next_unlocking_id)]
        asked = [
            each
            for each in known
            if each is not None
            and each.state in (UnlockingState.UNSURE, UnlockingState.SETTLED)
            and not self.cabinet.is_open[each.door]
        ]
        if not asked:
            return
        unlocking = data.draw(st.sampled_from(asked))
        if not lies:
            self.tainted.add(unlocking.door)
            self.try_to(c.SayFinding(unlocking_id=unlocking.unlocking_id, finding=finding))
            return
        if unlocking.state is UnlockingState.UNSURE or self.day.lockers.is_last(unlocking):
            self.say(unlocking)
        else:
            told = c.SayFinding(unlocking_id=unlocking.unlocking_id, finding=finding)
            assert not self.try_to(told)

    def close(self, door: int) -> None:
        if door in self.cabinet.pried:
            return
        self.cabinet.set_open(door, is_open=False)
        self.tell()

    # Faults

    @rule(dice=st.integers(0, 3))
    def kill_cabinet(self, dice: int) -> None:
        if dice == 0:
            self.cabinet.kill()

    @precondition(lambda self: not self.cabinet.is_running)
    @rule()
    def start_cabinet(self) -> None:
        self.cabinet.start()
        self.recover()

    @rule(dice=st.integers(0, 3))
    def cut_or_mend_the_line(self, dice: int) -> None:
        if self.cabinet.has_line and dice:
            return
        self.cabinet.has_line = not self.cabinet.has_line
        self.tell()
        self.recover()

    @rule(board=st.sampled_from([1, 2]), dice=st.integers(0, 2))
    def a_board_goes_or_comes(self, board: int, dice: int) -> None:
        if dice == 0 and board not in self.cabinet.away:
            self.cabinet.away.add(board)
        else:
            self.cabinet.away.discard(board)
        self.cabinet.look()
        self.tell()

    @rule(door=DOORS, steals=st.booleans(), dice=st.integers(0, 3))
    def force_a_door(self, door, steals, dice) -> None:
        if dice == 0 and not self.cabinet.is_open[door]:
            self.cabinet.pried.add(door)
            if steals:
                self.gone.update(self.cabinet.inside[door])
                self.cabinet.inside[door] = []
            self.cabinet.set_open(door, is_open=True)
            self.tell()

    @rule(door=DOORS, is_in_service=st.booleans())
    def change_service(self, door, is_in_service) -> None:
        """Staff look before they put a door back into service."""
        if not self.cabinet.inside[door] and not self.cabinet.is_open[door]:
            self.try_to(c.SetDoorService(cabinet=CODE, door=door, is_in_service=is_in_service))

    @rule()
    def lift_a_lock(self) -> None:
        self.try_to(c.LiftProofLock(cabinet=CODE))

    def tell(self) -> None:
        """The cabinet tells what it saw, in its order."""
        if not self.cabinet.is_connected:
            return
        seen, self.cabinet.seen = self.cabinet.seen, []
        for door, condition in seen:
            self.hear({door: condition}, None)

    def recover(self) -> None:
        """The first word after a start or a lost line."""
        if not self.cabinet.is_connected:
            return
        in_hand = tuple(self.cabinet.in_hand)
        events = self.hear(self.cabinet.conditions(), in_hand)
        assert not any(isinstance(each, e.UnlockingAsked) for each in events)
        for each in self.day.lockers.pending(CODE):
            assert each.unlocking_id in in_hand or each.state is UnlockingState.UNSURE
        for door in self.day.lockers.doors(CODE):
            assert door.condition == self.cabinet.condition(door.number)

    def hear(self, doors: dict[int, str], in_hand: tuple[int, ...] | None) -> tuple[e.Event, ...]:
        told = {door: DoorCondition(each) for door, each in doors.items()}
        events = self.do(c.ReportDoors(cabinet=CODE, doors=told, in_hand=in_hand))
        self.cabinet.told.update(doors)
        self.cabinet.pried -= {door for door, each in doors.items() if each == world.OPEN}
        return events

    # What must hold

    @invariant()
    def every_door_holds_one_case_and_every_case_is_at_one_place(self) -> None:
        held = [each for each in self.day.lockers.doors() if each.case_id is not None]
        places = {(each.cabinet, each.number): each.case_id for each in held}
        assert len(set(places.values())) == len(held)
        for case in self.day.cases:
            if isinstance(case.place, InDoor):
                assert places.pop((case.place.cabinet, case.place.door)) == case.case_id
                assert case.state in WAITS
                assert not case.is_missing
        assert not places

    @invariant()
    def one_order_at_a_time(self) -> None:
        pending = self.day.lockers.pending()
        assert all(each.state in PENDING for each in pending)
        assert len({each.door for each in pending}) == len(pending)
        moved = [each.case_id for each in pending if each.case_id is not None]
        assert len(set(moved)) == len(moved)
        for each in pending:
            door = self.day.lockers.door(CODE, each.door)
            is_open = door is not None and door.condition is DoorCondition.OPEN
            assert each.state is UnlockingState.UNSURE or is_open is (each.state is UnlockingState.OPEN)
        at_doors = {each.unlocking_id for each in self.day.lockers.doors()} - {None}
        assert at_doors == {each.unlocking_id for each in pending}

    @invariant()
    def the_journal_is_never_surer_than_the_truth(self) -> None:
        for door in self.day.lockers.doors():
            inside = self.cabinet.inside[door.number]
            if not self.is_claimed(door):
                continue
            claimed = [] if door.case_id is None else [door.case_id]
            if claimed == inside:
                self.tainted.discard(door.number)
            assert claimed == inside or door.number in self.tainted, (door, inside)

    @invariant()
    def no_case_behind_a_door_is_lost_from_sight(self) -> None:
        for number, cases in self.cabinet.inside.items():
            assert len(cases) <= 1
            door = self.day.lockers.door(CODE, number)
            for case_id in cases:
                assert number in self.tainted or door is not None
                is_seen = door is not None and (door.case_id == case_id or not self.is_claimed(door))
                assert is_seen or number in self.tainted

    @invariant()
    def a_free_door_is_the_smallest_that_fits(self) -> None:
        free = [each for each in self.day.lockers.doors(CODE) if self.day.lockers.is_free(each)]
        for size in DoorSize:
            fitting = [
                each.number
                for each in free
                if list(DoorSize).index(SIZES[each.number]) >= list(DoorSize).index(size)
            ]
            assert self.day.lockers.free(CODE, size) == min(fitting, default=None)

    @invariant()
    def a_code_is_good_while_its_case_waits(self) -> None:
        good = {each.serial: each for each in self.day.cases if each.state is CaseState.READY and each.serial}
        for serial in range(1, self.day.next_serial):
            assert self.day.cases.by_serial(serial) == good.get(serial)

    def is_claimed(self, door: Door) -> bool:
        """Whether the journal is sure what is inside: nothing pending, nothing wrong, and all was told."""
        return (
            door.condition is DoorCondition.CLOSED
            and door.unlocking_id is None
            and not self.day.lockers.is_unsure(door)
            and self.cabinet.told.get(door.number) == world.CLOSED
            and not self.cabinet.is_open[door.number]
            and not self.cabinet.seen
        )

    def teardown(self) -> None:
        HAPPENED.update(map(type, self.events))
        assert facts(self.replayed()) == facts(self.day)
        assert self.audited() == []

    # Means

    def deposit(self, case_id: int, size: DoorSize) -> None:
        """All goes well."""
        (*_, asked) = self.do(c.AskDeposit(cabinet=CODE, case_id=case_id, size=size))
        self.cabinet.in_hand[asked.unlocking.unlocking_id] = (asked.unlocking.door, asked.at_ms)
        self.open_door(asked.unlocking.door)
        self.cabinet.put(asked.unlocking.door, case_id)
        self.close(asked.unlocking.door)

    def case(self, back: int) -> int:
        """One of the last ones."""
        return max(1, self.day.next_case_id - back)

    def at(self, door: int) -> Unlocking | None:
        known = self.day.lockers.door(CODE, door)
        return None if known is None else self.day.lockers.pending_at(known)

    def audited(self) -> list[Violation]:
        """What somebody else, who reads the journal alone, has against it."""
        auditor = Auditor()
        lines = (
            Line(at, event.at_ms, key, "", "", e.kind_of(event), event.VERSION, "", "", encode(event))
            for at, (key, event) in enumerate(zip(self.keys, self.events, strict=True), 1)
        )
        return [found for line in lines for found in auditor.findings(line)]

    def replayed(self) -> HallDay:
        again = HallDay()
        for event in self.events:
            again = evolve(again, event)
        if self.day.day is not None:
            again.pass_time(self.day.now_ms)
        return again

    def try_to(self, command: c.Command) -> tuple[e.Event, ...] | None:
        """None when it was refused."""
        before = facts(self.day)
        try:
            events = self.do(command)
        except refusals.Refusal:
            events = None
        if not events:
            after = facts(self.day)
            assert before | {"time": 0} == after | {"time": 0}
        return events

    def do(self, command: c.Command) -> tuple[e.Event, ...]:
        self.now_ms += 1
        events = decide(self.day, command, self.now_ms)
        self.commands += 1
        whose = "hall:" if isinstance(command, c.OpenDay | c.KeepTime) else "command "
        for event in events:
            self.day = evolve(self.day, event)
            self.events.append(event)
            self.keys.append(f"{whose}{self.commands}")
        return events


def facts(day: HallDay) -> dict[str, object]:
    """All that can be asked of cases and cabinets."""
    return {
        "cases": list(day.cases),
        "doors": day.lockers.doors(),
        "pending": day.lockers.pending(),
        "known": [day.lockers.unlocking(each) for each in range(1, day.next_unlocking_id)],
        "door of": [day.lockers.door_of(each.case_id) for each in day.cases],
        "pending of": [day.lockers.pending_of(each.case_id) for each in day.cases],
        "open": day.lockers.open_doors(),
        "free": [day.lockers.free(CODE, each) for each in DoorSize],
        "late": [each.case_id for each in day.cases.kept_until(day.last_at_ms)],
        "proofs": day.lockers.proofs,
        "ids": (day.next_serial, day.next_unlocking_id, day.next_case_id),
    }


def test_whatever_happens_to_a_cabinet_no_case_is_lost_from_sight() -> None:
    examples, steps = (600, 120) if IS_SOAK else (20, 40)
    run_state_machine_as_test(
        AnyCabinet,
        settings=settings(
            max_examples=examples,
            stateful_step_count=steps,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
    missing = {each for each in PICKUP_EVENTS if not HAPPENED[each]} - {e.ReceiptPrinted}
    assert not (IS_SOAK and missing), missing
