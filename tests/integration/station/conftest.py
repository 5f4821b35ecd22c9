"""A hall as its own tests have it, a simulated bus, and the station between them."""

import pytest

from queue_core.config import load
from queue_core.hall.settings import HallSettings
from tests.integration.hall.conftest import DEMO, clerk_at, connect, founded, hall

__all__ = ["clerk_at", "connect", "founded", "hall"]


@pytest.fixture(scope="session")
def settings() -> HallSettings:
    """The demo hall; a number may be marked as missed as soon as it was called often enough."""
    demo = load(DEMO, HallSettings)
    return demo.model_copy(update={"policy": demo.policy.model_copy(update={"no_show_after_s": 0})})
