"""A founded hall in a folder, as `paihao hall init` makes it; the session's first copy is its source."""

import shutil
from pathlib import Path

import pytest

from queue_core.config import load
from queue_core.hall.data_folder import DataFolder
from queue_core.hall.founding import found
from queue_core.hall.settings import HallSettings
from tests.integration.hall.conftest import DEMO


@pytest.fixture(scope="session")
def settings() -> HallSettings:
    return load(DEMO, HallSettings)


@pytest.fixture(scope="session")
def founded(tmp_path_factory: pytest.TempPathFactory, settings: HallSettings) -> tuple[Path, str]:
    folder = tmp_path_factory.mktemp("founded") / "hall"
    return folder, found(DataFolder(folder), settings)


@pytest.fixture
def folder(tmp_path: Path, founded: tuple[Path, str]) -> Path:
    return Path(shutil.copytree(founded[0], tmp_path / "hall"))
