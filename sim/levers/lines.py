"""Levers that pull plugs and put in others' bytes, for every line by its name."""

from collections.abc import Mapping
from typing import Protocol, runtime_checkable

import msgspec

from sim.errors import BadLever
from sim.levers.table import Arguments, Lever, Levers, Nothing, Reply
from sim.rig.devices import DevicesRig
from sim.rig.hall import HallRig


class Pluggable(Protocol):
    def plug(self) -> None: ...
    def unplug(self) -> None: ...


@runtime_checkable
class Noisy(Protocol):
    def noise(self, data: bytes) -> None: ...


class OneLine(Arguments, frozen=True):
    link: str


class Plug(OneLine, frozen=True):
    is_in: bool = msgspec.field(name="in")


class Noise(OneLine, frozen=True):
    hex: str


def levers(lines: Mapping[str, Pluggable]) -> Levers:
    def at(wish: OneLine) -> Pluggable:
        if wish.link not in lines:
            raise BadLever(f"there is no link {wish.link!r}; links: {', '.join(lines)}")
        return lines[wish.link]

    def plug(wish: Plug) -> Reply:
        if wish.is_in:
            at(wish).plug()
        else:
            at(wish).unplug()
        return {}

    def noise(wish: Noise) -> Reply:
        line = at(wish)
        if not isinstance(line, Noisy):
            raise BadLever(f"link.noise: nothing can be put in at {wish.link}")
        try:
            line.noise(bytes.fromhex(wish.hex))
        except ValueError as error:
            raise BadLever("link.noise: `hex` is not hexadecimal") from error
        return {}

    return {
        "link.plug": Lever(Plug, plug),
        "link.noise": Lever(Noise, noise),
        "links": Lever(Nothing, lambda _: {"links": list(lines)}),
    }


def of_hall(hall: HallRig) -> dict[str, Pluggable]:
    return {
        **{f"printer.{name}": printer for name, printer in hall.printers.items()},
        "bus": hall.bus,
        "samv.serial": hall.id_reader,
        "scanner.serial": hall.scanner,
        **{f"locker.{name}": locker for name, locker in hall.lockers.items()},
    }


def of_devices(devices: DevicesRig) -> dict[str, Pluggable]:
    return {
        **{f"printer.{name}": printer for name, printer in devices.printers.items()},
        "bus": devices.hall.bus,
        **{f"samv.{name}": samv for name, samv in devices.samvs.items()},
        **{f"strip.{name}": strips for name, strips in devices.strips.items()},
        **{f"locker.{name}": locker for name, locker in devices.lockers.items()},
        "scanner.serial": devices.scanner,
        "scanner.input": devices.input_scanner,
        "keypad": devices.keypad,
        "sound": devices.sound,
    }
