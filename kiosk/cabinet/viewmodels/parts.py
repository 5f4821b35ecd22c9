"""What a page is made of. A choice carries what pressing it means, so QML decides nothing."""

from dataclasses import dataclass, field
from enum import StrEnum

from kiosk.cabinet.flow.happenings import Press
from kiosk.cabinet.viewmodels.picture import Drawn


class Layout(StrEnum):
    """How the parts lie on the screen."""

    HOME = "home"
    CODE = "code"
    CARD = "card"
    LIST = "list"
    SIZES = "sizes"
    DOORS = "doors"
    DOOR = "door"
    MESSAGE = "message"
    LOGIN = "login"


class Keys(StrEnum):
    """Which keys stand below a field."""

    DIGITS = "digits"
    MIXED = "mixed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """`name` is its object name; `tone` and `icon` as the kit knows them."""

    name: str
    text: str
    press: Press = field(repr=False)
    hint: str = ""
    icon: str = ""
    tone: str = "action"


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """`shown` is the text as it is read. Both may be a proof."""

    text: str = field(repr=False)
    shown: str = field(repr=False)
    placeholder: str
    keys: Keys
    longest: int
    can_enter: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """`acts` stand at the foot, the first one filled when `has_main`; `back` stands before them.

    `picture` is the cabinet with its doors; `door` the number of the one the page is about.
    """

    layout: Layout
    title: str = ""
    hint: str = ""
    icon: str = ""
    tone: str = "info"
    notice: str = ""
    notice_title: str = ""
    notice_tone: str = "info"
    choices: tuple[Choice, ...] = ()
    rows: tuple[str, ...] = ()
    acts: tuple[Choice, ...] = ()
    has_main: bool = False
    back: Choice | None = None
    field: Field | None = None
    picture: tuple[Drawn, ...] = ()
    picture_ratio: float = 1.0
    door: str = ""
    door_tone: str = "good"
    shows_card: bool = False
    shows_scan: bool = False
    is_busy: bool = False
