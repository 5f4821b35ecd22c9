"""What a supervisor tells everybody, from the desk to the wall of a real hall."""

import pytest
from msgspec.structs import replace

from display.kit.bridge import Bridge
from display.wall.app import Wall, join_hall
from display.wall.standpoint import Standpoint
from queue_core.client import HallClient
from queue_core.client.staff import StaffClient
from queue_core.wire.messages import LogIn
from queue_core.wire.supervision import PostNotice
from queue_core.wire.words import Role, WindowAction
from tests.integration.hall.conftest import PASSWORD, accept, clerk_at, connect, founded, hall, settings

__all__ = ["clerk_at", "connect", "founded", "hall", "settings"]
TEXTS = {"zh-CN": "3 号窗口暂停服务", "en": "Window 3 is paused"}


@pytest.fixture
def upstairs(qtbot, hall, founded):
    """A wall of windows 2 and 3 only."""
    assert qtbot, "there is an application"
    wall = Wall(standpoint=Standpoint(windows=frozenset({2, 3})))
    bridge = Bridge(wall.receive)
    join_hall(wall, bridge, HallClient(replace(founded.credentials[(Role.WALL,)], server=hall.url)))
    bridge.start()
    yield wall
    bridge.stop()


@pytest.fixture
async def supervisor(hall, founded):
    await hall.administer(lambda server: server.set_password("9001", PASSWORD))
    async with StaffClient(replace(founded.credentials[Role.COUNTER, 1], server=hall.url)) as client:
        await client.log_in(LogIn(clerk="9001", password=PASSWORD))
        yield client
    await hall.end_administration()


async def test_a_notice_comes_to_every_wall_and_goes_when_it_is_ended(upstairs, supervisor, qtbot):
    board = await supervisor.post_notice(PostNotice(texts=TEXTS))
    qtbot.waitUntil(lambda: upstairs.model.props.notices != (), timeout=10_000)
    shown = upstairs.model.props.notices[0]
    assert (shown.text, shown.second) == (TEXTS["zh-CN"], TEXTS["en"])
    await supervisor.end_notice(board.notices[0].notice_id)
    qtbot.waitUntil(lambda: upstairs.model.props.notices == (), timeout=10_000)


async def test_a_wall_of_some_windows_leaves_the_calls_of_others_out(upstairs, connect, clerk_at, qtbot):
    kiosk = await connect(Role.KIOSK)
    numbers = [(await kiosk.take_number(accept(visitor))).number for visitor in (1, 2)]
    for window in (1, 2):
        counter = await clerk_at(window)
        await counter.act(window, WindowAction.OPEN)
        await counter.act(window, WindowAction.CALL_NEXT)
    qtbot.waitUntil(lambda: upstairs.model.props.call.window == 2, timeout=10_000)
    assert upstairs.model.props.call.number in numbers
    assert upstairs.model.props.earlier == ()
    assert len(upstairs.state.calls) == 2, "the other call came, and was left out"
