"""Telling the hall how the devices of a front end are: at once when something changes, and once a minute.

A report that does not arrive is no matter: the next one says it all again.
"""

import asyncio
import contextlib
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol

from queue_core.client.errors import ClientError, HallUnreachable
from queue_core.client.session import HallClient
from queue_core.log import logger
from queue_core.wire.devices import DeviceHealth, ReportDevices

EVERY_S = 60.0
SETTLED_S = 0.5  # a device that is lost says so in several steps: one report tells them all

log = logger("client.devices")


class Health(Protocol):
    """How one device is; `drivers.runtime.registry` has them."""

    @property
    def name(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def address(self) -> str: ...
    @property
    def state(self) -> str: ...
    @property
    def parts(self) -> Mapping[str, str]: ...
    @property
    def trouble(self) -> str | None: ...
    @property
    def remedy(self) -> str | None: ...
    @property
    def since(self) -> datetime: ...


class Devices(Protocol):
    """All devices of a front end."""

    def health(self) -> Sequence[Health]: ...

    async def changed(self) -> None:
        """Returns when something has changed since the last time."""


async def report_devices(devices: Devices, hall: HallClient, *, every_s: float = EVERY_S) -> None:
    """Until cancelled. That the hall refuses is logged once."""
    refused = ""
    while True:
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(every_s):
                await devices.changed()
                await asyncio.sleep(SETTLED_S)
        try:
            await hall.report_devices(ReportDevices(devices=tuple(map(_told, devices.health()))))
        except HallUnreachable:
            continue  # told by whoever follows the hall
        except ClientError as error:
            if error.code != refused:
                log.warning("devices-not-reported", code=error.code, remedy=error.remedy)
            refused = error.code
        else:
            refused = ""


def _told(health: Health) -> DeviceHealth:
    return DeviceHealth(
        name=health.name,
        kind=str(health.kind),
        address=health.address[:256],
        state=str(health.state),
        parts=dict(health.parts),
        trouble=health.trouble,
        remedy=health.remedy,
        since_ms=round(health.since.timestamp() * 1000),
    )
