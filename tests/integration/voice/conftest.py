"""Voices at a real hall: as processes of their own where their death is told of, else in this one."""

import asyncio
import contextlib
import json
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest
from msgspec.structs import replace

from display.voice.announcer import CallsSpoken
from display.voice.hall import HallVoice
from display.voice.said import Memory, beside
from display.voice.settings import VoiceSettings
from queue_core.client import Credential, HallClient
from queue_core.config import load
from queue_core.wire.words import Role
from sim.rig.sound import NullSink
from tests.cable import Cable
from tests.integration.hall.conftest import clerk_at, connect, founded, hall, settings
from tests.unit.voice.conftest import beeps

__all__ = ["beeps", "clerk_at", "connect", "founded", "hall", "settings"]
WITHIN_S = 20.0
PAIHAO = Path(sys.executable).parent / "paihao"


def voice_toml(credential, clips, zones):
    lines = [
        f'credential = "{credential.name}"',
        f'clips = "{clips}"',
        "chime = false",
        "hurried_speed = 1.0",
        f"elsewhere = {list(range(3, 15))}",
    ]
    for windows, speaker in zones:
        lines += ["[[zones]]", f"windows = {windows}", f'speaker = "{speaker}"']
    return "\n".join(lines) + "\n"


class Voice:
    """A voice's own folder; `start` makes a process of it, `join` a task of this one."""

    def __init__(self, folder, clips, credential):
        self._folder, self._clips = folder, clips
        self._process, self._starts = None, 0
        self._task, self._posted = None, []
        self.configuration = folder / "voice.toml"
        self.credential = folder / "voice.json"
        credential.save(self.credential)

    def configure(self, *zones):
        self.configuration.write_text(voice_toml(self.credential, self._clips, zones))
        return self

    @property
    def settings(self):
        return load(self.configuration, VoiceSettings)

    def start(self):
        """Each start has a log of its own."""
        self._starts += 1
        with self._log.open("wb") as log:
            self._process = subprocess.Popen(
                [PAIHAO, "voice", "--config", self.configuration], stdout=log, stderr=log
            )
        return self

    def join(self):
        self._posted, self._task = [], asyncio.create_task(self._speak())
        return self

    async def _speak(self):
        async with HallClient(Credential.load(self.credential)) as client:
            memory = Memory(beside(self.credential))
            await HallVoice(client, self.settings.plan, memory, self._posted.append).run()

    @property
    def _log(self):
        return self._folder / f"voice-{self._starts}.log"

    @property
    def said(self):
        """The ids of calls that the last start or join has said, in order."""
        if self._task is not None:
            spoken = (each.calls for each in self._posted if isinstance(each, CallsSpoken))
            return [calls[-1].call_id for calls in spoken]
        lines = [json.loads(line) for line in self.log.splitlines() if line.startswith("{")]
        return [line["call_id"] for line in lines if line["event"] == "call spoken"]

    @property
    def log(self):
        return self._log.read_text()

    def wait(self):
        return self._process.wait(timeout=WITHIN_S)

    def die(self):
        """As by a fault of memory: no chance to say or keep anything."""
        self._process.kill()
        self._process.wait()

    async def ended(self):
        """Raises what ended it."""
        async with asyncio.timeout(WITHIN_S):
            await self._task

    async def end(self):
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)
        if self._process is not None and self._process.poll() is None:
            self.die()


@pytest.fixture(scope="module")
def one_sink():
    with NullSink() as sink:
        yield sink


@pytest.fixture
def sink(one_sink, monkeypatch):
    for name, value in one_sink.environment.items():
        monkeypatch.setenv(name, value)
    one_sink.forget()
    return one_sink


@pytest.fixture
async def voice_with(tmp_path, founded, beeps):
    """Makes a voice for the hall at `server`."""
    async with contextlib.AsyncExitStack() as stack:

        def make(name="voice", *, server="https://127.0.0.1:1", role=Role.WALL):
            folder = tmp_path / name
            folder.mkdir()
            voice = Voice(folder, beeps, replace(founded.credentials[(role,)], server=server))
            stack.push_async_callback(voice.end)
            return voice

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


@pytest.fixture
def cable(hall):
    """Between a voice and its hall."""
    with Cable(hall.port) as cable:
        yield cable
