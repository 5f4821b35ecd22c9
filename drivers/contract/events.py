"""The unsolicited channel: what a device says without being asked, to whoever listens.

Progress of a command never goes this way; it goes to the command's caller. A slow listener holds up nobody:
each has a bounded queue of its own, and when that overflows the oldest go and one Missed tells how many.
"""

import asyncio
from collections import deque
from collections.abc import AsyncIterator
from dataclasses import dataclass
from types import TracebackType
from typing import Self

from drivers.contract.status import StatusChanged

QUEUE_LENGTH = 256


@dataclass(frozen=True, slots=True)
class CardPresent:
    """A card lies on the reader. Says nothing of what card it is: read it."""


@dataclass(frozen=True, slots=True)
class CardGone:
    """The card was taken away."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyPressed:
    """A key of the caller at a bus address; `digits` are those typed before it, `key` its code on the bus."""

    address: int
    digits: tuple[int, ...]
    key: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Rated:
    """A rating key of the evaluator at a bus address; which level it means is configuration."""

    address: int
    value: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Missed:
    """The listener was too slow: `count` events before the next one are gone."""

    count: int


Event = StatusChanged | CardPresent | CardGone | KeyPressed | Rated | Missed


class Subscription(AsyncIterator[Event]):
    """One listener's queue: `with device.subscribe() as events: async for event in events`.

    Listening starts at `subscribe()`, so nothing between that call and the loop is lost. The iteration ends
    when the device is closed.
    """

    def __init__(self, listeners: "set[Subscription]") -> None:
        self._listeners = listeners
        self._queue: deque[Event] = deque()
        self._missed = 0
        self._wake = asyncio.Event()
        self._ended = False
        listeners.add(self)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._listeners.discard(self)
        self.end()

    def put(self, event: Event) -> None:
        if len(self._queue) >= QUEUE_LENGTH:
            self._queue.popleft()
            self._missed += 1
        self._queue.append(event)
        self._wake.set()

    def end(self) -> None:
        self._ended = True
        self._wake.set()

    async def __anext__(self) -> Event:
        while not self._queue:
            if self._ended:
                raise StopAsyncIteration
            self._wake.clear()
            await self._wake.wait()
        if self._missed:
            missed, self._missed = self._missed, 0
            return Missed(count=missed)
        return self._queue.popleft()


class Announcer:
    """The sending side of the channel; belongs to one device and one event loop."""

    def __init__(self) -> None:
        self._listeners: set[Subscription] = set()

    def subscribe(self) -> Subscription:
        return Subscription(self._listeners)

    def announce(self, event: Event) -> None:
        for listener in self._listeners:
            listener.put(event)

    def end(self) -> None:
        for listener in self._listeners:
            listener.end()
