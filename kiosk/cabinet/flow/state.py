"""What a cabinet's screen knows at one moment: of hall, locker and devices, and of who stands before it."""

from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from kiosk.cabinet.flow.requests import Ask, GiveBack, Question, Request
from kiosk.flow.visit import Comfort, Mode
from queue_core.wire.lockers import Collectable, Grant, StaffGrant, Unlocking
from queue_core.wire.views import CabinetView, DoorView, HallView
from queue_core.wire.words import DoorCondition, DoorSize, Role

AS_IT_IS = Comfort()


class Page(StrEnum):
    """The pages; their names are the stage's too."""

    HOME = "home"
    CODE = "code"
    CARD = "card"
    ASKING = "asking"
    CASES = "cases"
    UNSURE = "unsure"  # its door was opened before, and the end was not seen
    OPENING = "opening"
    OPEN = "open"
    STUCK = "stuck"
    DONE = "done"
    TROUBLE = "trouble"
    STAFF_LOGIN = "staff-login"
    TASKS = "tasks"
    CASE_CODE = "case-code"
    SIZE = "size"
    DOORS = "doors"
    OVERDUE = "overdue"
    # In place of the others, as long as things are so
    STARTING = "starting"
    AWAY = "away"
    NO_BOARD = "no-board"


class Task(StrEnum):
    """What staff are at."""

    DEPOSIT = "deposit"
    REMOVE = "remove"
    INSPECT = "inspect"


class Outcome(StrEnum):
    """What became of a door, once it was closed."""

    TAKEN = "taken"
    LEFT = "left"  # the case stays inside, as its holder wished
    MISSING = "missing"  # nothing was inside
    SAID_TAKEN = "said-taken"  # of an earlier, unseen end
    DEPOSITED = "deposited"
    NOT_DEPOSITED = "not-deposited"
    REMOVED = "removed"
    INSIDE = "inside"
    EMPTY = "empty"
    UNKNOWN = "unknown"  # closed, and nobody has said what is inside


class Paper(StrEnum):
    """The receipt of what was just collected."""

    NOT_WANTED = "not-wanted"
    UNDER_WAY = "under-way"
    OUT = "out"
    UNSURE = "unsure"  # nobody knows whether it came out
    NONE_CAME = "none-came"
    REFUSED = "refused"  # the hall does not give it here any more


class Link(StrEnum):
    CONNECTING = "connecting"
    UP = "up"
    DOWN = "down"


@dataclass(frozen=True, slots=True, kw_only=True)
class Trouble:
    """Why something did not happen. `said` are the hall's words for people, by language tag.

    `until_ms`: no proof is taken before, by the hall's time.
    """

    code: str
    said: dict[str, str] = field(default_factory=dict)
    remedy: str = ""
    until_ms: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Means:
    """What the cabinet has; `card_works` and `scanner_works` while reader and scanner answer.

    `printer_trouble` is the code of what keeps receipts from being printed; empty while nothing does.
    """

    has_reader: bool = False
    has_scanner: bool = False
    has_staff_reader: bool = False
    has_speaker: bool = False
    card_works: bool = True
    scanner_works: bool = True
    printer_trouble: str = "no-printer"


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """All that is known of who stands here. It is replaced as a whole, so nothing can be left over.

    `grant` is a citizen's, `staff` that of a courier, clerk or supervisor. `first` is the code or QR that
    wants a card beside it. `case` is the one in hand, `was_unsure` the collectable that somebody is asked
    about. `unlocking` is the door in hand: `said` what a person says is inside, `tries` how often it was
    told to open, `reminders` how often its user was told to close it. `done` are the cases of this grant
    that are over.
    `to_close` is a door that was found full and still stands open. `paper` is how its receipt stands, of
    which `copies` have come out.
    """

    page: Page = Page.HOME
    asking: Ask | None = field(default=None, repr=False)
    failed: Ask | None = field(default=None, repr=False)
    trouble: Trouble | None = None
    typed: str = field(default="", repr=False)
    hint: str = ""  # the code of what is wrong with what was typed, or with the card
    first: str = field(default="", repr=False)
    first_is_scan: bool = False
    grant: Grant | None = field(default=None, repr=False)
    staff: StaffGrant | None = field(default=None, repr=False)
    task: Task | None = None
    case: str = field(default="", repr=False)
    was_unsure: Collectable | None = field(default=None, repr=False)
    size: DoorSize = DoorSize.SMALL
    unlocking: Unlocking | None = None
    said: str = ""
    tries: int = 0
    reminders: int = 0
    outcome: Outcome | None = None
    done: frozenset[str] = field(default=frozenset(), repr=False)
    to_close: int | None = None
    paper: Paper = Paper.NOT_WANTED
    copies: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Cabinet:
    """The whole state. `is_told`: the hall knows how all doors are, and which unlockings are in hand.

    `lying` are the readers on which a card lies; `left_cards` those of them whose card must be lifted before
    it counts. `is_hosted`: the screen is a kiosk's, which lends it; `is_in_front` while it is lent.
    """

    link: Link = Link.CONNECTING
    link_code: str = ""
    is_told: bool = False
    hall: HallView | None = None
    view: CabinetView | None = None
    doors: dict[int, DoorCondition] = field(default_factory=dict)
    means: Means = Means()
    lying: frozenset[int] = frozenset()
    left_cards: frozenset[int] = frozenset()
    has_left_staff_card: bool = False
    house: Comfort = AS_IT_IS
    comfort: Comfort = AS_IT_IS
    language: str = "zh-CN"
    house_language: str = "zh-CN"
    is_hosted: bool = False
    is_in_front: bool = True
    is_asked: bool = False
    last_ask: int = 0
    visit: Visit = Visit()

    @property
    def dressed(self) -> Comfort:
        """How the page that is shown is dressed. What staff see is not for who sits or sees badly."""
        if self.visit.staff is None and self.visit.page is not Page.STAFF_LOGIN:
            return self.comfort
        is_contrast = self.comfort.mode is Mode.CONTRAST
        return replace(self.comfort, mode=Mode.CONTRAST if is_contrast else Mode.DAY, reach=False)

    @property
    def open_doors(self) -> tuple[int, ...]:
        return tuple(
            sorted(number for number, condition in self.doors.items() if condition is DoorCondition.OPEN)
        )

    @property
    def is_board_away(self) -> bool:
        """Not one door says how it is."""
        return bool(self.doors) and set(self.doors.values()) == {DoorCondition.UNKNOWN}

    def door(self, number: int) -> DoorView | None:
        doors = self.view.doors if self.view else ()
        return next((one for one in doors if one.number == number), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """One step of the flow: the state after it, and what is to be done."""

    state: Cabinet
    requests: tuple[Request | GiveBack, ...] = ()


def turn(state: Cabinet, visit: Visit, *requests: Request | GiveBack) -> Turn:
    return Turn(state=replace(state, visit=visit), requests=requests)


def nothing(state: Cabinet) -> Turn:
    return Turn(state=state)


def go(visit: Visit, page: Page, **known: Any) -> Visit:
    """On to a page."""
    fresh = {"trouble": None, "typed": "", "hint": "", "failed": None, "paper": Paper.NOT_WANTED, "copies": 0}
    return replace(visit, page=page, **fresh | known)


def ask(state: Cabinet, visit: Visit, question: Question, key: str) -> Turn:
    """Ask the hall; the page says that it is being asked. An earlier question is waited for no longer."""
    asked = Ask(ask_id=state.last_ask + 1, question=question, key=key)
    waiting = replace(visit, page=Page.ASKING, asking=asked, trouble=None, failed=None, hint="", outcome=None)
    return Turn(state=replace(state, last_ask=asked.ask_id, visit=waiting), requests=(asked,))


def may_inspect(staff: StaffGrant) -> bool:
    return staff.role in {Role.SUPERVISOR, Role.ADMIN}


def left(visit: Visit) -> tuple[Collectable, ...]:
    """What the holder may still collect here with this proof."""
    cases = visit.grant.cases if visit.grant else ()
    return tuple(one for one in cases if one.door is not None and one.case.code not in visit.done)
