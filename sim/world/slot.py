"""The slot or plate of a card reader, and the hand that lays a card on it, lifts it, pulls it too early.

Not modelled: two cards at once, a card at the edge of the field, dirty contacts.
"""

import threading
from collections.abc import Callable
from typing import Protocol


class Chip(Protocol):
    """What a card (or a reader's own module speaking for it) shows to PC/SC."""

    @property
    def kind(self) -> str: ...

    @property
    def atr(self) -> bytes: ...

    def power(self) -> None:
        """Power or reset: whatever was selected is forgotten."""

    def answer(self, command: bytes) -> bytes | None:
        """Data and status word; None: the chip never answers this."""


class Slot:
    """Holds at most one card. Safe to use from several threads."""

    def __init__(self) -> None:
        self.changed = threading.Condition()
        self._chip: Chip | None = None
        self._apdus = 0
        self._pull_after: int | None = None
        self._seen = False
        self._watchers: list[Callable[[], None]] = []

    @property
    def chip(self) -> Chip | None:
        return self._chip

    @property
    def apdus(self) -> int:
        """How many APDUs the card answered since it was laid."""
        return self._apdus

    @property
    def is_seen(self) -> bool:
        """The reader has powered the card that lies there."""
        return self._seen

    def watch(self, watcher: Callable[[], None]) -> None:
        """`watcher` is called, on the hand's thread, whenever a card comes or goes."""
        self._watchers.append(watcher)

    def put(self, chip: Chip | None) -> None:
        with self.changed:
            self._chip, self._apdus, self._seen = chip, 0, False
            self.changed.notify_all()
        for watcher in self._watchers:
            watcher()

    def lift(self) -> None:
        """Also disarms `pull_after`."""
        self._pull_after = None
        self.put(None)

    def pull_after(self, apdus: int) -> None:
        """The card here, or else the next, leaves in the middle of the APDU after so many answered ones."""
        with self.changed:
            self._pull_after = self._apdus + apdus

    def note_power(self, *, is_on: bool) -> None:
        """Called by the link: the reader has powered the card, or is gone."""
        with self.changed:
            self._seen = is_on
            self.changed.notify_all()

    def lets_answer(self) -> bool:
        """Called by the link for each APDU before it is answered; False: the card has just been pulled."""
        with self.changed:
            is_pulled = self._pull_after is not None and self._apdus >= self._pull_after
            if not is_pulled:
                return True
        self.lift()
        return False

    def count_answer(self) -> None:
        with self.changed:
            self._apdus += 1
            self.changed.notify_all()

    def wait_for(self, claim: Callable[[], bool], *, within_s: float) -> bool:
        with self.changed:
            return self.changed.wait_for(claim, timeout=within_s)
