"""The hall clock, told from the sessions of a day alone: opening time that has passed."""

from collections.abc import Sequence

from queue_core.audit.records import Session


def hall_clock(sessions: Sequence[Session], wall_ms: int) -> int:
    """Opening time (ms) up to a wall instant; the wall instant itself in a hall that never closes."""
    if not sessions:
        return wall_ms
    return sum(max(0, min(wall_ms, session.closes_at_ms) - session.opens_at_ms) for session in sessions)
