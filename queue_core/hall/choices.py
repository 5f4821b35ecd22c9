"""Routes of a number that stands: convert, defer, cancel, come back; by staff, the kiosk, or the holder."""

from litestar import Controller, get, post
from litestar.params import FromPath, JSONBody

from queue_core.app.requests import ConversionWanted, ErrandAsked, ErrandWantedToo, ProspectWanted
from queue_core.domain import commands
from queue_core.domain.booking import keeps_place
from queue_core.domain.commands import Command
from queue_core.domain.events import EstimateShown
from queue_core.domain.hall_day import HallDay
from queue_core.domain.refusals import NoSuchTicket
from queue_core.domain.rules import Unit
from queue_core.domain.ticket import Priority
from queue_core.domain.words import PriorityKind, TicketClass
from queue_core.hall import told
from queue_core.hall.admission import Visit, open_for
from queue_core.hall.desk import Desk
from queue_core.hall.own_number import require_own_number
from queue_core.hall.tickets import STAFF, asked, proof_seen
from queue_core.wire import choices, messages
from queue_core.wire.words import Role

_AT_THE_KIOSK = open_for(Role.KIOSK, Role.CLERK, Role.GATEWAY, *STAFF)
_BY_STAFF = open_for(Role.CLERK, *STAFF)


class Choices(Controller):
    path = "/api/v1/tickets/{ticket_id:int}"
    tags = ("tickets",)

    @post("/conversion", opt=_AT_THE_KIOSK, status_code=200)
    async def convert(
        self, ticket_id: FromPath[int], data: JSONBody[choices.Convert], request: Visit
    ) -> messages.Ticket:
        """Turn an errand into one for another class or category; the place stays."""
        await require_own_number(ticket_id, request)
        await request.desk.hall.execute(
            conversion(ticket_id, data, request.desk), key=request.key, actor=request.asker.actor
        )
        return await request.desk.ticket(ticket_id)

    @post("/errands", opt=_AT_THE_KIOSK, status_code=200)
    async def add_errand(
        self, ticket_id: FromPath[int], data: JSONBody[choices.AddErrand], request: Visit
    ) -> messages.Ticket:
        """Declare a further matter on the same number."""
        await require_own_number(ticket_id, request)
        wanted = ErrandWantedToo(ticket_id=ticket_id, asked=asked(data.errand, request.desk))
        await request.desk.hall.execute(wanted, key=request.key, actor=request.asker.actor)
        return await request.desk.ticket(ticket_id)

    @post("/estimates", opt=_AT_THE_KIOSK, status_code=200)
    async def estimate(
        self, ticket_id: FromPath[int], data: JSONBody[choices.AskEstimate], request: Visit
    ) -> choices.Prospect:
        """Tell what a conversion would mean, before it is chosen."""
        await require_own_number(ticket_id, request)
        return await prospect(ticket_id, data, request.desk, key=request.key, actor=request.asker.actor)

    @post("/deferral", opt=_AT_THE_KIOSK, status_code=200)
    async def defer(self, ticket_id: FromPath[int], request: Visit) -> messages.Ticket:
        """Let three others pass."""
        await require_own_number(ticket_id, request)
        return await _done(commands.Defer(ticket_id=ticket_id), ticket_id, request)

    @post("/return", opt=_AT_THE_KIOSK, status_code=200)
    async def come_back(self, ticket_id: FromPath[int], request: Visit) -> messages.Ticket:
        """Say that the holder of an absent or held number is back."""
        await require_own_number(ticket_id, request)
        return await _done(commands.Return(ticket_id=ticket_id), ticket_id, request)

    @post("/arrival", opt=_AT_THE_KIOSK, status_code=200)
    async def arrive(self, ticket_id: FromPath[int], request: Visit) -> messages.Ticket:
        """Check a remote number in at the hall."""
        await require_own_number(ticket_id, request)
        return await _done(commands.Arrive(ticket_id=ticket_id), ticket_id, request)

    @post("/cancellation", opt=_AT_THE_KIOSK, status_code=200)
    async def cancel(self, ticket_id: FromPath[int], request: Visit) -> messages.Ticket:
        """Give the number up."""
        await require_own_number(ticket_id, request)
        return await _done(commands.Cancel(ticket_id=ticket_id), ticket_id, request)

    @post("/priority", opt=_BY_STAFF, status_code=200)
    async def grant_priority(
        self, ticket_id: FromPath[int], data: JSONBody[choices.GrantPriority], request: Visit
    ) -> messages.Ticket:
        """Grant a statutory priority that staff has seen the proof of."""
        await require_own_number(ticket_id, request)
        priority = Priority(
            kind=PriorityKind(data.kind),
            verified_by=request.asker.actor,
            proof=proof_seen(data.proof),
        )
        return await _done(commands.GrantPriority(ticket_id=ticket_id, priority=priority), ticket_id, request)

    @post("/result", opt=open_for(Role.CLERK, Role.GATEWAY, *STAFF), status_code=200)
    async def announce_result(
        self, ticket_id: FromPath[int], data: JSONBody[choices.AnnounceResult], request: Visit
    ) -> messages.Ticket:
        """Let a number whose case is finished on the same day wait for its pickup."""
        await require_own_number(ticket_id, request)
        case_id = await request.desk.case_id(data.case)
        return await _done(commands.AnnounceResult(ticket_id=ticket_id, case_id=case_id), ticket_id, request)

    @get("/explanation", opt=_AT_THE_KIOSK)
    async def explain(self, ticket_id: FromPath[int], request: Visit) -> choices.Explanation:
        """Tell who was called before this number, and why."""
        await require_own_number(ticket_id, request)
        return await request.desk.explanation(ticket_id)


def conversion(ticket_id: int, data: choices.Convert, desk: Desk) -> ConversionWanted:
    unit = Unit(data.category, TicketClass(data.ticket_class))
    return ConversionWanted(
        ticket_id=ticket_id,
        errand=data.errand,
        asked=ErrandAsked(
            unit=unit,
            matter=desk.matter(data.matter, unit),
            case=data.case,
        ),
    )


async def prospect(
    ticket_id: int, data: choices.AskEstimate, desk: Desk, *, key: str, actor: str
) -> choices.Prospect:
    """The wait as it is and as it would be; the second is journaled as shown."""
    wanted = ProspectWanted(
        ticket_id=ticket_id, errand=data.errand, unit=Unit(data.category, TicketClass(data.ticket_class))
    )
    before = await desk.ticket_now(ticket_id)
    outcome = await desk.hall.execute(wanted, key=key, actor=actor)
    shown = next(event for event in outcome.events if isinstance(event, EstimateShown))

    def keeps(day: HallDay) -> bool:
        ticket = day.tickets.get(ticket_id)
        if ticket is None:
            raise NoSuchTicket(ticket_id)
        booked = None if ticket.slot is None else day.appointments.get(ticket.slot.appointment_id)
        return booked is None or keeps_place(day, booked, shown.unit)

    estimate = told.estimate(shown.estimate)
    assert estimate is not None
    return choices.Prospect(
        ahead_now=before.ahead,
        now=before.estimate,
        ahead=shown.ahead,
        estimate=estimate,
        keeps_appointment=await desk.hall.read(keeps),
    )


async def _done(command: Command, ticket_id: int, visit: Visit) -> messages.Ticket:
    await visit.desk.hall.execute(command, key=visit.key, actor=visit.asker.actor)
    return await visit.desk.ticket(ticket_id)
