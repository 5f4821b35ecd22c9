"""How long windows were open, paused and serving, and so whoever sat there."""

from collections import defaultdict
from dataclasses import dataclass, replace

from queue_core.domain.events import (
    DayOpened,
    Event,
    ServiceFinished,
    ServiceStarted,
    StageFinished,
    TicketCancelled,
    TicketExpired,
    TicketHeld,
    TicketSentBack,
    WindowClosed,
    WindowOpened,
    WindowPaused,
    WindowResumed,
    WindowTakenOver,
)


@dataclass(slots=True)
class Spent:
    """Milliseconds; pauses and services are part of the open time."""

    open_ms: int = 0
    paused_ms: int = 0
    serving_ms: int = 0


@dataclass(slots=True)
class _Shift:
    """Since when each lasts, None while it does not."""

    clerk: str | None
    opened_ms: int
    paused_ms: int | None = None
    serving_ms: int | None = None

    def spend(self, spent: Spent, at_ms: int) -> None:
        """Add what lasts at `at_ms`."""
        spent.open_ms += at_ms - self.opened_ms
        if self.paused_ms is not None:
            spent.paused_ms += at_ms - self.paused_ms
        if self.serving_ms is not None:
            spent.serving_ms += at_ms - self.serving_ms


class Shifts:
    def __init__(self) -> None:
        self._now: dict[int, _Shift] = {}
        self._windows: defaultdict[int, Spent] = defaultdict(Spent)
        self._clerks: defaultdict[str, Spent] = defaultdict(Spent)

    def enter(self, event: Event) -> None:
        match event:
            case DayOpened():  # windows are closed
                self._now.clear()
            case WindowOpened():
                self._now[event.window] = _Shift(event.clerk, event.at_ms)
            case WindowTakenOver():
                self._take_over(event.window, event.clerk, event.at_ms)
            case WindowClosed():
                self._close(event.window, event.at_ms)
            case WindowPaused():
                self._pause(event.window, event.at_ms)
            case WindowResumed():
                self._resume(event.window, event.at_ms)
            case ServiceStarted():
                self._begin_service(event.window, event.at_ms)
            case ServiceFinished() | StageFinished() | TicketSentBack() | TicketHeld():
                self._end_service(event.window, event.at_ms)
            case TicketCancelled() | TicketExpired() if event.window is not None:
                self._end_service(event.window, event.at_ms)
            case _:
                pass

    def clerk_at(self, window: int) -> str | None:
        shift = self._now.get(window)
        return None if shift is None else shift.clerk

    def _take_over(self, window: int, clerk: str, at_ms: int) -> None:
        """What lasts goes on in the name of another."""
        before = self._now.get(window)
        self._close(window, at_ms)
        self._now[window] = _Shift(
            clerk,
            at_ms,
            paused_ms=at_ms if before is not None and before.paused_ms is not None else None,
            serving_ms=at_ms if before is not None and before.serving_ms is not None else None,
        )

    def _close(self, window: int, at_ms: int) -> None:
        shift = self._now.pop(window, None)
        if shift is not None:
            for each in self._spent_by(window, shift):
                shift.spend(each, at_ms)

    def _pause(self, window: int, at_ms: int) -> None:
        """One that is paused already goes on for another reason."""
        shift = self._now.get(window)
        if shift is not None and shift.paused_ms is None:
            shift.paused_ms = at_ms

    def _resume(self, window: int, at_ms: int) -> None:
        shift = self._now.get(window)
        if shift is not None and shift.paused_ms is not None:
            for each in self._spent_by(window, shift):
                each.paused_ms += at_ms - shift.paused_ms
            shift.paused_ms = None

    def _begin_service(self, window: int, at_ms: int) -> None:
        shift = self._now.get(window)
        if shift is not None:
            shift.serving_ms = at_ms

    def _end_service(self, window: int, at_ms: int) -> None:
        shift = self._now.get(window)
        if shift is not None and shift.serving_ms is not None:
            for each in self._spent_by(window, shift):
                each.serving_ms += at_ms - shift.serving_ms
            shift.serving_ms = None

    def windows(self, at_ms: int) -> dict[int, Spent]:
        """Of each window that was open, up to `at_ms`; what lasts goes on."""
        found = {window: replace(spent) for window, spent in self._windows.items()}
        for window, shift in self._now.items():
            shift.spend(found.setdefault(window, Spent()), at_ms)
        return found

    def clerks(self, at_ms: int) -> dict[str, Spent]:
        """Of each clerk who sat at an open window, up to `at_ms`; what lasts goes on."""
        found = {clerk: replace(spent) for clerk, spent in self._clerks.items()}
        for shift in self._now.values():
            if shift.clerk is not None:
                shift.spend(found.setdefault(shift.clerk, Spent()), at_ms)
        return found

    def _spent_by(self, window: int, shift: _Shift) -> list[Spent]:
        spent = [self._windows[window]]
        if shift.clerk is not None:
            spent.append(self._clerks[shift.clerk])
        return spent
