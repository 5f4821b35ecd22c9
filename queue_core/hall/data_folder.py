"""The folder a hall lives in: which file is what. Only its owner may look inside."""

import os
from dataclasses import dataclass
from pathlib import Path

import msgspec

from queue_core.hall.errors import FolderIncomplete, NotInitialised


class Running(msgspec.Struct, frozen=True, kw_only=True):
    """What `server.json` and the ready file say."""

    url: str
    pid: int


@dataclass(frozen=True, slots=True)
class DataFolder:
    path: Path

    @property
    def certificate(self) -> Path:
        return self.path / "certificate.pem"

    @property
    def certificate_key(self) -> Path:
        return self.path / "certificate.key"

    @property
    def token_key(self) -> Path:
        return self.path / "tokens.key"

    @property
    def accounts(self) -> Path:
        return self.path / "accounts.db"

    @property
    def working_years(self) -> Path:
        """Which days of a year are worked, remembered from the library of holidays."""
        return self.path / "working-years.json"

    @property
    def past_days(self) -> Path:
        """How many numbers were issued when on the last days, remembered from the journal."""
        return self.path / "past-days.json"

    @property
    def running(self) -> Path:
        """Where the running server is reached, as JSON; absent while none runs."""
        return self.path / "server.json"

    def require_initialised(self) -> None:
        """Raises NotInitialised, or FolderIncomplete when only a part of a hall is here."""
        needed = (self.accounts, self.certificate, self.certificate_key, self.token_key)
        missing = [path.name for path in needed if not path.exists()]
        if len(missing) == len(needed):
            raise NotInitialised(self.path)
        if missing:
            raise FolderIncomplete(self.path, missing)


def write_private(path: Path, content: bytes) -> None:
    """A new file that only its owner may read. Raises FileExistsError."""
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(content)
