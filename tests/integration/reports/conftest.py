"""The halls of the server's own tests, with staff who read figures."""

from tests.integration.hall.conftest import clerk_at, connect, founded, hall, settings

__all__ = ["clerk_at", "connect", "founded", "hall", "settings"]
