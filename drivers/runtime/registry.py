"""The named devices of one program: opened together, closed together, and how they all are."""

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import AsyncExitStack
from dataclasses import dataclass, fields
from datetime import UTC, datetime
from types import MappingProxyType, TracebackType
from typing import Self, TypeVar

from drivers.contract.device import Kind
from drivers.contract.status import State, Status, StatusChanged
from drivers.runtime.keeping import Supervised

Kept = TypeVar("Kept", bound=Supervised)
Now = Callable[[], datetime]


@dataclass(frozen=True, slots=True, kw_only=True)
class Health:
    """How one device is.

    `address` is without its options. `parts` are those the model can tell of, such as paper: low. `trouble`
    is the code of why it cannot be used, and `remedy` what to do about it. `since` is when `state` became so.
    """

    name: str
    kind: Kind
    address: str
    state: State
    parts: Mapping[str, str]
    trouble: str | None
    remedy: str | None
    since: datetime


class Registry:
    """Owns its devices while its context lasts; belongs to one event loop.

    Devices are opened in the order they are added, and closed in the opposite order.
    """

    def __init__(self, now: Now = lambda: datetime.now(UTC)) -> None:
        self._now = now
        self._devices: dict[str, Supervised] = {}
        self._since: dict[str, tuple[State, datetime]] = {}
        self._changed = asyncio.Event()
        self._stack = AsyncExitStack()

    async def add(self, name: str, device: Kept) -> Kept:
        """Takes over a supervised device. Raises ValueError when the name is taken."""
        if name in self._devices:
            raise ValueError(f"two devices are called {name!r}")
        await self._stack.enter_async_context(device)
        self._devices[name], self._since[name] = device, (device.status.state, self._now())
        watching = asyncio.create_task(self._watch(name, device), name=f"health of {name}")
        self._stack.push_async_callback(_ended, watching)
        self._changed.set()
        return device

    def health(self) -> tuple[Health, ...]:
        """How all are now, in the order they were added."""
        return tuple(self._health(name, device) for name, device in self._devices.items())

    async def changed(self) -> None:
        """Returns when something has changed since the last time; for one listener."""
        await self._changed.wait()
        self._changed.clear()

    async def changes(self) -> AsyncIterator[tuple[Health, ...]]:
        """How all are, now and whenever something has changed; for one listener."""
        self._changed.set()
        while True:
            await self.changed()
            yield self.health()

    async def __aenter__(self) -> Self:
        await self._stack.__aenter__()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._stack.__aexit__(kind, error, trace)

    async def _watch(self, name: str, device: Supervised) -> None:
        with device.subscribe() as events:
            async for event in events:
                if isinstance(event, StatusChanged):
                    self._since_when(name, event.after.state)
                    self._changed.set()

    def _since_when(self, name: str, state: State) -> datetime:
        """Whoever sees a change first, the one who asks or the watcher, sets the time."""
        if self._since[name][0] is not state:
            self._since[name] = state, self._now()
        return self._since[name][1]

    def _health(self, name: str, device: Supervised) -> Health:
        trouble = device.trouble
        return Health(
            name=name,
            kind=device.kind,
            address=device.address.partition("?")[0],
            state=device.status.state,
            parts=parts(device.status),
            trouble=None if trouble is None else trouble.code,
            remedy=None if trouble is None else trouble.remedy,
            since=self._since_when(name, device.status.state),
        )


def parts(status: Status) -> Mapping[str, str]:
    """What a status tells of besides the state."""
    told = {field.name: getattr(status, field.name) for field in fields(status) if field.name != "state"}
    return MappingProxyType({name: str(value) for name, value in told.items() if value is not None})


async def _ended(task: "asyncio.Task[None]") -> None:
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
