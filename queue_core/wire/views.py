"""What displays see, each a whole replacement of the same view before it."""

from msgspec import Struct

from queue_core.wire.messages import Errand, Estimate, Place, Slot
from queue_core.wire.words import PriorityKind, TicketClass, TicketState, WindowKind, WindowState


class Category(Struct, frozen=True, kw_only=True):
    """A category 业务类别. `names` by language tag (zh-CN, en)."""

    code: str
    names: dict[str, str]
    classes: tuple[TicketClass, ...]


class UnitWaiting(Struct, frozen=True, kw_only=True):
    category: str
    ticket_class: TicketClass
    waiting: int
    windows_open: int
    estimate: Estimate | None = None


class Opening(Struct, frozen=True, kw_only=True):
    """A stretch of opening time: wall instants."""

    opens_at_ms: int
    closes_at_ms: int


class HallView(Struct, frozen=True, kw_only=True, tag="hall"):
    """The hall as a kiosk and the wall need it. `timezone` is the IANA name for the times it shows.

    `anonymous_classes` are issued without a card; a number of any other class needs a holder. Without
    `sessions` the hall is always open. `head_start_min` is the appointments' in effect, raised in overload;
    `priority_min` and `pickup_min` are those of the other rights; without `has_appointments` nobody has one.
    `public_url` is where phones open the hall's pages; a number is for `most_errands` matters at most.
    """

    names: dict[str, str]
    timezone: str = "Asia/Shanghai"
    day: str
    categories: tuple[Category, ...]
    windows: tuple[int, ...]
    units: tuple[UnitWaiting, ...]
    anonymous_classes: tuple[TicketClass, ...] = ()
    sessions: tuple[Opening, ...] = ()
    head_start_min: int = 60
    priority_min: int = 45
    pickup_min: int = 10
    has_appointments: bool = True
    public_url: str = ""
    most_errands: int = 3
    is_closed: bool = False
    places: tuple[Place, ...] = ()


class HolderView(Struct, frozen=True, kw_only=True):
    """What a clerk sees of a person: the name, and the number as 440***********1234."""

    name: str
    masked_id_number: str


class WindowTicket(Struct, frozen=True, kw_only=True):
    """The ticket at a window. `holder` is filled for that window's counter only.

    `in_hand` are the errands (indexes) of this sitting; from `no_show_from_ms` on it may be marked absent.
    """

    ticket_id: int
    number: str
    ticket_class: TicketClass
    category: str
    state: TicketState
    calls: int
    issued_at_ms: int
    called_at_ms: int
    started_at_ms: int | None
    holder: HolderView | None
    matter: str | None = None
    errands: tuple[Errand, ...] = ()
    in_hand: tuple[int, ...] = ()
    priority: PriorityKind | None = None
    slot: Slot | None = None
    no_show_from_ms: int | None = None
    holds: int = 0


class RatingRequest(Struct, frozen=True, kw_only=True):
    """The service just finished at a window that may still be rated there, until `until_ms`."""

    ticket_id: int
    number: str
    until_ms: int


class UnitName(Struct, frozen=True, kw_only=True):
    category: str
    ticket_class: TicketClass


class WindowView(Struct, frozen=True, kw_only=True, tag="window"):
    """`waiting` counts the tickets this window may call. `pause` is why it is, or will be, paused."""

    window: int
    state: WindowState
    clerk: str | None
    clerk_display_name: str | None
    ticket: WindowTicket | None
    rating: RatingRequest | None
    waiting: int
    calls_before_no_show: int
    kind: WindowKind = WindowKind.COUNTER
    pause: str | None = None
    units: tuple[UnitName, ...] = ()


class CallView(Struct, frozen=True, kw_only=True, tag="call"):
    """One call to be shown and spoken. `call_id` grows; `nth` is 1 for the first call, 2 for a recall …"""

    call_id: int
    ticket_id: int
    number: str
    ticket_class: TicketClass
    window: int
    nth: int
    called_at_ms: int
    language: str


View = HallView | WindowView | CallView
