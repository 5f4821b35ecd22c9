"""When a hall is open, as its operator writes it: the sessions of a week, and dates of its own."""

from datetime import date
from typing import Annotated, Self

from pydantic import AfterValidator, Field, PlainValidator, model_validator

from queue_core.calendar import Overrides, SessionHours, WeekHours, parse_session
from queue_core.calendar.hours import check_day
from queue_core.config import Section, WriteInstead

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def _session(text: object) -> SessionHours:
    try:
        return parse_session(str(text))
    except ValueError as error:
        raise WriteInstead(str(error), 'write one such as "08:30-12:00"; a day ends at "24:00"') from error


def _in_order(sessions: tuple[SessionHours, ...]) -> tuple[SessionHours, ...]:
    try:
        check_day(sessions)
    except ValueError as error:
        remedy = 'write the sessions of a day in their order, such as ["08:30-12:00", "13:30-17:00"]'
        raise WriteInstead(str(error), remedy) from error
    return sessions


Sessions = Annotated[
    tuple[Annotated[SessionHours, PlainValidator(_session)], ...],
    AfterValidator(_in_order),
    Field(examples=[["08:30-12:00", "13:30-17:00"]]),
]


class Hours(Section):
    """The sessions of each weekday; a day without is a day the hall is closed."""

    monday: Sessions = ()
    tuesday: Sessions = ()
    wednesday: Sessions = ()
    thursday: Sessions = ()
    friday: Sessions = ()
    saturday: Sessions = ()
    sunday: Sessions = ()

    @property
    def week(self) -> WeekHours:
        return WeekHours(**{day: getattr(self, day) for day in WEEKDAYS})

    @model_validator(mode="after")
    def _opens_at_all(self) -> Self:
        if not any(getattr(self, day) for day in WEEKDAYS):
            raise WriteInstead(
                "the hall is open on no day of the week",
                'write `monday = ["08:30-12:00", "13:30-17:00"]`, or remove [hours]: then it is always open',
            )
        return self


class Calendar(Section):
    """What the hall itself says of dates; it goes before public holidays and the week.

    Without `public_holidays` the week alone counts: neither holidays nor made-up working days change it.
    `closed`: not open. `working_days`: open and counted as a working day, whatever holidays say. `hours`:
    open in these sessions on that date.
    """

    public_holidays: bool = True
    closed: frozenset[date] = Field(default=frozenset(), examples=[["2026-12-31"]])
    working_days: frozenset[date] = Field(default=frozenset(), examples=[["2026-10-10"]])
    hours: dict[date, Sessions] = Field(default={}, examples=[{'"2026-12-24"': ["08:30-12:00"]}])

    @model_validator(mode="after")
    def _says_one_thing(self) -> Self:
        try:
            self.overrides()
        except ValueError as error:
            remedy = "leave each date in one list; a date with sessions is open, one without is closed"
            raise WriteInstead(str(error), remedy) from error
        return self

    def overrides(self) -> Overrides:
        """Raises ValueError when a date is closed and open at once."""
        return Overrides(closed=self.closed, working_days=self.working_days, hours=self.hours)
