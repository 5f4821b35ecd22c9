"""What was done with a case is found by its events, without reading the journal, with clerk and window."""

import sqlite3
from contextlib import closing

import pytest
from msgspec.structs import replace

from queue_core.domain.entry import Entry
from queue_core.domain.events import (
    CaseAccepted,
    CaseHandedOver,
    DayOpened,
    ReceiptPrinted,
    TicketIssued,
    WindowOpened,
    WindowTakenOver,
)
from queue_core.domain.records import Case
from queue_core.domain.rules import HallRules, Unit
from queue_core.domain.ticket import Errand
from queue_core.domain.words import CaseState, ReceiptKind, TicketClass
from queue_core.store import case_deeds
from queue_core.store.case_deeds import Deed
from queue_core.store.journal import SqliteJournal

CLERK, GATEWAY = "clerk:1001", "gateway:city"


@pytest.fixture
def journal(tmp_path):
    with closing(SqliteJournal(tmp_path / "journal.db")) as journal:
        yield journal


def write(journal, *happened) -> None:
    """Actor and event each, after what is there; instants are their places."""
    first = journal._sequence + 1
    journal.append(
        [
            Entry(sequence=at, key=f"k{at}", fingerprint=bytes(32), actor=actor, event=event)
            for at, (actor, event) in enumerate(happened, first)
        ],
        [],
    )


def opened(day: int) -> DayOpened:
    return DayOpened(
        at_ms=day,
        day=f"2026-11-{day}",
        rules=HallRules(categories=(), windows=()),
        next_ticket_id=1,
        next_call_id=1,
        midnight_ms=0,
    )


def accepted(case_id: int, at_ms: int) -> CaseAccepted:
    case = Case(
        case_id=case_id,
        code=f"C-{case_id}",
        unit=Unit("trade", TicketClass.PICKUP),
        matter=None,
        state=CaseState.ACCEPTED,
        accepted_at_ms=at_ms,
    )
    return CaseAccepted(at_ms=at_ms, case=case)


def issued(ticket_id: int, number: str) -> TicketIssued:
    unit = Unit("trade", TicketClass.PICKUP)
    return TicketIssued(
        at_ms=22,
        ticket_id=ticket_id,
        number=number,
        reference=f"reference-{ticket_id}",
        errands=(Errand(unit=unit, matter=None, seniority_ms=22),),
        visitor=ticket_id,
        holder=None,
        language="zh-CN",
    )


def printed(case_id: int, kind: ReceiptKind) -> ReceiptPrinted:
    return ReceiptPrinted(at_ms=50, case_id=case_id, receipt=kind)


def test_who_accepted_and_handed_over_where_and_how_often_it_was_printed(journal) -> None:
    write(
        journal,
        ("hall", opened(20)),
        (CLERK, WindowOpened(at_ms=21, window=3, clerk="1001")),
        (CLERK, accepted(1, 22)),
        (GATEWAY, accepted(2, 23)),
        (CLERK, printed(1, ReceiptKind.ACCEPTANCE)),
        (CLERK, printed(1, ReceiptKind.ACCEPTANCE)),
        (CLERK, printed(2, ReceiptKind.HAND_OVER)),
        ("hall", opened(21)),
        (CLERK, WindowTakenOver(at_ms=31, window=5, clerk="1001")),
        (CLERK, CaseHandedOver(at_ms=32, case_id=1, ticket_id=7)),
    )
    found = journal.case_deeds(1)
    assert found.accepted == Deed(at_ms=22, actor=CLERK, window=3)
    assert found.handed_over == Deed(at_ms=32, actor=CLERK, window=5, ticket_id=7)
    assert found.printed == {ReceiptKind.ACCEPTANCE: 2, ReceiptKind.HAND_OVER: 0}
    other = journal.case_deeds(2)
    assert (other.accepted, other.handed_over) == (Deed(at_ms=23, actor=GATEWAY, window=None), None)
    assert journal.case_deeds(3).accepted is None


def test_the_number_of_a_day_that_is_over_is_found_among_those_of_that_day(journal) -> None:
    with_number = replace(accepted(1, 23), ticket_id=7)
    write(journal, ("hall", opened(20)), (CLERK, issued(7, "023")), (CLERK, with_number))
    assert journal.case_deeds(1).accepted.number is None
    write(journal, ("hall", opened(21)), (CLERK, issued(8, "001")), (CLERK, accepted(2, 33)))
    assert journal.case_deeds(1).accepted.number == "023"
    assert journal.case_deeds(2).accepted.number is None


def test_a_clerk_who_sat_nowhere_that_day_was_at_no_window(journal) -> None:
    write(
        journal,
        ("hall", opened(20)),
        (CLERK, WindowOpened(at_ms=21, window=3, clerk="1001")),
        ("hall", opened(21)),
        (CLERK, accepted(1, 22)),
    )
    assert journal.case_deeds(1).accepted == Deed(at_ms=22, actor=CLERK, window=None)


def test_a_look_reads_the_events_of_the_case_alone(journal, tmp_path) -> None:
    write(journal, ("hall", opened(20)), (CLERK, accepted(1, 22)))
    with closing(sqlite3.connect(tmp_path / "journal.db")) as looking:
        plan = looking.execute(f"EXPLAIN QUERY PLAN {case_deeds._HAPPENED}", (1,)).fetchall()
    assert "USING INDEX events_of_case" in plan[0][-1]
