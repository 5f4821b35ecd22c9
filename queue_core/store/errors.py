"""What can be wrong with journal and keys on disk."""

from pathlib import Path
from typing import ClassVar


class StoreError(Exception):
    """The root of the store's errors; each names the file it concerns."""

    code: ClassVar[str] = "store-error"
    remedy: ClassVar[str] = "Look at the file named here, its folder's rights and the free space of its disk."


class JournalInUse(StoreError):
    code = "journal-in-use"
    remedy = "A hall has one server: stop the other one first, or give this one another --data folder."

    def __init__(self, path: Path, owner: str) -> None:
        super().__init__(f"{path} is served already by {owner}")


class JournalUnusable(StoreError):
    """The file is missing, not a journal, or its disk answered with an error."""

    code = "journal-unusable"

    def __init__(self, path: Path, reason: object) -> None:
        super().__init__(f"{path}: {reason}")


class NewerJournal(StoreError):
    code = "newer-journal"
    remedy = "This journal was written by a newer paihao: install that version or a later one."

    def __init__(self, path: Path, what: str) -> None:
        super().__init__(f"{path} holds {what}")


class ChainBroken(StoreError):
    """`sequence` is the first event that does not fit."""

    code = "chain-broken"
    remedy = (
        "The journal was changed after it was written: keep the file, restore the backup, tell the auditor."
    )

    def __init__(self, path: Path, sequence: int, reason: str) -> None:
        super().__init__(f"{path}: event {sequence} {reason}")
        self.sequence = sequence


class VaultUnusable(StoreError):
    code = "vault-unusable"
    remedy = (
        "Look at the file's rights and its disk. If it is damaged, move it away and start again: numbers and"
        " journal are whole, names sealed before and the links on phones are lost."
    )

    def __init__(self, path: Path, reason: object) -> None:
        super().__init__(f"{path}: {reason}")


class AccountsUnusable(StoreError):
    code = "accounts-unusable"
    remedy = (
        "Look at the file's rights and its disk; if it is damaged, bring accounts.db back from the backup."
    )

    def __init__(self, path: Path, reason: object) -> None:
        super().__init__(f"{path}: {reason}")


class KeyDestroyed(StoreError):
    code = "key-destroyed"
    remedy = (
        "Nothing is to be done: the personal data of that day has been erased as its retention asks, or was"
        " left behind when the hall was restored from a backup."
    )

    def __init__(self, purpose: str, day: str) -> None:
        super().__init__(f"the key for {purpose} of {day} is destroyed")


class Unsealable(StoreError):
    code = "unsealable"
    remedy = "The sealed bytes belong to another ticket or were changed: verify the journal."

    def __init__(self) -> None:
        super().__init__("sealed data cannot be opened with its key")


class ExportFailed(StoreError):
    code = "export-failed"
    remedy = "Nothing was written. Name another file, or look at the disk's free space and rights."

    def __init__(self, path: Path, reason: object) -> None:
        super().__init__(f"{path}: {reason}")


class BackupFailed(StoreError):
    code = "backup-failed"
    remedy = "Nothing was written. Give another --out file, or look at the disk's free space and rights."

    def __init__(self, path: Path, reason: object) -> None:
        super().__init__(f"{path}: {reason}")


class BackupUnusable(StoreError):
    """The file is no backup, or not as it was written. Nothing was restored."""

    code = "backup-unusable"
    remedy = "Nothing was restored. Take another copy of this backup, or an older backup."

    def __init__(self, path: Path, reason: object) -> None:
        super().__init__(f"{path}: {reason}")


class FolderNotEmpty(StoreError):
    code = "folder-not-empty"
    remedy = "A hall is restored into a folder of its own: name a new one, or move away what is there."

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path} is not an empty folder")


class HallIsRunning(StoreError):
    code = "hall-is-running"
    remedy = (
        "A running server destroys what is past its retention by itself, when a day opens. To destroy more,"
        " or sooner: stop it, purge, start it again."
    )

    def __init__(self, path: Path, owner: object) -> None:
        super().__init__(f"{path} is in use: {owner}")


class DayStillNeeded(StoreError):
    code = "day-still-needed"
    remedy = "Name an earlier --before day; what is used today can be destroyed when its day is over."

    def __init__(self, before: str, last: str) -> None:
        super().__init__(f"keys before {before} cannot be destroyed yet, only those before {last}")
