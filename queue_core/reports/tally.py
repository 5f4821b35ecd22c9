"""Counts and spans of the parts of a day, as they gather."""

from dataclasses import dataclass, field
from enum import StrEnum

from queue_core.reports.spans import Spans


class Part(StrEnum):
    """What a day is divided by."""

    CLASS = "class"
    CATEGORY = "category"
    UNIT = "unit"
    MATTER = "matter"
    WINDOW = "window"
    CLERK = "clerk"
    HOUR = "hour"
    RIGHT = "right"


@dataclass(slots=True)
class Tally:
    """One group of one part, such as window 7. `opening_waits`, in opening time, are those of units alone."""

    taken: int = 0
    calls: int = 0
    sittings: int = 0
    no_shows: int = 0
    finished: int = 0
    immediate: int = 0
    converted_in: int = 0
    converted_out: int = 0
    waits: Spans = field(default_factory=Spans)
    services: Spans = field(default_factory=Spans)
    opening_waits: Spans = field(default_factory=Spans)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is left in it, as after a number was withdrawn."""
        counts = (self.taken, self.calls, self.sittings, self.no_shows, self.finished)
        return not any(counts) and not self.converted_in and not self.converted_out


Place = tuple[tuple[Part, str], ...]
"""The groups, one a part, that something falls into."""


class Tallies:
    def __init__(self) -> None:
        self.of: dict[Part, dict[str, Tally]] = {part: {} for part in Part}

    def at(self, place: Place) -> list[Tally]:
        return [self.one(part, name) for part, name in place]

    def one(self, part: Part, name: str) -> Tally:
        groups = self.of[part]
        tally = groups.get(name)
        if tally is None:
            tally = groups[name] = Tally()
        return tally
