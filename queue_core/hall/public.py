"""What phones read and do: small cacheable documents without personal data."""

from litestar import Controller, Response, get, post
from litestar.params import FromPath, JSONBody

from queue_core.app.requests import Wanted
from queue_core.domain import commands
from queue_core.domain.commands import Command
from queue_core.domain.hall_day import HallDay
from queue_core.domain.rating import may_be_rated
from queue_core.domain.rating_visit import FinishedVisit
from queue_core.domain.refusals import RatingExpired
from queue_core.domain.ticket import Estimate, Ticket
from queue_core.domain.words import DeliveryState
from queue_core.hall import cacheable, explanations, told
from queue_core.hall.admission import PUBLIC, Visit
from queue_core.hall.cacheable import IfNoneMatch
from queue_core.hall.desk import Desk, no_such_ticket
from queue_core.wire import choices, messages, words

ACTOR = "phone"
_RULE_KEPT_S = 60
_NEAREST_S, _FARTHEST_S, _SECONDS_A_PLACE = 3, 30, 2


class Phones(Controller):
    tags = ("phones",)

    @get("/public/tickets/{reference:str}", opt=PUBLIC, security=[{}])
    async def ticket(
        self, reference: FromPath[str], request: Visit, if_none_match: IfNoneMatch = None
    ) -> Response[messages.PublicTicket | None]:
        """Tell a ticket's place; 304 while nothing changed."""
        found = await public_ticket(request.desk, reference)
        return cacheable.told(cacheable.document(found), found.poll_within_s, if_none_match)

    @post("/public/tickets/{reference:str}/hold", opt=PUBLIC, security=[{}], status_code=200)
    async def hold(
        self,
        reference: FromPath[str],
        data: JSONBody[messages.HoldPaperless],
        request: Visit,
    ) -> messages.PublicTicket:
        """Hold the number on the phone, without paper; the holder's secret proves the right to."""
        ticket_id = await request.desk.holders_ticket(reference, data.secret)
        command = commands.ReportDelivery(ticket_id=ticket_id, outcome=DeliveryState.PAPERLESS)
        return await done(command, reference, request)

    @get("/public/rule", opt=PUBLIC, security=[{}])
    async def rule(self, request: Visit, if_none_match: IfNoneMatch = None) -> Response[choices.Rule | None]:
        """Tell how numbers are called, in words for the wall; 304 while nothing changed."""
        found = await request.desk.hall.read(explanations.rule)
        return cacheable.told(cacheable.document(found), _RULE_KEPT_S, if_none_match)


async def done(what: Command | Wanted, reference: str, visit: Visit) -> messages.PublicTicket:
    """Do what a holder asks of a number by phone, and tell the number as it is then. Raises Denied."""
    await visit.desk.hall.execute(what, key=f"{ACTOR}:{reference}/{visit.key}", actor=ACTOR)
    return await public_ticket(visit.desk, reference)


async def public_ticket(desk: Desk, reference: str) -> messages.PublicTicket:
    """A number of today, or what may be rated of one of the last days. Raises Denied and RatingExpired."""

    def look(day: HallDay) -> messages.PublicTicket | None:
        ticket = day.by_reference(reference)
        return None if ticket is None else _told(ticket, day, desk)

    found = await desk.hall.read(look)
    if found is not None:
        return found
    visit = await desk.hall.past_visit(reference)
    if visit is None:
        raise no_such_ticket()
    return _past(visit, await desk.hall.read(lambda day: day.rules.rating.late_days), desk)


def _past(visit: FinishedVisit, late_days: int, desk: Desk) -> messages.PublicTicket:
    """Of a visit whose day is over nothing is told but what its holder needs to rate it, and for its days."""
    until_ms = visit.may_be_rated_until_ms(late_days)
    if desk.hall.now_ms >= until_ms:
        raise RatingExpired(visit.ticket_id, late_days)
    return messages.PublicTicket(
        number=visit.number,
        ticket_class=words.TicketClass(visit.unit.ticket_class),
        category=visit.unit.category,
        category_names=_names(visit.unit.category, desk),
        hall_names=desk.settings.names,
        state=words.TicketState.FINISHED,
        delivery=words.DeliveryState.PAPERLESS,
        ahead=0,
        window=None,
        poll_within_s=_FARTHEST_S,
        served_at=visit.window,
        may_rate=not visit.is_rated,
        rated=visit.level,
        visited_on=visit.day,
        rate_until_ms=until_ms,
    )


def _names(category: str, desk: Desk) -> dict[str, str]:
    return next((each.names for each in desk.settings.categories if each.code == category), {})


def _told(ticket: Ticket, day: HallDay, desk: Desk) -> messages.PublicTicket:
    """On the committer's thread. Who knows the link learns of no case and no appointment by its number."""
    wait = desk.hall.wait_of(ticket)
    found = told.for_strangers(told.now(ticket, day, wait))
    return messages.PublicTicket(
        number=ticket.number,
        ticket_class=words.TicketClass(ticket.unit.ticket_class),
        category=ticket.unit.category,
        category_names=_names(ticket.unit.category, desk),
        hall_names=desk.settings.names,
        state=words.TicketState(ticket.state),
        delivery=words.DeliveryState(ticket.delivery),
        ahead=found.ahead,
        window=ticket.window,
        poll_within_s=_poll_within_s(ticket, found.ahead),
        calls=ticket.calls,
        estimate=told.in_minutes(found.estimate),
        errands=found.errands,
        passes_left=0 if ticket.deferral is None else ticket.deferral.passes_left,
        slot=found.slot,
        windows=found.windows,
        places=_places(ticket, found.windows, desk),
        served_at=ticket.served_at,
        may_rate=may_be_rated(ticket),
        rated=None if ticket.rating is None else ticket.rating.level,
        may_not_be_called=_may_not_be_called(wait, day, desk.hall.now_ms),
    )


def _places(ticket: Ticket, windows: tuple[int, ...], desk: Desk) -> tuple[messages.Place, ...]:
    """Where it is called; where it may be, before."""
    if not ticket.is_open:
        return ()
    wanted = {ticket.window} if ticket.is_at_window else set(windows)
    return tuple(each for each in desk.projection.places if wanted.intersection(each.windows))


def _may_not_be_called(wait: Estimate | None, day: HallDay, now_ms: int) -> bool:
    """Less than nine in ten such numbers are called before the last closing of today."""
    closes_at_ms = day.clock.closes_at_ms
    return wait is not None and closes_at_ms is not None and now_ms + wait.p90_ms > closes_at_ms


def _poll_within_s(ticket: Ticket, ahead: int) -> int:
    """3 s at the front or called, 30 s far behind or done."""
    if not ticket.is_open:
        return _FARTHEST_S
    return min(_FARTHEST_S, _NEAREST_S + _SECONDS_A_PLACE * ahead)
