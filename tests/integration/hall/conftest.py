"""A hall server over real TLS sockets: in a thread for most tests, as a process for those about its end."""

import asyncio
import threading
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import AsyncExitStack, ExitStack
from pathlib import Path
from typing import TypeVar

import pytest

from queue_core.client import Credential, HallClient, enrol
from queue_core.config import load
from queue_core.hall.administration import Administration
from queue_core.hall.data_folder import DataFolder
from queue_core.hall.founding import found
from queue_core.hall.serving import Place, Server, opened
from queue_core.hall.settings import HallSettings
from queue_core.wire.messages import CardHolder, CreateEnrolmentCode, LogIn, TakeNumber
from queue_core.wire.words import CardKind, Role, TicketClass

T = TypeVar("T")
DEMO = Path(__file__).parents[3] / "halls" / "demo.toml"
PASSWORD = "correct horse"
CLERKS = {1: "1001", 2: "1002", 3: "1003", 4: "1004"}


class HallInThread:
    def __init__(self, folder: DataFolder, settings: HallSettings, secret: str) -> None:
        self.folder = folder
        self.settings = settings
        self.secret = secret
        self.server: Server | None = None
        self.port = 0
        self._stack = ExitStack()

    @property
    def url(self) -> str:
        return f"https://127.0.0.1:{self.port}"

    def start(self) -> None:
        place = Place(host="127.0.0.1", port=self.port)
        self.server = self._stack.enter_context(opened(self.folder, self.settings, place))
        self.port = int(self.server.url.rsplit(":", 1)[1])
        thread = threading.Thread(target=self.server.run)
        thread.start()
        self._stack.callback(thread.join)
        while not self.server.started and thread.is_alive():
            thread.join(0.005)
        assert self.server.started

    def stop(self) -> None:
        if self.server is not None:
            self.server.should_exit = True
            self._stack.close()
            self.server = None

    async def administer(self, ask: Callable[[Administration], Awaitable[T]]) -> T:
        administration = Administration(self.folder)
        try:
            await administration.begin(self.secret)
            return await ask(administration)
        finally:
            await administration.end()

    async def enrol(self, role: Role, device: str, *windows: int) -> Credential:
        wanted = CreateEnrolmentCode(role=role, device=device, windows=windows)
        code = await self.administer(lambda server: server.enrolment_code(wanted))
        return await enrol(code.code, self.url)


def id_number(serial: int) -> str:
    """An invented person of an invented day; the check digit by MOD 11-2."""
    digits = f"44010619500101{serial:03d}"
    total = sum((2 ** (17 - place) % 11) * int(digit) for place, digit in enumerate(digits))
    return digits + "10X98765432"[total % 11]


def accept(serial: int, category: str = "registration") -> TakeNumber:
    holder = CardHolder(name=f"测试{serial}", id_number=id_number(serial), card=CardKind.RESIDENT_ID)
    return TakeNumber(ticket_class=TicketClass.ACCEPT, category=category, holder=holder)


def consult(category: str = "registration") -> TakeNumber:
    return TakeNumber(ticket_class=TicketClass.CONSULT, category=category)


@pytest.fixture(scope="session")
def settings() -> HallSettings:
    return load(DEMO, HallSettings)


@pytest.fixture
def hall(tmp_path: Path, settings: HallSettings) -> Iterator[HallInThread]:
    folder = DataFolder(tmp_path / "hall")
    hall = HallInThread(folder, settings, found(folder, settings))
    hall.start()
    yield hall
    hall.stop()


Connect = Callable[..., Awaitable[HallClient]]


@pytest.fixture
async def connect(hall: HallInThread) -> AsyncIterator[Connect]:
    """A client of a newly enrolled device."""
    async with AsyncExitStack() as stack:

        async def connect(role: Role, *windows: int, deadline_s: float = 8.0) -> HallClient:
            credential = await hall.enrol(role, f"{role}-{'-'.join(map(str, windows)) or 'any'}", *windows)
            return await stack.enter_async_context(HallClient(credential, deadline_s=deadline_s))

        yield connect


@pytest.fixture
async def clerk_at(hall: HallInThread, connect: Connect) -> Callable[[int], Awaitable[HallClient]]:
    """A counter with its clerk logged in; the window is still closed."""

    async def clerk_at(window: int) -> HallClient:
        number = CLERKS[window]
        await hall.administer(lambda server: server.set_password(number, PASSWORD))
        counter = await connect(Role.COUNTER, window)
        await counter.log_in(LogIn(clerk=number, password=PASSWORD, window=window))
        return counter

    return clerk_at


async def within(seconds: float, awaited: Awaitable[T]) -> T:
    async with asyncio.timeout(seconds):
        return await awaited
