"""Cases 办件 at a counter: what may be done with one, and in which order they are shown."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from queue_core.wire.cases import Case, CaseQuery
from queue_core.wire.views import HallView
from queue_core.wire.words import CaseState, PickupWay, PlaceKind

MOST_LISTED = 50
KEPT_DAYS = (7, 15, 30)
"""By so many days a case may be kept longer."""
WAYS = (PickupWay.WINDOW, PickupWay.LOCKER, PickupWay.POST)


class Shelf(StrEnum):
    """Which cases are listed. The values are codes that screens word."""

    WAITING = "waiting"
    OVERDUE = "overdue"
    ON_SHELF = "shelf"
    IN_DOOR = "door"
    AT_PARTNER = "partner"
    POSTED = "posted"
    ACCEPTED = "accepted"
    OVER = "over"


class CaseAct(StrEnum):
    """What the back does with one case."""

    READY = "ready"
    HAND_OVER = "hand-over"
    SHELVE = "shelve"
    POST = "post"
    GIVE_TO_PARTNER = "partner"
    RETURN = "return"
    KEEP_LONGER = "keep-longer"
    REPRINT_ACCEPTANCE = "reprint-acceptance"
    REPRINT_HAND_OVER = "reprint-hand-over"


WITH_TEXT = frozenset({CaseAct.SHELVE, CaseAct.POST, CaseAct.GIVE_TO_PARTNER})
"""These need a shelf's label, a reference, or a partner's name and a reference."""
REPRINTS = frozenset({CaseAct.REPRINT_ACCEPTANCE, CaseAct.REPRINT_HAND_OVER})

_ANYWHERE = (
    CaseAct.SHELVE,
    CaseAct.POST,
    CaseAct.GIVE_TO_PARTNER,
    CaseAct.RETURN,
)
_QUERIES: dict[Shelf, CaseQuery] = {
    Shelf.WAITING: CaseQuery(states=(CaseState.READY, CaseState.EXPIRED)),
    Shelf.OVERDUE: CaseQuery(states=(CaseState.EXPIRED,)),
    Shelf.ON_SHELF: CaseQuery(place=PlaceKind.SHELF),
    Shelf.IN_DOOR: CaseQuery(place=PlaceKind.DOOR),
    Shelf.AT_PARTNER: CaseQuery(place=PlaceKind.PARTNER),
    Shelf.POSTED: CaseQuery(place=PlaceKind.POSTED),
    Shelf.ACCEPTED: CaseQuery(states=(CaseState.ACCEPTED,)),
    Shelf.OVER: CaseQuery(states=(CaseState.HANDED_OVER, CaseState.RETURNED)),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseOption:
    """A row; two of the same case are the same row, whatever has become of it."""

    case: Case


def query(shelf: Shelf, code: str) -> CaseQuery:
    """A code is looked for everywhere."""
    return CaseQuery(code=code.strip(), limit=MOST_LISTED) if code.strip() else _QUERIES[shelf]


def acts(case: Case) -> tuple[CaseAct, ...]:
    """What may be done now. What lies behind a door is taken out at its cabinet."""
    match case.state:
        case CaseState.ACCEPTED:
            return (CaseAct.READY, *_ANYWHERE, CaseAct.REPRINT_ACCEPTANCE)
        case CaseState.READY | CaseState.EXPIRED if is_in_door(case):
            return (CaseAct.KEEP_LONGER, CaseAct.REPRINT_ACCEPTANCE)
        case CaseState.READY | CaseState.EXPIRED:
            return (CaseAct.HAND_OVER, *_ANYWHERE, CaseAct.KEEP_LONGER, CaseAct.REPRINT_ACCEPTANCE)
        case CaseState.HANDED_OVER:
            return (CaseAct.REPRINT_HAND_OVER, CaseAct.REPRINT_ACCEPTANCE)
        case _:
            return (CaseAct.REPRINT_ACCEPTANCE,)


def is_in_door(case: Case) -> bool:
    return case.place is not None and case.place.kind is PlaceKind.DOOR


def is_at_hand(case: Case) -> bool:
    """It can be handed over at a window: nothing says that it is elsewhere."""
    is_finished = case.state in {CaseState.READY, CaseState.EXPIRED}
    is_elsewhere = case.place is not None and case.place.kind is not PlaceKind.SHELF
    return is_finished and not is_elsewhere and not case.is_missing


def in_order(cases: tuple[Case, ...]) -> tuple[Case, ...]:
    """Overdue ones first, then by how long they are still kept."""

    def rank(case: Case) -> tuple[bool, bool, int]:
        return (
            case.state is not CaseState.EXPIRED,
            case.keep_until_ms is None,
            case.keep_until_ms or -case.accepted_at_ms,
        )

    return tuple(sorted(cases, key=rank))


def kept_until_ms(case: Case, days: int, hall: HallView) -> int:
    """So many days after it would have gone, or after today where that is over."""
    tomorrow = date.fromisoformat(hall.day) + timedelta(days=1)
    end_of_today = datetime.combine(tomorrow, time(), tzinfo=ZoneInfo(hall.timezone))
    from_ms = max(case.keep_until_ms or 0, int(end_of_today.timestamp() * 1000))
    return from_ms + days * 86_400_000


def name_and_reference(text: str) -> tuple[str, str]:
    """`蜜蜂箱 8841`: who has it, and by what it is followed there."""
    name, _, reference = text.strip().partition(" ")
    return name, reference.strip()
