"""The station: a bus of callers and pads, lines of strips, keypads, the windows at them, and the hall."""

import asyncio
from collections.abc import Mapping
from zoneinfo import ZoneInfo

from counter.station.config import StationConfig
from counter.station.desk import Desk
from counter.station.keypads import Keypad
from counter.station.ratings import Ratings
from counter.station.sign import CHINA, Around, Sign, SignLine, elsewhere
from display.kit.hall_clock import HallClock, steady_clock
from drivers.contract.events import KeyPressed, Missed, Rated
from drivers.contract.rating_keypad import RatingKeypad
from drivers.contract.status import SILENT, StatusChanged
from drivers.contract.window_bus import WindowBus
from drivers.contract.window_strips import WindowStrips
from queue_core.client import HallClient, LinkLost, LinkUp
from queue_core.log import logger
from queue_core.wire.stream import Changes, Snapshot
from queue_core.wire.views import HallView, WindowView

ENROL_FOR_THEM = (
    "Look whether hall.toml has these windows, and enrol the station for all of its own: "
    "`paihao hall enrolment-code` takes --window for each."
)

log = logger("station")


class Station:
    """Runs until cancelled. Losses of bus, strips, keypads and hall are logged once and mend themselves.

    `bus` is there when a window has a caller; `strips` has each line that a window's strip is on; `keypads`
    those of windows.
    """

    def __init__(
        self,
        config: StationConfig,
        *,
        hall: HallClient,
        bus: WindowBus | None = None,
        strips: Mapping[str, WindowStrips] | None = None,
        keypads: Mapping[int, RatingKeypad] | None = None,
    ) -> None:
        self._bus, self._hall = bus, hall
        self._windows = {at.window for at in config.windows}
        self._strangers: set[int] = set()
        self._clock = HallClock(steady_clock())
        self._zone = CHINA
        self._views: dict[int, WindowView] = {}
        self._by_address: dict[int, Desk] = {}
        self._by_window: dict[int, Desk] = {}
        self._ratings = {at.window: Ratings(at.window, hall) for at in config.windows}
        for at in config.windows:
            if bus is not None and at.address is not None:
                desk = Desk(
                    at.window,
                    at.address,
                    bus=bus,
                    hall=hall,
                    config=config,
                    ratings=self._ratings[at.window],
                )
                self._by_address[at.address] = self._by_window[at.window] = desk
        self._sign_lines = {
            address: SignLine(line, refresh_s=config.strips.refresh_s)
            for address, line in (strips or {}).items()
        }
        self._signs: dict[int, Sign] = {
            window: self._sign_lines[place.line].add(window, place.strip, config.strips)
            for window, place in config.strip_places.items()
        }
        self._keypads = {
            window: Keypad(window, keypad=keypad, ratings=self._ratings[window])
            for window, keypad in (keypads or {}).items()
        }

    async def run(self) -> None:
        async with asyncio.TaskGroup() as tasks:
            if self._bus is not None:
                tasks.create_task(self._follow_bus(self._bus))
            tasks.create_task(self._follow_hall())
            for desk in self._by_window.values():
                tasks.create_task(desk.serve())
            for line in self._sign_lines.values():
                tasks.create_task(line.serve())
            for ratings in self._ratings.values():
                tasks.create_task(ratings.serve())
            for keypad in self._keypads.values():
                tasks.create_task(keypad.serve())

    async def _follow_bus(self, bus: WindowBus) -> None:
        with bus.subscribe() as events:
            async for event in events:
                match event:
                    case KeyPressed(address=address) | Rated(address=address):
                        await self._press(address, event)
                    case StatusChanged(before=before, after=after):
                        if before.state in SILENT and after.state not in SILENT:
                            await self._show_all()
                    case Missed(count=count):
                        log.error("presses-missed", count=count)
                    case _:
                        pass

    async def _press(self, address: int, event: KeyPressed | Rated) -> None:
        desk = self._by_address.get(address)
        if desk is None:
            log.warning("no-window-at-address", address=address)
            return
        await desk.press(event)

    async def _show_all(self) -> None:
        for desk in self._by_window.values():
            await desk.see_bus_again()

    async def _follow_hall(self) -> None:
        async for update in self._hall.follow():
            match update:
                case Snapshot(windows=windows):
                    self._clock.hear(update)
                    self._zone, self._views = ZoneInfo(update.hall.timezone), {}
                    self._see_hall(update.hall)
                    self._note_strangers({view.window for view in windows})
                    await self._see(windows)
                case Changes(views=views):
                    self._clock.hear(update)
                    for view in views:
                        if isinstance(view, HallView):
                            self._see_hall(view)
                    await self._see(tuple(view for view in views if isinstance(view, WindowView)))
                case LinkLost(code=code):
                    log.warning("hall-lost", code=code)
                case LinkUp():
                    log.info("hall-reached")

    def _see_hall(self, hall: HallView) -> None:
        for ratings in self._ratings.values():
            ratings.require_proof(needs_proof=hall.rating.needs_proof)

    def _note_strangers(self, shown: set[int]) -> None:
        """Windows of which the hall tells this station nothing: their devices would stay as they are."""
        before, self._strangers = self._strangers, self._windows - shown
        if self._strangers and self._strangers != before:
            log.error("windows-not-ours", windows=sorted(self._strangers), remedy=ENROL_FOR_THEM)

    async def _see(self, windows: tuple[WindowView, ...]) -> None:
        self._views |= {view.window: view for view in windows}
        for window, sign in self._signs.items():
            if window in self._views:
                sign.see(self._views[window], self._around(self._views[window]))
        for view in windows:
            if view.window in self._ratings:
                self._ratings[view.window].see(view)
            if (desk := self._by_window.get(view.window)) is not None:
                await desk.see(view)

    def _around(self, view: WindowView) -> Around:
        others = elsewhere(view, self._views.values())
        return Around(now_ms=self._clock.now_ms, zone=self._zone, elsewhere=others)
