"""The serial of a card that is laid on a reader at the administrator's computer.

The server's package knows no hardware: who does is found by the entry-point group below, as commands are.
Its one entry is a coroutine function: address of a reader and seconds of patience to the serial's text.
"""

import asyncio
from collections.abc import Awaitable, Callable
from importlib.metadata import entry_points

from queue_core.hall.errors import SecretUnusable

GROUP = "paihao.staff_card_serial"
WITHIN_S = 60.0


def serial_of_laid_card(address: str) -> str:
    """Blocks until a card lies there. Raises SecretUnusable, and the drivers' errors (code, remedy)."""
    point = next(iter(entry_points(group=GROUP)), None)
    if point is None:
        raise SecretUnusable("No drivers of card readers are installed here.")
    read: Callable[[str, float], Awaitable[str]] = point.load()

    async def reading() -> str:
        return await read(address, WITHIN_S)

    return asyncio.run(reading())
