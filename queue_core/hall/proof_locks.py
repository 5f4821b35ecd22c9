"""One proof after the other at each place, and what may end the count of wrong ones there."""

import asyncio
import secrets
from collections import OrderedDict, defaultdict
from hashlib import blake2b

_REMEMBERED = 10_000
_SECRET_BYTES = 32
_MARK_BYTES = 9


class ProofLocks:
    """`place` is a cabinet's code or a device's actor. Lives on the event loop."""

    def __init__(self) -> None:
        self._locks: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)
        self._right: OrderedDict[tuple[str, int], None] = OrderedDict()
        self._secret = secrets.token_bytes(_SECRET_BYTES)

    def at(self, place: str) -> asyncio.Lock:
        """So that guesses side by side count, too."""
        return self._locks[place]

    def mark(self, shown: str) -> str:
        """Names what was shown without telling it: other guesses under one idempotency key count, too."""
        return blake2b(shown.encode(), digest_size=_MARK_BYTES, key=self._secret).hexdigest()

    def ends_count(self, place: str, serial: int) -> bool:
        """Whether a right code ends the count: once. Who guesses must not clear the count with an own one."""
        if (place, serial) in self._right:
            return False
        self._right[place, serial] = None
        while len(self._right) > _REMEMBERED:
            self._right.popitem(last=False)
        return True
