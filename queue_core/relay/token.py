"""The token by which a relay knows its uplink: one line in a file that nobody else may read."""

import os
import stat
from pathlib import Path

from queue_core.relay.errors import TokenUnusable

_SHORTEST = 32


def read_token(path: Path) -> str:
    """Raises TokenUnusable, also when others may read the file."""
    try:
        if _others_may_read(path):
            raise TokenUnusable(path, "others may read it; chmod 600 it")
        token = path.read_text("ascii").strip()
    except OSError as error:
        raise TokenUnusable(path, error.strerror or "it cannot be read") from error
    except UnicodeDecodeError as error:
        raise TokenUnusable(path, "it is not a token") from error
    if len(token) < _SHORTEST or not token.isprintable() or " " in token:
        raise TokenUnusable(path, f"it is not one line of at least {_SHORTEST} characters")
    return token


def _others_may_read(path: Path) -> bool:
    """What systemd hands to a service it guards by folder and access list, which show as group rights."""
    handed = os.environ.get("CREDENTIALS_DIRECTORY")
    if handed is not None and path.parent == Path(handed):
        return False
    return os.name == "posix" and bool(stat.S_IMODE(path.stat().st_mode) & 0o077)
