"""What the files of a hall's folder are called, as far as the store keeps them or takes them along."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

JOURNAL = "journal.db"
KEYS = "keys.db"
ACCOUNTS = "accounts.db"
IDENTITY = ("certificate.pem", "certificate.key", "tokens.key")
USUAL = Path.home() / ".local" / "state" / "paihao"  # the state home of the XDG base directories


@contextmanager
def whole_file(path: Path) -> Iterator[BinaryIO]:
    """Write a file that only its owner may read, and that is there whole and durable, or not at all.

    Raises OSError.
    """
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Make the names in a folder durable. Raises OSError."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
