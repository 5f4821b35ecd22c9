"""Bodies of requests and their replies. Paths stand in the OpenAPI document of the hall server."""

from msgspec import Struct

from queue_core.wire.words import (
    CardKind,
    DeliveryState,
    PriorityKind,
    PriorityProof,
    RatingChannel,
    Role,
    TicketClass,
    TicketState,
)


class Errand(Struct, frozen=True, kw_only=True):
    """One thing to be done with a number."""

    ticket_class: TicketClass
    category: str
    matter: str | None = None
    items: int = 1
    case: str | None = None
    is_done: bool = False


class Estimate(Struct, frozen=True, kw_only=True):
    """Half wait less than `p50_s` seconds, nine in ten less than `p90_s`. Never shown as a bare minute."""

    p50_s: int
    p90_s: int


class Slot(Struct, frozen=True, kw_only=True):
    """The appointment of a ticket that counts; wall instants."""

    reference: str
    starts_at_ms: int
    ends_at_ms: int


class CardHolder(Struct, frozen=True, kw_only=True):
    """A person as read from a card. Personal data: never logged, never repeated in a reply in full."""

    name: str
    id_number: str
    card: CardKind


class TakeNumber(Struct, frozen=True, kw_only=True):
    """POST /api/v1/tickets. `holder` is None for an anonymous number, where the hall allows it.

    `matter` is a code (lower-case letters, digits, dashes), never text a person wrote. `items` counts the
    cases an agent brings; `further` are more matters on the same number. `appointment` is the reference of
    one to check in: class and category may then be left out. `case` is the code of the finished case a
    pickup is for. `accepts_risk`: its holder was warned that closing time may come first. `is_remote`: the
    holder is not in the hall yet. `priority` is what staff verified; age is seen on the card without it.
    `proof` is what they saw of it. `project` is the code of a green channel, by staff: the number is called
    at that channel's windows. To `phone` go messages: few before it, called, and the link to rate the visit.
    """

    ticket_class: TicketClass | None = None
    category: str | None = None
    matter: str | None = None
    holder: CardHolder | None = None
    language: str = "zh-CN"
    items: int = 1
    case: str | None = None
    further: tuple[Errand, ...] = ()
    appointment: str | None = None
    priority: PriorityKind | None = None
    proof: PriorityProof | None = None
    project: str | None = None
    phone: str | None = None
    accepts_risk: bool = False
    is_remote: bool = False


class Ticket(Struct, frozen=True, kw_only=True):
    """A ticket as its holder sees it. `ahead` counts waiting tickets that rank before it.

    `status_url` opens the phone page; its fragment is the holder's secret and never reaches a log. Class and
    category are those of the errand in hand or next; `lapsed` says why an appointment gives no right;
    `may_not_be_called`: the hall will probably close before; `windows` serve it. `window` has called it.
    `served_at` is the window of its last finished service, which may still be rated if `may_rate`.
    `is_claimed`: within the last two minutes a phone took it over by a claim of this server's. `passes_left`
    calls of others come before a deferred one.
    """

    ticket_id: int
    number: str
    ticket_class: TicketClass
    category: str
    state: TicketState
    delivery: DeliveryState
    issued_at_ms: int
    ahead: int
    status_url: str
    reference: str = ""
    errands: tuple[Errand, ...] = ()
    estimate: Estimate | None = None
    slot: Slot | None = None
    priority: PriorityKind | None = None
    lapsed: str | None = None
    may_not_be_called: bool = False
    windows: tuple[int, ...] = ()
    window: int | None = None
    served_at: int | None = None
    may_rate: bool = False
    is_claimed: bool = False
    passes_left: int = 0


class ReportDelivery(Struct, frozen=True, kw_only=True):
    """POST /api/v1/tickets/{ticket_id}/delivery. `reason` is the device error's code when it failed."""

    outcome: DeliveryState
    reason: str | None = None


class Rate(Struct, frozen=True, kw_only=True):
    """POST /api/v1/windows/{window}/rating. Levels 5 非常满意 … 1 非常不满意 (国办发〔2019〕51号).

    `labels` are codes of the hall's rating labels for that level.
    """

    ticket_id: int
    level: int
    channel: RatingChannel
    labels: tuple[str, ...] = ()


class SkipRating(Struct, frozen=True, kw_only=True):
    """POST /api/v1/windows/{window}/rating/skip: the citizen does not want to say, at this device."""

    ticket_id: int


class RateVisit(Struct, frozen=True, kw_only=True):
    """POST /api/v1/tickets/{ticket_id}/rating, by a kiosk: the visit with this number, today."""

    level: int
    labels: tuple[str, ...] = ()


class Rating(Struct, frozen=True, kw_only=True):
    ticket_id: int
    window: int
    level: int
    channel: RatingChannel
    rated_at_ms: int


class Enrol(Struct, frozen=True, kw_only=True):
    """POST /api/v1/enrolments. `code` is the one-time secret part of the enrolment code.

    The code's record knows the device's name and role. A resend with the same idempotency key gets the same
    token again.
    """

    code: str


class Enrolled(Struct, frozen=True, kw_only=True):
    token: str
    role: Role
    device: str
    hall: str
    windows: tuple[int, ...] = ()


class CreateEnrolmentCode(Struct, frozen=True, kw_only=True):
    """POST /api/v1/enrolment-codes (admin). `windows` bounds what a counter, pad or station may touch."""

    role: Role
    device: str
    windows: tuple[int, ...] = ()


class EnrolmentCode(Struct, frozen=True, kw_only=True):
    """`code` as typed by a person: the one-time secret and the certificate's fingerprint in one."""

    code: str
    expires_at_ms: int


class StaffCard(Struct, frozen=True, kw_only=True):
    """POST /api/v1/clerks/{number}/card (admin) makes a card that of a clerk; POST /api/v1/staff-cards/check.

    `serial` as the reader tells it, upper-case hexadecimal. Only a keyed hash of it is kept.
    """

    serial: str


class StaffMember(Struct, frozen=True, kw_only=True):
    """Whose card it is. A copied serial is not proof enough for what touches a queue."""

    clerk: str
    display_name: str
    role: Role


class RevokeDevice(Struct, frozen=True, kw_only=True):
    """POST /api/v1/revocations (admin): the device of that name is known no longer."""

    device: str


class OpenAdminSession(Struct, frozen=True, kw_only=True):
    """POST /api/v1/admin-sessions, without a token. `secret` is what `paihao hall init` printed once."""

    secret: str


class AdminSession(Struct, frozen=True, kw_only=True):
    token: str
    expires_at_ms: int


class SetPassword(Struct, frozen=True, kw_only=True):
    """POST /api/v1/clerks/{number}/password (admin). The clerk's sessions end."""

    password: str


class LogInToRead(Struct, frozen=True, kw_only=True):
    """POST /api/v1/reading-sessions: a supervisor, manager or auditor, in a browser and without a device."""

    number: str
    password: str


class ReadingSession(Struct, frozen=True, kw_only=True):
    """Its token reads the figures and changes nothing."""

    token: str
    display_name: str
    expires_at_ms: int


class LogIn(Struct, frozen=True, kw_only=True):
    """POST /api/v1/sessions, with the counter device's token. Guides and supervisors sit at no window.

    By password, or by `card` (a staff card's serial) alone where the hall allows it. `takes_over`: end the
    session of the clerk who is logged in at that window; what is in hand there goes on with the new one.
    """

    clerk: str = ""
    password: str = ""
    window: int | None = None
    card: str | None = None
    takes_over: bool = False


class Session(Struct, frozen=True, kw_only=True):
    token: str
    clerk: str
    display_name: str
    window: int | None
    role: Role = Role.CLERK


class Place(Struct, frozen=True, kw_only=True):
    """Where windows are. `walking_min` is from the entrance; names of zone and building by language tag."""

    code: str
    names: dict[str, str]
    building: dict[str, str]
    floor: str
    walking_min: int
    windows: tuple[int, ...]


class PublicTicket(Struct, frozen=True, kw_only=True):
    """GET /public/tickets/{reference}: what the phone shows. No personal data; cacheable by ETag.

    `calls` counts the call and its recalls, so that a phone notices a recall. `places` are where `window`
    is, or where `windows` are. `rated` is the level that was given; `served_at` the last window of a service.
    `visited_on` (ISO date) stands with a visit of a day that is over: it may be rated until `rate_until_ms`.
    """

    number: str
    ticket_class: TicketClass
    category: str
    category_names: dict[str, str]
    hall_names: dict[str, str]
    state: TicketState
    delivery: DeliveryState
    ahead: int
    window: int | None
    poll_within_s: int
    calls: int = 0
    estimate: Estimate | None = None
    errands: tuple[Errand, ...] = ()
    passes_left: int = 0
    slot: Slot | None = None
    windows: tuple[int, ...] = ()
    places: tuple[Place, ...] = ()
    may_rate: bool = False
    rated: int | None = None
    may_not_be_called: bool = False
    served_at: int | None = None
    visited_on: str | None = None
    rate_until_ms: int | None = None


class ClaimNumber(Struct, frozen=True, kw_only=True):
    """POST /public/tickets/{reference}/claim: this phone takes the number over, by the kiosk's one-time link.

    The same Idempotency-Key again gets the same answer; another phone is refused as `claim-used`.
    """

    claim: str


class Claimed(Struct, frozen=True, kw_only=True):
    """`secret` is the holder's from now on."""

    secret: str
    ticket: "PublicTicket"


class HoldPaperless(Struct, frozen=True, kw_only=True):
    """POST /public/tickets/{reference}/hold: the phone holds the number. `secret` is the URL's fragment."""

    secret: str
