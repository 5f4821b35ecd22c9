"""Who may speak to a hall: devices, codes, clerks' passwords, cards and sessions, in a file of their own.

Tokens, one-time codes and serials of staff cards are kept as keyed hashes only, passwords as the caller
hashed them. Instants are integer milliseconds. One thread at a time calls; each change is durable when its
method returns.
"""

import json
import sqlite3
from contextlib import ExitStack
from pathlib import Path
from typing import Self

from msgspec import Struct

from queue_core.store.errors import AccountsUnusable

_SCHEMA = """
PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON;
CREATE TABLE IF NOT EXISTS admin (one INTEGER PRIMARY KEY CHECK (one = 1), secret_hash TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS devices (
    token_hash BLOB PRIMARY KEY, role TEXT NOT NULL, device TEXT NOT NULL UNIQUE, windows TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS codes (
    secret_hash BLOB PRIMARY KEY, role TEXT NOT NULL, device TEXT NOT NULL, windows TEXT NOT NULL,
    expires_at_ms INTEGER NOT NULL, spent_on BLOB
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS clerks (number TEXT PRIMARY KEY, password_hash TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS staff_cards (serial_hash BLOB PRIMARY KEY, clerk TEXT NOT NULL) WITHOUT ROWID;
DROP TABLE IF EXISTS sessions;
CREATE TABLE IF NOT EXISTS seats (
    token_hash BLOB PRIMARY KEY, clerk TEXT NOT NULL UNIQUE, window INTEGER UNIQUE, day TEXT NOT NULL
) WITHOUT ROWID;
"""
PASSING = ("sessions", "seats", "codes")
"""Tables no backup needs: clerks log in again, codes live minutes. `sessions` stands in older files."""


class Device(Struct, frozen=True, kw_only=True):
    """`windows` bounds what the device may touch; empty is unbounded."""

    role: str
    device: str
    windows: tuple[int, ...]


class ClerkSession(Struct, frozen=True, kw_only=True):
    """A clerk logged in on business day `day`: one a window, one a clerk; `window` None sits at none."""

    clerk: str
    window: int | None
    day: str


class Spent(Struct, frozen=True, kw_only=True):
    """What a code made: the device, and the token hashes by which it was known until now."""

    device: Device
    replaced: tuple[bytes, ...]


class Accounts:
    """Devices and sessions are also kept in memory: they are asked for with every request."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection
        self._devices = {
            bytes(token_hash): Device(role=role, device=device, windows=tuple(json.loads(windows)))
            for token_hash, role, device, windows in self._db.execute("SELECT * FROM devices")
        }
        self._sessions = {
            bytes(token_hash): ClerkSession(clerk=clerk, window=window, day=day)
            for token_hash, clerk, window, day in self._db.execute("SELECT * FROM seats")
        }

    @classmethod
    def open(cls, path: Path) -> Self:
        """Raises AccountsUnusable."""
        with ExitStack() as undo:
            try:
                connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
                undo.callback(connection.close)
                connection.executescript(_SCHEMA)
                accounts = cls(connection)
            except sqlite3.Error as error:
                raise AccountsUnusable(path, error) from error
            undo.pop_all()
        return accounts

    def close(self) -> None:
        self._db.close()

    def device(self, token_hash: bytes) -> Device | None:
        return self._devices.get(token_hash)

    def session(self, token_hash: bytes) -> ClerkSession | None:
        return self._sessions.get(token_hash)

    def session_at(self, window: int) -> ClerkSession | None:
        return next((session for session in self._sessions.values() if session.window == window), None)

    def tokens_at(self, window: int) -> tuple[bytes, ...]:
        """The token hashes of who is logged in at a window."""
        return tuple(known for known, session in self._sessions.items() if session.window == window)

    def session_of(self, clerk: str) -> ClerkSession | None:
        return next((session for session in self._sessions.values() if session.clerk == clerk), None)

    def admin_secret_hash(self) -> str | None:
        row = self._db.execute("SELECT secret_hash FROM admin").fetchone()
        return None if row is None else str(row[0])

    def set_admin_secret_hash(self, secret_hash: str) -> None:
        self._db.execute("INSERT OR REPLACE INTO admin VALUES (1, ?)", (secret_hash,))

    def password_hash(self, clerk: str) -> str | None:
        row = self._db.execute("SELECT password_hash FROM clerks WHERE number = ?", (clerk,)).fetchone()
        return None if row is None else str(row[0])

    def set_password_hash(self, clerk: str, password_hash: str) -> None:
        self._db.execute("INSERT OR REPLACE INTO clerks VALUES (?, ?)", (clerk, password_hash))

    def give_card(self, serial_hash: bytes, clerk: str) -> None:
        """Make a staff card that of one person; who had it before has it no longer."""
        self._db.execute("INSERT OR REPLACE INTO staff_cards VALUES (?, ?)", (serial_hash, clerk))

    def take_cards_of(self, clerk: str) -> None:
        """Forget all staff cards of a person."""
        self._db.execute("DELETE FROM staff_cards WHERE clerk = ?", (clerk,))

    def card_holder(self, serial_hash: bytes) -> str | None:
        """Whose staff card it is."""
        row = self._db.execute(
            "SELECT clerk FROM staff_cards WHERE serial_hash = ?", (serial_hash,)
        ).fetchone()
        return None if row is None else str(row[0])

    def add_code(self, secret_hash: bytes, device: Device, *, now_ms: int, expires_at_ms: int) -> None:
        """Keep a new code; codes long expired are forgotten."""
        windows = json.dumps(device.windows)
        with self._db:
            self._db.execute("BEGIN IMMEDIATE")
            self._db.execute("DELETE FROM codes WHERE expires_at_ms < ?", (now_ms,))
            self._db.execute(
                "INSERT INTO codes VALUES (?, ?, ?, ?, ?, NULL)",
                (secret_hash, device.role, device.device, windows, expires_at_ms),
            )

    def spend_code(self, secret_hash: bytes, *, on: bytes, token_hash: bytes, now_ms: int) -> Spent | None:
        """Enrol the code's device under `token_hash`; None when the code is unknown, expired or spent.

        A code spent on the same request (`on`) answers again: its first reply may have been lost. A device
        of the same name that was enrolled before is known no longer.
        """
        with self._db:
            self._db.execute("BEGIN IMMEDIATE")
            row = self._db.execute(
                "SELECT role, device, windows FROM codes"
                " WHERE secret_hash = ? AND expires_at_ms > ? AND (spent_on IS NULL OR spent_on = ?)",
                (secret_hash, now_ms, on),
            ).fetchone()
            if row is None:
                return None
            role, name, windows = row
            self._db.execute("UPDATE codes SET spent_on = ? WHERE secret_hash = ?", (on, secret_hash))
            self._db.execute("DELETE FROM devices WHERE device = ?", (name,))
            self._db.execute("INSERT INTO devices VALUES (?, ?, ?, ?)", (token_hash, role, name, windows))
        device = Device(role=role, device=name, windows=tuple(json.loads(windows)))
        replaced = tuple(known for known, other in self._devices.items() if other.device == name)
        for known in replaced:
            del self._devices[known]
        self._devices[token_hash] = device
        return Spent(device=device, replaced=tuple(known for known in replaced if known != token_hash))

    def revoke(self, device: str) -> tuple[bytes, ...]:
        """Forget a device; the token hashes by which it was known, none for an unknown one."""
        self._db.execute("DELETE FROM devices WHERE device = ?", (device,))
        known = tuple(token_hash for token_hash, other in self._devices.items() if other.device == device)
        for token_hash in known:
            del self._devices[token_hash]
        return known

    def begin_session(self, token_hash: bytes, session: ClerkSession) -> tuple[bytes, ...]:
        """Sit a clerk at a window. Who sat there, and where the clerk sat before, is ended and returned."""
        with self._db:
            self._db.execute("BEGIN IMMEDIATE")
            self._db.execute(
                "DELETE FROM seats WHERE clerk = ? OR window = ?", (session.clerk, session.window)
            )
            self._db.execute(
                "INSERT INTO seats VALUES (?, ?, ?, ?)",
                (token_hash, session.clerk, session.window, session.day),
            )
        ended = tuple(
            known
            for known, other in self._sessions.items()
            if other.clerk == session.clerk or (session.window is not None and other.window == session.window)
        )
        for known in ended:
            del self._sessions[known]
        self._sessions[token_hash] = session
        return ended

    def end_sessions_of(self, clerk: str) -> tuple[bytes, ...]:
        """Log a clerk out everywhere; the token hashes that are known no longer."""
        known = tuple(token_hash for token_hash, other in self._sessions.items() if other.clerk == clerk)
        for token_hash in known:
            self.end_session(token_hash)
        return known

    def end_session(self, token_hash: bytes) -> None:
        self._db.execute("DELETE FROM seats WHERE token_hash = ?", (token_hash,))
        self._sessions.pop(token_hash, None)
