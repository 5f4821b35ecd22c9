"""What a page is made of. A choice carries what pressing it means, so QML decides nothing."""

from dataclasses import dataclass, field
from enum import StrEnum

from counter.guide.flow.presses import Press


class Layout(StrEnum):
    """How the parts lie on the screen."""

    LOGIN = "login"
    CHOICES = "choices"
    LIST = "list"
    TYPING = "typing"
    NUMBER = "number"
    ROWS = "rows"
    MESSAGE = "message"
    QR = "qr"


class Keys(StrEnum):
    """Which keys stand below a field."""

    NONE = ""
    DIGITS = "digits"
    ID_NUMBER = "id-number"  # digits, and the X that may be its check digit
    LETTERS = "letters"
    MIXED = "mixed"  # digits first, letters by a key


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """`name` is its object name; `tone` and `icon` as the kit knows them."""

    name: str
    text: str
    press: Press = field(repr=False)
    hint: str = ""
    icon: str = ""
    tone: str = "action"
    letter: str = ""
    is_on: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """Something known: what it is called, and what it is."""

    name: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """`is_plain`: typed as it is, by any keyboard; otherwise in capitals. `text` may be personal."""

    text: str = field(repr=False)
    placeholder: str
    keys: Keys
    is_plain: bool = False
    can_enter: bool = True
    done: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """`acts` stand at the foot, the first one filled when `has_main`."""

    layout: Layout = Layout.CHOICES
    title: str = ""
    hint: str = ""
    icon: str = ""
    tone: str = "info"
    notice_title: str = ""
    notice_text: str = ""
    choices: tuple[Choice, ...] = ()
    rows: tuple[Row, ...] = ()
    acts: tuple[Choice, ...] = ()
    has_main: bool = False
    field: Field | None = None
    number: str = ""
    ticket_class: str = ""
    headline: str = ""
    qr: str = ""
    is_busy: bool = False
    has_home: bool = True
    has_back: bool = True
