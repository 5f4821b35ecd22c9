"""What is looked at before any rule: the hash chain, the sequence, the time and the commands of the lines."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from queue_core.audit.errors import BrokenLine
from queue_core.audit.lines import NO_HASH, Event, rehash

HASH = re.compile(r"[0-9a-f]{64}")
CHAIN = "chain"
CHAIN_SENTENCE = (
    "The hash of every event follows from the hash before it and its own header and body, byte for byte;"
    " sequence numbers have no gap."
)
ORDER = "order"
ORDER_SENTENCE = (
    "Time never goes back, and the events of one command stand together, with one instant, actor and"
    " fingerprint; no command happens twice a day."
)


class Broken(NamedTuple):
    event: Event
    found: str
    wanted: str


def broken_links(events: Iterable[Event], head: str | None) -> Iterator[Broken]:
    """Where the chain does not hold; `head` (64 small hex digits) is what it must end with, if that is known.

    A line that cannot be read ends it: what comes after cannot be told.
    """
    previous, last = NO_HASH, None
    try:
        for event in events:
            yield from _broken(event, last.sequence + 1 if last else 1, previous)
            previous = event.digest if _is_hash(event.digest) else rehash(event, previous)
            last = event
    except BrokenLine as error:
        if last is not None:
            yield Broken(last, f"line {error.line} after it cannot be read: {error.reason}", "a whole line")
        return
    if head is not None and last is not None and last.digest != head:
        yield Broken(last, f"the journal ends with hash {last.digest}", f"the head {head}")


def _broken(event: Event, sequence: int, previous: str) -> Iterator[Broken]:
    if event.sequence != sequence:
        yield Broken(event, f"sequence {event.sequence}", f"sequence {sequence}")
    if event.previous != previous:
        yield Broken(event, f"previous {event.previous[:16]}…", f"{previous[:16]}…")
    wanted = rehash(event, previous)
    if event.digest != wanted:
        found = f"{event.kind} was changed, or its hash: {event.digest[:16]}…"
        yield Broken(event, found, f"{wanted[:16]}…, the hash of what is written")


def _is_hash(text: str) -> bool:
    return HASH.fullmatch(text) is not None


class Order:
    """Follows the headers; to be asked about every event in its order."""

    def __init__(self) -> None:
        self._last: Event | None = None
        self._keys: set[str] = set()

    def complaints(self, event: Event, body_at_ms: int) -> Iterator[tuple[str, str]]:
        """What is found, and what is wanted."""
        last, self._last = self._last, event
        if event.at_ms != body_at_ms:
            yield f"the body's instant {body_at_ms}", f"the header's {event.at_ms}"
        if last is not None and event.at_ms < last.at_ms:
            yield f"instant {event.at_ms} after {last.at_ms}", "time that does not go back"
        if last is not None and event.key == last.key:
            if _command(event) != _command(last):
                yield "another instant, actor or fingerprint within one command", "one command, one of each"
        elif event.key in self._keys:
            yield f"the key {event.key} a second time", "one command once a day"
        self._keys.add(event.key)

    def begin_day(self) -> None:
        """Keys of the day before may come again; that of the command which opens the day is the day's."""
        self._keys = {self._last.key} if self._last else set()


def _command(event: Event) -> tuple[int, str, str]:
    return event.at_ms, event.actor, event.fingerprint
