"""What happened: the one tagged, versioned union that is decided, stored and exported.

Every event carries its instant (`at_ms`, milliseconds since 1970, UTC). `VERSION` of a class grows when the
meaning or shape of its body changes; the store keeps it beside the body.
"""

from typing import ClassVar

from msgspec import Struct

from queue_core.domain.rules import HallRules, Unit
from queue_core.domain.words import RatingChannel


class Happening(Struct, frozen=True, kw_only=True, gc=False, tag_field="kind"):
    VERSION: ClassVar[int] = 1

    at_ms: int


class DayOpened(Happening, frozen=True, kw_only=True, tag="day-opened"):
    """Everything starts anew but the ids; numbers not served end with their day, windows are closed."""

    day: str
    rules: HallRules
    next_ticket_id: int
    next_call_id: int


class RulesChanged(Happening, frozen=True, kw_only=True, tag="rules-changed"):
    rules: HallRules


class WindowOpened(Happening, frozen=True, kw_only=True, tag="window-opened"):
    window: int
    clerk: str


class WindowClosed(Happening, frozen=True, kw_only=True, tag="window-closed"):
    window: int


class TicketIssued(Happening, frozen=True, kw_only=True, tag="ticket-issued"):
    """`ahead` is what the citizen was told at issue; `holder` is sealed under a key that can be destroyed."""

    ticket_id: int
    number: str
    reference: str
    unit: Unit
    language: str
    matter: str | None
    holder: bytes | None
    ahead: int


class TicketPrinting(Happening, frozen=True, kw_only=True, tag="ticket-printing"):
    ticket_id: int


class TicketPrinted(Happening, frozen=True, kw_only=True, tag="ticket-printed"):
    ticket_id: int


class TicketPrintFailed(Happening, frozen=True, kw_only=True, tag="ticket-print-failed"):
    ticket_id: int
    reason: str | None


class TicketWentPaperless(Happening, frozen=True, kw_only=True, tag="ticket-went-paperless"):
    ticket_id: int


class TicketWithdrawn(Happening, frozen=True, kw_only=True, tag="ticket-withdrawn"):
    """The number never reached its holder and is ended. `reason` is a stable code."""

    ticket_id: int
    reason: str | None


class TicketCalled(Happening, frozen=True, kw_only=True, tag="ticket-called"):
    call_id: int
    ticket_id: int
    window: int


class TicketRecalled(Happening, frozen=True, kw_only=True, tag="ticket-recalled"):
    """`nth` is 2 for the first recall."""

    call_id: int
    ticket_id: int
    window: int
    nth: int


class ServiceStarted(Happening, frozen=True, kw_only=True, tag="service-started"):
    ticket_id: int
    window: int


class ServiceFinished(Happening, frozen=True, kw_only=True, tag="service-finished"):
    ticket_id: int
    window: int


class TicketMissed(Happening, frozen=True, kw_only=True, tag="ticket-missed"):
    ticket_id: int
    window: int


class ServiceRated(Happening, frozen=True, kw_only=True, tag="service-rated"):
    ticket_id: int
    window: int
    level: int
    channel: RatingChannel


DeliveryEvent = TicketPrinting | TicketPrinted | TicketPrintFailed | TicketWentPaperless
Event = (
    DayOpened
    | RulesChanged
    | WindowOpened
    | WindowClosed
    | TicketIssued
    | DeliveryEvent
    | TicketWithdrawn
    | TicketCalled
    | TicketRecalled
    | ServiceStarted
    | ServiceFinished
    | TicketMissed
    | ServiceRated
)


def kind_of(event: Event | type[Event]) -> str:
    """The stable word under which an event is stored and exported, such as `ticket-issued`."""
    return str(event.__struct_config__.tag)
