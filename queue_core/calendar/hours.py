"""Opening hours by the hall's own wall clock, as a week repeats them."""

import re
from collections.abc import Iterable
from itertools import pairwise

from msgspec import Struct

MINUTES_A_DAY = 24 * 60
SATURDAY = 5

_WRITTEN = re.compile(r"([0-9]{1,2}):([0-9]{2})\s*[-–]\s*([0-9]{1,2}):([0-9]{2})")


class SessionHours(Struct, frozen=True, kw_only=True, gc=False):
    """Local minutes since midnight, the second excluded; 1440 is the midnight that ends the day.

    Raises ValueError when they leave the day or do not go forward.
    """

    from_minute: int
    until_minute: int

    def __post_init__(self) -> None:
        if not 0 <= self.from_minute <= MINUTES_A_DAY or not 0 <= self.until_minute <= MINUTES_A_DAY:
            raise ValueError(f"{self} leaves the day, which goes from 00:00 to 24:00")
        if self.from_minute >= self.until_minute:
            raise ValueError(f"{self} does not close after it opens; a session ends by 24:00 of its day")

    def __str__(self) -> str:
        return f"{_clock_time(self.from_minute)}-{_clock_time(self.until_minute)}"


class WeekHours(Struct, frozen=True, kw_only=True):
    """The sessions of each weekday in order of time; a day without any is closed.

    Raises ValueError when sessions of a day are out of order or overlap.
    """

    monday: tuple[SessionHours, ...] = ()
    tuesday: tuple[SessionHours, ...] = ()
    wednesday: tuple[SessionHours, ...] = ()
    thursday: tuple[SessionHours, ...] = ()
    friday: tuple[SessionHours, ...] = ()
    saturday: tuple[SessionHours, ...] = ()
    sunday: tuple[SessionHours, ...] = ()

    def __post_init__(self) -> None:
        for day in self.days():
            check_day(day)

    def days(self) -> tuple[tuple[SessionHours, ...], ...]:
        """By weekday, Monday first."""
        return (
            self.monday,
            self.tuesday,
            self.wednesday,
            self.thursday,
            self.friday,
            self.saturday,
            self.sunday,
        )

    def on(self, weekday: int) -> tuple[SessionHours, ...]:
        """`weekday` as `date.weekday` counts: 0 is Monday."""
        return self.days()[weekday]

    def of_working_day(self) -> tuple[SessionHours, ...]:
        """Those of the first day from Monday to Friday that has any."""
        return next(filter(None, self.days()[:SATURDAY]), ())


def parse_session(written: str) -> SessionHours:
    """From hours written like "08:30-12:00", at most "00:00-24:00". Raises ValueError: what is wrong."""
    match = _WRITTEN.fullmatch(written.strip())
    if match is None:
        raise ValueError(f'"{written}" are no opening hours; write them like "08:30-12:00"')
    from_hour, from_minute, until_hour, until_minute = map(int, match.groups())
    for hour, minute in ((from_hour, from_minute), (until_hour, until_minute)):
        if minute >= 60 or hour * 60 + minute > MINUTES_A_DAY:  # noqa: PLR2004  (minutes an hour)
            raise ValueError(f'"{written}": there is no time {hour:02}:{minute:02}; a day ends at 24:00')
    return SessionHours(from_minute=from_hour * 60 + from_minute, until_minute=until_hour * 60 + until_minute)


def parse_day(written: Iterable[str]) -> tuple[SessionHours, ...]:
    """The sessions of one day. Raises ValueError: one cannot be read, or they do not follow each other."""
    day = tuple(map(parse_session, written))
    check_day(day)
    return day


def check_day(day: tuple[SessionHours, ...]) -> None:
    """Raises ValueError when a session begins before the one before it has ended; they may touch."""
    for before, after in pairwise(day):
        if after.from_minute < before.until_minute:
            raise ValueError(f"{after} begins before {before} has ended; list the sessions of a day in order")


def _clock_time(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"
