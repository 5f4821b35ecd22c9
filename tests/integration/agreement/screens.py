"""The front ends of one window and its hall, as they run: each tells what a person there would read."""

import contextlib
import json
import os
import subprocess
import time
from pathlib import Path

import httpx
import msgspec
from PySide6.QtCore import QEventLoop, QTimer

from benchmarks.durability.house import PAIHAO, PASSWORD
from counter.station.config import StationConfig
from counter.station.station import Station
from counter.supervisor.app import assemble as supervisor_of
from counter.supervisor.settings import SupervisorSettings
from display.kit.stage import NotThere, named, press, pressable, text_of, type_into, visible_items
from display.pad.app import assemble as pad_of
from display.pad.settings import PadSettings
from drivers.runtime.supervising import SupervisedWindowBus
from queue_core.client import Credential, HallClient
from queue_core.client.credential import pinned
from queue_core.config import load
from sim.rig import PtyBus
from sim.story.errors import StoryError
from sim.story.stage import Stage

WITHIN_S = 25.0
_WALL = """
credential = "wall.json"
[voice]
speaker = "{speaker}"
chime = false
speed = 1.5
hurried_speed = 1.5
"""
_STATION = """
credential = "station.json"
bus = "{bus}"
windows = [{{ window = {window}, address = {window} }}]
"""


class Patience:
    """Lets Qt go on until something is so."""

    def __init__(self, qapp):
        self._qapp = qapp
        self._tick = QTimer(interval=15)
        self._tick.start()

    def until(self, claim, *, within_s=WITHIN_S, what=lambda: "not in time"):
        end_s = time.monotonic() + within_s
        while not claim():
            assert time.monotonic() < end_s, what()
            self._qapp.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)

    def end(self):
        self._tick.stop()


class Screen:
    """An application of this process, by its screen."""

    def __init__(self, assembled, patience, size):
        self._assembled, self._patience = assembled, patience
        self.window = assembled.opened.window
        assembled.opened.resize(*size)
        assembled.bridge.start()
        self.window.setVisible(True)

    def text(self, name):
        item = named(self.window, name)
        return None if item is None else text_of(item)

    @property
    def page(self):
        return str(self.window.property("page") or "")

    @property
    def names(self):
        return (
            self.page,
            self.text("link"),
            self.text("notice"),
            self.text("away"),
            self.window.width(),
            sorted({each.objectName() for each in visible_items(self.window)} - {""}),
        )

    def press(self, *names):
        for name in names:
            self._patience.until(
                lambda name=name: self._can_press(name),
                what=lambda name=name: f"no {name} to press: {self.names}",
            )
            press(self.window, pressable(self.window, name))

    def type(self, name, text):
        self._patience.until(
            lambda: self._can_press(name), what=lambda: f"no {name} to type into: {self.names}"
        )
        type_into(pressable(self.window, name), text)

    def log_in(self, clerk):
        self.type("clerk", clerk)
        self.type("password", PASSWORD)
        self.press("log-in")

    def _can_press(self, name):
        try:
            pressable(self.window, name)
        except NotThere:
            return False
        return True

    def end(self):
        self._assembled.bridge.stop()
        self._assembled.opened.close()


class Program:
    """A front end as a process, by its stage; each start has a log and a stage of its own."""

    def __init__(self, name, folder, environment, patience):
        self._name, self._folder, self._patience = name, folder, patience
        self._environment = os.environ | environment | {"QT_QPA_PLATFORM": "offscreen"}
        self._starts = 0
        self._process = self._stage = None

    def start(self):
        self.begin()
        self.wait_up()

    def begin(self):
        self._starts += 1
        with self._log(self._starts).open("wb") as log:
            self._process = subprocess.Popen(
                [
                    *PAIHAO,
                    self._name,
                    "--config",
                    self._folder / f"{self._name}.toml",
                    "--stage",
                    self._place,
                ],
                env=self._environment,
                stdout=log,
                stderr=log,
            )

    def wait_up(self):
        self._patience.until(self._place.exists)
        self._stage = Stage(self._place, self._name)

    def kill(self):
        if self._stage is not None:
            self._stage.close()
            self._stage = None
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process = None

    @property
    def page(self):
        return self._stage.page()

    def text(self, name):
        """None: nobody sees it."""
        with contextlib.suppress(StoryError):
            return self._stage.text(name)
        return None

    def press(self, *names):
        for name in names:
            self._stage.press(name)

    def log_in(self, clerk):
        self._stage.wait_page("login").type("clerk", clerk).type("password", PASSWORD).press("log-in")

    @property
    def said(self):
        """The ids of calls that were heard, in order, over all starts."""
        lines = [
            json.loads(line)
            for start in range(1, self._starts + 1)
            for line in self._log(start).read_text().splitlines()
            if line.startswith("{")
        ]
        return [line["call_id"] for line in lines if line["event"] == "call spoken"]

    @property
    def _place(self):
        return self._folder / f"{self._name}-{self._starts}.stage"

    def _log(self, start):
        return self._folder / f"{self._name}-{start}.log"


def programs_of(folder, sink, patience):
    """Counter and wall; the wall speaks."""
    (folder / "wall.toml").write_text(_WALL.format(speaker=sink.address))
    (folder / "counter.toml").write_text('credential = "counter.json"\nwindows = [1]\n')
    return Program("counter", folder, {}, patience), Program("wall", folder, sink.environment, patience)


class Phone:
    """Reads the document of a number, as the page on a phone does."""

    def __init__(self, house):
        credential = next(iter(house.credentials.values()))
        self._web = httpx.Client(base_url=house.url, verify=pinned(credential.certificate), trust_env=False)

    def document(self, status_url):
        reference = status_url.rsplit("/", 1)[1].partition("#")[0]
        return self._web.get(f"/public/tickets/{reference}").json()

    def end(self):
        self._web.close()


def screens_of(folder, house, server, patience):
    """Pad and supervisor; `server` is where all front ends find their hall.

    The counter cannot be of the same process: its types for QML bear names that the supervisor's have, too.
    """
    for name in ("counter", "pad", "supervisor", "wall", "station"):
        msgspec.structs.replace(house.others[name], server=server).save(folder / f"{name}.json")
    pad = pad_of(PadSettings(credential=folder / "pad.json", window=1))
    supervisor = supervisor_of(SupervisorSettings(credential=folder / "supervisor.json"))
    overview = supervisor.overview
    return (
        Screen(pad, patience, (1024, 600)),
        lambda: pad.model.props,  # beside its thanks for the last rating, which stand for a while
        Screen(supervisor, patience, (1920, 1080)),
        lambda: overview.state,
    )


class Box:
    """The caller at a window, with the station that carries its keys."""

    def __init__(self, folder: Path, loop, window):
        self.bus = PtyBus(windows=[window], link=folder / "ttyBUS")
        self.bus.__enter__()
        (folder / "station.toml").write_text(_STATION.format(bus=self.bus.address, window=window))
        self.caller = self.bus.caller(window)
        loop.let(self._run(load(folder / "station.toml", StationConfig)))

    @staticmethod
    async def _run(config):
        async with (
            HallClient(Credential.load(config.credential)) as hall,
            SupervisedWindowBus(config.bus) as bus,
        ):
            await Station(config, bus=bus, hall=hall).run()

    def end(self):
        self.bus.__exit__(None, None, None)
