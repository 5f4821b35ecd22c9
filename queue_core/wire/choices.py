"""What may be asked for a number that stands, by its kiosk, by staff, or by its holder's phone.

On /public paths the body carries the holder's secret; elsewhere the token speaks.
"""

from msgspec import Struct

from queue_core.wire.messages import Errand, Estimate
from queue_core.wire.words import PriorityKind, PriorityProof, Reason, TicketClass


class Convert(Struct, frozen=True, kw_only=True):
    """POST /api/v1/tickets/{ticket_id}/conversion: errand number `errand` becomes one for another unit."""

    ticket_class: TicketClass
    category: str
    errand: int = 0
    matter: str | None = None
    case: str | None = None


class HolderConverts(Convert, frozen=True, kw_only=True):
    """POST /public/tickets/{reference}/conversion."""

    secret: str


class AddErrand(Struct, frozen=True, kw_only=True):
    """POST /api/v1/tickets/{ticket_id}/errands."""

    errand: Errand


class AskEstimate(Struct, frozen=True, kw_only=True):
    """POST /api/v1/tickets/{ticket_id}/estimates: what a conversion would mean. It is journaled as shown."""

    ticket_class: TicketClass
    category: str
    errand: int = 0


class HolderAsksEstimate(AskEstimate, frozen=True, kw_only=True):
    """POST /public/tickets/{reference}/estimates."""

    secret: str


class Prospect(Struct, frozen=True, kw_only=True):
    """The place and wait of a number as it is, and as it would be."""

    ahead_now: int
    now: Estimate | None
    ahead: int
    estimate: Estimate
    keeps_appointment: bool


class HolderAsks(Struct, frozen=True, kw_only=True):
    """POST /public/tickets/{reference}/deferral, …/cancellation and …/return: `secret` alone."""

    secret: str


class HolderAddsErrand(AddErrand, frozen=True, kw_only=True):
    """POST /public/tickets/{reference}/errands."""

    secret: str


class HolderRates(Struct, frozen=True, kw_only=True):
    """POST /public/tickets/{reference}/rating: 5 非常满意 … 1 非常不满意.

    On the day of the visit, and for some days after it by the link alone. Labels stand in GET /public/rating.
    """

    level: int
    secret: str
    labels: tuple[str, ...] = ()


class GrantPriority(Struct, frozen=True, kw_only=True):
    """POST /api/v1/tickets/{ticket_id}/priority, by a guide, clerk or supervisor who saw the proof."""

    kind: PriorityKind
    proof: PriorityProof | None = None


class AnnounceResult(Struct, frozen=True, kw_only=True):
    """POST /api/v1/tickets/{ticket_id}/result: the case of this number is finished on the same day."""

    case: str


class Rule(Struct, frozen=True, kw_only=True):
    """GET /api/v1/rule and /public/rule: how numbers are called, with the minutes in effect.

    `texts` by language tag (zh-CN, zh-Hant, en), as shown in the hall, on the kiosk and on the phone.
    """

    appointment_min: int
    priority_min: int
    pickup_min: int
    texts: dict[str, str]


class CallBefore(Struct, frozen=True, kw_only=True):
    """One call made while a number waited, and why.

    `slot_at_ms` comes with APPOINTMENT, `from_window` with CONTINUATION, `text` with OVERRIDE. `said` is the
    reason as a sentence, by language tag.
    """

    number: str
    window: int
    called_at_ms: int
    reason: Reason
    slot_at_ms: int | None = None
    from_window: int | None = None
    text: str | None = None
    said: dict[str, str] = {}


class Explanation(Struct, frozen=True, kw_only=True):
    """GET /api/v1/tickets/{ticket_id}/explanation and /public/tickets/{reference}/explanation.

    `own` are reasons that lie in the number itself (came back, let pass). Newest call first, at most 50;
    `elsewhere` counts calls by windows that do not serve this number.
    """

    number: str
    windows: tuple[int, ...]
    own: tuple[Reason, ...]
    before: tuple[CallBefore, ...]
    elsewhere: int


# Windows


class Pause(Struct, frozen=True, kw_only=True):
    """POST /api/v1/windows/{window}/pause. `minutes`: for how long, as is displayed; it ends by hand."""

    reason: str
    minutes: int | None = None


class WriteNote(Struct, frozen=True, kw_only=True):
    """POST /api/v1/windows/{window}/note: for the window that has this number next. Empty: none after all.

    It may speak of a person: it is kept sealed like the holder's name, and shown at that window alone.
    """

    text: str


class Hold(Struct, frozen=True, kw_only=True):
    """POST /api/v1/windows/{window}/hold."""

    reason: str


class Finish(Struct, frozen=True, kw_only=True):
    """POST /api/v1/windows/{window}/finish-part: errands (indexes) in hand that are not done after all."""

    unfinished: tuple[int, ...] = ()


class Tap(Struct, frozen=True, kw_only=True):
    """POST /api/v1/windows/{window}/tap, by an unattended terminal: the ticket's link was shown to it."""

    reference: str
    secret: str


class Transfer(Struct, frozen=True, kw_only=True):
    """POST /api/v1/windows/{window}/transfer: to another unit, one window, or both."""

    ticket_class: TicketClass | None = None
    category: str | None = None
    to_window: int | None = None


class ChangeProfile(Struct, frozen=True, kw_only=True):
    """POST /api/v1/windows/{window}/profile (supervisor). Units such as `registration/accept`.

    `reason`, if there is one to tell, is journaled.
    """

    units: tuple[str, ...]
    reason: str | None = None


class CallTicket(Struct, frozen=True, kw_only=True):
    """POST /api/v1/windows/{window}/call-ticket (supervisor): this number, for a stated reason."""

    ticket_id: int
    reason: str


class EmergencyClose(Struct, frozen=True, kw_only=True):
    """POST /api/v1/windows/{window}/emergency-close (supervisor)."""

    reason: str


class CloseHall(Struct, frozen=True, kw_only=True):
    """POST /api/v1/hall/closing (supervisor): ends every number. `reason` is `day-ended` or `hall-closed`."""

    reason: str


class SteerClock(Struct, frozen=True, kw_only=True):
    """POST /api/v1/clock, on a hall started with `--clock steered` only; never back."""

    now_ms: int
