"""Decisions about windows themselves: who sits there, what they do, and when they rest."""

from queue_core.domain import refusals
from queue_core.domain.commands import (
    ChangeProfile,
    CloseWindow,
    OpenWindow,
    PauseWindow,
    ResumeWindow,
    TakeOverWindow,
)
from queue_core.domain.events import (
    Event,
    PauseAsked,
    ProfileChanged,
    TicketSentBack,
    WindowClosed,
    WindowOpened,
    WindowPaused,
    WindowResumed,
    WindowTakenOver,
)
from queue_core.domain.hall_day import HallDay
from queue_core.domain.lookup import open_window as open_window_of
from queue_core.domain.lookup import require_free, window_of
from queue_core.domain.words import WindowKind, WindowState


def open_window(day: HallDay, command: OpenWindow, now_ms: int) -> tuple[WindowOpened, ...]:
    window = window_of(day, command.window)
    rules = day.window_rules(window.number)
    if rules is None:
        raise refusals.NoSuchWindow(window.number)
    if day.is_closed:
        raise refusals.HallClosed
    if (command.clerk is None) is not (rules.kind is WindowKind.TERMINAL):
        raise refusals.WrongStaff(window.number, rules.kind)
    if window.state is not WindowState.CLOSED:
        if window.clerk == command.clerk:
            return ()
        raise refusals.WindowTaken(window)
    return (WindowOpened(at_ms=now_ms, window=window.number, clerk=command.clerk),)


def take_over(day: HallDay, command: TakeOverWindow, now_ms: int) -> tuple[WindowTakenOver, ...]:
    """Whatever is in hand goes on: nobody at the window waits anew because a clerk was relieved."""
    window = open_window_of(day, command.window)
    rules = day.window_rules(window.number)
    if rules is not None and rules.kind is WindowKind.TERMINAL:
        raise refusals.WrongStaff(window.number, rules.kind)
    if window.clerk == command.clerk:
        return ()
    return (WindowTakenOver(at_ms=now_ms, window=window.number, clerk=command.clerk),)


def close_window(day: HallDay, command: CloseWindow, now_ms: int) -> tuple[Event, ...]:
    """In an emergency who is at the window goes back to waiting with the same place."""
    window = window_of(day, command.window)
    if window.state is WindowState.CLOSED:
        return ()
    closed = WindowClosed(at_ms=now_ms, window=window.number, reason=command.emergency)
    if command.emergency is None or window.ticket_id is None:
        require_free(day, window)
        return (closed,)
    return (TicketSentBack(at_ms=now_ms, ticket_id=window.ticket_id, window=window.number), closed)


def pause(day: HallDay, command: PauseWindow, now_ms: int) -> tuple[Event, ...]:
    """At once when nobody is at the window, otherwise when the ticket there is done.

    A terminal that is out of order serves nobody to the end: who is there goes back to waiting with the same
    place, so that nobody has missed a call of a machine that stood still.
    """
    window = open_window_of(day, command.window)
    if window.pause == command.reason and command.lasts_ms is None:
        return ()
    paused = WindowPaused(
        at_ms=now_ms, window=window.number, reason=command.reason, lasts_ms=command.lasts_ms
    )
    if window.ticket_id is None:
        return (paused,)
    rules = day.window_rules(window.number)
    if rules is not None and rules.kind is WindowKind.TERMINAL:
        return (TicketSentBack(at_ms=now_ms, ticket_id=window.ticket_id, window=window.number), paused)
    asked = PauseAsked(at_ms=now_ms, window=window.number, reason=command.reason, lasts_ms=command.lasts_ms)
    return (asked,)


def resume(day: HallDay, command: ResumeWindow, now_ms: int) -> tuple[WindowResumed, ...]:
    window = open_window_of(day, command.window)
    if window.pause is None:
        return ()
    return (WindowResumed(at_ms=now_ms, window=window.number),)


def change_profile(day: HallDay, command: ChangeProfile, now_ms: int) -> tuple[ProfileChanged, ...]:
    """A ticket in hand is done with what it was called for; the profile counts from the next call."""
    window = window_of(day, command.window)
    units = day.rules.units()
    for unit in command.profile:
        if unit not in units:
            raise refusals.UnitNotOffered(unit)
    if set(command.profile) == set(window.profile):
        return ()
    profile = tuple(dict.fromkeys(command.profile))
    return (ProfileChanged(at_ms=now_ms, window=window.number, profile=profile, reason=command.reason),)


def pause_after(day: HallDay, number: int, now_ms: int) -> tuple[WindowPaused, ...]:
    """The pause that was asked for while a ticket was there, now that it is done."""
    window = day.windows[number]
    if window.pause is None:
        return ()
    lasts_ms = window.pause_lasts_ms
    return (WindowPaused(at_ms=now_ms, window=number, reason=window.pause, lasts_ms=lasts_ms),)
