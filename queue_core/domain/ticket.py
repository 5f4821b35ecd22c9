"""A ticket and a window as they stand now; replaced, never changed, so that any thread may look at one."""

from msgspec import Struct

from queue_core.domain.rules import Unit
from queue_core.domain.words import DeliveryState, RatingChannel, TicketState, WindowState


class Rating(Struct, frozen=True, kw_only=True, gc=False):
    window: int
    level: int
    channel: RatingChannel
    rated_at_ms: int


class Ticket(Struct, frozen=True, kw_only=True, gc=False):
    """`seniority_ms` is the instant its place counts from; `was_delivered`: paper or phone had it once.

    `holder` is sealed: the application's vault opens it. `calls` counts the call and its recalls.
    """

    ticket_id: int
    day: str
    number: str
    reference: str
    unit: Unit
    language: str
    matter: str | None
    holder: bytes | None
    issued_at_ms: int
    seniority_ms: int
    state: TicketState
    delivery: DeliveryState
    delivery_at_ms: int
    was_delivered: bool = False
    window: int | None = None
    calls: int = 0
    called_at_ms: int | None = None
    started_at_ms: int | None = None
    ended_at_ms: int | None = None
    rating: Rating | None = None

    @property
    def is_waiting(self) -> bool:
        return self.state is TicketState.WAITING

    @property
    def is_undelivered(self) -> bool:
        """Whether it waits for a holder whom it never reached; `printing` may be in a hand already."""
        return (
            self.is_waiting
            and not self.was_delivered
            and self.delivery in (DeliveryState.ISSUED, DeliveryState.FAILED)
        )

    @property
    def is_open(self) -> bool:
        """Whether its holder may still be served with it."""
        return self.state in _OPEN


_OPEN = frozenset({TicketState.WAITING, TicketState.CALLED, TicketState.SERVING})


class Window(Struct, frozen=True, kw_only=True, gc=False):
    """`ticket_id` is called or serving here; `finished_id` is the last one finished here."""

    number: int
    state: WindowState
    clerk: str | None = None
    ticket_id: int | None = None
    finished_id: int | None = None


class Call(Struct, frozen=True, kw_only=True, gc=False):
    """One announcement: `nth` is 1 for the call, 2 for the first recall."""

    call_id: int
    ticket_id: int
    window: int
    nth: int
    called_at_ms: int
