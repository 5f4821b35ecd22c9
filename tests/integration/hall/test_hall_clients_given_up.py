"""What a front end that is ended leaves open of its connections to the hall: nothing."""

import asyncio

from msgspec.structs import replace

from queue_core.client import HallClient
from queue_core.wire.words import Role
from tests.cable import Cable
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
