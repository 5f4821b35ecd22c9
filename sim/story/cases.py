"""Cases by requests: accepted at a window without a screen, finished by the back office."""

from dataclasses import dataclass, field
from typing import Any

from sim.halls import person
from sim.story.asking import Road, Seat
from sim.story.citizens import Citizens
from sim.story.performance import Performance

UNIT = "registration/accept"


@dataclass(frozen=True, slots=True, kw_only=True)
class OneCase:
    """`receipt_code` is what its receipts show as a QR code; `who` is a key of people.toml."""

    code: str
    who: str
    phone: str = field(repr=False)
    receipt_code: str = field(repr=False)


def accept(citizens: Citizens, seat: Seat, road: Road, who: str, way: str) -> OneCase:
    """Whoever comes gets a number, is called at once, and leaves a case to be collected later."""
    taken = citizens.take(UNIT, who=who)
    seat.call_next()
    seat.do("start")
    wanted = {
        "category": UNIT.partition("/")[0],
        "ticket_id": taken.ticket_id,
        "phone": person(who).phone,
        "way": way,
    }
    case = road.post("/api/v1/cases", wanted)
    seat.do("finish")
    return OneCase(code=case["code"], who=who, phone=person(who).phone, receipt_code=case["receipt_code"])


def finish(play: Performance, case: OneCase) -> None:
    """The back office's own system says that it is ready."""
    play.road("back-office").post(f"/api/v1/cases/{case.code}/ready")


def state_of(office: Road, case: OneCase) -> dict[str, Any]:
    """How the hall's staff see it."""
    found: dict[str, Any] = office.get(f"/api/v1/cases/{case.code}")
    return found
