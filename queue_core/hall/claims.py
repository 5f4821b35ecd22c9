"""Routes by which a phone takes a number over: the kiosk shows a one-time link, the first phone has it.

What a claim gives is the holder's secret, the same as on paper: a number on paper stays one on paper, and
lives on the phone as well.
"""

from litestar import Controller, post
from litestar.params import FromPath, JSONBody

from queue_core.domain import commands
from queue_core.domain.refusals import TicketEnded
from queue_core.domain.ticket import Ticket
from queue_core.domain.words import DeliveryState
from queue_core.hall.admission import PUBLIC, Visit, open_for
from queue_core.hall.claim_book import expired
from queue_core.hall.desk import Desk
from queue_core.hall.public import done
from queue_core.hall.tickets import STAFF
from queue_core.wire import finding, messages
from queue_core.wire.words import Role


class Claims(Controller):
    tags = ("tickets",)

    @post("/api/v1/tickets/{ticket_id:int}/claims", opt=open_for(Role.KIOSK, *STAFF))
    async def claim(self, ticket_id: FromPath[int], request: Visit) -> finding.Claim:
        """Make a link by which one phone may take the number over; it lives two minutes."""
        ticket = (await request.desk.ticket_now(ticket_id)).ticket
        if not ticket.is_open:
            raise TicketEnded(ticket)
        issued = request.desk.claims.issue(ticket_id)
        return finding.Claim(
            url=f"{request.desk.ticket_url(ticket.reference)}#claim.{issued.token}",
            expires_at_ms=issued.expires_at_ms,
        )

    @post("/public/tickets/{reference:str}/claim", opt=PUBLIC, security=[{}], status_code=200)
    async def use(
        self, reference: FromPath[str], data: JSONBody[messages.ClaimNumber], request: Visit
    ) -> messages.Claimed:
        """Take the number over on this phone, with the link a kiosk shows."""
        desk = request.desk
        ticket = await _claimed(desk, reference)
        desk.claims.use(ticket.ticket_id, data.claim, request.key)
        command = commands.ReportDelivery(ticket_id=ticket.ticket_id, outcome=DeliveryState.PAPERLESS)
        held = await done(command, reference, request)
        return messages.Claimed(secret=desk.hall.disclosure.holder_secret(reference), ticket=held)


async def _claimed(desk: Desk, reference: str) -> Ticket:
    """The ticket of a claim that is tried. Raises Denied; tries at a link are not those of its holder."""
    tries = ("claim", reference)
    desk.asked_by_phone.require(tries)
    desk.asked_by_phone.failed(tries)
    ticket = await desk.ticket_of(reference)
    if not ticket.is_open:
        desk.claims.end(ticket.ticket_id)
        raise expired()
    return ticket
