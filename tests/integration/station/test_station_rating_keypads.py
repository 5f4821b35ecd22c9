"""A rating keypad at a window, mocked below /dev/input, and the station between it and a real hall server."""

import asyncio
import contextlib
import json
import signal
import subprocess
import sys
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from structlog.testing import capture_logs

from counter.station.config import StationConfig
from counter.station.station import Station
from drivers.contract.events import LevelPressed
from drivers.contract.status import SILENT
from drivers.runtime.supervising import SupervisedRatingKeypad
from queue_core.client import HallClient
from queue_core.config import load
from queue_core.wire.views import WindowView
from queue_core.wire.words import Role, WindowAction
from sim.rig.inputs import InputWorld, Keypad
from tests.integration.hall.conftest import consult

pytestmark = pytest.mark.mocked_input

WINDOW = 3
WITHIN_S = 20.0


@pytest.fixture
def pad() -> Iterator[Keypad]:
    with InputWorld() as world, pytest.MonkeyPatch.context() as patch:
        patch.setenv("UMOCKDEV_DIR", world.environment["UMOCKDEV_DIR"])
        yield world.keypad()


@pytest.fixture
def config(tmp_path: Path, pad: Keypad, founded: Any, hall: Any) -> Path:
    replace(founded.credentials[Role.STATION, WINDOW], server=hall.url).save(tmp_path / "station.json")
    file = tmp_path / "station.toml"
    keypad = f"keypad+input://{pad.path}"
    file.write_text(
        f'credential = "station.json"\nwindows = [{{ window = {WINDOW}, keypad = "{keypad}" }}]\n'
    )
    return file


@pytest.fixture
async def station(config: Path, connect: Any) -> AsyncIterator[SupervisedRatingKeypad]:
    settings = load(config, StationConfig)
    client = await connect(Role.STATION, WINDOW, deadline_s=1.0)
    async with SupervisedRatingKeypad(str(settings.windows[0].keypad)) as keypad:
        running = asyncio.create_task(Station(settings, hall=client, keypads={WINDOW: keypad}).run())
        yield keypad
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)


@pytest.fixture
async def counter(clerk_at: Any, connect: Any) -> HallClient:
    """A clerk at the open window, and somebody who waits."""
    client = await clerk_at(WINDOW)
    assert isinstance(client, HallClient)
    await client.act(WINDOW, WindowAction.OPEN)
    await (await connect(Role.KIOSK)).take_number(consult())
    return client


async def serve(counter: HallClient) -> None:
    """From the call to the end."""
    for action in (WindowAction.CALL_NEXT, WindowAction.START, WindowAction.FINISH):
        await counter.act(WINDOW, action)


async def until(client: HallClient, wanted: Callable[[WindowView], bool]) -> None:
    """Looks again at each change of the window that the hall tells."""
    async with asyncio.timeout(WITHIN_S), contextlib.aclosing(client.follow()) as updates:
        async for _ in updates:
            if wanted(await client.window(WINDOW)):
                return


async def press_until_rated(pad: Keypad, key: str, client: HallClient) -> None:
    """A citizen presses again where nothing happens: the station hears of a finish a moment after it."""
    rated = asyncio.create_task(until(client, lambda view: view.rating is None))
    while not rated.done():
        await asyncio.to_thread(pad.press, key)
        await asyncio.wait({rated}, timeout=0.2)
    await rated


async def heard_by_station(device: SupervisedRatingKeypad) -> None:
    async with asyncio.timeout(WITHIN_S):
        with device.subscribe() as events:
            while device.trouble is not None or device.status.state in SILENT:
                await anext(events)


def ratings(hall: Any, folder: Path) -> list[tuple[int, str]]:
    """Level and channel of each, as the journal has them."""
    file = folder / "journal.jsonl"
    program = str(Path(sys.executable).with_name("paihao"))
    subprocess.run([program, "journal", "export", file, "--data", hall.folder.path], check=True)
    lines = [json.loads(line) for line in file.read_text().splitlines()]
    rated = [line["body"] for line in lines if line["kind"] == "service-rated"]
    return [(body["level"], body["channel"]) for body in rated]


async def test_a_press_rates_the_service_that_was_just_finished(
    pad: Keypad, station: SupervisedRatingKeypad, counter: HallClient, hall: Any, tmp_path: Path
) -> None:
    await heard_by_station(station)
    await serve(counter)
    await press_until_rated(pad, "KP4", counter)
    assert await asyncio.to_thread(ratings, hall, tmp_path) == [(4, "keypad")]


async def test_a_press_before_the_service_is_finished_rates_nothing(
    pad: Keypad, station: SupervisedRatingKeypad, counter: HallClient, hall: Any, tmp_path: Path
) -> None:
    await heard_by_station(station)
    with station.subscribe() as events:
        await asyncio.to_thread(pad.press, "KP1")
        async with asyncio.timeout(WITHIN_S):
            while not isinstance(await anext(events), LevelPressed):
                pass
    await serve(counter)
    await press_until_rated(pad, "KP5", counter)
    assert await asyncio.to_thread(ratings, hall, tmp_path) == [(5, "keypad")]


async def test_a_keypad_that_was_pulled_rates_again_when_it_is_back(
    pad: Keypad, station: SupervisedRatingKeypad, counter: HallClient, hall: Any, tmp_path: Path
) -> None:
    with capture_logs() as logs:
        await heard_by_station(station)
        await asyncio.to_thread(pad.unplug)
        await serve(counter)
        await asyncio.to_thread(pad.plug)
        await heard_by_station(station)
        await press_until_rated(pad, "KP2", counter)
    events = [line["event"] for line in logs]
    assert (events.count("device-lost"), events.count("device-recovered")) == (1, 1)
    assert await asyncio.to_thread(ratings, hall, tmp_path) == [(2, "keypad")]


async def test_the_station_is_a_process_with_a_keypad_and_no_bus(
    pad: Keypad, config: Path, counter: HallClient
) -> None:
    program = str(Path(sys.executable).with_name("paihao"))
    process = await asyncio.create_subprocess_exec(
        program, "station", "--config", str(config), stderr=subprocess.PIPE
    )
    await asyncio.to_thread(pad.wait_for, lambda: pad.is_grabbed, within_s=20)
    await serve(counter)
    await press_until_rated(pad, "KP3", counter)
    process.send_signal(signal.SIGTERM)
    async with asyncio.timeout(20):
        _, log = await process.communicate()
    assert process.returncode == 0, log
