"""When a message may be tried, and for how long it is worth it. Pure; instants are wall milliseconds."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from msgspec import Struct

from queue_core.store.message import Message, MessageKind

MINUTE_MS = 60_000
HOUR_MS = 60 * MINUTE_MS
DAY_MS = 24 * HOUR_MS
LIFE_MS: Mapping[MessageKind, int] = {
    MessageKind.CALLED: 10 * MINUTE_MS,
    MessageKind.FEW_AHEAD: 30 * MINUTE_MS,
    MessageKind.APPOINTMENT_TOMORROW: 18 * HOUR_MS,
    MessageKind.RATING_LINK: 3 * DAY_MS,
    MessageKind.LOCKER_EXPIRING: DAY_MS,
    MessageKind.RESULT_READY: 7 * DAY_MS,
}
"""Of a message that does not say itself until when it is worth sending."""
WAKING = frozenset({MessageKind.CALLED, MessageKind.FEW_AHEAD})
"""They are for somebody who waits right now: quiet hours do not hold them up."""


def expires_ms(message: Message) -> int:
    if message.expires_at_ms is not None:
        return message.expires_at_ms
    return message.created_at_ms + LIFE_MS[message.kind]


class QuietHours(Struct, frozen=True, kw_only=True):
    """Minutes of the local day; equal ones are no quiet hours at all."""

    from_min: int
    until_min: int
    zone: ZoneInfo

    def end_ms(self, now_ms: int) -> int | None:
        """When the quiet hours end that it is in now."""
        now = datetime.fromtimestamp(now_ms / 1000, self.zone)
        minute = now.hour * 60 + now.minute
        if not self._holds(minute):
            return None
        day = now.date() + timedelta(days=1) if minute >= self.until_min else now.date()
        midnight = datetime(day.year, day.month, day.day, tzinfo=self.zone)
        return round((midnight + timedelta(minutes=self.until_min)).timestamp() * 1000)

    def _holds(self, minute: int) -> bool:
        if self.from_min <= self.until_min:
            return self.from_min <= minute < self.until_min
        return minute >= self.from_min or minute < self.until_min


class Backoff(Struct, frozen=True, kw_only=True):
    """Doubling from `first_ms` to `most_ms`, each shortened by up to a half, so that not all come at once.

    `draw` returns a random number from 0 to 1.
    """

    first_ms: int
    most_ms: int
    draw: Callable[[], float]

    def after(self, failures: int) -> int:
        """How long to wait after that many failures in a row, from 1."""
        longest = min(self.most_ms, self.first_ms << min(failures - 1, 30))
        return round(longest * (1 - self.draw() / 2))
