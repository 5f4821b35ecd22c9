"""A story: what it is called, what it needs, and what happens."""

from collections.abc import Callable
from dataclasses import dataclass

from sim.story.configurations import FULL, KioskFit
from sim.story.performance import Performance


@dataclass(frozen=True, slots=True, kw_only=True)
class Play:
    """`act` plays it from the kiosk's first page on; what the journal shall hold then it tells by `expect`.

    `begins_at`, such as 09:00: where the hall's clock stands until the story moves it; empty is the real one.
    """

    name: str
    title: str
    act: Callable[[Performance], None]
    screens: tuple[str, ...] = ("kiosk",)
    fit: KioskFit = FULL
    begins_at: str = ""
