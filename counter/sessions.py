"""The hall's codes for a session of staff, or a computer, that it knows no more."""

SESSION_GONE = frozenset({"session-ended", "unauthenticated"})
NO_SUCH_DEVICE = frozenset({"unauthenticated", "hall-is-another"})
