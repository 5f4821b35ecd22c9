"""Devices that are plugged in wake whoever waits for them, long before the next try."""

import asyncio
import os
from collections.abc import Iterator
from urllib.parse import quote

import pytest
from structlog.testing import capture_logs

from drivers.contract.address import Address, split
from drivers.runtime import plugging
from drivers.runtime.plugging import plugs_of
from drivers.runtime.supervising import SupervisedCardReader, supervise
from sim.rig import PrivatePcscd
from sim.rig.inputs import InputWorld, Keypad
from tests.contract.device_suite import Traces, is_silent, is_usable

pytestmark = pytest.mark.mocked_input

LONG_S = 50.0  # nearly the time limit of a test: nothing here waits so long
WITHIN_S = 20.0


@pytest.fixture
def keypad(monkeypatch: pytest.MonkeyPatch) -> Iterator[Keypad]:
    with InputWorld() as world:
        monkeypatch.setitem(os.environ, "UMOCKDEV_DIR", world.environment["UMOCKDEV_DIR"])
        yield world.keypad()


def node(keypad: Keypad) -> Address:
    return split(f"some+input://{keypad.path}")


async def is_told(waiting: "asyncio.Task[bool]") -> bool:
    async with asyncio.timeout(WITHIN_S):
        return await waiting


async def test_a_device_file_that_appears_wakes_who_waits_for_it(keypad: Keypad) -> None:
    keypad.unplug()
    with plugs_of(node(keypad)) as plugs:
        waiting = asyncio.create_task(plugs.wait(LONG_S))
        await asyncio.to_thread(keypad.plug)
        assert await is_told(waiting)


async def test_a_device_that_came_while_it_was_still_being_tried_is_not_missed(keypad: Keypad) -> None:
    keypad.unplug()
    with plugs_of(node(keypad)) as plugs, plugs_of(node(keypad)) as witness:
        waiting = asyncio.create_task(witness.wait(LONG_S))
        await asyncio.to_thread(keypad.plug)
        await is_told(waiting)
        assert await is_told(asyncio.create_task(plugs.wait(LONG_S)))


async def test_another_device_wakes_nobody(keypad: Keypad) -> None:
    with (
        plugs_of(split(f"some+input://{keypad.path}-other")) as other,
        plugs_of(node(keypad)) as plugs,
    ):
        waiting, other_waiting = (asyncio.create_task(each.wait(LONG_S)) for each in (plugs, other))
        await asyncio.to_thread(keypad.unplug)
        await asyncio.to_thread(keypad.plug)
        assert await is_told(waiting)
        assert not other_waiting.done()
        other_waiting.cancel()


async def test_nothing_is_left_of_a_watch_that_has_ended(keypad: Keypad) -> None:
    before = Traces()
    with plugs_of(node(keypad)) as plugs:
        assert not await plugs.wait(0.01)
    await before.are_all()


async def test_a_reader_wakes_who_waits_when_the_service_is_started_again(
    private_pcscd: PrivatePcscd,
) -> None:
    private_pcscd.kill()
    with plugs_of(split(f"some+pcsc://{quote(private_pcscd.reader(0))}")) as plugs:
        waiting = asyncio.create_task(plugs.wait(LONG_S))
        done, _ = await asyncio.wait({waiting}, timeout=0.5)
        assert not done
        await asyncio.to_thread(private_pcscd.start)
        assert await is_told(waiting)


async def test_a_reader_that_is_there_all_the_time_wakes_nobody(private_pcscd: PrivatePcscd) -> None:
    before = Traces()
    with plugs_of(split(f"some+pcsc://{quote(private_pcscd.reader(0))}")) as plugs:
        assert not await plugs.wait(0.5)
    await before.are_all()


async def test_a_supervised_reader_is_back_with_the_service_and_not_with_the_next_try(
    private_pcscd: PrivatePcscd, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("drivers.runtime.keeping.FIRST_PAUSE_S", LONG_S)
    with capture_logs() as logs:
        async with SupervisedCardReader(f"ssc+pcsc://{quote(private_pcscd.reader(0))}") as reader:
            for _ in range(2):
                await is_usable(reader)
                private_pcscd.kill()
                await is_silent(reader)
                await asyncio.to_thread(private_pcscd.start)
            await is_usable(reader)
    assert [line["event"] for line in logs] == ["device-lost", "device-recovered"] * 2


async def test_the_last_watch_of_a_loop_takes_the_monitor_with_it() -> None:
    async with SupervisedCardReader("ssc+pcsc://Nobody"), supervise("ff68+serial:///dev/ttyNOBODY") as bus:
        await is_silent(bus)
        assert asyncio.get_running_loop() in plugging._MONITORS
    assert asyncio.get_running_loop() not in plugging._MONITORS
