"""What becomes known of how a number reaches its holder."""

from typing import Any

from msgspec.structs import replace

from queue_core.domain import events
from queue_core.domain.changes.leading import Change, ticket_led_on
from queue_core.domain.events import Event
from queue_core.domain.hall_day import HallDay
from queue_core.domain.life import DELIVERY_LIFE
from queue_core.domain.words import DeliveryState

_DELIVERED = frozenset({DeliveryState.PRINTED, DeliveryState.REPRINTED, DeliveryState.PAPERLESS})


def _deliver(day: HallDay, event: Any) -> None:
    ticket = day.tickets[event.ticket_id]
    delivery = DELIVERY_LIFE[ticket.delivery][type(event)]
    day.put(
        replace(
            ticket,
            delivery=delivery,
            delivery_at_ms=event.at_ms,
            was_delivered=ticket.was_delivered or delivery in _DELIVERED,
        )
    )


def _withdraw(day: HallDay, event: events.TicketWithdrawn) -> None:
    ticket, state = ticket_led_on(day, event)
    day.put(
        replace(
            ticket,
            state=state,
            deferral=None,
            delivery=DELIVERY_LIFE[ticket.delivery][events.TicketWithdrawn],
            delivery_at_ms=event.at_ms,
            ended_at_ms=event.at_ms,
        )
    )


CHANGES: dict[type[Event], Change] = {
    events.TicketWithdrawn: _withdraw,
    events.TicketPrinting: _deliver,
    events.TicketPrinted: _deliver,
    events.TicketReprinted: _deliver,
    events.TicketPrintFailed: _deliver,
    events.TicketWentPaperless: _deliver,
}
