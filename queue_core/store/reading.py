"""The journal for those who only read: export and verification, beside a running server or without one.

Opens the file read-only, so it never checkpoints.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import msgspec

from queue_core.store.codec import GENESIS, Header, chained
from queue_core.store.errors import ChainBroken, JournalUnusable

_DAYS = "SELECT body FROM events WHERE kind = 'day-opened' ORDER BY sequence DESC LIMIT ?"


class _Day(msgspec.Struct):
    """All that is read of a `day-opened` event here."""

    day: str


class Row(NamedTuple):
    """One event exactly as stored."""

    header: Header
    body: bytes
    previous: bytes
    hash: bytes


class Verified(NamedTuple):
    """`head` is the hash of the last event, in hex: what the closing report of a day prints."""

    events: int
    head: str


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the export, an event.

    `sequence` counts all events from 1 without a gap. `at_ms` is the event's instant (milliseconds since
    1970, UTC). `key` is the idempotency key of the command, `fingerprint` its keyed hash (hex); `actor` asked
    for it. `kind` and `version` say how to read `body`, which is the stored JSON, byte for byte. `previous`
    and `hash` (hex) chain the events: `hash` is SHA-256 over the bytes of `previous`, the compact JSON array
    of sequence, at_ms, key, fingerprint, actor, kind and version, a line feed, and `body`.
    """

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


def rows(path: Path) -> Iterator[Row]:
    """All events in order. Raises JournalUnusable."""
    try:
        with closing(read_only(path)) as connection:
            for *header, fingerprint, body, previous, digest in connection.execute(
                "SELECT sequence, at_ms, key, actor, kind, version, fingerprint, body, previous, hash"
                " FROM events ORDER BY sequence"
            ):
                sequence, at_ms, key, actor, kind, version = header
                yield Row(
                    Header(sequence, at_ms, key, fingerprint.hex(), actor, kind, version),
                    body,
                    previous,
                    digest,
                )
    except sqlite3.Error as error:
        raise JournalUnusable(path, error) from error


def verify(path: Path) -> Verified:
    """Recompute the whole chain. Raises ChainBroken at the first event that does not fit."""
    head, count = GENESIS, 0
    for row in rows(path):
        sequence = row.header.sequence
        if sequence != count + 1:
            raise ChainBroken(path, sequence, f"stands where {count + 1} is expected")
        if row.previous != head:
            raise ChainBroken(path, sequence, "does not continue the event before it")
        if chained(head, row.header, row.body) != row.hash:
            raise ChainBroken(path, sequence, "is not what was written")
        head, count = row.hash, sequence
    return Verified(count, head.hex())


def last_day(path: Path) -> str | None:
    """The last business day that opened, as an ISO date. Raises JournalUnusable."""
    days = business_days(path, 1)
    return days[0] if days else None


def business_days(path: Path, count: int) -> list[str]:
    """The last business days that opened, newest first. Raises JournalUnusable."""
    try:
        with closing(read_only(path)) as connection:
            return [
                msgspec.json.decode(body, type=_Day).day for (body,) in connection.execute(_DAYS, (count,))
            ]
    except (sqlite3.Error, msgspec.MsgspecError) as error:
        raise JournalUnusable(path, error) from error


def schema_version(path: Path) -> int:
    """The form of the file's tables. Raises JournalUnusable."""
    try:
        with closing(read_only(path)) as connection:
            version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    except sqlite3.Error as error:
        raise JournalUnusable(path, error) from error
    return version


def export_lines(path: Path) -> Iterator[bytes]:
    """One JSON object a line for each event, in order, with its line feed. Raises JournalUnusable."""
    for row in rows(path):
        header = row.header
        yield (
            msgspec.json.encode(
                Line(
                    sequence=header.sequence,
                    at_ms=header.at_ms,
                    key=header.key,
                    fingerprint=header.fingerprint,
                    actor=header.actor,
                    kind=header.kind,
                    version=header.version,
                    previous=row.previous.hex(),
                    hash=row.hash.hex(),
                    body=msgspec.Raw(row.body),
                )
            )
            + b"\n"
        )


def read_only(path: Path) -> sqlite3.Connection:
    """Raises JournalUnusable and sqlite3.Error."""
    if not path.is_file():
        raise JournalUnusable(path, "there is no such file")
    return sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)
