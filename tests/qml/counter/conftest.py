"""A counter on the bench; and a real hall server over TLS, with the counter and the pad as they run there."""

import asyncio
import threading
from collections.abc import AsyncIterator, Iterator
from contextlib import ExitStack, asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from counter import gallery_states as invented
from counter.app import COUNTER
from counter.app import assemble as assemble_counter
from counter.flow import happenings as h
from counter.flow import requests as r
from counter.flow import state as s
from counter.flow.deeds import Deed, Plain
from counter.presenter import Outside, Presenter, Taste
from counter.settings import CounterSettings
from display.kit import gallery as kit
from display.kit.bridge import Bridge
from display.kit.stage import named, page, press, pressable, text_of, type_into, visible
from display.kit.window import OpenWindow
from display.pad.app import assemble as assemble_pad
from display.pad.settings import PadSettings
from queue_core.client import Credential, HallClient, enrol
from queue_core.config import load
from queue_core.hall.administration import Administration
from queue_core.hall.data_folder import DataFolder
from queue_core.hall.founding import found
from queue_core.hall.serving import Place, Server, opened
from queue_core.hall.settings import HallSettings
from queue_core.wire.messages import CreateEnrolmentCode, ReportDelivery, TakeNumber
from queue_core.wire.words import DeliveryState, Role, TicketClass, WindowAction

DEMO = Path(__file__).parents[3] / "halls" / "demo.toml"
PASSWORD = "right horse"
WINDOW = 3


@dataclass(slots=True)
class Hall:
    """In a thread; a counter and a pad are enrolled at window 3, and a kiosk."""

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
            await desk.set_password("1001", PASSWORD)
            for role in (Role.COUNTER, Role.PAD, Role.KIOSK):
                bound = () if role is Role.KIOSK else (WINDOW,)
                wanted = CreateEnrolmentCode(role=role, device=role.value, windows=bound)
                code = await desk.enrolment_code(wanted)
                (await enrol(code.code, self.url)).save(self.credential(role))

    async def admit(self, clerk: str) -> None:
        async with administration(DataFolder(self.folder), self.secret) as desk:
            await desk.set_password(clerk, PASSWORD)

    async def take_number(self, matter: str | None = None) -> str:
        async with HallClient(Credential.load(self.credential(Role.KIOSK))) as kiosk:
            wanted = TakeNumber(ticket_class=TicketClass.CONSULT, category="registration", matter=matter)
            taken = await kiosk.take_number(wanted)
            await kiosk.report_delivery(taken.ticket_id, ReportDelivery(outcome=DeliveryState.PRINTED))
            return taken.number


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
class Screen:
    opened: OpenWindow
    qtbot: QtBot

    def wait_page(self, name: str) -> None:
        self.qtbot.waitUntil(lambda: page(self.opened.window) == name, timeout=30_000)

    def wait_text(self, name: str, text: str) -> None:
        def is_there() -> bool:
            item = named(self.opened.window, name)
            return item is not None and text in text_of(item)

        self.qtbot.waitUntil(is_there, timeout=30_000)

    def key(self, key: Qt.Key) -> None:
        self.qtbot.keyClick(self.opened.window, key)

    def keys(self, text: str) -> None:
        """Typed into whatever has the focus."""
        for letter in text:
            self.qtbot.keyClick(self.opened.window, letter)

    def press(self, name: str) -> None:
        def is_pressable() -> bool:
            item = named(self.opened.window, name)
            return item is not None and item.isEnabled()

        self.qtbot.waitUntil(is_pressable, timeout=30_000)
        press(self.opened.window, pressable(self.opened.window, name))

    def type(self, name: str, text: str) -> None:
        self.opened.window.requestActivate()
        self.qtbot.waitUntil(self.opened.window.isActive)
        type_into(pressable(self.opened.window, name), text)


@contextmanager
def running(opened: OpenWindow, bridge: Bridge, qtbot: QtBot) -> Iterator[Screen]:
    bridge.start()
    opened.window.setVisible(True)
    try:
        yield Screen(opened, qtbot)
    finally:
        bridge.stop()
        opened.close()


@pytest.fixture
def counter(hall: Hall, qtbot: QtBot) -> Iterator[Screen]:
    made = assemble_counter(CounterSettings(credential=hall.credential(Role.COUNTER), windows=(WINDOW,)))
    with running(made.opened, made.bridge, qtbot) as screen:
        yield screen
        made.presenter.stop()


@pytest.fixture
def pad(hall: Hall, qtbot: QtBot) -> Iterator[Screen]:
    made = assemble_pad(PadSettings(credential=hall.credential(Role.PAD), window=WINDOW))
    with running(made.opened, made.bridge, qtbot) as screen:
        yield screen
        made.model.stop()


def log_in(counter: Screen) -> None:
    counter.wait_text("link", "已连接")
    counter.type("clerk", "1001")
    counter.type("password", PASSWORD)
    counter.press("log-in")
    counter.wait_page("window")


@dataclass(slots=True)
class Desk:
    """A counter on the bench: what it asks of the hall gathers in `sent`; time moves by hand."""

    model: Presenter
    opened: OpenWindow
    qtbot: QtBot
    sent: list[r.Request]
    clock: list[int] = field(default_factory=lambda: [0])

    def stand(self, state: s.Counter) -> None:
        self.model.stand(state)
        kit.settle()

    def resize(self, width: int, height: int) -> None:
        self.opened.resize(width, height)
        kit.settle()
        self.opened.window.grabWindow()  # layouts are settled by drawing only

    def happen(self, happening: h.Happening) -> None:
        self.model.receive(happening)
        kit.settle()

    def press(self, name: str) -> None:
        press(self.opened.window, pressable(self.opened.window, name))
        kit.settle()

    def key(self, key: Qt.Key) -> None:
        self.qtbot.keyClick(self.opened.window, key)
        kit.settle()

    def text(self, name: str) -> str:
        return text_of(visible(self.opened.window, name))

    def is_shown(self, name: str) -> bool:
        return named(self.opened.window, name) is not None

    def is_enabled(self, name: str) -> bool:
        return visible(self.opened.window, name).isEnabled()

    def deeds(self) -> list[Deed]:
        return [request.deed for request in self.sent if isinstance(request, r.SendDeed)]

    def actions(self) -> list[WindowAction]:
        return [
            request.deed.action
            for request in self.sent
            if isinstance(request, r.SendDeed) and isinstance(request.deed, Plain)
        ]


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    sent: list[r.Request] = []
    clock = [100_000]

    def speak(tag: str) -> None:
        opened.speak(tag)

    def dress(look: str) -> None:
        opened.dress(look)

    outside = Outside(
        send=sent.append,
        speak=speak,
        dress=dress,
        hall_ms=lambda: invented.NOW_MS,
        steady_ms=lambda: clock[0],
    )
    model = Presenter(invented.LOG_IN, outside, Taste())
    opened = OpenWindow(COUNTER, model.properties)
    opened.window.setVisible(True)
    opened.window.requestActivate()
    qtbot.waitUntil(opened.window.isActive)
    yield Desk(model=model, opened=opened, qtbot=qtbot, sent=sent, clock=clock)
    model.stop()
    opened.speak("zh-CN")
    opened.dress("day")
    opened.close()
