"""What each event makes of the day. Follows the life-cycle tables; trusts that `decide` made the event.

`evolve` owns the day it is given and returns the same one, changed: the old day must not be used again.
"""

from typing import assert_never

from msgspec.structs import replace

from queue_core.domain.events import (
    DayOpened,
    Event,
    RulesChanged,
    ServiceFinished,
    ServiceRated,
    ServiceStarted,
    TicketCalled,
    TicketIssued,
    TicketMissed,
    TicketPrinted,
    TicketPrintFailed,
    TicketPrinting,
    TicketRecalled,
    TicketWentPaperless,
    TicketWithdrawn,
    WindowClosed,
    WindowOpened,
)
from queue_core.domain.hall_day import HallDay
from queue_core.domain.life import DELIVERY_LIFE, TICKET_LIFE, WINDOW_LIFE
from queue_core.domain.ticket import Call, Rating, Ticket
from queue_core.domain.words import DeliveryState, TicketState

_DELIVERED = frozenset({DeliveryState.PRINTED, DeliveryState.PAPERLESS})

_TicketAtWindow = TicketCalled | TicketRecalled | ServiceStarted | ServiceFinished | TicketMissed
_Delivery = TicketPrinting | TicketPrinted | TicketPrintFailed | TicketWentPaperless | TicketWithdrawn


def evolve(day: HallDay, event: Event) -> HallDay:
    """The day after `event`. Raises KeyError if the event cannot happen in it."""
    match event:
        case DayOpened():
            _begin(day, event)
        case RulesChanged():
            day.follow(event.rules)
        case WindowOpened() | WindowClosed():
            _staff(day, event)
        case TicketIssued():
            _issue(day, event)
        case (
            TicketPrinting()
            | TicketPrinted()
            | TicketPrintFailed()
            | TicketWentPaperless()
            | TicketWithdrawn()
        ):
            _deliver(day, event)
        case TicketCalled() | TicketRecalled() | ServiceStarted() | ServiceFinished() | TicketMissed():
            _serve(day, event)
        case ServiceRated():
            _rate(day, event)
        case _:
            assert_never(event)
    day.last_at_ms = event.at_ms
    return day


def _begin(day: HallDay, event: DayOpened) -> None:
    day.next_ticket_id = event.next_ticket_id
    day.next_call_id = event.next_call_id
    day.begin(event.day, event.rules)


def _staff(day: HallDay, event: WindowOpened | WindowClosed) -> None:
    window = day.windows[event.window]
    clerk = event.clerk if isinstance(event, WindowOpened) else None
    day.place(replace(window, state=WINDOW_LIFE[window.state][type(event)], clerk=clerk))


def _issue(day: HallDay, event: TicketIssued) -> None:
    day.admit(
        Ticket(
            ticket_id=event.ticket_id,
            day=day.day or "",
            number=event.number,
            reference=event.reference,
            unit=event.unit,
            language=event.language,
            matter=event.matter,
            holder=event.holder,
            issued_at_ms=event.at_ms,
            seniority_ms=event.at_ms,
            state=TicketState.WAITING,
            delivery=DeliveryState.ISSUED,
            delivery_at_ms=event.at_ms,
        )
    )


def _deliver(day: HallDay, event: _Delivery) -> None:
    ticket = day.tickets[event.ticket_id]
    delivery = DELIVERY_LIFE[ticket.delivery][type(event)]
    after = replace(
        ticket,
        delivery=delivery,
        delivery_at_ms=event.at_ms,
        was_delivered=ticket.was_delivered or delivery in _DELIVERED,
    )
    if isinstance(event, TicketWithdrawn):
        after = replace(after, state=TICKET_LIFE[ticket.state][TicketWithdrawn], ended_at_ms=event.at_ms)
    day.put(after)


def _serve(day: HallDay, event: _TicketAtWindow) -> None:
    window = day.windows[event.window]
    window_state = WINDOW_LIFE[window.state][type(event)]
    ticket = day.tickets[event.ticket_id]
    ticket = replace(ticket, state=TICKET_LIFE[ticket.state][type(event)])
    match event:
        case TicketCalled():
            window = replace(window, ticket_id=event.ticket_id)
            ticket = replace(ticket, window=event.window, calls=1, called_at_ms=event.at_ms)
            _announce(day, event, nth=1)
        case TicketRecalled():
            ticket = replace(ticket, calls=event.nth)
            _announce(day, event, nth=event.nth)
        case ServiceStarted():
            ticket = replace(ticket, started_at_ms=event.at_ms)
        case ServiceFinished():
            window = replace(window, ticket_id=None, finished_id=event.ticket_id)
            ticket = replace(ticket, ended_at_ms=event.at_ms)
        case TicketMissed():
            window = replace(window, ticket_id=None)
            ticket = replace(ticket, ended_at_ms=event.at_ms)
        case _:
            assert_never(event)
    day.place(replace(window, state=window_state))
    day.put(ticket)


def _announce(day: HallDay, event: TicketCalled | TicketRecalled, nth: int) -> None:
    day.next_call_id = event.call_id + 1
    day.calls.append(
        Call(
            call_id=event.call_id,
            ticket_id=event.ticket_id,
            window=event.window,
            nth=nth,
            called_at_ms=event.at_ms,
        )
    )


def _rate(day: HallDay, event: ServiceRated) -> None:
    rating = Rating(window=event.window, level=event.level, channel=event.channel, rated_at_ms=event.at_ms)
    day.put(replace(day.tickets[event.ticket_id], rating=rating))
