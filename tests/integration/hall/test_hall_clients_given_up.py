"""A front end's connections to the hall when it is ended, or its session is, at an unlucky instant."""

import asyncio

import pytest
from msgspec.structs import replace

from queue_core.client import HallClient
from queue_core.client.stream import LinkLost, Update
from queue_core.wire.messages import LogIn
from queue_core.wire.stream import Snapshot
from queue_core.wire.words import Role
from tests.cable import Cable
from tests.integration.hall.conftest import CLERKS, PASSWORD
from tests.serving import serving

WITHIN_S = 20


async def given_up(task: asyncio.Task[None]) -> None:
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    assert task.cancelled()


async def test_a_stream_that_is_left_over_a_cut_line_is_closed(hall, founded) -> None:
    told = asyncio.Event()

    async def follow(wall: HallClient) -> None:
        async for _ in wall.follow():
            told.set()

    with Cable(hall.port) as cable:
        async with HallClient(replace(founded.credentials[(Role.WALL,)], server=cable.url)) as wall:
            following = asyncio.create_task(follow(wall))
            async with asyncio.timeout(WITHIN_S):
                await told.wait()
            line = wall._followers[0]._socket.transport
            cable.cut()
            await given_up(following)
            assert line.is_closing()


async def test_a_question_that_is_given_up_while_its_connection_opens_closes_it(founded) -> None:
    asked, closed = asyncio.Event(), asyncio.Event()

    async def say_nothing(reader: asyncio.StreamReader, _: asyncio.StreamWriter) -> None:
        while await reader.read(4096):
            asked.set()
        closed.set()

    async with serving(say_nothing) as port:
        credential = replace(founded.credentials[(Role.WALL,)], server=f"https://127.0.0.1:{port}")
        async with HallClient(credential) as wall:
            asking = asyncio.create_task(wall.hall())
            async with asyncio.timeout(WITHIN_S):
                await asked.wait()
                await given_up(asking)
                await closed.wait()


LOG_IN = LogIn(clerk=CLERKS[1], password=PASSWORD, window=1)


@pytest.mark.parametrize(
    "end", [lambda counter: counter.log_in(LOG_IN), lambda counter: counter.log_out()], ids=["in", "out"]
)
async def test_a_session_that_its_clerk_ends_is_no_loss_however_late_that_is_answered(
    hall, founded, end
) -> None:
    told: list[Update] = []
    came = asyncio.Event()

    async def follow(counter: HallClient) -> None:
        async for update in counter.follow():
            told.append(update)
            came.set()

    async def snapshots(count: int) -> None:
        async with asyncio.timeout(WITHIN_S):
            while sum(isinstance(update, Snapshot) for update in told) < count:
                came.clear()
                await came.wait()

    credential = founded.credentials[(Role.COUNTER, 1)]
    with Cable(hall.port) as cable:
        async with HallClient(replace(credential, server=cable.url)) as counter:
            await counter.log_in(LOG_IN)
            following = asyncio.create_task(follow(counter))
            await snapshots(1)
            cable.lose_next_answer()
            await end(counter)
            assert cable.lost.is_set()
            await snapshots(2)
            await given_up(following)
    assert not [update for update in told if isinstance(update, LinkLost)]
