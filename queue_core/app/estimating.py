"""What the hall needs of the estimates of waits."""

from typing import Protocol

from msgspec import Struct

from queue_core.domain.hall_day import HallDay
from queue_core.domain.rules import Unit
from queue_core.domain.ticket import Estimate, Ticket


class Told(Struct, frozen=True, kw_only=True):
    """`closing_chance` is that of being called before closing, in per mille; None where nothing closes."""

    ahead: int
    estimate: Estimate
    closing_chance: int | None = None


class Estimating(Protocol):
    """Called on the committer's thread, so each answer is arithmetic on what was simulated before."""

    def for_newcomer(self, day: HallDay, units: tuple[Unit, ...], now_ms: int) -> Told | None:
        """None when nothing can be said yet, as before any window is open."""

    def before_choice(self, day: HallDay, ticket: Ticket, errand: int, unit: Unit, now_ms: int) -> Told:
        """What the ticket's wait would be if one of its errands were for `unit`."""
