"""The hall's codes for what it knows no more."""

SESSION_GONE = frozenset({"session-ended", "unauthenticated"})
"""The session of a member of staff."""
NO_SUCH_DEVICE = frozenset({"unauthenticated", "hall-is-another"})
"""This computer."""
