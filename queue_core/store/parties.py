"""Who an appointment or a case belongs to: keyed hashes in side tables outside the chain.

A hash in the chain would outlive the erasure; here it is deleted when the key it was made with is destroyed.
"""

import sqlite3
from collections.abc import Iterable, Mapping
from enum import StrEnum

from msgspec import Struct

from queue_core.store.retention import Purpose


class Subject(StrEnum):
    APPOINTMENT = "appointment"
    CASE = "case"


class Party(Struct, frozen=True, kw_only=True, gc=False):
    """`person` is the vault's hash of a person under `purpose` and `day`.

    A subject has one party a purpose: a later one takes its place, as when an appointment moves to another
    day.
    """

    subject: Subject
    subject_id: int
    purpose: Purpose
    day: str
    person: bytes


_TABLES = {Subject.APPOINTMENT: "appointment_people", Subject.CASE: "case_people"}
_PUT = {
    each: f"INSERT OR REPLACE INTO {table} VALUES (?, ?, ?, ?)"  # noqa: S608 - the tables named above
    for each, table in _TABLES.items()
}
_READ = {
    each: f"SELECT subject_id, purpose, day, person FROM {table} ORDER BY subject_id, purpose"  # noqa: S608 - likewise
    for each, table in _TABLES.items()
}
_ERASE = {
    each: f"DELETE FROM {table} WHERE purpose = ? AND day < ?"  # noqa: S608 - likewise
    for each, table in _TABLES.items()
}


def put(connection: sqlite3.Connection, parties: Iterable[Party]) -> None:
    """Within the transaction of the caller. Raises sqlite3.Error."""
    for each in parties:
        row = (each.subject_id, each.purpose, each.day, each.person)
        connection.execute(_PUT[each.subject], row)


def read(connection: sqlite3.Connection, subject: Subject) -> list[Party]:
    """All that are left. Raises sqlite3.Error."""
    return [
        Party(subject=subject, subject_id=subject_id, purpose=Purpose(purpose), day=day, person=person)
        for subject_id, purpose, day, person in connection.execute(_READ[subject])
    ]


def erase(connection: sqlite3.Connection, kept_from: Mapping[Purpose, str]) -> int:
    """Delete those of days before the ones kept; returns how many.

    Within the transaction of the caller. Raises sqlite3.Error.
    """
    return sum(
        connection.execute(statement, (purpose, day)).rowcount
        for statement in _ERASE.values()
        for purpose, day in kept_from.items()
    )
