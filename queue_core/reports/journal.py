"""The events of a journal for a report: from the database of a hall or from its export.

Only reads. Whether the chain holds is `paihao journal verify`'s business.
"""

from collections.abc import Collection, Container, Iterator
from pathlib import Path

import msgspec

from queue_core.domain.events import DayOpened, Event, kind_of
from queue_core.reports.errors import NoJournal
from queue_core.store.codec import is_known, read
from queue_core.store.day_reading import events_of, stored_days
from queue_core.store.errors import NewerJournal
from queue_core.store.reading import Line, rows

_DATABASE = b"SQLite format 3\0"
_OPENING = kind_of(DayOpened)
_line = msgspec.json.Decoder(Line)


class _Opened(msgspec.Struct):
    day: str


_opened = msgspec.json.Decoder(_Opened)


def events(path: Path, kinds: Container[str]) -> Iterator[Event]:
    """The events of these kinds, in order.

    Raises NoJournal, and the store's errors for a broken database and for events of a later release.
    """
    for kind, version, body in _stored(path):
        if kind in kinds:
            yield _read(path, kind, version, body)


def days_of(path: Path) -> list[str]:
    """All business days of a journal, in order. Raises as `events`."""
    if _is_database(path):
        return [each.day for each in stored_days(path)]
    return [_day(path, body) for kind, _, body in _stored(path) if kind == _OPENING]


def events_on(path: Path, days: Collection[str]) -> Iterator[Event]:
    """All events of these business days, in order. Raises as `events`."""
    if _is_database(path):
        for day in stored_days(path):
            if day.day in days:
                yield from (each.event for each in events_of(path, day))
        return
    is_wanted = False
    for kind, version, body in _stored(path):
        if kind == _OPENING:
            is_wanted = _day(path, body) in days
        if is_wanted:
            yield _read(path, kind, version, body)


def _read(path: Path, kind: str, version: int, body: bytes) -> Event:
    if not is_known(kind, version):
        raise NewerJournal(path, f"an event {kind}, version {version}")
    try:
        return read(kind, version, body)
    except msgspec.MsgspecError as error:
        raise NoJournal(path, f"an event {kind} cannot be read: {error}") from error


def _day(path: Path, body: bytes) -> str:
    try:
        return _opened.decode(body).day
    except msgspec.MsgspecError as error:
        raise NoJournal(path, f"an event {_OPENING} cannot be read: {error}") from error


def _is_database(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(len(_DATABASE)) == _DATABASE
    except OSError as error:
        raise NoJournal(path, error.strerror) from error


def _stored(path: Path) -> Iterator[tuple[str, int, bytes]]:
    if _is_database(path):
        yield from ((row.header.kind, row.header.version, row.body) for row in rows(path))
        return
    with path.open("rb") as file:
        for number, text in enumerate(file, 1):
            try:
                line = _line.decode(text)
            except msgspec.MsgspecError as error:
                raise NoJournal(path, f"line {number} is no event: {error}") from error
            yield line.kind, line.version, bytes(line.body)
