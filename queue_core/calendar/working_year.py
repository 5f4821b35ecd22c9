"""A year of public holidays and made-up working days, from whatever source."""

from collections.abc import Callable
from datetime import date
from enum import StrEnum

from msgspec import Struct


class Knowledge(StrEnum):
    """How much the source knows of a year.

    `statutory`: the days the law names, but not yet which working days the State Council moves; it announces
    them each November for the next year.
    """

    ANNOUNCED = "announced"
    STATUTORY = "statutory"
    NONE = "none"


class MadeUpDay(Struct, frozen=True, kw_only=True, gc=False):
    """A weekend date on which is worked (调休上班) so that another date could be free."""

    on: date
    instead_of: date | None


class WorkingYear(Struct, frozen=True, kw_only=True):
    """`days_off` has holidays and moved days off; a weekend date is in it only when itself a holiday."""

    year: int
    knowledge: Knowledge
    days_off: frozenset[date] = frozenset()
    made_up: tuple[MadeUpDay, ...] = ()


Almanac = Callable[[int], WorkingYear]
"""Tells of a year, if only that it knows nothing of it. The first asking may block for half a second."""


def plain_year(year: int) -> WorkingYear:
    """The almanac of a hall that goes by weekdays alone: no holidays, and nothing missing."""
    return WorkingYear(year=year, knowledge=Knowledge.ANNOUNCED)
