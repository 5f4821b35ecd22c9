"""A hall whose clock the test moves, with cases that become ready, and a messenger beside it."""

import asyncio
import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.integration.messages.house import House


@pytest.fixture(scope="session")
def empty_hall(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """To copy: a folder is founded slowly, for the sake of its disk."""
    house = House(tmp_path_factory.mktemp("messages") / "hall")
    house.open()
    house.close()
    return house.folder


@pytest.fixture
async def house(tmp_path, empty_hall) -> AsyncIterator[House]:
    shutil.copytree(empty_hall, tmp_path / "hall")
    house = House(tmp_path / "hall")
    house.open()
    yield house
    await house.stop_sending()
    await asyncio.to_thread(house.close)
