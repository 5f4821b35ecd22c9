"""LED strips above windows: what each says, and that it says so again when it was away."""

import asyncio
import contextlib
from itertools import cycle

from counter.station.strip_config import StripsConfig
from drivers.contract.errors import DeviceError
from drivers.contract.status import SILENT, StatusChanged
from drivers.contract.window_strips import Motion, StripText, WindowStrips
from queue_core.log import logger
from queue_core.wire.views import WindowView

RETRY_S = 5.0  # a strip that did not take its text
DARKEN_WITHIN_S = 3.0

log = logger("station")


class Sign:
    """Owns nothing; `serve` runs for as long as the station does, and leaves the strip dark.

    A strip that is slow or silent holds up neither the other windows nor the bus.
    """

    def __init__(self, window: int, strip: int, *, line: WindowStrips, config: StripsConfig) -> None:
        self._window, self._strip = window, strip
        self._line, self._config = line, config
        self._view: WindowView | None = None
        self._shown: StripText | None = None
        self._is_true = False
        self._is_silent = False
        self._wake = asyncio.Event()

    def see(self, view: WindowView) -> None:
        """The hall's newest view of this window."""
        self._view = view
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
        wanted = sign_of(self._view, self._config, self._line.capabilities.columns)
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


def sign_of(view: WindowView, config: StripsConfig, columns: int) -> StripText | None:
    """What a strip so wide says of a window; None: it is dark. What is too long for it moves."""
    number = "" if view.ticket is None else view.ticket.number
    text = config.texts.of(view.state).format(number=number, window=view.window, waiting=view.waiting)
    if not text.strip():
        return None
    is_long = sum(1 if letter.isascii() else 2 for letter in text) > columns
    motion = Motion.LEFTWARDS if is_long else Motion.STILL
    return StripText(text=text, colour=config.colours.of(view.state), motion=motion)


def _is_back(change: StatusChanged) -> bool:
    return change.before.state in SILENT and change.after.state not in SILENT
