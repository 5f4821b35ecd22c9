"""Secrets of carriers and partners: each in a file of its own that nobody else may read."""

import os
from pathlib import Path

from queue_core.messages.errors import SecretUnreadable

OTHERS = 0o077


class Secret:
    """Shown nowhere by accident: neither `str` nor a traceback tells it."""

    __slots__ = ("_clear",)

    def __init__(self, clear: str) -> None:
        self._clear = clear

    def reveal(self) -> str:
        return self._clear

    def __repr__(self) -> str:
        return "Secret(…)"


def read_secret(path: Path) -> Secret:
    """The file's text without the blanks around it. Raises SecretUnreadable."""
    try:
        if _others_may_read(path):
            raise SecretUnreadable(path, "others may read it")
        clear = path.read_text("utf-8").strip()
    except OSError as error:
        raise SecretUnreadable(path, error.strerror or "cannot be read") from error
    except UnicodeDecodeError as error:
        raise SecretUnreadable(path, "is not text") from error
    if not clear:
        raise SecretUnreadable(path, "is empty")
    return Secret(clear)


def _others_may_read(path: Path) -> bool:
    """What systemd hands to a service it guards by folder and access list, which show as group rights."""
    handed = os.environ.get("CREDENTIALS_DIRECTORY")
    if handed is not None and path.parent == Path(handed):
        return False
    return bool(path.stat().st_mode & OTHERS)
