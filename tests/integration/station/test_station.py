"""Callers and pads of a simulated bus, with the counter client closed, at a real hall server."""

import asyncio
import signal
import subprocess
import sys
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from structlog.testing import capture_logs

from counter.station.config import StationConfig
from counter.station.station import Station
from drivers.runtime.supervising import SupervisedWindowBus
from queue_core.client import HallClient, HallRefused
from queue_core.config import load
from queue_core.wire.words import Role, WindowAction, WindowState
from sim.rig import PtyBus
from tests.integration.hall.conftest import consult

WINDOW = 3
CONFIG = """
credential = "station.json"
bus = "{bus}"
windows = [{{ window = {window}, address = 1 }}]
"""

KEYS_FOR_HOLD_AND_PAUSE = """
[keys]
"0A" = ["start"]
"0C" = ["call-next"]
"12" = ["pause"]
"0+0F" = ["hold"]
"2+0F" = ["resume"]
[reasons]
pause = "午休"
"""


async def seen(far_end: Any, claim: Callable[[], bool]) -> None:
    await asyncio.to_thread(far_end.wait_for, claim, within_s=20)


@pytest.fixture
def far_end(tmp_path: Path) -> Iterator[Any]:
    with PtyBus(windows=[1, 2], link=tmp_path / "ttyBUS") as far_end:
        yield far_end


@pytest.fixture
def config(tmp_path: Path, far_end: Any, founded: Any, hall: Any) -> Path:
    replace(founded.credentials[Role.STATION, WINDOW], server=hall.url).save(tmp_path / "station.json")
    file = tmp_path / "station.toml"
    file.write_text(CONFIG.format(bus=far_end.address, window=WINDOW))
    return file


def rewrite(config: Path, change: Callable[[str], str]) -> None:
    config.write_text(change(config.read_text()))


@asynccontextmanager
async def at_work(config: Path, client: HallClient) -> AsyncIterator[None]:
    settings = load(config, StationConfig)
    async with SupervisedWindowBus(settings.bus) as bus:
        running = asyncio.create_task(Station(settings, bus=bus, hall=client).run())
        yield
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)


@pytest.fixture
async def station(config: Path, connect: Any) -> AsyncIterator[None]:
    async with at_work(config, await connect(Role.STATION, WINDOW, deadline_s=1.0)):
        yield


@pytest.fixture
async def opened(clerk_at: Any) -> None:
    """A clerk came, opened the window, and closed the counter client."""
    counter = await clerk_at(WINDOW)
    await counter.act(WINDOW, WindowAction.OPEN)
    await counter.close()


@pytest.fixture
async def kiosk(connect: Any) -> HallClient:
    return await connect(Role.KIOSK)


@pytest.mark.usefixtures("opened", "station")
async def test_a_clerk_works_with_the_caller_alone_and_the_citizen_rates(
    far_end: Any, kiosk: HallClient, connect: Any
) -> None:
    for _ in range(2):
        await kiosk.take_number(consult())
    caller, pad = far_end.caller(1), far_end.pad(1)
    await seen(far_end, lambda: caller.display == "002___")
    caller.press("call")
    await seen(far_end, lambda: caller.display == "001001" and caller.is_ok is True)
    caller.press("start")
    window = await connect(Role.STATION, WINDOW)
    await seen(far_end, lambda: caller.acknowledged == 2)
    await until(window, lambda view: view.state is WindowState.SERVING)
    caller.press("call")
    await seen(far_end, lambda: caller.display == "000002" and pad.is_asked)
    pad.press(3)
    await until(window, lambda view: view.rating is None)
    assert caller.beeps == 0


async def until(client: HallClient, wanted: Callable[[Any], bool]) -> None:
    """Looks again at each change of the window that the hall tells."""
    async with asyncio.timeout(20):
        async for _ in client.follow():
            if wanted(await client.window(WINDOW)):
                return


@pytest.mark.usefixtures("opened", "station")
async def test_what_the_hall_refuses_is_heard_at_the_box(far_end: Any, kiosk: HallClient) -> None:
    caller = far_end.caller(1)
    await seen(far_end, lambda: caller.display == "000___")
    caller.press("call")  # nobody-waiting
    await seen(far_end, lambda: caller.is_ok is False and caller.beeps == 1)
    caller.press("pause")  # means nothing here
    await seen(far_end, lambda: caller.beeps == 2)
    await kiosk.take_number(consult())
    await seen(far_end, lambda: caller.display == "001___")
    caller.press("call")
    await seen(far_end, lambda: caller.display == "000001")
    caller.press("function", digits="6")  # too-few-calls
    await seen(far_end, lambda: caller.beeps == 3)
    assert caller.display == "000001"


@pytest.mark.usefixtures("opened", "station")
async def test_a_citizen_who_never_comes_is_absent_after_three_calls(far_end: Any, kiosk: HallClient) -> None:
    caller = far_end.caller(1)
    await kiosk.take_number(consult())
    await seen(far_end, lambda: caller.display == "001___")
    caller.press("call")
    await seen(far_end, lambda: caller.display == "000001")
    caller.press("recall")
    caller.press("pause")  # a key between, or the second recall would pass for the first one's repeat
    caller.press("recall")
    caller.press("function", digits="6")
    await seen(far_end, lambda: caller.display == "000___")


@pytest.mark.usefixtures("opened")
async def test_a_clerk_holds_a_number_and_pauses_the_window_with_the_keys_of_the_hall(
    far_end: Any, config: Path, kiosk: HallClient, connect: Any
) -> None:
    rewrite(config, lambda text: text + KEYS_FOR_HOLD_AND_PAUSE)
    caller, window = far_end.caller(1), await connect(Role.STATION, WINDOW)
    await kiosk.take_number(consult())
    async with at_work(config, await connect(Role.STATION, WINDOW)):
        await seen(far_end, lambda: caller.display == "001___")
        caller.press("function", digits="0")  # nobody is served
        await seen(far_end, lambda: caller.is_ok is False)
        for key in ("call", "start"):
            caller.press(key)
        await until(window, lambda view: view.state is WindowState.SERVING)
        caller.press("function", digits="0")
        await until(window, lambda view: view.state is WindowState.FREE)
        caller.press("pause")
        await until(window, lambda view: view.state is WindowState.PAUSED)
        assert (await window.window(WINDOW)).pause == "午休"
        caller.press("function", digits="2")
        await until(window, lambda view: view.state is WindowState.FREE)


async def test_keys_hold_and_pause_nothing_at_a_window_where_nobody_works(connect: Any) -> None:
    station = await connect(Role.STATION, WINDOW)
    with pytest.raises(HallRefused, match="closed"):
        await station.pause(WINDOW, "午休")
    with pytest.raises(HallRefused, match="closed"):
        await station.hold(WINDOW, "补材料")


async def test_a_window_the_station_was_not_enrolled_for_is_told_of(
    far_end: Any, config: Path, connect: Any
) -> None:
    rewrite(config, lambda text: text.replace("= [", "= [{ window = 4, address = 2 }, "))
    client = await connect(Role.STATION, WINDOW)
    with capture_logs() as logs:
        async with at_work(config, client):
            await seen(far_end, lambda: far_end.caller(1).display == "000___")
    told = [line for line in logs if line["event"] == "windows-not-ours"]
    assert [line["windows"] for line in told] == [[4]]
    assert "enrol" in told[0]["remedy"]


@pytest.mark.usefixtures("opened")
async def test_a_hall_that_is_away_is_told_once_and_followed_again(
    far_end: Any, hall: Any, connect: Any, config: Path
) -> None:
    client = await connect(Role.STATION, WINDOW, deadline_s=0.5)
    caller = far_end.caller(1)
    with capture_logs() as logs:
        async with at_work(config, client):
            await seen(far_end, lambda: caller.display == "000___")
            await asyncio.to_thread(hall.stop)
            caller.press("call")
            await seen(far_end, lambda: caller.is_ok is False and caller.beeps == 1)
            await asyncio.to_thread(hall.start)
            kiosk = await connect(Role.KIOSK)
            await kiosk.take_number(consult())
            await seen(far_end, lambda: caller.display == "001___")
    events = [line["event"] for line in logs]
    assert events.count("hall-lost") == 1
    assert events.count("hall-reached") == 2
    assert {"event": "press-refused", "code": "hall-unreachable"}.items() <= logs[
        events.index("press-refused")
    ].items()


@pytest.mark.usefixtures("opened", "station")
async def test_a_rating_given_while_the_hall_is_away_is_not_lost(
    far_end: Any, kiosk: HallClient, connect: Any, hall: Any
) -> None:
    await kiosk.take_number(consult())
    caller, pad = far_end.caller(1), far_end.pad(1)
    await seen(far_end, lambda: caller.display == "001___")
    for key in ("call", "start", "wait"):
        caller.press(key)
    await seen(far_end, lambda: pad.is_asked)
    await asyncio.to_thread(hall.stop)
    pad.press(0)
    await seen(far_end, lambda: pad.acknowledged == 1)
    await asyncio.to_thread(hall.start)
    await until(await connect(Role.STATION, WINDOW), lambda view: view.rating is None)


@pytest.mark.usefixtures("opened", "station")
async def test_boxes_that_lost_power_show_the_truth_when_the_bus_is_back(
    far_end: Any, kiosk: HallClient
) -> None:
    caller = far_end.caller(1)
    await seen(far_end, lambda: caller.display == "000___")
    far_end.unplug()
    await kiosk.take_number(consult())
    far_end.plug()
    await seen(far_end, lambda: caller.display == "001___")


@pytest.mark.usefixtures("opened", "station")
async def test_a_box_no_window_has_is_acknowledged_and_moves_nothing(far_end: Any) -> None:
    await seen(far_end, lambda: far_end.caller(1).display == "000___")
    far_end.caller(2).press("call")
    await seen(far_end, lambda: far_end.caller(2).acknowledged == 1)
    assert far_end.caller(2).is_ok is None


@pytest.mark.usefixtures("opened")
async def test_the_station_is_a_process_that_ends_when_told(
    far_end: Any, config: Path, kiosk: HallClient
) -> None:
    program = str(Path(sys.executable).with_name("paihao"))
    process = await asyncio.create_subprocess_exec(
        program, "station", "--config", str(config), stderr=subprocess.PIPE
    )
    await kiosk.take_number(consult())
    caller = far_end.caller(1)
    await asyncio.to_thread(far_end.wait_for, lambda: caller.display == "001___", within_s=20)
    caller.press("call")
    await seen(far_end, lambda: caller.display == "000001")
    process.send_signal(signal.SIGTERM)
    async with asyncio.timeout(20):
        _, log = await process.communicate()
    assert process.returncode == 0, log
    assert b'"event": "hall-reached"' in log
