import sqlite3
from contextlib import closing

import pytest
from msgspec.structs import replace

from queue_core.domain.entry import Entry
from queue_core.domain.events import WindowClosed
from queue_core.store.errors import JournalUnusable
from queue_core.store.outbox import Message, MessageKind, Recipient
from queue_core.store.retention import DATED, Purpose

PHONE = b"13800138000"
DAY = "2026-11-20"
MINUTE = 60_000


def entry(sequence: int) -> Entry:
    event = WindowClosed(at_ms=sequence, window=1)
    return Entry(
        sequence=sequence, key=f"k{sequence}", fingerprint=bytes(32), actor="hall:clock", event=event
    )


@pytest.fixture
def ready(vault_beside) -> Message:
    dedupe_key = "result_ready:case:7"
    sealed = vault_beside.seal(Purpose.PICKUP, DAY, PHONE, dedupe_key)
    return Message(
        dedupe_key=dedupe_key,
        kind=MessageKind.RESULT_READY,
        recipient=Recipient(purpose=Purpose.PICKUP, day=DAY, sealed=sealed),
        params={"case": "7", "place": "二楼 12 号窗口"},
        created_at_ms=1_000,
    )


def rows(path, columns: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as reader:
        return reader.execute(f"SELECT {columns} FROM outbox ORDER BY message_id").fetchall()


def test_a_message_is_there_with_its_events_and_can_be_sent_as_it_was_written(
    journal, ready, vault_beside
) -> None:
    journal.append([entry(1)], [], [ready])
    (claimed,) = journal.outbox.claim(1_000, limit=10, lease_ms=MINUTE)
    assert (claimed.message, claimed.attempts) == (ready, 1)
    recipient = claimed.message.recipient
    clear = vault_beside.unseal(recipient.purpose, recipient.day, recipient.sealed, ready.dedupe_key)
    assert clear == PHONE


def test_a_message_whose_events_could_not_be_written_does_not_exist(journal, ready, tmp_path) -> None:
    journal.append([entry(1)], [])
    broken = replace(ready, kind=None)
    with pytest.raises(JournalUnusable):
        journal.append([entry(2)], [], [ready, broken])
    assert rows(tmp_path / "journal.db", "*") == []


def test_a_message_is_kept_once_however_often_it_is_written(journal, ready) -> None:
    for sequence in (1, 2, 3):
        journal.append([entry(sequence)], [], [replace(ready, created_at_ms=sequence)])
    (claimed,) = journal.outbox.claim(10, limit=10, lease_ms=MINUTE)
    assert claimed.message.created_at_ms == 1


def test_messages_are_claimed_oldest_first_in_batches_and_by_one_sender_at_a_time(journal, ready) -> None:
    messages = [replace(ready, dedupe_key=f"{at}", created_at_ms=1_000 - at) for at in range(5)]
    journal.append([entry(1)], [], messages)
    first = journal.outbox.claim(1_000, limit=3, lease_ms=MINUTE)
    second = journal.outbox.claim(1_000, limit=3, lease_ms=MINUTE)
    assert [each.message.dedupe_key for each in first] == ["4", "3", "2"]
    assert [each.message.dedupe_key for each in second] == ["1", "0"]
    assert journal.outbox.claim(1_000, limit=3, lease_ms=MINUTE) == []


def test_a_message_that_is_not_due_yet_is_left_alone(journal, ready) -> None:
    journal.append([entry(1)], [], [ready])
    assert journal.outbox.claim(999, limit=10, lease_ms=MINUTE) == []


def test_a_sender_that_died_leaves_its_messages_to_the_next(journal, ready) -> None:
    journal.append([entry(1)], [], [ready])
    journal.outbox.claim(1_000, limit=10, lease_ms=MINUTE)
    assert journal.outbox.claim(1_000 + MINUTE - 1, limit=10, lease_ms=MINUTE) == []
    (again,) = journal.outbox.claim(1_000 + MINUTE, limit=10, lease_ms=MINUTE)
    assert again.attempts == 2


def test_a_failed_message_is_tried_again_when_it_is_time_and_a_sent_one_never(
    journal, ready, tmp_path
) -> None:
    journal.append([entry(1)], [], [ready, replace(ready, dedupe_key="other")])
    one, other = journal.outbox.claim(1_000, limit=10, lease_ms=MINUTE)
    journal.outbox.failed(one.message_id, "no-route", again_at_ms=5_000)
    journal.outbox.sent(other.message_id, "receipt-9")
    assert journal.outbox.claim(4_999, limit=10, lease_ms=MINUTE) == []
    (again,) = journal.outbox.claim(10_000_000, limit=10, lease_ms=MINUTE)
    assert again.message_id == one.message_id
    journal.outbox.give_up(again.message_id, "no-such-number")
    assert journal.outbox.claim(99_000_000, limit=10, lease_ms=MINUTE) == []
    told = rows(tmp_path / "journal.db", "state, attempts, receipt")
    assert told == [("dead", 2, "no-such-number"), ("sent", 1, "receipt-9")]


def test_a_late_word_of_failure_does_not_undo_that_a_message_was_sent(journal, ready) -> None:
    journal.append([entry(1)], [], [ready])
    (claimed,) = journal.outbox.claim(1_000, limit=10, lease_ms=MINUTE)
    journal.outbox.sent(claimed.message_id, "receipt")
    journal.outbox.failed(claimed.message_id, "timeout", again_at_ms=0)
    assert journal.outbox.claim(99_000_000, limit=10, lease_ms=MINUTE) == []


def test_the_end_of_a_recipients_retention_ends_what_was_not_sent_and_sends_nothing_twice(
    journal, ready, tmp_path
) -> None:
    journal.append([entry(1)], [], [ready, replace(ready, dedupe_key="sent")])
    sent = journal.outbox.claim(1_000, limit=10, lease_ms=0)[1]
    journal.outbox.sent(sent.message_id, "receipt")
    journal.forget(dict.fromkeys(DATED, "2026-11-21"))
    told = rows(tmp_path / "journal.db", "state, receipt, recipient")
    assert told == [("dead", "erased", None), ("sent", "receipt", None)]
    journal.append([entry(2)], [], [ready])
    assert journal.outbox.claim(99_000_000, limit=10, lease_ms=MINUTE) == []
    assert ready.recipient.sealed not in b"".join(each.read_bytes() for each in tmp_path.iterdir())


@pytest.mark.usefixtures("journal")
def test_due_messages_are_found_by_an_index_however_many_were_sent(tmp_path) -> None:
    with closing(sqlite3.connect(tmp_path / "journal.db")) as reader:
        plan = reader.execute(
            "EXPLAIN QUERY PLAN SELECT message_id FROM outbox WHERE state IN ('pending', 'failed')"
            " AND next_attempt_at_ms <= 5 ORDER BY next_attempt_at_ms, message_id LIMIT 10"
        ).fetchall()
    assert [detail for *_, detail in plan] == ["SEARCH outbox USING INDEX outbox_due (next_attempt_at_ms<?)"]
