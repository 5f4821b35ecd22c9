"""keys.db: one secret key for each purpose and day, in a file that can forget.

Not WAL, with secure delete and mode 0600: a destroyed key is overwritten in place and stands in no file any
more; what the disk keeps of deleted blocks is left to its encryption. A destroyed key stays known as
destroyed, so that it is never made anew. Beside the keys stands how many days each purpose is kept, as the
server last served by it, for those who look at the file without its configuration.
"""

import os
import sqlite3
from collections.abc import Callable
from pathlib import Path
from threading import Lock
from typing import TypeVar

from queue_core.store.cipher import KEY_BYTES
from queue_core.store.errors import KeyDestroyed, VaultUnusable
from queue_core.store.retention import DATED, Retention

T = TypeVar("T")

_TABLES = (
    (
        "CREATE TABLE IF NOT EXISTS keys (purpose TEXT NOT NULL, day TEXT NOT NULL, key BLOB,"
        " PRIMARY KEY (purpose, day)) WITHOUT ROWID"
    ),
    "CREATE TABLE IF NOT EXISTS retention (purpose TEXT PRIMARY KEY, days INTEGER NOT NULL) WITHOUT ROWID",
)
_LIVING = "SELECT day FROM keys WHERE purpose = ? AND key IS NOT NULL ORDER BY day"


class KeyFile:
    """May be used by any thread. Raises VaultUnusable."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._guard = Lock()
        self.is_new = not path.exists()
        try:
            os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
            path.chmod(0o600)
            self._connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
            self._connection.execute("PRAGMA journal_mode = DELETE")
            self._connection.execute("PRAGMA secure_delete = ON")
            self._connection.execute("PRAGMA synchronous = EXTRA")
            for table in _TABLES:
                self._connection.execute(table)
        except (OSError, sqlite3.Error) as error:
            raise VaultUnusable(path, error) from error

    def key(self, purpose: str, day: str) -> bytes:
        """The key, made and durable on first use. Raises KeyDestroyed."""
        return self._found(purpose, day, is_made=True)

    def find(self, purpose: str, day: str) -> bytes:
        """The key, if it is here. Raises KeyDestroyed."""
        return self._found(purpose, day, is_made=False)

    def days(self, purpose: str) -> list[str]:
        """The days whose key still exists."""
        return self._guarded(lambda db: [day for (day,) in db.execute(_LIVING, (purpose,))])

    def destroy(self, purpose: str, day: str) -> None:
        """Forget a key for good."""
        self._guarded(
            lambda db: db.execute(
                "INSERT INTO keys VALUES (?1, ?2, NULL) ON CONFLICT DO UPDATE SET key = NULL", (purpose, day)
            )
        )

    def destroy_before(self, purpose: str, day: str) -> list[str]:
        """Forget all keys of a purpose of the days before `day`; returns these days."""

        def forget(db: sqlite3.Connection) -> list[str]:
            gone = [each for (each,) in db.execute(_LIVING, (purpose,)) if each < day]
            if gone:
                db.execute("UPDATE keys SET key = NULL WHERE purpose = ? AND day < ?", (purpose, day))
            return gone

        return self._guarded(forget)

    def retention(self) -> Retention:
        """As it was last set; where nothing was, the usual one."""
        rows = self._guarded(lambda db: db.execute("SELECT purpose, days FROM retention").fetchall())
        return Retention(**{f"{purpose}_days": days for purpose, days in rows})

    def set_retention(self, retention: Retention) -> None:
        if self.retention() == retention and not self.is_new:
            return
        rows = [(purpose, retention.days(purpose)) for purpose in DATED]
        self._guarded(lambda db: db.executemany("INSERT OR REPLACE INTO retention VALUES (?, ?)", rows))

    def close(self) -> None:
        with self._guard:
            self._connection.close()

    def _found(self, purpose: str, day: str, *, is_made: bool) -> bytes:
        def look(db: sqlite3.Connection) -> bytes | None:
            if is_made:
                new = (purpose, day, os.urandom(KEY_BYTES))
                db.execute("INSERT OR IGNORE INTO keys VALUES (?, ?, ?)", new)
            row = db.execute("SELECT key FROM keys WHERE purpose = ? AND day = ?", (purpose, day)).fetchone()
            return row[0] if row else None

        key = self._guarded(look)
        if key is None:
            raise KeyDestroyed(purpose, day)
        return key

    def _guarded(self, work: Callable[[sqlite3.Connection], T]) -> T:
        with self._guard:
            try:
                return work(self._connection)
            except sqlite3.Error as error:
                raise VaultUnusable(self._path, error) from error
