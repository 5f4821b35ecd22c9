"""The instants of one simulated day, in milliseconds since 1970, and its opening time."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sim.errors import BadScenario

MINUTE_MS = 60_000
HALF_HOUR_MS = 30 * MINUTE_MS
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
DAY = date(2026, 3, 2)  # an ordinary Monday


@dataclass(frozen=True, slots=True)
class Timetable:
    """`sessions` are (opens, closes), in order. Before them the hall sets up."""

    day: date
    midnight_ms: int
    sessions: tuple[tuple[int, int], ...]

    @classmethod
    def of(cls, hall: dict[str, Any], day: date) -> "Timetable":
        """Of a hall.toml. A hall without hours, or open at night, is simulated 8:30-12:00 and 13:30-17:00."""
        zone = ZoneInfo(str(hall.get("timezone", "Asia/Shanghai")))
        midnight = datetime(day.year, day.month, day.day, tzinfo=zone)
        texts = hall.get("hours", {}).get(WEEKDAYS[day.weekday()], ["24:00"])
        if any("24:00" in text for text in texts):
            texts = ["08:30-12:00", "13:30-17:00"]
        if not texts:
            raise BadScenario(
                f"the hall is closed on a {WEEKDAYS[day.weekday()]}", remedy="Name another --date."
            )
        return cls(
            day=day,
            midnight_ms=int(midnight.timestamp() * 1000),
            sessions=tuple(
                (_instant_ms(midnight, text.partition("-")[0]), _instant_ms(midnight, text.partition("-")[2]))
                for text in texts
            ),
        )

    @property
    def opens_ms(self) -> int:
        return self.sessions[0][0]

    @property
    def closes_ms(self) -> int:
        return self.sessions[-1][1]

    @property
    def set_up_ms(self) -> int:
        """When the day's first hand stirs: two hours before opening."""
        return self.opens_ms - 4 * HALF_HOUR_MS

    def half_hours(self) -> tuple[int, ...]:
        """The beginnings of the half hours in which numbers are taken, and which appointments are for."""
        return tuple(
            begins
            for opens, closes in self.sessions
            for begins in range(opens, closes - HALF_HOUR_MS + 1, HALF_HOUR_MS)
        )

    def hall_ms(self, wall_ms: int) -> int:
        """Opening time passed since the first opening."""
        return sum(min(max(wall_ms - opens, 0), closes - opens) for opens, closes in self.sessions)

    def clock_text(self, wall_ms: int) -> str:
        minutes = (wall_ms - self.midnight_ms) // MINUTE_MS
        return f"{minutes // 60:02}:{minutes % 60:02}"


def read_hall(text: str) -> dict[str, Any]:
    """Raises BadScenario."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BadScenario(f"the hall's configuration cannot be read: {error}") from error


def _instant_ms(midnight: datetime, text: str) -> int:
    hour, _, minute = text.partition(":")
    return int((midnight + timedelta(hours=int(hour), minutes=int(minute))).timestamp() * 1000)


def spans(halves: Iterable[int]) -> list[tuple[int, int]]:
    """Half hours as (begins, ends)."""
    return [(begins, begins + HALF_HOUR_MS) for begins in halves]
