"""A card left on a reader whose cable is pulled and plugged: the cabinet reads it once, when it was laid."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path

import pytest

from drivers.runtime.registry import Registry
from kiosk.cabinet.backstage.senses import OwnSenses
from kiosk.cabinet.config import Devices
from kiosk.cabinet.flow import happenings as h
from sim.halls import person
from sim.rig.samv import Command, PtySamv

WITHIN_S = 20.0
FINDS_UNTIL_SURE = 3  # the third is asked when the driver has heard the second's answer: nothing lies there
HOLDER = person("chen-jianguo")


class Screen:
    def __init__(self) -> None:
        self._heard: asyncio.Queue[h.Happening] = asyncio.Queue()
        self.hear = self._heard.put_nowait

    async def until(self, claim: Callable[[h.Happening], bool]) -> list[h.Happening]:
        """All that was heard up to the first that is claimed."""
        heard: list[h.Happening] = []
        async with asyncio.timeout(WITHIN_S):
            while not heard or not claim(heard[-1]):
                heard.append(await self._heard.get())
        return heard


@pytest.fixture
def reader(tmp_path: Path) -> Iterator[PtySamv]:
    with PtySamv(link=tmp_path / "ttySAMV") as reader:
        yield reader


@pytest.fixture
async def screen(reader: PtySamv) -> AsyncIterator[Screen]:
    screen = Screen()
    devices = Devices(locker="lock8a+serial:///dev/null?boards=1&channels=8", readers=(reader.address,))
    async with Registry() as registry:
        watching = asyncio.create_task(OwnSenses(devices, screen.hear).watch(registry))
        yield screen
        watching.cancel()
        await asyncio.gather(watching, return_exceptions=True)


def is_read(happening: h.Happening) -> bool:
    return isinstance(happening, h.CardRead)


def is_lifted(happening: h.Happening) -> bool:
    return isinstance(happening, h.ReadersSeen) and happening.is_working and not happening.lying


async def test_it_is_read_again_only_when_it_was_lifted_and_laid_down(
    screen: Screen, reader: PtySamv
) -> None:
    await asyncio.to_thread(reader.wait_heard, Command.FIND, FINDS_UNTIL_SURE, within_s=WITHIN_S)
    await asyncio.to_thread(reader.lay, HOLDER)
    await screen.until(is_read)
    await asyncio.to_thread(reader.unplug)
    await asyncio.to_thread(reader.plug)
    heard = await screen.until(lambda happening: isinstance(happening, h.CardLies))
    assert not any(map(is_read, heard))
    await asyncio.to_thread(reader.lift)
    heard = await screen.until(is_lifted)
    assert not any(map(is_read, heard))
    await asyncio.to_thread(reader.lay, HOLDER)
    await screen.until(is_read)
