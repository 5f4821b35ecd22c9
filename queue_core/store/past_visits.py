"""Visits of days that are over, found by the public reference of their number, from the events of their day.

Two partial indexes lead there (see `schema`), so that a look costs no more on a journal of years.
"""

import sqlite3
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from queue_core.domain.events import (
    DayOpened,
    ErrandAdded,
    Event,
    ResultReady,
    ServiceFinished,
    ServiceRated,
    StageFinished,
    TicketConverted,
    TicketIssued,
    WindowOpened,
    WindowTakenOver,
)
from queue_core.domain.rating_visit import FinishedVisit
from queue_core.domain.ticket import Errand
from queue_core.store.codec import read

# A damaged body must not hinder whoever repairs the file: it stands under no name in the index.
_FIELD = "CASE WHEN json_valid(CAST(body AS TEXT)) THEN json_extract(CAST(body AS TEXT), '$.{}') END"
REFERENCE, TICKET = _FIELD.format("reference"), _FIELD.format("ticket_id")
ISSUED = "kind = 'ticket-issued'"
OF_VISIT = (
    "kind IN ('ticket-converted', 'errand-added', 'result-ready', 'stage-finished', 'service-finished',"
    " 'service-rated')"
)
STAFFED = "kind IN ('window-opened', 'window-taken-over')"

_COLUMNS = "SELECT sequence, kind, version, body FROM events WHERE"
_BY_REFERENCE = f"{_COLUMNS} {ISSUED} AND {REFERENCE} = ?"
_DAYS = f"{_COLUMNS} kind = 'day-opened' AND sequence < ? ORDER BY sequence DESC LIMIT 1"
_AFTER = "SELECT 1 FROM events WHERE kind = 'day-opened' AND sequence > ? LIMIT 1"
_HAPPENED = f"{_COLUMNS} {OF_VISIT} AND {TICKET} = ? ORDER BY sequence"
_SEATED = f"{_COLUMNS} {STAFFED} AND sequence > ? AND sequence < ? ORDER BY sequence DESC"


def past_visit(connection: sqlite3.Connection, reference: str) -> FinishedVisit | None:
    """The visit of a day that is over; None when nothing was finished with that number, or its day goes on.

    Raises sqlite3.Error, and msgspec.MsgspecError for a damaged event.
    """
    found = next(_events(connection, _BY_REFERENCE, (reference,)), None)
    if found is None or connection.execute(_AFTER, (found[0],)).fetchone() is None:
        return None
    sequence, issued = found
    assert isinstance(issued, TicketIssued)
    began, opened = next(_events(connection, _DAYS, (sequence,)))
    assert isinstance(opened, DayOpened)
    errands, last, level = list(issued.errands), None, None
    for at, event in _events(connection, _HAPPENED, (issued.ticket_id,)):
        if isinstance(event, ServiceRated):
            level = event.level
        elif isinstance(event, ServiceFinished | StageFinished):
            last = (at, event)
        else:
            _change(errands, event)
    if last is None:
        return None
    finished, end = last
    errand = errands[end.done[-1]]
    return FinishedVisit(
        ticket_id=issued.ticket_id,
        reference=reference,
        number=issued.number,
        language=issued.language,
        unit=errand.unit,
        matter=errand.matter,
        day=opened.day,
        midnight_ms=opened.midnight_ms,
        window=end.window,
        clerk=_clerk_at(connection, end.window, began, finished),
        ended_at_ms=end.at_ms,
        level=level,
    )


def _change(errands: list[Errand], event: Event) -> None:
    match event:
        case TicketConverted():
            errands[event.errand] = replace(errands[event.errand], unit=event.unit, matter=event.matter)
        case ErrandAdded() | ResultReady():
            errands.append(event.errand)
        case _:
            pass


def _clerk_at(connection: sqlite3.Connection, window: int, after: int, before: int) -> str | None:
    """Who sat there last in that stretch of the journal; None at a terminal."""
    for _, event in _events(connection, _SEATED, (after, before)):
        if isinstance(event, WindowOpened | WindowTakenOver) and event.window == window:
            return event.clerk
    return None


def _events(
    connection: sqlite3.Connection, statement: str, values: Sequence[object]
) -> Iterator[tuple[int, Event]]:
    """With their places in the journal."""
    for sequence, kind, version, body in connection.execute(statement, values):
        yield sequence, read(kind, version, body)
