"""From a clerk's press until the last of 200 displays has the call: request, commit, fan-out, over TLS."""

import json
import os
import time
from statistics import median

import uvloop

from benchmarks.connection import Connection
from benchmarks.durability import errands
from benchmarks.durability.disk import slow
from benchmarks.durability.house import House
from benchmarks.listening import News, listen
from benchmarks.probing import DELAY_US
from benchmarks.ratios import Ratio, over_rounds
from queue_core.client.credential import pinned
from queue_core.wire.words import Role
from sim.crowd.people import invented_people

DISPLAYS = 200
_ALLOWED_MS = 5.0
_WINDOW = 1
_people = invented_people(100_000, after=1_800_000)


def measure_displays(house: House, disk: str, *, calls: int) -> list[Ratio]:
    """The house stands still before and after."""
    house.start(slow(DELAY_US[disk]))
    try:
        took_ms = uvloop.run(_calls(house, calls))
    finally:
        house.stop()
    allowed_ms = DELAY_US[disk] / 1000 + _ALLOWED_MS
    return [
        over_rounds(
            "last of 200 displays / fsync delay + 5 ms",
            disk,
            f"clerk's request until the last of {DISPLAYS} displays has the call, half of them within",
            [(median(took_ms), allowed_ms)],
            units=("ms", "ms"),
            goal=1,
            at_most=True,
        )
    ]


async def _calls(house: House, calls: int) -> list[float]:
    news = News(DISPLAYS)
    wall = house.credentials[Role.WALL]
    trust = pinned(wall.certificate)
    displays = [await listen(wall.server, trust, wall.token, news.heard) for _ in range(DISPLAYS)]
    await news.all()
    clerk = await _Clerk.seated(house)
    took_ms = []
    for _ in range(calls):
        begun_ns = time.monotonic_ns()
        await clerk.do("call-next")
        await news.all()
        took_ms.append((news.last_ns - begun_ns) / 1e6)
        await clerk.do("start")
        await clerk.do("finish")
        await clerk.do_number()
    for display in displays:
        display.close()
    clerk.close()
    return took_ms


class _Clerk:
    """One clerk, and the kiosk that sends citizens."""

    def __init__(self, house: House, connection: Connection, token: str) -> None:
        self._kiosk = house.credentials[Role.KIOSK].token
        self._connection, self._token = connection, token

    @classmethod
    async def seated(cls, house: House) -> "_Clerk":
        kiosk = house.credentials[Role.KIOSK]
        connection = await Connection.open(kiosk.server, pinned(kiosk.certificate))
        counter = house.credentials[Role.COUNTER].token
        clerk = cls(house, connection, counter)
        session = await clerk._ask(counter, errands.log_in(_key(), _WINDOW))
        clerk._token = json.loads(session)["token"]
        await clerk.do("open")
        await clerk.do_number()
        return clerk

    async def do(self, action: str) -> None:
        await self._ask(self._token, errands.at_window(_key(), _WINDOW, action))

    async def do_number(self) -> None:
        await self._ask(self._kiosk, errands.take_number(_key(), next(_people)))

    def close(self) -> None:
        self._connection.abort()

    async def _ask(self, token: str, errand: errands.Errand) -> bytes:
        headers = {"Authorization": f"Bearer {token}", "Idempotency-Key": errand.key}
        headers |= {} if errand.body is None else {"Content-Type": "application/json"}
        return await self._connection.ask("POST", errand.path, headers, errand.body)


def _key() -> str:
    return f"displays-{os.urandom(8).hex()}"
