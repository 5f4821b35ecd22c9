"""LED strips above the windows, with and without a bus, at a real hall server."""

import asyncio
import signal
import subprocess
import sys
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from structlog.testing import capture_logs

from counter.station.config import StationConfig
from counter.station.station import Station
from drivers.runtime.supervising import SupervisedWindowBus, SupervisedWindowStrips
from queue_core.client import HallClient
from queue_core.config import load
from queue_core.wire.words import Role, WindowAction
from sim.rig import PtyBus
from sim.rig.strips import PtyBxStrip, PtyStrip51
from tests.integration.hall.conftest import consult

WINDOW, STRIP = 3, 2


async def seen(far_end: Any, claim: Callable[[], bool]) -> None:
    await asyncio.to_thread(far_end.wait_for, claim, within_s=20)


def says(far_end: Any, text: str) -> Callable[[], bool]:
    def claim() -> bool:
        shown = far_end.shown(STRIP)
        return shown is not None and shown.text == text

    return claim


@pytest.fixture
def strips(tmp_path: Path) -> Iterator[Any]:
    with PtyBxStrip(link=tmp_path / "ttySTRIPS", addresses=(1, STRIP)) as far_end:
        yield far_end


@pytest.fixture
def write(tmp_path: Path, founded: Any, hall: Any) -> Callable[[str], Path]:
    """A station.toml with these lines beside its credential."""

    def write(lines: str) -> Path:
        replace(founded.credentials[Role.STATION, WINDOW], server=hall.url).save(tmp_path / "station.json")
        file = tmp_path / "station.toml"
        file.write_text(f'credential = "station.json"\n{lines}')
        return file

    return write


@pytest.fixture
def run(connect: Any) -> Any:
    """The station of a file, until its end."""

    @asynccontextmanager
    async def run(file: Path) -> AsyncIterator[None]:
        settings = load(file, StationConfig)
        async with AsyncExitStack() as owned:
            bus = await owned.enter_async_context(SupervisedWindowBus(settings.bus)) if settings.bus else None
            lines = {
                place.line: await owned.enter_async_context(SupervisedWindowStrips(place.line))
                for place in settings.strip_places.values()
            }
            client = await connect(Role.STATION, WINDOW, deadline_s=1.0)
            station = asyncio.create_task(Station(settings, bus=bus, hall=client, strips=lines).run())
            yield
            station.cancel()
            await asyncio.gather(station, return_exceptions=True)

    return run


def alone(address: str, more: str = "") -> str:
    return f'windows = [{{ window = {WINDOW}, strip = {STRIP} }}]\nstrips.address = "{address}"\n{more}'


def with_bus(bus: Any, strips: str, strip: int) -> str:
    window = f"[[windows]]\nwindow = {WINDOW}\naddress = 1\nstrip = {strip}\n"
    return f'bus = "{bus.address}"\nstrips.address = "{strips}"\n{window}'


@pytest.fixture
async def counter(clerk_at: Any) -> HallClient:
    """A clerk at the window, which is still closed."""
    client = await clerk_at(WINDOW)
    assert isinstance(client, HallClient)
    return client


@pytest.fixture
def bus(tmp_path: Path) -> Iterator[Any]:
    with PtyBus(windows=[1], link=tmp_path / "ttyBUS") as far_end:
        yield far_end


@pytest.fixture
async def opened(counter: HallClient, kiosk: HallClient) -> None:
    """The window is open, and somebody waits."""
    await counter.act(WINDOW, WindowAction.OPEN)
    await kiosk.take_number(consult())


@pytest.fixture
async def kiosk(connect: Any) -> HallClient:
    return await connect(Role.KIOSK)


async def test_a_strip_tells_what_its_window_does_from_opening_to_closing(
    strips: Any, write: Any, run: Any, counter: HallClient, kiosk: HallClient
) -> None:
    await kiosk.take_number(consult())
    async with run(write(alone(strips.address))):
        await counter.act(WINDOW, WindowAction.OPEN)
        await seen(strips, says(strips, "3号窗口"))
        await counter.act(WINDOW, WindowAction.CALL_NEXT)
        await seen(strips, says(strips, "请001号"))
        assert strips.shown(STRIP).colour == "red"
        await counter.act(WINDOW, WindowAction.START)
        await seen(strips, says(strips, "001号"))
        await counter.act(WINDOW, WindowAction.FINISH)
        await seen(strips, says(strips, "3号窗口"))
        await counter.act(WINDOW, WindowAction.CLOSE)
        await seen(strips, lambda: strips.shown(STRIP) is None)
    assert strips.shown(1) is None


@pytest.mark.usefixtures("opened")
async def test_caller_and_strip_of_a_window_go_together(strips: Any, bus: Any, write: Any, run: Any) -> None:
    async with run(write(with_bus(bus, strips.address, STRIP))):
        await seen(bus, lambda: bus.caller(1).display == "001___")
        bus.caller(1).press("call")
        await seen(strips, says(strips, "请001号"))
        await seen(bus, lambda: bus.caller(1).display == "000001")


async def test_a_strip_that_lost_power_says_the_truth_when_its_line_is_back(
    strips: Any, write: Any, run: Any, counter: HallClient, kiosk: HallClient
) -> None:
    await counter.act(WINDOW, WindowAction.OPEN)
    async with run(write(alone(strips.address))):
        await seen(strips, says(strips, "3号窗口"))
        await asyncio.to_thread(strips.unplug)
        strips.cut_power(STRIP)
        await kiosk.take_number(consult())
        await counter.act(WINDOW, WindowAction.CALL_NEXT)
        await asyncio.to_thread(strips.plug)
        await seen(strips, says(strips, "请001号"))


async def test_a_strip_that_lost_power_unnoticed_is_told_again_after_a_while(
    strips: Any, write: Any, run: Any, counter: HallClient
) -> None:
    await counter.act(WINDOW, WindowAction.OPEN)
    async with run(write(alone(strips.address, "strips.refresh_s = 1\n"))):
        await seen(strips, says(strips, "3号窗口"))
        strips.cut_power(STRIP)
        assert strips.shown(STRIP) is None
        await seen(strips, says(strips, "3号窗口"))


@pytest.mark.usefixtures("opened")
async def test_a_strip_that_does_not_answer_holds_up_no_caller(
    strips: Any, bus: Any, write: Any, run: Any
) -> None:
    """Strip 9 is not there."""
    line = f"{strips.address}?answers=yes&answer_within_s=1"
    async with run(write(with_bus(bus, line, 9))):
        await seen(bus, lambda: bus.caller(1).display == "001___")
        bus.caller(1).press("call")
        await seen(bus, lambda: bus.caller(1).display == "000001")
        bus.caller(1).press("start")
        await seen(bus, lambda: bus.caller(1).acknowledged == 2)


async def test_a_strip_that_takes_no_text_is_told_of_once_and_tried_again(
    strips: Any, write: Any, run: Any, counter: HallClient, kiosk: HallClient
) -> None:
    await kiosk.take_number(consult())
    strips.refuse(STRIP)
    with capture_logs() as logs:
        async with run(write(alone(f"{strips.address}?answers=yes"))):
            for action in (WindowAction.OPEN, WindowAction.CALL_NEXT):
                await counter.act(WINDOW, action)
            await until(lambda: "strip-silent" in events(logs))
            strips.refuse(STRIP, is_refusing=False)
            await counter.act(WINDOW, WindowAction.START)
            await seen(strips, says(strips, "001号"))
            await until(lambda: "strip-answers" in events(logs))
    told = [each for each in events(logs) if each.startswith(("strip-", "device-"))]
    assert told == ["strip-silent", "strip-answers"]


def events(logs: list[Any]) -> list[str]:
    return [str(line["event"]) for line in logs]


async def until(claim: Callable[[], bool]) -> None:
    async with asyncio.timeout(20):
        while not claim():  # noqa: ASYNC110  # a log tells nobody that it grew
            await asyncio.sleep(0.01)


async def test_the_station_is_a_process_that_leaves_its_strips_dark(
    tmp_path: Path, write: Any, counter: HallClient
) -> None:
    with PtyStrip51(link=tmp_path / "ttySTRIP51", addresses=(STRIP,)) as strips:
        file = write(alone(strips.address))
        await counter.act(WINDOW, WindowAction.OPEN)
        program = str(Path(sys.executable).with_name("paihao"))
        process = await asyncio.create_subprocess_exec(
            program, "station", "--config", str(file), stderr=subprocess.PIPE
        )
        await asyncio.to_thread(strips.wait_for, says(strips, "3号窗口"), within_s=20)
        process.send_signal(signal.SIGTERM)
        async with asyncio.timeout(20):
            _, log = await process.communicate()
        assert process.returncode == 0, log
        await seen(strips, lambda: strips.shown(STRIP) is None)
