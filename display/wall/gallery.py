"""The wall's pages with invented facts, for eyes and for tests."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import structlog
from msgspec.structs import replace

from display.kit.gallery import Look, Scene, render
from display.kit.hall_clock import HallClock
from display.kit.window import OpenWindow, application
from display.voice.errors import SpeakerInUse, VoiceError, WordsMissing
from display.wall.app import Wall, open_window
from display.wall.flow import WallState
from display.wall.legibility import Screen
from display.wall.samples import (
    HOUR_MS,
    LONG_NOTICE,
    NOW_MS,
    RULE,
    SHORT_NOTICE,
    STANDPOINT,
    hall_view,
    snapshot,
)
from drivers.contract.errors import Absent, DeviceError
from queue_core.client import LinkLost
from queue_core.wire.stream import Changes, Snapshot

LOOKS = (
    Look(name="hd-zh-CN-day", size=(1920, 1080)),
    Look(name="4k-zh-CN-day", size=(3840, 2160)),
    Look(name="hd-zh-CN-contrast", size=(1920, 1080), mode="contrast"),
    Look(name="portrait-zh-CN-day", size=(1080, 1920)),
    Look(name="hd-zh-Hant-day", size=(1920, 1080), language="zh-Hant"),
)
LOST = LinkLost(code="hall-unreachable", reason="invented")


class SetClock:
    """Time as a scene wants it: stands still."""

    def __init__(self) -> None:
        self.now_ms = NOW_MS

    def __call__(self) -> int:
        return self.now_ms


def draw(out: Path) -> None:
    """Write all pictures; says in the log which texts are cut off."""
    application("paihao-wall")
    wall = invented_wall()
    opened = open_window(wall)
    for name, texts in render(opened, scenes(wall, opened), LOOKS, out).items():
        structlog.get_logger().warning("texts are cut off", picture=name, texts=texts)
    opened.close()


def invented_wall() -> Wall:
    return Wall(HallClock(SetClock()), standpoint=STANDPOINT)


def scenes(wall: Wall, opened: OpenWindow) -> list[Scene]:
    """Each brings the wall there from anew, in whatever language its window speaks."""

    def scene(name: str, *updates: Update, **how: Any) -> Scene:
        return Scene(name=f"wall-{name}", arrange=_arranger(wall, opened, updates, **how))

    busy = snapshot(calls=9, absent=3)
    idle = snapshot(calls=9, awaited=0, absent=2, age_s=600)
    over = replace(idle, windows=(), hall=replace(idle.hall, is_closed=True))
    between = replace(idle, windows=(), calls=())
    noted = snapshot(calls=9, absent=14, notices=(SHORT_NOTICE,))
    many = snapshot(calls=9, absent=3, notices=(LONG_NOTICE, SHORT_NOTICE))
    wide = snapshot(calls=9, first=2, prefix="A12", window=120, absent=8)
    return [
        scene("starting"),
        scene("unreached", LOST),
        scene("quiet", snapshot(calls=0)),
        scene("first", snapshot(calls=2, age_s=30)),
        scene("busy", busy),
        scene("rush", snapshot(calls=9, awaited=7, every_s=3, absent=3)),
        scene("recall", snapshot(calls=9, first=3, nth=2)),
        scene("wide", wide),
        scene("served", snapshot(calls=9, awaited=0)),
        scene("notice", noted),
        scene("long-notice", many),
        scene("stale", busy, LOST),
        scene("stale-long", busy, LOST, pass_s=200),
        scene("silent", busy, trouble=Absent()),
        scene("speaker-in-use", busy, trouble=SpeakerInUse("clips+sound://default")),
        scene("words-missing", busy, trouble=WordsMissing(["[en] no clip for seven"])),
        scene("before-opening", between, pass_s=-3 * HOUR_MS // 1000),
        scene("break", replace(between, board=noted.board), pass_s=2 * HOUR_MS // 1000),
        scene("closed", over),
        scene("closed-all-day", replace(over, hall=replace(hall_view(), sessions=(), is_closed=True))),
        scene("55-inches", noted, screen=Screen(diagonal_in=55)),
        scene("near", busy, screen=Screen(diagonal_in=75, viewing_m=6)),
    ]


Update = Snapshot | Changes | LinkLost


def _arranger(
    wall: Wall,
    opened: OpenWindow,
    updates: tuple[Update, ...],
    *,
    trouble: DeviceError | VoiceError | None = None,
    pass_s: int = 0,
    screen: Screen | None = None,
) -> Callable[[], None]:
    """`pass_s` go by after the updates came; before them where it is negative."""

    def arrange() -> None:
        wall.clock = HallClock(SetClock())
        wall.state = WallState()
        wall.language = opened.languages.current
        wall.screen = screen or Screen()
        wall.voice_changed(trouble)
        for update in (*updates, RULE):
            wall.receive(update)
        later = SetClock()
        later.now_ms += pass_s * 1000
        wall.clock = HallClock(later)
        wall.show()

    return arrange
