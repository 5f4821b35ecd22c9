"""When a hall is quiet: numbers issued in each half hour of today, beside those of days like it."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date

from queue_core.domain.hall_clock import Session
from queue_core.domain.hall_day import HallDay
from queue_core.domain.rules import MINUTE_MS

HALF_HOUR_MS = 30 * MINUTE_MS
HALF_HOURS_A_DAY = 48
MOST_DAYS = 20
FEWEST_OF_A_WEEKDAY = 3
MOST_SHOWN = 24
_BY_DAY = range(16, 40)  # 08:00 to 20:00

Counts = Mapping[int, int]
"""Numbers issued by half hour of the day, counted from midnight."""


def shown(sessions: Iterable[Session], midnight_ms: int) -> tuple[int, ...]:
    """The half hours of the day in which the hall is open, at least in part; none without sessions.

    More than 24 are too many to look at: of a hall that is open around the clock, or nearly, only those
    from 08:00 to 20:00 are shown.
    """
    found = sorted(
        {
            half_hour
            for each in sessions
            for half_hour in range(
                (each.opens_at_ms - midnight_ms) // HALF_HOUR_MS,
                -(-(each.closes_at_ms - midnight_ms) // HALF_HOUR_MS),
            )
        }
    )
    if len(found) > MOST_SHOWN:
        found = [each for each in found if each in _BY_DAY]
    return tuple(found)


def shown_on(day: HallDay) -> tuple[int, ...]:
    """A hall without sessions is open around the clock."""
    if day.is_closed and not day.tickets:
        return ()
    return shown(day.clock.sessions, day.midnight_ms) if day.clock.sessions else tuple(_BY_DAY)


def usual(past: Mapping[date, Counts], today: date) -> dict[int, int] | None:
    """The mean of the last days like today, 20 at most; None without any.

    Days like it are those of the same weekday, or all when there are fewer than three of them. A day
    without a number was no working day.
    """
    worked = [day for day in sorted(past, reverse=True) if day < today and any(past[day].values())]
    same = [day for day in worked if day.weekday() == today.weekday()]
    alike = (same if len(same) >= FEWEST_OF_A_WEEKDAY else worked)[:MOST_DAYS]
    if not alike:
        return None
    return {
        half_hour: round(sum(past[day].get(half_hour, 0) for day in alike) / len(alike))
        for half_hour in range(HALF_HOURS_A_DAY)
    }


class IssuedToday:
    """Counts the numbers of the day, each of them once. Belongs to the committer's thread."""

    def __init__(self) -> None:
        self._day: str | None = None
        self._next_id = 0
        self._counts: Counter[int] = Counter()

    def of(self, day: HallDay) -> Counter[int]:
        """O(numbers issued since it was asked last)."""
        if day.day != self._day:
            self._day, self._counts = day.day, Counter()
            self._next_id = min(day.tickets, default=day.next_ticket_id)
        for ticket_id in range(self._next_id, day.next_ticket_id):
            if (ticket := day.tickets.get(ticket_id)) is not None:
                self._counts[(ticket.issued_at_ms - day.midnight_ms) // HALF_HOUR_MS] += 1
        self._next_id = day.next_ticket_id
        return self._counts
