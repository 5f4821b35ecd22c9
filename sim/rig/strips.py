"""The LED strips above a hall's windows: BX cards on a serial line or on the network, 51 54 strips on a line.

Every method may be called from any thread. `shown(address)` is what a person in the hall sees.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from sim.errors import BadLever
from sim.links.far_end import FarEnd
from sim.links.pty import PtyLink
from sim.links.tcp import TcpLink
from sim.peers import strip51
from sim.peers.bx import card as bx
from sim.peers.bx.areas import Area
from sim.rig.strip_pictures import Lettering, save_picture
from sim.rig.wired import Link, Wired

DEFAULT_DOTS = (192, 32)
_Hand = TypeVar("_Hand")


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What stands on a strip. Lines, and the areas of a BX card from top to bottom, are joined by newlines.

    `colour` is red, green or yellow, that of the first letter; `motion` is still, leftwards, rightwards,
    upwards, downwards … A code that has no known meaning is told as `code 0B`.
    """

    text: str
    colour: str
    motion: str


class Strips(Wired[Link], ABC):
    """What all lines of strips have in common. `faults` are the link's; `dots` a strip's width and height."""

    place = "on the strips"

    def __init__(self, line: FarEnd, dots: tuple[int, int]) -> None:
        super().__init__(line)
        self.dots = dots

    @property
    @abstractmethod
    def address(self) -> str:
        """As a driver's address."""

    @property
    @abstractmethod
    def addresses(self) -> tuple[int, ...]:
        """Of the strips on the line."""

    @property
    @abstractmethod
    def garbage(self) -> int:
        """Bytes from the host that belonged to no frame."""

    @abstractmethod
    def shown(self, address: int = 1) -> Shown | None:
        """None when the strip is dark, or shows blanks only. Raises BadLever when there is no such strip."""

    @abstractmethod
    def _lettering(self, address: int) -> list[Lettering]: ...

    def picture(self, path: Path, address: int = 1) -> Path:
        """Writes what the strip looks like from below, as PNG; of moving text its beginning."""
        with self._lock:
            lettering = self._lettering(address)
        return save_picture(path, self.dots, lettering)


class BxStrips(Strips[Link]):
    """The hands at BX cards."""

    def __init__(self, addresses: Iterable[int], dots: tuple[int, int]) -> None:
        self._bx = bx.Line(addresses)
        super().__init__(self._bx, dots)

    @property
    def addresses(self) -> tuple[int, ...]:
        return tuple(self._bx.cards)

    @property
    def garbage(self) -> int:
        return self._bx.garbage

    def shown(self, address: int = 1) -> Shown | None:
        with self._lock:
            areas = [area for area in self._areas(address) if area.text.strip()]
        if not areas:
            return None
        text = "\n".join(area.text for area in areas)
        return Shown(text=text, colour=areas[0].runs[0].colour, motion=areas[0].motion)

    def area(self, number: int, address: int = 1) -> Shown | None:
        """One dynamic area by its number."""
        with self._lock:
            area = _at(address, self._bx.cards).areas.get(number)
        if area is None or not area.text.strip():
            return None
        return Shown(text=area.text, colour=area.runs[0].colour, motion=area.motion)

    def pings(self, address: int = 1) -> int:
        with self._lock:
            return _at(address, self._bx.cards).pings

    def refuse(self, address: int = 1, *, is_refusing: bool = True) -> None:
        """From now on the card says no to every text and to being cleared."""
        with self._lock:
            _at(address, self._bx.cards).is_refusing = is_refusing

    def cut_power(self, address: int = 1) -> None:
        """Off and on: a BX card forgets its dynamic areas."""
        with self._moved:
            _at(address, self._bx.cards).lose_power()
            self._moved.notify_all()

    def _areas(self, address: int) -> list[Area]:
        areas = _at(address, self._bx.cards).areas.values()
        return sorted(areas, key=lambda area: (area.top, area.left, area.number))

    def _lettering(self, address: int) -> list[Lettering]:
        return [
            Lettering(
                left=area.left,
                top=area.top,
                width=area.width,
                height=area.height,
                runs=tuple((run.text, run.colour) for run in area.runs),
            )
            for area in self._areas(address)
        ]


class PtyBxStrip(BxStrips[PtyLink]):
    """BX cards on a serial line behind the path `link`."""

    def __init__(
        self, *, link: Path, addresses: Iterable[int] = (1,), dots: tuple[int, int] = DEFAULT_DOTS
    ) -> None:
        super().__init__(addresses, dots)
        self._link = PtyLink(link, self, self.faults, self._lock)

    @property
    def address(self) -> str:
        return f"bx+serial://{self._link.path}"

    def noise(self, data: bytes) -> None:
        """Bytes of nobody on the line towards the host."""
        self._link.send(data)


class TcpBxStrip(BxStrips[TcpLink]):
    """A BX card's TCP port on 127.0.0.1, always the same one."""

    def __init__(self, *, addresses: Iterable[int] = (1,), dots: tuple[int, int] = DEFAULT_DOTS) -> None:
        super().__init__(addresses, dots)
        self._link = TcpLink(self, self.faults, self._lock)

    @property
    def address(self) -> str:
        """Only while it is plugged in, or was before."""
        return f"bx+tcp://127.0.0.1:{self._link.port}"

    def unplug(self, *, is_silent: bool = False) -> None:
        """Connections are reset; with `is_silent` bytes just go nowhere."""
        self._link.unplug(is_silent=is_silent)


class PtyStrip51(Strips[PtyLink]):
    """51 54 strips on a serial line behind the path `link`; they never say anything."""

    def __init__(
        self, *, link: Path, addresses: Iterable[int] = (1,), dots: tuple[int, int] = DEFAULT_DOTS
    ) -> None:
        self._strips = strip51.Line(addresses)
        super().__init__(self._strips, dots)
        self._link = PtyLink(link, self, self.faults, self._lock)

    @property
    def address(self) -> str:
        return f"strip51+serial://{self._link.path}"

    @property
    def addresses(self) -> tuple[int, ...]:
        return tuple(self._strips.strips)

    @property
    def garbage(self) -> int:
        return self._strips.garbage

    def shown(self, address: int = 1) -> Shown | None:
        with self._lock:
            shown = _at(address, self._strips.strips).shown
        if shown is None or not shown.text.strip():
            return None
        return Shown(text=shown.text, colour=shown.colour, motion=shown.motion)

    def frames(self, address: int = 1) -> int:
        """How many whole frames this strip has heard, those for everybody included."""
        with self._lock:
            return _at(address, self._strips.strips).frames

    def _lettering(self, address: int) -> list[Lettering]:
        shown = self.shown(address)
        if shown is None:
            return []
        width, height = self.dots
        runs = ((shown.text, shown.colour),)
        return [Lettering(left=0, top=0, width=width, height=height, runs=runs)]


def _at(address: int, hands: dict[int, _Hand]) -> _Hand:
    if address not in hands:
        raise BadLever(f"there is no strip {address}; strips: {', '.join(map(str, hands))}")
    return hands[address]
