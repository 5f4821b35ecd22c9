"""Messages to citizens, kept in the journal's file in the transaction of the events they tell of.

So a message exists exactly when it is true. A sender claims what is due, sends it, and says
how it went; one that dies in between leaves its messages to the next claim after the lease, so a message may
go out twice but is never lost. A channel that can drops the second one by `dedupe_key`. The channels
themselves are not known here. Instants are integer milliseconds since 1970, UTC.
"""

import sqlite3
from collections.abc import Iterable, Mapping
from enum import StrEnum
from pathlib import Path

import msgspec
from msgspec import Struct

from queue_core.store.errors import JournalUnusable
from queue_core.store.retention import Purpose

ERASED = "erased"

_INSERT = (
    "INSERT INTO outbox (dedupe_key, kind, purpose, day, recipient, params, created_at_ms, state, attempts,"
    " next_attempt_at_ms) VALUES (?, ?, ?, ?, ?, ?, ?, 'pending', 0, ?) ON CONFLICT (dedupe_key) DO NOTHING"
)
_CLAIM = (
    "UPDATE outbox SET attempts = attempts + 1, next_attempt_at_ms = :until_ms WHERE message_id IN ("
    " SELECT message_id FROM outbox WHERE state IN ('pending', 'failed') AND next_attempt_at_ms <= :now_ms"
    " ORDER BY next_attempt_at_ms, message_id LIMIT :limit)"
    " RETURNING message_id, attempts, dedupe_key, kind, purpose, day, recipient, params, created_at_ms"
)
_SETTLE = (
    "UPDATE outbox SET state = ?, receipt = ?, next_attempt_at_ms = coalesce(?, next_attempt_at_ms)"
    " WHERE message_id = ? AND state IN ('pending', 'failed')"
)
_ERASE = (
    "UPDATE outbox SET recipient = NULL,"
    " receipt = CASE WHEN state IN ('pending', 'failed') THEN ? ELSE receipt END,"
    " state = CASE WHEN state IN ('pending', 'failed') THEN 'dead' ELSE state END"
    " WHERE purpose = ? AND day < ? AND recipient IS NOT NULL"
)


class MessageKind(StrEnum):
    RESULT_READY = "result_ready"
    FEW_AHEAD = "few_ahead"
    CALLED = "called"
    APPOINTMENT_TOMORROW = "appointment_tomorrow"
    RATING_LINK = "rating_link"


class MessageState(StrEnum):
    PENDING = "pending"
    SENT = "sent"
    FAILED = "failed"  # and to be tried again
    DEAD = "dead"  # given up


class Recipient(Struct, frozen=True, kw_only=True, gc=False):
    """A phone number or the like, sealed by the vault under `purpose` and `day`, about the `dedupe_key`."""

    purpose: Purpose
    day: str
    sealed: bytes


class Message(Struct, frozen=True, kw_only=True):
    """`params` fill the channel's template and hold no personal data: a number, a window, a place.

    Of all messages with one `dedupe_key` the first alone is sent.
    """

    dedupe_key: str
    kind: MessageKind
    recipient: Recipient
    params: Mapping[str, str]
    created_at_ms: int


class Claimed(Struct, frozen=True, kw_only=True):
    """A message to be sent now; `attempts` counts this one."""

    message_id: int
    attempts: int
    message: Message


class Outbox:
    """Over the journal's one writing connection, on the committer thread. Raises JournalUnusable."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._db = connection
        self._path = path

    def claim(self, now_ms: int, *, limit: int, lease_ms: int) -> list[Claimed]:
        """Up to `limit` messages that are due, oldest first; not claimed again before `lease_ms` is over."""
        wanted = {"now_ms": now_ms, "until_ms": now_ms + lease_ms, "limit": limit}
        try:
            rows = self._db.execute(_CLAIM, wanted).fetchall()
        except sqlite3.Error as error:
            raise JournalUnusable(self._path, error) from error
        claimed = map(_claimed, rows)
        return sorted(claimed, key=lambda each: (each.message.created_at_ms, each.message_id))

    def sent(self, message_id: int, receipt: str) -> None:
        """`receipt` is the channel's own name of what it sent, free of personal data."""
        self._settle(MessageState.SENT, receipt, None, message_id)

    def failed(self, message_id: int, reason: str, *, again_at_ms: int) -> None:
        """`reason` is a stable code."""
        self._settle(MessageState.FAILED, reason, again_at_ms, message_id)

    def give_up(self, message_id: int, reason: str) -> None:
        """`reason` is a stable code."""
        self._settle(MessageState.DEAD, reason, None, message_id)

    def _settle(self, state: MessageState, receipt: str, again_at_ms: int | None, message_id: int) -> None:
        try:
            self._db.execute(_SETTLE, (state, receipt, again_at_ms, message_id))
        except sqlite3.Error as error:
            raise JournalUnusable(self._path, error) from error


def put(connection: sqlite3.Connection, messages: Iterable[Message]) -> None:
    """Within the transaction of the caller. Raises sqlite3.Error."""
    connection.executemany(
        _INSERT,
        [
            (
                each.dedupe_key,
                each.kind,
                each.recipient.purpose,
                each.recipient.day,
                each.recipient.sealed,
                msgspec.json.encode(each.params).decode(),
                each.created_at_ms,
                each.created_at_ms,
            )
            for each in messages
        ],
    )


def erase(connection: sqlite3.Connection, kept_from: Mapping[Purpose, str]) -> int:
    """Empty the recipients of days before those kept; what was not sent by then is dead. Returns how many.

    Rows stay, so that nothing is sent a second time. Within the transaction of the caller. Raises
    sqlite3.Error.
    """
    return sum(
        connection.execute(_ERASE, (ERASED, purpose, day)).rowcount for purpose, day in kept_from.items()
    )


def _claimed(row: tuple[int, int, str, str, str, str, bytes, str, int]) -> Claimed:
    message_id, attempts, dedupe_key, kind, purpose, day, sealed, params, created_at_ms = row
    return Claimed(
        message_id=message_id,
        attempts=attempts,
        message=Message(
            dedupe_key=dedupe_key,
            kind=MessageKind(kind),
            recipient=Recipient(purpose=Purpose(purpose), day=day, sealed=sealed),
            params=msgspec.json.decode(params, type=dict[str, str]),
            created_at_ms=created_at_ms,
        ),
    )
