"""A visit that is over, as the events of its day tell of it: what a rating is bound to."""

from msgspec import Struct

from queue_core.domain.rules import Unit

DAY_MS = 24 * 3_600_000


class FinishedVisit(Struct, frozen=True, kw_only=True):
    """`day` is its business day (ISO date), which began at `midnight_ms`. `clerk` served last, at `window`.

    `unit` and `matter` are what was done there last; `level` is the rating it has.
    """

    ticket_id: int
    reference: str
    number: str
    language: str
    unit: Unit
    matter: str | None
    day: str
    midnight_ms: int
    window: int
    clerk: str | None
    ended_at_ms: int
    level: int | None = None

    @property
    def is_rated(self) -> bool:
        return self.level is not None

    def may_be_rated_until_ms(self, late_days: int) -> int:
        """The midnight that ends the last of the days after the visit; clock changes are let be."""
        return self.midnight_ms + (late_days + 1) * DAY_MS
