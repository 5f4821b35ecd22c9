"""A busy event loop is no silence of a device: what has come by then was in time."""

import asyncio
import time
from collections.abc import Callable

from drivers.transport.inbox import Inbox

SILENCE_S = 0.01


def hold_up_the_loop(meanwhile: Callable[[], object]) -> None:
    """Something else keeps the loop for twice the silence, in which a link's thread hands over what came."""
    asyncio.get_running_loop().call_soon_threadsafe(meanwhile)
    time.sleep(SILENCE_S * 2)


async def test_bytes_that_came_while_the_loop_was_held_up_have_come_in_time() -> None:
    inbox = Inbox()
    taking = asyncio.create_task(inbox.take(SILENCE_S))
    await asyncio.sleep(0)
    hold_up_the_loop(lambda: inbox.put(b"A"))
    assert await taking == b"A"
