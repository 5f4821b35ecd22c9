"""The secret shared with the operator: one line in a file that nobody else may read."""

import os
import stat
from dataclasses import dataclass, field
from pathlib import Path

from queue_core.messages.contract import CarrierError


@dataclass(frozen=True, slots=True)
class SharedSecret:
    """Shows itself nowhere."""

    value: bytes = field(repr=False)


class SecretUnusable(CarrierError):
    remedy = "Write the operator's shared secret into it as one line, then chmod 600 it."

    def __init__(self, path: Path, cause: str) -> None:
        super().__init__("cmpp-secret-unusable", f"The secret file {path} cannot be used: {cause}.")


def read_secret(path: Path) -> SharedSecret:
    """Raises SecretUnusable, also when others may read the file."""
    try:
        if _others_may_read(path):
            raise SecretUnusable(path, "others may read it")
        value = path.read_bytes().strip()
    except OSError as error:
        raise SecretUnusable(path, error.strerror or "it cannot be read") from error
    if not value or not value.isascii() or len(value.splitlines()) != 1:
        raise SecretUnusable(path, "it is not one line of ASCII")
    return SharedSecret(value)


def _others_may_read(path: Path) -> bool:
    """What systemd hands to a service it guards by folder and access list, which show as group rights."""
    handed = os.environ.get("CREDENTIALS_DIRECTORY")
    if handed is not None and path.parent == Path(handed):
        return False
    return os.name == "posix" and bool(stat.S_IMODE(path.stat().st_mode) & 0o077)
