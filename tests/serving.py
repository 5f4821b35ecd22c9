"""A TCP server inside a test's own event loop, none of whose connections outlives it."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

Talk = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


@asynccontextmanager
async def serving(talk: Talk) -> AsyncIterator[int]:
    """Its port. Whoever dials it ends inside.

    asyncio's own server leaves a connection open whose `talk` was cancelled before it began, or that it had
    accepted in the moment it was closed.
    """
    talks: dict[asyncio.Task[None], asyncio.StreamWriter] = {}

    def join(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.create_task(talk(reader, writer))
        talks[task] = writer
        task.add_done_callback(lambda task: talks.pop(task).transport.abort())

    server = await asyncio.start_server(join, "127.0.0.1", 0)
    try:
        yield server.sockets[0].getsockname()[1]
    finally:
        await _settled()
        server.close()
        for task in tuple(talks):
            task.cancel()
        await asyncio.gather(*talks, return_exceptions=True)
        await _settled()


async def _settled() -> None:
    """What the loop was about to do is done."""
    for _ in range(5):
        await asyncio.sleep(0)
