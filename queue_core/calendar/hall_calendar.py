"""Which days a hall works, and in which sessions."""

from datetime import date, timedelta, tzinfo

import structlog

from queue_core.calendar.china import china_year
from queue_core.calendar.hours import SATURDAY, SessionHours, WeekHours
from queue_core.calendar.instants import session_on
from queue_core.calendar.overrides import Overrides
from queue_core.calendar.working_year import Almanac, Knowledge, WorkingYear
from queue_core.domain.hall_clock import Session

DAY = timedelta(days=1)
LOOK_AHEAD_DAYS = 400
"""More than a year of holidays, leap day and closures can hold without a day of any open weekday."""

log = structlog.get_logger(__name__)


class HallCalendar:
    """The hall's own word goes before the almanac's, and that before the week.

    The first question about a year asks the almanac, and may block as it does. A year of which it does not
    know the moved days is warned of once; of such a year count the weekdays and the holidays it does know.
    """

    def __init__(
        self, hours: WeekHours, overrides: Overrides, zone: tzinfo, almanac: Almanac = china_year
    ) -> None:
        self._hours = hours
        self._overrides = overrides
        self._zone = zone
        self._almanac = almanac
        self._years: dict[int, _Year] = {}

    def sessions(self, day: date) -> tuple[Session, ...]:
        """The sessions of a business day, in order. () is a closed day, and no basis of a `HallClock`."""
        found = (session_on(day, each, self._zone) for each in self._hours_on(day))
        return tuple(session for session in found if session)

    def is_working_day(self, day: date) -> bool:
        """As deadlines count: Monday to Friday but for holidays, made-up days, and the hall's own word.

        Saturday hours make no Saturday a working day.
        """
        if day in self._overrides.closed:
            return False
        if day in self._overrides.working_days:
            return True
        year = self._year(day)
        return day in year.made_up or not (_is_weekend(day) or day in year.days_off)

    def working_days_after(self, day: date, count: int) -> date:
        """The working day by which `count` of them have passed since `day`, which itself does not count.

        0 is `day` itself, whatever it is. Raises ValueError below 0.
        """
        if count < 0:
            raise ValueError(f"{count} working days after {day}: the count goes from 0 up")
        while count:
            day += DAY
            count -= self.is_working_day(day)
        return day

    def next_open_day(self, day: date) -> date | None:
        """The first date after `day` that has sessions; None if there is none in the 400 days after it."""
        ahead = (day + each * DAY for each in range(1, LOOK_AHEAD_DAYS + 1))
        return next((each for each in ahead if self.sessions(each)), None)

    def _hours_on(self, day: date) -> tuple[SessionHours, ...]:
        if day in self._overrides.closed:
            return ()
        if day in self._overrides.hours:
            return self._overrides.hours[day]
        if day in self._overrides.working_days:
            return self._hours_of_weekday(day)
        year = self._year(day)
        if day in year.made_up:
            return self._hours_of_weekday(year.made_up[day] or day)
        return () if self._is_holiday(day) else self._hours.on(day.weekday())

    def _hours_of_weekday(self, day: date) -> tuple[SessionHours, ...]:
        """Of the weekday a date is or stands for; of a plain working day where that has none."""
        own = () if _is_weekend(day) else self._hours.on(day.weekday())
        return own or self._hours.of_working_day()

    def _is_holiday(self, day: date) -> bool:
        """A day off, or a date of a weekend beside one: notices count both to the holiday.

        So a hall with Saturday hours is closed on the Saturdays of a golden week.
        """
        return any(self._leads_to_day_off(day, step) for step in (-DAY, DAY))

    def _leads_to_day_off(self, day: date, step: timedelta) -> bool:
        while _is_weekend(day) and not self._is_decided(day):
            day += step
        return day in self._year(day).days_off

    def _is_decided(self, day: date) -> bool:
        year = self._year(day)
        return day in year.days_off or day in year.made_up

    def _year(self, day: date) -> "_Year":
        known = self._years.get(day.year)
        if known is None:
            answer = self._almanac(day.year)
            _warn_of_gaps(answer)
            known = self._years[day.year] = _Year(answer)
        return known


class _Year:
    """A working year made ready for questions."""

    def __init__(self, known: WorkingYear) -> None:
        self.days_off = known.days_off
        self.made_up = {each.on: each.instead_of for each in known.made_up}


def _warn_of_gaps(known: WorkingYear) -> None:
    match known.knowledge:
        case Knowledge.ANNOUNCED:
            return
        case Knowledge.STATUTORY:
            lacking = "made-up working days are not known yet; weekdays and statutory holidays count"
        case Knowledge.NONE:
            lacking = "holidays are not known; plain weekdays count"
    log.warning(
        lacking, year=known.year, remedy="update the library `holidays`, or list the dates in hall.toml"
    )


def _is_weekend(day: date) -> bool:
    return day.weekday() >= SATURDAY
