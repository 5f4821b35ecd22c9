"""One server a journal: a lock the kernel takes back when its holder dies, however it dies."""

import fcntl
import os
from pathlib import Path

from queue_core.store.errors import JournalInUse, JournalUnusable


class ServerLock:
    """Held from making to `release`. Raises JournalInUse, which names the holder."""

    def __init__(self, journal: Path) -> None:
        path = journal.with_name(journal.name + ".lock")
        try:
            self._fd = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        except OSError as error:
            raise JournalUnusable(path, error.strerror) from error
        try:
            fcntl.flock(self._fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            owner = os.read(self._fd, 200).decode(errors="replace").strip()
            os.close(self._fd)
            raise JournalInUse(journal, owner or "another process") from error
        os.ftruncate(self._fd, 0)
        os.write(self._fd, f"process {os.getpid()} on {os.uname().nodename}\n".encode())

    def release(self) -> None:
        """Let another server in. Once only: the number of a closed file may soon be another file's."""
        os.ftruncate(self._fd, 0)
        os.close(self._fd)
