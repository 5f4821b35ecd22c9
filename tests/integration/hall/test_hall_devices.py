"""How a supervisor learns of devices in trouble anywhere in the hall."""

import asyncio
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from drivers.runtime.registry import Registry
from drivers.runtime.supervising import SupervisedWindowBus
from queue_core.client import HallClient, HallRefused
from queue_core.client.device_reports import report_devices
from queue_core.hall.alarms import of_devices
from queue_core.hall.devices import FORGOTTEN_S, OVERDUE_S, DeviceRoll
from queue_core.hall.principal import Principal
from queue_core.reports.journal import events
from queue_core.store.folder import JOURNAL
from queue_core.wire.devices import DeviceHealth, FrontEndHealth, ReportDevices
from queue_core.wire.messages import LogIn
from queue_core.wire.words import Role
from sim.rig import PtyBus
from tests.integration.hall.conftest import PASSWORD

PRINTER = DeviceHealth(
    name="printer",
    kind="ticket_printer",
    address="escpos+tcp://10.4.0.31:9100",
    state="user_error",
    parts={"paper": "out"},
    since_ms=1_772_413_200_000,
)
REPORT = ReportDevices(devices=(PRINTER,))
KIOSK = Principal(role=Role.KIOSK, name="K1", windows=(), token_hash=b"")
WITHIN_S = 15.0


@pytest.fixture
async def supervisor(hall: Any, connect: Any) -> AsyncIterator[HallClient]:
    await hall.administer(lambda server: server.set_password("9001", PASSWORD))
    counter = await connect(Role.COUNTER, 1)
    await counter.log_in(LogIn(clerk="9001", password=PASSWORD))
    yield counter
    await counter.log_out()


async def told(supervisor: HallClient, wanted: Callable[[tuple[FrontEndHealth, ...]], bool]) -> None:
    async with asyncio.timeout(WITHIN_S):
        while not wanted(await supervisor.devices()):  # noqa: ASYNC110 - the hall tells nobody; it is asked
            await asyncio.sleep(0.05)


async def test_a_supervisor_sees_the_devices_of_all_front_ends(connect: Any, supervisor: HallClient) -> None:
    assert await supervisor.devices() == ()
    await (await connect(Role.KIOSK)).report_devices(REPORT)
    await (await connect(Role.STATION, 3)).report_devices(ReportDevices(devices=()))
    kiosk, station = await supervisor.devices()
    assert (kiosk.role, kiosk.front_end, kiosk.is_overdue) == (Role.KIOSK, "kiosk", False)
    assert [replace(each, since_ms=PRINTER.since_ms) for each in kiosk.devices] == [PRINTER]
    assert (station.role, station.devices) == (Role.STATION, ())


async def test_a_report_takes_the_place_of_the_one_before(connect: Any, supervisor: HallClient) -> None:
    kiosk = await connect(Role.KIOSK)
    await kiosk.report_devices(REPORT)
    await kiosk.report_devices(ReportDevices(devices=()))
    assert [front_end.devices for front_end in await supervisor.devices()] == [()]


async def test_a_front_end_does_not_see_the_devices_of_others(connect: Any) -> None:
    with pytest.raises(HallRefused) as refused:
        await (await connect(Role.KIOSK)).devices()
    assert (refused.value.code, refused.value.problem.status) == ("forbidden", 403)


async def test_a_supervisor_reports_no_devices_of_his_own(supervisor: HallClient) -> None:
    with pytest.raises(HallRefused) as refused:
        await supervisor._transport.send(
            "POST", "/api/v1/devices/health", type(None), token=supervisor.session.token, body=REPORT
        )
    assert refused.value.code == "forbidden"


async def test_a_report_that_is_too_long_is_turned_away(connect: Any) -> None:
    with pytest.raises(HallRefused) as refused:
        await (await connect(Role.KIOSK)).report_devices(ReportDevices(devices=(PRINTER,) * 65))
    assert refused.value.problem.status == 400


async def test_the_journal_keeps_how_long_a_device_did_not_work_and_nothing_else_of_it(
    hall: Any, connect: Any
) -> None:
    kiosk = await connect(Role.KIOSK)
    for state in ("user_error", "user_error", "power_off", "online", "busy"):
        await kiosk.report_devices(ReportDevices(devices=(replace(PRINTER, state=state),)))
    changes = list(events(hall.folder.path / JOURNAL, {"device-changed"}))
    assert [(each.front_end, each.device, each.state, each.is_working) for each in changes] == [
        ("kiosk", "printer", "user_error", False),
        ("kiosk", "printer", "online", True),
    ]
    assert b"10.4.0.31" not in b"".join(
        file.read_bytes() for file in hall.folder.path.iterdir() if file.is_file()
    )


async def test_an_adapter_that_is_pulled_is_seen_by_the_supervisor_and_so_is_its_return(
    connect: Any, supervisor: HallClient, tmp_path: Path
) -> None:
    def bus(seen: tuple[FrontEndHealth, ...]) -> DeviceHealth:
        return seen[0].devices[0]

    with PtyBus(windows=[1], link=tmp_path / "ttyBUS") as far_end:
        async with Registry() as devices:
            await devices.add("bus", SupervisedWindowBus(f"{far_end.address}?baud=9600"))
            reporting = asyncio.create_task(report_devices(devices, await connect(Role.STATION, 3)))
            await told(supervisor, lambda seen: bool(seen) and bus(seen).state == "online")
            far_end.unplug()
            await told(supervisor, lambda seen: bus(seen).trouble is not None)
            lost = bus(await supervisor.devices())
            far_end.plug()
            await told(supervisor, lambda seen: bus(seen).trouble is None)
            reporting.cancel()
    assert (lost.name, lost.kind, lost.address) == ("bus", "window_bus", far_end.address)
    assert lost.remedy
    assert lost.since_ms > PRINTER.since_ms


def test_a_front_end_that_falls_silent_is_overdue_and_forgotten_after_a_day() -> None:
    now_s = [1_000_000.0]
    roll = DeviceRoll(lambda: now_s[0])
    roll.take(KIOSK, REPORT, now_ms=5)
    seen = []
    for later_s in (0, OVERDUE_S + 1, FORGOTTEN_S + 1):
        now_s[0] = 1_000_000.0 + later_s
        seen.append([front_end.is_overdue for front_end in roll.seen()])
    assert seen == [[False], [True], []]


def test_a_device_is_broken_since_the_hall_heard_of_it_whatever_its_front_ends_clock_says() -> None:
    roll, since_ms = DeviceRoll(lambda: 0.0), []
    reports = [
        (1_000, replace(PRINTER, since_ms=7)),
        (2_000, replace(PRINTER, since_ms=9_999)),
        (3_000, replace(PRINTER, state="online", since_ms=3)),
        (4_000, PRINTER),
    ]
    for now_ms, device in reports:
        roll.take(KIOSK, ReportDevices(devices=(device,)), now_ms)
        (health,) = roll.seen()
        assert health.heard_ms == now_ms
        since_ms.append([alarm.since_ms for alarm in of_devices([health])])
    assert since_ms == [[1_000], [1_000], [], [4_000]]
