"""The kind locker 取件柜: doors that open on command, and say how they are."""

from abc import abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from drivers.contract.device import Device, Kind
from drivers.contract.events import Door


class DoorState(StrEnum):
    CLOSED = "closed"
    OPEN = "open"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class LockerCapabilities:
    """All doors of the line, in their order."""

    doors: tuple[Door, ...]


class Locker(Device):
    """Announces DoorOpened, DoorClosed, DoorLeftOpen and DoorForced; `status.doors` tells of all together.

    A forced door makes the state TAMPER_SUSPECTED until it is closed.
    """

    kind = Kind.LOCKER

    @property
    @abstractmethod
    def capabilities(self) -> LockerCapabilities: ...

    @property
    @abstractmethod
    def doors(self) -> Mapping[Door, DoorState]:
        """How each door was when it last said so; UNKNOWN while its board does not answer. Asks nobody."""

    @abstractmethod
    async def open(self, door: Door) -> None:
        """Unlocks a door, and returns when the door itself says that it stands open.

        A board's answer to the command proves nothing and is not believed. Opening an open door does nothing.
        Raises NoSuchDoor, DoorStuck, LinkLost, TimedOut or Garbled.
        """
