"""Citizens who take numbers at kiosks that exist only as their requests."""

import asyncio
import time
from dataclasses import dataclass

from sim.crowd.hall_api import HallApi
from sim.crowd.people import invented_people
from sim.world.person import Person


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """`took_ms` is from the request to its answer, which comes after the hall's commit."""

    ticket_id: int
    number: str
    took_ms: float


async def take_number(kiosk: HallApi, person: Person, category: str, ticket_class: str = "accept") -> Taken:
    """Take a number and report it as printed, as a kiosk with a good printer does."""
    begun = time.perf_counter()
    ticket = await kiosk.post(
        "/api/v1/tickets",
        {
            "ticket_class": ticket_class,
            "category": category,
            "holder": {"name": person.name, "id_number": person.number, "card": "resident_id"},
        },
    )
    took_ms = (time.perf_counter() - begun) * 1000
    for outcome in ("printing", "printed"):
        await kiosk.post(f"/api/v1/tickets/{ticket['ticket_id']}/delivery", {"outcome": outcome})
    return Taken(ticket_id=ticket["ticket_id"], number=ticket["number"], took_ms=took_ms)


async def crowd_of_citizens(
    kiosk: HallApi, category: str, *, citizens: int, at_once: int, within_s: float
) -> list[Taken]:
    """Let so many people take a number, `at_once` of them together; TimeoutError after `within_s`."""
    gate = asyncio.Semaphore(at_once)

    async def one(person: Person) -> Taken:
        async with gate:
            return await take_number(kiosk, person, category)

    async with asyncio.timeout(within_s):
        return await asyncio.gather(*(one(person) for person in invented_people(citizens)))
