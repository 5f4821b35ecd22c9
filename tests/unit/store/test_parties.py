from contextlib import closing

from queue_core.domain.entry import Attendance, Entry
from queue_core.domain.events import WindowClosed
from queue_core.store.journal import SqliteJournal
from queue_core.store.parties import Party, Subject
from queue_core.store.retention import Purpose, Retention


def entry(sequence: int) -> Entry:
    event = WindowClosed(at_ms=sequence, window=1)
    return Entry(sequence=sequence, key="k", fingerprint=bytes(32), actor="hall:clock", event=event)


def party(subject=Subject.CASE, subject_id=1, purpose=Purpose.PICKUP, day="2026-11-20", person=b"p") -> Party:
    return Party(subject=subject, subject_id=subject_id, purpose=purpose, day=day, person=person)


def test_whose_cases_and_appointments_there_are_is_known_again_after_a_restart(tmp_path) -> None:
    case, appointment = party(), party(Subject.APPOINTMENT, purpose=Purpose.APPOINTMENT)
    with closing(SqliteJournal(tmp_path / "journal.db")) as journal:
        journal.append([entry(1)], [], known=[case, appointment])
    with closing(SqliteJournal(tmp_path / "journal.db")) as again:
        assert again.parties(Subject.CASE) == [case]
        assert again.parties(Subject.APPOINTMENT) == [appointment]


def test_an_appointment_that_moves_to_another_day_is_found_there_only(journal) -> None:
    booked = party(Subject.APPOINTMENT, purpose=Purpose.APPOINTMENT)
    moved = party(Subject.APPOINTMENT, purpose=Purpose.APPOINTMENT, day="2026-11-27", person=b"q")
    barred = party(Subject.APPOINTMENT, purpose=Purpose.FOLLOW_UP)
    journal.append([entry(1)], [], known=[booked, barred])
    journal.append([entry(2)], [], known=[moved])
    assert journal.parties(Subject.APPOINTMENT) == [moved, barred]


def test_each_party_is_forgotten_with_the_key_of_its_purpose(journal) -> None:
    kept = [
        party(subject_id=1, day="2026-09-21"),
        party(Subject.APPOINTMENT, 1, Purpose.APPOINTMENT, "2026-11-19"),
        party(Subject.APPOINTMENT, 2, Purpose.APPOINTMENT, "2026-12-24"),
        party(Subject.APPOINTMENT, 3, Purpose.FOLLOW_UP, "2026-10-01"),
    ]
    gone = [
        party(subject_id=2, day="2026-09-20"),
        party(Subject.APPOINTMENT, 4, Purpose.APPOINTMENT, "2026-11-18"),
        party(Subject.APPOINTMENT, 5, Purpose.FOLLOW_UP, "2026-09-20"),
    ]
    yesterday, before = (
        Attendance(ticket_id=at, day=f"2026-11-{day}", person=b"t") for at, day in enumerate((19, 18), 1)
    )
    journal.append([entry(1)], [yesterday, before], known=[*gone, *kept])
    journal.forget(Retention().kept_from("2026-11-20", "2026-11-19"))
    assert [*journal.parties(Subject.CASE), *journal.parties(Subject.APPOINTMENT)] == kept
    assert journal.attendances("2026-11-19") == [yesterday]
    assert journal.attendances("2026-11-18") == []
