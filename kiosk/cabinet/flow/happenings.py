"""What can happen at a cabinet: presses, codes and cards, the hall's answers, and what the doors do."""

from dataclasses import dataclass, field

from kiosk.cabinet.flow.requests import Ask
from kiosk.cabinet.flow.state import Link, Paper, Task, Trouble
from kiosk.flow.visit import Comfort, Mode
from queue_core.wire.lockers import Grant, StaffGrant, Unlocking
from queue_core.wire.messages import CardHolder
from queue_core.wire.views import CabinetView, HallView
from queue_core.wire.words import DoorCondition, DoorSize

# Hall, locker and devices


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkChanged:
    link: Link
    code: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HallSeen:
    hall: HallView


@dataclass(frozen=True, slots=True, kw_only=True)
class CabinetSeen:
    view: CabinetView


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Whether the hall knows how all doors are; only then anything is asked of it."""

    is_told: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DoorsSeen:
    """How all doors are now, by the board."""

    doors: dict[int, DoorCondition]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadersSeen:
    """`is_working`: at least one of them. `lying` are those on which a card lies now."""

    is_working: bool
    lying: frozenset[int]


@dataclass(frozen=True, slots=True, kw_only=True)
class ScannerSeen:
    is_working: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PrinterSeen:
    """`trouble` is the code of what keeps it from printing; empty where nothing does."""

    trouble: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptPrinted:
    unlocking_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptFailed:
    """`paper` is how it stands: none came, or it was refused, or nobody knows."""

    unlocking_id: int
    paper: Paper


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    ask: Ask
    value: Grant | StaffGrant | Unlocking = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """With `is_open_ended` the answer may still come, as Answered."""

    ask: Ask
    trouble: Trouble


@dataclass(frozen=True, slots=True, kw_only=True)
class DoorOpened:
    unlocking_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DoorClosed:
    unlocking_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DoorStayedShut:
    """It was told to open, and the door says that it did not. The unlocking is still in hand."""

    unlocking_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DoorLost:
    """The board does not answer. `was_told`: the door may have come open; the hall makes it unsure."""

    unlocking_id: int
    was_told: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingTold:
    """The hall has heard what was said of a door; with a `code` it did not want to hear it."""

    unlocking_id: int
    code: str = ""


# The host of the screen


@dataclass(frozen=True, slots=True, kw_only=True)
class BroughtForward:
    """The host lends the screen to whoever stands there, and says how this visitor wants it."""

    language: str
    comfort: Comfort


@dataclass(frozen=True, slots=True, kw_only=True)
class Suited:
    """The visitor told the host how the screen shall be."""

    language: str
    comfort: Comfort


@dataclass(frozen=True, slots=True, kw_only=True)
class SentBack:
    """The host has taken the screen back."""


# Codes and cards


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeScanned:
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class CardRead:
    holder: CardHolder = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class CardFailed:
    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CardLies:
    """The reader came back with a card on it: nobody is known to have just laid it down."""

    reader: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffCardLaid:
    serial: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffCardUnread:
    pass


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffCardLies:
    """It was not just laid down, or not for the cabinet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffCardGone:
    pass


# Presses


@dataclass(frozen=True, slots=True, kw_only=True)
class CollectPressed:
    pass


@dataclass(frozen=True, slots=True, kw_only=True)
class ByCode:
    pass


@dataclass(frozen=True, slots=True, kw_only=True)
class ByCard:
    pass


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffPressed:
    pass


@dataclass(frozen=True, slots=True, kw_only=True)
class LogInPressed:
    clerk: str
    password: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entered:
    pass


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseChosen:
    case: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class WasTaken:
    """Of an unsure door: yes, I took it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenAgain:
    """Of an unsure door: no, open it once more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NothingInside:
    pass


@dataclass(frozen=True, slots=True, kw_only=True)
class SomethingInside:
    """At a deposit: another one is needed. At an inspection: the case is there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unwanted:
    """我不取了, 不存了: the door will be closed as it was."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintPressed:
    """The receipt of what was just collected, for the first time or once more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskChosen:
    task: Task


@dataclass(frozen=True, slots=True, kw_only=True)
class SizeChosen:
    size: DoorSize


@dataclass(frozen=True, slots=True, kw_only=True)
class DoorChosen:
    door: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OverdueShown:
    """At a removal: the doors whose case is overdue, instead of a case's number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Again:
    pass


@dataclass(frozen=True, slots=True, kw_only=True)
class Next:
    pass


@dataclass(frozen=True, slots=True, kw_only=True)
class Back:
    pass


@dataclass(frozen=True, slots=True, kw_only=True)
class Leave:
    pass


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeOver:
    pass


@dataclass(frozen=True, slots=True, kw_only=True)
class StillHere:
    pass


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageChosen:
    tag: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ModeChosen:
    mode: Mode


@dataclass(frozen=True, slots=True, kw_only=True)
class ReachChosen:
    pass


@dataclass(frozen=True, slots=True, kw_only=True)
class VolumeChosen:
    pass


Press = (
    CollectPressed
    | ByCode
    | ByCard
    | StaffPressed
    | CaseChosen
    | WasTaken
    | OpenAgain
    | NothingInside
    | SomethingInside
    | Unwanted
    | PrintPressed
    | TaskChosen
    | SizeChosen
    | DoorChosen
    | OverdueShown
    | Again
    | Next
    | Back
    | Leave
)
Happening = (
    LinkChanged
    | HallSeen
    | CabinetSeen
    | Told
    | DoorsSeen
    | ReadersSeen
    | ScannerSeen
    | PrinterSeen
    | ReceiptPrinted
    | ReceiptFailed
    | Answered
    | Refused
    | DoorOpened
    | DoorClosed
    | DoorStayedShut
    | DoorLost
    | FindingTold
    | BroughtForward
    | Suited
    | SentBack
    | CodeScanned
    | CardRead
    | CardFailed
    | CardLies
    | StaffCardLaid
    | StaffCardUnread
    | StaffCardLies
    | StaffCardGone
    | LogInPressed
    | Typed
    | Entered
    | TimeOver
    | StillHere
    | LanguageChosen
    | ModeChosen
    | ReachChosen
    | VolumeChosen
    | Press
)
