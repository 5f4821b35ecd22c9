"""How many numbers were issued when on the days before today, from the journal, beside its running server."""

import sqlite3
from contextlib import closing
from itertools import pairwise
from pathlib import Path

import msgspec

from queue_core.store.errors import JournalUnusable
from queue_core.store.reading import read_only

_DAYS = "SELECT sequence, body FROM events WHERE kind = 'day-opened' ORDER BY sequence DESC LIMIT ?"
_ISSUED = (
    "SELECT (at_ms - ?) / ?, count(*) FROM events"
    " WHERE sequence >= ? AND sequence < ? AND kind = 'ticket-issued' GROUP BY 1"
)


class PastDay(msgspec.Struct, frozen=True, kw_only=True):
    """A business day that is over: its events are those from `begins` to before `ends`."""

    day: str
    midnight_ms: int
    begins: int
    ends: int


class _Opened(msgspec.Struct):
    """All that is read of a `day-opened` event here; the first form of it knew no midnight."""

    day: str
    midnight_ms: int = 0


def past_days(path: Path, count: int) -> list[PastDay]:
    """The last days before the one that opened last, newest first. Raises JournalUnusable."""
    try:
        with closing(read_only(path)) as connection:
            opened = [
                (sequence, msgspec.json.decode(body, type=_Opened))
                for sequence, body in connection.execute(_DAYS, (count + 1,))
            ]
    except (sqlite3.Error, msgspec.MsgspecError) as error:
        raise JournalUnusable(path, error) from error
    return [
        PastDay(day=of.day, midnight_ms=of.midnight_ms, begins=begins, ends=ends)
        for (ends, _), (begins, of) in pairwise(opened)
        if of.midnight_ms
    ]


def issued_in(path: Path, day: PastDay, stretch_ms: int) -> dict[int, int]:
    """How many numbers were issued in each stretch since the day's midnight. Raises JournalUnusable."""
    try:
        with closing(read_only(path)) as connection:
            asked = (day.midnight_ms, stretch_ms, day.begins, day.ends)
            return dict(connection.execute(_ISSUED, asked).fetchall())
    except sqlite3.Error as error:
        raise JournalUnusable(path, error) from error
