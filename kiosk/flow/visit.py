"""A visit: where one citizen is between home and the number, and all that is known of this person.

A visit that ends is replaced by a new one, so that nothing personal can be left over.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from queue_core.wire.appointments import Appointment, FreeSlot
from queue_core.wire.cases import Case
from queue_core.wire.choices import Convert, Explanation, Prospect
from queue_core.wire.finding import Preview
from queue_core.wire.matters import FoundMatters, Matter
from queue_core.wire.messages import CardHolder, StaffMember, TakeNumber, Ticket
from queue_core.wire.words import CardKind, TicketClass

if TYPE_CHECKING:
    from kiosk.flow.effects import Effect


class Page(StrEnum):
    """The pages; their names are the stage's too."""

    HOME = "home"
    # Taking a number
    CATEGORY = "category"
    MATTERS = "matters"  # those of a category, or found by what was typed
    MATTER = "matter"  # one, with what to bring and where it needs no queue
    CARD = "card"  # who are you: card, code, or typed
    TYPING = "typing"  # the identity number, by keys on the screen
    READING = "reading"
    CARD_TROUBLE = "card-trouble"
    APPOINTMENTS = "appointments"  # several of one person
    NO_APPOINTMENT = "no-appointment"
    CONFIRM = "confirm"  # what you get; paper or phone
    MOBILE = "mobile"  # where messages about the number may go, by keys on the screen
    TAKING = "taking"
    TAKE_TROUBLE = "take-trouble"
    PRINTING = "printing"
    PAPER_TROUBLE = "paper-trouble"
    QR = "qr"
    DONE = "done"
    # A slot of another day instead of a number
    SLOTS = "slots"
    BOOKED = "booked"
    # My number
    OWN = "own"
    OWN_TYPING = "own-typing"  # the number, by keys on the screen
    NO_NUMBER = "no-number"
    EXPLANATION = "explanation"
    CONVERT = "convert"  # to which class and category
    CONVERT_CONFIRM = "convert-confirm"  # what it would mean
    ASK_DEFER = "ask-defer"
    ASK_CANCEL = "ask-cancel"
    ASK_ADD = "ask-add"  # one more matter with the same number
    CHANGED = "changed"  # done: converted, deferred, cancelled, one more matter
    # Pickup, guidance, rating
    CASES = "cases"
    NO_CASE = "no-case"
    LIST_DONE = "list-done"  # the materials list is printed
    RATE = "rate"
    RATED = "rated"
    # A locker cabinet beside this kiosk has the screen
    CABINET = "cabinet"
    # A question to the hall in between, and its refusal
    ASKING = "asking"
    ASK_TROUBLE = "ask-trouble"
    # Behind a staff card
    STAFF = "staff"
    # In place of the others, as long as the facts are so
    STARTING = "starting"
    AWAY = "away"
    CLOSED = "closed"
    NO_READER = "no-reader"


class Purpose(StrEnum):
    """What the citizen came to this kiosk for; says what follows when it is known who it is."""

    TAKE = "take"
    CHECK_IN = "check-in"
    OWN = "own"
    COLLECT = "collect"
    GUIDE = "guide"
    RATE = "rate"
    CABINET = "cabinet"


class Mode(StrEnum):
    """How a page is dressed; the theme's modes."""

    DAY = "day"
    CONTRAST = "contrast"
    ELDERLY = "elderly"  # 长辈版: fewer choices, larger, slower, spoken


@dataclass(frozen=True, slots=True, kw_only=True)
class Comfort:
    """How this visitor wants the kiosk. `reach`: all that is pressed is in the lower half.

    `volume` 0 … 3 of spoken prompts, 0 silent; `is_spoken`: what has the focus is read aloud as well.
    """

    mode: Mode = Mode.DAY
    reach: bool = False
    volume: int = 1
    is_spoken: bool = False


class Way(StrEnum):
    """How the number shall reach its holder."""

    PAPER = "paper"
    PHONE = "phone"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One wish for one number. The same key with the same request, however often it is sent: one number."""

    key: str
    request: TakeNumber = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnNumber:
    """A number that stands, and what is being done with it.

    `is_holder`: card or link proved whose it is; without that it is only shown. `wanted` is a conversion that
    is looked at, `prospect` what it would mean; `is_adding`: the matter being chosen is a further one.
    `others` are further numbers of the same person today. `is_sure`: giving it up was asked for once already.
    """

    ticket: Ticket = field(repr=False)
    is_holder: bool
    others: tuple[Ticket, ...] = field(default=(), repr=False)
    explanation: Explanation | None = None
    wanted: Convert | None = None
    prospect: Prospect | None = None
    is_adding: bool = False
    is_sure: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Booking:
    """A slot of another day is looked for. `before` is the visit as it was when no number of today would do.

    `made` is the appointment that came of it.
    """

    before: Visit = field(repr=False)
    slots: tuple[FreeSlot, ...] = ()
    made: Appointment | None = None


class StaffView(StrEnum):
    """What the page behind a staff card shows."""

    DEVICES = "devices"
    LOG = "log"
    RESTART = "restart"  # shall it really be?


@dataclass(frozen=True, slots=True, kw_only=True)
class LogLine:
    """One line of the kiosk's own log, with nobody in it. `at` is the kiosk's clock, such as 09:31:02."""

    at: str
    level: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffSession:
    """A member of staff stands before the kiosk. `said` is the code of what came of the last thing asked.

    `older`: so many lines of the log, which has its newest first, are passed over.
    """

    member: StaffMember
    view: StaffView = StaffView.DEVICES
    said: str = ""
    is_busy: bool = False
    lines: tuple[LogLine, ...] = ()
    older: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """`visit_id` tells the answers to this visit from late ones to another.

    `typed` is what stands in the field of the page: letters of a matter, a number, an identity
    number, a mobile.
    `asked` counts questions to the hall, so that an answer to an earlier one is known. `link` is what the
    code on the screen says. `question` is what the hall was asked last, from the page `asked_from`: the same
    again, key and all, when the citizen tries once more.

    `house_comfort` is what the kiosk is set up with; every visit begins with it.

    `phone` is a mobile left for messages, in digits; empty: none, as for nearly everybody.

    `accepts_risk`: told that closing time may come first, the citizen wants the number all the same.

    `trouble` is the code of what went wrong; `has_left_printer` says that bytes of the ticket had left.
    `was_held` marks a number that the person had before this visit: it is never withdrawn from here.
    While there is `staff`, its page stands over the visit's own, which goes on behind it.
    """

    visit_id: int
    page: Page = Page.HOME
    language: str = "zh-CN"
    ticket_class: TicketClass | None = None
    category: str = ""
    holder: CardHolder | None = field(default=None, repr=False)
    decision: Decision | None = None
    way: Way | None = None
    ticket: Ticket | None = field(default=None, repr=False)
    was_held: bool = False
    purpose: Purpose | None = None
    comfort: Comfort = Comfort()
    house_comfort: Comfort = Comfort()
    typed: str = field(default="", repr=False)
    asked: int = 0
    question: Effect | None = field(default=None, repr=False)
    asked_from: Page = Page.HOME
    found: FoundMatters | None = None
    matter: Matter | None = None
    known_matters: tuple[Matter, ...] = ()  # looked up for their names
    preview: Preview | None = None
    accepts_risk: bool = False
    phone: str = field(default="", repr=False)
    appointments: tuple[Appointment, ...] = ()
    appointment: Appointment | None = None
    cases: tuple[Case, ...] = field(default=(), repr=False)
    case: Case | None = field(default=None, repr=False)
    own: OwnNumber | None = None
    booking: Booking | None = None
    link: str = field(default="", repr=False)
    level: int | None = None
    trouble: str = ""
    has_left_printer: bool = False
    is_asked: bool = False  # 还在吗?
    staff: StaffSession | None = None

    @property
    def dressed(self) -> Comfort:
        """How the page that is shown is dressed. What staff see is not for who sits or sees badly."""
        if self.staff is None:
            return self.comfort
        is_contrast = self.house_comfort.mode is Mode.CONTRAST
        return Comfort(mode=Mode.CONTRAST if is_contrast else Mode.DAY)

    @property
    def card_kind(self) -> CardKind | None:
        return self.holder.card if self.holder else None
