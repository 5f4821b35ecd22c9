"""A story: what it is called, what it needs, and what happens."""

from collections.abc import Callable
from dataclasses import dataclass

from sim.story.configurations import KioskFit
from sim.story.performance import Performance


@dataclass(frozen=True, slots=True, kw_only=True)
class Play:
    """`begins_at`: the hall's clock stands there, such as 09:00, until the story moves it; empty is the real one.

    `act` plays it from the kiosk's first page on; what the journal shall hold in the end it tells by `expect`.
    """

    name: str
    title: str
    act: Callable[[Performance], None]
    screens: tuple[str, ...] = ("kiosk",)
    fit: KioskFit = KioskFit(is_full=True)
    begins_at: str = ""
