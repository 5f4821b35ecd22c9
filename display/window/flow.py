"""What the screen of one window knows, and which page that makes. Pure: frozen values in and out."""

from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import assert_never

from queue_core.client import LinkLost, LinkUp, Update
from queue_core.wire.stream import Changes, Snapshot
from queue_core.wire.views import BoardView, CabinetView, CallView, HallView, View, WindowView
from queue_core.wire.words import WindowState


class Page(StrEnum):
    STARTING = "starting"  # the window was not heard of yet
    CLOSED = "closed"
    FREE = "free"
    CALLED = "called"
    SERVING = "serving"
    PAUSED = "paused"
    RATE = "rate"


PAGES = {
    WindowState.CLOSED: Page.CLOSED,
    WindowState.FREE: Page.FREE,
    WindowState.CALLED: Page.CALLED,
    WindowState.SERVING: Page.SERVING,
    WindowState.PAUSED: Page.PAUSED,
}
AT_WORK = frozenset({WindowState.FREE, WindowState.CALLED, WindowState.SERVING})


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreenState:
    """`windows` holds all the hall tells of: to a pad one, to a wall all. `lost_code`: the link is lost."""

    window: int
    hall: HallView | None = None
    windows: dict[int, WindowView] = field(default_factory=dict)
    lost_code: str = ""
    lost_at_ms: int = 0

    @property
    def view(self) -> WindowView | None:
        return self.windows.get(self.window)


def page_of(state: ScreenState, now_ms: int) -> Page:
    """The next call comes before the rating of the last service."""
    view = state.view
    if view is None:
        return Page.STARTING
    is_asked = view.rating is not None and now_ms < view.rating.until_ms
    return Page.RATE if is_asked and view.ticket is None else PAGES[view.state]


def elsewhere(state: ScreenState) -> tuple[int, ...]:
    """Windows at work that serve some of what this one serves; none where only this one is known."""
    view = state.view
    units = {(unit.category, unit.ticket_class) for unit in view.units} if view else set()
    return tuple(
        sorted(
            window.window
            for window in state.windows.values()
            if window.window != state.window
            and window.state in AT_WORK
            and units.intersection((unit.category, unit.ticket_class) for unit in window.units)
        )
    )


def learn(state: ScreenState, update: Update, now_ms: int) -> ScreenState:
    match update:
        case Snapshot():
            windows = {view.window: view for view in update.windows}
            return ScreenState(window=state.window, hall=update.hall, windows=windows)
        case Changes():
            for view in update.views:
                state = _apply(state, view)
            return replace(state, lost_code="", lost_at_ms=0)
        case LinkUp():
            return state  # what is shown stays stale until the Snapshot or the Changes that follow
        case LinkLost():
            return replace(state, lost_code=update.code, lost_at_ms=state.lost_at_ms or now_ms)
        case _ as never:
            assert_never(never)


def _apply(state: ScreenState, view: View) -> ScreenState:
    match view:
        case HallView():
            return replace(state, hall=view)
        case WindowView():
            return replace(state, windows={**state.windows, view.window: view})
        case CallView() | BoardView() | CabinetView():
            return state
        case _ as never:
            assert_never(never)
