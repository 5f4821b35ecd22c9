"""A device that talks without end fills no memory, whoever forgets to listen to it."""

import asyncio
import contextlib
from collections.abc import AsyncIterator

import pytest

from drivers.contract.errors import Garbled, LinkLost
from drivers.transport.inbox import MOST_BYTES, Inbox
from drivers.transport.tcp import TcpLink
from tests.serving import serving

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
        with contextlib.suppress(ConnectionError):
            while True:
                writer.write(PIECE)
                await writer.drain()

    async with serving(talk) as port:
        yield port


async def test_an_endless_talker_on_the_network_is_not_read_any_further(endless: int) -> None:
    link = await TcpLink.open("127.0.0.1", endless)
    async with asyncio.timeout(20):
        await link._pump
    with pytest.raises(Garbled):
        await link.inbox.take()
    with pytest.raises(LinkLost):
        await link.write(b"x", within_s=1)
    await link.close()
