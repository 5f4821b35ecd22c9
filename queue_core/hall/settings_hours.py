"""When a hall is open, as its operator writes it: sessions of a weekday such as "08:30-12:00"."""

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Annotated, Self

from pydantic import AfterValidator, Field, PlainValidator, model_validator

from queue_core.config import Section, WriteInstead

_SESSION = re.compile(r"([01][0-9]|2[0-4]):([0-5][0-9])-([01][0-9]|2[0-4]):([0-5][0-9])")
_LAST_MIN = 24 * 60
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


@dataclass(frozen=True, slots=True, order=True)
class Session:
    """From the one minute of the day up to the other, counted from midnight; 1440 is the midnight after."""

    from_min: int
    to_min: int

    def __str__(self) -> str:
        return "-".join(f"{each // 60:02}:{each % 60:02}" for each in (self.from_min, self.to_min))


def _session(text: object) -> Session:
    found = _SESSION.fullmatch(text) if isinstance(text, str) else None
    if found is None:
        raise WriteInstead(
            f'"{text}" is not a session', 'write one such as "08:30-12:00", with two digits each'
        )
    from_hour, from_minute, to_hour, to_minute = map(int, found.groups())
    session = Session(from_hour * 60 + from_minute, to_hour * 60 + to_minute)
    if session.to_min > _LAST_MIN or session.from_min >= session.to_min:
        raise WriteInstead(
            f'"{text}" does not end after it begins, on the same day',
            'write the earlier time first; midnight at the end of a day is "24:00"',
        )
    return session


def _in_order(sessions: tuple[Session, ...]) -> tuple[Session, ...]:
    for before, after in pairwise(sessions):
        if after.from_min < before.to_min:
            raise WriteInstead(
                f'"{after}" begins before the end of "{before}"',
                'write the sessions of a day in their order, such as ["08:30-12:00", "13:30-17:00"]',
            )
    return sessions


Sessions = Annotated[
    tuple[Annotated[Session, PlainValidator(_session)], ...],
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
    def week(self) -> tuple[tuple[Session, ...], ...]:
        """By weekday, Monday first, as `date.weekday()` counts."""
        return tuple(getattr(self, day) for day in WEEKDAYS)

    @model_validator(mode="after")
    def _opens_at_all(self) -> Self:
        if not any(self.week):
            raise WriteInstead(
                "the hall is open on no day of the week",
                'write `monday = ["08:30-12:00", "13:30-17:00"]`, or remove [hours]: then it is always open',
            )
        return self
