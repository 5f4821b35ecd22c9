"""The tables of a journal file and how older files become this one.

`events` is the truth and is never touched by a migration: its bytes are chained. `people`,
`appointment_people` and `case_people` stand outside the chain, so that they can be emptied; `outbox` holds
the messages to send, `sent_again` what staff had sent once more. A change of form is one more function at the
end of `MIGRATIONS`; those before it stay as they were when their files were made.
"""

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from queue_core.store.case_deeds import CASE, OF_CASE
from queue_core.store.errors import NewerJournal
from queue_core.store.past_visits import ISSUED, OF_VISIT, REFERENCE, STAFFED, TICKET

if TYPE_CHECKING:
    from sqlite_utils import Database


def _first(db: "Database") -> None:
    db.table("events").create(
        {
            "sequence": int,
            "at_ms": int,
            "key": str,
            "fingerprint": bytes,
            "actor": str,
            "kind": str,
            "version": int,
            "body": bytes,
            "previous": bytes,
            "hash": bytes,
        },
        pk="sequence",
        not_null={"at_ms", "key", "fingerprint", "actor", "kind", "version", "body", "previous", "hash"},
    )
    db.execute("CREATE INDEX events_day ON events (sequence) WHERE kind = 'day-opened'")
    db.table("tickets").create(
        {
            "ticket_id": int,
            "day": str,
            "number": str,
            "reference": str,
            "category": str,
            "ticket_class": str,
            "matter": str,
            "language": str,
            "state": str,
            "delivery": str,
            "window": int,
            "calls": int,
            "issued_at_ms": int,
            "called_at_ms": int,
            "started_at_ms": int,
            "ended_at_ms": int,
            "rating_level": int,
            "rating_channel": str,
            "rated_at_ms": int,
        },
        pk="ticket_id",
        not_null={"day", "number", "reference", "state", "delivery"},
    )
    db.table("people").create({"ticket_id": int, "day": str, "person": bytes}, pk="ticket_id")
    db.table("people").create_index(["day"])


def _second(db: "Database") -> None:
    for table in ("appointment_people", "case_people"):
        db.table(table).create(
            {"subject_id": int, "purpose": str, "day": str, "person": bytes},
            pk=("subject_id", "purpose"),
            not_null={"day", "person"},
        )
    db.table("outbox").create(
        {
            "message_id": int,
            "dedupe_key": str,
            "kind": str,
            "purpose": str,
            "day": str,
            "recipient": bytes,
            "params": str,
            "created_at_ms": int,
            "state": str,
            "attempts": int,
            "next_attempt_at_ms": int,
            "receipt": str,
        },
        pk="message_id",
        not_null={"dedupe_key", "kind", "purpose", "day", "params", "created_at_ms", "state", "attempts"},
    )
    db.table("outbox").create_index(["dedupe_key"], unique=True)
    db.execute(
        "CREATE INDEX outbox_due ON outbox (next_attempt_at_ms, message_id)"
        " WHERE state IN ('pending', 'failed')"
    )


def _third(db: "Database") -> None:
    """Tickets follow from the events, which is where all reports find them."""
    db.table("tickets").drop()


def _fourth(db: "Database") -> None:
    """A visit of a past day is found by its number's reference, without reading all days since."""
    for name, column, which in (
        ("events_reference", REFERENCE, ISSUED),
        ("events_of_visit", TICKET, OF_VISIT),
        ("events_staffed", "sequence", STAFFED),
    ):
        db.execute(f"CREATE INDEX {name} ON events ({column}) WHERE {which}")


def _fifth(db: "Database") -> None:
    """Messages are claimed by their kind, expire, and are reported on by their receipt.

    Why one failed stood in the place of the receipt.
    """
    for column in (
        "expires_at_ms INTEGER",
        "reason TEXT",
        "settled_at_ms INTEGER",
        "excused INTEGER NOT NULL DEFAULT 0",
        "again INTEGER NOT NULL DEFAULT 0",
    ):
        db.execute(f"ALTER TABLE outbox ADD COLUMN {column}")
    db.execute("UPDATE outbox SET reason = receipt, receipt = NULL WHERE state IN ('failed', 'dead')")
    db.execute("DROP INDEX outbox_due")
    db.execute(
        "CREATE INDEX outbox_due ON outbox (kind, next_attempt_at_ms, message_id)"
        " WHERE state IN ('pending', 'failed')"
    )
    db.execute(
        "CREATE INDEX outbox_receipt ON outbox (receipt) WHERE state IN ('sent', 'delivered', 'undelivered')"
    )
    db.execute(
        "CREATE INDEX outbox_dead ON outbox (settled_at_ms DESC, message_id DESC)"
        " WHERE state IN ('dead', 'undelivered') AND reason <> 'not-needed'"
    )
    db.table("outbox").create_index(["settled_at_ms", "state"], index_name="outbox_settled")


def _sixth(db: "Database") -> None:
    """What was done with a case is found without reading all days since."""
    db.execute(
        "CREATE INDEX events_of_case ON events (CASE WHEN json_valid(CAST(body AS TEXT)) THEN"
        " coalesce(json_extract(CAST(body AS TEXT), '$.case_id'),"
        " json_extract(CAST(body AS TEXT), '$.case.case_id')) END)"
        " WHERE kind IN ('case-accepted', 'case-handed-over', 'receipt-printed')"
    )


def _seventh(db: "Database") -> None:
    """A message stays with the carrier that may have it; its parts are reported on one by one.

    A receipt stays findable while its message is sent again.
    """
    for column in ("carrier TEXT", "heard TEXT"):
        db.execute(f"ALTER TABLE outbox ADD COLUMN {column}")
    db.execute("DROP INDEX outbox_receipt")
    db.execute("CREATE INDEX outbox_receipt ON outbox (receipt) WHERE receipt IS NOT NULL")


def _eighth(db: "Database") -> None:
    """Every move of a case is found, not its receipts alone."""
    db.execute("DROP INDEX events_of_case")
    db.execute(f"CREATE INDEX events_of_case ON events ({CASE}) WHERE {OF_CASE}")


def _ninth(db: "Database") -> None:
    """A wish of staff to send dead letters once more may be repeated: how many it sent, by its key."""
    db.execute(
        "CREATE TABLE sent_again (key TEXT NOT NULL, which TEXT NOT NULL, count INTEGER NOT NULL,"
        " at_ms INTEGER NOT NULL, PRIMARY KEY (key, which))"
    )


MIGRATIONS: tuple[Callable[["Database"], None], ...] = (
    _first,
    _second,
    _third,
    _fourth,
    _fifth,
    _sixth,
    _seventh,
    _eighth,
    _ninth,
)


def migrate(connection: sqlite3.Connection, path: Path) -> None:
    """Bring the file to this program's form, each step in one transaction. Raises NewerJournal."""
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version > len(MIGRATIONS):
        raise NewerJournal(path, f"schema {version}, this program knows {len(MIGRATIONS)}")
    if version == len(MIGRATIONS):
        return
    # A server that starts on a file of this form is ready 60 ms sooner without it.
    from sqlite_utils import Database  # noqa: PLC0415

    db = Database(connection)
    for step in range(version, len(MIGRATIONS)):
        with db.atomic():
            MIGRATIONS[step](db)
            db.execute(f"PRAGMA user_version = {step + 1}")
