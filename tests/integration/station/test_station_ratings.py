"""Keys of evaluators at a real hall: armed only by the end of a service, for that citizen, once."""

import asyncio
import shutil
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from structlog.testing import capture_logs

from counter.station.config import StationConfig
from counter.station.station import Station
from drivers.runtime.supervising import SupervisedWindowBus
from queue_core.client import HallClient
from queue_core.config import load
from queue_core.hall.data_folder import DataFolder
from queue_core.hall.settings_rating import RatingEntry
from queue_core.wire.views import WindowView
from queue_core.wire.words import Role, WindowAction
from sim.rig import PtyBus
from tests.integration.hall.conftest import HallInThread, consult
from tests.integration.station.test_station_rating_keypads import ratings

WINDOW = 3
WITHIN_S = 5.0
BEST, WORST = 3, 0  # keys of the evaluator: 非常满意, 不满意


@pytest.fixture
def rating(request: pytest.FixtureRequest) -> RatingEntry:
    """How the hall asks; as halls do without a word in their hall.toml."""
    return getattr(request, "param", RatingEntry())


@pytest.fixture
async def hall(
    tmp_path: Path, settings: Any, founded: Any, rating: RatingEntry
) -> AsyncIterator[HallInThread]:
    folder = DataFolder(tmp_path / "hall")
    shutil.copytree(founded.folder.path, folder.path)
    hall = HallInThread(folder, settings.model_copy(update={"rating": rating}), founded.secret)
    hall.start()
    yield hall
    await hall.end_administration()
    await asyncio.to_thread(hall.stop)


@pytest.fixture
def far_end(tmp_path: Path) -> Iterator[Any]:
    with PtyBus(windows=[1], link=tmp_path / "ttyBUS") as far_end:
        yield far_end


@pytest.fixture
async def station(tmp_path: Path, far_end: Any, founded: Any, hall: Any, connect: Any) -> AsyncIterator[None]:
    replace(founded.credentials[Role.STATION, WINDOW], server=hall.url).save(tmp_path / "station.json")
    file = tmp_path / "station.toml"
    file.write_text(
        f'credential = "station.json"\nbus = "{far_end.address}"\n'
        f"windows = [{{ window = {WINDOW}, address = 1 }}]\n"
    )
    settings = load(file, StationConfig)
    client = await connect(Role.STATION, WINDOW, deadline_s=1.0)
    async with SupervisedWindowBus(settings.bus) as bus:
        running = asyncio.create_task(Station(settings, bus=bus, hall=client).run())
        yield
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)


@pytest.fixture
async def counter(clerk_at: Any, connect: Any) -> HallClient:
    """A clerk at the open window, and two who wait."""
    client = await clerk_at(WINDOW)
    await client.act(WINDOW, WindowAction.OPEN)
    kiosk = await connect(Role.KIOSK)
    for _ in range(2):
        await kiosk.take_number(consult())
    return client


async def act(counter: HallClient, *actions: WindowAction) -> None:
    for action in actions:
        await counter.act(WINDOW, action)


async def serve(counter: HallClient) -> None:
    await act(counter, WindowAction.CALL_NEXT, WindowAction.START, WindowAction.FINISH)


async def seen(far_end: Any, claim: Callable[[], bool]) -> None:
    await asyncio.to_thread(far_end.wait_for, claim, within_s=WITHIN_S)


async def until(client: HallClient, wanted: Callable[[WindowView], bool]) -> None:
    async with asyncio.timeout(WITHIN_S):
        async for _ in client.follow():
            if wanted(await client.window(WINDOW)):
                return


@pytest.mark.usefixtures("station")
async def test_the_first_key_counts_and_a_second_one_rates_nothing(
    far_end: Any, counter: HallClient, hall: Any, tmp_path: Path
) -> None:
    pad = far_end.pad(1)
    await serve(counter)
    await seen(far_end, lambda: pad.is_asked)
    pad.press(BEST)
    await seen(far_end, lambda: pad.acknowledged == 1)
    pad.press(WORST)
    await seen(far_end, lambda: pad.acknowledged == 2)
    await until(counter, lambda view: view.rating is None)
    assert await asyncio.to_thread(ratings, hall, tmp_path) == [(5, "keypad")]


@pytest.mark.usefixtures("station")
async def test_who_sits_down_next_does_not_rate_the_service_before(
    far_end: Any, counter: HallClient, hall: Any, tmp_path: Path
) -> None:
    caller, pad = far_end.caller(1), far_end.pad(1)
    with capture_logs() as logs:
        await serve(counter)
        await seen(far_end, lambda: pad.asks == 1)
        await act(counter, WindowAction.CALL_NEXT)
        await seen(far_end, lambda: caller.display == "000002")
        caller.press("start")
        await seen(far_end, lambda: caller.is_ok is True)
        pad.press(WORST)
        await seen(far_end, lambda: pad.acknowledged == 1)
        await act(counter, WindowAction.FINISH)
        await seen(far_end, lambda: pad.asks == 2)
        pad.press(BEST)
        await until(counter, lambda view: view.rating is None)
    assert [line["event"] for line in logs].count("rating-without-service") == 1
    assert await asyncio.to_thread(ratings, hall, tmp_path) == [(5, "keypad")]


@pytest.mark.parametrize("rating", [RatingEntry(needs_proof=True)], indirect=True, ids=["proof"])
@pytest.mark.usefixtures("station")
async def test_where_only_a_ticket_or_phone_rates_keys_are_not_lit_and_count_for_nothing(
    far_end: Any, counter: HallClient, hall: Any, tmp_path: Path
) -> None:
    caller, pad = far_end.caller(1), far_end.pad(1)
    with capture_logs() as logs:
        await act(counter, WindowAction.CALL_NEXT)
        await seen(far_end, lambda: caller.display == "001001")
        await act(counter, WindowAction.START, WindowAction.FINISH)
        await seen(far_end, lambda: caller.display == "001___")
        for pressed, key in enumerate((BEST, WORST, BEST), start=1):
            pad.press(key)
            await seen(far_end, lambda pressed=pressed: pad.acknowledged == pressed)
    assert (pad.asks, (await counter.window(WINDOW)).rating is not None) == (0, True)
    assert [line["event"] for line in logs].count("rating-needs-proof") == 1
    assert await asyncio.to_thread(ratings, hall, tmp_path) == []
