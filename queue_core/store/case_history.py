"""What happened to a case, one after the other, with who did it and where. See `case_deeds` for the index."""

import sqlite3

from msgspec import Struct

from queue_core.domain.events import (
    CaseAccepted,
    CaseDeposited,
    CaseExpired,
    CaseHandedOver,
    CaseKeptLonger,
    CaseMissing,
    CasePlaced,
    CaseReady,
    CaseRemoved,
    CaseReturned,
    UnlockingAsked,
)
from queue_core.domain.records import CasePlace, InDoor, Unlocking
from queue_core.store.case_deeds import happened, window_of

Moved = (
    CaseAccepted
    | CaseReady
    | CasePlaced
    | CaseDeposited
    | CaseRemoved
    | CaseMissing
    | CaseKeptLonger
    | CaseExpired
    | CaseHandedOver
    | CaseReturned
)
_OUT_OF_DOORS = CaseRemoved | CaseMissing
_AT_DOORS = CaseReady | CaseDeposited | CaseHandedOver | _OUT_OF_DOORS


class CaseMove(Struct, frozen=True, kw_only=True):
    """`actor` had it done: at a cabinet who asked for the door.

    `place` is where it came to, or the door it left; `window` where a clerk sat; `until_ms` how long it is
    kept from then on, where that was said.
    """

    at_ms: int
    kind: str
    actor: str
    window: int | None = None
    place: CasePlace | None = None
    until_ms: int | None = None


def case_history(connection: sqlite3.Connection, case_id: int) -> tuple[CaseMove, ...]:
    """The oldest first. Raises sqlite3.Error, and msgspec.MsgspecError for a damaged event."""
    moves: list[CaseMove] = []
    asked: tuple[str, Unlocking] | None = None
    for sequence, actor, event in happened(connection, case_id):
        if isinstance(event, UnlockingAsked):
            asked = actor, event.unlocking
        elif isinstance(event, Moved):
            is_by_cabinet = actor.startswith("cabinet:") and isinstance(event, _AT_DOORS)
            who = asked[0] if asked is not None and is_by_cabinet else actor
            is_at_door = is_by_cabinet or isinstance(event, _OUT_OF_DOORS)
            moves.append(
                CaseMove(
                    at_ms=event.at_ms,
                    kind=str(event.__struct_config__.tag),
                    actor=who,
                    window=window_of(connection, who, sequence),
                    place=_place(event, asked[1] if asked is not None and is_at_door else None),
                    until_ms=_until_ms(event),
                )
            )
    return tuple(moves)


def _place(event: Moved, asked: Unlocking | None) -> CasePlace | None:
    match event:
        case CasePlaced(place=place):
            return place
        case CaseDeposited(cabinet=cabinet, door=door):
            return InDoor(cabinet=cabinet, door=door)
        case CaseReady():
            return None
        case _ if asked is not None:
            return InDoor(cabinet=asked.cabinet, door=asked.door)
        case _:
            return None


def _until_ms(event: Moved) -> int | None:
    match event:
        case CaseKeptLonger(until_ms=until_ms):
            return until_ms
        case CaseReady() | CaseDeposited() | CaseRemoved():
            return event.keep_until_ms
        case _:
            return None
