"""News of what was plugged in, so that whoever waits for a device need not wait for the next try.

Device files: the kernel's news through udev, one monitor for all waiting of an event loop. Card readers: the
smart card service's, asked only while somebody waits. Where there is no such news (a network, a container
without udev), waiting is all there is.
"""

import asyncio
import contextlib
from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

import structlog

from drivers.contract.address import Address

if TYPE_CHECKING:
    import pyudev

SUBSYSTEMS = MappingProxyType({"serial": "tty", "input": "input", "file": "usbmisc"})

log: structlog.typing.FilteringBoundLogger = structlog.get_logger(part="devices")


class Plugs(ABC):
    """What is waited for by one supervisor."""

    @abstractmethod
    async def wait(self, within_s: float) -> bool:
        """Whether the device was plugged in since the last time, or within this time."""


class NoPlugs(Plugs):
    """Nobody tells."""

    async def wait(self, within_s: float) -> bool:
        await asyncio.sleep(within_s)
        return False


class FilePlugs(Plugs):
    """A device file that udev tells of. News from before `wait` count, so that none is missed."""

    def __init__(self, path: str) -> None:
        self._path = Path(path)
        self._came = asyncio.Event()

    def look(self) -> None:
        """Something of this sort was plugged in. The link under a name of its own is there by now."""
        if self._path.exists():
            self._came.set()

    async def wait(self, within_s: float) -> bool:
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(within_s):
                await self._came.wait()
        came = self._came.is_set()
        self._came.clear()
        return came


class ReaderPlugs(Plugs):
    """A card reader; the service itself may be what is away."""

    def __init__(self, reader: str) -> None:
        self._reader = reader

    async def wait(self, within_s: float) -> bool:
        from drivers.transport.pcsc_plugging import ReaderArrival  # noqa: PLC0415 - loads the smart card library

        arrival = ReaderArrival(self._reader)
        try:
            async with asyncio.timeout(within_s):
                await arrival.wait()
        except TimeoutError:
            return False
        finally:
            arrival.stop()
        return True


class UdevMonitor:
    """Udev's news on one event loop, for as long as somebody watches."""

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self._watchers: dict[FilePlugs, str] = {}
        self._monitor: pyudev.Monitor | None = None
        self._loop = loop

    @property
    def is_idle(self) -> bool:
        return not self._watchers

    @contextmanager
    def watch(self, plugs: FilePlugs, subsystem: str) -> Iterator[None]:
        self._watchers[plugs] = subsystem
        if self._monitor is None:
            self._start()
        try:
            yield
        finally:
            del self._watchers[plugs]
            if not self._watchers:
                self._stop()

    def _start(self) -> None:
        try:
            import pyudev  # noqa: PLC0415 - loads libudev, which may not be there

            self._monitor = pyudev.Monitor.from_netlink(pyudev.Context())
            for subsystem in SUBSYSTEMS.values():
                self._monitor.filter_by(subsystem)
            self._monitor.start()
        except (OSError, ImportError) as error:
            self._monitor = None
            log.info("no-news-of-plugging", reason=str(error))
        else:
            self._loop.add_reader(self._monitor.fileno(), self._hear)

    def _stop(self) -> None:
        monitor, self._monitor = self._monitor, None
        if monitor is not None:
            self._loop.remove_reader(monitor.fileno())

    def _hear(self) -> None:
        """Takes all that has come, since a full socket would lose the rest."""
        came = set()
        while self._monitor is not None and (device := self._monitor.poll(timeout=0)) is not None:
            if device.action != "remove":
                came.add(device.subsystem)
        for plugs, subsystem in self._watchers.items():
            if subsystem in came:
                plugs.look()


_MONITORS: dict[asyncio.AbstractEventLoop, UdevMonitor] = {}
"""Those that are watched; a loop's last watcher takes its monitor away."""


@contextmanager
def plugs_of(address: Address) -> Iterator[Plugs]:
    """News of the device at an address, from now on."""
    link = address.scheme.rpartition("+")[2]
    if link == "pcsc":
        yield ReaderPlugs(address.place)
    elif link in SUBSYSTEMS:
        loop, plugs = asyncio.get_running_loop(), FilePlugs(address.path)
        monitor = _MONITORS.setdefault(loop, UdevMonitor(loop))
        try:
            with monitor.watch(plugs, SUBSYSTEMS[link]):
                yield plugs
        finally:
            if monitor.is_idle:
                _MONITORS.pop(loop, None)
    else:
        yield NoPlugs()
