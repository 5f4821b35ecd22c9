"""The kind window strips 窗口条屏: one line with the LED strips of one or many windows."""

from abc import abstractmethod
from dataclasses import dataclass
from enum import StrEnum

from drivers.contract.device import Device, Kind


class Colour(StrEnum):
    RED = "red"
    GREEN = "green"
    YELLOW = "yellow"


class Motion(StrEnum):
    STILL = "still"
    LEFTWARDS = "leftwards"  # for text that is longer than the strip


@dataclass(frozen=True, slots=True, kw_only=True)
class StripText:
    """What a strip shows; letters it has no glyph for are shown as a blank box."""

    text: str
    colour: Colour = Colour.RED
    motion: Motion = Motion.STILL


@dataclass(frozen=True, slots=True, kw_only=True)
class WindowStripsCapabilities:
    """`columns`: letters in a line (a hanzi takes two). `answers`: a strip says that it took the text."""

    columns: int
    colours: frozenset[Colour]
    answers: bool


class WindowStrips(Device):
    """Where `answers` is False a command that returns means sent, not seen."""

    kind = Kind.WINDOW_STRIPS

    @property
    @abstractmethod
    def capabilities(self) -> WindowStripsCapabilities: ...

    @abstractmethod
    async def show(self, address: int, text: StripText) -> None:
        """Puts a text on the strip at this address of the line, in place of what it showed.

        Raises StripRefused, LinkLost, TimedOut or Garbled.
        """

    @abstractmethod
    async def clear(self, address: int) -> None:
        """Darkens the strip. Raises what `show` raises."""
