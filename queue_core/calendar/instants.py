"""From a zone's wall clock to instants, also where clocks are put forward or back."""

from datetime import UTC, date, datetime, timedelta, tzinfo

from queue_core.calendar.hours import SessionHours
from queue_core.domain.hall_clock import Session

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
MILLISECOND = timedelta(milliseconds=1)


def session_on(day: date, hours: SessionHours, zone: tzinfo) -> Session | None:
    """None when clocks put forward skip the whole session."""
    opens_at_ms = instant_ms(day, hours.from_minute, zone)
    closes_at_ms = instant_ms(day, hours.until_minute, zone)
    if opens_at_ms >= closes_at_ms:
        return None
    return Session(opens_at_ms=opens_at_ms, closes_at_ms=closes_at_ms)


def instant_ms(day: date, minute: int, zone: tzinfo) -> int:
    """When the zone's clocks come to `minute` (0 to 1440) of `day`, in ms since 1970 UTC.

    A time they show twice is the first of both; one they skip is the instant they are put forward. So a later
    minute never gives an earlier instant.
    """
    local = datetime(day.year, day.month, day.day) + minute * MINUTE  # noqa: DTZ001  (the zone follows)
    instant = local.replace(tzinfo=zone).astimezone(UTC)
    if instant.astimezone(zone).replace(tzinfo=None) != local:
        instant = _put_forward(local, zone)
    return (instant - EPOCH) // MILLISECOND


def _put_forward(skipped: datetime, zone: tzinfo) -> datetime:
    """The whole minute at which clocks jump over a local time that does not exist."""
    # PEP 495: in a gap, fold 0 takes the offset from before the jump and so gives an instant after it.
    instant = skipped.replace(tzinfo=zone).astimezone(UTC)
    while (instant - MINUTE).astimezone(zone).replace(tzinfo=None) > skipped:
        instant -= MINUTE
    return instant
