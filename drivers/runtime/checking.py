"""Opening devices once, to say how they are and what they can do."""

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass

from drivers.contract.device import Kind
from drivers.contract.errors import BadAddress, DeviceError, TimedOut
from drivers.contract.status import State, Status
from drivers.runtime.addresses import resolve
from drivers.runtime.opening import Capabilities, load, open_device

WITHIN_S = 20.0  # above what any driver takes; one that hangs is told, and holds up no other


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One device. Without `trouble` it was opened, and `status` is what it said.

    `kind` and `capabilities` are known without it, unless the address is mistaken.
    """

    address: str
    kind: Kind | None = None
    capabilities: Capabilities | None = None
    status: Status | None = None
    trouble: DeviceError | None = None

    @property
    def is_online(self) -> bool:
        return self.status is not None and self.status.state in {State.ONLINE, State.BUSY}


async def check_all(addresses: Iterable[str]) -> list[Report]:
    """All at once, in the order they were named."""
    return list(await asyncio.gather(*map(check, addresses)))


async def check(address: str) -> Report:
    try:
        entry, resolved = resolve(address)
    except BadAddress as error:
        return Report(address=address, trouble=error)
    capabilities = load(entry).capabilities(resolved)
    status, trouble = await _ask(address)
    return Report(address=address, kind=entry.kind, capabilities=capabilities, status=status, trouble=trouble)


async def _ask(address: str) -> tuple[Status | None, DeviceError | None]:
    try:
        async with asyncio.timeout(WITHIN_S), await open_device(address) as device:
            return await device.check(), None
    except TimeoutError:
        return None, TimedOut(f"nothing within {WITHIN_S:g} s")
    except DeviceError as error:
        return None, error
