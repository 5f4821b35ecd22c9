"""A device that talks without end fills no memory, whoever forgets to listen to it."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from drivers.contract.errors import Garbled, LinkLost
from drivers.transport.inbox import MOST_BYTES, Inbox
from drivers.transport.tcp import TcpLink

PIECE = bytes(64 * 1024)


async def test_what_nobody_listens_to_ends_the_link_before_it_fills_the_memory() -> None:
    inbox = Inbox()
    for _ in range(4 * MOST_BYTES // len(PIECE)):
        inbox.put(PIECE)
    assert isinstance(inbox.error, Garbled)
    with pytest.raises(Garbled):
        await inbox.take(1)


async def test_whoever_listens_can_be_told_any_amount() -> None:
    inbox = Inbox()
    for _ in range(4 * MOST_BYTES // len(PIECE)):
        inbox.put(PIECE)
        assert await inbox.take() == PIECE
    assert inbox.error is None


@pytest.fixture
async def endless() -> AsyncIterator[int]:
    """The port of what sends for as long as it is read."""

    async def talk(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while True:
                writer.write(PIECE)
                await writer.drain()
        except ConnectionError:
            writer.transport.abort()

    async with await asyncio.start_server(talk, "127.0.0.1", 0) as server:
        yield server.sockets[0].getsockname()[1]


async def test_an_endless_talker_on_the_network_is_not_read_any_further(endless: int) -> None:
    link = await TcpLink.open("127.0.0.1", endless)
    async with asyncio.timeout(10):
        await link._pump
    with pytest.raises(Garbled):
        await link.inbox.take()
    with pytest.raises(LinkLost):
        await link.write(b"x", within_s=1)
    await link.close()
