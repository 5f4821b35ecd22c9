"""What can be done at a hall, as a kiosk, a counter or the guide's desk shows it."""

from msgspec import Struct

from queue_core.wire.words import TicketClass


class MatterLine(Struct, frozen=True, kw_only=True):
    """A matter in a list. `without_queue`: a self-service terminal or the web does it."""

    code: str
    names: dict[str, str]
    category: str
    classes: tuple[TicketClass, ...]
    usual_minutes: int
    without_queue: bool


class FoundMatters(Struct, frozen=True, kw_only=True):
    """GET /api/v1/matters. `total` counts all that match, of which the first are here."""

    matters: tuple[MatterLine, ...]
    total: int


class Material(Struct, frozen=True, kw_only=True):
    """One paper of the one-time notice (一次性告知): originals are shown or handed in, copies handed in."""

    names: dict[str, str]
    originals: int
    copies: int


class SelfServiceTerminal(Struct, frozen=True, kw_only=True):
    """An unattended terminal by its window number, and where it stands, if the hall says so.

    Building and zone are names by language tag, the floor as on the lift.
    """

    window: int
    floor: str | None = None
    zone: dict[str, str] | None = None
    building: dict[str, str] | None = None
    walking_minutes: int | None = None


class Matter(Struct, frozen=True, kw_only=True):
    """GET /api/v1/matters/{code}. Names and department by language tag; zh-CN is always there.

    `terminals` and `web` do it without a number.
    """

    code: str
    names: dict[str, str]
    category: str
    department: dict[str, str]
    classes: tuple[TicketClass, ...]
    usual_minutes: int
    materials: tuple[Material, ...]
    terminals: tuple[SelfServiceTerminal, ...]
    web: str | None
