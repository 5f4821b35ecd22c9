"""What each clerk did today: counted event by event for the clerk who sat there, at whatever windows.

A sitting belongs to the clerk who finished it, the whole of its service with it. Pauses are part of the time
at an open window.
"""

from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any, ClassVar

from msgspec import Struct, field

from queue_core.domain import events as happened
from queue_core.domain.events import Event
from queue_core.domain.ticket import Ticket, Window
from queue_core.domain.words import WindowState


class Shift(Struct, frozen=True, kw_only=True):
    """`since_ms` is when the first window was opened today; `service_ms` that of the `finished` sittings.

    `pauses` in ms by reason.
    """

    since_ms: int | None
    open_ms: int
    calls: int
    finished: int
    no_shows: int
    held: int
    converted: int
    service_ms: int
    pauses: dict[str, int]


class _Stretch(Struct):
    """A clerk at an open window, since when; `pause` is its reason and beginning."""

    clerk: str
    since_ms: int
    pause: tuple[str, int] | None = None


class _Work(Struct):
    since_ms: int
    open_ms: int = 0
    service_ms: int = 0
    counts: Counter[str] = field(default_factory=Counter)
    pauses: Counter[str] = field(default_factory=Counter)


class Shifts:
    """Of one day. `windows` and `tickets` are the owner's, as they stand before the event that is told."""

    def __init__(self, windows: Mapping[int, Window], tickets: Mapping[int, Ticket]) -> None:
        self._windows = windows
        self._tickets = tickets
        self._work: dict[str, _Work] = {}
        self._at: dict[int, _Stretch] = {}

    def follow(self, event: Event) -> None:
        """Count what is about to happen."""
        count = self._COUNTS.get(type(event))
        if count is not None:
            count(self, event)

    def of(self, clerk: str, now_ms: int) -> Shift:
        """Up to now, with what still lasts."""
        work = self._work.get(clerk) or _Work(since_ms=0)
        pauses, open_ms = Counter(work.pauses), work.open_ms
        for stretch in self._at.values():
            if stretch.clerk == clerk:
                open_ms += now_ms - stretch.since_ms
                if stretch.pause is not None:
                    pauses[stretch.pause[0]] += now_ms - stretch.pause[1]
        return Shift(
            since_ms=work.since_ms if clerk in self._work else None,
            open_ms=open_ms,
            calls=work.counts["calls"],
            finished=work.counts["finished"],
            no_shows=work.counts["no_shows"],
            held=work.counts["held"],
            converted=work.counts["converted"],
            service_ms=work.service_ms,
            pauses=dict(pauses),
        )

    # Who sits where

    def _sit(self, window: int, clerk: str | None, at_ms: int) -> None:
        if clerk is None:
            return
        self._at[window] = _Stretch(clerk=clerk, since_ms=at_ms)
        self._work.setdefault(clerk, _Work(since_ms=at_ms))

    def _stand_up(self, window: int, at_ms: int) -> None:
        self._end_pause(window, at_ms)
        stretch = self._at.pop(window, None)
        if stretch is not None:
            self._work[stretch.clerk].open_ms += at_ms - stretch.since_ms

    def _end_pause(self, window: int, at_ms: int) -> None:
        stretch = self._at.get(window)
        if stretch is not None and stretch.pause is not None:
            reason, since_ms = stretch.pause
            self._work[stretch.clerk].pauses[reason] += at_ms - since_ms
            stretch.pause = None

    def _open(self, event: happened.WindowOpened) -> None:
        self._sit(event.window, event.clerk, event.at_ms)

    def _take_over(self, event: happened.WindowTakenOver) -> None:
        """Who takes over a window that is paused goes on pausing."""
        window = self._windows[event.window]
        self._stand_up(event.window, event.at_ms)
        self._sit(event.window, event.clerk, event.at_ms)
        if window.state is WindowState.PAUSED and window.pause is not None:
            self._at[event.window].pause = (window.pause, event.at_ms)

    def _close(self, event: happened.WindowClosed) -> None:
        self._stand_up(event.window, event.at_ms)

    def _pause(self, event: happened.WindowPaused) -> None:
        self._end_pause(event.window, event.at_ms)
        stretch = self._at.get(event.window)
        if stretch is not None:
            stretch.pause = (event.reason, event.at_ms)

    def _resume(self, event: happened.WindowResumed) -> None:
        self._end_pause(event.window, event.at_ms)

    # What was done there

    def _count(self, window: int, what: str) -> _Work | None:
        stretch = self._at.get(window)
        if stretch is None:
            return None
        work = self._work[stretch.clerk]
        work.counts[what] += 1
        return work

    def _call(self, event: happened.TicketCalled) -> None:
        self._count(event.window, "calls")

    def _miss(self, event: happened.TicketMissed) -> None:
        self._count(event.window, "no_shows")

    def _hold(self, event: happened.TicketHeld) -> None:
        self._count(event.window, "held")

    def _convert(self, event: happened.TicketConverted) -> None:
        """At a window it is its clerk's doing; elsewhere the holder's or the guide's."""
        ticket = self._tickets[event.ticket_id]
        if ticket.is_at_window and ticket.window is not None:
            self._count(ticket.window, "converted")

    def _finish(self, event: happened.ServiceFinished | happened.StageFinished) -> None:
        work = self._count(event.window, "finished")
        started_at_ms = self._tickets[event.ticket_id].started_at_ms
        if work is not None and started_at_ms is not None:
            work.service_ms += event.at_ms - started_at_ms

    _COUNTS: ClassVar[dict[type[Event], Callable[["Shifts", Any], None]]] = {
        happened.WindowOpened: _open,
        happened.WindowTakenOver: _take_over,
        happened.WindowClosed: _close,
        happened.WindowPaused: _pause,
        happened.WindowResumed: _resume,
        happened.TicketCalled: _call,
        happened.TicketMissed: _miss,
        happened.TicketHeld: _hold,
        happened.TicketConverted: _convert,
        happened.ServiceFinished: _finish,
        happened.StageFinished: _finish,
    }
