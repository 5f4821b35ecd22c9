"""When the hall is open: a day's sessions from the week, public holidays and the hall's own word.

    years = RememberedYears(folder / "working-years.json")
    calendar = HallCalendar(hours, overrides, zone, years)
    calendar.sessions(date)

Reads no clock. Loads the library of holidays only when a year is asked for that no file remembers: that takes
some 0.3 s, which a server's start cannot spare.
"""

from queue_core.calendar.china import china_year
from queue_core.calendar.hall_calendar import HallCalendar
from queue_core.calendar.hours import SessionHours, WeekHours, parse_day, parse_session
from queue_core.calendar.overrides import Overrides
from queue_core.calendar.remembered import RememberedYears
from queue_core.calendar.working_year import Almanac, Knowledge, MadeUpDay, WorkingYear, plain_year

__all__ = [
    "Almanac",
    "HallCalendar",
    "Knowledge",
    "MadeUpDay",
    "Overrides",
    "RememberedYears",
    "SessionHours",
    "WeekHours",
    "WorkingYear",
    "china_year",
    "parse_day",
    "parse_session",
    "plain_year",
]
