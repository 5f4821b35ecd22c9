"""Cases 办件 as they travel: accepted, ready, where they wait, handed over."""

from msgspec import Struct

from queue_core.wire.messages import CardHolder
from queue_core.wire.words import CaseState, PickupWay, PlaceKind, ReceiptKind, TicketClass


class RecordCase(Struct, frozen=True, kw_only=True):
    """POST /api/v1/cases. `code` is the back office's number of it; `phone` gets messages about it.

    Without a `code` the hall gives one. A clerk names the number in hand (`ticket_id`) in place of `holder`:
    it is that person's case.
    """

    code: str = ""
    category: str
    ticket_class: TicketClass = TicketClass.PICKUP
    matter: str | None = None
    holder: CardHolder | None = None
    phone: str | None = None
    is_ready: bool = False
    way: PickupWay = PickupWay.WINDOW
    language: str = "zh-CN"
    ticket_id: int | None = None


class CasePlace(Struct, frozen=True, kw_only=True):
    """存放处.

    A shelf has a `label`; a door `cabinet` and `door`; a partner or the post a `label` (its name) and a
    `reference` by which it is followed.
    """

    kind: PlaceKind
    label: str = ""
    cabinet: str = ""
    door: int | None = None
    reference: str = ""


class Case(Struct, frozen=True, kw_only=True):
    """What all routes of cases answer with.

    `place` None: in somebody's hands. `keep_until_ms` is how long it waits there. `receipt_code` is what its
    receipts show as a QR code: it names the case and opens nothing.
    """

    code: str
    category: str
    matter: str | None
    state: CaseState
    accepted_at_ms: int
    ready_at_ms: int | None
    way: PickupWay = PickupWay.WINDOW
    place: CasePlace | None = None
    is_missing: bool = False
    keep_until_ms: int | None = None
    has_phone: bool = False
    language: str = "zh-CN"
    receipt_code: str = ""


class CaseMove(Struct, frozen=True, kw_only=True):
    """GET /api/v1/cases/{code}/history, the newest first.

    `kind` is the event, such as `case-deposited`. `role` and `name` are who had it done: `clerk` and a
    number, at a cabinet who asked for the door; `cabinet` and its code for the holder; `hall` and `clock`
    for the rules. `window` is where a clerk sat, `place` where it came to, or the door it was taken from;
    `until_ms` how long it is kept from then on.
    """

    at_ms: int
    kind: str
    role: str
    name: str
    window: int | None = None
    place: CasePlace | None = None
    until_ms: int | None = None


class PlaceCase(Struct, frozen=True, kw_only=True):
    """POST /api/v1/cases/{code}/place: on a shelf, with a partner, posted; None: taken from there."""

    place: CasePlace | None


class KeepLonger(Struct, frozen=True, kw_only=True):
    """POST /api/v1/cases/{code}/keeping: let it wait until then; the holder is told."""

    until_ms: int


class ReportReceipt(Struct, frozen=True, kw_only=True):
    """POST /api/v1/cases/{code}/receipts: one was printed. GET of it has what is printed."""

    receipt: ReceiptKind


class Receipt(Struct, frozen=True, kw_only=True):
    """GET /api/v1/cases/{code}/receipts/{kind}: what stands on paper. No name and no ID number.

    `holder_tail` are the last four of the ID number, for the citizen to know the paper; `nth` is 1 for the
    first one printed. `given_at_ms` is when the case was accepted, or handed over; `clerk` who did it.
    `kept_days` is how long it is kept for its holder once it is ready, if the hall has said so.
    """

    kind: ReceiptKind
    case: Case
    hall_names: dict[str, str]
    category_names: dict[str, str]
    matter_names: dict[str, str]
    nth: int
    given_at_ms: int
    window: int | None = None
    clerk: str | None = None
    holder_tail: str = ""
    number: str | None = None
    kept_days: int | None = None


class HandOver(Struct, frozen=True, kw_only=True):
    """`ticket_id` is the number it was collected with, if one was."""

    ticket_id: int | None = None


class FindCases(Struct, frozen=True, kw_only=True):
    """POST /api/v1/cases/search: the finished ones of a person. Changes nothing."""

    holder: CardHolder


class CaseQuery(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """POST /api/v1/cases/list, by staff, newest first, `limit` at most.

    A field that is not known is refused: passed over, it would list what nobody asked for.

    By `code` (whole, or else its beginning, or a receipt's code), by state, by kind of place. With
    `ticket_id` those of the person whose number it is, finished or kept too long: for the clerk who has the
    number in hand.
    """

    code: str = ""
    ticket_id: int | None = None
    states: tuple[CaseState, ...] = ()
    place: PlaceKind | None = None
    limit: int = 50
