"""Five hundred phones at nginx as deploy/ lays it: what comes through to the hall, and who has the work.

Each phone asks again a quarter of a second after it was answered, in turn for its own number and for what
everybody reads, with the ETag it was given. How often nginx goes on to the hall is counted for each document.
Then a few ask without a pause: how many answers nginx gives when it has nothing else to wait for.
"""

import asyncio
import os
import ssl
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import uvloop

from benchmarks.connection import Connection
from benchmarks.durability import errands
from benchmarks.durability.house import House
from benchmarks.phones_road import PhonesRoad
from benchmarks.probing import NATIVE
from benchmarks.ratios import Ratio, over_rounds
from queue_core.client.credential import pinned
from queue_core.wire.words import Role
from sim.crowd.people import invented_people

_RULE = "/public/rule"
_END = b"\r\n\r\n"
_PAUSE_S = 0.25  # a phone's own is 3 s or more: as twelve times as many
_HURRIED = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Polled:
    """`at_origin`: how often nginx asked on for each document; CPU seconds of the processes meanwhile."""

    for_s: float
    answers: int
    unchanged: int
    hurried: int
    hurried_s: float
    hurried_at_origin: int
    at_origin: tuple[int, ...]
    nginx_cpu_s: float
    relay_cpu_s: float
    uplink_cpu_s: float
    hall_cpu_s: float

    @property
    def most_a_second(self) -> float:
        """Of the document that was asked on for most."""
        return max(self.at_origin) / self.for_s


def measure_phones(house: House, root: Path, *, phones: int, documents: int, for_s: float) -> list[Ratio]:
    """The house stands still before and after. RuntimeError when a phone is refused."""
    polled = poll(house, root, phones=phones, documents=documents, for_s=for_s)
    behind_cpu_s = polled.relay_cpu_s + polled.uplink_cpu_s + polled.hall_cpu_s
    return [
        over_rounds(
            "phones_origin",
            NATIVE,
            f"{phones} phones: requests at the hall a second for the document most asked for",
            [(polled.most_a_second, 1)],
            goal=1,
            at_most=True,
        ),
        over_rounds(
            "phones_answers",
            NATIVE,
            f"{phones} phones, {documents + 1} documents: answers of nginx against requests at the hall",
            [(polled.answers / polled.for_s, sum(polled.at_origin) / polled.for_s)],
        ),
        over_rounds(
            "phones_hurried",
            NATIVE,
            f"answers of nginx to {_HURRIED} phones without a pause, against requests at the hall meanwhile",
            [(polled.hurried / polled.hurried_s, max(1, polled.hurried_at_origin) / polled.hurried_s)],
        ),
        over_rounds(
            "phones_cpu_behind",
            NATIVE,
            f"{phones} phones: CPU time of relay, uplink and hall against nginx's",
            [(behind_cpu_s * 1000 / polled.for_s, polled.nginx_cpu_s * 1000 / polled.for_s)],
            units=("ms", "ms"),
        ),
        over_rounds(
            "phones_cpu_hall",
            NATIVE,
            f"{phones} phones: CPU time of the hall server against nginx's",
            [(polled.hall_cpu_s * 1000 / polled.for_s, polled.nginx_cpu_s * 1000 / polled.for_s)],
            units=("ms", "ms"),
        ),
    ]


def poll(house: House, root: Path, *, phones: int, documents: int, for_s: float) -> Polled:
    """The house stands still before and after. RuntimeError when a phone is refused."""
    road = PhonesRoad(root, house)
    road.open()
    try:
        return uvloop.run(_poll(road, phones, documents, for_s))
    finally:
        road.close()


async def _poll(road: PhonesRoad, phones: int, documents: int, for_s: float) -> Polled:
    paths = await _numbers(road.house, documents)
    trust = ssl.create_default_context(cafile=road.authority)
    crowd = await _crowd(road.url, trust, [(paths[each % documents], _RULE) for each in range(phones)])
    await crowd.ask_for(1.0, phones, pause_s=_PAUSE_S)
    known, cpu = _asked_on(road), _Cpu.of(road)
    took_s = await crowd.ask_for(for_s, phones, pause_s=_PAUSE_S)
    used, asked_on = _Cpu.of(road).since(cpu), _asked_on(road) - known
    answers, unchanged = crowd.answers, crowd.unchanged
    hurried_s = await crowd.ask_for(for_s / 3, _HURRIED, pause_s=None)
    crowd.leave()
    return Polled(
        for_s=took_s,
        answers=answers,
        unchanged=unchanged,
        at_origin=tuple(asked_on[each] for each in (*paths, _RULE)),
        nginx_cpu_s=used.nginx_s,
        relay_cpu_s=used.relay_s,
        uplink_cpu_s=used.uplink_s,
        hall_cpu_s=used.hall_s,
        hurried=crowd.answers,
        hurried_s=hurried_s,
        hurried_at_origin=(_asked_on(road) - known - asked_on).total(),
    )


async def _numbers(house: House, count: int) -> list[str]:
    """The documents of so many numbers that were just taken."""
    kiosk = house.credentials[Role.KIOSK]
    connection = await Connection.open(kiosk.server, pinned(kiosk.certificate))
    paths = []
    for person in invented_people(count):
        errand = errands.take_number(os.urandom(8).hex(), person)
        headers = {
            "Authorization": f"Bearer {kiosk.token}",
            "Idempotency-Key": errand.key,
            "Content-Type": "application/json",
        }
        answer = await connection.ask("POST", errand.path, headers, errand.body)
        link = answer.partition(b'"status_url":"')[2].partition(b'"')[0].decode()
        paths.append(f"/public/tickets/{urlsplit(link).path.removeprefix('/t/')}")
    await connection.close()
    return paths


def _asked_on(road: PhonesRoad) -> Counter[str]:
    return Counter(road.log("asked-on").splitlines())


class _Phone(asyncio.Protocol):
    """Asks for its documents in turn, with the ETag it has of each."""

    def __init__(self, crowd: "_Crowd", paths: Sequence[str]) -> None:
        self._crowd, self._paths, self._turn = crowd, paths, 0
        self._etags: dict[str, bytes] = {}
        self._heard = b""
        self._is_asking = False
        self.transport: asyncio.Transport

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = transport  # type: ignore[assignment]  # a stream's
        if self._is_asking:
            self.ask()

    def ask(self) -> None:
        """Again on a new connection, when nginx has closed this one after its thousand requests."""
        self._is_asking = True
        if self.transport.is_closing():
            return
        path = self._paths[self._turn]
        etag = self._etags.get(path)
        known = b"" if etag is None else b"If-None-Match: " + etag + b"\r\n"
        self._heard = b""
        self.transport.write(b"GET " + path.encode() + b" HTTP/1.1\r\nHost: localhost\r\n" + known + b"\r\n")

    def data_received(self, data: bytes) -> None:
        self._heard += data
        head, end, body = self._heard.partition(_END)
        if not end:
            return
        status = int(head[9:12])
        if status != 304 and len(body) < int(_header(head, b"content-length")):  # noqa: PLR2004 has no body
            return
        if status not in {200, 304}:
            self._crowd.refused(f"{self._paths[self._turn]}: {head.decode()}")
            return
        self._etags[self._paths[self._turn]] = _header(head, b"etag")
        self._turn = (self._turn + 1) % len(self._paths)
        self._is_asking = False
        self._crowd.answered(self, is_unchanged=status == 304)  # noqa: PLR2004 Not Modified

    def connection_lost(self, _error: Exception | None) -> None:
        self._crowd.closed(self)


class _Crowd:
    def __init__(self, url: str, trust: ssl.SSLContext) -> None:
        self._address, self._trust = urlsplit(url), trust
        self._connecting: set[asyncio.Task[None]] = set()
        self.phones: list[_Phone] = []
        self.answers = self.unchanged = 0
        self._deadline = 0.0
        self._asking = 0
        self._pause_s: float | None = None
        self._is_over = False
        self._done: asyncio.Future[None]

    async def connect(self, phone: _Phone) -> None:
        """RuntimeError when nginx is not there."""
        try:
            await asyncio.get_running_loop().create_connection(
                lambda: phone, self._address.hostname, self._address.port, ssl=self._trust
            )
        except OSError as error:
            raise RuntimeError(f"nginx does not answer: {error}") from error

    def closed(self, phone: _Phone) -> None:
        if not self._is_over:
            again = asyncio.create_task(self.connect(phone))
            self._connecting.add(again)
            again.add_done_callback(self._connecting.discard)

    async def ask_for(self, for_s: float, phones: int, *, pause_s: float | None) -> float:
        """How long it took until the last had its answer. Counts anew. RuntimeError when one is refused."""
        loop = asyncio.get_running_loop()
        self.answers = self.unchanged = 0
        self._asking, self._pause_s = min(phones, len(self.phones)), pause_s
        self._done = loop.create_future()
        began = time.perf_counter()
        self._deadline = began + for_s
        for each, phone in enumerate(self.phones[:phones]):
            loop.call_later((pause_s or 0) * each / phones, phone.ask)
        await self._done
        return time.perf_counter() - began

    def answered(self, phone: _Phone, *, is_unchanged: bool) -> None:
        self.answers += 1
        self.unchanged += is_unchanged
        if time.perf_counter() < self._deadline:
            if self._pause_s is None:
                phone.ask()
            else:
                asyncio.get_running_loop().call_later(self._pause_s, phone.ask)
            return
        self._asking -= 1
        if self._asking == 0 and not self._done.done():
            self._done.set_result(None)

    def refused(self, how: str) -> None:
        if not self._done.done():
            self._done.set_exception(RuntimeError(how))

    def leave(self) -> None:
        self._is_over = True
        for phone in self.phones:
            phone.transport.abort()


async def _crowd(url: str, trust: ssl.SSLContext, wishes: Sequence[Sequence[str]]) -> _Crowd:
    crowd = _Crowd(url, trust)
    for paths in wishes:
        phone = _Phone(crowd, paths)
        await crowd.connect(phone)
        crowd.phones.append(phone)
    return crowd


def _header(head: bytes, name: bytes) -> bytes:
    """Its value; `b"0"` without one."""
    found = head.lower().find(b"\r\n" + name + b":")
    if found < 0:
        return b"0"
    begin = found + len(name) + 3
    end = head.find(b"\r\n", begin)
    return head[begin : end if end >= 0 else None].strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Cpu:
    nginx_s: float
    relay_s: float
    uplink_s: float
    hall_s: float

    @classmethod
    def of(cls, road: PhonesRoad) -> "_Cpu":
        return cls(
            nginx_s=sum(map(_used_s, _family(road.pid("nginx")))),
            relay_s=_used_s(road.pid("relay")),
            uplink_s=_used_s(road.pid("uplink")),
            hall_s=_used_s(road.house.pid),
        )

    def since(self, earlier: "_Cpu") -> "_Cpu":
        return _Cpu(
            nginx_s=self.nginx_s - earlier.nginx_s,
            relay_s=self.relay_s - earlier.relay_s,
            uplink_s=self.uplink_s - earlier.uplink_s,
            hall_s=self.hall_s - earlier.hall_s,
        )


def _used_s(pid: int) -> float:
    after_name = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(after_name[11]) + int(after_name[12])) / os.sysconf("SC_CLK_TCK")


def _family(pid: int) -> Iterator[int]:
    yield pid
    for each in Path(f"/proc/{pid}/task/{pid}/children").read_text().split():
        yield int(each)
