"""A kiosk's backstage at a real hall, devices on real wires; and a whole kiosk as a process of its own."""

import asyncio
import os
import subprocess
import sys
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import TypeVar

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from msgspec.structs import replace

from kiosk.backstage.crew import Backstage, Furnishing
from kiosk.config import Devices
from kiosk.flow.events import Event, HallSeen
from queue_core.wire.words import Role
from sim.rig import TcpPrinter
from sim.story.stage import Stage
from tests.integration.hall.conftest import connect, founded, hall, settings

__all__ = ["connect", "founded", "hall", "settings"]
WITHIN_S = 30.0  # the patience of a wait on a machine that has much to do
READER = "ssc+pcsc://No%20such%20reader"
E = TypeVar("E")


class Heard:
    """What backstage has posted, to wait for."""

    def __init__(self) -> None:
        self.events: list[Event] = []
        self._news = asyncio.Event()

    def post(self, event: Event) -> None:
        self.events.append(event)
        self._news.set()

    async def first(self, kind: type[E], claim: Callable[[E], bool] = lambda _: True) -> E:
        """The first of its kind for which the claim holds, of those heard since `forget`."""
        async with asyncio.timeout(WITHIN_S):
            while True:
                for event in self.events:
                    if isinstance(event, kind) and claim(event):
                        return event
                self._news.clear()
                await self._news.wait()

    def forget(self) -> None:
        self.events.clear()


class Crew:
    """A backstage that runs, and what it says."""

    def __init__(self, backstage: Backstage, heard: Heard) -> None:
        self.backstage = backstage
        self.heard = heard
        self.perform = backstage.perform


@pytest.fixture
def printer(tmp_path: Path) -> Iterator[TcpPrinter]:
    with TcpPrinter(tickets=tmp_path / "tickets") as printer:
        yield printer


@pytest.fixture
async def crew_of(hall, founded) -> AsyncIterator[Callable[..., object]]:
    """Makes a backstage with devices and furnishing, which has seen the hall."""
    running: list[asyncio.Task[None]] = []

    async def make(furnishing: Furnishing | None = None, **devices: object) -> Crew:
        heard = Heard()
        credential = replace(founded.credentials[(Role.KIOSK,)], server=hall.url)
        wanted = Devices(**{"readers": (READER,)} | devices)
        backstage = Backstage(credential, wanted, heard.post, furnishing or Furnishing())
        running.append(asyncio.create_task(backstage.run()))
        await heard.first(HallSeen)
        return Crew(backstage, heard)

    yield make
    for task in running:
        task.cancel()
    await asyncio.gather(*running, return_exceptions=True)


class KioskProcess:
    """`paihao kiosk` as a hall starts it, on a screen nobody sees."""

    def __init__(self, folder: Path, credential, devices: str) -> None:
        self._folder = folder
        self._configuration = folder / "kiosk.toml"
        self._stage_path = folder / "kiosk.stage"
        self._stack = ExitStack()
        self._process: subprocess.Popen[bytes] | None = None
        credential.save(folder / "kiosk.json")
        self._configuration.write_text(
            f'credential = "kiosk.json"\n[devices]\n{devices}\n[offer]\nmatters = false\n'
        )

    @property
    def state(self) -> Path:
        return self._folder / "state"

    def start(self) -> Stage:
        self._stage_path.unlink(missing_ok=True)
        command = [Path(sys.executable).parent / "paihao", "kiosk", "--config", self._configuration]
        with (self._folder / "kiosk.log").open("ab") as log:
            self._process = subprocess.Popen(
                [*command, "--stage", self._stage_path, "--state", self.state],
                env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
                stderr=log,
            )
        stage = Stage(self._stage_path, "kiosk")
        self._stack.callback(stage.close)
        return stage

    def die(self) -> None:
        """As by a fault of memory: no chance to say or keep anything."""
        assert self._process is not None
        self._process.kill()
        self._process.wait()

    def wait(self) -> int:
        assert self._process is not None
        return self._process.wait(timeout=WITHIN_S)

    def end(self) -> None:
        self._stack.close()
        if self._process is not None and self._process.poll() is None:
            self.die()


@pytest.fixture
def kiosk_with(tmp_path, hall, founded) -> Iterator[Callable[[str], KioskProcess]]:
    """Makes the process, with the lines of [devices]."""
    with ExitStack() as stack:

        def make(devices: str) -> KioskProcess:
            folder = tmp_path / "kiosk"
            folder.mkdir()
            credential = replace(founded.credentials[(Role.KIOSK,)], server=hall.url)
            process = KioskProcess(folder, credential, devices)
            stack.callback(process.end)
            return process

        yield make


@pytest.fixture
def kiosk_process(kiosk_with, printer) -> KioskProcess:
    return kiosk_with(f'readers = ["{READER}"]\nprinter = "{printer.address}"')
