"""What personal data a hall still holds, and destroying it by hand."""

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from datetime import date, timedelta
from pathlib import Path

from msgspec import Struct

from queue_core.store.errors import (
    DayStillNeeded,
    HallIsRunning,
    JournalInUse,
    JournalUnusable,
    VaultUnusable,
)
from queue_core.store.folder import JOURNAL, KEYS
from queue_core.store.journal import SqliteJournal
from queue_core.store.keys import KeyFile
from queue_core.store.reading import business_days, read_only
from queue_core.store.retention import DATED, Purpose

_COUNTS = {
    "people": "SELECT 'queueing', day, count(*) FROM people GROUP BY day",
    "appointment_people": "SELECT purpose, day, count(*) FROM appointment_people GROUP BY purpose, day",
    "case_people": "SELECT purpose, day, count(*) FROM case_people GROUP BY purpose, day",
    "outbox": "SELECT purpose, day, count(recipient) FROM outbox GROUP BY purpose, day",
}


class Holding(Struct, frozen=True, kw_only=True):
    """A key that still exists, and what it opens: numbers, appointments, cases and messages of `records`.

    It is destroyed when the hall opens `destroyed_on` (ISO date), or at the server's next start after that.
    """

    purpose: Purpose
    day: str
    records: int
    destroyed_on: str


def holdings(folder: Path) -> list[Holding]:
    """By purpose and day; beside a running server or without one. Raises StoreError."""
    records = _records(folder / JOURNAL)
    with _keys(folder) as keys:
        retention = keys.retention()
        return [
            Holding(
                purpose=purpose,
                day=day,
                records=records[purpose, day],
                destroyed_on=retention.ends_on(purpose, day),
            )
            for purpose in DATED
            for day in keys.days(purpose)
        ]


def over(folder: Path, purposes: Iterable[Purpose], *, today: str, before: str | None) -> list[Holding]:
    """What `purge` would destroy. Raises StoreError."""
    kept_from = _kept_from(folder, purposes, today=today, before=before)
    return [each for each in holdings(folder) if each.day < kept_from.get(each.purpose, "")]


def purge(folder: Path, purposes: Iterable[Purpose], *, today: str, before: str | None) -> None:
    """Destroy the keys of all days before `before`, or those past their retention, and what they found.

    Needs the journal for itself: a server keeps the keys in memory, and one that goes on with a key that is
    destroyed would fail at its next number. Raises StoreError: HallIsRunning, DayStillNeeded.
    """
    kept_from = _kept_from(folder, purposes, today=today, before=before)
    try:
        journal = SqliteJournal(folder / JOURNAL)
    except JournalInUse as error:
        raise HallIsRunning(folder, error) from error
    with closing(journal), _keys(folder) as keys:
        for purpose, day in kept_from.items():
            keys.destroy_before(purpose, day)
        journal.forget(kept_from)


def _kept_from(
    folder: Path, purposes: Iterable[Purpose], *, today: str, before: str | None
) -> dict[Purpose, str]:
    opened = business_days(folder / JOURNAL, 2)
    if before is not None:
        # This machine's zone may be up to a day ahead of the hall's.
        yesterday = (date.fromisoformat(today) - timedelta(days=1)).isoformat()
        last = max([yesterday, *opened])
        if before > last:
            raise DayStillNeeded(before, last)
        return dict.fromkeys(purposes, before)
    # A hall answers the commands of the business day before its present one once more.
    answered = opened if opened and opened[0] >= today else [today, *opened][:2]
    with _keys(folder) as keys:
        kept = keys.retention().kept_from(today, answered[-1])
    return {purpose: kept[purpose] for purpose in purposes}


@contextmanager
def _keys(folder: Path) -> Iterator[KeyFile]:
    """Raises VaultUnusable; an absent file is not made."""
    if not (folder / KEYS).is_file():
        raise VaultUnusable(folder / KEYS, "there is no such file")
    with closing(KeyFile(folder / KEYS)) as keys:
        yield keys


def _records(journal: Path) -> Counter[tuple[Purpose, str]]:
    found: Counter[tuple[Purpose, str]] = Counter()
    try:
        with closing(read_only(journal)) as connection:
            tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
            for table in tables & _COUNTS.keys():
                for purpose, day, count in connection.execute(_COUNTS[table]):
                    found[Purpose(purpose), day] += count
    except sqlite3.Error as error:
        raise JournalUnusable(journal, error) from error
    return found
