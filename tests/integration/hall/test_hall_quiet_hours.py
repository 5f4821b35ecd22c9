"""The quiet hours of a hall that has been open for some days, on a clock that is moved on."""

import asyncio
import json
from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import httpx
import pytest
from structlog.testing import capture_logs

from queue_core.app.opening import SteeredClock
from queue_core.client import HallClient
from queue_core.client.credential import pinned
from queue_core.hall.data_folder import DataFolder
from queue_core.hall.founding import found
from queue_core.hall.settings import HallSettings
from queue_core.hall.usual_hours import UsualHours
from queue_core.wire.words import Role
from tests.integration.hall.conftest import HallInThread, consult

DEADLINE_S = 10.0
MONDAY_AT_TEN = datetime(2026, 3, 16, 10, 5, tzinfo=ZoneInfo("Asia/Shanghai"))
TEN = 4  # the fifth half hour from eight on


def in_ms(at: datetime) -> int:
    return int(at.timestamp() * 1000)


@pytest.fixture
async def hall(tmp_path: Path, settings: HallSettings) -> AsyncIterator[HallInThread]:
    folder = DataFolder(tmp_path / "hall")
    secret = found(folder, settings)
    hall = HallInThread(folder, settings, secret, clock=SteeredClock(in_ms(MONDAY_AT_TEN)))
    hall.start()
    yield hall
    await hall.end_administration()
    await asyncio.to_thread(hall.stop)


@pytest.fixture
async def kiosk(hall: HallInThread) -> AsyncIterator[HallClient]:
    async with HallClient(await hall.enrol(Role.KIOSK, "K1")) as kiosk:
        yield kiosk


async def on(hall: HallInThread, day: str) -> Any:
    """The hours of that day, once the days before it are read."""
    tls = pinned(hall.folder.certificate.read_text())
    async with httpx.AsyncClient(base_url=hall.url, verify=tls) as phone, asyncio.timeout(DEADLINE_S):
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
