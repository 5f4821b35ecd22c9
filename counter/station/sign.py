"""LED strips above windows: what each says, and that it says so again when it was away."""

import asyncio
import contextlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import cycle
from zoneinfo import ZoneInfo

from counter.station.strip_config import StripsConfig, StripTexts
from drivers.contract.errors import DeviceError
from drivers.contract.status import SILENT, StatusChanged
from drivers.contract.window_strips import Motion, StripText, WindowStrips
from queue_core.log import logger
from queue_core.wire.views import WindowView
from queue_core.wire.words import WindowState

RETRY_S = 5.0  # a strip that did not take its text
DARKEN_WITHIN_S = 3.0
CHINA = ZoneInfo("Asia/Shanghai")  # until the hall has said where it is
MOST_NAMED = 2  # windows on the strip of a closed one
AT_WORK = frozenset({WindowState.FREE, WindowState.CALLED, WindowState.SERVING})

log = logger("station")


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """What a sign needs besides its window: the hall's time and zone, and windows that serve the same."""

    now_ms: Callable[[], int] = lambda: 0
    zone: ZoneInfo = CHINA
    elsewhere: tuple[int, ...] = ()


class Sign:
    """Owns nothing; `serve` runs for as long as the station does, and leaves the strip dark.

    A strip that is slow or silent holds up neither the other windows nor the bus.
    """

    def __init__(self, window: int, strip: int, *, line: WindowStrips, config: StripsConfig) -> None:
        self._window, self._strip = window, strip
        self._line, self._config = line, config
        self._view: WindowView | None = None
        self._around = Around()
        self._shown: StripText | None = None
        self._is_true = False
        self._is_silent = False
        self._wake = asyncio.Event()

    def see(self, view: WindowView, around: Around | None = None) -> None:
        """The hall's newest view of this window, and what stands around it."""
        around = around or self._around
        is_new = view != self._view or around.elsewhere != self._around.elsewhere
        self._view, self._around = view, around
        if is_new:
            self._wake.set()

    def say_again(self) -> None:
        """The strip may have lost power, with its line or by itself: it is told once more."""
        self._is_true = False
        self._wake.set()

    async def serve(self) -> None:
        try:
            while True:
                await self._wait()
                await self._show()
        finally:
            if self._shown is not None:
                with contextlib.suppress(DeviceError, TimeoutError):
                    async with asyncio.timeout(DARKEN_WITHIN_S):
                        await self._line.clear(self._strip)

    async def _wait(self) -> None:
        """Until something changed, or it is time to try again."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(None if self._is_true else RETRY_S):
                await self._wake.wait()
        self._wake.clear()

    async def _show(self) -> None:
        if self._view is None:
            return
        wanted = sign_of(self._view, self._config, self._line.capabilities.columns, self._around)
        if self._is_true and wanted == self._shown:
            return
        self._shown, self._is_true = wanted, False
        try:
            await (self._line.clear(self._strip) if wanted is None else self._line.show(self._strip, wanted))
        except DeviceError as error:
            self._note_silence(error)
        else:
            self._is_true = True
            self._note_answer()

    def _note_silence(self, error: DeviceError) -> None:
        """Once; a line that is away as a whole is told by its supervisor."""
        if not self._is_silent and self._line.status.state not in SILENT:
            self._is_silent = True
            log.warning(
                "strip-silent",
                window=self._window,
                code=error.code,
                detail=error.detail,
                remedy=error.remedy,
            )

    def _note_answer(self) -> None:
        if self._is_silent:
            self._is_silent = False
            log.info("strip-answers", window=self._window)


class SignLine:
    """The signs on one line. They are told again one after the other, so that a call never waits for many."""

    def __init__(self, line: WindowStrips, *, refresh_s: float) -> None:
        self._line, self._refresh_s = line, refresh_s
        self._signs: list[Sign] = []

    def add(self, window: int, strip: int, config: StripsConfig) -> Sign:
        sign = Sign(window, strip, line=self._line, config=config)
        self._signs.append(sign)
        return sign

    async def serve(self) -> None:
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(self._follow())
            tasks.create_task(self._refresh())
            for sign in self._signs:
                tasks.create_task(sign.serve())

    async def _follow(self) -> None:
        with self._line.subscribe() as events:
            async for event in events:
                if isinstance(event, StatusChanged) and _is_back(event):
                    for sign in self._signs:
                        sign.say_again()

    async def _refresh(self) -> None:
        for sign in cycle(self._signs):
            await asyncio.sleep(self._refresh_s / len(self._signs))
            sign.say_again()


def sign_of(
    view: WindowView, config: StripsConfig, columns: int, around: Around | None = None
) -> StripText | None:
    """What a strip so wide says of a window; None: it is dark. What is too long for it moves."""
    filled = {
        "number": "" if view.ticket is None else view.ticket.number,
        "window": view.window,
        "waiting": view.waiting,
        "until": _until(view, around or Around()),
        "windows": "、".join(map(str, (around or Around()).elsewhere)),
    }
    text = _template(view, config.texts, filled, columns).format_map(filled)
    if not text.strip():
        return None
    motion = Motion.LEFTWARDS if _columns(text) > columns else Motion.STILL
    return StripText(text=text, colour=config.colours.of(view.state), motion=motion)


def _template(view: WindowView, texts: StripTexts, filled: Mapping[str, object], columns: int) -> str:
    match view.state:
        case WindowState.FREE if 0 < _columns(texts.wide.format_map(filled)) <= columns:
            return texts.wide
        case WindowState.PAUSED if filled["until"] and texts.paused_until:
            return texts.paused_until
        case WindowState.CLOSED if filled["windows"] and texts.closed_elsewhere:
            return texts.closed_elsewhere
        case state:
            return texts.of(state)


def _until(view: WindowView, around: Around) -> str:
    """Empty when nobody said, and when the time is over: the pause ends by hand."""
    if view.pause_until_ms is None or view.pause_until_ms <= around.now_ms():
        return ""
    return datetime.fromtimestamp(view.pause_until_ms / 1000, UTC).astimezone(around.zone).strftime("%H:%M")


def elsewhere(view: WindowView, views: Iterable[WindowView]) -> tuple[int, ...]:
    """Other windows at work that serve some of what this one serves, the nearest by number first."""
    units = {(unit.category, unit.ticket_class) for unit in view.units}
    found = [
        other.window
        for other in views
        if other.window != view.window
        and other.state in AT_WORK
        and units.intersection((unit.category, unit.ticket_class) for unit in other.units)
    ]
    return tuple(sorted(sorted(found, key=lambda window: abs(window - view.window))[:MOST_NAMED]))


def _columns(text: str) -> int:
    return sum(1 if letter.isascii() else 2 for letter in text)


def _is_back(change: StatusChanged) -> bool:
    return change.before.state in SILENT and change.after.state not in SILENT
