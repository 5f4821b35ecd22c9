"""How often one number may be written to. In memory only: phones are known by a hash that dies with it."""

import hashlib
from collections import deque

from msgspec import Struct

from queue_core.store.message import MessageKind

MINUTE_MS = 60_000
HOUR_MS = 60 * MINUTE_MS
DAY_MS = 24 * HOUR_MS
EXEMPT = frozenset({MessageKind.CALLED})
"""Who is called must come now."""


class Limits(Struct, frozen=True, kw_only=True):
    """To one number: of the same kind a minute, and of all kinds an hour and a day."""

    same_kind_a_minute: int = 1
    an_hour: int = 5
    a_day: int = 10


class Throttle:
    """`key`: 16 random bytes or more."""

    def __init__(self, limits: Limits, key: bytes) -> None:
        self._limits = limits
        self._key = key
        self._sent: dict[bytes, deque[tuple[int, MessageKind]]] = {}
        self._swept_ms = 0

    def free_at(self, phone: str, kind: MessageKind, now_ms: int) -> int:
        """The first instant at which such a message may go; `now_ms` when that is now."""
        before = self._sent.get(self._name(phone))
        if kind in EXEMPT or not before:
            return now_ms
        limits = self._limits
        return max(
            now_ms,
            _room([at for at, each in before if each is kind], limits.same_kind_a_minute, MINUTE_MS),
            _room([at for at, _ in before], limits.an_hour, HOUR_MS),
            _room([at for at, _ in before], limits.a_day, DAY_MS),
        )

    def note(self, phone: str, kind: MessageKind, at_ms: int) -> None:
        if kind in EXEMPT:
            return
        self._sweep(at_ms)
        self._sent.setdefault(self._name(phone), deque()).append((at_ms, kind))

    def take_back(self, phone: str, kind: MessageKind, at_ms: int) -> None:
        """What was noted did not go out."""
        noted = self._sent.get(self._name(phone))
        if noted and (at_ms, kind) in noted:
            noted.remove((at_ms, kind))

    def _name(self, phone: str) -> bytes:
        return hashlib.blake2b(phone.encode(), key=self._key, digest_size=16).digest()

    def _sweep(self, now_ms: int) -> None:
        """Once an hour: what is older than a day limits nothing."""
        if now_ms - self._swept_ms < HOUR_MS:
            return
        self._swept_ms = now_ms
        for name, noted in list(self._sent.items()):
            while noted and noted[0][0] <= now_ms - DAY_MS:
                noted.popleft()
            if not noted:
                del self._sent[name]


def _room(sent_at: list[int], most: int, within_ms: int) -> int:
    """When fewer than `most` of these, oldest first, lie within a stretch that ends then."""
    return sent_at[-most] + within_ms if len(sent_at) >= most else 0
