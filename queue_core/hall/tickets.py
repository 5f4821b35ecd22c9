"""Routes of tickets: taking a number, and how it reaches its holder."""

import re

from litestar import Controller, get, post
from litestar.params import FromPath, JSONBody

from queue_core.app.people import CardKind, Holder
from queue_core.app.requests import NumberWanted
from queue_core.domain import commands
from queue_core.domain.events import TicketIssued
from queue_core.domain.hall_day import HallDay
from queue_core.domain.refusals import NoSuchTicket
from queue_core.domain.rules import Unit
from queue_core.domain.ticket import Ticket
from queue_core.domain.words import DeliveryState, TicketClass
from queue_core.hall.admission import TheVisit, open_for
from queue_core.hall.desk import Desk
from queue_core.hall.errors import Denied
from queue_core.wire import messages, words
from queue_core.wire.words import Role

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}")
_CODE = re.compile(r"[a-z0-9-]{1,40}")
_ID_NUMBER = re.compile(r"[0-9]{17}[0-9X]")
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK_DIGITS = "10X98765432"


class Tickets(Controller):
    path = "/api/v1/tickets"
    tags = ("tickets",)

    @post(opt=open_for(Role.KIOSK))
    async def take_number(self, data: JSONBody[messages.TakeNumber], visit: TheVisit) -> messages.Ticket:
        """Take a number."""
        if data.holder is None and data.ticket_class not in visit.desk.settings.tickets.anonymous:
            raise Denied(
                422,
                "card-needed",
                "This class of number is issued to a person.",
                "Read a card first; `tickets.anonymous` in hall.toml names the classes without one.",
            )
        outcome = await visit.desk.hall.take_number(_wanted(data), key=visit.key, actor=visit.asker.actor)
        issued = next(event for event in outcome.events if isinstance(event, TicketIssued))
        return _as_issued(issued, visit.desk.status_url(issued.reference))

    @post("/{ticket_id:int}/delivery", opt=open_for(Role.KIOSK), status_code=200)
    async def report_delivery(
        self,
        ticket_id: FromPath[int],
        data: JSONBody[messages.ReportDelivery],
        visit: TheVisit,
    ) -> messages.Ticket:
        """Say how the number reaches its holder."""
        command = commands.ReportDelivery(
            ticket_id=ticket_id,
            outcome=DeliveryState(data.outcome),
            reason=_code("reason", data.reason, "Send the device error's code, such as paper-out."),
        )
        await visit.desk.hall.execute(command, key=visit.key, actor=visit.asker.actor)
        return await _ticket(visit.desk, ticket_id)

    @get("/{ticket_id:int}", opt=open_for(Role.KIOSK))
    async def ticket(self, ticket_id: FromPath[int], visit: TheVisit) -> messages.Ticket:
        """Tell a ticket of today as its kiosk may show and print it again."""
        return await _ticket(visit.desk, ticket_id)


def _as_issued(issued: TicketIssued, status_url: str) -> messages.Ticket:
    """The first answer to a command, however often it is repeated."""
    return messages.Ticket(
        ticket_id=issued.ticket_id,
        number=issued.number,
        ticket_class=words.TicketClass(issued.unit.ticket_class),
        category=issued.unit.category,
        state=words.TicketState.WAITING,
        delivery=words.DeliveryState.ISSUED,
        issued_at_ms=issued.at_ms,
        ahead=issued.ahead,
        status_url=status_url,
    )


async def _ticket(desk: Desk, ticket_id: int) -> messages.Ticket:
    def look(day: HallDay) -> tuple[Ticket, int] | None:
        ticket = day.tickets.get(ticket_id)
        return None if ticket is None else (ticket, day.ahead(ticket))

    found = await desk.hall.read(look)
    if found is None:
        raise NoSuchTicket(ticket_id)
    return desk.ticket(*found)


def _wanted(data: JSONBody[messages.TakeNumber]) -> NumberWanted:
    if _LANGUAGE.fullmatch(data.language) is None:
        raise Denied(400, "invalid-request", "language: not a language tag", 'Write one such as "zh-CN".')
    holder = data.holder
    if holder is not None and not is_id_number(holder.id_number):
        raise Denied(
            422,
            "id-number-wrong",
            "The ID number is not one: its form or its check digit is wrong.",
            "Read the card again.",
        )
    return NumberWanted(
        unit=Unit(data.category, TicketClass(data.ticket_class)),
        language=data.language,
        matter=_code("matter", data.matter, "Send the matter's code, such as new-company."),
        holder=None
        if holder is None
        else Holder(name=holder.name[:100], id_number=holder.id_number, card=CardKind(holder.card)),
    )


def is_id_number(text: str) -> bool:
    """GB 11643-1999: 17 digits and the check character by ISO 7064 MOD 11-2."""
    if _ID_NUMBER.fullmatch(text) is None:
        return False
    total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, text, strict=False))
    return _CHECK_DIGITS[total % 11] == text[17]


def _code(field: str, text: str | None, remedy: str) -> str | None:
    """A short code and nothing longer: the journal is for ever, and no place for what people say."""
    if text is None or _CODE.fullmatch(text):
        return text
    raise Denied(400, "invalid-request", f"{field}: not a code", remedy)
