"""A person's whole life in the files of a hall: sealed, backed up, erased; then every byte is read."""

import sqlite3
from contextlib import closing

import pytest
from msgspec.structs import replace

from queue_core.app import IdempotencyConflict
from queue_core.domain.entry import Entry
from queue_core.domain.events import WindowClosed
from queue_core.store.backup import back_up
from queue_core.store.errors import HallIsRunning, KeyDestroyed
from queue_core.store.folder import ACCOUNTS, IDENTITY
from queue_core.store.journal import SqliteJournal
from queue_core.store.keys import KeyFile
from queue_core.store.message import Message, MessageKind, Recipient
from queue_core.store.parties import Party, Subject
from queue_core.store.privacy import holdings, purge
from queue_core.store.reading import verify
from queue_core.store.retention import DATED, Purpose, Retention
from queue_core.store.vault import FileVault

FIRST_DAY = "2026-10-10"
PHONE = "13800138000"


def traces(*folders, needles) -> dict[str, list[str]]:
    """Which needle stands in which file; every file of the folders is read whole, free pages, WAL and all."""
    files = [each for folder in folders for each in folder.rglob("*") if each.is_file()]
    assert files
    found = {
        each.name: [what for what, needle in needles.items() if needle in each.read_bytes()] for each in files
    }
    return {name: what for name, what in found.items() if what}


def secrets_of(folder, canary) -> dict[str, bytes]:
    with closing(KeyFile(folder / "keys.db")) as keys:
        key = keys.find(Purpose.QUEUEING, FIRST_DAY)
    with closing(FileVault(folder / "keys.db")) as vault:
        person = vault.person(Purpose.QUEUEING, FIRST_DAY, canary.id_number)
    return {
        "key": key,
        "key as text": key.hex().encode(),
        "hash": person,
        "hash as text": person.hex().encode(),
    }


def clear_forms(canary) -> dict[str, bytes]:
    return {
        f"{word} {coding}": word.encode(coding)
        for word in (canary.name, canary.id_number, canary.id_number[6:14])
        for coding in ("utf-8", "gb18030", "utf-16-le")
        if word
    }


def with_other_files(folder) -> None:
    """What `paihao hall init` leaves beside the journal; here the bytes do not matter."""
    with closing(sqlite3.connect(folder / ACCOUNTS)) as accounts:
        accounts.execute("CREATE TABLE admin (one)")
    for name in IDENTITY:
        (folder / name).write_bytes(b"identity")


async def test_after_its_retention_nothing_of_a_person_is_left_in_any_file_nor_in_an_older_backup(
    opened, folder, time, a_number, canary
) -> None:
    hall = opened()
    with_other_files(folder)
    for at in range(50):
        other = replace(canary, id_number=f"{at:018d}")
        await hall.execute(replace(a_number, holder=other), key=f"other {at}", actor="kiosk:K1")
    await hall.execute(replace(a_number, holder=canary), key="a", actor="kiosk:K1")
    ticket = await hall.read(lambda day: day.tickets[51])
    secrets, clear = secrets_of(folder, canary), clear_forms(canary)
    assert traces(folder, needles=secrets) == {"keys.db": ["key"], "journal.db-wal": ["hash"]}

    backup = folder.parent / "backups"
    backup.mkdir()
    back_up(folder, backup / "hall.tar", now_ms=0)
    assert traces(folder, backup, needles=clear) == {}
    assert traces(backup, needles=secrets) == {}

    for _ in range(2):
        time.next_day()
        await hall.execute(a_number, key=f"on {time.now_ms}", actor="kiosk:K1")
    with pytest.raises(KeyDestroyed):
        hall.disclosure.holder_of(ticket)
    assert (folder / "journal.db-wal").exists()
    for is_running in (True, False):
        if not is_running:
            hall.close()
        assert traces(folder, backup, needles=secrets | clear) == {}
    assert verify(folder / "journal.db").events > 51


def test_a_case_and_its_message_leave_no_trace_after_sixty_days(tmp_path, canary) -> None:
    event = WindowClosed(at_ms=1, window=1)
    entries = [Entry(sequence=1, key="k", fingerprint=bytes(32), actor="hall:clock", event=event)]
    pickup, retention = Purpose.PICKUP, Retention()
    with (
        closing(SqliteJournal(tmp_path / "journal.db")) as journal,
        closing(FileVault(tmp_path / "keys.db", retention)) as vault,
    ):
        person = vault.person(pickup, FIRST_DAY, canary.id_number)
        sealed = vault.seal(pickup, FIRST_DAY, PHONE.encode(), "ready:1")
        party = Party(subject=Subject.CASE, subject_id=1, purpose=pickup, day=FIRST_DAY, person=person)
        recipient = Recipient(purpose=pickup, day=FIRST_DAY, sealed=sealed)
        message = Message(
            dedupe_key="ready:1",
            kind=MessageKind.RESULT_READY,
            recipient=recipient,
            params={},
            created_at_ms=1,
        )
        journal.append(entries, [], [message], [party])
        with closing(KeyFile(tmp_path / "keys.db")) as keys:
            key = keys.find(pickup, FIRST_DAY)
        needles = {"key": key, "hash": person, "sealed": sealed, "phone": PHONE.encode()}
        journal.forget(vault.retire("2026-12-09", "2026-12-08"))
        assert traces(tmp_path, needles=needles) == {
            "keys.db": ["key"],
            "journal.db-wal": ["hash", "sealed"],
        }
        assert [each.records for each in holdings(tmp_path)] == [2]
        journal.forget(vault.retire("2026-12-10", "2026-12-09"))
        assert traces(tmp_path, needles=needles) == {}
        assert holdings(tmp_path) == []


async def test_a_purge_by_hand_leaves_no_trace_and_the_hall_goes_on_the_same_day(
    opened, folder, time, a_number, canary
) -> None:
    hall = opened()
    await hall.execute(replace(a_number, holder=canary), key="a", actor="kiosk:K1")
    secrets = secrets_of(folder, canary)
    time.next_day()
    await hall.execute(a_number, key="b", actor="kiosk:K1")
    with pytest.raises(HallIsRunning):
        purge(folder, DATED, today="2026-10-11", before="2026-10-11")
    hall.close()
    purge(folder, DATED, today="2026-10-11", before="2026-10-11")
    assert traces(folder, needles=secrets) == {}
    again = opened()
    assert (await again.execute(a_number, key="c", actor="kiosk:K1")).events[0].number == "002"
    assert [each.day for each in holdings(folder)] == ["2026-10-11"]
    assert verify(folder / "journal.db").events >= 5


async def test_a_command_repeated_after_the_purge_of_its_day_is_refused_and_the_hall_goes_on(
    opened, folder, time, a_number
) -> None:
    hall = opened()
    await hall.execute(a_number, key="a", actor="kiosk:K1")
    time.next_day()
    await hall.execute(a_number, key="b", actor="kiosk:K1")
    hall.close()
    purge(folder, (Purpose.QUEUEING,), today="2026-10-11", before="2026-10-11")
    again = opened()
    with pytest.raises(IdempotencyConflict):
        await again.execute(a_number, key="a", actor="kiosk:K1")
    assert (await again.execute(a_number, key="b", actor="kiosk:K1")).repeated
