"""How soon a hall is back that has served for a year: 250 days of 1,000 finished tickets."""

import gc
import json
import sys
import time
from datetime import date
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks import halls
from benchmarks.halls import DAY_MS
from benchmarks.probing import probe
from benchmarks.ratios import Ratio, over_rounds
from queue_core.app import open_hall
from queue_core.app.business_days import BusinessDay
from queue_core.app.requests import Request
from queue_core.domain.commands import Command

DAYS, TICKETS = 250, 1_000
_FIRST = date(1970, 1, 1).toordinal()
_RESTARTS = 5


def measure_year(disk: str, *, days: int = DAYS) -> list[Ratio]:
    """Raises RuntimeError when the probe fails."""
    found = probe("year", disk, days)
    return [
        over_rounds(
            "restart with 250,000 finished tickets / 1 s",
            disk,
            f"restart of the engine with {days * TICKETS:,} finished tickets on {days} days",
            [(each, 1.0) for each in found["restart_s"]],
            units=("s", "s"),
            goal=1,
            at_most=True,
        )
    ]


class Time:
    """A clock that stands and a calendar by it."""

    def __init__(self) -> None:
        self.day = 1

    def clock(self) -> int:
        return self.day * DAY_MS

    def calendar(self, at_ms: int) -> BusinessDay:
        day = at_ms // DAY_MS
        return BusinessDay(day=date.fromordinal(_FIRST + day).isoformat(), midnight_ms=day * DAY_MS)


def _live(folder: Path, days: int, time_: Time) -> None:
    engine, ports = halls.engine_on(folder, calendar=time_.calendar, clock=time_.clock)
    keys = count()

    def ask(command: Command | None) -> None:
        what = halls.number_for(None) if command is None else command
        engine.handle(Request(key=f"bench/{next(keys):032x}", actor="bench", what=what))

    for day in range(1, days + 1):
        time_.day = day
        engine.keep_time()
        ask(halls.opening(1))
        for _ in range(TICKETS):
            ask(None)
        for _ in range(TICKETS):
            for command in halls.service(1):
                ask(command)
        engine.commit()
    halls.close(ports)


def _measure(folder: Path, days: int) -> dict[str, list[float]]:
    gc.disable()
    time_ = Time()
    _live(folder, days, time_)
    gc.collect()
    restart_s = []
    for _ in range(_RESTARTS):
        begun = time.perf_counter()
        hall = open_hall(folder, halls.rules(), calendar=time_.calendar, clock=time_.clock)
        restart_s.append(time.perf_counter() - begun)
        hall.close()
    return {"restart_s": restart_s}


if __name__ == "__main__":
    with TemporaryDirectory(prefix="paihao-bench-") as place:
        print(json.dumps(_measure(Path(place) / "hall", int(sys.argv[1]))))
