"""All devices of one program, and how they are."""

import asyncio
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from drivers.contract.device import Kind
from drivers.contract.errors import BadAddress
from drivers.contract.status import State
from drivers.runtime.registry import Health, Registry
from drivers.runtime.supervising import SupervisedTicketPrinter, SupervisedWindowBus
from sim.rig import PtyBus, TcpPrinter
from tests.contract.device_suite import Traces, is_silent, is_usable

MORNING = datetime(2026, 3, 2, 9, tzinfo=UTC)


@pytest.fixture
def far_ends(tmp_path: Path) -> Iterator[tuple[Any, Any]]:
    with TcpPrinter(tickets=tmp_path) as printer, PtyBus(windows=[1], link=tmp_path / "ttyBUS") as bus:
        yield printer, bus


def minutes() -> Any:
    """A clock that moves on by a minute whenever it is looked at."""
    steps = count()
    return lambda: MORNING + timedelta(minutes=next(steps))


async def told(registry: Registry, wanted: Any) -> tuple[Health, ...]:
    async with asyncio.timeout(20):
        async for health in registry.changes():
            if wanted(health):
                return health
    raise AssertionError("nothing is told any more")


async def test_all_devices_are_told_with_kind_state_parts_and_without_their_options(
    far_ends: tuple[Any, Any],
) -> None:
    printer, bus = far_ends
    async with Registry() as devices:
        await devices.add("printer", SupervisedTicketPrinter(f"{printer.address}?paper_mm=58"))
        await devices.add("bus", SupervisedWindowBus(bus.address))
        first, second = await told(devices, lambda health: all(each.state is State.ONLINE for each in health))
    assert (first.name, first.kind, first.address) == ("printer", Kind.TICKET_PRINTER, printer.address)
    assert first.parts == {"paper": "enough", "cover": "closed", "cutter": "fine"}
    assert (second.name, second.parts, second.trouble) == ("bus", {}, None)


async def test_a_device_in_trouble_is_told_with_its_remedy_and_since_when(far_ends: tuple[Any, Any]) -> None:
    printer, bus = far_ends
    async with Registry(minutes()) as devices:
        await devices.add("printer", SupervisedTicketPrinter(printer.address))
        adapter = await devices.add("bus", SupervisedWindowBus(bus.address))
        await is_usable(adapter)
        well = await told(devices, lambda health: health[1].state is State.ONLINE)
        bus.unplug()
        await is_silent(adapter)
        ill = await told(devices, lambda health: health[1].trouble is not None)
    assert ill[1].trouble in {"link-lost", "absent"}
    assert ill[1].remedy
    assert ill[1].since > well[1].since
    assert ill[0].since == well[0].since


async def test_a_part_that_changes_is_told_and_the_state_is_as_old_as_it_was(
    far_ends: tuple[Any, Any],
) -> None:
    printer, _ = far_ends
    async with Registry(minutes()) as devices:
        await devices.add("printer", SupervisedTicketPrinter(printer.address))
        (before,) = await told(devices, lambda health: health[0].state is State.ONLINE)
        printer.load_paper(remaining_mm=400)
        (after,) = await told(devices, lambda health: health[0].parts["paper"] == "low")
    assert after.since == before.since


async def test_closing_leaves_nothing_open_even_when_a_later_address_was_mistaken(
    far_ends: tuple[Any, Any],
) -> None:
    _, bus = far_ends
    before = Traces()

    async def open_both() -> None:
        async with Registry() as devices:
            await is_usable(await devices.add("bus", SupervisedWindowBus(bus.address)))
            await devices.add("printer", SupervisedTicketPrinter("escpos+tpc://10.4.0.31"))

    with pytest.raises(BadAddress):
        await open_both()
    await before.are_all()


async def test_two_devices_of_one_name_are_a_mistake(far_ends: tuple[Any, Any]) -> None:
    printer, bus = far_ends
    async with Registry() as devices:
        await devices.add("printer", SupervisedTicketPrinter(printer.address))
        other = SupervisedWindowBus(bus.address)
        with pytest.raises(ValueError, match="printer"):
            await devices.add("printer", other)
        await other.close()
