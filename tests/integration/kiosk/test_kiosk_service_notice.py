"""What the service manager hears of the kiosk, over a real notification socket (sd_notify(3))."""

import os
import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtQuick import QQuickWindow

from display.kit.bridge import Bridge
from kiosk.service_notice import ServiceNotice, address, prober, watchdog_s

PING_EVERY_US = 200_000


class Manager:
    """The service manager's end; `said` is all it has heard."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.said: list[str] = []
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self._socket.bind(str(path))
        self._socket.setblocking(False)

    def listen(self) -> list[str]:
        while True:
            try:
                self.said.append(self._socket.recv(4096).decode())
            except BlockingIOError:
                return self.said

    def pings(self) -> int:
        return sum(each.startswith("WATCHDOG=1") for each in self.listen())

    def ready(self) -> list[str]:
        return [each for each in self.listen() if "READY=1" in each]

    def close(self) -> None:
        self._socket.close()


@pytest.fixture
def manager(tmp_path) -> Iterator[Manager]:
    manager = Manager(tmp_path / "notify")
    yield manager
    manager.close()


@pytest.fixture
def bridge(request) -> Iterator[Bridge]:
    request.getfixturevalue("qapp")
    bridge = Bridge(lambda _: None)
    bridge.start()
    yield bridge
    bridge.stop()


@pytest.fixture
def notice(manager, bridge) -> Iterator[ServiceNotice]:
    told = {"NOTIFY_SOCKET": str(manager.path), "WATCHDOG_USEC": str(PING_EVERY_US)}
    notice = ServiceNotice(told, prober(bridge), lambda: "hall: connected")
    yield notice
    notice.stopping()


def test_ready_is_said_once_when_the_first_page_stands_on_the_screen(qtbot, manager, notice):
    window = QQuickWindow()
    notice.watch(window)
    qtbot.waitUntil(lambda: manager.pings() > 0, timeout=10_000)
    assert manager.ready() == []
    window.setVisible(True)

    def is_ready() -> bool:
        window.requestUpdate()
        return bool(manager.ready())

    qtbot.waitUntil(is_ready, timeout=10_000)
    pings = manager.pings()
    qtbot.waitUntil(lambda: manager.pings() > pings, timeout=10_000)
    assert manager.ready() == ["READY=1\nSTATUS=hall: connected"]
    notice.stopping()
    assert manager.listen()[-1] == "STOPPING=1"
    window.close()


def test_a_loop_that_hangs_ends_the_pings_and_one_that_answers_brings_them_back(
    qtbot, manager, notice, bridge
):
    qtbot.waitUntil(lambda: manager.pings() > 0, timeout=10_000)
    may_go_on = threading.Event()

    async def hang() -> None:
        may_go_on.wait()

    bridge.run(hang())
    looks: list[int] = []
    notice.looked.connect(lambda: looks.append(manager.pings()))
    qtbot.waitUntil(lambda: len(looks) >= 6, timeout=10_000)
    assert looks[2] == looks[-1]
    may_go_on.set()
    qtbot.waitUntil(lambda: manager.pings() > looks[2], timeout=10_000)


def test_nobody_listening_stops_nobody(qtbot, tmp_path, bridge):
    told = {"NOTIFY_SOCKET": str(tmp_path / "nobody"), "WATCHDOG_USEC": str(PING_EVERY_US)}
    notice = ServiceNotice(told, prober(bridge), str)
    with qtbot.waitSignals([notice.looked] * 2, timeout=10_000):
        pass
    notice.stopping()


@pytest.mark.parametrize(
    ("told", "meant"),
    [
        ({}, None),
        ({"WATCHDOG_USEC": "30000000"}, 30.0),
        ({"WATCHDOG_USEC": "30000000", "WATCHDOG_PID": str(os.getpid())}, 30.0),
        ({"WATCHDOG_USEC": "30000000", "WATCHDOG_PID": "1"}, None),
        ({"WATCHDOG_USEC": "0"}, None),
        ({"WATCHDOG_USEC": "soon"}, None),
    ],
)
def test_the_watchdog_is_that_of_this_process(told, meant):
    assert watchdog_s(told) == meant


def test_a_name_that_begins_with_an_at_is_abstract():
    assert address("@kiosk") == "\0kiosk"
    assert address("/run/systemd/notify") == "/run/systemd/notify"
    assert address("") is None
