"""What clients of the hall hand in, and what they get back."""

from msgspec import Struct

from queue_core.app.people import Holder
from queue_core.domain.commands import Command
from queue_core.domain.events import Event
from queue_core.domain.rules import Unit


class NumberWanted(Struct, frozen=True, kw_only=True, tag=True):
    """A number for a unit.

    The hall draws the reference, seals the holder and looks for numbers the same person holds.
    """

    unit: Unit
    language: str = "zh-CN"
    matter: str | None = None
    holder: Holder | None = None


class Request(Struct, frozen=True, kw_only=True):
    """A command and its origin.

    `actor` says who asks, such as `kiosk:K1` or `clerk:0007`: it is stored with every event that follows. A
    `key` belongs to one actor and one command; it is remembered for this business day and the one before.
    """

    key: str
    actor: str
    what: Command | NumberWanted


class Outcome(Struct, frozen=True, kw_only=True):
    """The first answer to a key; a repeated one differs in `repeated` alone.

    No events: what was asked for was so already. `sequence` is that of the last event, 0 without events.
    """

    events: tuple[Event, ...]
    sequence: int
    repeated: bool = False
