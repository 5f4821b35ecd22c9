"""Routes of ratings 好差评: at the window, at a kiosk, and what all who ask for one need to know."""

from litestar import Controller, Response, get, post
from litestar.params import FromPath, JSONBody

from queue_core.app.requests import RatingWanted
from queue_core.domain import commands
from queue_core.domain.events import ServiceRated
from queue_core.domain.words import RatingChannel
from queue_core.hall import cacheable
from queue_core.hall.admission import PUBLIC, Visit, open_for
from queue_core.hall.cacheable import IfNoneMatch
from queue_core.hall.desk import Desk
from queue_core.hall.errors import Denied
from queue_core.wire import messages, views
from queue_core.wire import words as wire
from queue_core.wire.words import Role

_CHANNELS = {Role.PAD: RatingChannel.PAD, Role.STATION: RatingChannel.KEYPAD}
_AT_WINDOW = open_for(Role.PAD, Role.STATION)
_LABELS_KEPT_S = 60


class Ratings(Controller):
    tags = ("ratings",)

    @post("/api/v1/windows/{window:int}/rating", opt=_AT_WINDOW)
    async def rate(
        self, window: FromPath[int], data: JSONBody[messages.Rate], request: Visit
    ) -> messages.Rating:
        """Rate the visit just finished, once; by the pad or the keys at the window, never by its clerk."""
        request.asker.require_window(window)
        channel = _CHANNELS[request.asker.role]
        if data.channel != channel.value:
            raise Denied(
                403,
                "wrong-channel",
                f"A {request.asker.role} does not rate as {data.channel}.",
                "Send the channel of this device.",
            )
        wanted = RatingWanted(
            window=window,
            ticket_id=data.ticket_id,
            level=data.level,
            channel=channel,
            labels=labels_of(data.level, data.labels, request.desk),
        )
        outcome = await request.desk.hall.execute(wanted, key=request.key, actor=request.asker.actor)
        rated = next(event for event in outcome.events if isinstance(event, ServiceRated))
        return messages.Rating(
            ticket_id=rated.ticket_id,
            window=rated.window,
            level=rated.level,
            channel=wire.RatingChannel(rated.channel),
            rated_at_ms=rated.at_ms,
        )

    @post("/api/v1/windows/{window:int}/rating/skip", opt=_AT_WINDOW, status_code=200)
    async def skip(
        self, window: FromPath[int], data: JSONBody[messages.SkipRating], request: Visit
    ) -> views.WindowView:
        """Ask no more at this window; who wants to rate still may, by phone or at a kiosk."""
        request.asker.require_window(window)
        command = commands.SkipRating(
            window=window, ticket_id=data.ticket_id, channel=_CHANNELS[request.asker.role]
        )
        await request.desk.hall.execute(command, key=request.key, actor=request.asker.actor)
        return request.desk.hub.shown(await request.desk.window_now(window), with_holder=False)

    @post("/api/v1/tickets/{ticket_id:int}/rating", opt=open_for(Role.KIOSK), status_code=200)
    async def rate_visit(
        self, ticket_id: FromPath[int], data: JSONBody[messages.RateVisit], request: Visit
    ) -> messages.Ticket:
        """Rate a visit that is over, once, until the day ends; by whoever showed the ticket or the card."""
        wanted = RatingWanted(
            ticket_id=ticket_id,
            level=data.level,
            channel=RatingChannel.KIOSK,
            labels=labels_of(data.level, data.labels, request.desk),
        )
        await request.desk.hall.execute(wanted, key=request.key, actor=request.asker.actor)
        return await request.desk.ticket(ticket_id)

    @get("/public/rating", opt=PUBLIC, security=[{}])
    async def asked(self, request: Visit, if_none_match: IfNoneMatch = None) -> Response[views.Rated | None]:
        """Tell how the hall asks: the labels beside low levels. 304 while nothing changed."""
        found = await request.desk.hall.read(request.desk.projection.rated)
        return cacheable.told(cacheable.document(found), _LABELS_KEPT_S, if_none_match)


def labels_of(level: int, codes: tuple[str, ...], desk: Desk) -> tuple[str, ...]:
    """Raises Denied when one of them does not go with that level."""
    if not desk.settings.rating.are_labels_of(level, codes):
        raise Denied(
            422,
            "no-such-label",
            "One of the labels is none of this level's.",
            "Send codes of the hall's labels for the level, each once; GET /public/rating lists them.",
        )
    return codes
