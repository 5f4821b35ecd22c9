"""What every locker does, on each family of boards."""

import asyncio
from abc import abstractmethod
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from itertools import cycle
from pathlib import Path
from typing import Any, ClassVar

import pytest
from structlog.testing import capture_logs

from drivers.contract.errors import DoorStuck, NoSuchDoor, TimedOut
from drivers.contract.events import (
    Door,
    DoorClosed,
    DoorForced,
    DoorLeftOpen,
    DoorOpened,
    Event,
    Subscription,
)
from drivers.contract.locker import DoorState, Locker
from drivers.contract.status import Doors, State, StatusChanged
from drivers.runtime.opening import open_locker
from drivers.runtime.supervising import SupervisedLocker
from sim.rig.lockers import PtyLocker8A, PtyLockerWkly
from tests.contract.device_suite import WITHIN_S, AnsweringSuite, FaultyLinkSuite, happens, is_usable

PULSE_S = 0.15  # a door jumps open 0.1 s after its bolt is drawn
DOOR_EVENTS = (DoorOpened, DoorClosed, DoorForced, DoorLeftOpen)


async def next_door_event(events: Subscription) -> Event:
    async with asyncio.timeout(WITHIN_S):
        async for event in events:
            if isinstance(event, DOOR_EVENTS):
                return event
    raise AssertionError("the locker was closed")


class LockerSuite(AnsweringSuite, FaultyLinkSuite):
    options: ClassVar[dict[str, object]] = {"answer_within_s": 0.4}
    patient: ClassVar[dict[str, object]] = {"answer_within_s": 30}
    first_pause_s = 0.05
    board: ClassVar[int]

    @abstractmethod
    def rig(self, link: Path, **changes: Any) -> Any: ...

    @pytest.fixture
    def far_end(self, tmp_path: Path) -> Iterator[Any]:
        with self.rig(tmp_path / "ttyLOCKER") as far_end:
            yield far_end

    @pytest.fixture
    def door(self) -> Door:
        return Door(self.board, 3)

    @pytest.fixture(autouse=True)
    def turns(self) -> None:
        self.next_channel = cycle(range(5, 13))

    async def use(self, device: Locker, far_end: Any) -> None:
        door = Door(self.board, next(self.next_channel))
        far_end.door(door.board, door.channel).close()
        await device.open(door)
        assert far_end.door(door.board, door.channel).is_open

    @asynccontextmanager
    async def opened(self, far_end: Any, **options: object) -> AsyncIterator[Locker]:
        async with await open_locker(self.address(far_end, **options)) as locker:
            yield locker

    async def test_a_door_that_is_told_to_opens_and_is_told_as_opened(
        self, device: Locker, far_end: Any, door: Door
    ) -> None:
        assert device.doors[door] is DoorState.CLOSED
        with device.subscribe() as events:
            await device.open(door)
            assert far_end.door(door.board, door.channel).is_open
            assert await next_door_event(events) == DoorOpened(door)
        assert device.doors[door] is DoorState.OPEN
        assert device.status.doors is Doors.OPEN
        assert device.status.state is State.ONLINE
        shut = [other for other, state in device.doors.items() if state is DoorState.CLOSED]
        assert set(shut) == set(device.capabilities.doors) - {door}

    async def test_a_door_that_a_hand_closes_is_told_as_closed(
        self, device: Locker, far_end: Any, door: Door
    ) -> None:
        await device.open(door)
        with device.subscribe() as events:
            far_end.door(door.board, door.channel).close()
            assert await next_door_event(events) == DoorClosed(door)
        assert device.doors[door] is DoorState.CLOSED
        assert device.status.doors is Doors.CLOSED

    async def test_opening_an_open_door_does_nothing(self, device: Locker, far_end: Any, door: Door) -> None:
        await device.open(door)
        heard = len(far_end.heard)
        await device.open(door)
        assert len(far_end.heard) == heard + 1  # asked how it is, not told to open

    async def test_a_door_that_does_not_move_is_stuck_whatever_its_board_answers(
        self, far_end: Any, door: Door
    ) -> None:
        hand = far_end.door(door.board, door.channel)
        hand.jam()
        async with self.opened(far_end, opens_within_s=0.3) as locker:
            with pytest.raises(DoorStuck) as stuck:
                async with asyncio.timeout(WITHIN_S):
                    await locker.open(door)
            assert stuck.value.remedy
            assert locker.doors[door] is DoorState.CLOSED
            assert locker.trouble is None
            hand.jam(is_jammed=False)
            await locker.open(door)

    async def test_a_door_that_nobody_told_to_open_is_forced_until_it_is_closed(
        self, device: Locker, far_end: Any, door: Door
    ) -> None:
        with device.subscribe() as events:
            far_end.door(door.board, door.channel).force()
            assert await next_door_event(events) == DoorForced(door)
            assert device.status.state is State.TAMPER_SUSPECTED
            other = Door(door.board, door.channel + 1)
            await device.open(other)  # the others go on serving
            assert await next_door_event(events) == DoorOpened(other)
            assert device.status.state is State.TAMPER_SUSPECTED
            far_end.door(door.board, door.channel).close()
            assert await next_door_event(events) == DoorClosed(door)
        assert device.status.state is State.ONLINE

    async def test_a_door_that_is_closed_and_then_forced_is_forced(
        self, device: Locker, far_end: Any, door: Door
    ) -> None:
        hand = far_end.door(door.board, door.channel)
        with device.subscribe() as events:
            await device.open(door)
            assert await next_door_event(events) == DoorOpened(door)
            hand.close()
            assert await next_door_event(events) == DoorClosed(door)
            hand.force()
            assert await next_door_event(events) == DoorForced(door)

    async def test_a_door_that_is_left_open_is_told_once_each_time(self, far_end: Any, door: Door) -> None:
        hand = far_end.door(door.board, door.channel)
        async with self.opened(far_end, left_open_after_s=0.1) as locker:
            with locker.subscribe() as events:
                for _ in range(2):
                    await locker.open(door)
                    assert await next_door_event(events) == DoorOpened(door)
                    left_open = await next_door_event(events)
                    assert isinstance(left_open, DoorLeftOpen)
                    assert left_open.door == door
                    assert left_open.for_s >= 0.1
                    hand.close()
                    assert await next_door_event(events) == DoorClosed(door)

    async def test_a_door_that_stands_open_at_first_is_no_event_but_may_be_left_open(
        self, far_end: Any, door: Door
    ) -> None:
        far_end.door(door.board, door.channel).force()
        async with self.opened(far_end, left_open_after_s=0.1) as locker:
            assert locker.doors[door] is DoorState.OPEN
            assert locker.status.state is State.ONLINE
            with locker.subscribe() as events:
                assert isinstance(await next_door_event(events), DoorLeftOpen)

    async def test_a_door_that_is_not_in_the_address_is_none_of_this_locker(self, device: Locker) -> None:
        with pytest.raises(NoSuchDoor):
            await device.open(Door(self.board, 99))
        with pytest.raises(NoSuchDoor):
            await device.open(Door(30, 1))

    async def test_one_request_is_on_the_line_at_a_time(self, device: Locker, far_end: Any) -> None:
        doors = [Door(self.board, channel) for channel in (1, 2, 4)]
        await asyncio.gather(*(device.open(door) for door in doors), device.check())
        assert all(device.doors[door] is DoorState.OPEN for door in doors)
        assert (far_end.overlaps, far_end.garbage) == (0, 0)

    async def test_an_opening_that_is_given_up_leaves_the_line_in_order(
        self, device: Locker, far_end: Any, door: Door
    ) -> None:
        opening = asyncio.create_task(device.open(door))
        await asyncio.to_thread(far_end.wait_for, lambda: len(far_end.heard) > 2, within_s=20)
        opening.cancel()
        await asyncio.gather(opening, return_exceptions=True)
        await self.use(device, far_end)
        assert (far_end.overlaps, far_end.garbage) == (0, 0)
        assert device.status.state is State.ONLINE  # a door that comes open now was told to

    async def test_noise_on_the_line_hides_no_answer(self, patient_device: Locker, far_end: Any) -> None:
        noises = ["00 FF 13", "57 4B 4C", "8A 01 01", "80", "81 80 57 4B 4C 59 0B 00 83"]
        heard = len(far_end.heard)
        for noise in noises:
            far_end.noise(bytes.fromhex(noise))
            async with asyncio.timeout(WITHIN_S):
                await patient_device.check()
        assert len(far_end.heard) == heard + len(noises)

    async def test_a_silent_locker_cannot_be_opened(self, far_end: Any) -> None:
        far_end.board(self.board).power_off()
        with pytest.raises(TimedOut):
            await open_locker(self.address(far_end, answer_within_s=0.1))

    @asynccontextmanager
    async def two_boards(self, link: Path) -> AsyncIterator[tuple[Any, Locker]]:
        """The first, and the one after it."""
        boards = (self.board, self.board + 1)
        with self.rig(link, boards=boards, channels=8) as far_end:
            words = f"{boards[0]},{boards[1]}"
            async with self.opened(far_end, boards=words, channels=8, answer_within_s=0.1) as locker:
                yield far_end, locker

    async def test_a_board_without_power_leaves_its_doors_unknown_and_the_others_at_work(
        self, tmp_path: Path
    ) -> None:
        dead, alive = self.board, self.board + 1
        async with self.two_boards(tmp_path / "ttyLOCKER") as (far_end, locker):
            far_end.board(dead).power_off()
            with pytest.raises(TimedOut):
                await locker.open(Door(dead, 1))
            assert locker.trouble is None
            assert locker.doors[Door(dead, 1)] is DoorState.UNKNOWN
            assert locker.status.doors is Doors.UNKNOWN
            await locker.open(Door(alive, 1))
            assert locker.status.doors is Doors.OPEN
            far_end.board(dead).power_on()
            await locker.check()
            assert locker.doors[Door(dead, 1)] is DoorState.CLOSED
            far_end.board(dead).power_off()
            far_end.board(alive).power_off()
            with pytest.raises(TimedOut):
                await locker.check()
            assert locker.status.state is State.POWER_OFF
            assert set(locker.doors.values()) == {DoorState.UNKNOWN}

    async def test_a_door_forced_while_its_board_had_no_power_is_told_when_it_is_back(
        self, tmp_path: Path
    ) -> None:
        dead = self.board
        async with self.two_boards(tmp_path / "ttyLOCKER") as (far_end, locker):
            far_end.board(dead).power_off()
            await locker.check()
            far_end.door(dead, 2).force()
            far_end.board(dead).power_on()
            with locker.subscribe() as events:
                await locker.check()
                assert await next_door_event(events) == DoorForced(Door(dead, 2))

    async def test_a_locker_that_loses_power_is_lost_once_and_comes_back(
        self, tmp_path: Path, door: Door
    ) -> None:
        rig, options = self.mute_rig(tmp_path / "ttyLOCKER")
        with rig as far_end, capture_logs() as logs:
            async with SupervisedLocker(
                self.address(far_end, **{**options, "answer_within_s": 0.1})
            ) as locker:
                await is_usable(locker)
                assert locker.doors[door] is DoorState.CLOSED
                far_end.board(self.board).power_off()
                await happens(locker, lambda: locker.status.state is State.POWER_OFF)
                assert isinstance(locker.trouble, TimedOut)
                assert locker.doors[door] is DoorState.UNKNOWN
                far_end.board(self.board).power_on()
                await is_usable(locker)
                await locker.open(door)
        assert [line["event"] for line in logs] == ["device-lost", "device-recovered"]

    async def test_a_locker_that_tells_nothing_unasked_is_asked(self, tmp_path: Path, door: Door) -> None:
        rig, options = self.mute_rig(tmp_path / "ttyLOCKER")
        with rig as far_end:
            async with self.opened(far_end, **options) as locker:
                with locker.subscribe() as events:
                    far_end.door(door.board, door.channel).force()
                    assert await next_door_event(events) == DoorForced(door)
                    far_end.door(door.board, door.channel).close()
                    assert await next_door_event(events) == DoorClosed(door)

    @abstractmethod
    def mute_rig(self, link: Path) -> tuple[Any, dict[str, object]]:
        """Boards that tell nothing unasked, and the options for them."""

    async def test_what_changes_is_told_before_whoever_asks_can_see_it(
        self, device: Locker, far_end: Any, door: Door
    ) -> None:
        with device.subscribe() as events:
            far_end.door(door.board, door.channel).force()
            async with asyncio.timeout(WITHIN_S):
                told = [await anext(events), await anext(events)]
        assert isinstance(told[0], StatusChanged)
        assert told[0].after.state is State.TAMPER_SUSPECTED
        assert told[1] == DoorForced(door)


class TestLocker8A(LockerSuite):
    board = 1

    def rig(self, link: Path, **changes: Any) -> PtyLocker8A:
        return PtyLocker8A(link=link, **{"pulse_s": PULSE_S, **changes})

    def mute_rig(self, link: Path) -> tuple[Any, dict[str, object]]:
        return self.rig(link, event_header=None), {"event_header": "none", "ask_every_s": 0.2}

    @pytest.mark.parametrize(
        ("channels", "order", "shorted_when"),
        [
            (2, "last", "closed"),
            (8, "first", "open"),
            (12, "last", "open"),
            (18, "first", "closed"),
            (24, "last", "closed"),
            (24, "first", "open"),
            (50, "last", "open"),
            (50, "first", "closed"),
        ],
    )
    async def test_boards_of_all_sizes_orders_and_polarities_tell_their_last_door(
        self, tmp_path: Path, channels: int, order: str, shorted_when: str
    ) -> None:
        changes = {
            "channels": channels,
            "order": order,
            "shorted_when": shorted_when,
        }
        with self.rig(tmp_path / "ttyLOCKER", **changes) as far_end:
            options = {"channels": channels, "order": order, "polarity": f"{shorted_when}-11"}
            far_end.door(1, channels).force()
            async with self.opened(far_end, **options) as locker:
                assert {door.channel for door, state in locker.doors.items() if state is DoorState.OPEN} == {
                    channels
                }
                await locker.open(Door(1, 1))
                await locker.check()
                assert {door.channel for door, state in locker.doors.items() if state is DoorState.OPEN} == {
                    1,
                    channels,
                }

    async def test_the_other_header_of_changes_is_a_setting(self, tmp_path: Path) -> None:
        with self.rig(tmp_path / "ttyLOCKER", event_header=0x82) as far_end:
            async with self.opened(far_end, event_header="82") as locker:
                heard = len(far_end.heard)
                with locker.subscribe() as events:
                    far_end.door(1, 2).force()
                    assert await next_door_event(events) == DoorForced(Door(1, 2))
                assert len(far_end.heard) == heard

    async def test_how_long_the_bolt_is_drawn_is_a_setting(self, tmp_path: Path) -> None:
        with self.rig(tmp_path / "ttyLOCKER") as far_end:
            async with self.opened(far_end, open_s=1) as locker:
                await locker.open(Door(1, 1))
            assert bytes.fromhex("8A 01 01 11 01 9A") in far_end.heard


class TestLockerWkly(LockerSuite):
    board = 0

    def rig(self, link: Path, **changes: Any) -> PtyLockerWkly:
        return PtyLockerWkly(link=link, **{"pulse_s": PULSE_S, **changes})

    def mute_rig(self, link: Path) -> tuple[Any, dict[str, object]]:
        return self.rig(link, tells_changes=False), {"tells_changes": "no", "ask_every_s": 0.2}

    async def test_the_other_polarity_is_a_setting(self, tmp_path: Path) -> None:
        with self.rig(tmp_path / "ttyLOCKER", closed_is=0, channels=12) as far_end:
            async with self.opened(far_end, polarity="closed-00", channels=12) as locker:
                await locker.open(Door(0, 12))
                assert locker.doors[Door(0, 12)] is DoorState.OPEN
                assert locker.doors[Door(0, 11)] is DoorState.CLOSED

    @pytest.mark.parametrize("answers_open", ["no", "yes"])
    async def test_a_board_that_does_not_answer_to_open_is_believed_by_its_door(
        self, tmp_path: Path, answers_open: str
    ) -> None:
        with self.rig(tmp_path / "ttyLOCKER", answers_open=False) as far_end:
            async with self.opened(far_end, answers_open=answers_open) as locker:
                await locker.open(Door(0, 1))
                assert far_end.door(0, 1).is_open
