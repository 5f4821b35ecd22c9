"""Citizens who take numbers at a kiosk nobody sees: by requests, with cards of people who do not exist."""

from dataclasses import dataclass
from typing import Any

from sim.crowd.people import invented_people
from sim.halls import person
from sim.story.asking import Road
from sim.world.person import Person

_YOUNG_FROM = 9_000  # of the invented people: born after 1974, too young for a priority by age


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """A number in somebody's hand, on paper."""

    ticket_id: int
    number: str
    status_url: str
    reference: str


class Citizens:
    """Each takes one number; who has no key in `halls/people.toml` is invented."""

    def __init__(self, kiosk: Road) -> None:
        self._kiosk = kiosk
        self._invented = invented_people(1000, after=_YOUNG_FROM)

    def take(
        self, unit: str, *, who: str = "", language: str = "zh-CN", anonymous: bool = False, **more: Any
    ) -> Taken:
        """A number for a unit such as `registration/accept`, and its paper. `anonymous`: without a card."""
        category, _, ticket_class = unit.partition("/")
        holder = person(who) if who else next(self._invented)
        wanted = {
            "ticket_class": ticket_class,
            "category": category,
            "holder": None if anonymous else card_of(holder),
            "language": language,
            **more,
        }
        ticket = self._kiosk.post("/api/v1/tickets", wanted)
        self._kiosk.post(f"/api/v1/tickets/{ticket['ticket_id']}/delivery", {"outcome": "printed"})
        return Taken(
            ticket_id=ticket["ticket_id"],
            number=ticket["number"],
            status_url=ticket["status_url"],
            reference=ticket["reference"],
        )

    def book(self, unit: str, starts_at_ms: int, *, who: str) -> str:
        """An appointment's reference."""
        category, _, ticket_class = unit.partition("/")
        wanted = {
            "ticket_class": ticket_class,
            "category": category,
            "starts_at_ms": starts_at_ms,
            "holder": card_of(person(who)),
        }
        return str(self._kiosk.post("/api/v1/appointments", wanted)["reference"])

    def why(self, taken: Taken) -> dict[str, str]:
        """By number: the reason of each call before this one's, as the ticket's holder is told."""
        path = f"/api/v1/tickets/{taken.ticket_id}/explanation"
        return {
            each["number"]: each["said"].get("zh-CN", each["reason"])
            for each in self._kiosk.get(path)["before"]
        }


def card_of(holder: Person) -> dict[str, str]:
    return {"name": holder.name, "id_number": holder.number, "card": "resident_id"}
