"""What displays see, each a whole replacement of the same view before it."""

from msgspec import Struct

from queue_core.wire.lockers import Unlocking
from queue_core.wire.messages import Errand, Estimate, Place, Slot
from queue_core.wire.words import (
    DoorCondition,
    DoorSize,
    DoorTrouble,
    DoorUse,
    PriorityKind,
    Reason,
    TicketClass,
    TicketState,
    WindowKind,
    WindowState,
)


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


class WordedReason(Struct, frozen=True, kw_only=True):
    """A reason staff choose from, as the hall words it by language tag; `code` is what is journaled."""

    code: str
    names: dict[str, str]


class GreenChannel(Struct, frozen=True, kw_only=True):
    """绿色通道: a named project whose numbers are called at its own windows."""

    code: str
    names: dict[str, str]
    windows: tuple[int, ...]


class PickupPoint(Struct, frozen=True, kw_only=True):
    """A cabinet 取件柜 or a partner 合作方, by the code that places of cases have; how people call it."""

    code: str
    names: dict[str, str]


class RatingLabel(Struct, frozen=True, kw_only=True):
    """What a citizen may say beside one of these levels."""

    code: str
    names: dict[str, str]
    levels: tuple[int, ...]


class Rated(Struct, frozen=True, kw_only=True):
    """How the hall asks for ratings. With `needs_proof` only a ticket or phone counts: pads point there."""

    labels: tuple[RatingLabel, ...] = ()
    needs_proof: bool = False


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
    Staff choose from `pause_reasons` and `hold_reasons`, or write their own. Where it `has_messages`, phone
    numbers are asked for. Finished cases wait at `pickup_points`, beside its windows and the post.
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
    pause_reasons: tuple[WordedReason, ...] = ()
    hold_reasons: tuple[WordedReason, ...] = ()
    green_channels: tuple[GreenChannel, ...] = ()
    rating: Rated = Rated()
    has_messages: bool = False
    pickup_points: tuple[PickupPoint, ...] = ()


class HolderView(Struct, frozen=True, kw_only=True):
    """What a clerk sees of a person: the name, and the number as 440***********1234."""

    name: str
    masked_id_number: str


class SittingDone(Struct, frozen=True, kw_only=True):
    """What another window did with this number before."""

    window: int
    finished_at_ms: int


class WindowTicket(Struct, frozen=True, kw_only=True):
    """The ticket at a window. `holder` and `note` are filled for that window's counter only.

    `in_hand` are the errands (indexes) of this sitting; from `no_show_from_ms` on it may be marked absent.
    `reason` is why it was its turn; `note` is what the window before wrote for this one; `sittings` were
    finished elsewhere today; `project` is that of a green channel.
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
    language: str = "zh-CN"
    reason: Reason = Reason.EARLIER
    note: str | None = None
    sittings: tuple[SittingDone, ...] = ()
    project: str | None = None


class HeldNumber(Struct, frozen=True, kw_only=True):
    """A number a window keeps while its holder fetches what is missing, until `until_ms` by the wall.

    `is_back`: its holder is; the window's next call takes it first.
    """

    ticket_id: int
    number: str
    reason: str
    until_ms: int
    is_back: bool = False


class RatingRequest(Struct, frozen=True, kw_only=True):
    """The service finished at a window at `asked_at_ms`, that may still be rated there until `until_ms`.

    `language` is its holder's, `clerk` who finished it and may have been relieved since.
    """

    ticket_id: int
    number: str
    until_ms: int
    asked_at_ms: int = 0
    language: str = "zh-CN"
    clerk: str | None = None
    clerk_display_name: str | None = None


class UnitName(Struct, frozen=True, kw_only=True):
    category: str
    ticket_class: TicketClass


class WindowView(Struct, frozen=True, kw_only=True, tag="window"):
    """`waiting` counts the tickets this window may call; the first of them has waited since `first_since_ms`.

    `pause` is why it is, or will be, paused, and `pause_until_ms` for how long as its clerk said.
    """

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
    first_since_ms: int | None = None
    pause_until_ms: int | None = None
    held: tuple[HeldNumber, ...] = ()


class CallView(Struct, frozen=True, kw_only=True, tag="call"):
    """One call to be shown and spoken. `call_id` grows; `nth` is 1 for the first call, 2 for a recall …

    `is_spoken`: it was heard, as far as the hall knows; who starts anew need not say it.
    """

    call_id: int
    ticket_id: int
    number: str
    ticket_class: TicketClass
    window: int
    nth: int
    called_at_ms: int
    language: str
    is_spoken: bool = False


class Notice(Struct, frozen=True, kw_only=True):
    """What the hall tells everybody, by language tag, until `until_ms` or until it is ended."""

    notice_id: int
    texts: dict[str, str]
    until_ms: int | None = None


class AbsentNumber(Struct, frozen=True, kw_only=True):
    """过号: called at `window` in vain; its holder may come back."""

    number: str
    ticket_class: TicketClass
    window: int
    missed_at_ms: int


class BoardView(Struct, frozen=True, kw_only=True, tag="board"):
    """What hangs on the walls beside the calls. `absent` newest first."""

    notices: tuple[Notice, ...] = ()
    absent: tuple[AbsentNumber, ...] = ()


class DoorView(Struct, frozen=True, kw_only=True):
    """One door. `case` (its code) is filled for staff only; `unlocking` is the order not settled yet.

    `since_ms` is since when its `condition` is so, `keep_until_ms` how long what is inside is kept.
    """

    number: int
    size: DoorSize
    board: int
    channel: int
    condition: DoorCondition
    use: DoorUse
    since_ms: int = 0
    trouble: DoorTrouble | None = None
    is_left_open: bool = False
    is_in_service: bool = True
    case: str | None = None
    keep_until_ms: int | None = None
    is_overdue: bool = False
    unlocking: Unlocking | None = None


class CabinetView(Struct, frozen=True, kw_only=True, tag="cabinet"):
    """取件柜, for the cabinet itself and for staff. `locked_until_ms`: no proof is taken before."""

    cabinet: str
    names: dict[str, str]
    place: str
    doors: tuple[DoorView, ...]
    needs_card: bool = False
    locked_until_ms: int = 0
    is_connected: bool = True


View = HallView | WindowView | CallView | BoardView | CabinetView
