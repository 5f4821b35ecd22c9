"""Every page of a window's screen with invented facts, for eyes and for tests."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import structlog
from msgspec.structs import replace

from display.kit.gallery import Look, Scene, looks, render
from display.kit.hall_clock import HallClock
from display.kit.window import OpenWindow, application
from display.window.app import WindowScreen, open_window
from display.window.flow import ScreenState
from queue_core.client import LinkLost
from queue_core.wire.stream import Snapshot
from queue_core.wire.views import (
    HallView,
    Rated,
    RatingRequest,
    UnitName,
    WindowTicket,
    WindowView,
    WordedReason,
)
from queue_core.wire.words import TicketClass, TicketState, WindowState

NOW_MS = int(datetime(2026, 11, 23, 5, 52, tzinfo=UTC).timestamp() * 1000)
MINUTE_MS = 60_000
SIZES = {"wide": (1280, 720), "bar": (1920, 540), "square": (800, 800)}
LOOKS: list[Look] = looks(SIZES, tags=("zh-CN", "zh-Hant"))
LOST = LinkLost(code="hall-unreachable", reason="invented")
UNITS = (UnitName(category="registration", ticket_class=TicketClass.ACCEPT),)
HALL = HallView(
    names={
        "zh-CN": "示范政务服务中心",
        "zh-Hant": "示範政務服務中心",
        "en": "Demonstration Government Service Centre",
    },
    day="2026-11-23",
    categories=(),
    windows=(3, 4, 5),
    units=(),
    pause_reasons=(
        WordedReason(
            code="system",
            names={"zh-CN": "系统故障", "zh-Hant": "系統故障", "en": "System failure"},
        ),
    ),
)
TICKET = WindowTicket(
    ticket_id=23,
    number="023",
    ticket_class=TicketClass.ACCEPT,
    category="registration",
    state=TicketState.CALLED,
    calls=1,
    issued_at_ms=NOW_MS - 20 * MINUTE_MS,
    called_at_ms=NOW_MS - 5_000,
    started_at_ms=None,
    holder=None,
)
FREE = WindowView(
    window=3,
    state=WindowState.FREE,
    clerk="1001",
    clerk_display_name="林晓岚",
    ticket=None,
    rating=None,
    waiting=12,
    calls_before_no_show=3,
    units=UNITS,
)
CALLED = replace(FREE, state=WindowState.CALLED, ticket=TICKET)
LONG = replace(
    CALLED,
    ticket=replace(TICKET, number="A1024", ticket_class=TicketClass.PICKUP),
    clerk="GA-2026-0117",
    clerk_display_name="阿卜杜热合曼·买买提",
)
SERVING = replace(FREE, state=WindowState.SERVING, ticket=replace(TICKET, state=TicketState.SERVING))
PAUSED = replace(FREE, state=WindowState.PAUSED, pause="system", pause_until_ms=NOW_MS + 18 * MINUTE_MS)
CLOSED = replace(FREE, state=WindowState.CLOSED, clerk=None, clerk_display_name=None)
OTHERS = (replace(FREE, window=4), replace(FREE, window=5))
RATED = replace(FREE, rating=RatingRequest(ticket_id=23, number="023", until_ms=NOW_MS + MINUTE_MS))


def snapshot(*windows: WindowView) -> Snapshot:
    return Snapshot(cursor=1, protocol=1, hall=HALL, windows=windows, calls=())


STATES: dict[str, tuple[Snapshot | LinkLost, ...]] = {
    "starting": (),
    "unreached": (LOST,),
    "free": (snapshot(FREE),),
    "called": (snapshot(CALLED),),
    "called-long": (snapshot(LONG),),
    "serving": (snapshot(SERVING),),
    "rate": (snapshot(RATED),),
    "rate-by-phone": (replace(snapshot(RATED), hall=replace(HALL, rating=Rated(needs_proof=True))),),
    "paused": (snapshot(replace(PAUSED, pause_until_ms=None)),),
    "paused-until": (snapshot(PAUSED, *OTHERS),),
    "paused-own-words": (snapshot(replace(PAUSED, pause="去档案室取卷宗，马上回来")),),
    "closed": (snapshot(CLOSED),),
    "closed-elsewhere": (snapshot(CLOSED, *OTHERS),),
    "lost": (snapshot(CALLED), LOST),
}


def draw(out: Path) -> None:
    """Write all pictures; says in the log which texts are cut off."""
    application("paihao-window-screen")
    screen = invented_screen()
    opened = open_window(screen)
    for name, texts in render(opened, scenes(screen, opened), LOOKS, out).items():
        structlog.get_logger().warning("texts are cut off", picture=name, texts=texts)
    opened.close()


def invented_screen() -> WindowScreen:
    return WindowScreen(3, HallClock(lambda: NOW_MS))


def scenes(screen: WindowScreen, opened: OpenWindow) -> list[Scene]:
    """Each brings the screen there from anew, in whatever language its window speaks."""

    def arranger(updates: tuple[Snapshot | LinkLost, ...]) -> Callable[[], None]:
        def arrange() -> None:
            screen.language = opened.languages.current
            screen.state = ScreenState(window=3)
            screen.show()
            for update in updates:
                screen.receive(update)

        return arrange

    return [Scene(name=f"window-{name}", arrange=arranger(updates)) for name, updates in STATES.items()]
