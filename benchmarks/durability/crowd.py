"""Sixteen clients of one hall who never give up: what was not answered they send again, with the same key."""

import asyncio
import contextlib
import json
import ssl
import time
from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence

from benchmarks.connection import Connection
from benchmarks.durability import errands
from benchmarks.durability.errands import Errand
from benchmarks.durability.house import WINDOWS, House
from queue_core.client.credential import pinned
from queue_core.wire.words import Role
from sim.crowd.people import invented_people
from sim.world.person import Person

CLIENTS = 16
_LOST = (ConnectionError, asyncio.IncompleteReadError, ssl.SSLError, OSError)


class Client(ABC):
    """One connection's worth of commands, in order. `acknowledged` maps keys to the ticket of the answer."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.token = ""
        self.pending: Errand | None = None
        self.answered: dict[str, tuple[Errand, tuple[int, str] | None]] = {}
        self.took_ms: list[float] = []
        self._sent = 0

    @abstractmethod
    def next(self) -> Errand:
        """The command after the last one. Raises StopIteration when there is nothing more to do."""

    async def work(self, connection: Connection, news: "News") -> None:
        """Until the connection is lost or there is nothing more to do."""
        with contextlib.suppress(StopIteration):
            while True:
                self.pending = self.pending or self.next()
                ticket = await self._answer(connection, self.pending)
                if ticket is not _REFUSED:
                    self.answered[self.pending.key] = (self.pending, ticket)
                    self.pending = None
                    news.tell()

    async def settle(self, connection: Connection) -> list[str]:
        """Send what is pending, then again what was answered last: a number's answer must be the same."""
        if self.pending is not None:
            ticket = await self._answer(connection, self.pending)
            if ticket is not _REFUSED:
                self.answered[self.pending.key] = (self.pending, ticket)
            self.pending = None
        numbers = [each for each in self.answered.values() if each[0].what == "take-number"]
        again = [(errand, first, await self._answer(connection, errand)) for errand, first in numbers[-5:]]
        return [f"{errand.key}: {first}, then {second}" for errand, first, second in again if first != second]

    def key(self) -> str:
        self._sent += 1
        return f"{self.name}-{self._sent:06d}"

    async def _answer(self, connection: Connection, errand: Errand) -> tuple[int, str] | object | None:
        headers = {"Authorization": f"Bearer {self.token}", "Idempotency-Key": errand.key}
        headers |= {} if errand.body is None else {"Content-Type": "application/json"}
        begun = time.perf_counter()
        status, answer = await connection.exchange("POST", errand.path, headers, errand.body)
        self.took_ms.append((time.perf_counter() - begun) * 1000)
        if status < 300:  # noqa: PLR2004 a success
            return errands.ticket_of(errand, answer)
        if json.loads(answer).get("code") != "nobody-waiting":
            raise AssertionError(f"{self.name}: {errand.what} was refused: {status} {answer.decode()}")
        return _REFUSED


_REFUSED = object()


class Kiosk(Client):
    def __init__(self, name: str, people: Iterator[Person], *, numbers: int | None = None) -> None:
        super().__init__(name)
        self._people, self._left = people, numbers

    def next(self) -> Errand:
        if self._left is not None:
            if not self._left:
                raise StopIteration
            self._left -= 1
        return errands.take_number(self.key(), next(self._people))


class Clerk(Client):
    """Opens the window, then calls, starts and finishes again and again."""

    def __init__(self, name: str, window: int, *, calls: int | None = None) -> None:
        super().__init__(name)
        self.window = window
        self._acts = self._sequence(calls)

    def next(self) -> Errand:
        return errands.at_window(self.key(), self.window, next(self._acts))

    @staticmethod
    def _sequence(calls: int | None) -> Iterator[str]:
        yield "open"
        while calls is None or calls > 0:
            yield from errands.SERVING
            calls = None if calls is None else calls - 1


class News:
    """Counts answers, for whoever waits for so many of them."""

    def __init__(self) -> None:
        self.answers = 0
        self._change = asyncio.Event()

    def tell(self) -> None:
        self.answers += 1
        self._change.set()

    async def until(self, answers: int) -> None:
        while self.answers < answers:
            self._change.clear()
            await self._change.wait()


class Crowd:
    """The clients over all lives of a hall; each life has connections of its own."""

    def __init__(self, house: House, clients: Sequence[Client]) -> None:
        self.house, self.clients = house, tuple(clients)

    @classmethod
    def at(cls, house: House) -> "Crowd":
        """Twelve who take numbers for ever and four clerks who call them."""
        people = invented_people(1_000_000)
        kiosks = [Kiosk(f"kiosk-{at}", people) for at in range(CLIENTS - len(WINDOWS))]
        return cls(house, [*kiosks, *(Clerk(f"clerk-{window}", window) for window in WINDOWS)])

    async def settle(self) -> list[str]:
        """Let every client have its answer at last; return what was answered otherwise the second time.

        The server runs and nobody ends it. Sent again are the newest numbers of each client.
        """
        trust = pinned(self.house.credentials[Role.KIOSK].certificate)
        connection = await Connection.open(self.house.credentials[Role.KIOSK].server, trust)
        try:
            return [line for client in self.clients for line in await client.settle(connection)]
        finally:
            connection.abort()

    async def live(self, news: News) -> None:
        """Work until the connections are lost, or all clients are done."""
        trust = pinned(self.house.credentials[Role.KIOSK].certificate)
        server = self.house.credentials[Role.KIOSK].server
        try:
            connections = await asyncio.gather(*(Connection.open(server, trust) for _ in self.clients))
        except _LOST:
            return
        try:
            await asyncio.gather(*map(self._one, self.clients, connections, [news] * len(self.clients)))
        finally:
            for connection in connections:
                connection.abort()

    async def _one(self, client: Client, connection: Connection, news: News) -> None:
        with contextlib.suppress(*_LOST):
            if not client.token:
                client.token = await self._token(client, connection)
            await client.work(connection, news)

    async def _token(self, client: Client, connection: Connection) -> str:
        if not isinstance(client, Clerk):
            return self.house.credentials[Role.KIOSK].token
        counter = self.house.credentials[Role.COUNTER].token
        errand = errands.log_in(client.key(), client.window)
        headers = {"Authorization": f"Bearer {counter}", "Idempotency-Key": errand.key}
        answer = await connection.ask(
            "POST", errand.path, headers | {"Content-Type": "application/json"}, errand.body
        )
        return str(json.loads(answer)["token"])
