"""The wall's pages with invented facts, for eyes and for tests."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import structlog

from display.kit.gallery import Look, Scene, render
from display.kit.hall_clock import HallClock
from display.kit.window import application
from display.wall.app import Wall, open_window
from display.wall.flow import WallState
from drivers.contract.errors import Absent
from queue_core.client import LinkLost
from queue_core.wire.stream import Snapshot
from queue_core.wire.views import CallView, Category, HallView, UnitWaiting, WindowTicket, WindowView
from queue_core.wire.words import TicketClass, TicketState, WindowState

NOW_MS = int(datetime(2026, 11, 23, 2, 32, tzinfo=UTC).timestamp() * 1000)
LOOKS = (
    Look(name="hd", size=(1920, 1080)),
    Look(name="4k", size=(3840, 2160)),
    Look(name="hd-contrast", size=(1920, 1080), mode="contrast"),
)
LOST = LinkLost(code="hall-unreachable", reason="invented")
NAMES = {"zh-CN": "示范政务服务中心", "en": "Demonstration Government Service Centre"}
CATEGORIES = (
    ("registration", "注册登记", "Registration", 12),
    ("business", "经营管理", "Business management", 7),
    ("construction", "建设工程", "Construction", 0),
    ("trade", "通关贸易", "Customs and trade", 104),
)
CLASSES = tuple(TicketClass)


def draw(out: Path) -> None:
    """Write all pictures; says in the log which texts are cut off."""
    application("paihao-wall")
    wall = invented_wall()
    opened = open_window(wall)
    for name, texts in render(opened, scenes(wall), LOOKS, out).items():
        structlog.get_logger().warning("texts are cut off", picture=name, texts=texts)
    opened.close()


def invented_wall() -> Wall:
    return Wall(HallClock(lambda: NOW_MS))


def scenes(wall: Wall) -> list[Scene]:
    busy, quiet = snapshot(calls=9), snapshot(calls=0)
    wide = snapshot(calls=9, first=2, prefix="A12", window=120)
    return [
        Scene(name="wall-starting", arrange=_from_anew(wall)),
        Scene(name="wall-unreached", arrange=_from_anew(wall, LOST)),
        Scene(name="wall-quiet", arrange=_from_anew(wall, quiet)),
        Scene(name="wall-first", arrange=_from_anew(wall, snapshot(calls=2))),
        Scene(name="wall-busy", arrange=_from_anew(wall, busy)),
        Scene(name="wall-recall", arrange=_from_anew(wall, snapshot(calls=9, first=3, nth=2))),
        Scene(name="wall-wide", arrange=_from_anew(wall, wide)),
        Scene(name="wall-served", arrange=_from_anew(wall, snapshot(calls=9, awaited=0))),
        Scene(name="wall-stale", arrange=_from_anew(wall, busy, LOST)),
        Scene(name="wall-silent", arrange=_from_anew(wall, busy, trouble=Absent())),
    ]


def _from_anew(
    wall: Wall, *updates: Snapshot | LinkLost, trouble: Absent | None = None
) -> Callable[[], None]:
    def arrange() -> None:
        wall.state = WallState()
        wall.voice_changed(trouble)
        for update in updates:
            wall.receive(update)

    return arrange


def snapshot(
    *, calls: int, awaited: int = 2, first: int = 1, nth: int = 1, prefix: str = "", window: int = 3
) -> Snapshot:
    """`calls` numbers were called one after the other; the last `awaited` of them are not there yet."""
    called = [
        _call(index, first=first, nth=nth if index == calls - 1 else 1, prefix=prefix, window=window)
        for index in range(calls)
    ]
    return Snapshot(
        cursor=1,
        protocol=1,
        hall=_hall(),
        windows=tuple(_window(call, is_awaited=call in called[calls - awaited :]) for call in called),
        calls=tuple(reversed(called)),
    )


def _hall() -> HallView:
    return HallView(
        names=NAMES,
        day="2026-11-23",
        categories=tuple(
            Category(code=code, names={"zh-CN": name, "en": second}, classes=CLASSES)
            for code, name, second, _ in CATEGORIES
        ),
        windows=tuple(range(1, 13)),
        units=tuple(
            UnitWaiting(
                category=code,
                ticket_class=TicketClass.ACCEPT,
                waiting=waiting,
                windows_open=0 if code in {"construction", "business"} else 3,
            )
            for code, _, _, waiting in CATEGORIES
        ),
    )


def _call(index: int, *, first: int, nth: int, prefix: str, window: int) -> CallView:
    return CallView(
        call_id=index + 1,
        ticket_id=index + 1,
        number=f"{prefix}{15 + index:03d}",
        ticket_class=CLASSES[(index + first) % len(CLASSES)],
        window=window if index % 2 == 0 else index + 4,
        nth=nth,
        called_at_ms=NOW_MS,
        language="zh-CN",
    )


def _window(call: CallView, *, is_awaited: bool) -> WindowView:
    state = TicketState.CALLED if is_awaited else TicketState.SERVING
    return WindowView(
        window=call.window,
        state=WindowState(state),
        clerk=None,
        clerk_display_name=None,
        ticket=WindowTicket(
            ticket_id=call.ticket_id,
            number=call.number,
            ticket_class=call.ticket_class,
            category="registration",
            state=state,
            calls=call.nth,
            issued_at_ms=NOW_MS,
            called_at_ms=NOW_MS,
            started_at_ms=None,
            holder=None,
        ),
        rating=None,
        waiting=0,
        calls_before_no_show=3,
    )
