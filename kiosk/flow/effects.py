"""What a step of a visit asks hall and devices to do. They answer by events."""

from dataclasses import dataclass, field

from kiosk.flow.visit import Decision, Way
from queue_core.wire.appointments import BookAppointment
from queue_core.wire.choices import AddErrand, AskEstimate, Convert
from queue_core.wire.matters import Matter
from queue_core.wire.messages import CardHolder, TakeNumber, Ticket
from queue_core.wire.words import TicketClass


@dataclass(frozen=True, slots=True, kw_only=True)
class LookForCards:
    """Announce a card that already lies on a reader, save on those in `except_on`."""

    except_on: frozenset[int]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadCard:
    visit_id: int
    reader: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Take:
    """`way`: how the number is to be delivered; a kiosk that dies in between goes on with it."""

    visit_id: int
    decision: Decision
    way: Way = Way.PHONE


@dataclass(frozen=True, slots=True, kw_only=True)
class Print:
    """`language` is what the visitor reads; the paper has its lines where the template has them."""

    visit_id: int
    ticket: Ticket = field(repr=False)
    language: str = "zh-CN"


@dataclass(frozen=True, slots=True, kw_only=True)
class AwaitPhone:
    """Watch the ticket until a phone holds it, or its link is stale: who still wants one then asks anew."""

    visit_id: int
    ticket_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdraw:
    """Nobody holds this number: end it at once instead of leaving it to the hall's timer."""

    ticket_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LetGo:
    """Who waited for this number has gone, perhaps with the paper: after a crash it is shown to nobody."""

    ticket_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmPrinted:
    """The citizen has the paper, whatever the printer said."""

    ticket_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AskPreview:
    """Answered by PreviewSeen, AlreadyHeld or AskFailed."""

    visit_id: int
    request: TakeNumber = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class FindTickets:
    """Answered by TicketsFound or AskFailed."""

    visit_id: int
    holder: CardHolder = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class FindAppointments:
    """Answered by AppointmentsFound (today's live ones) or AskFailed."""

    visit_id: int
    holder: CardHolder = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class FindSlots:
    """Free slots of the coming days. Answered by SlotsFound or AskFailed."""

    visit_id: int
    category: str
    ticket_class: TicketClass


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """Answered by AppointmentMade or AskFailed. One appointment a key, however often it is sent."""

    visit_id: int
    request: BookAppointment = field(repr=False)
    key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FindCases:
    """Answered by CasesFound or AskFailed."""

    visit_id: int
    holder: CardHolder = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadText:
    """Answered by CodeKnown or AskFailed."""

    visit_id: int
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class VerifyCode:
    """Ask the issuer of an e-card for its holder. Answered by CardRead (reader -1) or CardFailed.

    Codes of that: `code-unknown`, `code-expired` (show it anew), `code-unreachable` (the issuer is silent).
    """

    visit_id: int
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchMatters:
    """Answered by MattersFound or AskFailed. An empty query: the most used."""

    visit_id: int
    asked: int
    query: str
    category: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LookUpMatter:
    """Answered by MatterSeen or AskFailed."""

    visit_id: int
    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NameMatters:
    """Answered by MattersNamed, with those the hall knows; by nothing when it cannot be asked."""

    visit_id: int
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AskProspect:
    """Answered by ProspectSeen or AskFailed."""

    visit_id: int
    ticket_id: int
    wanted: AskEstimate


@dataclass(frozen=True, slots=True, kw_only=True)
class AskExplanation:
    """Answered by ExplanationSeen or AskFailed."""

    visit_id: int
    ticket_id: int


@dataclass(frozen=True, slots=True)
class Deferral:
    """Let three others pass."""


@dataclass(frozen=True, slots=True)
class Cancellation:
    """Give the number up."""


@dataclass(frozen=True, slots=True)
class Return:
    """Back after a missed call, or with what was missing."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """The holder of a number that was taken from afar has come."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """Answered by TicketChanged or AskFailed."""

    visit_id: int
    ticket_id: int
    change: Deferral | Cancellation | Return | Arrival | Convert | AddErrand
    key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RateVisit:
    """Answered by TicketChanged or AskFailed."""

    visit_id: int
    ticket_id: int
    level: int
    key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MakeLink:
    """A one-time link for the phone that shall hold the number. Answered by LinkMade or LinkFailed."""

    visit_id: int
    ticket_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintList:
    """The materials list. Answered by ListPrinted or PrintFailed."""

    visit_id: int
    matter: Matter
    language: str


@dataclass(frozen=True, slots=True)
class Beep:
    """A short sound: a card was forgotten on the reader."""


@dataclass(frozen=True, slots=True)
class TrialPrint:
    """A slip by which staff see how the printer prints. Answered by StaffTold."""


@dataclass(frozen=True, slots=True)
class CheckPrinter:
    """Ask the printer how it is, and tell the hall at once. Answered by StaffTold."""


@dataclass(frozen=True, slots=True)
class ReadLog:
    """Answered by LogSeen."""


@dataclass(frozen=True, slots=True)
class Restart:
    """End the kiosk so that the service manager starts it anew."""


Effect = (
    LookForCards
    | ReadCard
    | Take
    | Print
    | AwaitPhone
    | Withdraw
    | LetGo
    | ConfirmPrinted
    | AskPreview
    | FindTickets
    | FindAppointments
    | FindSlots
    | Book
    | FindCases
    | ReadText
    | VerifyCode
    | SearchMatters
    | LookUpMatter
    | NameMatters
    | AskProspect
    | AskExplanation
    | Change
    | RateVisit
    | MakeLink
    | PrintList
    | Beep
    | TrialPrint
    | CheckPrinter
    | ReadLog
    | Restart
)
