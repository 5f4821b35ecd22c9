"""A hall server over real TLS sockets: in a thread for most tests, as a process for those about its end."""

import asyncio
import shutil
import threading
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import AsyncExitStack, ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar
from zoneinfo import ZoneInfo

import pytest
from msgspec.structs import replace

from queue_core.app.opening import SteeredClock
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
# Sessions end with their day: a hall on the wall's clock stands where it is about noon, whenever tests run.
ZONE = ZoneInfo(f"Etc/GMT{datetime.now(UTC).hour - 12:+}")
CLERKS = {1: "1001", 2: "1002", 3: "1003", 4: "1004"}


class HallInThread:
    def __init__(
        self, folder: DataFolder, settings: HallSettings, secret: str, clock: SteeredClock | None = None
    ) -> None:
        self.folder = folder
        self.settings = settings if clock is not None else settings.model_copy(update={"timezone": ZONE.key})
        self.secret = secret
        self.clock = clock
        self.server: Server | None = None
        self.port = 0
        self._stack = ExitStack()
        self._administration: Administration | None = None

    @property
    def url(self) -> str:
        return f"https://127.0.0.1:{self.port}"

    def start(self) -> None:
        place = Place(host="127.0.0.1", port=self.port, clock=self.clock)
        self.server = self._stack.enter_context(opened(self.folder, self.settings, place))
        self.port = int(self.server.url.rsplit(":", 1)[1])
        thread = threading.Thread(target=self.server.run)
        thread.start()
        self._stack.callback(thread.join)
        while thread.is_alive() and not self.folder.running.exists():
            thread.join(0.005)
        assert self.folder.running.exists()

    def stop(self) -> None:
        if self.server is not None:
            self.server.should_exit = True
            self._stack.close()
            self.server = None

    async def administer(self, ask: Callable[[Administration], Awaitable[T]]) -> T:
        if self._administration is None:
            self._administration = Administration(self.folder)
            await self._administration.begin(self.secret)
        return await ask(self._administration)

    async def end_administration(self) -> None:
        if self._administration is not None:
            await self._administration.end()
            self._administration = None

    async def enrol(self, role: Role, device: str, *windows: int) -> Credential:
        wanted = CreateEnrolmentCode(role=role, device=device, windows=windows)
        code = await self.administer(lambda server: server.enrolment_code(wanted))
        return await enrol(code.code, self.url)


def id_number(serial: int) -> str:
    """An invented person of an invented day; the check digit by MOD 11-2."""
    digits = f"44010619850101{serial:03d}"
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


DEVICES = [
    (Role.KIOSK,),
    (Role.WALL,),
    (Role.PAD, 1),
    (Role.STATION, 3),
    *((Role.COUNTER, window) for window in CLERKS),
]


@dataclass(frozen=True)
class Founded:
    """A hall's folder to copy, in which all devices are enrolled and all clerks have a password."""

    folder: DataFolder
    secret: str
    credentials: dict[tuple[object, ...], Credential]


@pytest.fixture(scope="session")
def founded(tmp_path_factory: pytest.TempPathFactory, settings: HallSettings) -> Founded:
    folder = DataFolder(tmp_path_factory.mktemp("founded") / "hall")
    hall = HallInThread(folder, settings, found(folder, settings))
    hall.start()
    credentials = asyncio.run(_furnish(hall))
    hall.stop()
    return Founded(folder, hall.secret, credentials)


async def _furnish(hall: HallInThread) -> dict[tuple[object, ...], Credential]:
    for clerk in CLERKS.values():
        await hall.administer(lambda server, clerk=clerk: server.set_password(clerk, PASSWORD))
    credentials = {
        device: await hall.enrol(device[0], "-".join(map(str, device)), *device[1:]) for device in DEVICES
    }
    await hall.end_administration()
    return credentials


@pytest.fixture
async def hall(tmp_path: Path, settings: HallSettings, founded: Founded) -> AsyncIterator[HallInThread]:
    folder = DataFolder(tmp_path / "hall")
    shutil.copytree(founded.folder.path, folder.path)
    hall = HallInThread(folder, settings, founded.secret)
    hall.start()
    yield hall
    await hall.end_administration()
    await asyncio.to_thread(hall.stop)


Connect = Callable[..., Awaitable[HallClient]]


@pytest.fixture
async def connect(hall: HallInThread, founded: Founded) -> AsyncIterator[Connect]:
    """A client of an enrolled device."""
    async with AsyncExitStack() as stack:

        async def connect(*device: object, deadline_s: float = 8.0) -> HallClient:
            credential = replace(founded.credentials[device], server=hall.url)
            return await stack.enter_async_context(HallClient(credential, deadline_s=deadline_s))

        yield connect


@pytest.fixture
def clerk_at(connect: Connect) -> Callable[[int], Awaitable[HallClient]]:
    """A counter with its clerk logged in; the window is still closed."""

    async def clerk_at(window: int) -> HallClient:
        counter = await connect(Role.COUNTER, window)
        await counter.log_in(LogIn(clerk=CLERKS[window], password=PASSWORD, window=window))
        return counter

    return clerk_at


@pytest.fixture(scope="session")
def place(tmp_path_factory: pytest.TempPathFactory, settings: HallSettings) -> Iterator[object]:
    """The one hall of all tests of cases and cabinets."""
    from tests.integration.hall.cabinet_hall import cabinet_hall  # noqa: PLC0415 - it builds on this file

    with cabinet_hall(tmp_path_factory.mktemp("cabinets") / "hall", settings) as place:
        yield place


@pytest.fixture
async def at_place(place: object) -> AsyncIterator[Connect]:
    """A client of a device there, by its name."""
    async with AsyncExitStack() as stack:

        async def at_place(name: str, kind: type[HallClient] = HallClient) -> HallClient:
            return await stack.enter_async_context(kind(place.credentials[name]))

        yield at_place
