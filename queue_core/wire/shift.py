"""What a clerk did since logging in."""

from msgspec import Struct


class PauseSpent(Struct, frozen=True, kw_only=True):
    reason: str
    seconds: int


class ShiftSummary(Struct, frozen=True, kw_only=True):
    """GET /api/v1/sessions/current/shift: of the clerk who asks, at all windows, today.

    `open_s` are seconds at an open window, pauses among them. Nothing about ratings: that invites the press.
    """

    clerk: str
    display_name: str
    since_ms: int | None
    until_ms: int
    open_s: int
    calls: int
    finished: int
    no_shows: int
    held: int
    converted: int
    mean_service_s: int | None
    pauses: tuple[PauseSpent, ...] = ()
