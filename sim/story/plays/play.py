"""A story: what it is called, what it needs, and what happens."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from sim.story.configurations import FULL, KioskFit
from sim.story.fronts import Front
from sim.story.performance import Performance
from sim.story.records import Lines


def nothing_more(_: Performance, __: Lines) -> None:
    """For stories whose journal says all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Play:
    """`act` plays it from the kiosk's first page on; what the journal shall hold then it tells by `expect`.

    `begins_at`, such as 09:00: where the hall's clock stands until the story moves it; empty is the real one.
    `speakers` are loudspeakers by name, `strips` the windows with one, all on one line. `changes` are what
    the hall's file says otherwise than the demo's. `shall_hold` are kinds of events that the journal has in
    the end, whatever their ticket. `has_messages`: an operator's gateway takes the hall's; `has_cabinet`:
    there are locks for its cabinet. `reckon` looks at the journal and adds its reports.
    """

    name: str
    title: str
    act: Callable[[Performance], None]
    screens: tuple[str, ...] = ("kiosk",)
    fit: KioskFit = FULL
    begins_at: str = ""
    fronts: tuple[Front, ...] = ()
    clerks: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    strips: tuple[int, ...] = ()
    changes: Mapping[str, str] = field(default_factory=dict)
    shall_hold: tuple[str, ...] = ()
    has_messages: bool = False
    has_cabinet: bool = False
    reckon: Callable[[Performance, Lines], None] = nothing_more
