import sqlite3
from contextlib import closing

import pytest
from msgspec.structs import replace

from queue_core.domain.entry import Entry
from queue_core.domain.events import WindowClosed
from queue_core.store import outbox, settlements
from queue_core.store.errors import JournalUnusable
from queue_core.store.message import Message, MessageKind, Recipient
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
    told = rows(tmp_path / "journal.db", "state, attempts, receipt, reason")
    assert told == [("dead", 2, None, "no-such-number"), ("sent", 1, "receipt-9", None)]


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
    told = rows(tmp_path / "journal.db", "state, receipt, reason, recipient")
    assert told == [("dead", None, "erased", None), ("sent", "receipt", None, None)]
    journal.append([entry(2)], [], [ready])
    assert journal.outbox.claim(99_000_000, limit=10, lease_ms=MINUTE) == []
    assert ready.recipient.sealed not in b"".join(each.read_bytes() for each in tmp_path.iterdir())


@pytest.mark.usefixtures("journal")
@pytest.mark.parametrize(
    ("asked", "index"),
    [
        (
            (outbox._DUE, ("called", 5, "cloud", True, 10)),
            "SEARCH outbox USING INDEX outbox_due (kind=? AND next_attempt_at_ms<?)",
        ),
        ((outbox._KNOWN_RECEIPT, ("r",)), "SEARCH outbox USING COVERING INDEX outbox_receipt (receipt=?)"),
        ((outbox._DEAD, (10,)), "SCAN outbox USING INDEX outbox_dead"),
        ((outbox._COUNTS, (5,)), "SEARCH outbox USING COVERING INDEX outbox_settled (settled_at_ms>?)"),
        ((outbox._SENT_SINCE, (5,)), "SEARCH outbox USING INDEX outbox_settled (settled_at_ms>?)"),
    ],
    ids=["due", "by receipt", "dead", "counts", "sent"],
)
def test_messages_are_found_by_an_index_however_many_were_sent(asked, index, tmp_path) -> None:
    query, values = asked
    with closing(sqlite3.connect(tmp_path / "journal.db")) as reader:
        plan = reader.execute(f"EXPLAIN QUERY PLAN {query}", values).fetchall()
    assert plan[0][-1] == index


def put(journal, *messages: Message) -> None:
    journal.append([entry(1)], [], messages)


def of(ready: Message, key: str, **changes: object) -> Message:
    return replace(ready, dedupe_key=key, **changes)


def claimed(journal, now_ms: int = 10_000, limit: int = 10, **kinds: object) -> list[str]:
    return [
        each.message.dedupe_key
        for each in journal.outbox.claim(now_ms, limit=limit, lease_ms=MINUTE, **kinds)
    ]


def test_a_call_never_waits_behind_results_and_the_other_kinds_take_turns(journal, ready) -> None:
    results = [of(ready, f"result {at}", created_at_ms=at) for at in range(20)]
    late = [
        of(ready, kind.value, kind=kind, created_at_ms=5_000)
        for kind in (MessageKind.RATING_LINK, MessageKind.FEW_AHEAD, MessageKind.CALLED)
    ]
    put(journal, *results, *late)
    assert claimed(journal, limit=5) == ["called", "few_ahead", "result 0", "rating_link", "result 1"]


def test_only_the_kinds_asked_for_are_claimed(journal, ready) -> None:
    put(journal, ready, of(ready, "link", kind=MessageKind.RATING_LINK))
    assert claimed(journal, kinds=(MessageKind.RATING_LINK, MessageKind.CALLED)) == ["link"]


def test_a_message_for_tomorrow_waits_until_it_is_time(journal, ready) -> None:
    put(journal, of(ready, "tomorrow", not_before_ms=20_000, expires_at_ms=30_000))
    assert claimed(journal, 19_999) == []
    (due,) = journal.outbox.claim(20_000, limit=1, lease_ms=MINUTE)
    assert due.message.expires_at_ms == 30_000


def test_what_no_carrier_has_seen_is_not_counted_and_a_broken_line_is_not_the_messages_fault(
    journal, ready
) -> None:
    put(journal, ready)
    at = {"at_ms": 1_000, "again_at_ms": 1_000}
    for settle in (settlements.put_back, settlements.broken_off, settlements.failed):
        (due,) = journal.outbox.claim(1_000, limit=1, lease_ms=MINUTE)
        journal.outbox.settle([settle(due.message_id, "why", **at)])
    (due,) = journal.outbox.claim(1_000, limit=1, lease_ms=MINUTE)
    assert (due.attempts, due.excused) == (3, 1)


def test_a_delivery_report_counts_once_and_delivered_is_the_last_word(journal, ready, tmp_path) -> None:
    put(journal, ready, of(ready, "other"))
    for each in journal.outbox.claim(1_000, limit=2, lease_ms=MINUTE):
        journal.outbox.sent(each.message_id, f"r{each.message_id}", at_ms=1_000)
    report = journal.outbox.report
    assert not report("r9", is_delivered=True, reason="", at_ms=2_000)
    assert report("r1", is_delivered=False, reason="UNDELIV", at_ms=2_000)
    assert report("r1", is_delivered=True, reason="", at_ms=3_000)
    assert report("r1", is_delivered=False, reason="UNDELIV", at_ms=4_000)
    assert report("r2", is_delivered=False, reason="MK:0001", at_ms=5_000)
    assert report("r2", is_delivered=False, reason="MK:0001", at_ms=6_000)
    told = rows(tmp_path / "journal.db", "state, reason, settled_at_ms")
    assert told == [("delivered", None, 3_000), ("undelivered", "MK:0001", 5_000)]
    assert journal.outbox.counts(4_000) == {"undelivered": 1}
    assert claimed(journal) == []


def test_what_is_reported_delivered_after_all_is_no_dead_letter_and_goes_no_second_time(
    journal, ready
) -> None:
    put(journal, ready)
    (due,) = journal.outbox.claim(1_000, limit=1, lease_ms=MINUTE)
    journal.outbox.sent(due.message_id, "r", at_ms=1_000)
    journal.outbox.report("r", is_delivered=False, reason="UNDELIV", at_ms=2_000)
    assert journal.outbox.again(due.message_id, key="pressed", now_ms=3_000, expires_at_ms=9_000)
    assert journal.outbox.report("r", is_delivered=True, reason="", at_ms=4_000)
    assert claimed(journal) == []
    assert journal.outbox.dead(10) == []


def test_each_part_that_arrived_is_known_once_after_a_restart(journal, ready) -> None:
    put(journal, ready)
    (due,) = journal.outbox.claim(1_000, limit=1, lease_ms=MINUTE)
    journal.outbox.sent(due.message_id, "ab-cd", at_ms=1_000)
    assert [journal.outbox.heard("ab-cd", part) for part in ("ab", "ab", "cd")] == [True] * 3
    assert not journal.outbox.heard("ef-gh", "ef")
    (sent,) = journal.outbox.sent_since(0)
    assert (sent.heard, sent.is_delivered) == ({"ab", "cd"}, False)


def test_what_a_carrier_may_have_stays_with_it_and_what_none_has_is_free(journal, ready) -> None:
    put(journal, ready)
    at = {"at_ms": 1_000, "again_at_ms": 1_000}

    def by(carrier: str) -> list[str | None]:
        found = journal.outbox.claim(1_000, limit=1, lease_ms=0, kinds=(ready.kind,), carrier=carrier)
        return [each.carrier for each in found]

    assert by("operator") == [None]
    assert by("cloud") == []  # the server was killed before the operator's answer was written down
    journal.outbox.settle([settlements.broken_off(1, "refused", frees=True, **at)])
    assert by("cloud") == [None]
    journal.outbox.settle([settlements.broken_off(1, "no-answer", **at)])
    assert by("operator") == []
    assert journal.outbox.claim(1_000, limit=1, lease_ms=0, kinds=(), carrier="cloud")[0].carrier == "cloud"
    assert journal.outbox.disown(["operator", "cloud"], at_ms=2_000) == 0
    assert journal.outbox.disown(["operator"], at_ms=2_000) == 1
    assert [each.reason for each in journal.outbox.dead(10)] == ["carrier-gone"]
    assert journal.outbox.again(1, key="pressed", now_ms=1_000, expires_at_ms=9_000)
    assert by("operator") == [None]


def test_all_dead_letters_of_a_reason_go_again_however_old_they_are(journal, ready) -> None:
    put(journal, *(of(ready, f"result {at}", expires_at_ms=None) for at in range(5)))
    for each in journal.outbox.claim(1_000, limit=5, lease_ms=MINUTE):
        reason = "no-template" if each.message_id == 3 else "expired"
        journal.outbox.give_up(each.message_id, reason, at_ms=2_000)
    told = {each.reason: (each.count, each.can_go_again) for each in journal.outbox.dead_by_reason()}
    assert told == {"expired": (4, 4), "no-template": (1, 1)}
    at = {"now_ms": 5_000, "expires_at_ms": 9_000}
    assert journal.outbox.all_again("expired", key="pressed", **at) == 4
    assert journal.outbox.all_again("expired", key="pressed anew", **at) == 0
    again = journal.outbox.claim(5_000, limit=9, lease_ms=MINUTE)
    assert [(each.message_id, each.message.expires_at_ms) for each in again] == [
        (1, 9_000),
        (2, 9_000),
        (4, 9_000),
        (5, 9_000),
    ]
    assert [each.reason for each in journal.outbox.dead(10)] == ["no-template"]


def test_a_dead_letter_is_told_without_its_recipient_and_goes_again(journal, ready) -> None:
    put(journal, ready, of(ready, "undelivered"))
    dead, undelivered = journal.outbox.claim(1_000, limit=2, lease_ms=MINUTE)
    journal.outbox.give_up(dead.message_id, "number-refused", at_ms=2_000)
    journal.outbox.sent(undelivered.message_id, "r", at_ms=2_000)
    journal.outbox.report("r", is_delivered=False, reason="UNDELIV", at_ms=3_000)
    letters = journal.outbox.dead(10)
    assert [(each.message_id, each.reason, each.since_ms) for each in letters] == [
        (2, "UNDELIV", 3_000),
        (1, "number-refused", 2_000),
    ]
    assert all(each.can_go_again for each in letters)
    journal.outbox.had_news()
    went = [
        journal.outbox.again(each, key=f"press {press}", now_ms=5_000, expires_at_ms=9_000)
        for press, each in enumerate((1, 2, 1, 3))
    ]
    assert went == [True, True, False, False]
    assert journal.outbox.had_news()
    again = journal.outbox.claim(5_000, limit=9, lease_ms=MINUTE)
    told = [(each.message_id, each.attempts, each.excused, each.again) for each in again]
    assert told == [(1, 2, 1, 0), (2, 2, 1, 1)]
    assert journal.outbox.dead(10) == []


def test_a_wish_that_is_said_again_is_answered_as_before_and_sends_nothing_more(journal, ready) -> None:
    put(journal, *(of(ready, f"result {at}", expires_at_ms=None) for at in range(3)))

    def all_die(now_ms: int) -> None:
        for each in journal.outbox.claim(now_ms, limit=3, lease_ms=MINUTE):
            journal.outbox.give_up(each.message_id, "expired", at_ms=now_ms)

    def press(key: str, now_ms: int) -> tuple[int, bool]:
        at = {"now_ms": now_ms, "expires_at_ms": now_ms + MINUTE}
        return journal.outbox.all_again("expired", key=key, **at), journal.outbox.again(1, key=key, **at)

    assert press("early", 1_000) == (0, False)  # nothing is dead yet: that is no answer for later
    all_die(1_000)
    journal.outbox.had_news()
    assert press("early", 2_000) == (3, False)
    assert journal.outbox.had_news()
    assert press("early", 3_000) == (3, False)
    all_die(4_000)
    assert press("early", 5_000) == (3, True)
    assert press("early", 6_000) == (3, True)
    assert [each.message_id for each in journal.outbox.claim(6_000, limit=3, lease_ms=MINUTE)] == [1]
    assert press("other", 7_000) == (2, False)


def test_a_wish_is_remembered_for_two_days(journal, ready, tmp_path) -> None:
    put(journal, ready)
    for key, now_ms in (("a", 1_000), ("b", 2_000), ("c", 2_001 + outbox.REPEATED_WITHIN_MS)):
        (due,) = journal.outbox.claim(now_ms, limit=1, lease_ms=MINUTE)
        journal.outbox.give_up(due.message_id, "expired", at_ms=now_ms)
        assert journal.outbox.again(due.message_id, key=key, now_ms=now_ms, expires_at_ms=now_ms)
    with closing(sqlite3.connect(f"{(tmp_path / 'journal.db').as_uri()}?mode=ro", uri=True)) as reader:
        assert reader.execute("SELECT key FROM sent_again").fetchall() == [("c",)]


def test_a_dead_letter_whose_recipient_was_erased_goes_nowhere(journal, ready) -> None:
    put(journal, ready)
    (due,) = journal.outbox.claim(1_000, limit=1, lease_ms=MINUTE)
    journal.outbox.give_up(due.message_id, "expired", at_ms=2_000)
    journal.forget(dict.fromkeys(DATED, "2026-11-21"))
    (letter,) = journal.outbox.dead(10)
    assert (letter.reason, letter.can_go_again) == ("expired", False)
    assert not journal.outbox.again(letter.message_id, key="pressed", now_ms=1, expires_at_ms=2)


def test_what_waits_is_counted_by_kind_with_its_oldest(journal, ready) -> None:
    put(journal, ready, of(ready, "b", created_at_ms=500), of(ready, "c", kind=MessageKind.CALLED))
    told = {each.kind: (each.count, each.oldest_ms) for each in journal.outbox.queued(1_000)}
    assert told == {MessageKind.RESULT_READY: (2, 500), MessageKind.CALLED: (1, 1_000)}


def test_what_was_sent_lately_is_known_again_after_a_restart(journal, ready) -> None:
    put(journal, ready, of(ready, "old"))
    for due, at_ms in zip(journal.outbox.claim(1_000, limit=2, lease_ms=MINUTE), (9_000, 3_000), strict=True):
        journal.outbox.sent(due.message_id, "r", at_ms=at_ms)
    (sent,) = journal.outbox.sent_since(5_000)
    assert (sent.receipt, sent.sent_at_ms, sent.claimed.message.recipient) == ("r", 9_000, ready.recipient)


def test_a_batch_that_cannot_be_written_leaves_no_transaction_open(journal, ready, tmp_path) -> None:
    put(journal, ready, of(ready, "other"))
    good = outbox.sent(1, "r", at_ms=1)
    with pytest.raises(JournalUnusable):
        journal.outbox.settle([good, replace(good, message_id=2, state=None)])
    assert rows(tmp_path / "journal.db", "state") == [("pending",), ("pending",)]
    journal.append([entry(2)], [])
