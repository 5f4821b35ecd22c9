"""The bridge between loop and GUI: in order, complete, few wake-ups, and an end that does not hang."""

import asyncio
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication

from display.kit.bridge import Bridge


class Listener:
    def __init__(self) -> None:
        self.heard: list[int] = []
        self.threads: set[int] = set()

    def receive(self, value: int) -> None:
        self.heard.append(value)
        self.threads.add(threading.get_ident())


@pytest.fixture
def listener() -> Listener:
    return Listener()


@pytest.fixture
def bridge(qapp, listener: Listener) -> Iterator[Bridge]:
    assert qapp is not None
    made = Bridge(listener.receive)
    made.start()
    yield made
    made.stop()


def test_everything_comes_in_order_on_the_guis_thread(qtbot, bridge: Bridge, listener: Listener) -> None:
    async def burst() -> None:
        for number in range(20_000):
            bridge.post(number)

    bridge.run(burst())
    qtbot.waitUntil(lambda: len(listener.heard) == 20_000, timeout=10_000)
    assert listener.heard == list(range(20_000))
    assert listener.threads == {threading.get_ident()}


def test_a_burst_wakes_the_gui_once(qtbot, bridge: Bridge, listener: Listener) -> None:
    wakes: list[None] = []
    bridge.woken.connect(lambda: wakes.append(None))
    for number in range(1000):
        bridge.post(number)
    qtbot.waitUntil(lambda: len(listener.heard) == 1000, timeout=5000)
    assert len(wakes) == 1


def test_work_that_fails_leaves_the_loop_running(qtbot, bridge: Bridge, listener: Listener) -> None:
    async def fail() -> None:
        raise RuntimeError("a bug")

    async def go_on() -> None:
        bridge.post(1)

    bridge.run(fail())
    bridge.run(go_on())
    qtbot.waitUntil(lambda: listener.heard == [1], timeout=5000)


def test_work_that_fails_is_told(qtbot, bridge: Bridge) -> None:
    async def fail() -> None:
        raise RuntimeError("a bug")

    with qtbot.waitSignal(bridge.failed, timeout=5000):
        bridge.run(fail())


def test_stopping_cancels_what_still_runs_and_nothing_is_heard_any_more(
    qtbot, bridge: Bridge, listener: Listener
) -> None:
    ended = threading.Event()

    async def stay() -> None:
        bridge.post(1)
        try:
            await asyncio.Event().wait()
        finally:
            bridge.post(2)
            ended.set()

    bridge.run(stay())
    qtbot.waitUntil(lambda: listener.heard == [1], timeout=5000)
    bridge.stop()
    assert ended.is_set()
    QCoreApplication.processEvents()
    assert listener.heard == [1]
    assert not any(thread.name == "bridge" for thread in threading.enumerate())
