"""How devices are, for the hall and for staff; the kiosk's clock and disk too, when they are wrong."""

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime

from drivers.runtime.registry import Health, Registry
from kiosk.flow.facts import DeviceFacts


class KioskHealth:
    """What `report_devices` asks for; `post` hears it too. Of a kiosk, or of a cabinet.

    Belongs to one event loop; `changed` is for one listener.

    `ails` and `mends` are for what is no device: it is told of only while something is wrong with it.
    """

    def __init__(
        self,
        post: Callable[[tuple[DeviceFacts, ...]], None],
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._post = post
        self._now = now
        self._devices: Registry | None = None
        self._own: dict[str, DeviceFacts] = {}
        self._changed = asyncio.Event()

    async def watch(self, devices: Registry) -> None:
        """Tells the pages of every change, until cancelled."""
        self._devices = devices
        async for _ in devices.changes():
            self.tell()

    def health(self) -> tuple[DeviceFacts, ...]:
        known = () if self._devices is None else self._devices.health()
        return (*map(_facts, known), *self._own.values())

    async def changed(self) -> None:
        """Returns when something has changed, or was to be told at once, since the last time."""
        await self._changed.wait()
        self._changed.clear()

    def tell(self) -> None:
        """Tell hall and pages at once how all is."""
        self._post(self.health())
        self._changed.set()

    def ails(self, name: str, trouble: str, remedy: str) -> None:
        if name in self._own and self._own[name].trouble == trouble:
            return
        self._own[name] = DeviceFacts(
            name=name,
            kind=name,
            address="",
            state="user_error",
            parts={},
            trouble=trouble,
            remedy=remedy,
            since=self._now(),
        )
        self.tell()

    def mends(self, name: str) -> None:
        if self._own.pop(name, None) is not None:
            self.tell()


def _facts(health: Health) -> DeviceFacts:
    return DeviceFacts(
        name=health.name,
        kind=health.kind.value,
        address=health.address,
        state=health.state.value,
        parts=dict(health.parts),
        trouble=health.trouble,
        remedy=health.remedy,
        since=health.since,
    )
