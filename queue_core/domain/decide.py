"""Whether a command may happen now, and what happens then. Changes nothing."""

from typing import assert_never

from queue_core.domain import refusals
from queue_core.domain.commands import (
    CallNext,
    ChangeRules,
    CloseWindow,
    Command,
    FinishService,
    MarkNoShow,
    OpenDay,
    OpenWindow,
    Rate,
    Recall,
    ReportDelivery,
    StartService,
    TakeNumber,
    WithdrawUndelivered,
)
from queue_core.domain.events import (
    DayOpened,
    DeliveryEvent,
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
from queue_core.domain.life import DELIVERY_LIFE
from queue_core.domain.numbers import number
from queue_core.domain.ticket import Ticket, Window
from queue_core.domain.words import (
    BEST_LEVEL,
    WORST_LEVEL,
    DeliveryState,
    TicketState,
    WindowState,
)

UNDELIVERED = "undelivered"


def decide(day: HallDay, command: Command, now_ms: int) -> tuple[Event, ...]:
    """The events a command leads to; none when what it asks for is so already. Raises Refusal.

    `now_ms` is never before the last event.
    """
    if isinstance(command, OpenDay):
        return _open_day(day, command, now_ms)
    if day.day is None:
        raise refusals.HallClosed
    match command:
        case ChangeRules():
            return _change_rules(day, command, now_ms)
        case TakeNumber():
            return _take_number(day, command, now_ms)
        case ReportDelivery():
            return _report_delivery(day, command, now_ms)
        case WithdrawUndelivered():
            return _withdraw_undelivered(day, command, now_ms)
        case OpenWindow():
            return _open_window(day, command, now_ms)
        case CloseWindow():
            return _close_window(day, command, now_ms)
        case CallNext():
            return _call_next(day, command, now_ms)
        case Recall():
            return _recall(day, command, now_ms)
        case StartService():
            ticket = _called_at(day, command.window)
            return (ServiceStarted(at_ms=now_ms, ticket_id=ticket.ticket_id, window=command.window),)
        case FinishService():
            return _finish(day, command, now_ms)
        case MarkNoShow():
            return _mark_no_show(day, command, now_ms)
        case Rate():
            return _rate(day, command, now_ms)
        case _:
            assert_never(command)


def _open_day(day: HallDay, command: OpenDay, now_ms: int) -> tuple[Event, ...]:
    if day.day is not None and command.day <= day.day:
        return ()
    return (
        DayOpened(
            at_ms=now_ms,
            day=command.day,
            rules=command.rules,
            next_ticket_id=day.next_ticket_id,
            next_call_id=day.next_call_id,
        ),
    )


def _change_rules(day: HallDay, command: ChangeRules, now_ms: int) -> tuple[Event, ...]:
    if command.rules == day.rules:
        return ()
    return (RulesChanged(at_ms=now_ms, rules=command.rules),)


def _take_number(day: HallDay, command: TakeNumber, now_ms: int) -> tuple[Event, ...]:
    if command.unit not in day.offered:
        raise refusals.UnitNotOffered(command.unit)
    for ticket_id in command.held:
        held = day.tickets.get(ticket_id)
        if held is not None and held.is_open and held.unit == command.unit:
            raise refusals.AlreadyWaiting(held)
    ticket_id = day.next_ticket_id
    return (
        TicketIssued(
            at_ms=now_ms,
            ticket_id=ticket_id,
            number=number(day.issued + 1, day.rules.number_digits),
            reference=command.reference,
            unit=command.unit,
            language=command.language,
            matter=command.matter,
            holder=command.sealed_holder,
            ahead=day.lanes.ahead(command.unit, (now_ms, ticket_id), day.open_windows()),
        ),
    )


def _report_delivery(day: HallDay, command: ReportDelivery, now_ms: int) -> tuple[Event, ...]:
    ticket = day.tickets.get(command.ticket_id)
    if ticket is None:
        raise refusals.NoSuchTicket(command.ticket_id)
    if command.outcome is ticket.delivery:
        return ()
    if command.outcome is DeliveryState.PAPERLESS and ticket.delivery is DeliveryState.PRINTED:
        return ()  # paper and phone: paper is the stronger fact
    event = _delivery_event(ticket, command, now_ms)
    if event is None or type(event) not in DELIVERY_LIFE[ticket.delivery]:
        raise refusals.WrongDelivery(ticket, command.outcome)
    return (event,)


def _delivery_event(
    ticket: Ticket, command: ReportDelivery, now_ms: int
) -> DeliveryEvent | TicketWithdrawn | None:
    match command.outcome:
        case DeliveryState.PRINTING:
            return TicketPrinting(at_ms=now_ms, ticket_id=ticket.ticket_id)
        case DeliveryState.PRINTED:
            return TicketPrinted(at_ms=now_ms, ticket_id=ticket.ticket_id)
        case DeliveryState.FAILED:
            return TicketPrintFailed(at_ms=now_ms, ticket_id=ticket.ticket_id, reason=command.reason)
        case DeliveryState.PAPERLESS:
            return TicketWentPaperless(at_ms=now_ms, ticket_id=ticket.ticket_id)
        case DeliveryState.WITHDRAWN if ticket.is_waiting and not ticket.was_delivered:
            return TicketWithdrawn(at_ms=now_ms, ticket_id=ticket.ticket_id, reason=command.reason)
        case DeliveryState.WITHDRAWN | DeliveryState.ISSUED:
            return None
        case _:
            assert_never(command.outcome)


def _withdraw_undelivered(day: HallDay, command: WithdrawUndelivered, now_ms: int) -> tuple[Event, ...]:
    ticket = day.tickets.get(command.ticket_id)
    if ticket is None or not ticket.is_undelivered:
        return ()
    if now_ms - ticket.delivery_at_ms < day.rules.undelivered_within_ms:
        return ()
    return (TicketWithdrawn(at_ms=now_ms, ticket_id=ticket.ticket_id, reason=UNDELIVERED),)


def _open_window(day: HallDay, command: OpenWindow, now_ms: int) -> tuple[Event, ...]:
    window = _window(day, command.window)
    if window.state is not WindowState.CLOSED:
        if window.clerk == command.clerk:
            return ()
        raise refusals.WindowTaken(window)
    return (WindowOpened(at_ms=now_ms, window=window.number, clerk=command.clerk),)


def _close_window(day: HallDay, command: CloseWindow, now_ms: int) -> tuple[Event, ...]:
    window = _window(day, command.window)
    if window.state is WindowState.CLOSED:
        return ()
    _require_free(day, window)
    return (WindowClosed(at_ms=now_ms, window=window.number),)


def _call_next(day: HallDay, command: CallNext, now_ms: int) -> tuple[Event, ...]:
    window = _open_window_of(day, command.window)
    _require_free(day, window)
    ticket_id = day.lanes.next_at(window.number)
    if ticket_id is None:
        raise refusals.NobodyWaiting(window.number)
    return (TicketCalled(at_ms=now_ms, call_id=day.next_call_id, ticket_id=ticket_id, window=window.number),)


def _recall(day: HallDay, command: Recall, now_ms: int) -> tuple[Event, ...]:
    ticket = _called_at(day, command.window)
    return (
        TicketRecalled(
            at_ms=now_ms,
            call_id=day.next_call_id,
            ticket_id=ticket.ticket_id,
            window=command.window,
            nth=ticket.calls + 1,
        ),
    )


def _finish(day: HallDay, command: FinishService, now_ms: int) -> tuple[Event, ...]:
    window = _open_window_of(day, command.window)
    if window.state is not WindowState.SERVING or window.ticket_id is None:
        raise refusals.NotServing(window.number)
    return (ServiceFinished(at_ms=now_ms, ticket_id=window.ticket_id, window=window.number),)


def _mark_no_show(day: HallDay, command: MarkNoShow, now_ms: int) -> tuple[Event, ...]:
    ticket = _called_at(day, command.window)
    if ticket.calls < day.rules.calls_before_no_show:
        raise refusals.TooFewCalls(command.window, ticket, day.rules.calls_before_no_show)
    return (TicketMissed(at_ms=now_ms, ticket_id=ticket.ticket_id, window=command.window),)


def _rate(day: HallDay, command: Rate, now_ms: int) -> tuple[Event, ...]:
    if not WORST_LEVEL <= command.level <= BEST_LEVEL:
        raise refusals.NoSuchLevel(command.ticket_id, command.level)
    ticket = day.tickets.get(command.ticket_id)
    if ticket is None:
        raise refusals.NoSuchTicket(command.ticket_id)
    if (
        ticket.state is not TicketState.FINISHED
        or ticket.ended_at_ms is None
        or ticket.window != command.window
    ):
        raise refusals.NotServed(command.ticket_id, command.window)
    if ticket.rating is not None:
        raise refusals.AlreadyRated(command.ticket_id)
    if now_ms - ticket.ended_at_ms > day.rules.rating_within_ms:
        raise refusals.RatingClosed(command.ticket_id)
    return (
        ServiceRated(
            at_ms=now_ms,
            ticket_id=command.ticket_id,
            window=command.window,
            level=command.level,
            channel=command.channel,
        ),
    )


def _window(day: HallDay, number_: int) -> Window:
    window = day.windows.get(number_)
    if window is None:
        raise refusals.NoSuchWindow(number_)
    return window


def _open_window_of(day: HallDay, number_: int) -> Window:
    window = _window(day, number_)
    if window.state is WindowState.CLOSED:
        raise refusals.WindowIsClosed(number_)
    return window


def _require_free(day: HallDay, window: Window) -> None:
    if window.ticket_id is not None:
        raise refusals.WindowBusy(window.number, day.tickets[window.ticket_id])


def _called_at(day: HallDay, number_: int) -> Ticket:
    window = _open_window_of(day, number_)
    if window.state is not WindowState.CALLED or window.ticket_id is None:
        raise refusals.NotCalled(number_)
    return day.tickets[window.ticket_id]
