"""What the guide desk asks of hall and printer. Nothing here is logged: much of it is personal."""

from dataclasses import dataclass, field

from queue_core.wire.appointments import BookAppointment
from queue_core.wire.choices import AddErrand, AskEstimate, Convert, GrantPriority
from queue_core.wire.matters import Matter
from queue_core.wire.messages import CardHolder, TakeNumber, Ticket
from queue_core.wire.words import DeliveryState, TicketClass


@dataclass(frozen=True, slots=True, kw_only=True)
class AskPreview:
    """What the number would be. Answered by a Preview."""

    wanted: TakeNumber = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Take:
    """Answered by a Ticket. One that nobody waits for any more is withdrawn."""

    wanted: TakeNumber = field(repr=False)
    key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Print:
    """Answered by the Ticket as it was given, or by PrintFailed."""

    ticket: Ticket = field(repr=False)
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintList:
    """A materials list. Answered by the Matter, or by PrintFailed."""

    matter: Matter
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MakeClaim:
    """A one-time link for a phone. Answered by a Claim."""

    ticket_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FindCode:
    """A number as printed, or what a scanner read. Answered by a Ticket, or None."""

    text: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class FindTicket:
    ticket_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FindPerson:
    """Today's numbers of a person. Answered by Tickets."""

    holder: CardHolder = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class FindAppointments:
    """Those of today with which a number may be taken. Answered by Appointments."""

    holder: CardHolder = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """Matters by name, pinyin or initials. Answered by FoundMatters."""

    query: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LookUp:
    """Answered by a Matter."""

    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Explain:
    """Answered by an Explanation."""

    ticket_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AskProspect:
    """Answered by a Prospect."""

    ticket_id: int
    wanted: AskEstimate


@dataclass(frozen=True, slots=True, kw_only=True)
class Deferral:
    """Let three others pass."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cancellation:
    """Give the number up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Return:
    """Its holder is back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """Who took the number from afar has come."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """Answered by the Ticket as it is then."""

    ticket_id: int
    change: Deferral | Cancellation | Return | Arrival | Convert | AddErrand | GrantPriority
    key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FindSlots:
    """Of the coming days. Answered by FreeSlots."""

    category: str
    ticket_class: TicketClass


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """Answered by an Appointment."""

    wanted: BookAppointment = field(repr=False)
    key: str


Question = (
    AskPreview
    | Take
    | Print
    | PrintList
    | MakeClaim
    | FindCode
    | FindTicket
    | FindPerson
    | FindAppointments
    | Search
    | LookUp
    | Explain
    | AskProspect
    | Change
    | FindSlots
    | Book
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """A question that is answered by Answered, Refused or PrintFailed with the same `ask_id`."""

    ask_id: int
    question: Question


@dataclass(frozen=True, slots=True, kw_only=True)
class Watch:
    """Tell by TicketSeen whenever this number changes, and stop watching the one before."""

    ticket_id: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tell:
    """Tell the hall what became of a number, until it knows."""

    ticket_id: int
    outcome: DeliveryState


@dataclass(frozen=True, slots=True, kw_only=True)
class SendLogIn:
    """By password, or by the serial of a staff card. Answered by LoggedIn or LogInRefused."""

    clerk: str = ""
    password: str = field(default="", repr=False)
    card: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class SendLogOut:
    """Answered by LoggedOut or LogOutRefused."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ForgetSession:
    """The hall has ended the session by itself."""


Request = Ask | Watch | Tell | SendLogIn | SendLogOut | ForgetSession
