"""The journal's events in their order, from an export or from the journal file itself, with their chain."""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

import msgspec
from msgspec import Struct

from queue_core.audit.errors import BrokenLine, Unreadable
from queue_core.store.errors import StoreError
from queue_core.store.reading import rows

NO_HASH = "0" * 64
SQLITE_MAGIC = b"SQLite format 3\x00"
LONGEST_LINE = 256 * 1024 * 1024
"""Bytes; more than a day's opening with all its appointments and cases ever has."""


class Event(NamedTuple):
    """A journal line as it stands; `previous` and `digest` in hex, `body` the stored bytes."""

    sequence: int
    at_ms: int
    key: str
    fingerprint: str
    actor: str
    kind: str
    version: int
    previous: str
    digest: str
    body: bytes


class _Line(Struct, frozen=True):
    sequence: int
    at_ms: int
    key: str
    fingerprint: str
    actor: str
    kind: str
    version: int
    previous: str
    hash: str
    body: msgspec.Raw


_decoder = msgspec.json.Decoder(_Line)
_encoder = msgspec.json.Encoder()


def events(path: Path) -> Iterator[Event]:
    """All events of an export or a journal.db. Raises Unreadable, after the first line BrokenLine."""
    try:
        with path.open("rb") as file:
            is_database = file.read(len(SQLITE_MAGIC)) == SQLITE_MAGIC
    except OSError as error:
        raise Unreadable(path, error.strerror or error) from error
    yield from _stored(path) if is_database else _exported(path)


def rehash(event: Event, previous: str) -> str:
    """What the hash of an event has to be after `previous`: SHA-256 in hex, as docs/journal.md says."""
    header = _encoder.encode(event[:7])
    return sha256(bytes.fromhex(previous) + header + b"\n" + event.body).hexdigest()


def _stored(path: Path) -> Iterator[Event]:
    try:
        for row in rows(path):
            header = row.header
            yield Event(
                header.sequence,
                header.at_ms,
                header.key,
                header.fingerprint,
                header.actor,
                header.kind,
                header.version,
                row.previous.hex(),
                row.hash.hex(),
                row.body,
            )
    except StoreError as error:
        raise Unreadable(path, error) from error


def _exported(path: Path) -> Iterator[Event]:
    try:
        with path.open("rb") as file:
            for number, text in enumerate(iter(lambda: file.readline(LONGEST_LINE), b""), 1):
                yield _told(path, number, text)
    except OSError as error:
        raise Unreadable(path, error.strerror or error) from error


def _told(path: Path, number: int, text: bytes) -> Event:
    try:
        line = _decoder.decode(text)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        if number > 1:
            raise BrokenLine(path, number, error) from error
        raise Unreadable(path, f"line 1 is no line of an export: {error}") from error
    return Event(
        line.sequence,
        line.at_ms,
        line.key,
        line.fingerprint,
        line.actor,
        line.kind,
        line.version,
        line.previous,
        line.hash,
        bytes(line.body),
    )
