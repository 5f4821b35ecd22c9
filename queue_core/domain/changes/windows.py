"""What the events of a window change, its calls apart."""

from msgspec.structs import replace

from queue_core.domain import events
from queue_core.domain.changes.leading import Change, window_led_on
from queue_core.domain.events import Event
from queue_core.domain.hall_day import HallDay
from queue_core.domain.ticket import Window
from queue_core.domain.words import WindowState


def _open_window(day: HallDay, event: events.WindowOpened) -> None:
    window = window_led_on(day, event)
    day.place(replace(window, clerk=event.clerk, free_since_ms=event.at_ms))


def _take_over(day: HallDay, event: events.WindowTakenOver) -> None:
    day.place(replace(window_led_on(day, event), clerk=event.clerk))


def _close_window(day: HallDay, event: events.WindowClosed) -> None:
    day.place(replace(_without_pause(window_led_on(day, event)), clerk=None))


def _ask_pause(day: HallDay, event: events.PauseAsked) -> None:
    day.place(replace(window_led_on(day, event), pause=event.reason, pause_lasts_ms=event.lasts_ms))


def _pause(day: HallDay, event: events.WindowPaused) -> None:
    """Another reason or another time to come back is no new pause."""
    window = window_led_on(day, event)
    day.place(
        replace(
            window,
            pause=event.reason,
            pause_lasts_ms=event.lasts_ms,
            paused_at_ms=event.at_ms if window.paused_at_ms is None else window.paused_at_ms,
            pause_until_ms=None if event.lasts_ms is None else event.at_ms + event.lasts_ms,
        )
    )


def _without_pause(window: Window) -> Window:
    return replace(window, pause=None, pause_lasts_ms=None, paused_at_ms=None, pause_until_ms=None)


def _resume(day: HallDay, event: events.WindowResumed) -> None:
    before = day.windows[event.window]
    since_ms = event.at_ms if before.state is WindowState.PAUSED else before.free_since_ms
    day.place(replace(_without_pause(window_led_on(day, event)), free_since_ms=since_ms))


def _change_profile(day: HallDay, event: events.ProfileChanged) -> None:
    day.change_profile(replace(window_led_on(day, event), profile=event.profile))


CHANGES: dict[type[Event], Change] = {
    events.WindowOpened: _open_window,
    events.WindowTakenOver: _take_over,
    events.WindowClosed: _close_window,
    events.PauseAsked: _ask_pause,
    events.WindowPaused: _pause,
    events.WindowResumed: _resume,
    events.ProfileChanged: _change_profile,
}
