"""The station: one bus, the windows on it, and the hall."""

import asyncio

from counter.station.config import StationConfig
from counter.station.desk import Desk
from drivers.contract.events import KeyPressed, Missed, Rated
from drivers.contract.status import SILENT, StatusChanged
from drivers.contract.window_bus import WindowBus
from queue_core.client import HallClient, LinkLost, LinkUp
from queue_core.log import logger
from queue_core.wire.stream import Changes, Snapshot
from queue_core.wire.views import WindowView

log = logger("station")


class Station:
    """Runs until cancelled. Losses of bus and hall are logged once and mend themselves."""

    def __init__(self, config: StationConfig, *, bus: WindowBus, hall: HallClient) -> None:
        self._bus, self._hall = bus, hall
        self._by_address: dict[int, Desk] = {}
        self._by_window: dict[int, Desk] = {}
        for at in config.windows:
            desk = Desk(at.window, at.address, bus=bus, hall=hall, config=config)
            self._by_address[at.address] = self._by_window[at.window] = desk

    async def run(self) -> None:
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(self._follow_bus())
            tasks.create_task(self._follow_hall())
            for desk in self._by_window.values():
                tasks.create_task(desk.serve())

    async def _follow_bus(self) -> None:
        with self._bus.subscribe() as events:
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
                    await self._see(windows)
                case Changes(views=views):
                    await self._see(tuple(view for view in views if isinstance(view, WindowView)))
                case LinkLost(code=code):
                    log.warning("hall-lost", code=code)
                case LinkUp():
                    log.info("hall-reached")

    async def _see(self, windows: tuple[WindowView, ...]) -> None:
        for view in windows:
            if (desk := self._by_window.get(view.window)) is not None:
                await desk.see(view)
