"""Lives of a hall server under load, each ended by SIGKILL or with the power; what each left behind."""

import asyncio
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

from benchmarks.durability.crowd import Crowd, News
from benchmarks.durability.disk import taped
from benchmarks.durability.house import PAIHAO, House
from benchmarks.durability.ledger import Found, compare
from benchmarks.durability.tape import Disk, Leaving, put

NORMAL = (sys.executable, str(Path(__file__).with_name("normal_journal.py")))
_SHORTEST, _LONGEST = 20, 600
_LATER_S = 0.05
_DELAY_US = 1_000


@dataclass(frozen=True, slots=True)
class Death:
    """One life's end: what was `found` after it, and how many commands had no answer then."""

    found: Found
    restart_ms: float
    unanswered: int
    leaving: Leaving | None = None


def killed(house: House, crowd: Crowd, *, times: int, seed: int) -> Iterator[Death]:
    """Kill the server so many times, at random instants, and compare each time after its restart."""
    chance = Random(seed)
    house.start()
    for _ in range(times):
        _live(house, crowd, chance)
        yield _resurrected(house, crowd)
    house.stop()


def cut_off(
    house: House, crowd: Crowd, *, times: int, seed: int, program: Sequence[str] = PAIHAO
) -> Iterator[Death]:
    """Cut the power so many times: the server dies, and of unsynced bytes only `Leaving` is left."""
    chance = Random(seed)
    tape = house.root / "tape"
    for nth in range(times):
        leaving = list(Leaving)[nth % len(Leaving)]
        disk = Disk.of(house.folder)
        tape.unlink(missing_ok=True)
        house.start(taped(house.folder, tape, delay_us=_DELAY_US), program=program)
        _live(house, crowd, chance)
        disk.play(tape)
        put(disk.after_a_cut(leaving, chance), house.folder)
        yield _resurrected(house, crowd, leaving)
        house.stop()


def settled(house: House, crowd: Crowd) -> Found:
    """The last word: what had no answer is sent again, and the journal compared once more."""
    house.start()
    differing = asyncio.run(crowd.settle())
    found = compare(house.journal, crowd.clients)
    house.stop()
    return replace(found, wrong=(*found.wrong, *differing))


def _live(house: House, crowd: Crowd, chance: Random) -> None:
    asyncio.run(_until_killed(house, crowd, chance))


async def _until_killed(house: House, crowd: Crowd, chance: Random) -> None:
    news = News()
    working = asyncio.create_task(crowd.live(news))
    waiting = asyncio.create_task(news.until(chance.randint(_SHORTEST, _LONGEST)))
    await asyncio.wait({working, waiting}, return_when=asyncio.FIRST_COMPLETED)
    if not working.done():
        await asyncio.sleep(chance.uniform(0, _LATER_S))  # any instant between two answers
    house.kill()
    waiting.cancel()
    await working


def _resurrected(house: House, crowd: Crowd, leaving: Leaving | None = None) -> Death:
    """Start the server again and compare, before any client has sent anything."""
    begun = time.perf_counter()
    house.start()
    took_ms = (time.perf_counter() - begun) * 1000
    unanswered = sum(client.pending is not None for client in crowd.clients)
    return Death(
        found=compare(house.journal, crowd.clients),
        restart_ms=took_ms,
        unanswered=unanswered,
        leaving=leaving,
    )
