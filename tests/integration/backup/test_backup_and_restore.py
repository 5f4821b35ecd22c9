import asyncio
import sqlite3
import stat
import tarfile
import threading
from contextlib import closing

import msgspec
import pytest
from msgspec.structs import replace
from typer.testing import CliRunner

from queue_core.app.opening import JOURNAL as SERVED
from queue_core.client import HallClient
from queue_core.domain.entry import Attendance, Entry
from queue_core.domain.events import WindowClosed
from queue_core.hall.cli import USUAL_DATA
from queue_core.hall.data_folder import DataFolder
from queue_core.store.accounts import Accounts, ClerkSession, Device
from queue_core.store.backup import MANIFEST, Manifest, back_up, digest
from queue_core.store.backup_cli import backup_app, restore_app
from queue_core.store.errors import BackupFailed, BackupUnusable, ChainBroken, FolderNotEmpty, NewerJournal
from queue_core.store.folder import ACCOUNTS, IDENTITY, JOURNAL, USUAL
from queue_core.store.journal import SqliteJournal
from queue_core.store.message import Message, MessageKind, Recipient
from queue_core.store.parties import Party, Subject
from queue_core.store.reading import verify
from queue_core.store.restoring import restore
from queue_core.store.retention import Purpose
from queue_core.store.vault import FileVault
from tests.integration.hall.conftest import HallInThread, consult

DAY = "2026-11-20"


def entry(sequence: int) -> Entry:
    event = WindowClosed(at_ms=sequence, window=1)
    return Entry(
        sequence=sequence, key=f"k{sequence}", fingerprint=bytes(32), actor="hall:clock", event=event
    )


def write(folder, first: int, last: int) -> None:
    with closing(SqliteJournal(folder / JOURNAL)) as journal:
        for sequence in range(first, last + 1):
            journal.append([entry(sequence)], [])


def names_in(file) -> list[str]:
    with tarfile.open(file) as tar:
        return tar.getnames()


def unpacked(file, into) -> Manifest:
    with tarfile.open(file) as tar:
        for member in tar:  # not `extractall`: Debian 12's Python has no filters for it, later ones want them
            (into / member.name).write_bytes(tar.extractfile(member).read())
    return msgspec.json.decode((into / MANIFEST).read_bytes(), type=Manifest)


def packed(folder, file) -> None:
    with tarfile.open(file, "w") as tar:
        for each in sorted(folder.iterdir()):
            tar.add(each, each.name)


async def test_a_hall_restored_on_another_disk_starts_and_its_numbers_and_devices_go_on(
    folder, tmp_path, settings, founded
) -> None:
    first = HallInThread(DataFolder(folder), settings, founded[1])
    await asyncio.to_thread(first.start)
    credential = await first.enrol("kiosk", "K1")
    async with HallClient(credential) as kiosk:
        before = [(await kiosk.take_number(consult())).number for _ in range(3)]
        back_up(folder, tmp_path / "hall.tar", now_ms=0)
        lost = (await kiosk.take_number(consult())).number
    await first.end_administration()
    await asyncio.to_thread(first.stop)

    restored = restore(tmp_path / "hall.tar", tmp_path / "other")
    assert restored.events == verify(tmp_path / "other" / JOURNAL).events
    second = HallInThread(DataFolder(tmp_path / "other"), settings, founded[1])
    await asyncio.to_thread(second.start)
    try:
        async with HallClient(replace(credential, server=second.url)) as kiosk:
            after = (await kiosk.take_number(consult())).number
    finally:
        await asyncio.to_thread(second.stop)
    assert int(after) == int(before[-1]) + 1 == int(lost)


def test_a_backup_holds_the_hall_but_no_keys_and_nobodys_hash(folder, tmp_path) -> None:
    with (
        closing(SqliteJournal(folder / JOURNAL)) as journal,
        closing(FileVault(folder / "keys.db")) as vault,
        closing(Accounts.open(folder / ACCOUNTS)) as accounts,
    ):
        person = vault.person(Purpose.QUEUEING, DAY, "440106199003075136")
        party = Party(
            subject=Subject.CASE, subject_id=1, purpose=Purpose.PICKUP, day=DAY, person=person[::-1]
        )
        recipient = Recipient(purpose=Purpose.PICKUP, day=DAY, sealed=b"sealed")
        message = Message(
            dedupe_key="m", kind=MessageKind.CALLED, recipient=recipient, params={}, created_at_ms=1
        )
        attendance = Attendance(ticket_id=1, day=DAY, person=person)
        journal.append([entry(1)], [attendance], [message], [party])
        accounts.begin_session(b"session token", ClerkSession(clerk="1001", window=1, day=DAY))
        device = Device(role="kiosk", device="K1", windows=())
        accounts.add_code(b"code", device, now_ms=0, expires_at_ms=10)
        accounts.spend_code(b"code", on=b"x", token_hash=b"device token", now_ms=1)
        back_up(folder, tmp_path / "hall.tar", now_ms=0)
    written = (tmp_path / "hall.tar").read_bytes()
    assert names_in(tmp_path / "hall.tar") == [MANIFEST, JOURNAL, ACCOUNTS, *IDENTITY]
    assert b"device token" in written
    assert not [each for each in (person, person[::-1], b"session token") if each in written]
    assert stat.S_IMODE((tmp_path / "hall.tar").stat().st_mode) == 0o600

    restore(tmp_path / "hall.tar", tmp_path / "other")
    with (
        closing(Accounts.open(tmp_path / "other" / ACCOUNTS)) as accounts,
        closing(SqliteJournal(tmp_path / "other" / JOURNAL)) as journal,
    ):
        assert accounts.device(b"device token") == device
        assert accounts.session_at(1) is None
        assert (journal.attendances(DAY), journal.parties(Subject.CASE)) == ([], [])
        assert len(journal.outbox.claim(10, limit=9, lease_ms=1)) == 1
        journal.append([entry(2)], [])
    assert verify(tmp_path / "other" / JOURNAL).events == 2


def test_backups_made_while_a_server_writes_are_whole_and_do_not_touch_its_files(folder, tmp_path) -> None:
    enough = threading.Event()
    written = []

    def serve() -> None:
        with closing(SqliteJournal(folder / JOURNAL)) as journal:
            while not enough.is_set():
                sequence = len(written) + 1
                journal.append([entry(sequence)], [])
                written.append(sequence)

    server = threading.Thread(target=serve)
    server.start()
    counts = [100]
    for at in range(5):
        while len(written) <= counts[-1]:
            assert server.is_alive()
        least = len(written)
        made = back_up(folder, tmp_path / f"{at}.tar", now_ms=0)
        counts.append(made.events)
        assert least <= made.events <= len(written) + 1
    enough.set()
    server.join()
    assert counts == sorted(set(counts))
    assert verify(folder / JOURNAL).events == len(written)
    assert [each for each in tmp_path.iterdir() if each.name.startswith(".")] == []


def test_a_journal_left_by_a_killed_server_is_backed_up_with_its_wal(folder, tmp_path) -> None:
    """The copied files are what a kill leaves: a WAL that was never checkpointed."""
    with closing(SqliteJournal(folder / JOURNAL)) as journal:
        for sequence in range(1, 21):
            journal.append([entry(sequence)], [])
        dead = tmp_path / "dead"
        dead.mkdir()
        for each in folder.iterdir():
            (dead / each.name).write_bytes(each.read_bytes())
    wal = (dead / "journal.db-wal").read_bytes()
    assert back_up(dead, tmp_path / "hall.tar", now_ms=0).events == 20
    assert (dead / "journal.db-wal").read_bytes() == wal


def test_a_restored_file_is_the_servers_alone(folder, tmp_path) -> None:
    write(folder, 1, 3)
    back_up(folder, tmp_path / "hall.tar", now_ms=0)
    other = tmp_path / "other"
    restore(tmp_path / "hall.tar", other)
    assert sorted(each.name for each in other.iterdir()) == sorted([JOURNAL, ACCOUNTS, *IDENTITY])
    modes = {stat.S_IMODE(each.stat().st_mode) for each in other.iterdir()}
    assert (modes, stat.S_IMODE(other.stat().st_mode)) == ({0o600}, 0o700)
    for name in IDENTITY:
        assert (other / name).read_bytes() == (folder / name).read_bytes()


def test_a_folder_with_anything_in_it_is_not_restored_into(folder, tmp_path) -> None:
    write(folder, 1, 1)
    back_up(folder, tmp_path / "hall.tar", now_ms=0)
    before = sorted(folder.iterdir())
    with pytest.raises(FolderNotEmpty):
        restore(tmp_path / "hall.tar", folder)
    assert sorted(folder.iterdir()) == before


def test_an_existing_file_is_not_overwritten_by_a_backup(folder, tmp_path) -> None:
    write(folder, 1, 1)
    for taken in (folder / JOURNAL, tmp_path / "hall.tar"):
        taken.touch()
        with pytest.raises(BackupFailed, match="a file of that name"):
            back_up(folder, taken, now_ms=0)


def spoil(path, sql) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as spoiler:
        spoiler.execute(sql)


def test_a_broken_journal_is_not_backed_up(folder, tmp_path) -> None:
    write(folder, 1, 3)
    spoil(folder / JOURNAL, "UPDATE events SET actor = 'x' WHERE sequence = 2")
    with pytest.raises(ChainBroken):
        back_up(folder, tmp_path / "hall.tar", now_ms=0)
    assert sorted(each.name for each in tmp_path.iterdir()) == ["hall"]


def cut_short(_, file) -> None:
    whole = file.read_bytes()
    file.write_bytes(whole[: len(whole) // 2])


def no_tar(_, file) -> None:
    file.write_bytes(b"no archive at all" * 1000)


def another_certificate(work, file) -> None:
    (work / "certificate.pem").write_bytes(b"another")
    packed(work, file)


def without_accounts(work, file) -> None:
    (work / ACCOUNTS).unlink()
    packed(work, file)


def without_manifest(work, file) -> None:
    (work / MANIFEST).unlink()
    packed(work, file)


def a_link_for_a_file(work, file) -> None:
    (work / JOURNAL).unlink()
    (work / JOURNAL).symlink_to("/etc/hostname")
    packed(work, file)


def a_file_that_is_none_of_a_halls(work, file) -> None:
    manifest = msgspec.json.decode((work / MANIFEST).read_bytes())
    manifest["files"][0]["name"] = "../../outside"
    (work / MANIFEST).write_bytes(msgspec.json.encode(manifest))
    packed(work, file)


def a_changed_event(work, file) -> None:
    """With a manifest that fits: only the chain can tell."""
    spoil(work / JOURNAL, "UPDATE events SET actor = 'x' WHERE sequence = 2")
    change_manifest(work, file, lambda manifest: manifest["files"][0].update(sha256=digest(work / JOURNAL)))


def a_missing_tail(work, file) -> None:
    spoil(work / JOURNAL, "DELETE FROM events WHERE sequence = 3")
    change_manifest(work, file, lambda manifest: manifest["files"][0].update(sha256=digest(work / JOURNAL)))


def a_newer_form(work, file) -> None:
    change_manifest(work, file, lambda manifest: manifest.update(schema=99))


def change_manifest(work, file, change) -> None:
    manifest = msgspec.json.decode((work / MANIFEST).read_bytes())
    change(manifest)
    (work / MANIFEST).write_bytes(msgspec.json.encode(manifest))
    packed(work, file)


@pytest.mark.parametrize(
    ("harm", "error"),
    [
        (cut_short, BackupUnusable),
        (no_tar, BackupUnusable),
        (another_certificate, BackupUnusable),
        (without_accounts, BackupUnusable),
        (without_manifest, BackupUnusable),
        (a_link_for_a_file, BackupUnusable),
        (a_file_that_is_none_of_a_halls, BackupUnusable),
        (a_changed_event, ChainBroken),
        (a_missing_tail, BackupUnusable),
        (a_newer_form, NewerJournal),
    ],
)
def test_a_backup_that_is_not_as_it_was_made_restores_nothing(folder, tmp_path, harm, error) -> None:
    write(folder, 1, 3)
    file, work = tmp_path / "hall.tar", tmp_path / "work"
    back_up(folder, file, now_ms=0)
    work.mkdir()
    unpacked(file, work)
    harm(work, file)
    with pytest.raises(error):
        restore(file, tmp_path / "other")
    assert not (tmp_path / "other").exists()
    assert not (tmp_path / "outside").exists()


def test_an_empty_folder_stays_and_stays_empty_when_nothing_could_be_restored(tmp_path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(BackupUnusable, match="absent"):
        restore(tmp_path / "absent.tar", tmp_path / "empty")
    assert list((tmp_path / "empty").iterdir()) == []


def test_the_commands_tell_what_was_saved_and_what_is_lost(folder, tmp_path) -> None:
    write(folder, 1, 3)
    file = tmp_path / "hall.tar"
    run = CliRunner().invoke
    saved = run(backup_app, ["--data", str(folder), "--out", str(file)])
    head = verify(folder / JOURNAL).head
    assert saved.stdout == f"{file}: 3 events verified, head {head}\n"
    told = run(restore_app, [str(file), "--data", str(tmp_path / "other")])
    assert f"3 events verified, head {head}" in told.stdout
    assert all(word in told.stdout for word in ("is not in it", "names and ID numbers", "links on phones"))


def test_the_store_and_the_server_call_the_files_of_a_folder_the_same(tmp_path) -> None:
    folder = DataFolder(tmp_path)
    assert {folder.certificate.name, folder.certificate_key.name, folder.token_key.name} == set(IDENTITY)
    assert (folder.accounts.name, SERVED, USUAL_DATA) == (ACCOUNTS, JOURNAL, USUAL)
