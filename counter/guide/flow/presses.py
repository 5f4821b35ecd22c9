"""What the guide can press and type."""

from dataclasses import dataclass, field

from counter.guide.flow.state import Act, Aim, Document, Way
from queue_core.wire.words import PriorityKind, PriorityProof, TicketClass


@dataclass(frozen=True, slots=True, kw_only=True)
class LogInPressed:
    """Also on the locked page, where `clerk` is whoever locked it."""

    clerk: str
    password: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class LogOutPressed:
    pass


@dataclass(frozen=True, slots=True, kw_only=True)
class LockPressed:
    """The guide leaves the desk for a moment."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StillHere:
    pass


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
