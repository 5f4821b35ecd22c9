"""The report on ratings out of a journal: of all its days, of one, or of a month's."""

from collections.abc import Iterable
from pathlib import Path

from queue_core.reports.errors import NoSuchDay
from queue_core.reports.journal import days_of, events_on
from queue_core.reports.ratings import RatingsReport, ratings

LATE_DAYS = 31
"""More business days than any hall lets a visit be rated after its own."""


def ratings_report(path: Path, *, day: str | None = None, month: str | None = None) -> RatingsReport:
    """Raises NoSuchDay, and as `journal.events`."""
    known = days_of(path)
    if day is not None:
        wanted = [each for each in known if each == day]
    elif month is not None:
        wanted = [each for each in known if each.startswith(f"{month}-")]
    else:
        wanted = known
    if not wanted:
        raise NoSuchDay(path, day or month, known)
    return ratings(events_on(path, _with_late(known, wanted)), frozenset(wanted))


def _with_late(known: list[str], wanted: Iterable[str]) -> set[str]:
    """The days themselves and those on which their visits may still have been rated."""
    found: set[str] = set()
    for day in wanted:
        at = known.index(day)
        found.update(known[at : at + LATE_DAYS + 1])
    return found
