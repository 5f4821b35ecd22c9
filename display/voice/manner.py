"""How a hall speaks: languages, speed, and what is different at certain hours. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from display.voice.wording import TONGUES
from drivers.contract.speaker import Tongue

HURRIED_SPEED = 1.25
MINUTES_A_DAY = 24 * 60
_WRITTEN = re.compile(r"([0-9]{1,2}):([0-9]{2})\s*[-–]\s*([0-9]{1,2}):([0-9]{2})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Hours:
    """Minutes since the hall's midnight, the second excluded; they may go over midnight."""

    from_minute: int
    until_minute: int

    @classmethod
    def parse(cls, text: str) -> "Hours":
        """Such as `12:00-14:00` or `20:00-07:00`. Raises ValueError."""
        written = _WRITTEN.fullmatch(text.strip())
        if written is None:
            raise ValueError(f"{text!r} is not two times of day")
        begins, ends = (_minute(*written.group(first, first + 1)) for first in (1, 3))
        if begins == ends:
            raise ValueError(f"{text!r} ends where it begins")
        return cls(from_minute=begins, until_minute=ends)

    def cover(self, at: datetime) -> bool:
        minute = at.hour * 60 + at.minute
        if self.from_minute < self.until_minute:
            return self.from_minute <= minute < self.until_minute
        return minute >= self.from_minute or minute < self.until_minute


class Plays(StrEnum):
    """What is still heard of a call in quiet hours."""

    CHIME = "chime"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True, kw_only=True)
class QuietHours:
    hours: Hours
    plays: Plays


@dataclass(frozen=True, slots=True, kw_only=True)
class LoudnessHours:
    """`loudness` 0 silent … 1 full."""

    hours: Hours
    loudness: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """`hurried_speed` is that of sentences while others wait. Without `loudness` the speaker's own holds."""

    tongues: Sequence[Tongue] = TONGUES
    chimes: bool = True
    speed: float = 1.0
    hurried_speed: float = HURRIED_SPEED
    quiet: Sequence[QuietHours] = field(default=())
    loudness: Sequence[LoudnessHours] = field(default=())

    def plays(self, at: datetime) -> Plays | None:
        """None: calls are spoken."""
        return next((each.plays for each in self.quiet if each.hours.cover(at)), None)

    def loudness_at(self, at: datetime) -> float | None:
        """None: as the speaker is set. Outside all named hours it is full where there are any."""
        if not self.loudness:
            return None
        return next((each.loudness for each in self.loudness if each.hours.cover(at)), 1.0)


def local_time(now_ms: int, timezone: str) -> datetime:
    """The hall's wall clock; `timezone` is an IANA name."""
    return datetime.fromtimestamp(now_ms / 1000, ZoneInfo(timezone))


def _minute(hour: str, minute: str) -> int:
    """24:00 is the midnight that ends the day. Raises ValueError."""
    found = int(hour) * 60 + int(minute)
    if int(minute) >= 60 or found > MINUTES_A_DAY:  # noqa: PLR2004 - minutes of an hour
        raise ValueError(f"{hour}:{minute} is no time of day")
    return found
