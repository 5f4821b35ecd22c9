"""A hall whose clock the test moves, with cases that become ready, and a messenger beside it."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from tests.integration.messages.house import House


@pytest.fixture
async def house(tmp_path) -> AsyncIterator[House]:
    house = House(tmp_path / "hall")
    house.open()
    yield house
    await house.stop_sending()
    await asyncio.to_thread(house.close)
