"""Backups of a hall: a tar file with a manifest, all of its journal and accounts, and its identity.

Never in a backup are the keys of personal data, so that a destroyed key is destroyed for good, and the keyed
hashes of people, which are of no use without them. The hall's identity (certificate with its key, and the
key by which tokens are known) is, because without it every device would have to be enrolled again: so whoever
has a backup can pass for the hall's server towards its devices, but can read no citizen's name.

A backup is verified before it is finished: the chain of the copied journal is recomputed, its head stands in
the manifest with the SHA-256 of every file.
"""

import hashlib
import io
import shutil
import tarfile
import tempfile
from pathlib import Path

import msgspec
from msgspec import Struct

from queue_core.store import accounts
from queue_core.store import folder as names
from queue_core.store.copying import copy_database
from queue_core.store.errors import BackupFailed, JournalUnusable
from queue_core.store.folder import whole_file
from queue_core.store.reading import last_day, schema_version, verify

FORMAT = 1
MANIFEST = "manifest.json"
_PEOPLE = ("people", "appointment_people", "case_people")


class StoredFile(Struct, frozen=True, kw_only=True):
    name: str
    size: int
    sha256: str


class Manifest(Struct, frozen=True, kw_only=True):
    """`head` is the hash of the last of `events` events; `day` the last business day, None before the first.

    `made_at_ms` is the instant of the copy, milliseconds since 1970, UTC.
    """

    format: int
    made_at_ms: int
    schema: int
    events: int
    head: str
    day: str | None
    files: tuple[StoredFile, ...]


def back_up(folder: Path, out: Path, *, now_ms: int) -> Manifest:
    """Copy the hall in `folder`, running or not, into the new file `out`. Blocks.

    Raises StoreError: BackupFailed, JournalUnusable, ChainBroken.
    """
    if not (folder / names.JOURNAL).is_file():
        raise JournalUnusable(folder / names.JOURNAL, "there is no such file")
    if out.exists():
        raise BackupFailed(out, "there is a file of that name")
    try:
        with tempfile.TemporaryDirectory(prefix=".paihao-backup-", dir=out.parent) as work:
            manifest = _gather(folder, Path(work), now_ms)
            with whole_file(out) as file, tarfile.open(fileobj=file, mode="w") as tar:
                _add(tar, MANIFEST, msgspec.json.format(msgspec.json.encode(manifest)))
                for each in manifest.files:
                    tar.add(Path(work) / each.name, each.name, filter=_private)
    except OSError as error:
        raise BackupFailed(out, error.strerror or error) from error
    return manifest


def _gather(folder: Path, work: Path, now_ms: int) -> Manifest:
    copy_database(folder / names.JOURNAL, work / names.JOURNAL, left_empty=_PEOPLE)
    copy_database(folder / names.ACCOUNTS, work / names.ACCOUNTS, left_empty=accounts.PASSING)
    for name in names.IDENTITY:
        shutil.copyfile(folder / name, work / name)
    journal = work / names.JOURNAL
    verified = verify(journal)
    return Manifest(
        format=FORMAT,
        made_at_ms=now_ms,
        schema=schema_version(journal),
        events=verified.events,
        head=verified.head,
        day=last_day(journal),
        files=tuple(
            StoredFile(name=name, size=(work / name).stat().st_size, sha256=digest(work / name))
            for name in (names.JOURNAL, names.ACCOUNTS, *names.IDENTITY)
        ),
    )


def digest(path: Path) -> str:
    """SHA-256 in hex. Raises OSError."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _add(tar: tarfile.TarFile, name: str, content: bytes) -> None:
    member = tarfile.TarInfo(name)
    member.size, member.mode = len(content), 0o600
    tar.addfile(member, io.BytesIO(content))


def _private(member: tarfile.TarInfo) -> tarfile.TarInfo:
    """Neither the names nor the numbers of this machine's users."""
    member.uid = member.gid = 0
    member.uname = member.gname = ""
    member.mode = 0o600
    return member
