"""A hall as its own tests have it, a simulated bus, and the station between them."""

from tests.integration.hall.conftest import clerk_at, connect, founded, hall, settings

__all__ = ["clerk_at", "connect", "founded", "hall", "settings"]
