"""Routes of tickets: taking a number, and how it reaches its holder."""

from litestar import Controller, get, post
from litestar.params import FromPath, JSONBody

from queue_core.app.people import Contact
from queue_core.app.requests import ErrandAsked, NumberWanted
from queue_core.domain import commands
from queue_core.domain.events import TicketIssued
from queue_core.domain.rules import Unit
from queue_core.domain.ticket import Priority
from queue_core.domain.words import DeliveryState, Origin, PriorityKind, PriorityProof, TicketClass
from queue_core.hall import entering, told
from queue_core.hall.admission import Visit, open_for
from queue_core.hall.desk import Desk
from queue_core.hall.errors import Denied
from queue_core.hall.own_number import require_own_number
from queue_core.wire import messages, words
from queue_core.wire.words import Role

STAFF = (Role.GUIDE, Role.SUPERVISOR)
MAY_NOT_BE_CALLED = 900  # per mille
_ORIGINS = {Role.KIOSK: Origin.KIOSK, Role.GATEWAY: Origin.PHONE}


class Tickets(Controller):
    path = "/api/v1/tickets"
    tags = ("tickets",)

    @post(opt=open_for(Role.KIOSK, Role.GATEWAY, *STAFF))
    async def take_number(self, data: JSONBody[messages.TakeNumber], request: Visit) -> messages.Ticket:
        """Take a number."""
        asked_for = wanted(data, request)
        outcome = await request.desk.hall.execute(asked_for, key=request.key, actor=request.asker.actor)
        issued = next(event for event in outcome.events if isinstance(event, TicketIssued))
        windows = await request.desk.windows_of(issued.errands[0].unit, issued.project)
        return _as_issued(issued, windows, request.desk)

    @post("/{ticket_id:int}/delivery", opt=open_for(Role.KIOSK, *STAFF), status_code=200)
    async def report_delivery(
        self,
        ticket_id: FromPath[int],
        data: JSONBody[messages.ReportDelivery],
        request: Visit,
    ) -> messages.Ticket:
        """Say how the number reaches its holder."""
        command = commands.ReportDelivery(
            ticket_id=ticket_id,
            outcome=DeliveryState(data.outcome),
            reason=entering.code("reason", data.reason, "Send the device error's code, such as paper-out."),
        )
        await request.desk.hall.execute(command, key=request.key, actor=request.asker.actor)
        return await request.desk.ticket(ticket_id)

    @get("/{ticket_id:int}", opt=open_for(Role.KIOSK, Role.CLERK, Role.GATEWAY, *STAFF))
    async def ticket(self, ticket_id: FromPath[int], request: Visit) -> messages.Ticket:
        """Tell a ticket of today as its kiosk may show and print it again."""
        await require_own_number(ticket_id, request)
        return await request.desk.ticket(ticket_id)


def asked(errand: messages.Errand, desk: Desk) -> ErrandAsked:
    unit = Unit(errand.category, TicketClass(errand.ticket_class))
    return ErrandAsked(
        unit=unit,
        matter=desk.matter(errand.matter, unit),
        case=errand.case,
        items=errand.items,
    )


def wanted(data: messages.TakeNumber, visit: Visit) -> NumberWanted:
    """What a device asks for, checked as far as it can be without the day. Raises Denied."""
    errands = _errands(data)
    _require_holder(data, errands, visit)
    return NumberWanted(
        errands=tuple(asked(each, visit.desk) for each in errands),
        language=entering.language(data.language),
        holder=entering.holder(data.holder),
        origin=_ORIGINS.get(visit.asker.role, Origin.STAFF),
        is_remote=data.is_remote,
        project=_project(data, visit),
        contact=_contact(data),
        priority=_priority(data, visit),
        appointment=data.appointment,
        accepts_risk=data.accepts_risk,
    )


def _errands(data: messages.TakeNumber) -> tuple[messages.Errand, ...]:
    if data.ticket_class is None or data.category is None:
        if data.appointment is not None:
            return data.further
        raise Denied(
            400,
            "invalid-request",
            "ticket_class and category: needed without an appointment",
            "Send what the number is for.",
        )
    first = messages.Errand(
        ticket_class=data.ticket_class,
        category=data.category,
        matter=data.matter,
        items=data.items,
        case=data.case,
    )
    return (first, *data.further)


def _require_holder(data: messages.TakeNumber, wanted: tuple[messages.Errand, ...], visit: Visit) -> None:
    """Only staff may see a person without a card, and only some classes are issued to nobody."""
    anonymous = visit.desk.settings.tickets.anonymous
    if data.holder is None and any(each.ticket_class not in anonymous for each in wanted):
        if visit.asker.role in STAFF:
            return
        raise Denied(
            422,
            "card-needed",
            "This class of number is issued to a person.",
            "Read a card first; `tickets.anonymous` in hall.toml names the classes without one.",
        )


def _contact(data: messages.TakeNumber) -> Contact | None:
    phone = entering.phone(data.phone)
    return None if phone is None else Contact(phone=phone)


def _project(data: messages.TakeNumber, visit: Visit) -> str | None:
    """A green channel is opened to somebody by a person who knows the project."""
    if data.project is not None and visit.asker.role not in STAFF:
        raise Denied(
            403,
            "project-by-staff",
            "A green channel's number is issued by a person.",
            "Go to the guide desk; staff there know the projects.",
        )
    return data.project


def _priority(data: messages.TakeNumber, visit: Visit) -> Priority | None:
    """With a green channel comes its priority, in the name of who issues the number."""
    if data.project is not None:
        return Priority(
            kind=PriorityKind.GREEN_CHANNEL, verified_by=visit.asker.actor, proof=proof_seen(data.proof)
        )
    if data.priority is None:
        return None
    if visit.asker.role not in STAFF:
        raise Denied(
            403,
            "priority-by-staff",
            "This priority is verified by a person.",
            "Go to the guide desk with the proof; a kiosk sees the age on the card by itself.",
        )
    return Priority(
        kind=PriorityKind(data.priority), verified_by=visit.asker.actor, proof=proof_seen(data.proof)
    )


def proof_seen(proof: words.PriorityProof | None) -> PriorityProof | None:
    return None if proof is None else PriorityProof(proof)


def _as_issued(issued: TicketIssued, windows: tuple[int, ...], desk: Desk) -> messages.Ticket:
    """The first answer to a command, however often it is repeated."""
    first = issued.errands[0]
    return messages.Ticket(
        ticket_id=issued.ticket_id,
        number=issued.number,
        ticket_class=words.TicketClass(first.unit.ticket_class),
        category=first.unit.category,
        state=words.TicketState.REMOTE if issued.is_remote else words.TicketState.WAITING,
        delivery=words.DeliveryState.ISSUED,
        issued_at_ms=issued.at_ms,
        ahead=issued.ahead,
        status_url=desk.status_url(issued.reference),
        reference=issued.reference,
        errands=tuple(
            messages.Errand(
                ticket_class=words.TicketClass(each.unit.ticket_class),
                category=each.unit.category,
                matter=each.matter,
                items=each.items,
            )
            for each in issued.errands
        ),
        estimate=told.estimate(issued.estimate),
        slot=None
        if issued.slot is None
        else messages.Slot(
            reference="", starts_at_ms=issued.slot.starts_at_ms, ends_at_ms=issued.slot.ends_at_ms
        ),
        priority=None if issued.priority is None else words.PriorityKind(issued.priority.kind),
        lapsed=issued.lapsed,
        may_not_be_called=may_not_be_called(issued),
        windows=windows,
    )


def may_not_be_called(issued: TicketIssued) -> bool:
    """Whether closing time will probably come first."""
    return issued.closing_chance is not None and issued.closing_chance < MAY_NOT_BE_CALLED
