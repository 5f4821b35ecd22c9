"""What every rating keypad does; one driver, on mocked input devices."""

import asyncio
from collections.abc import Iterator
from typing import Any

import pytest

from drivers.contract.device import Device
from drivers.contract.errors import BadAddress, CannotOpen, Taken
from drivers.contract.events import LevelPressed, Subscription
from drivers.runtime.opening import open_device, open_rating_keypad
from drivers.transport.input_device import InputNode
from sim.rig.inputs import InputWorld, Keypad
from tests.contract.device_suite import DeviceSuite, heard
from tests.contract.mocked_inputs import MockedInputSuite

pytestmark = pytest.mark.mocked_input

GAMEPAD_BUTTON = 0x130


async def level(events: Subscription) -> int:
    event = await heard(events, lambda event: isinstance(event, LevelPressed))
    assert isinstance(event, LevelPressed)
    return event.level


class RatingKeypadSuite(DeviceSuite):
    """`far_end` also has the hands `press(level)` and `hold(level)`, which repeats until `release()`."""

    async def use(self, device: Device, far_end: Any) -> None:
        with device.subscribe() as events:
            await asyncio.to_thread(far_end.press, 4)
            assert await level(events) == 4

    async def test_each_level_has_a_key_and_each_press_is_told_once(
        self, device: Device, far_end: Any
    ) -> None:
        with device.subscribe() as events:
            for wanted in (5, 4, 3, 2, 1, 1):
                await asyncio.to_thread(far_end.press, wanted)
            assert [await level(events) for _ in range(6)] == [5, 4, 3, 2, 1, 1]

    async def test_a_key_that_is_held_down_is_one_press(self, device: Device, far_end: Any) -> None:
        with device.subscribe() as events:
            await asyncio.to_thread(far_end.hold, 5)
            await asyncio.to_thread(far_end.release)
            await asyncio.to_thread(far_end.press, 2)
            assert [await level(events), await level(events)] == [5, 2]

    async def test_a_keypad_that_somebody_has_is_taken(self, device: Device, far_end: Any) -> None:
        with pytest.raises(Taken):
            await open_device(device.address)
        await self.use(device, far_end)


class KeypadHands:
    """A finger on the keypad."""

    def __init__(self, keypad: Keypad) -> None:
        self.device = keypad
        self.address = f"keypad+input://{keypad.path}"
        self.plug, self.unplug, self.release = keypad.plug, keypad.unplug, keypad.release

    def press(self, level: int) -> None:
        self.device.press(f"KP{level}")

    def hold(self, level: int) -> None:
        self.device.hold(f"KP{level}", repeats=5)


class TestUsbKeypad(MockedInputSuite, RatingKeypadSuite):
    @pytest.fixture
    def far_end(self, inputs: InputWorld) -> Iterator[KeypadHands]:
        keypad = inputs.keypad()
        yield KeypadHands(keypad)
        keypad.unplug()

    async def test_which_keys_mean_the_levels_is_a_setting(self, far_end: KeypadHands) -> None:
        async with await open_rating_keypad(self.address(far_end, keys="A,B,C,D,E")) as keypad:
            assert keypad.capabilities.levels == {1, 2, 3, 4, 5}
            with keypad.subscribe() as events:
                for key in ("KP5", "A", "E"):
                    await asyncio.to_thread(far_end.device.press, key)
                assert [await level(events), await level(events)] == [5, 1]

    async def test_a_device_without_the_wanted_keys_is_refused_and_let_go(self, far_end: KeypadHands) -> None:
        """Many a USB device shows several nodes, of which one has the keys."""
        with pytest.raises(CannotOpen, match="keys"):
            await InputNode.open(far_end.device.path, needs=frozenset({GAMEPAD_BUTTON}))
        async with await open_device(self.address(far_end)) as device:
            await self.use(device, far_end)

    @pytest.mark.parametrize("keys", ["KP5,KP4,KP3,KP2", "KP5,KP4,KP3,KP2,KP2", "KP5,KP4,KP3,KP2,ROCKET"])
    async def test_five_different_keys_are_wanted(self, far_end: KeypadHands, keys: str) -> None:
        with pytest.raises(BadAddress, match="five different keys"):
            await open_device(self.address(far_end, keys=keys))

    async def test_lost_events_press_no_key(self, device: Device, far_end: KeypadHands) -> None:
        with device.subscribe() as events:
            await asyncio.to_thread(far_end.device.drop_events)
            await asyncio.to_thread(far_end.press, 3)
            assert await level(events) == 3
