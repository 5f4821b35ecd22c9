"""What anybody may read of the hall without logging in: documents that relays and browsers keep awhile."""

from enum import StrEnum

from msgspec import Struct

from queue_core.wire.messages import Place
from queue_core.wire.views import Category, Opening, UnitWaiting
from queue_core.wire.words import PlaceKind


class QuietHour(Struct, frozen=True, kw_only=True):
    """Half an hour of opening time today. `usual` numbers are issued in it on such a day; None: unknown yet.

    `today` counts the numbers issued in it so far; None for what is to come.
    """

    starts_at_ms: int
    usual: int | None
    today: int | None


class PublicHall(Struct, frozen=True, kw_only=True):
    """GET /public/hall, with an ETag; the same for everyone. Without `sessions` the hall is always open.

    `hours` of a hall that is open around the clock are those from 08:00 to 20:00. `told_at_ms` is the minute
    it was made in, so that the document stays the same for as long.
    """

    names: dict[str, str]
    timezone: str
    day: str
    is_closed: bool
    sessions: tuple[Opening, ...]
    categories: tuple[Category, ...]
    units: tuple[UnitWaiting, ...]
    places: tuple[Place, ...]
    hours: tuple[QuietHour, ...]
    told_at_ms: int
    poll_within_s: int


class PickupState(StrEnum):
    """A finished case as the phone of its holder is told of it."""

    WAITING = "waiting"
    COLLECTED = "collected"
    EXPIRED = "expired"  # 逾期未取: kept at the hall, but its code opens no door any more
    MISSING = "missing"  # not where it should be; staff look for it
    RETURNED = "returned"  # 已退回
    OVER = "over"  # of days ago, or there is a newer code


class AskPickup(Struct, frozen=True, kw_only=True):
    """POST /public/pickups. Both stand behind the fragment of the message's link: in no path, in no log.

    `with_qr`: the code is to be drawn, too; a phone that has it needs it no second time.
    """

    code: str
    token: str
    with_qr: bool = True

    def __repr__(self) -> str:
        return "AskPickup(…)"


class PickupPlace(Struct, frozen=True, kw_only=True):
    """Where a case waits. `names` are those of a cabinet or a partner, {} if the hall has none for `label`.

    `label` is the code of a cabinet or a partner, the name of the post, or a shelf's; `reference` the number
    by which a parcel is followed.
    """

    kind: PlaceKind
    names: dict[str, str]
    label: str
    door: int | None = None
    reference: str = ""

    @property
    def is_at_hall(self) -> bool:
        return self.kind in (PlaceKind.SHELF, PlaceKind.DOOR)


class PublicPickup(Struct, frozen=True, kw_only=True):
    """What the link of a message shows. Nobody's name; no cache keeps it.

    Without a `place` it is handed out at the hall. `windows` are those that hand it out, `places` where they,
    or the cabinet, are. `until_ms`: how long it is kept there, where the hall says so. `needs_card`: the
    cabinet asks for the holder's card as well. `qr` has a string a row, "1" for a dark module, with the quiet
    zone around it; () when it was not asked for, or when code and QR are not what it is collected with.
    """

    state: PickupState
    hall_names: dict[str, str]
    timezone: str
    poll_within_s: int
    case: str = ""
    category_names: dict[str, str] = {}
    matter_names: dict[str, str] = {}
    place: PickupPlace | None = None
    windows: tuple[int, ...] = ()
    places: tuple[Place, ...] = ()
    until_ms: int | None = None
    needs_card: bool = False
    qr: tuple[str, ...] = ()

    @property
    def is_by_code(self) -> bool:
        """Whether it waits at the hall, where the code is good."""
        return self.state is PickupState.WAITING and (self.place is None or self.place.is_at_hall)
