"""The one table of what each event makes of the day: `changes`, and `lockers.changes` of cases and cabinets.

`evolve` owns the day it is given and returns the same one, changed: the old day must not be used again.
"""

from queue_core.domain.changes import appointments, delivery, hall, ratings, sittings, waiting, windows
from queue_core.domain.changes.leading import Change
from queue_core.domain.events import Event
from queue_core.domain.hall_day import HallDay
from queue_core.domain.lockers import changes as lockers


def evolve(day: HallDay, event: Event) -> HallDay:
    """The day after `event`. Raises KeyError if the event cannot happen in it."""
    day.pass_time(event.at_ms)
    day.shifts.follow(event)
    CHANGES[type(event)](day, event)
    day.last_at_ms = event.at_ms
    return day


CHANGES: dict[type[Event], Change] = {
    **hall.CHANGES,
    **windows.CHANGES,
    **waiting.CHANGES,
    **delivery.CHANGES,
    **sittings.CHANGES,
    **ratings.CHANGES,
    **appointments.CHANGES,
    **lockers.CHANGES,
}
