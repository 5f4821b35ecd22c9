"""The hall server over TLS against an application that does nothing, and against bare appends.

All sides are measured in turn, round after round.
"""

import asyncio
import contextlib
import socket
import subprocess
import sys
from collections.abc import Iterator
from itertools import count, islice, repeat
from statistics import median

import uvloop

from benchmarks.contest import Contest
from benchmarks.durability import errands
from benchmarks.durability.disk import slow
from benchmarks.durability.house import House
from benchmarks.loading import Load, post
from benchmarks.probing import DELAY_US, NATIVE, SLOW, probe
from benchmarks.ratios import Ratio, over_rounds
from queue_core.client.credential import pinned
from queue_core.wire.words import Role
from sim.crowd.people import invented_people
from sim.story.waiting import wait_until

_AT_ONCE = (16, 64)
_JSON = {"Content-Type": "application/json"}
_NUMBERS = 1_000
_keys = count()
_people = invented_people(1_500_000, after=200_000)


def measure_server(house: House, disk: str, *, rounds: int, for_s: float) -> list[Ratio]:
    """The house stands still before and after. RuntimeError when a request is refused."""
    house.start(slow(DELAY_US[disk]))
    try:
        with _bare(house) as bare:
            found = uvloop.run(_rounds(house, bare, disk, rounds, for_s))
    finally:
        house.stop()
    numbers, over_bare = "numbers over HTTPS", "against an application that does nothing"
    ratios = [
        over_rounds(
            f"HTTP, {at_once} connections / bare ASGI",
            disk,
            f"{numbers}, {at_once} at once, {over_bare}",
            list(zip(found["hall", at_once], found["bare", at_once], strict=True)),
            goal=0.20 if (disk, at_once) == (NATIVE, 64) else None,
        )
        for at_once in _AT_ONCE
    ]
    against_disk = over_rounds(
        "HTTP, 16 connections / raw fdatasync",
        disk,
        f"{numbers}, 16 at once, against one fdatasync a row",
        list(zip(found["hall", 16], found["raw", 0], strict=True)),
        goal=6 if disk == SLOW else None,
    )
    return [*ratios, against_disk]


def measure_contest(house: House) -> list[Ratio]:
    """A thousand numbers taken and called by sixteen at once: how far the slowest lie from the usual."""
    house.start()
    contest = Contest(_NUMBERS)
    try:
        asyncio.run(contest.hold(house))
    finally:
        house.stop()
    if contest.both_won or sorted(contest.called) != sorted(contest.taken):
        raise RuntimeError("a ticket was called twice, or not at all")
    return [
        over_rounds(
            f"contested {what} p95 / p50",
            NATIVE,
            f"{what} with 16 clients at once: 95 of 100, against half of them",
            [(sorted(took_ms)[round(len(took_ms) * 0.95)], median(took_ms))],
            units=("ms", "ms"),
        )
        for what, took_ms in contest.took_ms.items()
    ]


async def _rounds(
    house: House, bare: str, disk: str, rounds: int, for_s: float
) -> dict[tuple[str, int], list[float]]:
    found: dict[tuple[str, int], list[float]] = {("raw", 0): []}
    kiosk = house.credentials[Role.KIOSK]
    trust = pinned(kiosk.certificate)
    loads: dict[tuple[str, int], Load] = {}
    requests = _numbers(kiosk.token, round(rounds * for_s * len(_AT_ONCE) * 12_000))
    nothing = repeat(post("/", _JSON, {"a": 1}))
    for at_once in _AT_ONCE:
        loads["bare", at_once] = await Load.open(bare, trust, nothing, at_once)
        loads["hall", at_once] = await Load.open(kiosk.server, trust, requests, at_once)
    for load in loads.values():
        await load.per_second(for_s / 4)
    for _ in range(rounds):
        found["raw", 0].append((await asyncio.to_thread(probe, "raw", disk, for_s / 2))["per_second"])
        for name, load in loads.items():
            found.setdefault(name, []).append(await load.per_second(for_s))
    for load in loads.values():
        load.close()
    return found


def _numbers(token: str, most: int) -> Iterator[bytes]:
    """Requests for numbers, each of another person."""
    made = []
    for person in islice(_people, most):
        errand = errands.take_number(f"bench-{next(_keys):09d}", person)
        headers = _JSON | {"Authorization": f"Bearer {token}", "Idempotency-Key": errand.key}
        made.append(post(errand.path, headers, errand.body))
    return iter(made)


@contextlib.contextmanager
def _bare(house: House) -> Iterator[str]:
    """Uvicorn with the hall's certificate and an application that does nothing."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    certificate, key = house.folder / "certificate.pem", house.folder / "certificate.key"
    process = subprocess.Popen(
        [
            *(sys.executable, "-m", "uvicorn", "benchmarks.raw:bare_asgi", "--port", str(port)),
            *("--ssl-certfile", str(certificate), "--ssl-keyfile", str(key)),
            *("--no-access-log", "--log-level", "warning", "--lifespan", "off"),
        ]
    )
    try:
        wait_until(lambda: _listens(port), within_s=20, what="the bare ASGI application listens")
        yield f"https://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait()


def _listens(port: int) -> bool:
    with socket.socket() as probing:
        return probing.connect_ex(("127.0.0.1", port)) == 0
