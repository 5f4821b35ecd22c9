"""What displays see, each a whole replacement of the same view before it."""

from msgspec import Struct

from queue_core.wire.words import TicketClass, TicketState, WindowState


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


class HallView(Struct, frozen=True, kw_only=True, tag="hall"):
    """The hall as a kiosk and the wall need it. `timezone` is the IANA name for the times it shows.

    `anonymous_classes` are issued without a card; a number of any other class needs a holder.
    """

    names: dict[str, str]
    timezone: str = "Asia/Shanghai"
    day: str
    categories: tuple[Category, ...]
    windows: tuple[int, ...]
    units: tuple[UnitWaiting, ...]
    anonymous_classes: tuple[TicketClass, ...] = ()


class HolderView(Struct, frozen=True, kw_only=True):
    """What a clerk sees of a person: the name, and the number as 440***********1234."""

    name: str
    masked_id_number: str


class WindowTicket(Struct, frozen=True, kw_only=True):
    """The ticket at a window. `holder` is filled for that window's counter only."""

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


class RatingRequest(Struct, frozen=True, kw_only=True):
    """The service just finished at a window that may still be rated there, until `until_ms`."""

    ticket_id: int
    number: str
    until_ms: int


class WindowView(Struct, frozen=True, kw_only=True, tag="window"):
    """`waiting` counts the tickets this window may call."""

    window: int
    state: WindowState
    clerk: str | None
    clerk_display_name: str | None
    ticket: WindowTicket | None
    rating: RatingRequest | None
    waiting: int
    calls_before_no_show: int


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
