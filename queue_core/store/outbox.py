"""Messages to citizens, kept in the journal's file in the transaction of the events they tell of.

So a message exists exactly when it is true. A sender claims what is due, sends it, and says
how it went; one that dies in between leaves its messages to the next claim after the lease, so a message may
go out twice but is never lost. A carrier that can drops the second one by `dedupe_key`. The carriers
themselves are not known here. Instants are integer milliseconds since 1970, UTC.
"""

import sqlite3
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path

import msgspec
from msgspec import Struct

from queue_core.store.errors import JournalUnusable
from queue_core.store.retention import Purpose

ERASED = "erased"
NOT_NEEDED = "not-needed"
"""Why a message was given up that was no longer true: nobody needs to see to it."""


class MessageKind(StrEnum):
    RESULT_READY = "result_ready"
    FEW_AHEAD = "few_ahead"
    CALLED = "called"
    APPOINTMENT_TOMORROW = "appointment_tomorrow"
    RATING_LINK = "rating_link"
    LOCKER_EXPIRING = "locker_expiring"


URGENT = (MessageKind.CALLED, MessageKind.FEW_AHEAD)
"""Claimed before all others, in this order: they are worth nothing later."""


class MessageState(StrEnum):
    PENDING = "pending"
    SENT = "sent"
    DELIVERED = "delivered"  # as the far end reports
    UNDELIVERED = "undelivered"
    FAILED = "failed"  # and to be tried again
    DEAD = "dead"  # given up


_INSERT = (
    "INSERT INTO outbox (dedupe_key, kind, purpose, day, recipient, params, created_at_ms, state, attempts,"
    " next_attempt_at_ms, expires_at_ms) VALUES (?, ?, ?, ?, ?, ?, ?, 'pending', 0, ?, ?)"
    " ON CONFLICT (dedupe_key) DO NOTHING"
)
_DUE = (
    "SELECT message_id FROM outbox WHERE kind = ? AND state IN ('pending', 'failed')"
    " AND next_attempt_at_ms <= ? ORDER BY next_attempt_at_ms, message_id LIMIT ?"
)
_OF_MESSAGE = (
    "message_id, attempts, excused, again, dedupe_key, kind, purpose, day, recipient, params, created_at_ms,"
    " expires_at_ms"
)
_CLAIM = (
    "UPDATE outbox SET attempts = attempts + 1, next_attempt_at_ms = ? WHERE message_id = ?"  # noqa: S608 our columns
    f" RETURNING {_OF_MESSAGE}"
)
_SETTLE = (
    "UPDATE outbox SET state = ?, receipt = coalesce(?, receipt), reason = ?, settled_at_ms = ?,"
    " next_attempt_at_ms = coalesce(?, next_attempt_at_ms), attempts = attempts - ?, excused = excused + ?"
    " WHERE message_id = ? AND state IN ('pending', 'failed')"
)
_REPORT = (
    "UPDATE outbox SET state = ?, reason = ?, settled_at_ms = ? WHERE receipt = ?"
    " AND state IN ('sent', 'delivered', 'undelivered') AND (state = 'sent' OR state = ?)"
)
_KNOWN_RECEIPT = "SELECT 1 FROM outbox WHERE receipt = ? AND state IN ('sent', 'delivered', 'undelivered')"
_AGAIN = (
    "UPDATE outbox SET state = 'failed', excused = attempts, next_attempt_at_ms = ?,"
    " expires_at_ms = max(expires_at_ms, ?), again = again + (state = 'undelivered'), receipt = NULL"
    " WHERE message_id = ? AND state IN ('dead', 'undelivered') AND recipient IS NOT NULL"
)
_DEAD = (
    "SELECT message_id, kind, state, attempts, coalesce(reason, ''), created_at_ms, settled_at_ms,"
    " recipient IS NOT NULL FROM outbox WHERE state IN ('dead', 'undelivered') AND reason <> 'not-needed'"
    " ORDER BY settled_at_ms DESC, message_id DESC LIMIT ?"
)
_SENT_SINCE = (
    f"SELECT {_OF_MESSAGE}, receipt, settled_at_ms, state FROM outbox"  # noqa: S608 our own columns
    " WHERE state IN ('sent', 'delivered', 'undelivered') AND settled_at_ms >= ? AND recipient IS NOT NULL"
    " ORDER BY settled_at_ms"
)
_WAITING = (
    "SELECT kind, count(*), min(created_at_ms) FROM outbox"
    " WHERE state IN ('pending', 'failed') AND created_at_ms <= ? GROUP BY kind"
)
_COUNTS = "SELECT state, count(*) FROM outbox WHERE settled_at_ms >= ? GROUP BY state"
_ERASE = (
    "UPDATE outbox SET recipient = NULL,"
    " reason = CASE WHEN state IN ('pending', 'failed') THEN ? ELSE reason END,"
    " state = CASE WHEN state IN ('pending', 'failed') THEN 'dead' ELSE state END"
    " WHERE purpose = ? AND day < ? AND recipient IS NOT NULL"
)


class Recipient(Struct, frozen=True, kw_only=True, gc=False):
    """A phone number or the like, sealed by the vault under `purpose` and `day`, about the `dedupe_key`."""

    purpose: Purpose
    day: str
    sealed: bytes


class Message(Struct, frozen=True, kw_only=True):
    """`params` fill the carrier's template and hold no personal data: a number, a window, a place.

    Of all messages with one `dedupe_key` the first alone is sent: not before `not_before_ms`, and not after
    `expires_at_ms`, when it is not worth sending any more (None: the sender knows how long its kind is).
    """

    dedupe_key: str
    kind: MessageKind
    recipient: Recipient
    params: Mapping[str, str]
    created_at_ms: int
    not_before_ms: int | None = None
    expires_at_ms: int | None = None


class Claimed(Struct, frozen=True, kw_only=True):
    """A message to be sent now. `attempts` counts this one; of them `excused` were not the message's fault.

    `again` counts how often staff had it sent anew after it was reported undelivered: what was sent before
    is not this one.
    """

    message_id: int
    attempts: int
    message: Message
    excused: int = 0
    again: int = 0


class Sent(Struct, frozen=True, kw_only=True):
    """`is_reported`: what became of it is known."""

    claimed: Claimed
    receipt: str
    sent_at_ms: int
    is_reported: bool


class DeadLetter(Struct, frozen=True, kw_only=True):
    """A message that did not reach its citizen. `can_go_again`: its recipient is still kept."""

    message_id: int
    kind: MessageKind
    state: MessageState
    attempts: int
    reason: str
    created_at_ms: int
    since_ms: int | None
    can_go_again: bool


class Queued(Struct, frozen=True, kw_only=True):
    """What of a kind waits, and since when the oldest."""

    kind: MessageKind
    count: int
    oldest_ms: int


class Settlement(Struct, frozen=True, kw_only=True):
    """How an attempt went. Made by the functions below.

    `uncounted` takes back the attempt the claim has counted; `excused` leaves it, and blames the carrier.
    """

    message_id: int
    state: MessageState
    at_ms: int
    receipt: str | None = None
    reason: str | None = None
    again_at_ms: int | None = None
    uncounted: bool = False
    excused: bool = False


def sent(message_id: int, receipt: str, *, at_ms: int) -> Settlement:
    """`receipt` is the far end's own name of what it took, free of personal data."""
    return Settlement(message_id=message_id, state=MessageState.SENT, at_ms=at_ms, receipt=receipt)


def failed(message_id: int, reason: str, *, at_ms: int, again_at_ms: int) -> Settlement:
    """`reason` is a stable code."""
    return Settlement(
        message_id=message_id, state=MessageState.FAILED, at_ms=at_ms, reason=reason, again_at_ms=again_at_ms
    )


def unsure(message_id: int, reason: str, *, at_ms: int, again_at_ms: int) -> Settlement:
    """The carrier's line broke: whether the far end has it is not known."""
    return Settlement(
        message_id=message_id,
        state=MessageState.FAILED,
        at_ms=at_ms,
        reason=reason,
        again_at_ms=again_at_ms,
        excused=True,
    )


def put_back(message_id: int, reason: str, *, at_ms: int, again_at_ms: int) -> Settlement:
    """No carrier has seen it yet."""
    return Settlement(
        message_id=message_id,
        state=MessageState.FAILED,
        at_ms=at_ms,
        reason=reason,
        again_at_ms=again_at_ms,
        uncounted=True,
    )


def given_up(message_id: int, reason: str, *, at_ms: int) -> Settlement:
    """`reason` is a stable code."""
    return Settlement(message_id=message_id, state=MessageState.DEAD, at_ms=at_ms, reason=reason)


class Outbox:
    """Over the journal's one writing connection, on the committer thread. Raises JournalUnusable."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._db = connection
        self._path = path
        self._has_news = False

    def put(self, messages: Iterable[Message]) -> None:
        """Within the transaction of the caller. Raises sqlite3.Error."""
        put(self._db, messages)
        self._has_news = True

    def had_news(self) -> bool:
        """Whether something was put since this was asked last."""
        has_news, self._has_news = self._has_news, False
        return has_news

    def claim(
        self, now_ms: int, *, limit: int, lease_ms: int, kinds: Collection[MessageKind] = tuple(MessageKind)
    ) -> list[Claimed]:
        """Up to `limit` messages of these kinds that are due; not claimed again before `lease_ms` is over.

        The urgent kinds come first; the others take turns, each with its oldest, so that ten thousand of one
        kind do not hold up another.
        """
        with self._changing():
            due = self._due(now_ms, limit, kinds)
            return [
                _claimed(row)
                for message_id in due
                for row in self._db.execute(_CLAIM, (now_ms + lease_ms, message_id)).fetchall()
            ]

    def settle(self, settlements: Iterable[Settlement]) -> None:
        """All of them or none. A late word does not undo that a message was sent or given up."""
        with self._changing():
            self._db.executemany(
                _SETTLE,
                [
                    (
                        each.state,
                        each.receipt,
                        each.reason,
                        each.at_ms,
                        each.again_at_ms,
                        each.uncounted,
                        each.excused,
                        each.message_id,
                    )
                    for each in settlements
                ],
            )

    def sent(self, message_id: int, receipt: str, *, at_ms: int = 0) -> None:
        self.settle([sent(message_id, receipt, at_ms=at_ms)])

    def failed(self, message_id: int, reason: str, *, again_at_ms: int, at_ms: int = 0) -> None:
        self.settle([failed(message_id, reason, at_ms=at_ms, again_at_ms=again_at_ms)])

    def give_up(self, message_id: int, reason: str, *, at_ms: int = 0) -> None:
        self.settle([given_up(message_id, reason, at_ms=at_ms)])

    def report(self, receipt: str, *, is_delivered: bool, reason: str, at_ms: int) -> bool:
        """A delivery report 送达报告; whether the receipt is known. Repeated ones change nothing.

        Gateways say "undelivered", then "delivered", when a phone was off: that the citizen has it counts.
        """
        state = MessageState.DELIVERED if is_delivered else MessageState.UNDELIVERED
        over = MessageState.UNDELIVERED if is_delivered else MessageState.SENT
        with self._changing():
            self._db.execute(
                _REPORT, (state, None if is_delivered else reason or state, at_ms, receipt, over)
            )
            return self._db.execute(_KNOWN_RECEIPT, (receipt,)).fetchone() is not None

    def again(self, message_id: int, *, now_ms: int, expires_at_ms: int) -> bool:
        """Let a dead letter be sent once more, as staff wish; False if it is none, or its recipient gone.

        Its attempts are excused and not forgotten: one of them may have reached the far end.
        """
        with self._changing():
            done = self._db.execute(_AGAIN, (now_ms, expires_at_ms, message_id)).rowcount
        self._has_news = self._has_news or bool(done)
        return bool(done)

    def dead(self, limit: int) -> list[DeadLetter]:
        """What did not reach its citizen and should have, the newest first; without the recipient."""
        with self._asking():
            rows = self._db.execute(_DEAD, (limit,)).fetchall()
        return [
            DeadLetter(
                message_id=message_id,
                kind=MessageKind(kind),
                state=MessageState(state),
                attempts=attempts,
                reason=reason,
                created_at_ms=created_at_ms,
                since_ms=since_ms,
                can_go_again=bool(is_kept),
            )
            for message_id, kind, state, attempts, reason, created_at_ms, since_ms, is_kept in rows
        ]

    def counts(self, since_ms: int) -> Counter[MessageState]:
        """How many came into their present state from then on; of those still waiting, their last attempt."""
        with self._asking():
            rows = self._db.execute(_COUNTS, (since_ms,)).fetchall()
        return Counter({MessageState(state): count for state, count in rows})

    def queued(self, now_ms: int) -> list[Queued]:
        """What waits by now, by kind."""
        with self._asking():
            rows = self._db.execute(_WAITING, (now_ms,)).fetchall()
        return [Queued(kind=MessageKind(kind), count=count, oldest_ms=oldest) for kind, count, oldest in rows]

    def sent_since(self, at_ms: int) -> list[Sent]:
        """What was sent from then on, oldest first, as far as its recipient is still kept."""
        with self._asking():
            rows = self._db.execute(_SENT_SINCE, (at_ms,)).fetchall()
        return [
            Sent(
                claimed=_claimed(tuple(of_message)),
                receipt=receipt or "",
                sent_at_ms=settled_at_ms,
                is_reported=state != MessageState.SENT,
            )
            for *of_message, receipt, settled_at_ms, state in rows
        ]

    def _due(self, now_ms: int, limit: int, kinds: Collection[MessageKind]) -> list[int]:
        urgent = [kind for kind in URGENT if kind in kinds]
        due: list[int] = []
        for kind in urgent:
            due += self._due_of(kind, now_ms, limit - len(due))
        left = limit - len(due)
        if left <= 0:
            return due
        others = (self._due_of(kind, now_ms, left) for kind in kinds if kind not in urgent)
        turns = sorted((turn, message_id) for of_kind in others for turn, message_id in enumerate(of_kind))
        return due + [message_id for _, message_id in turns[:left]]

    def _due_of(self, kind: MessageKind, now_ms: int, limit: int) -> list[int]:
        return [row[0] for row in self._db.execute(_DUE, (kind, now_ms, max(0, limit)))]

    @contextmanager
    def _changing(self) -> Iterator[None]:
        """One transaction, which is never left open: the journal's own begin on the same connection."""
        with self._asking():
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._db.execute("COMMIT")
            except BaseException:
                if self._db.in_transaction:
                    self._db.execute("ROLLBACK")
                raise

    @contextmanager
    def _asking(self) -> Iterator[None]:
        try:
            yield
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
                each.created_at_ms if each.not_before_ms is None else each.not_before_ms,
                each.expires_at_ms,
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


_Row = tuple[int, int, int, int, str, str, str, str, bytes, str, int, int | None]


def _claimed(row: _Row) -> Claimed:
    (message_id, attempts, excused, again, dedupe_key, kind, purpose, day, sealed, params, created_at_ms,
     expires_at_ms) = row  # fmt: skip
    return Claimed(
        message_id=message_id,
        attempts=attempts,
        excused=excused,
        again=again,
        message=Message(
            dedupe_key=dedupe_key,
            kind=MessageKind(kind),
            recipient=Recipient(purpose=Purpose(purpose), day=day, sealed=sealed),
            params=msgspec.json.decode(params, type=dict[str, str]),
            created_at_ms=created_at_ms,
            expires_at_ms=expires_at_ms,
        ),
    )
