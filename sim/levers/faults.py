"""Levers that make a link bad, and good again."""

from typing import Literal

from sim.levers.table import Arguments, Lever, Levers, Reply
from sim.links.faults import Faults
from sim.rig.hall import HallRig

LinkName = Literal["printer.tcp", "printer.serial", "bus"]


class OneLink(Arguments, frozen=True):
    link: LinkName


class SetFaults(OneLink, frozen=True):
    cut_after_bytes: int | None = None
    delay_s: float = 0.0
    split_bytes: int | None = None
    garble_every: int | None = None
    silent: bool = False


def levers(hall: HallRig) -> Levers:
    links: dict[LinkName, Faults] = {
        "printer.tcp": hall.tcp_printer.faults,
        "printer.serial": hall.pty_printer.faults,
        "bus": hall.bus.faults,
    }

    def set_faults(wish: SetFaults) -> Reply:
        faults = links[wish.link]
        faults.clear()
        faults.cut_after_bytes, faults.delay_s = wish.cut_after_bytes, wish.delay_s
        faults.split_bytes, faults.garble_every = wish.split_bytes, wish.garble_every
        faults.silent = wish.silent
        return {}

    def clear(wish: OneLink) -> Reply:
        links[wish.link].clear()
        return {}

    return {"fault.set": Lever(SetFaults, set_faults), "fault.clear": Lever(OneLink, clear)}
