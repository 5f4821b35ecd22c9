"""The wall on a real hall's stream: it follows, speaks, and comes back."""

import asyncio
import sqlite3
from contextlib import aclosing, closing

import pytest
from msgspec.structs import replace

from display.kit.bridge import Bridge
from display.wall.app import Wall, give_voice, join_hall
from display.wall.settings import VoiceSettings
from queue_core.client import HallClient, LinkLost, LinkUp
from queue_core.wire.stream import Changes, Snapshot
from queue_core.wire.views import HallView
from queue_core.wire.words import Role, WindowAction
from tests.integration.hall.conftest import accept, clerk_at, connect, founded, hall, settings

__all__ = ["clerk_at", "connect", "founded", "hall", "settings"]


def events(hall, kind):
    """How many of a kind the hall's journal holds."""
    with closing(sqlite3.connect(hall.folder.path / "journal.db")) as journal:
        return journal.execute("SELECT count(*) FROM events WHERE kind = ?", (kind,)).fetchone()[0]


@pytest.fixture
def wall(qtbot, hall, founded, tmp_path):
    assert qtbot, "there is an application"
    wall = Wall()
    wall.voice_folder = tmp_path / "spoken"
    bridge = Bridge(wall.receive)
    client = HallClient(replace(founded.credentials[(Role.WALL,)], server=hall.url))
    give_voice(bridge, client, VoiceSettings(speaker=f"clips+file://{wall.voice_folder}"))
    join_hall(wall, bridge, client)
    bridge.start()
    yield wall
    bridge.stop()


async def test_a_call_is_shown_and_spoken_and_outlives_the_hall(wall, hall, connect, clerk_at, qtbot):
    kiosk, counter = await connect(Role.KIOSK), await clerk_at(1)
    ticket = await kiosk.take_number(accept(1))
    await counter.act(1, WindowAction.OPEN)
    await counter.act(1, WindowAction.CALL_NEXT)
    qtbot.waitUntil(lambda: wall.model.props.call.number == ticket.number, timeout=10_000)
    assert (wall.model.props.call.window, wall.model.props.call.is_awaited) == (1, True)
    qtbot.waitUntil(lambda: wall.model.props.rule != (), timeout=10_000)
    assert wall.model.props.rule[0].second.startswith("Numbers are called in order of arrival")
    qtbot.waitUntil(lambda: len(list(wall.voice_folder.glob("[0-9]*-zh-CN.wav"))) == 1, timeout=10_000)
    qtbot.waitUntil(lambda: events(hall, "call-spoken") == 1, timeout=10_000)
    await asyncio.to_thread(hall.stop)
    qtbot.waitUntil(lambda: wall.model.props.page == "stale", timeout=10_000)
    assert wall.model.props.call.number == ticket.number
    hall.start()
    qtbot.waitUntil(lambda: wall.model.props.page == "calls", timeout=10_000)
    assert wall.model.props.call.number == ticket.number
    assert len(list(wall.voice_folder.iterdir())) == 1, "what was spoken is not spoken again"
    assert events(hall, "call-spoken") == 1


async def test_a_short_break_in_a_quiet_hall_is_over_at_once(connect):
    client = await connect(Role.WALL)
    async with aclosing(client.follow()) as updates:
        assert [type(await anext(updates)) for _ in range(2)] == [LinkUp, Snapshot]
        await client._followers[0]._socket.close()
        while isinstance(update := await anext(updates), Changes):  # waits that were estimated meanwhile
            assert {type(view) for view in update.views} <= {HallView}
        assert isinstance(update, LinkLost)
        assert [type(await anext(updates)) for _ in range(2)] == [LinkUp, Changes]
