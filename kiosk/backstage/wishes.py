"""What is asked for a number that stands: looked at, changed, handed to a phone, rated."""

from typing import assert_never

from kiosk.backstage.asking import Post, answer
from kiosk.flow.effects import (
    Arrival,
    AskExplanation,
    AskProspect,
    Cancellation,
    Change,
    Deferral,
    MakeLink,
    RateVisit,
    Return,
)
from kiosk.flow.events import (
    AskFailed,
    Event,
    ExplanationSeen,
    LinkFailed,
    LinkMade,
    ProspectSeen,
    TicketChanged,
)
from queue_core.client import HallClient
from queue_core.wire.choices import AddErrand, Convert
from queue_core.wire.messages import Ticket

Wish = AskProspect | AskExplanation | Change | RateVisit | MakeLink


class Wishes:
    """`post` hands an event to the visit."""

    def __init__(self, client: HallClient, post: Post) -> None:
        self._client = client
        self._post = post

    async def fulfil(self, effect: Wish) -> None:
        failed = LinkFailed if isinstance(effect, MakeLink) else AskFailed
        await answer(self._post, effect.visit_id, self._fulfilled(effect), failed)

    async def _fulfilled(self, effect: Wish) -> Event:
        visit_id, ask = effect.visit_id, self._client
        match effect:
            case AskProspect(ticket_id=ticket_id, wanted=wanted):
                return ProspectSeen(visit_id=visit_id, prospect=await ask.prospect(ticket_id, wanted))
            case AskExplanation(ticket_id=ticket_id):
                return ExplanationSeen(visit_id=visit_id, explanation=await ask.explanation(ticket_id))
            case Change():
                return TicketChanged(visit_id=visit_id, ticket=await self._changed(effect))
            case RateVisit(ticket_id=ticket_id, level=level, key=key):
                return TicketChanged(
                    visit_id=visit_id, ticket=await ask.rate_visit(ticket_id, level, key=key)
                )
            case MakeLink(ticket_id=ticket_id):
                return LinkMade(visit_id=visit_id, claim=await ask.claim(ticket_id))
            case _:
                assert_never(effect)

    async def _changed(self, effect: Change) -> Ticket:
        ask, ticket_id, key = self._client, effect.ticket_id, effect.key
        match effect.change:
            case Deferral():
                return await ask.defer(ticket_id, key=key)
            case Cancellation():
                return await ask.cancel(ticket_id, key=key)
            case Return():
                return await ask.come_back(ticket_id, key=key)
            case Arrival():
                return await ask.arrive(ticket_id, key=key)
            case Convert() as wanted:
                return await ask.convert(ticket_id, wanted, key=key)
            case AddErrand() as wanted:
                return await ask.add_errand(ticket_id, wanted, key=key)
            case _:
                assert_never(effect.change)
