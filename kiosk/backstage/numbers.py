"""Numbers: asked of the hall, and watched until a phone holds them."""

import asyncio
from collections.abc import Callable

from kiosk.flow.effects import AwaitPhone, Take
from kiosk.flow.events import AlreadyHeld, Event, NumberGone, NumberTaken, PhoneHolds, TakeFailed
from queue_core import log
from queue_core.client import ClientError, HallClient, HallRefused
from queue_core.wire.problem import Problem
from queue_core.wire.words import DeliveryState, TicketState

logger = log.logger("kiosk.numbers")
LOOK_EVERY_S = 0.5


class Numbers:
    """`post` hands an event to the visit."""

    def __init__(self, client: HallClient, post: Callable[[Event], None]) -> None:
        self._client = client
        self._post = post

    async def take(self, effect: Take) -> None:
        """The client repeats the command with its key; a number that was issued is issued once."""
        decision = effect.decision
        try:
            ticket = await self._client.take_number(decision.request, key=decision.key)
        except HallRefused as refusal:
            await self._refused(effect, refusal.problem)
        except ClientError as error:
            self._failed(effect, error.code)
        else:
            self._post(NumberTaken(visit_id=effect.visit_id, ticket=ticket))

    async def await_phone(self, effect: AwaitPhone) -> None:
        """Until cancelled, the phone holds the number, or the number is withdrawn."""
        while True:
            try:
                ticket = await self._client.ticket(effect.ticket_id)
            except ClientError as error:
                logger.info("ticket-not-seen", code=error.code)
            else:
                if ticket.delivery is DeliveryState.PAPERLESS:
                    self._post(PhoneHolds(visit_id=effect.visit_id))
                    return
                if ticket.state is TicketState.WITHDRAWN:
                    self._post(NumberGone(visit_id=effect.visit_id))
                    return
            await asyncio.sleep(LOOK_EVERY_S)

    async def _refused(self, effect: Take, problem: Problem) -> None:
        if problem.existing is None:
            self._failed(effect, problem.code)
            return
        try:
            ticket = await self._client.ticket(problem.existing.ticket_id)
        except ClientError as error:
            self._failed(effect, error.code)
        else:
            self._post(AlreadyHeld(visit_id=effect.visit_id, ticket=ticket))

    def _failed(self, effect: Take, code: str) -> None:
        logger.warning("number-not-taken", code=code)
        self._post(TakeFailed(visit_id=effect.visit_id, code=code))
