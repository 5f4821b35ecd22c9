"""keys.db: one secret key for each purpose and day, in a file that can forget.

Not WAL, with secure delete and mode 0600: a destroyed key is overwritten in place and stands in no file any
more; what the disk keeps of deleted blocks is left to its encryption. A destroyed key stays known as
destroyed, so that it is never made anew.
"""

import os
import sqlite3
from pathlib import Path
from threading import Lock

from queue_core.store.cipher import KEY_BYTES
from queue_core.store.errors import KeyDestroyed, VaultUnusable


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
            self._connection.execute(
                "CREATE TABLE IF NOT EXISTS keys (purpose TEXT NOT NULL, day TEXT NOT NULL, key BLOB,"
                " PRIMARY KEY (purpose, day)) WITHOUT ROWID"
            )
        except (OSError, sqlite3.Error) as error:
            raise VaultUnusable(path, error) from error

    def key(self, purpose: str, day: str) -> bytes:
        """The key, made and durable on first use. Raises KeyDestroyed."""
        with self._guard:
            try:
                self._connection.execute(
                    "INSERT OR IGNORE INTO keys VALUES (?, ?, ?)", (purpose, day, os.urandom(KEY_BYTES))
                )
                row = self._connection.execute(
                    "SELECT key FROM keys WHERE purpose = ? AND day = ?", (purpose, day)
                ).fetchone()
            except sqlite3.Error as error:
                raise VaultUnusable(self._path, error) from error
        if row[0] is None:
            raise KeyDestroyed(purpose, day)
        key: bytes = row[0]
        return key

    def days(self, purpose: str) -> list[str]:
        """The days whose key still exists."""
        with self._guard:
            try:
                rows = self._connection.execute(
                    "SELECT day FROM keys WHERE purpose = ? AND key IS NOT NULL ORDER BY day", (purpose,)
                ).fetchall()
            except sqlite3.Error as error:
                raise VaultUnusable(self._path, error) from error
        return [day for (day,) in rows]

    def destroy(self, purpose: str, day: str) -> None:
        """Forget a key for good."""
        with self._guard:
            try:
                self._connection.execute(
                    "INSERT INTO keys VALUES (?1, ?2, NULL) ON CONFLICT DO UPDATE SET key = NULL",
                    (purpose, day),
                )
            except sqlite3.Error as error:
                raise VaultUnusable(self._path, error) from error

    def close(self) -> None:
        with self._guard:
            self._connection.close()
