"""Messages to citizens, kept in the journal's file in the transaction of the events they tell of.

So a message exists exactly when it is true. A sender claims what is due, sends it, and says
how it went; one that dies in between leaves its messages to the next claim after the lease, so a message may
go out twice but is never lost. A carrier that can drops the second one by `dedupe_key`; so a message that one
of them may have is claimed by that one alone from then on. The carriers themselves are names here. Instants
are integer milliseconds since 1970, UTC.
"""

import sqlite3
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import msgspec

from queue_core.store.errors import JournalUnusable
from queue_core.store.message import (
    CARRIER_GONE,
    ERASED,
    URGENT,
    Claimed,
    DeadCount,
    DeadLetter,
    Message,
    MessageKind,
    MessageState,
    Queued,
    Recipient,
    Sent,
)
from queue_core.store.retention import Purpose
from queue_core.store.settlements import Settlement, failed, given_up, sent

REPEATED_WITHIN_MS = 2 * 24 * 60 * 60_000
"""As long as the journal's commands: their keys are known for the business day and the one before."""

_INSERT = (
    "INSERT INTO outbox (dedupe_key, kind, purpose, day, recipient, params, created_at_ms, state, attempts,"
    " next_attempt_at_ms, expires_at_ms) VALUES (?, ?, ?, ?, ?, ?, ?, 'pending', 0, ?, ?)"
    " ON CONFLICT (dedupe_key) DO NOTHING"
)
_DUE = (
    "SELECT message_id, carrier FROM outbox WHERE kind = ? AND state IN ('pending', 'failed')"
    " AND next_attempt_at_ms <= ? AND (carrier = ? OR (carrier IS NULL AND ?))"
    " ORDER BY next_attempt_at_ms, message_id LIMIT ?"
)
_OF_MESSAGE = (
    "message_id, attempts, excused, again, dedupe_key, kind, purpose, day, recipient, params, created_at_ms,"
    " expires_at_ms"
)
_CLAIM = (
    "UPDATE outbox SET attempts = attempts + 1, next_attempt_at_ms = ?, carrier = coalesce(carrier, ?)"  # noqa: S608 our columns
    f" WHERE message_id = ? RETURNING {_OF_MESSAGE}"
)
_SETTLE = (
    "UPDATE outbox SET state = ?, receipt = coalesce(?, receipt), reason = ?, settled_at_ms = ?,"
    " next_attempt_at_ms = coalesce(?, next_attempt_at_ms), attempts = attempts - ?, excused = excused + ?,"
    " carrier = iif(?, NULL, carrier) WHERE message_id = ? AND state IN ('pending', 'failed')"
)
_DELIVERED = (
    "UPDATE outbox SET state = 'delivered', reason = NULL, settled_at_ms = ?"
    " WHERE receipt = ? AND state <> 'delivered'"
)
_UNDELIVERED = (
    "UPDATE outbox SET state = 'undelivered', reason = ?, settled_at_ms = ?"
    " WHERE receipt = ? AND state = 'sent'"
)
_HEARD = (
    "UPDATE outbox SET heard = coalesce(heard || ' ', '') || ? WHERE receipt = ?"
    " AND instr(' ' || coalesce(heard, '') || ' ', ' ' || ? || ' ') = 0"
)
_KNOWN_RECEIPT = "SELECT 1 FROM outbox WHERE receipt = ?"
_GOES_AGAIN = (
    "UPDATE outbox SET state = 'failed', excused = attempts, next_attempt_at_ms = ?,"
    " expires_at_ms = max(coalesce(expires_at_ms, 0), ?), again = again + (state = 'undelivered'),"
    " carrier = iif(state = 'undelivered', NULL, carrier)"
    " WHERE state IN ('dead', 'undelivered') AND reason <> 'not-needed' AND recipient IS NOT NULL"
)
_AGAIN = f"{_GOES_AGAIN} AND message_id = ?"
_ALL_AGAIN = f"{_GOES_AGAIN} AND reason = ?"
_SENT_AGAIN = "SELECT count FROM sent_again WHERE key = ? AND which = ?"
_KEEP_SENT_AGAIN = "INSERT INTO sent_again (key, which, count, at_ms) VALUES (?, ?, ?, ?)"
_FORGET_SENT_AGAIN = "DELETE FROM sent_again WHERE at_ms < ?"
_DISOWN = (
    "UPDATE outbox SET carrier = NULL, reason = iif(state = 'dead', reason, ?),"
    " settled_at_ms = iif(state = 'dead', settled_at_ms, ?), state = 'dead'"
    " WHERE state IN ('pending', 'failed', 'dead') AND carrier NOT IN (SELECT value FROM json_each(?))"
)
_DEAD = (
    "SELECT message_id, kind, state, attempts, coalesce(reason, ''), created_at_ms, settled_at_ms,"
    " recipient IS NOT NULL FROM outbox WHERE state IN ('dead', 'undelivered') AND reason <> 'not-needed'"
    " ORDER BY settled_at_ms DESC, message_id DESC LIMIT ?"
)
_DEAD_BY_REASON = (
    "SELECT reason, count(*), count(recipient), max(state = 'undelivered') FROM outbox"
    " WHERE state IN ('dead', 'undelivered') AND reason <> 'not-needed' GROUP BY reason"
)
_SENT_SINCE = (
    f"SELECT {_OF_MESSAGE}, receipt, settled_at_ms, state, coalesce(heard, '') FROM outbox"  # noqa: S608 our own columns
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
        self,
        now_ms: int,
        *,
        limit: int,
        lease_ms: int,
        kinds: Collection[MessageKind] = tuple(MessageKind),
        carrier: str | None = None,
    ) -> list[Claimed]:
        """Up to `limit` messages that are due, of these kinds or with what this `carrier` may have already.

        It is theirs from now on, until a settlement frees it. Not claimed again before `lease_ms` is over.
        The urgent kinds come first; the others take turns, each with its oldest, so that ten thousand of one
        kind do not hold up another.
        """
        with self._changing():
            return [
                _claimed(row, before)
                for message_id, before in self._due(now_ms, limit, kinds, carrier)
                for row in self._db.execute(_CLAIM, (now_ms + lease_ms, carrier, message_id)).fetchall()
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
                        each.frees,
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

        Gateways say "undelivered", then "delivered", when a phone was off: that the citizen has it counts,
        also when staff had it sent again meanwhile and it has not gone yet.
        """
        with self._changing():
            if is_delivered:
                self._db.execute(_DELIVERED, (at_ms, receipt))
            else:
                reason = reason or MessageState.UNDELIVERED
                self._db.execute(_UNDELIVERED, (reason, at_ms, receipt))
            return self._knows(receipt)

    def heard(self, receipt: str, part: str) -> bool:
        """One part of a message arrived, by the far end's name of it; whether the receipt is known."""
        with self._changing():
            self._db.execute(_HEARD, (part, receipt, part))
            return self._knows(receipt)

    def again(self, message_id: int, *, key: str, now_ms: int, expires_at_ms: int) -> bool:
        """Let a dead letter be sent once more, as staff wish; False if it is none, or its recipient gone.

        Its attempts are excused and not forgotten: one of them may have reached the far end. The same wish
        (`key`, its idempotency key) once more is answered as before.
        """
        wish = key, f"message {message_id}"
        return bool(self._again(wish, _AGAIN, (now_ms, expires_at_ms, message_id)))

    def all_again(self, reason: str, *, key: str, now_ms: int, expires_at_ms: int) -> int:
        """Likewise with all dead letters of a reason; how many will go."""
        return self._again((key, f"reason {reason}"), _ALL_AGAIN, (now_ms, expires_at_ms, reason))

    def disown(self, carriers: Collection[str], *, at_ms: int) -> int:
        """Give up what carriers other than these may have; how many. Staff may send them again by any."""
        with self._changing():
            known = msgspec.json.encode(sorted(carriers)).decode()
            return self._db.execute(_DISOWN, (CARRIER_GONE, at_ms, known)).rowcount

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

    def dead_by_reason(self) -> list[DeadCount]:
        """Of all dead letters."""
        with self._asking():
            rows = self._db.execute(_DEAD_BY_REASON).fetchall()
        return [
            DeadCount(reason=reason, count=count, can_go_again=kept, was_sent=bool(was_sent))
            for reason, count, kept, was_sent in rows
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
                is_delivered=state == MessageState.DELIVERED,
                heard=frozenset(heard.split()),
            )
            for *of_message, receipt, settled_at_ms, state, heard in rows
        ]

    def _again(self, wish: tuple[str, str], statement: str, values: tuple[int, int, int | str]) -> int:
        """What came to nothing is not remembered: as every refusal, it is decided anew."""
        now_ms = values[0]
        with self._changing():
            known = self._db.execute(_SENT_AGAIN, wish).fetchone()
            if known is not None:
                return int(known[0])
            count = self._db.execute(statement, values).rowcount
            if count:
                self._db.execute(_FORGET_SENT_AGAIN, (now_ms - REPEATED_WITHIN_MS,))
                self._db.execute(_KEEP_SENT_AGAIN, (*wish, count, now_ms))
        self._has_news = self._has_news or count > 0
        return count

    def _knows(self, receipt: str) -> bool:
        return self._db.execute(_KNOWN_RECEIPT, (receipt,)).fetchone() is not None

    def _due(
        self, now_ms: int, limit: int, kinds: Collection[MessageKind], carrier: str | None
    ) -> list[tuple[int, str | None]]:
        due: list[tuple[int, str | None]] = []
        for kind in URGENT:
            due += self._due_of(kind, now_ms, limit - len(due), carrier, is_open=kind in kinds)
        left = limit - len(due)
        if left <= 0:
            return due
        others = (
            self._due_of(kind, now_ms, left, carrier, is_open=kind in kinds)
            for kind in MessageKind
            if kind not in URGENT
        )
        turns = sorted(
            (turn, message_id, before)
            for of_kind in others
            for turn, (message_id, before) in enumerate(of_kind)
        )
        return due + [(message_id, before) for _, message_id, before in turns[:left]]

    def _due_of(
        self, kind: MessageKind, now_ms: int, limit: int, carrier: str | None, *, is_open: bool
    ) -> list[tuple[int, str | None]]:
        return self._db.execute(_DUE, (kind, now_ms, carrier, is_open, max(0, limit))).fetchall()

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


def _claimed(row: _Row, carrier: str | None = None) -> Claimed:
    (message_id, attempts, excused, again, dedupe_key, kind, purpose, day, sealed, params, created_at_ms,
     expires_at_ms) = row  # fmt: skip
    return Claimed(
        message_id=message_id,
        attempts=attempts,
        excused=excused,
        again=again,
        carrier=carrier,
        message=Message(
            dedupe_key=dedupe_key,
            kind=MessageKind(kind),
            recipient=Recipient(purpose=Purpose(purpose), day=day, sealed=sealed),
            params=msgspec.json.decode(params, type=dict[str, str]),
            created_at_ms=created_at_ms,
            expires_at_ms=expires_at_ms,
        ),
    )
