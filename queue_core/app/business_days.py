"""Which business day an instant belongs to, and when the hall is open on it."""

from collections.abc import Callable
from datetime import date, datetime, time, tzinfo

from msgspec import Struct

from queue_core.domain.hall_clock import Session

SATURDAY = 5


class BusinessDay(Struct, frozen=True, kw_only=True):
    """`day` is the ISO date, `midnight_ms` when it began by local time.

    Without `sessions` the hall is open around the clock, unless `is_closed` says that it is not at all.
    """

    day: str
    midnight_ms: int
    sessions: tuple[Session, ...] = ()
    is_closed: bool = False


def plain_deadline(day: str, working_days: int) -> str:
    """By weekdays alone, as a hall counts that knows of no holidays."""
    on = date.fromisoformat(day)
    while working_days:
        on = date.fromordinal(on.toordinal() + 1)
        working_days -= on.weekday() < SATURDAY
    return on.isoformat()


class BusinessDays:
    """Days that change at midnight of a time zone. Remembers the last one: it is asked all the time.

    `sessions_on` names a date's opening hours, none on a closed one; without it the hall never closes.
    """

    def __init__(
        self, zone: tzinfo, sessions_on: Callable[[date], tuple[Session, ...]] | None = None
    ) -> None:
        self._zone = zone
        self._sessions_on = sessions_on
        self._last: tuple[int, int, BusinessDay] | None = None

    def __call__(self, at_ms: int) -> BusinessDay:
        if self._last is not None and self._last[0] <= at_ms < self._last[1]:
            return self._last[2]
        on = datetime.fromtimestamp(at_ms / 1000, self._zone).date()
        begins_ms, ends_ms = self._midnight_ms(on), self._midnight_ms(date.fromordinal(on.toordinal() + 1))
        sessions = () if self._sessions_on is None else self._sessions_on(on)
        found = BusinessDay(
            day=on.isoformat(),
            midnight_ms=begins_ms,
            sessions=sessions,
            is_closed=self._sessions_on is not None and not sessions,
        )
        self._last = (begins_ms, ends_ms, found)
        return found

    def _midnight_ms(self, on: date) -> int:
        return int(datetime.combine(on, time(), self._zone).timestamp() * 1000)
