"""What the crowd asks of a hall over HTTPS: the paths and bodies, here and nowhere else."""

import json
from typing import Any, NamedTuple

from benchmarks.durability.house import CATEGORY, PASSWORD
from sim.world.person import Person

SERVING = ("call-next", "start", "finish")


class Errand(NamedTuple):
    """One command with its idempotency key: sent again with the same key until it is answered."""

    key: str
    path: str
    body: dict[str, Any] | None
    what: str


def take_number(key: str, person: Person) -> Errand:
    holder = {"name": person.name, "id_number": person.number, "card": "resident_id"}
    body = {"ticket_class": "accept", "category": CATEGORY, "holder": holder}
    return Errand(key, "/api/v1/tickets", body, "take-number")


def at_window(key: str, window: int, action: str) -> Errand:
    return Errand(key, f"/api/v1/windows/{window}/{action}", None, action)


def log_in(key: str, window: int) -> Errand:
    body = {"clerk": f"100{window}", "password": PASSWORD, "window": window}
    return Errand(key, "/api/v1/sessions", body, "log-in")


def ticket_of(errand: Errand, answer: bytes) -> tuple[int, str] | None:
    """The ticket an answer is about, as (id, number); None when the command is about none."""
    said = json.loads(answer)
    ticket = said if errand.what == "take-number" else said.get("ticket")
    return (ticket["ticket_id"], ticket["number"]) if errand.what in {"take-number", "call-next"} else None
