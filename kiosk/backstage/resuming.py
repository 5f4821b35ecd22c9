"""After a crash: what the kiosk before this one left undone is told to the hall, or shown again."""

import asyncio

from display.ticket.outbox import Outbox, is_final
from kiosk.backstage.asking import Post
from kiosk.backstage.keepsake import Keepsake, Kept
from kiosk.flow.events import Resumed
from queue_core import log
from queue_core.client import ClientError, HallClient
from queue_core.wire.messages import Ticket
from queue_core.wire.words import DeliveryState, TicketState

logger = log.logger("kiosk.resuming")
PAUSE_S = 0.5
UNDELIVERED = frozenset({DeliveryState.ISSUED, DeliveryState.PRINTING, DeliveryState.FAILED})
OVER = frozenset({TicketState.FINISHED, TicketState.CANCELLED, TicketState.EXPIRED, TicketState.WITHDRAWN})


async def resume(client: HallClient, keepsake: Keepsake, outbox: Outbox, post: Post) -> None:
    """Once, after the hall was seen. A number kept for long is shown to nobody: its holder has gone."""
    for kept in keepsake.found():
        if kept.outcome is not None:
            outbox.put(kept.ticket_id, kept.outcome)
            continue
        ticket = await _as_it_stands(client, kept)
        if ticket is None or not keepsake.is_young(kept):
            keepsake.forget(kept.ticket_id)
            continue
        logger.warning("number-resumed", has_left_printer=kept.has_left_printer)
        post(
            Resumed(
                ticket=ticket,
                way=kept.way,
                has_left_printer=kept.has_left_printer,
                language=kept.language,
            )
        )


async def _as_it_stands(client: HallClient, kept: Kept) -> Ticket | None:
    """The number, if somebody waits for it still. Asks until the hall answers."""
    while True:
        try:
            ticket = await client.ticket(kept.ticket_id)
        except ClientError as error:
            if is_final(error):
                return None
            await asyncio.sleep(PAUSE_S)
        else:
            return ticket if _is_awaited(ticket, kept) else None


def _is_awaited(ticket: Ticket, kept: Kept) -> bool:
    return (
        ticket.issued_at_ms == kept.issued_at_ms
        and ticket.state not in OVER
        and ticket.delivery in UNDELIVERED
    )
