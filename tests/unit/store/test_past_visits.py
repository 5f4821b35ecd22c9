"""Visits of past days are found by their links, without reading the journal, with window and clerk."""

import sqlite3
from contextlib import closing

import pytest

from queue_core.domain.entry import Entry
from queue_core.domain.events import (
    DayOpened,
    ErrandAdded,
    ServiceFinished,
    ServiceRated,
    StageFinished,
    TicketConverted,
    TicketIssued,
    WindowOpened,
    WindowTakenOver,
)
from queue_core.domain.rules import HallRules, Unit
from queue_core.domain.ticket import Errand
from queue_core.domain.words import RatingChannel, TicketClass
from queue_core.store import past_visits
from queue_core.store.journal import SqliteJournal

ACCEPT, CONSULT = (Unit("registration", each) for each in (TicketClass.ACCEPT, TicketClass.CONSULT))
MIDNIGHT = 1_795_276_800_000


@pytest.fixture
def journal(tmp_path):
    with closing(SqliteJournal(tmp_path / "journal.db")) as journal:
        yield journal


def write(journal, *events):
    """After what is there; instants are their places."""
    first = journal._sequence + 1
    journal.append(
        [
            Entry(sequence=at, key=f"k{at}", fingerprint=bytes(32), actor="test:1", event=event)
            for at, event in enumerate(events, first)
        ],
        [],
    )


def opened(day):
    return DayOpened(
        at_ms=1,
        day=f"2026-11-{day}",
        rules=HallRules(categories=(), windows=()),
        next_ticket_id=1,
        next_call_id=1,
        midnight_ms=MIDNIGHT,
    )


def issued(ticket_id, reference="ref"):
    return TicketIssued(
        at_ms=2,
        ticket_id=ticket_id,
        number="007",
        reference=reference,
        errands=(Errand(unit=ACCEPT, matter="first", seniority_ms=0),),
        language="en",
        holder=None,
        visitor=ticket_id,
    )


def served(ticket_id=1, window=1, done=(0,), at_ms=9, kind=ServiceFinished):
    return kind(at_ms=at_ms, ticket_id=ticket_id, window=window, done=done)


def test_a_visit_is_found_when_its_day_is_over_and_not_before(journal) -> None:
    write(journal, opened(20), WindowOpened(at_ms=1, window=1, clerk="1001"), issued(1), served())
    assert journal.past_visit("ref") is None
    write(journal, opened(21))
    found = journal.past_visit("ref")
    assert (found.ticket_id, found.day, found.midnight_ms) == (1, "2026-11-20", MIDNIGHT)
    assert (found.number, found.language, found.unit, found.matter) == ("007", "en", ACCEPT, "first")
    assert (found.window, found.clerk, found.ended_at_ms, found.is_rated) == (1, "1001", 9, False)
    assert journal.past_visit("another") is None


def test_what_was_not_served_is_no_visit(journal) -> None:
    write(journal, opened(20), issued(1), opened(21))
    assert journal.past_visit("ref") is None


def test_the_last_window_and_whoever_sat_there_then_count(journal) -> None:
    write(
        journal,
        opened(19),
        WindowOpened(at_ms=1, window=2, clerk="of the day before"),
        opened(20),
        WindowOpened(at_ms=1, window=1, clerk="1001"),
        WindowOpened(at_ms=1, window=2, clerk="1002"),
        issued(1),
        ErrandAdded(at_ms=3, ticket_id=1, errand=Errand(unit=ACCEPT, seniority_ms=0)),
        served(kind=StageFinished),
        TicketConverted(at_ms=4, ticket_id=1, errand=1, unit=CONSULT, matter="second"),
        WindowTakenOver(at_ms=5, window=2, clerk="1003"),
        served(window=2, done=(1,), at_ms=12),
        WindowTakenOver(at_ms=13, window=2, clerk="1004"),
        issued(2, "other"),
        served(2, at_ms=20),
        opened(21),
    )
    found = journal.past_visit("ref")
    assert (found.window, found.clerk, found.ended_at_ms) == (2, "1003", 12)
    assert (found.unit, found.matter) == (CONSULT, "second")


@pytest.mark.parametrize("is_late", [False, True])
def test_a_rating_of_its_day_or_a_late_one_is_known(journal, is_late) -> None:
    rated = ServiceRated(at_ms=10, ticket_id=1, window=1, level=2, channel=RatingChannel.PHONE)
    write(
        journal, opened(20), issued(1), served(), *((opened(21), rated) if is_late else (rated, opened(21)))
    )
    assert journal.past_visit("ref").level == 2


@pytest.mark.parametrize(
    ("statement", "index"),
    [
        (past_visits._BY_REFERENCE, "events_reference"),
        (past_visits._HAPPENED, "events_of_visit"),
        (past_visits._SEATED, "events_staffed"),
    ],
)
def test_no_look_reads_the_whole_journal(journal, tmp_path, statement, index) -> None:
    write(journal, opened(20))
    with closing(sqlite3.connect(tmp_path / "journal.db")) as database:
        values = [1] * statement.count("?")
        plan = " ".join(row[3] for row in database.execute(f"EXPLAIN QUERY PLAN {statement}", values))
    assert f"USING INDEX {index}" in plan, plan
