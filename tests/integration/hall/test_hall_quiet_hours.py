"""What phones are told on a clock that is moved on: quiet hours after some days, and before closing time."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import httpx
import pytest
from msgspec.structs import replace
from structlog.testing import capture_logs

from queue_core.app.opening import SteeredClock
from queue_core.client import HallClient, HallRefused
from queue_core.client.credential import pinned
from queue_core.hall.data_folder import DataFolder
from queue_core.hall.founding import found
from queue_core.hall.settings import HallSettings
from queue_core.hall.settings_hours import Hours
from queue_core.hall.usual_hours import UsualHours
from queue_core.wire.messages import LogIn, Ticket
from queue_core.wire.words import Role, WindowAction
from tests.integration.hall.conftest import PASSWORD, HallInThread, consult

DEADLINE_S = 10.0
MONDAY_AT_TEN = datetime(2026, 3, 16, 10, 5, tzinfo=ZoneInfo("Asia/Shanghai"))
TEN = 4  # the fifth half hour from eight on


def in_ms(at: datetime) -> int:
    return int(at.timestamp() * 1000)


@asynccontextmanager
async def founded(path: Path, settings: HallSettings) -> AsyncIterator[HallInThread]:
    folder = DataFolder(path)
    secret = found(folder, settings)
    hall = HallInThread(folder, settings, secret, clock=SteeredClock(in_ms(MONDAY_AT_TEN)))
    hall.start()
    yield hall
    await hall.end_administration()
    await asyncio.to_thread(hall.stop)


@pytest.fixture
async def hall(tmp_path: Path, settings: HallSettings) -> AsyncIterator[HallInThread]:
    async with founded(tmp_path / "hall", settings) as hall:
        yield hall


def asking(hall: HallInThread) -> httpx.AsyncClient:
    return httpx.AsyncClient(base_url=hall.url, verify=pinned(hall.folder.certificate.read_text()))


@pytest.fixture
async def kiosk(hall: HallInThread) -> AsyncIterator[HallClient]:
    async with HallClient(await hall.enrol(Role.KIOSK, "K1")) as kiosk:
        yield kiosk


async def on(hall: HallInThread, day: str) -> Any:
    """The hours of that day, once the days before it are read."""
    async with asking(hall) as phone, asyncio.timeout(DEADLINE_S):
        told = (await phone.get("/public/hall")).json()
        while told["day"] != day or told["hours"][0]["usual"] is None:
            told = (await phone.get("/public/hall")).json()
    return told["hours"]


async def test_numbers_of_the_days_before_say_what_is_usual_today(
    hall: HallInThread, kiosk: HallClient
) -> None:
    assert hall.clock is not None
    for days, numbers in enumerate((5, 2, 1)):
        hall.clock.steer(in_ms(MONDAY_AT_TEN + timedelta(days=days)))
        for _ in range(numbers):
            await kiosk.take_number(consult())
    hours = await on(hall, "2026-03-18")
    assert (hours[TEN]["usual"], hours[TEN]["today"]) == (4, 1)
    assert (hours[TEN - 1]["usual"], hours[TEN - 1]["today"]) == (0, 0)
    assert {each["today"] for each in hours[TEN + 1 :]} == {None}
    assert datetime.fromtimestamp(hours[TEN]["starts_at_ms"] / 1000, MONDAY_AT_TEN.tzinfo).hour == 10
    assert json.loads(hall.folder.past_days.read_bytes()) == {
        "2026-03-16": {"20": 5},
        "2026-03-17": {"20": 2},
    }


async def test_days_once_read_are_remembered_over_a_start_of_the_server(
    hall: HallInThread, kiosk: HallClient
) -> None:
    assert hall.clock is not None
    await kiosk.take_number(consult())
    hall.clock.steer(in_ms(MONDAY_AT_TEN + timedelta(days=1)))
    await on(hall, "2026-03-17")
    await asyncio.to_thread(hall.stop)
    hall.folder.past_days.write_text('{"2026-03-16": {"20": 77}}')
    hall.start()
    assert (await on(hall, "2026-03-17"))[TEN]["usual"] == 77


async def test_a_damaged_memory_of_past_days_is_read_anew(hall: HallInThread, kiosk: HallClient) -> None:
    assert hall.clock is not None
    await kiosk.take_number(consult())
    hall.clock.steer(in_ms(MONDAY_AT_TEN + timedelta(days=1)))
    hall.folder.past_days.write_text('{"2026-03-16": {"ten": 77}}')
    assert (await on(hall, "2026-03-17"))[TEN]["usual"] == 1


def test_a_journal_that_cannot_be_read_costs_a_warning_and_no_page(tmp_path: Path) -> None:
    usual = UsualHours(tmp_path / "none.db", tmp_path / "past-days.json")
    with capture_logs() as logged:
        assert usual.on("2026-03-17") is None
        usual.close()
    assert [each["event"] for each in logged] == ["past days cannot be read"]
    assert usual.on("2026-03-17") is None


@pytest.fixture
async def office(tmp_path: Path, settings: HallSettings) -> AsyncIterator[HallInThread]:
    """The demo hall, open on Mondays only."""
    hours = Hours.model_validate({"monday": ["08:30-12:00", "13:30-17:00"]})
    async with founded(tmp_path / "office", settings.model_copy(update={"hours": hours})) as office:
        yield office


def local(at_ms: int) -> str:
    return f"{datetime.fromtimestamp(at_ms / 1000, MONDAY_AT_TEN.tzinfo):%H:%M}"


async def test_only_the_half_hours_of_the_sessions_are_shown(office: HallInThread) -> None:
    async with asking(office) as phone:
        told = (await phone.get("/public/hall")).json()
    starts = [local(each["starts_at_ms"]) for each in told["hours"]]
    assert (len(told["sessions"]), len(starts)) == (2, 14)
    assert (starts[0], starts[6], starts[7], starts[-1]) == ("08:30", "11:30", "13:30", "16:30")


async def test_on_a_day_the_hall_is_closed_there_are_no_hours(office: HallInThread) -> None:
    assert office.clock is not None
    office.clock.steer(in_ms(MONDAY_AT_TEN + timedelta(days=1)))
    async with asking(office) as phone, asyncio.timeout(DEADLINE_S):
        told = (await phone.get("/public/hall")).json()
        while told["day"] == "2026-03-16":
            told = (await phone.get("/public/hall")).json()
    assert (told["is_closed"], told["sessions"], told["hours"]) == (True, [], [])


async def take_numbers(kiosk: HallClient, taken: list[Ticket]) -> None:
    """Until the hall gives out no more."""
    while True:
        taken.append(await kiosk.take_number(replace(consult(), accepts_risk=True)))


async def test_who_may_not_be_called_before_closing_is_told_so_on_the_phone(office: HallInThread) -> None:
    assert office.clock is not None
    await office.administer(lambda server: server.set_password("1001", PASSWORD))
    credentials = [await office.enrol(Role.KIOSK, "K1"), await office.enrol(Role.COUNTER, "C1", 1)]
    async with HallClient(credentials[0]) as kiosk, HallClient(credentials[1]) as counter:
        await counter.log_in(LogIn(clerk="1001", password=PASSWORD, window=1))
        await counter.act(1, WindowAction.OPEN)
        office.clock.steer(in_ms(MONDAY_AT_TEN.replace(hour=16, minute=20)))
        taken: list[Ticket] = []
        with pytest.raises(HallRefused) as refused:
            await take_numbers(kiosk, taken)
        assert refused.value.code == "will-not-be-served"
        async with asking(office) as phone:
            told = [(await phone.get(f"/public/tickets/{each.reference}")).json() for each in taken]
    assert (told[0]["may_not_be_called"], told[-1]["may_not_be_called"]) == (False, True)
    assert {each["estimate"]["p50_s"] % 60 for each in told} == {0}
