"""Keeping a device open: a supervised one stands for an address, and reopens it whenever it is lost.

A supervised device is of its kind like any other. While the real one is away its commands raise what went
wrong, `trouble` tells the same, and `status` is silent; when it comes back a StatusChanged says so. It is
tried again after 0.5 s, then ever more rarely, and at once when it is plugged in. A card on a reader that
comes back was lying there, whatever happened to it meanwhile. The log has one line when a device is lost and
one when it is back.
"""

import asyncio

import structlog

from drivers.contract.device import Device, Kind, silent_state
from drivers.contract.errors import Absent, DeviceError
from drivers.contract.events import CardPresent
from drivers.contract.status import Card, Status, StatusChanged
from drivers.runtime.opening import load, open_device, require
from drivers.runtime.plugging import plugs_of

FIRST_PAUSE_S = 0.5
LONGEST_PAUSE_S = 30.0
STEADY_AFTER_S = 10.0  # a device that comes and goes faster is tried ever more rarely

log: structlog.typing.FilteringBoundLogger = structlog.get_logger(part="devices")


class Supervised(Device):
    """The keeping, without a kind. Needs a running event loop, and starts at once."""

    def __init__(self, address: str, kind: Kind, status: Status) -> None:
        entry, resolved = require(address, kind)
        self._capabilities = load(entry).capabilities(resolved)
        self._resolved = resolved
        super().__init__(address, status)
        self._device: Device | None = None
        self._trouble: DeviceError | None = None
        self._keeper = asyncio.create_task(self._keep(), name=f"supervisor of {address}")

    @property
    def trouble(self) -> DeviceError | None:
        """Why the device is not there; None when it is, and while it is opened for the first time."""
        if self._device is not None:
            return self._device.trouble
        return self._trouble

    async def _keep(self) -> None:
        pause_s = FIRST_PAUSE_S
        with plugs_of(self._resolved) as plugs:
            while True:
                if await self._is_steady():
                    pause_s = FIRST_PAUSE_S
                was_plugged_in = await plugs.wait(pause_s)
                pause_s = FIRST_PAUSE_S if was_plugged_in else min(pause_s * 2, LONGEST_PAUSE_S)

    async def _is_steady(self) -> bool:
        """Opens the device and serves it until it is lost; whether it had been there for long."""
        try:
            device = await open_device(self.address)
            began_s = asyncio.get_running_loop().time()
            self._away(await self._serve(device))
            return asyncio.get_running_loop().time() - began_s > STEADY_AFTER_S
        except DeviceError as error:
            self._away(error)
        except Exception as error:  # the keeper must outlive whatever a driver does
            log.exception("driver-failed", device=self.address)
            self._away(DeviceError(type(error).__name__))
        return False

    async def _serve(self, device: Device) -> DeviceError:
        """Passes on what the device says until it is lost; then lets go of it."""
        if self._trouble is not None:
            log.info("device-recovered", device=self.address)
        self._device, self._trouble = device, None
        with device.subscribe() as events:
            self._become(device.status)
            if device.status.card is Card.PRESENT:
                self._announce(CardPresent(was_lying=True))
            lost = asyncio.create_task(device.lost())
            lost.add_done_callback(lambda _: events.end())
            try:
                async for event in events:
                    if isinstance(event, StatusChanged):
                        self._become(event.after)
                    else:
                        self._announce(event)
                return await lost
            finally:
                lost.cancel()
                self._device = None
                await device.close()

    def _away(self, error: DeviceError) -> None:
        if self._trouble is None:
            log.warning(
                "device-lost", device=self.address, code=error.code, detail=error.detail, remedy=error.remedy
            )
        self._trouble = error
        self._become(self._status.becoming(silent_state(error)))

    def _current(self) -> Device:
        if self._device is None:
            error = self._trouble or Absent("not opened yet")
            raise type(error)(error.detail)
        return self._device

    async def _check(self) -> Status:
        return await self._current().check()

    async def _close(self) -> None:
        self._keeper.cancel()
        await asyncio.gather(self._keeper, return_exceptions=True)
