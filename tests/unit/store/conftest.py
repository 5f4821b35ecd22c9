"""A journal and a vault of their own, without a hall around them."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from queue_core.store.journal import SqliteJournal
from queue_core.store.vault import FileVault


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[SqliteJournal]:
    with closing(SqliteJournal(tmp_path / "journal.db")) as journal:
        yield journal


@pytest.fixture
def vault_beside(tmp_path: Path) -> Iterator[FileVault]:
    with closing(FileVault(tmp_path / "keys.db")) as vault:
        yield vault
