"""Printing as a part of a ticket's life: the hall knows before the first byte leaves, and what came of it."""

import asyncio
from collections.abc import Awaitable, Callable

from display.ticket.outbox import Outbox
from display.ticket.printer import OUTCOME_UNKNOWN
from drivers.contract.errors import DeviceError
from queue_core.client import HallUnreachable
from queue_core.wire.messages import Ticket
from queue_core.wire.words import DeliveryState

TELL_WITHIN_S = 8.0
ON_PAPER = frozenset({DeliveryState.PRINTED, DeliveryState.REPRINTED})
DELIVERED = ON_PAPER | {DeliveryState.PAPERLESS}


async def deliver_on_paper(ticket: Ticket, outbox: Outbox, print_it: Callable[[], Awaitable[None]]) -> None:
    """Tell the hall, let `print_it` print, tell the hall what came of it.

    A number that its holder has already keeps its delivery until another paper is really out. Raises
    HallRefused (the number is gone) and HallUnreachable with nothing printed, and the DeviceError of
    `print_it`; after one of OUTCOME_UNKNOWN the hall is told nothing, since nobody knows.
    """
    is_delivered = ticket.delivery in DELIVERED
    if not is_delivered:
        await _tell(ticket, outbox)
    try:
        await print_it()
    except DeviceError as error:
        is_known = not (error.may_have_printed and error.code in OUTCOME_UNKNOWN)
        if is_known and not is_delivered:
            outbox.put(ticket.ticket_id, DeliveryState.FAILED, error.code)
        raise
    if is_delivered:
        outbox.put(ticket.ticket_id, DeliveryState.PRINTING)
    outbox.put(ticket.ticket_id, outcome_of(ticket))


def outcome_of(ticket: Ticket) -> DeliveryState:
    """What a paper is that came out: the first one, or one more."""
    return DeliveryState.REPRINTED if ticket.delivery in ON_PAPER else DeliveryState.PRINTED


async def _tell(ticket: Ticket, outbox: Outbox) -> None:
    """That it is about to be printed. Raises HallUnreachable in time for its holder to be told."""
    try:
        async with asyncio.timeout(TELL_WITHIN_S):
            await asyncio.shield(outbox.put(ticket.ticket_id, DeliveryState.PRINTING))
    except TimeoutError as error:
        outbox.put(ticket.ticket_id, DeliveryState.FAILED, "hall-unreachable")
        raise HallUnreachable("", "no answer to a delivery") from error
