"""Whether a command may happen now, and what happens then. Changes nothing."""

from typing import assert_never

from queue_core.domain import admitting, rating, refusals, serving
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
    WindowCommand,
    WithdrawUndelivered,
)
from queue_core.domain.events import DayOpened, Event, RulesChanged
from queue_core.domain.hall_day import HallDay


def decide(day: HallDay, command: Command, now_ms: int) -> tuple[Event, ...]:  # noqa: PLR0911 one a command
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
            return admitting.take_number(day, command, now_ms)
        case ReportDelivery():
            return admitting.report_delivery(day, command, now_ms)
        case WithdrawUndelivered():
            return admitting.withdraw_undelivered(day, command, now_ms)
        case Rate():
            return rating.rate(day, command, now_ms)
        case _:
            return _at_window(day, command, now_ms)


def _at_window(day: HallDay, command: WindowCommand, now_ms: int) -> tuple[Event, ...]:  # noqa: PLR0911 one a command
    match command:
        case OpenWindow():
            return serving.open_window(day, command, now_ms)
        case CloseWindow():
            return serving.close_window(day, command, now_ms)
        case CallNext():
            return serving.call_next(day, command, now_ms)
        case Recall():
            return serving.recall(day, command, now_ms)
        case StartService():
            return serving.start(day, command, now_ms)
        case FinishService():
            return serving.finish(day, command, now_ms)
        case MarkNoShow():
            return serving.mark_no_show(day, command, now_ms)
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
