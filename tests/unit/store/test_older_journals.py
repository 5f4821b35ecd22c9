"""Journals as older releases left them (`journals/*.sql`: sqlite3's .dump) open, verify and go on."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from queue_core.domain.entry import Entry
from queue_core.domain.events import DayOpened, Event, RulesChanged, TicketCalled, TicketIssued, WindowClosed
from queue_core.domain.rules import Unit
from queue_core.domain.words import TicketClass
from queue_core.store.codec import encode, read
from queue_core.store.errors import NewerJournal
from queue_core.store.journal import SqliteJournal
from queue_core.store.parties import Subject
from queue_core.store.reading import rows, schema_version, verify
from queue_core.store.schema import MIGRATIONS

RELEASES = sorted((Path(__file__).parent / "journals").glob("*.sql"))


def left_by(release: Path, folder: Path) -> Path:
    path = folder / "journal.db"
    with closing(sqlite3.connect(path)) as database:
        database.executescript(release.read_text())
    return path


@pytest.fixture
def first(tmp_path) -> Path:
    return left_by(Path(__file__).parent / "journals" / "0.1.0.sql", tmp_path)


def replayed(journal: SqliteJournal) -> dict[int, Event]:
    """By sequence."""
    return {
        sequence: event
        for stretch in journal.replay()
        for sequence, event in enumerate(stretch.events, stretch.first)
    }


@pytest.mark.parametrize("release", RELEASES, ids=lambda path: path.stem)
def test_a_journal_of_every_release_goes_on_and_its_bytes_stay(release, tmp_path) -> None:
    path = left_by(release, tmp_path)
    before, stored = verify(path), list(rows(path))
    with closing(SqliteJournal(path)) as journal:
        assert schema_version(path) == len(MIGRATIONS)
        assert list(replayed(journal)) == [row.header.sequence for row in stored]
        assert list(journal.parties(Subject.CASE)) == journal.outbox.claim(1, limit=1, lease_ms=1) == []
        event = WindowClosed(at_ms=2**41, window=1)
        sequence = before.events + 1
        entry = Entry(sequence=sequence, key="k", fingerprint=bytes(32), actor="hall:clock", event=event)
        journal.append([entry], [])
    assert list(rows(path))[:-1] == stored
    assert verify(path).events == sequence


def test_a_number_of_the_first_release_is_one_errand_from_its_issue_on(first) -> None:
    with closing(SqliteJournal(first)) as journal:
        events = replayed(journal).values()
    issued = [event for event in events if isinstance(event, TicketIssued)]
    assert [(event.number, event.visitor, len(event.errands)) for event in issued] == [
        ("001", 1, 1),
        ("002", 2, 1),
    ]
    errand = issued[0].errands[0]
    assert (errand.unit, errand.matter) == (Unit("registration", TicketClass.ACCEPT), None)
    assert errand.seniority_ms == issued[0].at_ms == 1_795_138_200_000
    assert issued[0].holder is not None
    assert [event.in_hand for event in events if isinstance(event, TicketCalled)] == [(0,)]


@pytest.mark.parametrize("kind", [DayOpened, RulesChanged])
def test_the_calls_before_a_no_show_of_the_first_release_still_hold(first, kind) -> None:
    body = next(rows(first)).body.replace(b'"calls_before_no_show":3', b'"calls_before_no_show":5')
    name = "day-opened" if kind is DayOpened else "rules-changed"
    event = read(name, 1, body.replace(b'"kind":"day-opened"', f'"kind":"{name}"'.encode()))
    assert isinstance(event, kind)
    assert event.rules.policy.calls_before_no_show == 5
    assert read(name, kind.VERSION, encode(event)) == event


def test_the_people_of_the_first_release_are_still_known(first) -> None:
    with closing(SqliteJournal(first)) as journal:
        assert [each.ticket_id for each in journal.attendances("2026-11-20")] == [1, 2]


def test_a_migration_that_fails_leaves_the_file_as_it_was(first, monkeypatch) -> None:
    def half_way(db) -> None:
        db.execute("CREATE TABLE half (way)")
        raise RuntimeError("power")

    monkeypatch.setattr("queue_core.store.schema.MIGRATIONS", (*MIGRATIONS[:1], half_way))
    with pytest.raises(RuntimeError):
        SqliteJournal(first)
    monkeypatch.undo()
    with closing(sqlite3.connect(first)) as database:
        assert database.execute("SELECT name FROM sqlite_master WHERE name = 'half'").fetchall() == []
    assert schema_version(first) == 1
    assert verify(first).events == 5
    SqliteJournal(first).close()


def test_a_file_of_a_newer_schema_is_left_alone(first) -> None:
    with closing(sqlite3.connect(first)) as database:
        database.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    with pytest.raises(NewerJournal):
        SqliteJournal(first)
