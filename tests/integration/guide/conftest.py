"""A guide desk's flow and crew at a real hall, with a printer on a real wire; no window."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from counter.guide.config import Devices
from counter.guide.crew import Crew
from counter.guide.flow import happenings as h
from counter.guide.flow import presses as p
from counter.guide.flow.desk import shown
from counter.guide.flow.state import Document, Guide, Page
from counter.guide.flow.table import advance
from queue_core.client.transport import new_key
from queue_core.config import load
from queue_core.hall.settings import HallSettings
from queue_core.hall.settings_staff import GreenChannelEntry
from queue_core.wire.words import Role
from sim.rig import TcpPrinter
from tests.integration.hall.conftest import DEMO, PASSWORD, clerk_at, connect, founded, hall

__all__ = ["clerk_at", "connect", "founded", "hall"]
WITHIN_S = 15.0
GUIDE = "2001"
CHANNEL = GreenChannelEntry(
    code="school", names={"zh-CN": "第三中学扩建", "en": "School no. 3"}, windows=(3,)
)


@pytest.fixture(scope="session")
def settings() -> HallSettings:
    """The demo hall, with a green channel at window 3."""
    return load(DEMO, HallSettings).model_copy(update={"green_channels": (CHANNEL,)})


@pytest.fixture
def printer(tmp_path: Path) -> Iterator[TcpPrinter]:
    with TcpPrinter(tickets=tmp_path / "tickets") as printer:
        yield printer


class Desk:
    """A desk without a window: what happens goes through the flow, what it asks for goes to the crew."""

    def __init__(self, credential, devices: Devices) -> None:
        self.state = Guide()
        self._crew = Crew(credential, devices, self.hear)
        self._news = asyncio.Event()
        self._tasks = [asyncio.create_task(self._crew.run())]

    def hear(self, happening: h.Happening) -> None:
        turned = advance(self.state, happening, new_key())
        self.state = turned.state
        self._tasks += [asyncio.create_task(self._crew.perform(one)) for one in turned.requests]
        self._news.set()

    async def until(self, claim: Callable[[Guide], bool]) -> Guide:
        async with asyncio.timeout(WITHIN_S):
            while not claim(self.state):
                self._news.clear()
                await self._news.wait()
        return self.state

    async def at(self, page: Page) -> Guide:
        """Waits for the page, with nothing asked any more."""
        try:
            return await self.until(lambda state: shown(state) == page.value and state.help.asking is None)
        except TimeoutError:
            told = self.state.help.trouble.code if self.state.help.trouble else ""
            raise AssertionError(f"{shown(self.state)} instead of {page.value} {told}") from None

    async def do(self, happening: h.Happening, page: Page) -> Guide:
        self.hear(happening)
        return await self.at(page)

    async def log_in(self) -> None:
        await self.until(lambda state: state.hall is not None)
        self.hear(p.LogInPressed(clerk=GUIDE, password=PASSWORD))
        await self.at(Page.HOME)

    async def name(self, document: Document, number: str, name: str, page: Page) -> Guide:
        """Type a document and a name, as the guide does."""
        await self.do(p.DocumentChosen(document=document), Page.DOCUMENT)
        self.hear(p.Typed(text=number))
        await self.do(p.Entered(), Page.NAME)
        self.hear(p.Typed(text=name))
        return await self.do(p.Entered(), page)

    async def end(self) -> None:
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)


@pytest.fixture
async def desk_with(hall, founded) -> AsyncIterator[Callable[..., object]]:
    """Makes a desk with devices, at which the guide is logged in."""
    await hall.administer(lambda server: server.set_password(GUIDE, PASSWORD))
    credential = replace(founded.credentials[(Role.COUNTER, 4)], server=hall.url)
    desks: list[Desk] = []

    async def make(**devices: object) -> Desk:
        desk = Desk(credential, Devices(**devices))
        desks.append(desk)
        await desk.log_in()
        return desk

    yield make
    for desk in desks:
        await desk.end()
