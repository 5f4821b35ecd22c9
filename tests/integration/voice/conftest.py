"""`paihao voice` as a process of its own, at a real hall."""

import asyncio
import contextlib
import json
import os
import sqlite3
import subprocess
import sys
import time
from contextlib import ExitStack, closing
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from msgspec.structs import replace

from queue_core.wire.words import Role
from sim.rig.sound import NullSink
from tests.integration.hall.conftest import clerk_at, connect, founded, hall, settings

__all__ = ["clerk_at", "connect", "founded", "hall", "settings"]
WITHIN_S = 20.0
PAIHAO = Path(sys.executable).parent / "paihao"


def voice_toml(credential, zones):
    lines = [
        f'credential = "{credential.name}"',
        "chime = false",
        "speed = 1.5",
        f"elsewhere = {list(range(3, 15))}",
    ]
    for windows, speaker in zones:
        lines += ["[[zones]]", f"windows = {windows}", f'speaker = "{speaker}"']
    return "\n".join(lines) + "\n"


class VoiceProcess:
    """Each start has a log of its own."""

    def __init__(self, folder, credential, environment):
        self._folder, self._environment = folder, os.environ | environment
        self._process, self._starts = None, 0
        self.configuration = folder / "voice.toml"
        self.credential = folder / "voice.json"
        credential.save(self.credential)

    def configure(self, *zones):
        self.configuration.write_text(voice_toml(self.credential, zones))
        return self

    def start(self):
        self._starts += 1
        with self._log.open("wb") as log:
            self._process = subprocess.Popen(
                [PAIHAO, "voice", "--config", self.configuration],
                env=self._environment,
                stdout=log,
                stderr=log,
            )
        return self

    @property
    def _log(self):
        return self._folder / f"voice-{self._starts}.log"

    @property
    def log(self):
        return self._log.read_text()

    @property
    def said(self):
        """The ids of calls that this start has said, in order."""
        lines = [json.loads(line) for line in self.log.splitlines() if line.startswith("{")]
        return [line["call_id"] for line in lines if line["event"] == "call spoken"]

    def die(self):
        """As by a fault of memory: no chance to say or keep anything."""
        self._process.kill()
        self._process.wait()

    def wait(self):
        return self._process.wait(timeout=WITHIN_S)

    def end(self):
        if self._process is not None and self._process.poll() is None:
            self.die()


@pytest.fixture
def sink():
    with NullSink() as sink:
        yield sink


@pytest.fixture
def voice_with(tmp_path, hall, founded):
    """Makes the process; `server` is where it finds the hall."""
    with ExitStack() as stack:

        def make(name="voice", *, server=None, environment=None):
            folder = tmp_path / name
            folder.mkdir()
            credential = replace(founded.credentials[(Role.WALL,)], server=server or hall.url)
            process = VoiceProcess(folder, credential, environment or {})
            stack.callback(process.end)
            return process

        yield make


@pytest.fixture
def spoken(hall):
    """How many calls the hall's journal holds as spoken."""

    def count():
        with closing(sqlite3.connect(hall.folder.path / "journal.db")) as journal:
            kind = "SELECT count(*) FROM events WHERE kind = 'call-spoken'"
            return journal.execute(kind).fetchone()[0]

    return count


async def until(claim):
    end_s = time.monotonic() + WITHIN_S
    while not claim():
        assert time.monotonic() < end_s, "not in time"
        await asyncio.sleep(0.02)


class Cable:
    """Between a voice and its hall; cut, what is sent goes nowhere and nobody says so."""

    def __init__(self, hall):
        self._there = urlsplit(hall.url)
        self._whole = asyncio.Event()
        self._whole.set()
        self._tasks = set()

    async def lay(self):
        self._server = await asyncio.start_server(self._carry, "127.0.0.1", 0)
        self.url = f"https://127.0.0.1:{self._server.sockets[0].getsockname()[1]}"
        return self

    def cut(self):
        self._whole.clear()

    def mend(self):
        self._whole.set()

    async def take_away(self):
        self._server.close()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _carry(self, reader, writer):
        self._tasks.add(asyncio.current_task())
        there_reader, there_writer = await asyncio.open_connection(self._there.hostname, self._there.port)
        try:
            async with asyncio.TaskGroup() as group:
                group.create_task(self._pass_on(reader, there_writer))
                group.create_task(self._pass_on(there_reader, writer))
        except* OSError:
            pass
        finally:
            for end in (writer, there_writer):
                end.transport.abort()
                with contextlib.suppress(OSError):
                    await end.wait_closed()

    async def _pass_on(self, reader, writer):
        while data := await reader.read(65536):
            await self._whole.wait()
            writer.write(data)
            await writer.drain()
        raise ConnectionResetError


@pytest.fixture
async def cable(hall):
    cable = await Cable(hall).lay()
    yield cable
    cable.mend()
    await cable.take_away()
