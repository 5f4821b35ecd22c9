"""Whether the hall is open, from its day's sessions. Pure; wall instants in ms."""

from dataclasses import dataclass
from enum import StrEnum

from queue_core.wire.views import HallView


class Body(StrEnum):
    """What stands in the middle of the wall."""

    CALLS = "calls"
    BEFORE_OPENING = "before-opening"
    BREAK = "break"
    CLOSED = "closed"  # for today, or all day
    CLOSED_ALL_DAY = "closed-all-day"


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """`opens_at_ms`: when it opens next today, 0 where it does not."""

    body: Body
    opens_at_ms: int = 0


def opened(hall: HallView, now_ms: int, *, is_at_work: bool) -> Opened:
    """While windows work, calls are shown whatever the clock says; at the day's end until the last number."""
    if is_at_work and not hall.is_closed:
        return Opened(body=Body.CALLS)
    if hall.is_closed:
        return Opened(body=Body.CLOSED if hall.sessions else Body.CLOSED_ALL_DAY)
    if not hall.sessions or any(each.opens_at_ms <= now_ms < each.closes_at_ms for each in hall.sessions):
        return Opened(body=Body.CALLS)
    later = [each.opens_at_ms for each in hall.sessions if each.opens_at_ms > now_ms]
    if not later:
        has_numbers = any(unit.waiting for unit in hall.units)
        return Opened(body=Body.CALLS if has_numbers else Body.CLOSED)
    is_first = len(later) == len(hall.sessions)
    return Opened(body=Body.BEFORE_OPENING if is_first else Body.BREAK, opens_at_ms=min(later))
