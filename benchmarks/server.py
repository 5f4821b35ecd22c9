"""The hall server over TLS, beside an application that does nothing on the same server and certificate."""

import asyncio
import contextlib
import socket
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from functools import partial
from uuid import uuid4

from benchmarks.connection import Connection
from benchmarks.figures import Figure, Figures, median_of
from benchmarks.raw import requests_per_second
from sim.crowd.clerks import Clerk
from sim.crowd.displays import Display
from sim.crowd.hall_api import Credential, HallApi
from sim.crowd.people import invented_people
from sim.story.performance import Performance
from sim.story.waiting import wait_until

_AT_ONCE = 16
_CATEGORY = "registration"
_CALLS = 40
_JSON = {"Content-Type": "application/json"}


async def measure_server(figures: Figures, play: Performance, *, for_s: float) -> None:
    bare = await _bare(play, for_s)
    figures.add(Figure(name=f"bare ASGI over TLS, {_AT_ONCE} at once", value=bare, unit="/s"))
    kiosk = play.credential("kiosk")
    authorised = {"Authorization": f"Bearer {play.credential('kiosk').token}"}
    people = invented_people(900_000, after=100_000)

    async def read(connection: Connection) -> None:
        await connection.ask("GET", "/api/v1/hall", authorised)

    async def take(connection: Connection) -> None:
        person = next(people)
        body = {
            "ticket_class": "accept",
            "category": _CATEGORY,
            "holder": {"name": person.name, "id_number": person.number, "card": "resident_id"},
        }
        headers = authorised | _JSON | {"Idempotency-Key": uuid4().hex}
        await connection.ask("POST", "/api/v1/tickets", headers, body)

    for name, work in (("the hall's view read", read), ("numbers issued", take)):
        async with _connections(kiosk.server, kiosk) as idle:
            found = await requests_per_second(partial(_with, idle, work), at_once=_AT_ONCE, for_s=for_s)
        ratio = found / bare
        label = f"hall server: {name}, {_AT_ONCE} at once"
        figures.add(Figure(name=label, value=found, unit="/s", ratio=ratio, against="bare ASGI"))
    await _calls(figures, play)


async def _calls(figures: Figures, play: Performance) -> None:
    """From a clerk's request to the frame at a display, both headless."""
    took_ms = []
    async with (
        HallApi(play.credential("counter")) as counter,
        Display.watching(play.credential("wall")) as display,
    ):
        clerk = await Clerk.log_in(counter, clerk=play.clerk.number, password=play.clerk.password, window=1)
        await clerk.do("open")
        for _ in range(_CALLS):
            begun = asyncio.get_running_loop().time()
            view = await clerk.do("call-next")
            heard = await display.heard(view["ticket"]["number"])
            took_ms.append((heard - begun) * 1000)
            await clerk.do("start")
            await clerk.do("finish")
    figures.add(median_of("call: clerk's request → frame at a display", took_ms, target=100))


async def _bare(play: Performance, for_s: float) -> float:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    data = play.work.data
    play.keeper.start(
        "bare-asgi",
        [
            *(sys.executable, "-m", "uvicorn", "benchmarks.raw:bare_asgi", "--port", str(port)),
            *(
                "--ssl-certfile",
                str(data / "certificate.pem"),
                "--ssl-keyfile",
                str(data / "certificate.key"),
            ),
            *("--no-access-log", "--log-level", "warning", "--lifespan", "off"),
        ],
    )
    try:
        await asyncio.to_thread(
            wait_until, lambda: _listens(port), within_s=20, what="the bare ASGI application listens"
        )
        async with _connections(f"https://127.0.0.1:{port}", play.credential("kiosk")) as idle:
            return await requests_per_second(
                lambda: _with(idle, lambda connection: connection.ask("POST", "/", _JSON, {"a": 1})),
                at_once=_AT_ONCE,
                for_s=for_s,
            )
    finally:
        play.keeper.stop("bare-asgi")


def _listens(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


@contextlib.asynccontextmanager
async def _connections(address: str, credential: Credential) -> AsyncIterator[asyncio.Queue[Connection]]:
    opened = [await Connection.open(address, credential.trust()) for _ in range(_AT_ONCE)]
    idle: asyncio.Queue[Connection] = asyncio.Queue()
    for connection in opened:
        idle.put_nowait(connection)
    try:
        yield idle
    finally:
        for connection in opened:
            await connection.close()


async def _with(idle: asyncio.Queue[Connection], work: Callable[[Connection], Awaitable[object]]) -> None:
    connection = idle.get_nowait()
    try:
        await work(connection)
    finally:
        idle.put_nowait(connection)
