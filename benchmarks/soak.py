"""A crowd at a server that is killed again and again: what was acknowledged must be there afterwards."""

import asyncio
import random
import time
from collections.abc import Iterator
from urllib.parse import urlsplit

import httpx
from rich.console import Console

from benchmarks.figures import Figure, Figures
from sim.crowd.hall_api import HallApi, Refusal
from sim.crowd.people import invented_people
from sim.story.errors import Different
from sim.story.performance import Performance
from sim.story.programs import PAIHAO, start_server
from sim.world.person import Person

_CITIZENS_AT_ONCE = 24
_LONGEST_LIFE_S = 2.0


async def soak(figures: Figures, play: Performance, console: Console, *, rounds: int) -> None:
    """Kill the server so many times under load; Different when an acknowledged number is lost or doubled."""
    port = urlsplit(play.route.server).port or 0
    chance = random.Random(20261122)
    people = invented_people(900_000, after=1_000_000)
    issued: dict[int, str] = {}
    recovered_ms = []
    for nth in range(1, rounds + 1):
        crowd = asyncio.create_task(_crowd(play, people, issued))
        await asyncio.sleep(chance.uniform(0.3, _LONGEST_LIFE_S))
        play.keeper.kill("server")
        crowd.cancel()
        await asyncio.gather(crowd, return_exceptions=True)
        begun = time.monotonic()
        await asyncio.to_thread(start_server, play.keeper, play.hall, play.work, port=port)
        recovered_ms.append((time.monotonic() - begun) * 1000)
        await _all_there(play, issued)
        console.print(
            f"  round {nth}/{rounds}: {len(issued):,} numbers acknowledged, none lost", highlight=False
        )
    figures.add(Figure(name=f"soak: numbers acknowledged over {rounds} kills", value=len(issued), unit=""))
    figures.add(Figure(name="soak: numbers lost or doubled", value=0, unit="", target=0))
    figures.add(Figure(name="soak: longest restart", value=max(recovered_ms), unit="ms"))
    play.keeper.run("soak-verify", [PAIHAO, "journal", "verify", str(play.work.data / "journal.db")])


async def _crowd(play: Performance, people: Iterator[Person], issued: dict[int, str]) -> None:
    async with HallApi(play.credential("kiosk"), connections=_CITIZENS_AT_ONCE) as kiosk:

        async def citizen() -> None:
            while True:
                person = next(people)
                holder = {"name": person.name, "id_number": person.number, "card": "resident_id"}
                body = {"ticket_class": "accept", "category": "registration", "holder": holder}
                ticket = await kiosk.post("/api/v1/tickets", body)
                issued[ticket["ticket_id"]] = ticket["number"]

        citizens = [citizen() for _ in range(_CITIZENS_AT_ONCE)]
        await asyncio.gather(*citizens, return_exceptions=True)


async def _all_there(play: Performance, issued: dict[int, str]) -> None:
    if len(set(issued.values())) != len(issued):
        raise Different("a number was issued twice")
    async with HallApi(play.credential("kiosk"), connections=_CITIZENS_AT_ONCE) as kiosk:
        for ticket_id in random.Random(len(issued)).sample(sorted(issued), min(200, len(issued))):
            await _is_there(kiosk, ticket_id, issued[ticket_id])


async def _is_there(kiosk: HallApi, ticket_id: int, number: str) -> None:
    try:
        found = await kiosk.get(f"/api/v1/tickets/{ticket_id}")
    except (Refusal, httpx.HTTPError) as error:
        raise Different(f"number {number} was acknowledged and is lost: {error}") from error
    if found["number"] != number:
        raise Different(f"ticket {ticket_id} was {number} and is {found['number']}")
