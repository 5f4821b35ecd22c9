"""The events of single days out of a journal that may hold years, for those who only read."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import msgspec

from queue_core.domain.events import Event
from queue_core.store.codec import is_known, read
from queue_core.store.errors import JournalUnusable, NewerJournal
from queue_core.store.reading import read_only

_OPENINGS = "SELECT sequence, body FROM events WHERE kind = 'day-opened' ORDER BY sequence"
_LAST = "SELECT max(sequence) FROM events WHERE kind = 'day-opened'"
_EVENTS = (
    "SELECT sequence, kind, version, body FROM events WHERE sequence >= ? AND sequence < ? ORDER BY sequence"
)
_END = 2**62


class StoredDay(NamedTuple):
    """A business day whose events are those from sequence `begins` to before `ends`."""

    day: str
    begins: int
    ends: int


class StoredEvent(NamedTuple):
    sequence: int
    event: Event


class _Opened(msgspec.Struct):
    """All that is read of a `day-opened` event here."""

    day: str


def stored_days(path: Path) -> list[StoredDay]:
    """All business days, in order. Raises JournalUnusable."""
    try:
        with closing(read_only(path)) as connection:
            opened = [
                (msgspec.json.decode(body, type=_Opened).day, sequence)
                for sequence, body in connection.execute(_OPENINGS)
            ]
    except (sqlite3.Error, msgspec.MsgspecError) as error:
        raise JournalUnusable(path, error) from error
    return [StoredDay(day, begins, ends) for (day, begins), (_, ends) in pairwise([*opened, ("", _END)])]


def events_of(path: Path, day: StoredDay) -> Iterator[StoredEvent]:
    """The events of a day, in order. Raises JournalUnusable and NewerJournal."""
    yield from _between(path, day.begins, day.ends)


def events_since_opening(path: Path) -> list[StoredEvent]:
    """The events of the day that opened last; none before the first. Raises as `events_of`."""
    try:
        with closing(read_only(path)) as connection:
            begins = connection.execute(_LAST).fetchone()[0]
    except sqlite3.Error as error:
        raise JournalUnusable(path, error) from error
    return [] if begins is None else list(_between(path, begins, _END))


def _between(path: Path, begins: int, ends: int) -> Iterator[StoredEvent]:
    try:
        with closing(read_only(path)) as connection:
            for sequence, kind, version, body in connection.execute(_EVENTS, (begins, ends)):
                if not is_known(kind, version):
                    raise NewerJournal(path, f"an event {kind}, version {version}")
                yield StoredEvent(sequence, read(kind, version, body))
    except (sqlite3.Error, msgspec.MsgspecError) as error:
        raise JournalUnusable(path, error) from error
