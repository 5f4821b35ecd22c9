"""A small hall founded once, and a copy of it for each proof."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.durability.house import House


@pytest.fixture(scope="module")
def founded_house(tmp_path_factory: pytest.TempPathFactory) -> House:
    return House.found(tmp_path_factory.mktemp("founded"))


@pytest.fixture
def house(founded_house: House, tmp_path: Path) -> Iterator[House]:
    house = founded_house.copy(tmp_path / "house")
    yield house
    house.close()
