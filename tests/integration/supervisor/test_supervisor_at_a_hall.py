"""The supervisor's screen as it runs, pressed by mouse, at a real hall server over TLS."""

import asyncio
import contextlib
import os
import threading
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import ExitStack, asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from pytestqt.qtbot import QtBot

from counter.errors import NotACounter
from counter.supervisor.app import Assembled, assemble
from counter.supervisor.flow.doors import DoorName, door_at
from counter.supervisor.settings import SupervisorSettings
from counter.supervisor.viewmodels.chosen import ChosenProps
from display.kit.stage import NotThere, named, press, pressable, text_of, type_into
from queue_core.client import Credential, HallClient, enrol
from queue_core.client.cabinet import CabinetClient
from queue_core.client.staff import StaffClient
from queue_core.config import load
from queue_core.hall.administration import Administration
from queue_core.hall.data_folder import DataFolder
from queue_core.hall.founding import found
from queue_core.hall.serving import Place, Server, opened
from queue_core.hall.settings import HallSettings
from queue_core.wire.cases import RecordCase
from queue_core.wire.lockers import AskDeposit, ReportDoors, ShowStaff
from queue_core.wire.messages import CardHolder, CreateEnrolmentCode, ReportDelivery, TakeNumber
from queue_core.wire.stream import Changes, Snapshot
from queue_core.wire.views import CabinetView
from queue_core.wire.words import (
    CardKind,
    DeliveryState,
    DoorCondition,
    DoorUse,
    PickupWay,
    Role,
    TicketClass,
    UnlockingState,
    WindowState,
)

DEMO = Path(__file__).parents[3] / "halls" / "demo.toml"
PASSWORD = "right horse"
WITHIN_MS = 30_000


@dataclass(slots=True)
class Hall:
    """In a thread; a counter computer is enrolled for the supervisor, and a kiosk."""

    folder: Path
    settings: HallSettings
    secret: str
    port: int = 0
    server: Server | None = None
    stack: ExitStack = field(default_factory=ExitStack)

    @property
    def url(self) -> str:
        return f"https://127.0.0.1:{self.port}"

    def start(self) -> None:
        place = Place(host="127.0.0.1", port=self.port)
        self.server = self.stack.enter_context(opened(DataFolder(self.folder), self.settings, place))
        self.port = int(self.server.url.rsplit(":", 1)[1])
        thread = threading.Thread(target=self.server.run)
        thread.start()
        self.stack.callback(thread.join)
        while not DataFolder(self.folder).running.exists() and thread.is_alive():
            thread.join(0.005)
        assert thread.is_alive()

    def stop(self) -> None:
        if self.server is not None:
            self.server.should_exit = True
            self.stack.close()
            self.server = None

    def credential(self, role: Role) -> Path:
        return self.folder.parent / f"{role.value}.credential"

    async def enrol_all(self) -> None:
        async with administration(DataFolder(self.folder), self.secret) as desk:
            for staff in ("9001", "1001"):
                await desk.set_password(staff, PASSWORD)
            for role in (Role.COUNTER, Role.KIOSK):
                bound = (3,) if role is Role.COUNTER else ()
                wanted = CreateEnrolmentCode(role=role, device=role.value, windows=bound)
                code = await desk.enrolment_code(wanted)
                (await enrol(code.code, self.url)).save(self.credential(role))

    async def take_numbers(self, count: int) -> list[str]:
        taken = []
        async with HallClient(Credential.load(self.credential(Role.KIOSK))) as kiosk:
            for _ in range(count):
                wanted = TakeNumber(ticket_class=TicketClass.CONSULT, category="registration")
                ticket = await kiosk.take_number(wanted)
                await kiosk.report_delivery(ticket.ticket_id, ReportDelivery(outcome=DeliveryState.PRINTED))
                taken.append(ticket.number)
        return taken


@asynccontextmanager
async def administration(folder: DataFolder, secret: str) -> AsyncIterator[Administration]:
    desk = Administration(folder)
    await desk.begin(secret)
    yield desk
    await desk.end()


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[Hall]:
    settings = load(DEMO, HallSettings)
    folder = tmp_path / "hall"
    hall = Hall(folder=folder, settings=settings, secret=found(DataFolder(folder), settings))
    try:
        hall.start()
        asyncio.run(hall.enrol_all())
        yield hall
    finally:
        hall.stop()


@dataclass(slots=True)
class Desk:
    assembled: Assembled
    qtbot: QtBot

    def wait(self, is_so: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(is_so, timeout=WITHIN_MS)

    def wait_text(self, name: str, text: str) -> None:
        def is_there() -> bool:
            item = named(self.assembled.opened.window, name)
            return item is not None and text in text_of(item)

        self.wait(is_there)

    def press(self, *names: str) -> None:
        window = self.assembled.opened.window
        for name in names:

            def is_pressable(name: str = name) -> bool:
                try:
                    pressable(window, name)
                except NotThere:
                    return False
                return True

            self.wait(is_pressable)
            press(window, pressable(window, name))

    def type(self, name: str, text: str) -> None:
        window = self.assembled.opened.window
        window.requestActivate()
        self.wait(window.isActive)
        self.wait(lambda: named(window, name) is not None)
        type_into(pressable(window, name), text)

    def state_of(self, window: int) -> WindowState | None:
        view = self.assembled.overview.state.view_of(window)
        return view and view.state

    def number_at(self, window: int) -> str:
        view = self.assembled.overview.state.view_of(window)
        return view.ticket.number if view and view.ticket else ""

    def chosen(self) -> ChosenProps:
        return self.assembled.overview.models["chosen"].props

    def log_in(self, clerk: str) -> None:
        self.wait(lambda: self.assembled.overview.state.link == "up")
        self.type("clerk", clerk)
        self.type("password", PASSWORD)
        self.press("log-in")


@pytest.fixture
def desk(hall: Hall, qtbot: QtBot) -> Iterator[Desk]:
    assembled = assemble(SupervisorSettings(credential=hall.credential(Role.COUNTER)))
    assembled.opened.resize(1920, 1080)
    assembled.bridge.start()
    assembled.opened.window.setVisible(True)
    try:
        yield Desk(assembled, qtbot)
    finally:
        assembled.bridge.stop()
        assembled.opened.close()


def test_a_supervisor_runs_a_hall_from_the_screen(hall: Hall, desk: Desk) -> None:
    first, second, third = asyncio.run(hall.take_numbers(3))
    desk.log_in("9001")
    desk.wait_text("tally-waiting-value", "3")

    desk.press("window-3", "deed-open", "confirm")
    desk.wait(lambda: desk.state_of(3) is WindowState.FREE)
    desk.wait_text("notice-title", "3 号窗口已开")

    desk.press("deed-call", f"number-{second}")
    desk.type("reason", "身体不适")
    desk.press("confirm")
    desk.wait(lambda: desk.number_at(3) == second)

    desk.press("deed-emergency")
    desk.type("reason", "消防演练")
    desk.press("confirm")
    desk.wait(lambda: desk.state_of(3) is WindowState.CLOSED)
    assert {first, third}.isdisjoint({desk.number_at(3)})

    desk.press("panel-notices")
    desk.type("notice-zh-CN", "三号窗口暂停")
    desk.press("post-notice")
    desk.wait(lambda: len(desk.assembled.overview.state.board.notices) == 1)
    notice = desk.assembled.overview.state.board.notices[0]
    desk.press(f"end-notice-{notice.notice_id}")
    desk.wait(lambda: desk.assembled.overview.state.board.notices == ())

    desk.wait(lambda: desk.assembled.overview.state.figures is not None)
    desk.press("panel-hall", "closing-hall-closed")
    state = desk.assembled.overview.state
    assert state.hall is not None
    assert not state.hall.is_closed
    desk.type("closing-date", state.hall.day.replace("-", "")[-4:])
    desk.press("close-hall")
    desk.wait_text("closing-title", "已经关闭")


def test_a_clerk_is_sent_to_the_own_counter(desk: Desk) -> None:
    desk.log_in("1001")
    desk.wait(lambda: desk.assembled.overview.state.notice is not None)
    notice = desk.assembled.overview.state.notice
    assert notice is not None
    assert notice.code == "not-for-clerk"


def test_the_screen_says_how_old_it_is_and_comes_back_by_itself(hall: Hall, desk: Desk) -> None:
    desk.log_in("9001")
    desk.wait(lambda: named(desk.assembled.opened.window, "windows") is not None)
    hall.stop()
    desk.wait(lambda: desk.assembled.overview.state.link == "down")
    desk.press("window-3", "deed-open", "confirm")
    desk.wait_text("notice-title", "没有发出：线路断了")
    hall.start()
    desk.wait(lambda: desk.assembled.overview.state.link == "up")
    desk.press("confirm")
    desk.wait(lambda: desk.state_of(3) is WindowState.FREE)


def test_a_kiosks_credential_opens_no_supervisors_screen(hall: Hall) -> None:
    with pytest.raises(NotACounter, match="kiosk"):
        assemble(SupervisorSettings(credential=hall.credential(Role.KIOSK)))


@contextmanager
def cabinet(credential: Credential) -> Iterator[None]:
    """L1 with its program, in a thread: each door it is told to open comes open, and somebody closes it."""
    stopped, listens = asyncio.Event(), threading.Event()
    loop = asyncio.new_event_loop()

    async def open_doors(client: CabinetClient) -> None:
        async with contextlib.aclosing(client.follow()) as updates:
            async for update in updates:
                if isinstance(update, Snapshot):
                    doors = dict.fromkeys(range(1, 9), DoorCondition.CLOSED)
                    await client.report_doors(ReportDoors(doors=doors, in_hand=()))
                    listens.set()
                if isinstance(update, Changes):
                    await obey(client, update)

    async def run() -> None:
        async with CabinetClient(credential) as client:
            program = asyncio.ensure_future(open_doors(client))
            await stopped.wait()
            program.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await program

    thread = threading.Thread(target=loop.run_until_complete, args=(run(),))
    thread.start()
    try:
        assert listens.wait(WITHIN_MS / 1000)
        yield
    finally:
        loop.call_soon_threadsafe(stopped.set)
        thread.join()
        loop.close()


async def obey(client: CabinetClient, update: Changes) -> None:
    for view in update.views:
        for door in view.doors if isinstance(view, CabinetView) else ():
            if door.unlocking is not None and door.unlocking.state is UnlockingState.ASKED:
                for condition in (DoorCondition.OPEN, DoorCondition.CLOSED):
                    await client.report_doors(ReportDoors(doors={door.number: condition}))


async def deposit(hall: Hall, at: Credential) -> tuple[str, int]:
    """By a courier, into a door of L1, whose program runs: the finished case, and the door."""
    holder = CardHolder(card=CardKind.RESIDENT_ID, id_number="11010119900307109X", name="方小禾")
    async with administration(DataFolder(hall.folder), hall.secret) as desk:
        wanted = CreateEnrolmentCode(role=Role.GATEWAY, device="city", windows=())
        code = await desk.enrolment_code(wanted)
    async with StaffClient(await enrol(code.code, hall.url)) as city, CabinetClient(at) as cabinet:
        case = await city.record_case(
            RecordCase(category="registration", holder=holder, way=PickupWay.LOCKER, is_ready=True)
        )
        granted = await cabinet.show_staff(ShowStaff(clerk="3001", password=PASSWORD))
        asked = await cabinet.ask_deposit(AskDeposit(grant=granted.grant, case=case.code))
        return case.code, asked.door


async def bring_cabinet(hall: Hall) -> Credential:
    async with administration(DataFolder(hall.folder), hall.secret) as desk:
        await desk.set_password("3001", PASSWORD)
        code = await desk.enrolment_code(CreateEnrolmentCode(role=Role.CABINET, device="L1", windows=()))
    return await enrol(code.code, hall.url)


def test_a_supervisor_opens_doors_from_afar_and_returns_a_case_to_its_window(hall: Hall, desk: Desk) -> None:
    at = asyncio.run(bring_cabinet(hall))

    def use(number: int) -> DoorUse | None:
        view = door_at(desk.assembled.overview.state.cabinets, DoorName(cabinet="L1", door=number))
        return view and view.use

    desk.log_in("9001")
    desk.press("panel-lockers", "door-L1/1", "door-deed-inspect", "door-confirm", "door-confirm")
    desk.wait_text("notice-title", "这台取件柜没有连线")
    with cabinet(at):
        code, number = asyncio.run(deposit(hall, at))
        desk.wait(lambda: use(number) is DoorUse.HOLDS)
        desk.press(f"door-L1/{number}", "door-deed-keep", "days-7", "door-confirm")
        desk.wait_text("notice-title", "已延长保存")
        desk.press("door-deed-take-out", "door-confirm", "door-confirm")
        desk.wait_text("notice-title", f"{number} 号柜门正在打开")
        desk.wait(lambda: use(number) is DoorUse.FREE)
        desk.press("back", f"loose-{code}")
        desk.type("shelf", "A-3")
        desk.press("put-on-shelf")
        desk.wait_text("notice-title", f"{code} 已放在取件架 A-3")

        desk.press("door-L1/8", "door-deed-inspect", "door-confirm", "door-confirm")
        desk.wait_text("notice-title", "8 号柜门正在打开")
        desk.wait(lambda: use(8) is DoorUse.UNSURE)
        desk.press("door-deed-say", "finding-empty", "door-confirm")
        desk.wait(lambda: use(8) is DoorUse.FREE)
        desk.wait_text("notice-title", "8 号柜门的情况已记下")
        desk.press("door-deed-out-of-service", "door-confirm")
        desk.wait(lambda: use(8) is DoorUse.OUT)
    desk.wait(lambda: desk.assembled.overview.state.messages is not None)
