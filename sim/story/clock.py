"""The hall's clock, where a story moves it: instants of the day on which the story plays."""

import threading
import time as steady
import tomllib
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from sim.story.asking import Road
from sim.story.errors import HallAway
from sim.story.performance import Performance

_TICK_S = 0.2


def today(hall: Path) -> date:
    """By the hall's time."""
    return datetime.now(_zone(hall)).date()


def instant(play: Performance, at: str) -> datetime:
    """Such as 09:30 or 09:30:15 of the story's day."""
    return datetime.combine(play.day, time.fromisoformat(at), _zone(play.hall))


def milliseconds(at: datetime) -> int:
    return int(at.timestamp() * 1000)


def set_clock(play: Performance, at: str) -> None:
    """Move the hall's clock forward to an instant of the story's day, such as 09:30."""
    with closing(Road(play.some_credential())) as road:
        _move(road, instant(play, at))


class Ticking:
    """A clock that goes on by itself. It cannot be heard while the hall is away, and goes on all the same."""

    def __init__(self, play: Performance, at: str) -> None:
        self._road = Road(play.some_credential())
        self._begins, self._begun_s = instant(play, at), steady.monotonic()
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._tick, name="ticking", daemon=True)

    @property
    def now(self) -> datetime:
        return self._begins + timedelta(seconds=steady.monotonic() - self._begun_s)

    def at(self, monotonic_s: float) -> datetime:
        """The hall's time at an instant of time.monotonic()."""
        return self._begins + timedelta(seconds=monotonic_s - self._begun_s)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        self._over.set()
        self._thread.join()
        self._road.close()

    def _tick(self) -> None:
        while not self._over.wait(_TICK_S):
            try:
                _move(self._road, self.now)
            except HallAway:
                continue


@contextmanager
def ticking(play: Performance, at: str) -> Iterator[Ticking]:
    """The hall's clock goes on from an instant of the story's day as long as this lasts."""
    clock = Ticking(play, at)
    clock.start()
    try:
        yield clock
    finally:
        clock.stop()


def _move(road: Road, to: datetime) -> None:
    road.post("/api/v1/clock", {"now_ms": milliseconds(to)})


def _zone(hall: Path) -> ZoneInfo:
    return ZoneInfo(tomllib.loads(hall.read_text())["timezone"])
