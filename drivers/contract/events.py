"""The unsolicited channel: what a device says without being asked, to whoever listens.

Progress of a command never goes this way; it goes to the command's caller. A slow listener holds up nobody:
each has a bounded queue of its own, and when that overflows the oldest go and one Missed tells how many.
"""

import asyncio
from collections import deque
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from enum import StrEnum
from types import TracebackType
from typing import Self

from drivers.contract.status import StatusChanged

QUEUE_LENGTH = 256


@dataclass(frozen=True, slots=True, kw_only=True)
class CardPresent:
    """A card lies on the reader. Says nothing of what card it is: read it.

    `was_lying`: the reader was opened, or came back, with the card on it. Its holder may have gone, so nobody
    acts on it until it was lifted and laid down again.
    """

    was_lying: bool = False


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


class CodeKind(StrEnum):
    """What a scanned code is, as far as its public form tells."""

    MEDICAL_INSURANCE = "medical_insurance"  # 医保电子凭证
    OTHER = "other"  # an opaque token; whoever knows its issuer verifies it


@dataclass(frozen=True, slots=True, kw_only=True)
class Scanned:
    """A code held before the scanner. `text` may stand for a person: keep it in memory, never log it."""

    text: str = field(repr=False)
    kind: CodeKind = CodeKind.OTHER


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelPressed:
    """A key of a rating keypad; `level` 5 非常满意 … 1 非常不满意."""

    level: int


@dataclass(frozen=True, slots=True)
class TicketTaken:
    """A hand has taken the ticket that the presenter held out."""


@dataclass(frozen=True, slots=True)
class TicketRetracted:
    """Nobody took the ticket: it was drawn back into the printer, or thrown out."""


@dataclass(frozen=True, slots=True, order=True)
class Door:
    """One door of a locker: the board's address on its line, and the channel on the board, from 1."""

    board: int
    channel: int


@dataclass(frozen=True, slots=True)
class DoorOpened:
    """The door stands open, because it was told to."""

    door: Door


@dataclass(frozen=True, slots=True)
class DoorClosed:
    door: Door


@dataclass(frozen=True, slots=True, kw_only=True)
class DoorLeftOpen:
    """The door has stood open for longer than the address allows; told once each time it is opened."""

    door: Door
    for_s: float


@dataclass(frozen=True, slots=True)
class DoorForced:
    """The door stands open, and nobody had told it to."""

    door: Door


@dataclass(frozen=True, slots=True, kw_only=True)
class Missed:
    """The listener was too slow: `count` events before the next one are gone."""

    count: int


Event = (
    StatusChanged
    | CardPresent
    | CardGone
    | KeyPressed
    | Rated
    | Scanned
    | LevelPressed
    | TicketTaken
    | TicketRetracted
    | DoorOpened
    | DoorClosed
    | DoorLeftOpen
    | DoorForced
    | Missed
)


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
