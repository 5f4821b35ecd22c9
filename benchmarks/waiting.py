"""What it costs that very many wait: such a day is built through the engine, then replayed and served.

Run as a process: `probing.probe`. The time of a call is measured twice: in the engine alone, where no disk
hides a slow heap, and until it is durable.
"""

import gc
import json
import os
import sqlite3
import sys
import time
from contextlib import closing
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks import halls
from benchmarks.probing import probe
from benchmarks.ratios import Ratio, over_rounds
from benchmarks.raw import ROW
from queue_core.app.engine import Engine
from queue_core.app.opening import JOURNAL
from queue_core.app.requests import Request
from queue_core.domain.commands import CallNext, Command

FEW, MANY = 1_000, 1_000_000
_BATCH = 5_000
_ROUNDS, _COMMANDS, _CALLS, _DURABLE_CALLS = 5, 2_000, 20_000, 1_000
_READ = "SELECT sequence, key, fingerprint, actor, kind, version, body FROM events ORDER BY sequence"
_keys = count()


def measure_waiting(disk: str, *, many: int = MANY) -> list[Ratio]:
    """Raises RuntimeError when the probe fails."""
    found = probe("waiting", disk, many)
    calls, durable = found["call_ms"], found["durable_call_ms"]
    return [
        over_rounds(
            "throughput, 1,000,000 waiting / 1,000 waiting",
            disk,
            f"commands a second in the engine, {many:,} waiting against {FEW:,}",
            found["throughput"],
            goal=0.75,
        ),
        over_rounds(
            "call next p99, 1,000,000 waiting / 1 ms",
            disk,
            f"call next in the engine, {many:,} waiting, 99 of 100",
            [(calls["p99"], 1.0)],
            units=("ms", "ms"),
            goal=1,
            at_most=True,
        ),
        over_rounds(
            "durable call next p99, 1,000,000 waiting / raw fdatasync p99",
            disk,
            f"call next until durable, {many:,} waiting, 99 of 100, against one fdatasync's",
            [(durable["p99"], found["sync_ms"]["p99"])],
            units=("ms", "ms"),
        ),
        over_rounds(
            "replay / reading the rows",
            disk,
            f"replay of {found['events']:,} events, against merely reading their rows",
            found["replay"],
            units=("s", "s"),
            goal=3.5,
            at_most=True,
        ),
    ]


class Desk:
    """One engine with one window, for one thread."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.engine, self._ports = halls.engine_on(folder)

    def open_window(self) -> None:
        self._ask(halls.opening(1))
        self.engine.commit()

    def fill(self, tickets: int) -> None:
        for at in range(tickets):
            self._ask(None)
            if at % _BATCH == _BATCH - 1:
                self.engine.commit()
        self.engine.commit()

    def commands_per_second(self, commands: int) -> float:
        """Rounds of a number, its call, start and finish, in memory: so many keep waiting."""
        begun = time.perf_counter()
        for _ in range(commands // 4):
            self._ask(None)
            for command in halls.service(1):
                self._ask(command)
        took_s = time.perf_counter() - begun
        self.engine.commit()
        return commands / took_s

    def call_ms(self, calls: int, *, durable: bool) -> list[float]:
        took_ms = []
        for _ in range(calls):
            for command in halls.service(1):
                begun = time.perf_counter()
                self._ask(command)
                if durable:
                    self.engine.commit()
                if isinstance(command, CallNext):
                    took_ms.append((time.perf_counter() - begun) * 1000)
        self.engine.commit()
        return took_ms

    def close(self) -> None:
        halls.close(self._ports)

    def _ask(self, command: Command | None) -> None:
        what = halls.number_for(None) if command is None else command
        self.engine.handle(Request(key=f"bench/{next(_keys):032x}", actor="bench", what=what))


def _measure(folder: Path, many: int) -> dict[str, Any]:
    gc.disable()
    built = Desk(folder / "many")
    built.open_window()
    built.fill(many)
    built.close()
    events = built.engine.day.next_ticket_id
    del built
    gc.collect()
    replay = [_replay(folder / "many") for _ in range(3)]
    crowded, quiet = Desk(folder / "many"), Desk(folder / "few")
    quiet.open_window()
    quiet.fill(FEW)
    gc.freeze()
    for desk in (crowded, quiet):
        desk.commands_per_second(_COMMANDS)
    throughput = [
        (crowded.commands_per_second(_COMMANDS), quiet.commands_per_second(_COMMANDS)) for _ in range(_ROUNDS)
    ]
    call_ms = crowded.call_ms(min(_CALLS, many // 4), durable=False)
    durable_ms = crowded.call_ms(min(_DURABLE_CALLS, many // 4), durable=True)
    crowded.close()
    quiet.close()
    return {
        "events": events,
        "throughput": throughput,
        "replay": replay,
        "call_ms": _percentiles(call_ms),
        "durable_call_ms": _percentiles(durable_ms),
        "sync_ms": _percentiles(_sync_ms(folder)),
    }


def _replay(folder: Path) -> tuple[float, float]:
    """Seconds of a whole replay, and of reading the same rows: both from an open journal, warm."""
    ports = halls.ports_on(folder)
    with closing(sqlite3.connect(folder / JOURNAL)) as connection:
        begun = time.perf_counter()
        for _row in connection.execute(_READ):
            pass
        read_s = time.perf_counter() - begun
    engine = Engine(ports, halls.rules())
    begun = time.perf_counter()
    engine.restore()
    took_s = time.perf_counter() - begun
    halls.close(ports)
    return took_s, read_s


def _sync_ms(folder: Path) -> list[float]:
    took_ms = []
    with (folder / "raw").open("ab", buffering=0) as file:
        for _ in range(_DURABLE_CALLS):
            begun = time.perf_counter()
            file.write(ROW)
            os.fdatasync(file.fileno())
            took_ms.append((time.perf_counter() - begun) * 1000)
    return took_ms


def _percentiles(took_ms: list[float]) -> dict[str, float]:
    ordered = sorted(took_ms)
    return {"p50": ordered[len(ordered) // 2], "p99": ordered[int(len(ordered) * 0.99)], "max": ordered[-1]}


if __name__ == "__main__":
    with TemporaryDirectory(prefix="paihao-bench-") as place:
        print(json.dumps(_measure(Path(place), int(sys.argv[1]))))
