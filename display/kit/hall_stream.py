"""The hall's stream as a front end hears it."""

import contextlib
from collections.abc import Callable

from queue_core.client import HallClient, Update


async def follow(client: HallClient, hear: Callable[[Update], None]) -> None:
    """Each update to `hear`, until cancelled; then the client is closed."""
    try:
        async with contextlib.aclosing(client.follow()) as updates:
            async for update in updates:
                hear(update)
    finally:
        await client.close()
