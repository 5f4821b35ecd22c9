"""The kind window bus 窗口总线: the callers and four-key evaluators of many windows on one wire."""

from abc import abstractmethod
from dataclasses import dataclass

from drivers.contract.device import Device, Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class WindowBusCapabilities:
    """How much a caller shows, and how many rating keys an evaluator has.

    Where `asks` or `confirms` is False, `ask` or `confirm` does nothing.
    """

    ticket_digits: int
    waiting_digits: int
    rating_keys: int
    asks: bool
    confirms: bool


class WindowBus(Device):
    """Announces KeyPressed and Rated, once for each press; acknowledges them to the box by itself.

    `address` is the caller's bus address throughout; the driver knows where that window's evaluator is.
    The boxes do not answer commands, so that a command returning means sent, not seen.
    """

    kind = Kind.WINDOW_BUS

    @property
    @abstractmethod
    def capabilities(self) -> WindowBusCapabilities: ...

    @abstractmethod
    async def show(self, address: int, *, ticket: str | None, waiting: int | None) -> None:
        """Puts the ticket's last digits and the number of waiting on a caller; None leaves it blank."""

    @abstractmethod
    async def ask(self, address: int) -> None:
        """Makes the window's evaluator ask for a rating; nothing where it does so by itself."""

    @abstractmethod
    async def confirm(self, address: int, *, done: bool) -> None:
        """Tells the caller that its key was carried out, or was not; nothing where callers cannot show it."""

    @abstractmethod
    async def beep(self, address: int) -> None: ...
