"""What anybody may read of the hall without logging in: documents that relays and browsers keep awhile."""

from msgspec import Struct

from queue_core.wire.messages import Place
from queue_core.wire.views import Category, Opening, UnitWaiting


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
