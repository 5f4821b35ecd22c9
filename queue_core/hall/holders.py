"""What the holder of a number may do with a phone: the secret of the link proves the right to.

A case is named at a kiosk or by staff: on a phone anybody could try the numbers of others' cases. Pickups
asked for here are for the holder's own finished case, which the hall finds by itself.
"""

from litestar import Controller, Response, get, post
from litestar.params import FromPath, JSONBody
from msgspec.structs import replace

from queue_core.app.requests import ErrandWantedToo, PastRatingWanted, RatingWanted
from queue_core.domain import commands
from queue_core.domain.words import RatingChannel
from queue_core.hall import cacheable
from queue_core.hall.admission import PUBLIC, Visit
from queue_core.hall.cacheable import IfNoneMatch
from queue_core.hall.choices import conversion, prospect
from queue_core.hall.public import ACTOR, done
from queue_core.hall.ratings import labels_of
from queue_core.hall.tickets import asked
from queue_core.wire import choices, messages

EXPLAINED_AGAIN_S = 5


class Holders(Controller):
    path = "/public/tickets/{reference:str}"
    tags = ("phones",)
    opt = PUBLIC
    security = [{}]  # noqa: RUF012 - as the framework declares it

    @post("/conversion", status_code=200)
    async def convert(
        self, reference: FromPath[str], data: JSONBody[choices.HolderConverts], request: Visit
    ) -> messages.PublicTicket:
        """Turn an errand into one for another class or category; the place stays."""
        ticket_id = await request.desk.holders_ticket(reference, data.secret)
        wanted = conversion(ticket_id, replace(data, case=None), request.desk)
        return await done(wanted, reference, request)

    @post("/estimates", status_code=200)
    async def estimate(
        self, reference: FromPath[str], data: JSONBody[choices.HolderAsksEstimate], request: Visit
    ) -> choices.Prospect:
        """Tell what a conversion would mean, before it is chosen."""
        ticket_id = await request.desk.holders_ticket(reference, data.secret)
        key = f"{ACTOR}:{reference}/{request.key}"
        return await prospect(ticket_id, data, request.desk, key=key, actor=ACTOR)

    @post("/deferral", status_code=200)
    async def defer(
        self, reference: FromPath[str], data: JSONBody[choices.HolderAsks], request: Visit
    ) -> messages.PublicTicket:
        """Let three others pass."""
        ticket_id = await request.desk.holders_ticket(reference, data.secret)
        return await done(commands.Defer(ticket_id=ticket_id), reference, request)

    @post("/cancellation", status_code=200)
    async def cancel(
        self, reference: FromPath[str], data: JSONBody[choices.HolderAsks], request: Visit
    ) -> messages.PublicTicket:
        """Give the number up."""
        ticket_id = await request.desk.holders_ticket(reference, data.secret)
        return await done(commands.Cancel(ticket_id=ticket_id), reference, request)

    @post("/return", status_code=200)
    async def come_back(
        self, reference: FromPath[str], data: JSONBody[choices.HolderAsks], request: Visit
    ) -> messages.PublicTicket:
        """Say that one is back after a missed call, or with what was missing."""
        ticket_id = await request.desk.holders_ticket(reference, data.secret)
        return await done(commands.Return(ticket_id=ticket_id), reference, request)

    @post("/errands", status_code=200)
    async def add_errand(
        self, reference: FromPath[str], data: JSONBody[choices.HolderAddsErrand], request: Visit
    ) -> messages.PublicTicket:
        """Declare a further matter on the same number."""
        ticket_id = await request.desk.holders_ticket(reference, data.secret)
        errand = asked(replace(data.errand, case=None), request.desk)
        wanted = ErrandWantedToo(ticket_id=ticket_id, asked=errand)
        return await done(wanted, reference, request)

    @post("/rating", status_code=200)
    async def rate(
        self, reference: FromPath[str], data: JSONBody[choices.HolderRates], request: Visit
    ) -> messages.PublicTicket:
        """Rate a visit that is over, once: on its day, and for some days more by the link."""
        desk = request.desk
        desk.require_holder(reference, data.secret)
        labels = labels_of(data.level, data.labels, desk)
        ticket = await desk.hall.read(lambda day: day.by_reference(reference))
        wanted = (
            PastRatingWanted(reference=reference, level=data.level, labels=labels)
            if ticket is None
            else RatingWanted(
                ticket_id=ticket.ticket_id, level=data.level, channel=RatingChannel.PHONE, labels=labels
            )
        )
        return await done(wanted, reference, request)

    @get("/explanation")
    async def explain(
        self, reference: FromPath[str], request: Visit, if_none_match: IfNoneMatch = None
    ) -> Response[choices.Explanation | None]:
        """Tell who was called before this number, and why; 304 while nothing changed."""
        ticket = await request.desk.ticket_of(reference)
        found = await request.desk.explanation(ticket.ticket_id)
        return cacheable.told(cacheable.document(found), EXPLAINED_AGAIN_S, if_none_match)
