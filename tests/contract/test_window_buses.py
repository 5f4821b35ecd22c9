"""What every window bus does; so far one driver, on a pty."""

import asyncio
import os
import tty
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from drivers.contract.errors import Absent, DeviceError, LinkLost
from drivers.contract.events import Event, KeyPressed, Rated, Subscription
from drivers.contract.window_bus import WindowBus
from drivers.runtime.opening import open_window_bus
from sim.rig import PtyBus
from tests.contract.device_suite import FaultyLinkSuite, heard, is_silent, is_usable

WITHIN_S = 20.0
CALL, RECALL, FUNCTION = 0x0C, 0x0D, 0x0F


async def next_event(events: Subscription) -> Event:
    async with asyncio.timeout(WITHIN_S):
        return await anext(events)


async def seen(far_end: Any, claim: Callable[[], bool]) -> None:
    await asyncio.to_thread(far_end.wait_for, claim, within_s=20)


@pytest.fixture
def far_end(tmp_path: Path) -> Iterator[Any]:
    with PtyBus(windows=[1, 2], link=tmp_path / "ttyBUS") as far_end:
        yield far_end


@pytest.fixture
async def bus(far_end: Any) -> AsyncIterator[WindowBus]:
    async with await open_window_bus(far_end.address) as bus:
        yield bus


async def test_a_key_is_told_with_its_address_and_acknowledged(bus: WindowBus, far_end: Any) -> None:
    with bus.subscribe() as events:
        far_end.caller(1).press("call")
        assert await next_event(events) == KeyPressed(address=1, digits=(), key=CALL)
    await seen(far_end, lambda: far_end.caller(1).acknowledged == 1)


async def test_two_windows_on_a_bus_are_told_apart(bus: WindowBus, far_end: Any) -> None:
    with bus.subscribe() as events:
        far_end.caller(2).press("function", digits="6")
        far_end.caller(1).press("recall")
        both = [await next_event(events), await next_event(events)]
    assert KeyPressed(address=2, digits=(6,), key=FUNCTION) in both
    assert KeyPressed(address=1, digits=(), key=RECALL) in both


async def test_a_rating_is_told_with_its_callers_address_and_acknowledged(
    bus: WindowBus, far_end: Any
) -> None:
    with bus.subscribe() as events:
        far_end.pad(2).press(3)
        assert await next_event(events) == Rated(address=2, value=3)
    await seen(far_end, lambda: far_end.pad(2).acknowledged == 1)


async def test_the_other_acknowledge_of_a_rating_is_a_setting(tmp_path: Path) -> None:
    with PtyBus(windows=[1], link=tmp_path / "ttyBUS", ack_form="bare") as far_end:
        async with await open_window_bus(f"{far_end.address}?rating_ack=short") as bus:
            with bus.subscribe() as events:
                far_end.pad(1).press(0)
                assert await next_event(events) == Rated(address=1, value=0)
            await seen(far_end, lambda: far_end.pad(1).acknowledged == 1)


async def test_evaluators_at_their_callers_address_are_a_setting(tmp_path: Path) -> None:
    with PtyBus(windows=[1], link=tmp_path / "ttyBUS", evaluator_offset=0) as far_end:
        async with await open_window_bus(f"{far_end.address}?evaluators=same") as bus:
            await bus.ask(1)
            await seen(far_end, lambda: far_end.pad(1).is_asked)
            with bus.subscribe() as events:
                far_end.pad(1).press(2)
                assert await next_event(events) == Rated(address=1, value=2)


async def test_a_caller_shows_its_ticket_and_who_waits(bus: WindowBus, far_end: Any) -> None:
    await bus.show(1, ticket="023", waiting=7)
    await seen(far_end, lambda: far_end.caller(1).display == "007023")
    await bus.show(2, ticket=None, waiting=12)
    await seen(far_end, lambda: far_end.caller(2).display == "012___")
    assert far_end.caller(1).display == "007023"


async def test_a_box_confirms_beeps_and_asks(bus: WindowBus, far_end: Any) -> None:
    assert (bus.capabilities.asks, bus.capabilities.confirms) == (True, True)
    await bus.confirm(1, done=True)
    await seen(far_end, lambda: far_end.caller(1).is_ok is True)
    await bus.confirm(1, done=False)
    await bus.beep(1)
    await seen(far_end, lambda: far_end.caller(1).is_ok is False and far_end.caller(1).beeps == 1)
    await bus.ask(2)
    await seen(far_end, lambda: far_end.pad(2).is_asked)
    assert not far_end.pad(1).is_asked


async def test_boxes_that_cannot_be_told_to_ask_or_that_a_key_was_done_are_a_setting(far_end: Any) -> None:
    async with await open_window_bus(f"{far_end.address}?asks=no&confirms=no") as bus:
        assert (bus.capabilities.asks, bus.capabilities.confirms) == (False, False)
        await bus.ask(1)
        await bus.confirm(1, done=False)
        await bus.beep(1)
        await seen(far_end, lambda: far_end.caller(1).beeps == 1)
        assert far_end.caller(1).is_ok is None
        assert not far_end.pad(1).is_asked


@pytest.mark.parametrize(
    "noise",
    [
        "00 FF 12 68 16",
        "FF FF FF",
        "FF 68 03 03 68 02 01 0D 11 16",  # wrong checksum
        "FF 68 03 04 68 02 01 0D 10 16",  # lengths differ
        "FF 68 01 01 68 01 01 16",  # too short a length
        "FF 68 0F 0F 68",  # a start that never ends
        "FF 68 06 06 68 02 01 01 02 03 0D 16 16",  # too many digits
    ],
)
async def test_noise_is_no_key_and_hides_none(bus: WindowBus, far_end: Any, noise: str) -> None:
    """The key is sent once, as by a box that does not repeat itself."""
    key = bytes.fromhex("FF 68 03 03 68 01 01 0C 0E 16")
    with bus.subscribe() as events:
        far_end.noise(bytes.fromhex(noise) + key)
        assert await next_event(events) == KeyPressed(address=1, digits=(), key=CALL)


async def test_a_frame_in_pieces_is_one_key(bus: WindowBus, far_end: Any) -> None:
    far_end.faults.split_bytes = 3
    with bus.subscribe() as events:
        far_end.caller(1).press("call")
        assert await next_event(events) == KeyPressed(address=1, digits=(), key=CALL)


async def test_a_frame_that_is_late_is_still_one_key(bus: WindowBus, far_end: Any) -> None:
    far_end.faults.delay_s = 0.5
    with bus.subscribe() as events:
        far_end.caller(1).press("call")
        await bus.show(1, ticket="001", waiting=0)
        assert await next_event(events) == KeyPressed(address=1, digits=(), key=CALL)


async def test_a_box_that_repeats_itself_is_told_once(bus: WindowBus, far_end: Any) -> None:
    frame = bytes.fromhex("FF 68 03 03 68 05 01 0C 12 16")
    with bus.subscribe() as events:
        far_end.noise(frame * 3)  # the second could also be our own acknowledgement, handed back
        far_end.caller(1).press("recall")
        assert await next_event(events) == KeyPressed(address=5, digits=(), key=CALL)
        assert await next_event(events) == KeyPressed(address=1, digits=(), key=RECALL)


class WindowBusSuite(FaultyLinkSuite):
    """What every device must do; keys are told after a return as before."""

    async def use(self, device: Any, far_end: Any) -> None:  # noqa: ARG002 - no hand is needed
        """Sent, not seen: the boxes do not answer."""
        await device.show(1, ticket="023", waiting=6)

    async def test_keys_are_told_after_an_adapter_was_pulled_and_put_back(
        self, supervised: Any, far_end: Any
    ) -> None:
        far_end.unplug()
        await is_silent(supervised)
        assert isinstance(supervised.trouble, LinkLost | Absent)
        with pytest.raises(DeviceError):
            await supervised.show(1, ticket="001", waiting=0)
        far_end.plug()
        await is_usable(supervised)
        with supervised.subscribe() as events:
            far_end.caller(1).press("call")
            await heard(events, lambda event: event == KeyPressed(address=1, digits=(), key=CALL))


class TestFf68OnASerialLine(WindowBusSuite):
    @pytest.fixture
    def far_end(self, tmp_path: Path) -> Iterator[Any]:
        with PtyBus(windows=[1, 2], link=tmp_path / "ttyBUS") as far_end:
            yield far_end


async def read_exactly(master: int, count: int) -> bytes:
    said = b""
    while len(said) < count:
        said += await asyncio.to_thread(os.read, master, count - len(said))
    return said


async def test_an_adapter_that_echoes_us_starts_no_endless_talk_and_presses_no_key() -> None:
    call, recall = (
        bytes.fromhex("FF 68 03 03 68 01 01 0C 0E 16"),
        bytes.fromhex("FF 68 03 03 68 01 01 0D 0F 16"),
    )
    master, slave = os.openpty()
    tty.setraw(slave)
    try:
        async with await open_window_bus(f"ff68+serial://{os.ttyname(slave)}?evaluators=same") as bus:
            with bus.subscribe() as events:
                os.write(master, call)
                os.write(master, await read_exactly(master, len(call)))
                await bus.ask(1)
                os.write(master, await read_exactly(master, len(call)))
                os.write(master, recall)
                assert await read_exactly(master, len(recall)) == recall
                assert await next_event(events) == KeyPressed(address=1, digits=(), key=CALL)
                assert await next_event(events) == KeyPressed(address=1, digits=(), key=RECALL)
    finally:
        os.close(master)
        os.close(slave)
