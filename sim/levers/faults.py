"""Levers that make a link bad, and good again."""

from collections.abc import Mapping

from sim.errors import BadLever
from sim.levers.table import Arguments, Lever, Levers, Reply
from sim.links.faults import Faults


class OneLink(Arguments, frozen=True):
    link: str


class SetFaults(OneLink, frozen=True):
    cut_after_bytes: int | None = None
    delay_s: float = 0.0
    split_bytes: int | None = None
    garble_every: int | None = None
    silent: bool = False
    flood_per_s: int = 0


def levers(links: Mapping[str, Faults]) -> Levers:
    def faults_of(wish: OneLink) -> Faults:
        if wish.link not in links:
            raise BadLever(f"there is no link {wish.link!r}; links: {', '.join(links)}")
        return links[wish.link]

    def set_faults(wish: SetFaults) -> Reply:
        faults = faults_of(wish)
        faults.clear()
        faults.cut_after_bytes, faults.delay_s = wish.cut_after_bytes, wish.delay_s
        faults.split_bytes, faults.garble_every = wish.split_bytes, wish.garble_every
        faults.silent, faults.flood_per_s = wish.silent, wish.flood_per_s
        return {}

    def clear(wish: OneLink) -> Reply:
        faults_of(wish).clear()
        return {}

    return {"fault.set": Lever(SetFaults, set_faults), "fault.clear": Lever(OneLink, clear)}
