"""What carries bytes, whatever the wire."""

from abc import ABC, abstractmethod

from drivers.transport.inbox import Inbox


class Link(ABC):
    """An open wire, owned by one event loop. What has come in waits in `inbox`."""

    inbox: Inbox

    @abstractmethod
    async def write(self, data: bytes, *, within_s: float) -> None:
        """Returns when the bytes have left this program. Raises LinkLost or TimedOut."""

    @abstractmethod
    async def close(self) -> None: ...
