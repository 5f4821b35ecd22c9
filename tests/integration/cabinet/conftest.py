"""A cabinet's flow and crew at a real hall, with boards on a real pty; no window."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AsyncExitStack
from dataclasses import dataclass
from pathlib import Path

import pytest
from msgspec.structs import replace

from kiosk.cabinet.backstage.crew import Crew
from kiosk.cabinet.backstage.receipts import Receipts
from kiosk.cabinet.backstage.senses import OwnSenses
from kiosk.cabinet.config import Devices
from kiosk.cabinet.flow import happenings as h
from kiosk.cabinet.flow.house import shown
from kiosk.cabinet.flow.requests import Request
from kiosk.cabinet.flow.state import Cabinet, Page, Task
from kiosk.cabinet.flow.table import advance
from queue_core.client.cabinet import CabinetClient
from queue_core.client.staff import StaffClient
from queue_core.client.transport import new_key
from queue_core.hall.settings import HallSettings
from queue_core.wire.cases import Case, CaseQuery, RecordCase
from queue_core.wire.lockers import ReportDoors
from queue_core.wire.messages import LogIn
from queue_core.wire.views import DoorView
from queue_core.wire.words import PickupWay
from sim.rig.lockers import PtyLocker8A
from tests.integration.hall.cabinet_hall import COURIER, SUPERVISOR, CabinetHall, cabinet_hall
from tests.integration.hall.conftest import PASSWORD, accept, settings

__all__ = ["settings"]
WITHIN_S = 20.0
OPTIONS = "?boards=1&channels=8&opens_within_s=0.5"


@dataclass(frozen=True)
class Deposited:
    case: str
    door: int
    code: str
    qr: str


class Screen:
    """A cabinet without a window: what happens goes through the flow, what it asks for goes to the crew."""

    def __init__(self, credential, locker: PtyLocker8A, printer: str | None = None) -> None:
        self.state = Cabinet()
        self.locker = locker
        self.requests: list[Request] = []
        self.before: Callable[[Request], None] = lambda _: None
        devices = Devices(locker=locker.address + OPTIONS, printer=printer)
        senses = OwnSenses(devices, self.hear)
        self.crew = Crew(credential, devices, self.hear, senses, Receipts(senses.printer, self.hear))
        self._news = asyncio.Event()
        self._tasks = [asyncio.create_task(self.crew.run())]

    def hear(self, happening: h.Happening) -> None:
        turned = advance(self.state, happening, new_key())
        self.state = turned.state
        self.requests += turned.requests
        for one in turned.requests:
            self.before(one)
        self._tasks += [asyncio.create_task(self.crew.perform(one)) for one in turned.requests]
        self._news.set()

    async def until(self, claim: Callable[[Cabinet], bool]) -> Cabinet:
        async with asyncio.timeout(WITHIN_S):
            while not claim(self.state):
                self._news.clear()
                await self._news.wait()
        return self.state

    async def at(self, page: Page) -> Cabinet:
        try:
            return await self.until(lambda state: shown(state) is page)
        except TimeoutError:
            visit = self.state.visit
            told = visit.trouble.code if visit.trouble else visit.hint
            raise AssertionError(f"{shown(self.state)} instead of {page} {told}") from None

    async def do(self, happening: h.Happening, page: Page) -> Cabinet:
        self.hear(happening)
        return await self.at(page)

    async def type(self, code: str, page: Page) -> Cabinet:
        """A pickup code, from the home page."""
        await self.do(h.CollectPressed(), Page.CODE)
        self.hear(h.Typed(text=code))
        return await self.do(h.Entered(), page)

    async def log_in(self, clerk: str = COURIER) -> None:
        await self.do(h.StaffPressed(), Page.STAFF_LOGIN)
        await self.do(h.LogInPressed(clerk=clerk, password=PASSWORD), Page.TASKS)

    @property
    def door(self) -> int:
        assert self.state.visit.unlocking is not None
        return self.state.visit.unlocking.door

    async def close_door(self, number: int) -> None:
        """Not before the bolt is out again: until then it springs open."""
        async with asyncio.timeout(WITHIN_S), self.crew.doors._opening:
            self.locker.door(1, number).close()
        assert not self.locker.door(1, number).is_open

    async def heard(self) -> None:
        """The hall has heard all there was to tell."""
        async with asyncio.timeout(WITHIN_S):
            await self.crew.doors.telling.empty()

    async def end(self) -> None:
        while self._tasks:  # what is heard at the end may ask for more
            tasks, self._tasks = self._tasks, []
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)


class Place:
    """The hall, its cabinet's boards, and whoever stands there."""

    def __init__(self, hall: CabinetHall, locker: PtyLocker8A, staff: StaffClient) -> None:
        self.hall, self.locker, self.staff = hall, locker, staff
        self.people = iter(range(200, 900))
        self.screens: list[Screen] = []

    async def screen(self, printer: str | None = None, *, server: str | None = None) -> Screen:
        """`server`: the address of a line to the hall."""
        credential = self.hall.credentials["L1"]
        through = replace(credential, server=server or credential.server)
        made = Screen(through, self.locker, printer)
        self.screens.append(made)
        return made

    async def ready(self, printer: str | None = None, *, server: str | None = None) -> Screen:
        screen = await self.screen(printer, server=server)
        await screen.at(Page.HOME)
        await screen.until(lambda state: not state.is_board_away)
        return screen

    async def record(self) -> tuple[str, str]:
        """A case of somebody new: its number, and what its receipt shows."""
        recorded = RecordCase(
            category="registration", holder=accept(next(self.people)).holder, way=PickupWay.LOCKER
        )
        case = await self.staff.record_case(recorded)
        return case.code, case.receipt_code

    async def deposit(self, screen: Screen) -> Deposited:
        """By a courier, at the screen."""
        case, receipt = await self.record()
        await screen.at(Page.HOME)
        await screen.log_in()
        await screen.do(h.TaskChosen(task=Task.DEPOSIT), Page.CASE_CODE)
        await screen.do(h.CodeScanned(text=receipt), Page.SIZE)
        await screen.do(h.SizeChosen(size="small"), Page.OPEN)
        door = screen.door
        await screen.close_door(door)
        await screen.at(Page.DONE)
        await screen.heard()
        screen.hear(h.Next())
        await screen.do(h.Leave(), Page.HOME)
        shown = self.hall.shown(case)
        return Deposited(case, door, shown.code, shown.qr)

    async def log_in(self) -> None:
        await self.staff.log_in(LogIn(clerk=SUPERVISOR, password=PASSWORD))

    async def door(self, number: int) -> DoorView:
        """As the hall knows it."""
        async with CabinetClient(self.hall.credentials["L1"]) as client:
            view = await client.report_doors(ReportDoors(doors={}))
        return next(one for one in view.doors if one.number == number)

    async def case(self, code: str) -> Case:
        (case,) = await self.staff.list_cases(CaseQuery(code=code))
        return case

    def opened(self) -> int:
        """How often the boards were told to open a door."""
        return sum(frame[:1] == b"\x8a" for frame in self.locker.heard)


@pytest.fixture(scope="module")
def hall_with_cabinets(
    tmp_path_factory: pytest.TempPathFactory, settings: HallSettings
) -> Iterator[CabinetHall]:
    with cabinet_hall(tmp_path_factory.mktemp("cabinet") / "hall", settings) as place:
        yield place


@pytest.fixture
def locker(tmp_path: Path) -> Iterator[PtyLocker8A]:
    with PtyLocker8A(link=tmp_path / "locks", channels=8, pulse_s=0.2) as locker:
        yield locker


@pytest.fixture
async def place(hall_with_cabinets: CabinetHall, locker: PtyLocker8A) -> AsyncIterator[Place]:
    async with AsyncExitStack() as stack:
        staff = await stack.enter_async_context(StaffClient(hall_with_cabinets.credentials["C1"]))
        place = Place(hall_with_cabinets, locker, staff)
        await place.log_in()
        yield place
        for screen in place.screens:
            await screen.end()
