"""Messages on their way part by part, so that what the gateway has is not sent and billed again.

Kept from the first `send` until one is answered or refused for good: a broken line, flow control or an
impatient caller in between leaves a later `send` of the same key only what is missing.
"""

import asyncio
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

from queue_core.messages.cmpp.protocol import Submit

_REMEMBERED = 10_000
# Later, a phone may have given up waiting for the other parts: then all are sent.
_GOOD_FOR_S = 6 * 3600


@dataclass(slots=True)
class Part:
    """`sequence` from when it was first said until an answer came; `msg_id` when the gateway took it.

    `is_doubtful`: it was said before it was refused, and what became of that is not known.
    """

    submit: Submit
    sequence: int | None = None
    msg_id: bytes | None = None
    is_doubtful: bool = False

    @property
    def is_untaken(self) -> bool:
        return self.msg_id is None and self.sequence is None and not self.is_doubtful


@dataclass(slots=True)
class Sending:
    parts: tuple[Part, ...]
    begun_at: float
    task: asyncio.Task[str] | None = None

    @property
    def is_untaken(self) -> bool:
        """The gateway has surely nothing of it."""
        return all(part.is_untaken for part in self.parts)

    def needs_starting(self) -> bool:
        task = self.task
        return task is None or (task.done() and (task.cancelled() or task.exception() is not None))

    def is_of(self, submits: tuple[Submit, ...], now: float) -> bool:
        return now < self.begun_at + _GOOD_FOR_S and tuple(part.submit for part in self.parts) == submits


class Sendings:
    def __init__(self, clock: Callable[[], float]) -> None:
        """`clock` in seconds, never set back."""
        self._clock = clock
        self._by_key: OrderedDict[str, Sending] = OrderedDict()

    def of(self, key: str, submits: tuple[Submit, ...]) -> Sending:
        """As it was left, unless that was long ago or the words are others now."""
        now = self._clock()
        known = self._by_key.get(key)
        if known is not None and known.is_of(submits, now):
            return known
        sending = self._by_key[key] = Sending(tuple(Part(submit) for submit in submits), now)
        while len(self._by_key) > _REMEMBERED:
            self._by_key.popitem(last=False)
        return sending

    @property
    def are_under_way(self) -> bool:
        """Whether the gateway may have something that it was not heard to take."""
        return any(not sending.is_untaken for sending in self._by_key.values())

    def forget(self, key: str) -> None:
        self._by_key.pop(key, None)
