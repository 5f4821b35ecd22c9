import asyncio
import contextlib
import itertools
import re

import pytest
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol

from queue_core.client import HallClient, LinkLost, LinkUp
from queue_core.hall.principal import Principal
from queue_core.hall.streaming import audience
from queue_core.wire.messages import LogIn
from queue_core.wire.stream import Changes, Snapshot
from queue_core.wire.views import CallView, HallView, WindowView
from queue_core.wire.words import Role, WindowAction, WindowState
from tests.integration.hall.conftest import PASSWORD, accept, consult, id_number


class Listener:
    """Follows a client's stream and keeps what came."""

    def __init__(self, client: HallClient) -> None:
        self.updates: list[object] = []
        self._came = asyncio.Condition()
        self._task = asyncio.create_task(self._follow(client))

    async def _follow(self, client: HallClient) -> None:
        async with contextlib.aclosing(client.follow()) as updates:
            async for update in updates:
                async with self._came:
                    self.updates.append(update)
                    self._came.notify_all()

    def views(self) -> list[object]:
        return [view for update in self.updates if isinstance(update, Changes) for view in update.views]

    def calls(self) -> list[CallView]:
        """Every call heard, from snapshots too, in order."""
        heard: dict[int, CallView] = {}
        for update in self.updates:
            if isinstance(update, Snapshot):
                heard |= {call.call_id: call for call in update.calls}
        heard |= {view.call_id: view for view in self.views() if isinstance(view, CallView)}
        return [heard[call_id] for call_id in sorted(heard)]

    async def until(self, is_there) -> None:
        async with asyncio.timeout(10), self._came:
            await self._came.wait_for(lambda: is_there(self))

    async def stop(self) -> None:
        self._task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await self._task


@pytest.fixture
async def listen():
    listeners: list[Listener] = []

    async def listen(client: HallClient) -> Listener:
        listeners.append(Listener(client))
        await listeners[-1].until(lambda it: any(isinstance(each, Snapshot) for each in it.updates))
        return listeners[-1]

    yield listen
    for listener in listeners:
        await listener.stop()


async def test_the_wall_hears_each_call_once_and_in_order(connect, clerk_at, listen) -> None:
    kiosk, wall, counter = await connect(Role.KIOSK), await connect(Role.WALL), await clerk_at(1)
    heard = await listen(wall)
    await counter.act(1, WindowAction.OPEN)
    for _ in range(3):
        await kiosk.take_number(consult())
        await counter.act(1, WindowAction.CALL_NEXT)
        await counter.act(1, WindowAction.RECALL)
        await counter.act(1, WindowAction.START)
        await counter.act(1, WindowAction.FINISH)
    await heard.until(lambda it: len(it.calls()) == 6)
    assert [(call.number, call.nth, call.window) for call in heard.calls()] == [
        (number, nth, 1) for number in ("001", "002", "003") for nth in (1, 2)
    ]
    assert not any(isinstance(update, LinkLost) for update in heard.updates)


async def test_only_the_clerk_there_sees_the_person(connect, clerk_at, listen) -> None:
    kiosk, wall, pad = await connect(Role.KIOSK), await connect(Role.WALL), await connect(Role.PAD, 1)
    at_window, elsewhere = await clerk_at(1), await clerk_at(2)
    listeners = [await listen(client) for client in (wall, pad, kiosk, elsewhere, at_window)]
    await at_window.act(1, WindowAction.OPEN)
    await kiosk.take_number(accept(7))
    await at_window.act(1, WindowAction.CALL_NEXT)
    mine = listeners[-1]
    await mine.until(
        lambda it: any(isinstance(v, WindowView) and v.ticket and v.ticket.holder for v in it.views())
    )
    await listeners[0].until(lambda it: it.calls())
    secret = re.compile(f"测试7|{id_number(7)}|holder=HolderView")
    assert [bool(secret.search(repr(listener.updates))) for listener in listeners] == [
        False,
        False,
        False,
        False,
        True,
    ]
    assert id_number(7) not in repr(mine.updates)


async def test_a_stream_broken_in_the_middle_misses_nothing(hall, connect, clerk_at, listen) -> None:
    kiosk, wall, counter = await connect(Role.KIOSK), await connect(Role.WALL), await clerk_at(1)
    heard = await listen(wall)
    await counter.act(1, WindowAction.OPEN)
    for nth in range(8):
        await kiosk.take_number(consult())
        await counter.act(1, WindowAction.CALL_NEXT)
        if nth in {2, 5}:
            await heard.until(lambda it, count=nth: len(it.calls()) >= count)
            drop_streams(hall)
        await counter.act(1, WindowAction.START)
        await counter.act(1, WindowAction.FINISH)
    await heard.until(lambda it: len(it.calls()) == 8)
    frames = [each for each in heard.updates if isinstance(each, Changes)]
    assert sum(isinstance(each, LinkLost) for each in heard.updates) == 2
    assert sum(isinstance(each, Snapshot) for each in heard.updates) == 1
    assert all(left.cursor == right.previous for left, right in itertools.pairwise(frames))


def drop_streams(hall) -> None:
    """Every WebSocket is cut as a cable would be, from the server's end."""

    def cut() -> None:
        for connection in list(hall.server.server_state.connections):
            if isinstance(connection, WebSocketsSansIOProtocol):
                connection.transport.abort()

    hall.server.servers[0].get_loop().call_soon_threadsafe(cut)


async def test_after_a_restart_of_the_server_the_stream_begins_with_a_snapshot(hall, connect, listen) -> None:
    wall = await connect(Role.WALL)
    heard = await listen(wall)
    await asyncio.to_thread(hall.stop)
    await asyncio.to_thread(hall.start)
    await heard.until(lambda it: sum(isinstance(each, Snapshot) for each in it.updates) == 2)
    kinds = [type(each) for each in heard.updates if not isinstance(each, Changes)]
    assert kinds == [LinkUp, Snapshot, LinkLost, LinkUp, Snapshot]


async def test_the_stream_changes_with_who_sits_there(clerk_at, listen) -> None:
    counter = await clerk_at(1)
    heard = await listen(counter)
    await counter.log_out()
    await heard.until(lambda it: sum(isinstance(each, Snapshot) for each in it.updates) == 2)
    await counter.log_in(LogIn(clerk="1001", password=PASSWORD, window=1))
    await heard.until(lambda it: sum(isinstance(each, Snapshot) for each in it.updates) == 3)
    assert not any(isinstance(each, LinkLost) for each in heard.updates)


async def test_waiting_counts_reach_the_kiosk(connect, listen) -> None:
    kiosk = await connect(Role.KIOSK)
    heard = await listen(kiosk)
    await kiosk.take_number(consult("trade"))
    await heard.until(lambda it: any(isinstance(view, HallView) for view in it.views()))
    hall_view = next(view for view in heard.views() if isinstance(view, HallView))
    assert sum(unit.waiting for unit in hall_view.units if unit.category == "trade") == 1


async def test_a_device_that_is_not_known_is_told_so(hall, connect) -> None:
    wall = await connect(Role.WALL)
    await hall.enrol(Role.WALL, wall.credential.device)
    updates = wall.follow()
    first = await anext(updates)
    await updates.aclose()
    assert isinstance(first, LinkLost)
    assert first.code == "unauthenticated"


async def test_a_device_enrolled_anew_hears_no_more_by_its_old_credential(hall, connect, listen) -> None:
    wall = await connect(Role.WALL)
    heard = await listen(wall)
    await hall.enrol(Role.WALL, wall.credential.device)
    await heard.until(lambda it: any(isinstance(update, LinkLost) for update in it.updates))


async def test_a_front_end_of_another_version_is_told_so(connect, monkeypatch) -> None:
    wall = await connect(Role.WALL)
    monkeypatch.setattr("queue_core.client.stream.PROTOCOL", 99)
    updates = wall.follow()
    first = await anext(updates)
    await updates.aclose()
    assert isinstance(first, LinkLost)
    assert first.code == "protocol-mismatch"


def test_only_a_clerk_may_ever_see_persons() -> None:
    for role in Role:
        principal = Principal(role=role, name="x", windows=(1,), token_hash=b"")
        assert audience(principal).holders == (role is Role.CLERK)


async def test_window_states_arrive_in_order(connect, clerk_at, listen) -> None:
    kiosk, pad, counter = await connect(Role.KIOSK), await connect(Role.PAD, 1), await clerk_at(1)
    heard = await listen(pad)
    await kiosk.take_number(consult())
    for action in (WindowAction.OPEN, WindowAction.CALL_NEXT, WindowAction.START, WindowAction.FINISH):
        await counter.act(1, action)
    await heard.until(lambda it: any(isinstance(v, WindowView) and v.rating for v in it.views()))
    states = [view.state for view in heard.views() if isinstance(view, WindowView)]
    firsts = [state for state, before in zip(states, [None, *states], strict=False) if state != before]
    assert firsts[-4:] == [WindowState.FREE, WindowState.CALLED, WindowState.SERVING, WindowState.FREE]


async def test_a_rating_not_given_in_time_is_asked_for_no_longer(
    hall, connect, clerk_at, listen, settings
) -> None:
    hall.stop()
    policy = settings.policy.model_copy(update={"rating_within_s": 1})
    hall.settings = settings.model_copy(update={"policy": policy})
    hall.start()
    kiosk, pad, counter = await connect(Role.KIOSK), await connect(Role.PAD, 1), await clerk_at(1)
    heard = await listen(pad)
    await kiosk.take_number(consult())
    for action in (WindowAction.OPEN, WindowAction.CALL_NEXT, WindowAction.START, WindowAction.FINISH):
        await counter.act(1, action)
    await heard.until(lambda it: windows(it) and windows(it)[-1].rating is not None)
    await heard.until(lambda it: windows(it)[-1].rating is None)


def windows(listener: Listener) -> list[WindowView]:
    return [view for view in listener.views() if isinstance(view, WindowView)]
