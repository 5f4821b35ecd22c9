"""What can happen at the guide desk: presses, what is typed and laid down, and answers."""

from dataclasses import dataclass, field

from counter.guide.flow.requests import Ask
from counter.guide.flow.state import Act, Aim, Document, Link, Trouble, Way
from display.ticket.printer import PrinterFacts
from queue_core.wire.messages import Session, Ticket
from queue_core.wire.views import HallView
from queue_core.wire.words import PriorityKind, PriorityProof, TicketClass

# The desk


@dataclass(frozen=True, slots=True, kw_only=True)
class LogInPressed:
    """Also on the locked page, where `clerk` is whoever locked it."""

    clerk: str
    password: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffCardLaid:
    serial: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffCardUnread:
    """A staff card was laid down, and the reader could not read it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LoggedIn:
    session: Session = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class LogInRefused:
    trouble: Trouble


@dataclass(frozen=True, slots=True, kw_only=True)
class LogOutPressed:
    pass


@dataclass(frozen=True, slots=True, kw_only=True)
class LoggedOut:
    pass


@dataclass(frozen=True, slots=True, kw_only=True)
class LogOutRefused:
    trouble: Trouble


@dataclass(frozen=True, slots=True, kw_only=True)
class LockPressed:
    """The guide leaves the desk for a moment."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkChanged:
    """`code` says why the link is down."""

    link: Link
    code: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HallSeen:
    hall: HallView


@dataclass(frozen=True, slots=True, kw_only=True)
class PrinterSeen:
    printer: PrinterFacts


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeOver:
    """Nobody has touched the screen for as long as a page may be left alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StillHere:
    pass


@dataclass(frozen=True, slots=True, kw_only=True)
class TicketSeen:
    """The number that is watched, as it is now."""

    ticket: Ticket = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeScanned:
    text: str = field(repr=False)


# Presses


@dataclass(frozen=True, slots=True, kw_only=True)
class Begin:
    aim: Aim


@dataclass(frozen=True, slots=True, kw_only=True)
class Back:
    pass


@dataclass(frozen=True, slots=True, kw_only=True)
class Leave:
    """Home: the person is helped, or has gone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Again:
    """Try once more what did not happen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassChosen:
    ticket_class: TicketClass


@dataclass(frozen=True, slots=True, kw_only=True)
class CategoryChosen:
    category: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchWanted:
    pass


@dataclass(frozen=True, slots=True, kw_only=True)
class MatterChosen:
    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """What stands in the field now."""

    text: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entered:
    pass


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentChosen:
    document: Document


@dataclass(frozen=True, slots=True, kw_only=True)
class AnonymousChosen:
    """The hall gives such a number to nobody in particular."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ByPerson:
    """Find a number by whose it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferenceWanted:
    """The appointment's reference is known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AppointmentChosen:
    reference: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PriorityWanted:
    pass


@dataclass(frozen=True, slots=True, kw_only=True)
class PriorityChosen:
    """None: no priority after all."""

    kind: PriorityKind | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProofSeen:
    """The guide says what proves the right; the hall writes down who said so."""

    proof: PriorityProof


@dataclass(frozen=True, slots=True, kw_only=True)
class MobileWanted:
    """A phone number for messages about the number that is being taken."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelWanted:
    pass


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelChosen:
    """None: no green channel after all."""

    code: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemsChanged:
    by: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FurtherWanted:
    pass


@dataclass(frozen=True, slots=True, kw_only=True)
class TicketLanguageChosen:
    """The holder's language, in which the ticket speaks."""

    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    way: Way


@dataclass(frozen=True, slots=True, kw_only=True)
class WayChosen:
    """Of a number that is issued."""

    way: Way


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperIsGood:
    """The guide holds the ticket in hand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawWanted:
    pass


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberChosen:
    ticket_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ActChosen:
    act: Act


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirmed:
    """Yes, do it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SlotsWanted:
    pass


@dataclass(frozen=True, slots=True, kw_only=True)
class SlotChosen:
    starts_at_ms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MaterialsWanted:
    pass


@dataclass(frozen=True, slots=True, kw_only=True)
class ListWanted:
    """The materials list on paper."""


# Answers


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """`value` is of the type that the question names."""

    ask: Ask = field(repr=False)
    value: object = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """`existing`: the number that the same person has already."""

    ask: Ask = field(repr=False)
    trouble: Trouble
    existing: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintFailed:
    """`has_left`: some of it may be on paper."""

    ask: Ask = field(repr=False)
    code: str
    has_left: bool


Press = (
    Begin
    | Back
    | Leave
    | Again
    | ClassChosen
    | CategoryChosen
    | SearchWanted
    | MatterChosen
    | Typed
    | Entered
    | DocumentChosen
    | AnonymousChosen
    | ByPerson
    | ReferenceWanted
    | AppointmentChosen
    | PriorityWanted
    | PriorityChosen
    | ProofSeen
    | ChannelWanted
    | MobileWanted
    | ChannelChosen
    | ItemsChanged
    | FurtherWanted
    | TicketLanguageChosen
    | Issue
    | WayChosen
    | PaperIsGood
    | WithdrawWanted
    | NumberChosen
    | ActChosen
    | Confirmed
    | SlotsWanted
    | SlotChosen
    | MaterialsWanted
    | ListWanted
    | StillHere
    | LockPressed
    | LogInPressed
    | LogOutPressed
)

Happening = (
    Press
    | StaffCardLaid
    | StaffCardUnread
    | LoggedIn
    | LogInRefused
    | LoggedOut
    | LogOutRefused
    | LinkChanged
    | HallSeen
    | PrinterSeen
    | TimeOver
    | TicketSeen
    | CodeScanned
    | Answered
    | Refused
    | PrintFailed
)
