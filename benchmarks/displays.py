"""From a clerk's press until the last of 200 displays has the call: request, commit, fan-out, over TLS."""

import asyncio
import base64
import json
import os
import ssl
import time
from statistics import median
from urllib.parse import urlsplit

import uvloop

from benchmarks.connection import Connection
from benchmarks.durability import errands
from benchmarks.durability.disk import slow
from benchmarks.durability.house import House
from benchmarks.probing import DELAY_US
from benchmarks.ratios import Ratio, over_rounds
from queue_core.client.credential import pinned
from queue_core.wire.words import Role
from sim.crowd.people import invented_people

DISPLAYS = 200
_ALLOWED_MS = 5.0
_HELLO = b'{"type":"hello","protocol":1,"cursor":null}'
_CALL = b'"type":"call"'
_PING, _PONG = bytes((0x89, 4)), bytes((0x8A, 0x84, 0, 0, 0, 0))  # the server's have four bytes to give back
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


class _Display(asyncio.Protocol):
    """A WebSocket (RFC 6455) that listens for calls, and is alive; its own work is nearly nothing."""

    def __init__(self, path: str, host: str, token: str, news: "_News") -> None:
        self._news = news
        key = base64.b64encode(os.urandom(16)).decode()
        self._upgrade = (
            f"GET {path} HTTP/1.1\r\nHost: {host}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            f"Sec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: 13\r\nAuthorization: Bearer {token}\r\n\r\n"
        ).encode()
        self._is_upgraded = False
        self._transport: asyncio.Transport

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = transport  # type: ignore[assignment]  # a stream's
        self._transport.write(self._upgrade)

    def data_received(self, data: bytes) -> None:
        if not self._is_upgraded:
            if not data.startswith(b"HTTP/1.1 101"):
                raise RuntimeError(data[:300].decode())
            self._is_upgraded = True
            masked = bytes((0x81, 0x80 | len(_HELLO))) + bytes(4) + _HELLO  # a mask of zeros changes nothing
            self._transport.write(masked)
            if b"snapshot" not in data:
                return
        for ping in {data[:6], data[-6:]}:
            if ping.startswith(_PING):
                self._transport.write(_PONG + ping[2:])
        if b'"type":"snapshot"' in data:
            self._news.joined()
        elif _CALL in data:
            self._news.heard()

    def close(self) -> None:
        self._transport.abort()


class _News:
    """Counts displays: those that joined, then those that heard of the call under way."""

    def __init__(self) -> None:
        self._left = DISPLAYS
        self._all = asyncio.Event()
        self.last_at = 0.0

    def joined(self) -> None:
        self.heard()

    def heard(self) -> None:
        self._left -= 1
        if self._left == 0:
            self.last_at = time.perf_counter()
            self._all.set()

    async def all(self) -> None:
        async with asyncio.timeout(30):
            await self._all.wait()
        self._left = DISPLAYS
        self._all.clear()


async def _calls(house: House, calls: int) -> list[float]:
    news = _News()
    wall = house.credentials[Role.WALL]
    displays = [
        await _display(wall.server, pinned(wall.certificate), wall.token, news) for _ in range(DISPLAYS)
    ]
    await news.all()
    clerk = await _Clerk.seated(house)
    took_ms = []
    for _ in range(calls):
        begun = time.perf_counter()
        await clerk.do("call-next")
        await news.all()
        took_ms.append((news.last_at - begun) * 1000)
        await clerk.do("start")
        await clerk.do("finish")
        await clerk.do_number()
    for display in displays:
        display.close()
    clerk.close()
    return took_ms


async def _display(server: str, trust: ssl.SSLContext, token: str, news: _News) -> _Display:
    address = urlsplit(server)
    _, display = await asyncio.get_running_loop().create_connection(
        lambda: _Display("/api/v1/stream", address.netloc, token, news),
        address.hostname,
        address.port,
        ssl=trust,
    )
    return display


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
