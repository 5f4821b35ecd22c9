"""What a number would be before it is taken, and finding the numbers that stand."""

from msgspec import Struct

from queue_core.wire.cases import Case
from queue_core.wire.messages import CardHolder, Estimate, Slot, Ticket
from queue_core.wire.words import PriorityKind, TicketClass


class Preview(Struct, frozen=True, kw_only=True):
    """POST /api/v1/tickets/preview, with the body of TakeNumber: what the number would be. Nothing changes.

    Refused as the taking would be, save that `may-not-be-served` is told as `may_not_be_called`. `slot` is an
    appointment that gives its right; `attached` one that will give it later, from `counts_from_ms` (wall
    time); `lapsed` says why one gives none. `is_verified_pickup`: a finished case stands behind it.
    """

    ticket_class: TicketClass
    category: str
    ahead: int
    estimate: Estimate | None = None
    priority: PriorityKind | None = None
    slot: Slot | None = None
    attached: Slot | None = None
    counts_from_ms: int | None = None
    lapsed: str | None = None
    is_verified_pickup: bool = False
    may_not_be_called: bool = False
    windows: tuple[int, ...] = ()


class FindTickets(Struct, frozen=True, kw_only=True):
    """POST /api/v1/tickets/search: today's numbers of a person, open ones first. Changes nothing."""

    holder: CardHolder


class ReadCode(Struct, frozen=True, kw_only=True):
    """POST /api/v1/codes/reading: what a scanned or typed text stands for.

    The link of a ticket, a number such as 023, the code of a case, or the link of its receipt. Changes
    nothing. The text may be a secret: it is in no log.
    """

    text: str


class CodeRead(Struct, frozen=True, kw_only=True):
    """Nothing is filled when nobody knows the text.

    `is_holder`: the link proved that its bearer is the ticket's holder. Otherwise the ticket's `status_url`
    and `reference` are empty, it names no case and no appointment, and nothing may be changed with it. A
    finished `case` has no holder's name.
    """

    ticket: Ticket | None = None
    is_holder: bool = False
    case: Case | None = None


class Claim(Struct, frozen=True, kw_only=True):
    """POST /api/v1/tickets/{ticket_id}/claims: a link for one phone, once, to show as a QR code.

    A new claim ends the one before it. `url` is `status_url` with `#claim.TOKEN` in place of the secret.
    """

    url: str
    expires_at_ms: int
