"""The engine alone against bare appends, in rounds that measure both. Run as a process: `probing.probe`.

A client takes a number and serves it at a window of its own: number, call, start, finish, each durable before
the next.
"""

import gc
import json
import sys
from collections.abc import Iterator
from itertools import count, cycle, islice
from pathlib import Path
from tempfile import TemporaryDirectory

import uvloop

from benchmarks import halls
from benchmarks.probing import NATIVE, SLOW, probe
from benchmarks.ratios import Ratio, over_rounds
from benchmarks.raw import fdatasync_per_second, requests_per_second
from queue_core.app import Hall, open_hall
from queue_core.app.requests import NumberWanted
from sim.crowd.people import invented_people

CLIENTS = (1, 16, 64)
PEOPLE = 20_000
"""Invented before the clock runs: that is no work of the engine's. Whoever was served may come again."""
_GOALS = {(NATIVE, 1): 0.65, (SLOW, 1): 0.90, (SLOW, 16): 12, (SLOW, 64): 40}


def measure_engine(disk: str, *, rounds: int, for_s: float) -> list[Ratio]:
    """Raises RuntimeError when the probe fails."""
    found = probe("engine", disk, rounds, for_s)
    return [
        over_rounds(
            f"engine, {clients} client{'s' if clients > 1 else ''} / raw fdatasync",
            disk,
            f"engine with {clients} at once, against one fdatasync a row",
            list(zip(found[str(clients)], found["raw"], strict=True)),
            goal=_GOALS.get((disk, clients)),
        )
        for clients in CLIENTS
    ]


class Client:
    """Goes round: a number, then the window's call, start and finish. `one` is one command."""

    _keys = count()

    def __init__(self, hall: Hall, numbers: Iterator[NumberWanted], window: int) -> None:
        self._hall, self._numbers, self._window = hall, numbers, window
        self._acts = self._round()

    async def one(self) -> None:
        await next(self._acts)

    def _round(self) -> Iterator[object]:
        while True:
            yield self._hall.execute(next(self._numbers), key=self._key(), actor="kiosk:bench")
            for command in halls.service(self._window):
                yield self._hall.execute(command, key=self._key(), actor=f"clerk:100{self._window}")

    def _key(self) -> str:
        return f"bench/{next(self._keys):032x}"


async def _rounds(folder: Path, rounds: int, for_s: float) -> dict[str, list[float]]:
    hall = open_hall(folder / "hall", halls.rules(windows=max(CLIENTS)), calendar=halls.one_day)
    numbers = cycle([halls.number_for(person) for person in islice(invented_people(2_000_000), PEOPLE)])
    try:
        for window in range(1, max(CLIENTS) + 1):
            await hall.execute(halls.opening(window), key=f"opening-{window}", actor="clerk:bench")
        clients = [Client(hall, numbers, window) for window in range(1, max(CLIENTS) + 1)]
        await _per_second(clients, for_s / 2)
        gc.freeze()
        found: dict[str, list[float]] = {"raw": [], **{str(number): [] for number in CLIENTS}}
        for _ in range(rounds):
            found["raw"].append(fdatasync_per_second(folder, for_s=for_s))
            for number in CLIENTS:
                found[str(number)].append(await _per_second(clients[:number], for_s))
    finally:
        hall.close()
    return found


async def _per_second(clients: list[Client], for_s: float) -> float:
    idle = list(clients)

    async def one() -> None:
        client = idle.pop()
        await client.one()
        idle.append(client)

    return await requests_per_second(one, at_once=len(clients), for_s=for_s)


def main() -> None:
    """The server's loop is uvloop and its collector is off for what it holds already: here too."""
    rounds, for_s = int(sys.argv[1]), float(sys.argv[2])
    with TemporaryDirectory(prefix="paihao-bench-") as folder:
        print(json.dumps(uvloop.run(_rounds(Path(folder), rounds, for_s))))


if __name__ == "__main__":
    main()
