"""The SQLite journal as its one server writes it: WAL, FULL, one connection that alone checkpoints.

One writer keeps clear of the WAL-reset bug of SQLite before 3.51.3, which two writing or checkpointing
connections can meet. FULL is the setting that keeps acknowledged commands through a power cut.
"""

import os
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from itertools import groupby
from operator import itemgetter
from pathlib import Path

import msgspec

from queue_core.domain.entry import Attendance, Entry, Stretch
from queue_core.domain.events import Event
from queue_core.domain.rating_visit import FinishedVisit
from queue_core.store import outbox, parties, past_visits, schema
from queue_core.store.case_deeds import CaseDeeds, case_deeds
from queue_core.store.case_history import CaseMove, case_history
from queue_core.store.codec import CURRENT, GENESIS, KINDS, Header, chained, decode, encode, is_known, read
from queue_core.store.errors import JournalUnusable, NewerJournal
from queue_core.store.lock import ServerLock
from queue_core.store.message import Message
from queue_core.store.outbox import Outbox
from queue_core.store.parties import Party, Subject
from queue_core.store.retention import Purpose

_INSERT_EVENT = "INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_INSERT_PERSON = "INSERT INTO people VALUES (?, ?, ?)"
_FORGET_PEOPLE = "DELETE FROM people WHERE day < ?"
STRETCH = 100
_KEYS = "SELECT key FROM events WHERE sequence >= ? AND sequence < ? ORDER BY sequence"
_REPLAYED = "SELECT sequence, key, kind, version, body FROM events WHERE sequence >= ? ORDER BY sequence"
_ENTRIES = (
    "SELECT sequence, key, fingerprint, actor, kind, version, body FROM events"
    " WHERE sequence >= ? ORDER BY sequence"
)
_LAST_DAYS = "SELECT sequence FROM events WHERE kind = 'day-opened' ORDER BY sequence DESC LIMIT 2"
_EventRow = tuple[int, int, str, bytes, str, str, int, bytes, bytes, bytes]


class SqliteJournal:
    """Made on one thread, then used by the committer thread alone. Raises StoreError.

    After a failed `append` the journal must not be used again: whether the rows are there is not known.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = ServerLock(path)
        try:
            self._connection = _connect(path)
            last = self._connection.execute(
                "SELECT sequence, hash FROM events ORDER BY sequence DESC LIMIT 1"
            ).fetchone()
        except (OSError, sqlite3.Error) as error:
            self._lock.release()
            raise JournalUnusable(path, error) from error
        except BaseException:
            self._lock.release()
            raise
        self._sequence: int = last[0] if last else 0
        self._head: bytes = last[1] if last else GENESIS
        self.outbox = Outbox(self._connection, path)

    @property
    def head(self) -> bytes:
        """The hash of the last event; 32 zero bytes while there is none."""
        return self._head

    def replay(self) -> Iterator[Stretch]:
        """The entries of the last two business days; each begins a stretch with its `DayOpened`.

        Of the first of the two that event alone is there.
        """
        today, *before = self._last_days() or [1]
        for start in before:
            opening = self.entries_at(start)[0].event
            keys = [key for (key,) in self._connection.execute(_KEYS, (start, today))]
            yield Stretch(start, keys, [opening])
        rows = self._connection.execute(_REPLAYED, (today,))
        while stretch := rows.fetchmany(STRETCH):
            sequences, of_keys, *stored = zip(*stretch, strict=True)
            yield Stretch(sequences[0], of_keys, self._events(sequences, *stored))

    def entries_at(self, sequence: int) -> Sequence[Entry]:
        """The entries of the command whose first one stands there."""
        rows = self._connection.execute(_ENTRIES, (sequence,))
        _, of_command = next(groupby(rows, itemgetter(1)))
        return [
            Entry(sequence=at, key=key, fingerprint=fingerprint, actor=actor, event=self._event(at, *stored))
            for at, key, fingerprint, actor, *stored in of_command
        ]

    def attendances(self, day: str) -> Iterable[Attendance]:
        rows = self._connection.execute(
            "SELECT ticket_id, person FROM people WHERE day = ? ORDER BY ticket_id", (day,)
        )
        return [Attendance(ticket_id=ticket_id, day=day, person=person) for ticket_id, person in rows]

    def parties(self, subject: Subject) -> Iterable[Party]:
        try:
            return parties.read(self._connection, subject)
        except sqlite3.Error as error:
            raise JournalUnusable(self._path, error) from error

    def past_visit(self, reference: str) -> FinishedVisit | None:
        try:
            return past_visits.past_visit(self._connection, reference)
        except (sqlite3.Error, msgspec.MsgspecError) as error:
            raise JournalUnusable(self._path, error) from error

    def case_deeds(self, case_id: int) -> CaseDeeds:
        try:
            return case_deeds(self._connection, case_id)
        except (sqlite3.Error, msgspec.MsgspecError) as error:
            raise JournalUnusable(self._path, error) from error

    def case_history(self, case_id: int) -> tuple[CaseMove, ...]:
        try:
            return case_history(self._connection, case_id)
        except (sqlite3.Error, msgspec.MsgspecError) as error:
            raise JournalUnusable(self._path, error) from error

    def append(
        self,
        entries: Sequence[Entry],
        attendances: Sequence[Attendance],
        messages: Sequence[Message] = (),
        known: Sequence[Party] = (),
    ) -> None:
        rows = self._chain(entries)
        try:
            self._connection.execute("BEGIN IMMEDIATE")
            self._connection.executemany(_INSERT_EVENT, rows)
            if attendances:
                self._connection.executemany(
                    _INSERT_PERSON, [(each.ticket_id, each.day, each.person) for each in attendances]
                )
            if known:
                parties.put(self._connection, known)
            if messages:
                self.outbox.put(messages)
            self._connection.execute("COMMIT")
        except sqlite3.Error as error:
            raise JournalUnusable(self._path, error) from error
        self._sequence, self._head = rows[-1][0], rows[-1][-1]

    def forget(self, kept_from: Mapping[Purpose, str]) -> None:
        """Secure delete zeroes the rows in their pages; the checkpoint takes them out of the WAL.

        A reader that holds the WAL just then, such as a backup, leaves it to a later checkpoint.
        """
        try:
            self._connection.execute("BEGIN IMMEDIATE")
            gone = self._connection.execute(_FORGET_PEOPLE, (kept_from.get(Purpose.QUEUEING, ""),)).rowcount
            gone += parties.erase(self._connection, kept_from)
            gone += outbox.erase(self._connection, kept_from)
            self._connection.execute("COMMIT")
            if gone:
                self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        except sqlite3.Error as error:
            raise JournalUnusable(self._path, error) from error

    def close(self) -> None:
        self._connection.close()
        self._lock.release()

    def _events(
        self, sequences: Iterable[int], kinds: Sequence[str], versions: Sequence[int], bodies: Sequence[bytes]
    ) -> Sequence[Event]:
        """All at once as long as nothing is old or damaged."""
        if CURRENT.issuperset(zip(kinds, versions, strict=True)):
            with suppress(msgspec.MsgspecError):
                return list(map(decode, bodies))
        return list(map(self._event, sequences, kinds, versions, bodies))

    def _event(self, sequence: int, kind: str, version: int, body: bytes) -> Event:
        if not is_known(kind, version):
            raise NewerJournal(self._path, f"event {sequence} of kind {kind}, version {version}")
        try:
            return read(kind, version, body)
        except msgspec.MsgspecError as error:
            raise JournalUnusable(self._path, f"event {sequence} is damaged: {error}") from error

    def _last_days(self) -> list[int]:
        """Where the last two business days open, the last one first."""
        return [sequence for (sequence,) in self._connection.execute(_LAST_DAYS)]

    def _chain(self, entries: Sequence[Entry]) -> list[_EventRow]:
        """The rows of entries that follow the last one without a gap."""
        rows: list[_EventRow] = []
        previous = self._head
        for sequence, entry in enumerate(entries, self._sequence + 1):
            if entry.sequence != sequence:
                raise JournalUnusable(self._path, f"event {entry.sequence} came where {sequence} is next")
            event = entry.event
            kind, version, body = KINDS[type(event)], event.VERSION, encode(event)
            header = Header(
                sequence, event.at_ms, entry.key, entry.fingerprint.hex(), entry.actor, kind, version
            )
            digest = chained(previous, header, body)
            rows.append(
                (
                    sequence,
                    event.at_ms,
                    entry.key,
                    entry.fingerprint,
                    entry.actor,
                    kind,
                    version,
                    body,
                    previous,
                    digest,
                )
            )
            previous = digest
        return rows


def _connect(path: Path) -> sqlite3.Connection:
    os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA secure_delete = ON")
        schema.migrate(connection, path)
    except BaseException:
        connection.close()
        raise
    return connection
