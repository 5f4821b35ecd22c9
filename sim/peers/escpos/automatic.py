"""Status that comes unasked: after `GS a` in blocks of four bytes, after Custom's `GS E0` as parts of theirs.

`GS a` is answered at once; then each tells whatever changes that is watched. A host that was away is told the
state of the moment it is back, if that differs from what it was told last: the setting outlives a connection.
"""

from collections.abc import Callable

from sim.peers.escpos import status
from sim.peers.escpos.status import Watched


class AutomaticStatus:
    """`look` gives the block of the moment."""

    def __init__(self, look: Callable[[], bytes]) -> None:
        self._look = look
        self._watched = Watched(0)
        self._told = b""

    def switch(self, n: int) -> bytes:
        """`GS a n`: what is said at once. Bits the facts do not name are ignored."""
        self._watched = Watched(n & 0x0F)
        self._told = self._look() if self._watched else b""
        return self._told

    def news(self) -> bytes:
        """The block, when something watched has changed since it was last told."""
        if not self._watched:
            return b""
        now = self._look()
        if status.watched(now, self._watched) == status.watched(self._told, self._watched):
            return b""
        self._told = now
        return now


class AutomaticFullStatus:
    """`GS E0 n`: each of the lowest four bits of n is one byte of the full status; `10 n` stands before."""

    def __init__(self, look: Callable[[], bytes]) -> None:
        self._look = look
        self._n = 0
        self._told = b""

    def switch(self, n: int) -> None:
        """Nothing is said before something changes."""
        self._n, self._told = n & 0x0F, self._parts(n & 0x0F)

    def news(self) -> bytes:
        now = self._parts(self._n)
        if now == self._told:
            return b""
        self._told = now
        return bytes((0x10, self._n)) + now

    def _parts(self, n: int) -> bytes:
        return bytes(byte for bit, byte in enumerate(self._look()) if n >> bit & 1)
