"""Numbers: what one would be, asked of the hall, and watched until a phone holds it."""

import asyncio

from kiosk.backstage.asking import Post
from kiosk.backstage.keepsake import Keepsake
from kiosk.flow.effects import AskPreview, AwaitPhone, Take
from kiosk.flow.events import (
    AlreadyHeld,
    AskFailed,
    Event,
    LinkStale,
    NumberGone,
    NumberTaken,
    PhoneHolds,
    PreviewSeen,
    TakeFailed,
)
from queue_core import log
from queue_core.client import ClientError, HallClient, HallRefused
from queue_core.wire.messages import Ticket
from queue_core.wire.words import DeliveryState, TicketState

logger = log.logger("kiosk.numbers")
LOOK_EVERY_S = 0.5
LINK_LASTS_S = 90.0  # the hall keeps a one-time link for two minutes: a new one is shown well before


class Numbers:
    """`post` hands an event to the visit."""

    def __init__(self, client: HallClient, post: Post, keepsake: Keepsake) -> None:
        self._client = client
        self._post = post
        self._keepsake = keepsake

    async def take(self, effect: Take) -> None:
        """The client repeats the command with its key; a number that was issued is issued once."""
        decision = effect.decision
        try:
            ticket = await self._client.take_number(decision.request, key=decision.key)
        except ClientError as error:
            self._post(await self._held(effect, error) or self._not_taken(effect, error))
        else:
            self._keepsake.taken(ticket, effect.way, decision.request.language)
            self._post(NumberTaken(visit_id=effect.visit_id, ticket=ticket))

    async def preview(self, effect: AskPreview) -> None:
        try:
            preview = await self._client.preview(effect.request)
        except ClientError as error:
            failed = AskFailed(visit_id=effect.visit_id, code=error.code)
            self._post(await self._held(effect, error) or failed)
        else:
            self._post(PreviewSeen(visit_id=effect.visit_id, preview=preview))

    async def await_phone(self, effect: AwaitPhone) -> None:
        """Until cancelled, a phone holds the number, it is withdrawn, or the link on the screen is stale.

        A page that still stands then asks for a new link and to watch on; after a visit nobody does.
        """
        was_on_a_phone: bool | None = None
        clock = asyncio.get_running_loop().time
        stale_from_s = clock() + LINK_LASTS_S
        while True:
            try:
                ticket = await self._client.ticket(effect.ticket_id)
            except ClientError as error:
                logger.info("ticket-not-seen", code=error.code)
            else:
                if was_on_a_phone is None:
                    was_on_a_phone = ticket.delivery is DeliveryState.PAPERLESS
                if ticket.state is TicketState.WITHDRAWN:
                    self._keepsake.forget(ticket.ticket_id)
                    self._post(NumberGone(visit_id=effect.visit_id))
                    return
                if is_with_phone(ticket, was_on_a_phone=was_on_a_phone):
                    self._keepsake.forget(ticket.ticket_id)
                    self._post(PhoneHolds(visit_id=effect.visit_id))
                    return
            if clock() >= stale_from_s:
                self._post(LinkStale(visit_id=effect.visit_id))
                return
            await asyncio.sleep(LOOK_EVERY_S)

    async def _held(self, effect: Take | AskPreview, error: ClientError) -> Event | None:
        """The number the person has already, if that is why the hall refused."""
        if not isinstance(error, HallRefused) or error.problem.existing is None:
            return None
        try:
            ticket = await self._client.ticket(error.problem.existing.ticket_id)
        except ClientError:
            return None
        return AlreadyHeld(visit_id=effect.visit_id, ticket=ticket)

    def _not_taken(self, effect: Take, error: ClientError) -> TakeFailed:
        logger.warning("number-not-taken", code=error.code)
        return TakeFailed(visit_id=effect.visit_id, code=error.code)


def is_with_phone(ticket: Ticket, *, was_on_a_phone: bool) -> bool:
    """Whether a phone came; a number that was on one before is on another only when that claimed it."""
    if was_on_a_phone:
        return ticket.is_claimed
    return ticket.is_claimed or ticket.delivery is DeliveryState.PAPERLESS
