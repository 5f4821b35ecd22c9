"""One proof after the other at each place, so that guesses side by side count, too."""

import asyncio
from collections import defaultdict


class ProofLocks:
    """`place` is a cabinet's code or a device's actor. Lives on the event loop."""

    def __init__(self) -> None:
        self._locks: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)

    def at(self, place: str) -> asyncio.Lock:
        return self._locks[place]
