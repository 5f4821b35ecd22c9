"""What the guide desk knows at one moment: of the desk itself, and of the person being helped."""

from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from counter.guide.flow.requests import Ask, Question, Request
from display.ticket.printer import PrinterFacts, printer_trouble
from queue_core.wire.appointments import Appointment, FreeSlot
from queue_core.wire.choices import Convert, Explanation, Prospect
from queue_core.wire.finding import Claim, Preview
from queue_core.wire.matters import FoundMatters, Matter, MatterLine
from queue_core.wire.messages import CardHolder, Errand, Session, TakeNumber, Ticket
from queue_core.wire.views import HallView
from queue_core.wire.words import CardKind, PriorityKind, TicketClass

MOST_ITEMS = 20


class Page(StrEnum):
    """What is shown while a person is helped. The desk's own pages stand in `shown`."""

    HOME = "home"
    CLASS = "class"
    CATEGORY = "category"
    SEARCH = "search"
    WHO = "who"
    DOCUMENT = "document"
    NAME = "name"
    APPOINTMENTS = "appointments"
    REFERENCE = "reference"
    PREVIEW = "preview"
    PRIORITY = "priority"
    PROOF = "proof"
    CHANNEL = "channel"
    MOBILE = "mobile"
    PRINTING = "printing"
    UNDELIVERED = "undelivered"
    QR = "qr"
    DELIVERED = "delivered"
    FIND = "find"
    FOUND = "found"
    NUMBER = "number"
    EXPLANATION = "explanation"
    PROSPECT = "prospect"
    SURE = "sure"
    SLOTS = "slots"
    BOOKED = "booked"
    PLACE = "place"
    MATERIALS = "materials"
    TROUBLE = "trouble"


class Aim(StrEnum):
    """What the choice of a business, or the question who somebody is, is for."""

    NEW = "new"
    CHECK_IN = "check-in"
    FIND = "find"
    BACK = "back"
    WHERE = "where"
    FURTHER = "further"  # one more matter on the number that is being taken
    CONVERT = "convert"
    ADD = "add"  # one more matter on a number that stands
    BOOK = "book"


class Document(StrEnum):
    """What a person shows who has no card that a kiosk reads."""

    PASSPORT = "passport"
    TRAVEL_PERMIT = "travel-permit"  # 港澳居民来往内地通行证, 台湾居民来往大陆通行证
    RESIDENT_ID = "resident-id"
    RESIDENCE_PERMIT = "residence-permit"
    PERMANENT_RESIDENCE = "permanent-residence"


CARDS: dict[Document, CardKind] = {
    Document.PASSPORT: CardKind.PASSPORT,
    Document.TRAVEL_PERMIT: CardKind.PASSPORT,
    Document.RESIDENT_ID: CardKind.RESIDENT_ID,
    Document.RESIDENCE_PERMIT: CardKind.RESIDENCE_PERMIT,
    Document.PERMANENT_RESIDENCE: CardKind.PERMANENT_RESIDENCE,
}
WITH_CHECK_DIGIT = frozenset({Document.RESIDENT_ID, Document.RESIDENCE_PERMIT})


class Way(StrEnum):
    PAPER = "paper"
    PHONE = "phone"


class Act(StrEnum):
    """What may be done with a number that stands."""

    COME_BACK = "come-back"
    ARRIVE = "arrive"
    EXPLAIN = "explain"
    CONVERT = "convert"
    ADD = "add"
    DEFER = "defer"
    PRIORITY = "priority"
    REPRINT = "reprint"
    TO_PHONE = "to-phone"
    CANCEL = "cancel"


class Link(StrEnum):
    CONNECTING = "connecting"
    UP = "up"
    DOWN = "down"


@dataclass(frozen=True, slots=True, kw_only=True)
class Trouble:
    """Why something did not happen. `said` are the hall's words for people, by language tag."""

    code: str
    said: dict[str, str] = field(default_factory=dict)
    remedy: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Help:
    """All that is known of the person being helped. It is replaced as a whole, so nothing can be left over.

    `before` is what the way back leads to. `ticket_class`, `category` and `matter` are the business being
    chosen; `wanted` is the number it will be. `stands`: the number was there before, and leaving it here
    ends nothing. `key` makes the taking of a number, or a change, happen once however often it is asked.
    """

    page: Page = Page.HOME
    aim: Aim = Aim.NEW
    before: "Help | None" = field(default=None, repr=False)
    asking: Ask | None = field(default=None, repr=False)
    trouble: Trouble | None = None
    failed: Question | None = field(default=None, repr=False)
    key: str = ""
    ticket_class: TicketClass | None = None
    category: str = ""
    matter: MatterLine | None = None
    typed: str = field(default="", repr=False)
    found: FoundMatters | None = None
    document: Document | None = None
    number_typed: str = field(default="", repr=False)
    holder: CardHolder | None = field(default=None, repr=False)
    wanted: TakeNumber = field(default=TakeNumber(), repr=False)
    kind: PriorityKind | None = None
    preview: Preview | None = None
    appointments: tuple[Appointment, ...] = ()
    ticket: Ticket | None = field(default=None, repr=False)
    others: tuple[Ticket, ...] = field(default=(), repr=False)
    stands: bool = False
    was_on_phone: bool = False
    has_left_printer: bool = False
    way: Way | None = None
    claim: Claim | None = field(default=None, repr=False)
    explanation: Explanation | None = None
    conversion: Convert | None = None
    prospect: Prospect | None = None
    act: Act | None = None
    slots: tuple[FreeSlot, ...] = ()
    booked: Appointment | None = None
    detail: Matter | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Guide:
    """The whole state of the desk."""

    link: Link = Link.CONNECTING
    link_code: str = ""
    session: Session | None = field(default=None, repr=False)
    is_busy: bool = False  # logging in or out
    is_locked: bool = False
    notice: Trouble | None = None  # of log-in, lock and log-out
    hall: HallView | None = None
    printer: PrinterFacts | None = None
    has_card_reader: bool = False
    is_asked: bool = False
    last_ask: int = 0
    help: Help = Help()


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """One step of the flow: the state after it, and what is to be done."""

    state: Guide
    requests: tuple[Request, ...] = ()


def turn(state: Guide, helped: Help, *requests: Request) -> Turn:
    return Turn(state=replace(state, help=helped), requests=requests)


def go(helped: Help, page: Page, **known: Any) -> Help:
    """On to a page, from which the way back leads here."""
    return replace(helped, page=page, **{"trouble": None, "typed": "", "before": quiet(helped)} | known)


def land(helped: Help, page: Page, **known: Any) -> Help:
    """Back on a page that was left for a question: the way back leads from it to where it led before."""
    earlier: Help | None = helped
    while earlier is not None and earlier.page is not page:
        earlier = earlier.before
    before = quiet(helped) if earlier is None else earlier.before
    return replace(quiet(helped), page=page, **{"before": before} | known)


def quiet(helped: Help) -> Help:
    """As it is returned to: nothing asked, nothing refused."""
    return replace(helped, asking=None, trouble=None, failed=None)


def ask(state: Guide, helped: Help, question: Question) -> Turn:
    """Ask; the page says that it is being asked. An earlier question is waited for no longer."""
    asked = Ask(ask_id=state.last_ask + 1, question=question)
    waiting = replace(helped, asking=asked, trouble=None, failed=None)
    return Turn(state=replace(state, last_ask=asked.ask_id, help=waiting), requests=(asked,))


def failing(helped: Help, trouble: Trouble, question: Question) -> Help:
    """A page of its own for what did not happen, from which it may be tried again."""
    before = quiet(helped)
    return replace(before, page=Page.TROUBLE, before=before, trouble=trouble, failed=question)


def can_print(state: Guide) -> bool:
    return not printer_trouble(state.printer)


def errand_chosen(helped: Help) -> Errand:
    assert helped.ticket_class is not None
    matter = helped.matter.code if helped.matter else None
    return Errand(ticket_class=helped.ticket_class, category=helped.category, matter=matter)


def errands_wanted(wanted: TakeNumber) -> int:
    """How many matters the number that is being taken is for."""
    return (wanted.category is not None) + len(wanted.further)
