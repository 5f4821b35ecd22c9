"""The screen of a window on a real hall's stream, with a pad's credential."""

import asyncio

import pytest
from msgspec.structs import replace

from display.kit.bridge import Bridge
from display.kit.hall_stream import follow
from display.window.app import WindowScreen, run_screen
from display.window.errors import NotADisplay
from display.window.settings import WindowScreenSettings
from queue_core.client import HallClient
from queue_core.wire.words import Role, WindowAction
from tests.integration.hall.conftest import accept, clerk_at, connect, founded, hall, settings

__all__ = ["clerk_at", "connect", "founded", "hall", "settings"]


@pytest.fixture
def screen(qtbot, hall, founded):
    assert qtbot, "there is an application"
    screen = WindowScreen(1)
    bridge = Bridge(screen.receive)
    client = HallClient(replace(founded.credentials[Role.PAD, 1], server=hall.url))
    bridge.run(follow(client, bridge.post))
    bridge.start()
    yield screen
    bridge.stop()


async def test_the_screen_follows_its_window_and_outlives_the_hall(screen, hall, connect, clerk_at, qtbot):
    def shows(page, number=""):
        qtbot.waitUntil(
            lambda: (screen.model.props.page, screen.model.props.number) == (page, number), timeout=10_000
        )

    shows("closed")
    kiosk, counter = await connect(Role.KIOSK), await clerk_at(1)
    await counter.act(1, WindowAction.OPEN)
    shows("free")
    ticket = await kiosk.take_number(accept(1))
    await counter.act(1, WindowAction.CALL_NEXT)
    shows("called", ticket.number)
    await asyncio.to_thread(hall.stop)
    qtbot.waitUntil(lambda: screen.model.props.lost_code != "", timeout=10_000)
    assert screen.model.props.number == ticket.number
    hall.start()
    qtbot.waitUntil(lambda: screen.model.props.lost_code == "", timeout=10_000)
    await counter.act(1, WindowAction.START)
    shows("serving", ticket.number)
    await counter.act(1, WindowAction.FINISH)
    shows("rate", ticket.number)


def test_a_device_of_another_role_is_refused(founded, tmp_path, qtbot):
    assert qtbot
    founded.credentials[(Role.KIOSK,)].save(tmp_path / "kiosk.json")
    with pytest.raises(NotADisplay) as refused:
        run_screen(
            WindowScreenSettings(credential=tmp_path / "kiosk.json", window=1), stage=None, size=(800, 600)
        )
    assert "kiosk" in str(refused.value)
    assert "for a pad of its window" in refused.value.remedy
