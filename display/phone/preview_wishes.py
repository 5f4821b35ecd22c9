"""What the preview's hall finds and grants: made up, and by no rule of the queue."""

from collections.abc import Callable
from http import HTTPStatus

import msgspec
from msgspec.structs import replace

from display.phone.samples import MATTERS, hall
from queue_core.wire import choices
from queue_core.wire.matters import FoundMatters, MatterLine
from queue_core.wire.messages import Errand, Estimate, PublicTicket
from queue_core.wire.words import DeliveryState, TicketState

PROSPECT = choices.Prospect(
    ahead_now=6,
    now=Estimate(p50_s=700, p90_s=1_075),
    ahead=2,
    estimate=Estimate(p50_s=240, p90_s=500),
    keeps_appointment=False,
)
Granted = Callable[[PublicTicket, bytes], msgspec.Struct]


class Refusal(Exception):
    def __init__(self, status: HTTPStatus, code: str) -> None:
        super().__init__(code)
        self.status, self.code = status, code


def matters_with(query: str) -> FoundMatters:
    found = [each for each in MATTERS.values() if query in each.code or query in "".join(each.names.values())]
    lines = (
        MatterLine(
            code=each.code,
            names=each.names,
            category=each.category,
            classes=each.classes,
            usual_minutes=each.usual_minutes,
            without_queue=bool(each.terminals or each.web),
        )
        for each in found
    )
    return FoundMatters(matters=tuple(lines), total=len(found))


def _converted(found: PublicTicket, body: bytes) -> PublicTicket:
    wanted = msgspec.json.decode(body, type=choices.HolderConverts)
    names = next(each.names for each in hall().categories if each.code == wanted.category)
    changed = Errand(ticket_class=wanted.ticket_class, category=wanted.category, matter=wanted.matter)
    errands = (*found.errands[: wanted.errand], changed, *found.errands[wanted.errand + 1 :])
    return replace(
        found,
        ticket_class=wanted.ticket_class,
        category=wanted.category,
        category_names=names,
        errands=errands,
        ahead=PROSPECT.ahead,
        estimate=PROSPECT.estimate,
    )


def _added(found: PublicTicket, body: bytes) -> PublicTicket:
    wanted = msgspec.json.decode(body, type=choices.HolderAddsErrand)
    return replace(found, errands=(*found.errands, wanted.errand))


def _rated(found: PublicTicket, body: bytes) -> PublicTicket:
    if found.rated is not None:
        raise Refusal(HTTPStatus.CONFLICT, "already-rated")
    return replace(found, rated=msgspec.json.decode(body, type=choices.HolderRates).level, may_rate=False)


WISHES: dict[str, Granted] = {
    "hold": lambda found, _: replace(found, delivery=DeliveryState.PAPERLESS),
    "estimates": lambda _, __: PROSPECT,
    "conversion": _converted,
    "deferral": lambda found, _: replace(found, state=TicketState.DEFERRED, passes_left=3),
    "cancellation": lambda found, _: replace(found, state=TicketState.CANCELLED),
    "return": lambda found, _: replace(found, state=TicketState.DEFERRED, passes_left=3),
    "errands": _added,
    "rating": _rated,
}
