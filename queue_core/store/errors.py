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
