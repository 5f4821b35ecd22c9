"""The events of a journal for a report: from the database of a hall or from its export.

Only reads. Whether the chain holds is `paihao journal verify`'s business.
"""

from collections.abc import Container, Iterator
from pathlib import Path

import msgspec

from queue_core.domain.events import Event
from queue_core.reports.errors import NoJournal
from queue_core.store.codec import is_known, read
from queue_core.store.errors import NewerJournal
from queue_core.store.reading import Line, rows

_DATABASE = b"SQLite format 3\0"
_line = msgspec.json.Decoder(Line)


def events(path: Path, kinds: Container[str]) -> Iterator[Event]:
    """The events of these kinds, in order.

    Raises NoJournal, and the store's errors for a broken database and for events of a later release.
    """
    for kind, version, body in _stored(path):
        if kind in kinds:
            if not is_known(kind, version):
                raise NewerJournal(path, f"an event {kind}, version {version}")
            try:
                yield read(kind, version, body)
            except msgspec.MsgspecError as error:
                raise NoJournal(path, f"an event {kind} cannot be read: {error}") from error


def _stored(path: Path) -> Iterator[tuple[str, int, bytes]]:
    try:
        with path.open("rb") as file:
            is_database = file.read(len(_DATABASE)) == _DATABASE
    except OSError as error:
        raise NoJournal(path, error.strerror) from error
    if is_database:
        yield from ((row.header.kind, row.header.version, row.body) for row in rows(path))
        return
    with path.open("rb") as file:
        for number, text in enumerate(file, 1):
            try:
                line = _line.decode(text)
            except msgspec.MsgspecError as error:
                raise NoJournal(path, f"line {number} is no event: {error}") from error
            yield line.kind, line.version, bytes(line.body)
