"""The hall clock of a business day: opening time passed since its first opening.

Seniorities, head starts, absences and leads are read on it, so that a break or a night eats nobody's right.
Knows no dates and no time zones; from where the sessions come is the calendar's business.
"""

from dataclasses import dataclass, field
from itertools import pairwise

from msgspec import Struct

FOREVER_MS = 2**62
"""Further from 1970 than any instant, before it and after it."""


class Session(Struct, frozen=True, kw_only=True, gc=False):
    """A stretch of opening time: wall instants in ms since 1970 UTC, the second excluded."""

    opens_at_ms: int
    closes_at_ms: int


@dataclass(frozen=True, slots=True)
class HallClock:
    """Stands at 0 before the first opening, runs in sessions, stands still between them and after the last.

    Without sessions the hall is never closed and the clock is the wall's: `at(wall_ms) == wall_ms`.
    Sessions may touch. Raises ValueError when one is empty, or begins before the one before it has ended.
    """

    sessions: tuple[Session, ...] = ()
    # (opens, closes, hall clock at the opening); `at` is on the path of every command.
    _spans: tuple[tuple[int, int, int], ...] = field(init=False, repr=False, compare=False)
    _end_ms: int = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        _check(self.sessions)
        spans = []
        passed_ms = 0
        for session in self.sessions:
            spans.append((session.opens_at_ms, session.closes_at_ms, passed_ms))
            passed_ms += session.closes_at_ms - session.opens_at_ms
        always = ((-FOREVER_MS, FOREVER_MS, -FOREVER_MS),)
        object.__setattr__(self, "_spans", tuple(spans) or always)
        object.__setattr__(self, "_end_ms", passed_ms if spans else FOREVER_MS)

    def at(self, wall_ms: int) -> int:
        """The hall clock in ms at a wall instant."""
        for opens_at_ms, closes_at_ms, passed_ms in self._spans:
            if wall_ms < closes_at_ms:
                return passed_ms + wall_ms - opens_at_ms if wall_ms > opens_at_ms else passed_ms
        return self._end_ms

    def wall_at(self, hall_ms: int) -> int | None:
        """The earliest wall instant, not before the first opening, at which the clock shows `hall_ms`.

        What the end of a session reaches is reached at its closing, not at the next opening. None: the clock
        does not come so far on this day. What lies before 0 was reached at the first opening.
        """
        for opens_at_ms, closes_at_ms, passed_ms in self._spans:
            wall_ms = opens_at_ms + hall_ms - passed_ms
            if wall_ms <= closes_at_ms:
                return max(wall_ms, opens_at_ms)
        return None

    def is_open(self, wall_ms: int) -> bool:
        """True from an opening on, up to and without the closing instant."""
        return any(opens_at_ms <= wall_ms < closes_at_ms for opens_at_ms, closes_at_ms, _ in self._spans)

    @property
    def opens_at_ms(self) -> int | None:
        """The day's first opening; None for a hall that is never closed."""
        return self.sessions[0].opens_at_ms if self.sessions else None

    @property
    def closes_at_ms(self) -> int | None:
        """The day's last closing; None for a hall that is never closed."""
        return self.sessions[-1].closes_at_ms if self.sessions else None

    def next_opening_ms(self, wall_ms: int) -> int | None:
        """The first opening of this day after a wall instant, whether the hall is open then or not."""
        later = (each.opens_at_ms for each in self.sessions if each.opens_at_ms > wall_ms)
        return next(later, None)


def _check(sessions: tuple[Session, ...]) -> None:
    for session in sessions:
        if session.opens_at_ms >= session.closes_at_ms:
            raise ValueError(f"a session closes at {session.closes_at_ms}, not after its opening")
    for before, after in pairwise(sessions):
        if after.opens_at_ms < before.closes_at_ms:
            raise ValueError(f"a session opens at {after.opens_at_ms}, before the last one has closed")
