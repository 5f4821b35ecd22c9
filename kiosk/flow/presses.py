"""What is pressed, by a citizen or by staff; and that nobody pressed anything for long."""

from dataclasses import dataclass, field
from enum import StrEnum

from kiosk.flow.visit import Mode, Purpose, Way
from queue_core.wire.words import TicketClass


@dataclass(frozen=True, slots=True)
class ClassChosen:
    ticket_class: TicketClass


@dataclass(frozen=True, slots=True)
class CategoryChosen:
    category: str


@dataclass(frozen=True, slots=True)
class PurposeChosen:
    purpose: Purpose


@dataclass(frozen=True, slots=True)
class MatterChosen:
    code: str


@dataclass(frozen=True, slots=True)
class DetailsWanted:
    """What is to be brought for the matter that was chosen, and where it is done."""


@dataclass(frozen=True, slots=True)
class NumberWanted:
    """Go on to a number: for the matter that is shown, or without an appointment."""


@dataclass(frozen=True, slots=True)
class RiskAccepted:
    """The citizen was told that closing time may come first, and wants the number all the same."""


@dataclass(frozen=True, slots=True)
class NoMatter:
    """Just a number: the citizen does not know what the matter is called."""


@dataclass(frozen=True, slots=True)
class Typed:
    """All that stands in the field now."""

    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Entered:
    """What was typed is complete."""


@dataclass(frozen=True, slots=True)
class KeysWanted:
    """Type it instead of laying a card or holding a code before the scanner."""


@dataclass(frozen=True, slots=True)
class MobileWanted:
    """Leave a mobile number for messages, or change the one that was left."""


@dataclass(frozen=True, slots=True)
class AppointmentChosen:
    reference: str


@dataclass(frozen=True, slots=True)
class SlotsWanted:
    """A slot of another day instead of a number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SlotChosen:
    """`key` is fresh."""

    starts_at_ms: int
    key: str


@dataclass(frozen=True, slots=True)
class CaseChosen:
    code: str


@dataclass(frozen=True, slots=True)
class ListWanted:
    """The materials list of the matter that is shown, on paper."""


@dataclass(frozen=True, slots=True)
class ListOnPhone:
    """The same as a code to scan."""


class OwnAct(StrEnum):
    """What may be asked for one's own number."""

    EXPLAIN = "explain"
    CONVERT = "convert"
    DEFER = "defer"
    CANCEL = "cancel"
    COME_BACK = "come-back"
    ARRIVE = "arrive"
    ADD_MATTER = "add-matter"
    REPRINT = "reprint"
    TO_PHONE = "to-phone"
    RATE = "rate"


@dataclass(frozen=True, slots=True)
class ActChosen:
    """`key` is fresh; what is asked about first has no use for it."""

    act: OwnAct
    key: str = ""


@dataclass(frozen=True, slots=True)
class NumberChosen:
    """Another of the person's numbers."""

    ticket_id: int


@dataclass(frozen=True, slots=True)
class UnitWanted:
    """Convert to this."""

    ticket_class: TicketClass
    category: str


@dataclass(frozen=True, slots=True)
class Confirmed:
    """Yes to what the page asks. `key` is fresh."""

    key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelChosen:
    """5 非常满意 … 1 非常不满意."""

    level: int
    key: str


@dataclass(frozen=True, slots=True)
class ModeChosen:
    mode: Mode


@dataclass(frozen=True, slots=True)
class ReachChosen:
    reach: bool


@dataclass(frozen=True, slots=True)
class VolumeChosen:
    volume: int


@dataclass(frozen=True, slots=True)
class SpokenChosen:
    is_spoken: bool


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


class StaffAct(StrEnum):
    """What staff press."""

    TEST_PRINT = "test-print"
    PAPER_CHANGED = "paper-changed"
    DEVICES = "devices"
    LOG = "log"
    OLDER = "older"
    NEWER = "newer"
    RESTART = "restart"
    CONFIRM_RESTART = "confirm-restart"
    LEAVE = "staff-leave"


@dataclass(frozen=True, slots=True)
class StaffActed:
    act: StaffAct


Hand = (
    ClassChosen
    | CategoryChosen
    | PurposeChosen
    | MatterChosen
    | DetailsWanted
    | NumberWanted
    | RiskAccepted
    | NoMatter
    | Typed
    | Entered
    | KeysWanted
    | MobileWanted
    | AppointmentChosen
    | SlotsWanted
    | SlotChosen
    | CaseChosen
    | ListWanted
    | ListOnPhone
    | ActChosen
    | NumberChosen
    | UnitWanted
    | Confirmed
    | LevelChosen
    | ModeChosen
    | ReachChosen
    | VolumeChosen
    | SpokenChosen
    | WithoutCard
    | WayChosen
    | Again
    | Back
    | Leave
    | PaperInHand
    | LanguageChosen
    | StillHere
    | TimeOver
    | StaffActed
)
