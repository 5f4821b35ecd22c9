"""A contest for numbers and calls: who takes and who calls at once, at one real server over HTTPS."""

import asyncio
import json
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from benchmarks.connection import Connection
from benchmarks.durability import errands
from benchmarks.durability.errands import Errand
from benchmarks.durability.house import WINDOWS, House
from queue_core.client.credential import pinned
from queue_core.wire.words import Role
from sim.crowd.people import invented_people
from sim.world.person import Person

KIOSKS = 8
RIVALS = 2


@dataclass(slots=True)
class Contest:
    """`taken` and `called` are tickets as (id, number) in the order of their answers.

    `both_won` are presses of two rivals at one window that were both answered with a call.
    """

    numbers: int
    taken: list[tuple[int, str]] = field(default_factory=list)
    called: list[tuple[int, str]] = field(default_factory=list)
    both_won: int = 0
    took_ms: dict[str, list[float]] = field(default_factory=lambda: {"take-number": [], "call-next": []})
    _keys: int = 0

    async def hold(self, house: House) -> None:
        """Eight take numbers; at each of four windows two press `call next` at once, until all are served."""
        trust = pinned(house.credentials[Role.KIOSK].certificate)
        server = house.credentials[Role.KIOSK].server
        connections = [await Connection.open(server, trust) for _ in range(KIOSKS + RIVALS * len(WINDOWS))]
        people = invented_people(self.numbers)
        token = house.credentials[Role.KIOSK].token
        kiosks = [self._kiosk(connection, token, people) for connection in connections[:KIOSKS]]
        pairs = zip(connections[KIOSKS::RIVALS], connections[KIOSKS + 1 :: RIVALS], strict=True)
        counter = house.credentials[Role.COUNTER].token
        windows = [self._window(pair, counter, window) for window, pair in zip(WINDOWS, pairs, strict=True)]
        try:
            await asyncio.gather(*kiosks, *windows)
        finally:
            for connection in connections:
                connection.abort()

    async def _kiosk(self, connection: Connection, token: str, people: Iterator[Person]) -> None:
        for person in people:
            errand = errands.take_number(self._key(), person)
            _, said = await self._ask(connection, token, errand)
            self.taken.append((said["ticket_id"], said["number"]))

    async def _window(self, rivals: tuple[Connection, Connection], counter: str, window: int) -> None:
        first, _ = rivals
        _, session = await self._ask(first, counter, errands.log_in(self._key(), window))
        token = session["token"]
        await self._ask(first, token, errands.at_window(self._key(), window, "open"))
        while len(self.called) < self.numbers:
            presses = (errands.at_window(self._key(), window, "call-next") for _ in rivals)
            answers = await asyncio.gather(
                *(self._ask(rival, token, press) for rival, press in zip(rivals, presses, strict=True))
            )
            tickets = [said["ticket"] for status, said in answers if status == 200]  # noqa: PLR2004 OK
            self.called.extend((ticket["ticket_id"], ticket["number"]) for ticket in tickets)
            self.both_won += len(tickets) > 1
            for action in ("start", "finish") if tickets else ():
                await self._ask(first, token, errands.at_window(self._key(), window, action))

    async def _ask(self, connection: Connection, token: str, errand: Errand) -> tuple[int, dict[str, Any]]:
        headers = {"Authorization": f"Bearer {token}", "Idempotency-Key": errand.key}
        headers |= {} if errand.body is None else {"Content-Type": "application/json"}
        begun = time.perf_counter()
        status, answer = await connection.exchange("POST", errand.path, headers, errand.body)
        took_ms = (time.perf_counter() - begun) * 1000
        said = json.loads(answer)
        if status >= 300 and said.get("code") not in {"window-busy", "nobody-waiting"}:  # noqa: PLR2004 a success is below
            raise AssertionError(f"{errand.what} was refused: {answer.decode()}")
        if errand.what in self.took_ms:
            self.took_ms[errand.what].append(took_ms)
        return status, said

    def _key(self) -> str:
        self._keys += 1
        return f"contest-{self._keys:06d}"
