"""A hall's folder out of a backup: every file by its SHA-256, the journal by its chain, or nothing at all."""

import hashlib
import os
import shutil
import tarfile
from contextlib import ExitStack
from pathlib import Path

import msgspec

from queue_core.store import folder as names
from queue_core.store.accounts import Accounts
from queue_core.store.backup import FORMAT, MANIFEST, Manifest, StoredFile
from queue_core.store.errors import BackupUnusable, FolderNotEmpty, NewerJournal
from queue_core.store.folder import sync_folder
from queue_core.store.reading import verify
from queue_core.store.schema import MIGRATIONS

_KNOWN = {names.JOURNAL, names.ACCOUNTS, *names.IDENTITY}
_MANIFEST_BYTES = 1_000_000
_CHUNK = 1 << 20
_WORK = ".restoring"


def restore(file: Path, folder: Path) -> Manifest:
    """Make the hall of backup `file` in `folder`, which is empty or new. Blocks.

    Raises StoreError: FolderNotEmpty, BackupUnusable, NewerJournal, ChainBroken; nothing is left then.
    """
    try:
        with ExitStack() as undo:
            work = _prepare(folder, undo)
            with tarfile.open(file, mode="r:") as tar:
                manifest = _manifest(tar, file)
                for each in manifest.files:
                    _extract(tar, each, work, file)
            _check(work, manifest, file)
            _settle(work, folder)
            undo.pop_all()
    except (tarfile.TarError, EOFError) as error:
        raise BackupUnusable(file, f"is no whole backup: {error}") from error
    except OSError as error:
        raise BackupUnusable(Path(error.filename or file), error.strerror or error) from error
    return manifest


def _prepare(folder: Path, undo: ExitStack) -> Path:
    if folder.exists():
        if not folder.is_dir() or any(folder.iterdir()):
            raise FolderNotEmpty(folder)
    else:
        folder.mkdir(parents=True)
        undo.callback(folder.rmdir)
    folder.chmod(0o700)
    work = folder / _WORK
    work.mkdir(mode=0o700)
    undo.callback(shutil.rmtree, work)
    return work


def _manifest(tar: tarfile.TarFile, file: Path) -> Manifest:
    try:
        member = tar.getmember(MANIFEST)
        content = tar.extractfile(member)
        if content is None or member.size > _MANIFEST_BYTES:
            raise BackupUnusable(file, "its manifest is no file")
        manifest = msgspec.json.decode(content.read(), type=Manifest)
    except (KeyError, msgspec.MsgspecError) as error:
        raise BackupUnusable(file, f"has no manifest that can be read: {error}") from error
    if manifest.format > FORMAT or manifest.schema > len(MIGRATIONS):
        raise NewerJournal(file, f"a backup of format {manifest.format}, schema {manifest.schema}")
    if {each.name for each in manifest.files} != _KNOWN:
        raise BackupUnusable(file, "its manifest names other files than a hall has")
    return manifest


def _extract(tar: tarfile.TarFile, stored: StoredFile, work: Path, file: Path) -> None:
    """By name, content and size only: links, owners and modes of the archive count for nothing."""
    try:
        content = tar.extractfile(tar.getmember(stored.name))
    except KeyError:
        content = None
    if content is None:
        raise BackupUnusable(file, f"{stored.name} is missing")
    hashed = hashlib.sha256()
    target = os.open(work / stored.name, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with content, os.fdopen(target, "wb") as out:
        while chunk := content.read(_CHUNK):
            hashed.update(chunk)
            out.write(chunk)
        out.flush()
        os.fsync(out.fileno())
    if hashed.hexdigest() != stored.sha256:
        raise BackupUnusable(file, f"{stored.name} is not what was backed up")


def _check(work: Path, manifest: Manifest, file: Path) -> None:
    verified = verify(work / names.JOURNAL)
    if (verified.events, verified.head) != (manifest.events, manifest.head):
        raise BackupUnusable(file, "its journal does not end where the manifest says")
    Accounts.open(work / names.ACCOUNTS).close()


def _settle(work: Path, folder: Path) -> None:
    """The journal last: a folder that has one is whole."""
    for name in (*names.IDENTITY, names.ACCOUNTS, names.JOURNAL):
        (work / name).replace(folder / name)
    shutil.rmtree(work)
    sync_folder(folder)
    sync_folder(folder.parent)
