"""Public holidays and made-up working days of mainland China, as the library `holidays` knows them.

The library has the notices of the State Council from 2001 to its own year, and reckons the statutory days
of the years after them, to 2100. A day off that was moved is named 休息日（由 2026-10-10 调休） in it.
"""

import importlib.metadata
import re
from datetime import date

from queue_core.calendar.working_year import Knowledge, MadeUpDay, WorkingYear

LIBRARY = "holidays"

_MOVED = re.compile(r"由 ([0-9]{4}-[0-9]{2}-[0-9]{2}) 调休")


def china_year(year: int) -> WorkingYear:
    """Blocks for some 0.3 s the first time, while the library loads."""
    from holidays import country_holidays  # noqa: PLC0415  (too slow for the start of a server)

    # The notice of the year after may have a made-up day in this one: 2011-12-31 for 2012-01-03.
    known = country_holidays("CN", years=(year, year + 1), language="zh_CN")
    moved = {
        date.fromisoformat(match[1]): day for day, name in known.items() for match in _MOVED.finditer(name)
    }
    days_off = frozenset(day for day in known if day.year == year)
    return WorkingYear(
        year=year,
        knowledge=_knowledge(days_off, announced=any(day in days_off for day in moved.values())),
        days_off=days_off,
        made_up=tuple(
            MadeUpDay(on=day, instead_of=moved.get(day))
            for day in sorted(known.weekend_workdays)
            if day.year == year
        ),
    )


def edition() -> str:
    """Changes when the library does."""
    return f"{LIBRARY} {importlib.metadata.version(LIBRARY)}"


def _knowledge(days_off: frozenset[date], *, announced: bool) -> Knowledge:
    if announced:
        return Knowledge.ANNOUNCED
    return Knowledge.STATUTORY if days_off else Knowledge.NONE
