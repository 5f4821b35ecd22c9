"""Not faster than the operator takes messages."""

import asyncio

# Operators count over any second: so much below their rate, jitter of some 20 ms brings no refusal.
_BELOW = 0.97
_LATE_S = 0.01  # how late an event loop may wake us without the rate sinking


class Pace:
    """Turns a little below `rate` a second, evenly; first asked, first served."""

    def __init__(self, rate: float) -> None:
        self._every_s = 1 / (rate * _BELOW)
        self._next_at = 0.0

    async def turn(self) -> None:
        """A turn whose waiter has gone is lost."""
        loop = asyncio.get_running_loop()
        now = loop.time()
        at = max(self._next_at, now - _LATE_S)
        self._next_at = at + self._every_s
        if at > now:
            await asyncio.sleep(at - now)

    def hold(self, for_s: float) -> None:
        """Nobody's turn comes for so long, but for those who know theirs already."""
        self._next_at = max(self._next_at, asyncio.get_running_loop().time() + for_s)
