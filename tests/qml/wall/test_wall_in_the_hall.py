"""The wall on a real hall's stream: it follows, speaks, and comes back."""

import asyncio
from contextlib import aclosing

import pytest
from msgspec.structs import replace

from display.kit.bridge import Bridge
from display.wall.app import Wall, follow, give_voice
from display.wall.settings import VoiceOutput, VoiceSettings
from queue_core.client import LinkLost, LinkUp
from queue_core.wire.stream import Changes, Snapshot
from queue_core.wire.words import Role, WindowAction
from tests.integration.hall.conftest import accept, clerk_at, connect, founded, hall, settings

__all__ = ["clerk_at", "connect", "founded", "hall", "settings"]


@pytest.fixture
def wall(qtbot, hall, founded, tmp_path):
    assert qtbot, "there is an application"
    wall = Wall()
    wall.spoken = tmp_path / "spoken"
    give_voice(wall, VoiceSettings(output=VoiceOutput.FOLDER, folder=wall.spoken))
    bridge = Bridge(wall.receive)
    credential = replace(founded.credentials[(Role.WALL,)], server=hall.url)
    bridge.run(follow(credential, bridge))
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
    qtbot.waitUntil(lambda: len(list(wall.spoken.glob("call-*-zh-CN.wav"))) == 1, timeout=10_000)
    await asyncio.to_thread(hall.stop)
    qtbot.waitUntil(lambda: wall.model.props.page == "stale", timeout=10_000)
    assert wall.model.props.call.number == ticket.number
    hall.start()
    qtbot.waitUntil(lambda: wall.model.props.page == "calls", timeout=10_000)
    assert wall.model.props.call.number == ticket.number
    assert len(list(wall.spoken.iterdir())) == 1, "what was spoken is not spoken again"


async def test_a_short_break_in_a_quiet_hall_is_over_at_once(connect):
    client = await connect(Role.WALL)
    async with aclosing(client.follow()) as updates:
        seen = [await anext(updates), await anext(updates)]
        await client._followers[0]._socket.close()
        seen += [await anext(updates) for _ in range(3)]
    assert [type(update) for update in seen] == [LinkUp, Snapshot, LinkLost, LinkUp, Changes]
    assert seen[-1].views == ()
