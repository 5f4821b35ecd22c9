"""What happens to a visit: what the citizen presses, and what hall and devices answer.

Answers carry the `visit_id` they belong to; one that comes too late is not taken for another person's.
"""

from dataclasses import dataclass, field

from kiosk.flow.facts import PrinterFacts, ReaderFacts
from kiosk.flow.visit import Way
from queue_core.wire.messages import CardHolder, Ticket
from queue_core.wire.views import HallView
from queue_core.wire.words import TicketClass


# Hands
@dataclass(frozen=True, slots=True)
class ClassChosen:
    ticket_class: TicketClass


@dataclass(frozen=True, slots=True)
class CategoryChosen:
    category: str


@dataclass(frozen=True, slots=True)
class WithoutCard:
    """No card at hand: an anonymous number will do, where the class has them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WayChosen:
    """`key` is fresh; it is used only when the visit has no decision yet."""

    way: Way
    key: str


@dataclass(frozen=True, slots=True)
class Again:
    """Try the same once more."""


@dataclass(frozen=True, slots=True)
class Back:
    """One step back."""


@dataclass(frozen=True, slots=True)
class Leave:
    """Home; what was not delivered is not wanted."""


@dataclass(frozen=True, slots=True)
class PaperInHand:
    """The citizen says that the paper did come out whole."""


@dataclass(frozen=True, slots=True)
class LanguageChosen:
    language: str


@dataclass(frozen=True, slots=True)
class StillHere:
    """The answer to 还在吗."""


@dataclass(frozen=True, slots=True)
class TimeOver:
    """Nobody has touched anything for as long as the page allows."""


# Hall
@dataclass(frozen=True, slots=True)
class HallSeen:
    hall: HallView


@dataclass(frozen=True, slots=True)
class LinkSeen:
    """The stream flows (`trouble` empty) or stands still."""

    trouble: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberTaken:
    visit_id: int
    ticket: Ticket = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class AlreadyHeld:
    visit_id: int
    ticket: Ticket = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeFailed:
    visit_id: int
    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PhoneHolds:
    visit_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberGone:
    """The number was withdrawn before it was delivered."""

    visit_id: int


# Devices
@dataclass(frozen=True, slots=True)
class ReadersSeen:
    readers: tuple[ReaderFacts, ...]


@dataclass(frozen=True, slots=True)
class PrinterSeen:
    printer: PrinterFacts


@dataclass(frozen=True, slots=True)
class CardLaid:
    reader: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CardRead:
    visit_id: int
    reader: int
    holder: CardHolder = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class CardFailed:
    visit_id: int
    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    visit_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintFailed:
    """`has_left_printer`: bytes had left, so that a paper may have come out."""

    visit_id: int
    code: str
    has_left_printer: bool


FactEvent = HallSeen | LinkSeen | ReadersSeen | PrinterSeen
Answer = (
    NumberTaken
    | AlreadyHeld
    | TakeFailed
    | PhoneHolds
    | NumberGone
    | CardRead
    | CardFailed
    | Printed
    | PrintFailed
)
Hand = (
    ClassChosen
    | CategoryChosen
    | WithoutCard
    | WayChosen
    | Again
    | Back
    | Leave
    | PaperInHand
    | LanguageChosen
    | StillHere
    | TimeOver
)
Event = FactEvent | Answer | Hand | CardLaid
