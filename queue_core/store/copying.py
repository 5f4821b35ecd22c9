"""A copy of a database while its server writes, without a second connection that writes or checkpoints.

The source is attached read-only and read in one transaction, so the copy is one instant of it. It is read
row by row into a new file, so that nothing of what was deleted comes along in free pages.
"""

import os
import sqlite3
from collections.abc import Collection
from contextlib import closing
from pathlib import Path

from queue_core.store.errors import BackupFailed

_OBJECTS = (
    "SELECT name, sql FROM source.sqlite_master WHERE type = ? AND name NOT LIKE 'sqlite!_%' ESCAPE '!'"
)


def copy_database(source: Path, target: Path, *, left_empty: Collection[str]) -> None:
    """`target` is new; the tables named in `left_empty` come without rows. Raises BackupFailed."""
    try:
        with closing(sqlite3.connect(target, isolation_level=None, uri=True)) as db:
            target.chmod(0o600)
            db.execute("PRAGMA journal_mode = OFF")
            db.execute("PRAGMA synchronous = OFF")
            db.execute("ATTACH ? AS source", (f"{source.resolve().as_uri()}?mode=ro",))
            db.execute("BEGIN")
            _copy(db, left_empty)
            db.execute("COMMIT")
        with target.open("rb") as file:
            os.fsync(file.fileno())
    except (OSError, sqlite3.Error) as error:
        raise BackupFailed(source, error) from error


def _copy(db: sqlite3.Connection, left_empty: Collection[str]) -> None:
    for name, sql in db.execute(_OBJECTS, ("table",)).fetchall():
        db.execute(sql)
        if name not in left_empty:
            db.execute(f'INSERT INTO main."{name}" SELECT * FROM source."{name}"')  # noqa: S608 - our own table
    for _, sql in db.execute(_OBJECTS, ("index",)).fetchall():
        db.execute(sql)
    (version,) = db.execute("PRAGMA source.user_version").fetchone()
    db.execute(f"PRAGMA main.user_version = {version}")
