"""Cases 办件 as they travel: accepted, ready, handed over."""

from msgspec import Struct

from queue_core.wire.messages import CardHolder
from queue_core.wire.words import CaseState, TicketClass


class RecordCase(Struct, frozen=True, kw_only=True):
    """POST /api/v1/cases. `code` is the back office's number of it; `phone` gets messages about it."""

    code: str
    category: str
    ticket_class: TicketClass = TicketClass.PICKUP
    matter: str | None = None
    holder: CardHolder | None = None
    phone: str | None = None
    is_ready: bool = False


class Case(Struct, frozen=True, kw_only=True):
    """POST /api/v1/cases/{code}/ready and …/handed-over answer with it too."""

    code: str
    category: str
    matter: str | None
    state: CaseState
    accepted_at_ms: int
    ready_at_ms: int | None


class HandOver(Struct, frozen=True, kw_only=True):
    """`ticket_id` is the number it was collected with, if one was."""

    ticket_id: int | None = None


class FindCases(Struct, frozen=True, kw_only=True):
    """POST /api/v1/cases/search: the finished ones of a person. Changes nothing."""

    holder: CardHolder
