"""What was done with a case and by whom, from its events, for the receipts of it.

A partial index leads there (see `schema`), so that a look costs no more on a journal of years.
"""

import sqlite3
from collections.abc import Iterator, Sequence

from msgspec import Struct

from queue_core.domain.events import (
    CaseAccepted,
    CaseHandedOver,
    Event,
    ReceiptPrinted,
    TicketIssued,
    WindowOpened,
    WindowTakenOver,
)
from queue_core.domain.words import ReceiptKind
from queue_core.store.codec import read
from queue_core.store.past_visits import ISSUED, STAFFED, TICKET

# A damaged body must not hinder whoever repairs the file: it stands under no name in the index.
CASE = (
    "CASE WHEN json_valid(CAST(body AS TEXT)) THEN coalesce(json_extract(CAST(body AS TEXT), '$.case_id'),"
    " json_extract(CAST(body AS TEXT), '$.case.case_id'),"
    " json_extract(CAST(body AS TEXT), '$.unlocking.case_id')) END"
)
OF_CASE = (
    "kind IN ('case-accepted', 'case-ready', 'case-placed', 'case-deposited', 'case-removed', 'case-missing',"
    " 'case-kept-longer', 'case-expired', 'case-handed-over', 'case-returned', 'receipt-printed',"
    " 'unlocking-asked')"
)
_CLERK = "clerk:"

_EVENTS = "SELECT sequence, actor, kind, version, body FROM events"
_COLUMNS = f"{_EVENTS} WHERE"
_HAPPENED = f"{_COLUMNS} {OF_CASE} AND {CASE} = ? ORDER BY sequence"
_DAY = "SELECT max(sequence) FROM events WHERE kind = 'day-opened' AND sequence < ?"
_LATER_DAY = "SELECT 1 FROM events WHERE kind = 'day-opened' AND sequence > ? LIMIT 1"
# By the places of that day alone: the index of all numbers ever given is far longer.
_NUMBER = f"{_EVENTS} NOT INDEXED WHERE {ISSUED} AND sequence > ? AND sequence < ? AND {TICKET} = ?"
_SEATED = f"{_COLUMNS} {STAFFED} AND sequence > ? AND sequence < ? ORDER BY sequence DESC"


class Deed(Struct, frozen=True, kw_only=True):
    """`actor` is who did it, such as `clerk:1001`; `window` is where that clerk sat, None for others.

    `ticket_id` is the number a case was accepted or collected with, `number` what was called on a day that is
    over: that of today the day knows.
    """

    at_ms: int
    actor: str
    window: int | None
    ticket_id: int | None = None
    number: str | None = None


class CaseDeeds(Struct, frozen=True, kw_only=True):
    """`printed` counts the receipts so far."""

    accepted: Deed | None = None
    handed_over: Deed | None = None
    printed: dict[ReceiptKind, int] = {}


def case_deeds(connection: sqlite3.Connection, case_id: int) -> CaseDeeds:
    """Raises sqlite3.Error, and msgspec.MsgspecError for a damaged event."""
    accepted = handed_over = None
    printed = dict.fromkeys(ReceiptKind, 0)
    for sequence, actor, event in happened(connection, case_id):
        match event:
            case CaseAccepted():
                accepted = _deed(connection, sequence, actor, event)
            case CaseHandedOver():
                handed_over = _deed(connection, sequence, actor, event)
            case ReceiptPrinted():
                printed[event.receipt] += 1
            case _:
                pass
    return CaseDeeds(accepted=accepted, handed_over=handed_over, printed=printed)


def _deed(
    connection: sqlite3.Connection, sequence: int, actor: str, event: CaseAccepted | CaseHandedOver
) -> Deed:
    return Deed(
        at_ms=event.at_ms,
        actor=actor,
        window=window_of(connection, actor, sequence),
        ticket_id=event.ticket_id,
        number=None if event.ticket_id is None else _past_number(connection, event.ticket_id, sequence),
    )


def _past_number(connection: sqlite3.Connection, ticket_id: int, before: int) -> str | None:
    """O(events of that day)."""
    if connection.execute(_LATER_DAY, (before,)).fetchone() is None:
        return None
    (began,) = connection.execute(_DAY, (before,)).fetchone()
    for _, _, event in _events(connection, _NUMBER, (began or 0, before, ticket_id)):
        if isinstance(event, TicketIssued):
            return event.number
    return None


def happened(connection: sqlite3.Connection, case_id: int) -> Iterator[tuple[int, str, Event]]:
    """All that was done with a case, with its places in the journal and its actors."""
    return _events(connection, _HAPPENED, (case_id,))


def window_of(connection: sqlite3.Connection, actor: str, before: int) -> int | None:
    """Where a clerk had sat down last on that day; None for others."""
    if not actor.startswith(_CLERK):
        return None
    clerk = actor.removeprefix(_CLERK)
    (began,) = connection.execute(_DAY, (before,)).fetchone()
    for _, _, event in _events(connection, _SEATED, (began or 0, before)):
        if isinstance(event, WindowOpened | WindowTakenOver) and event.clerk == clerk:
            return event.window
    return None


def _events(
    connection: sqlite3.Connection, statement: str, values: Sequence[object]
) -> Iterator[tuple[int, str, Event]]:
    """With their places in the journal and their actors."""
    for sequence, actor, kind, version, body in connection.execute(statement, values):
        yield sequence, actor, read(kind, version, body)
