"""What happens to a visit: what is pressed stands in `presses`, what hall and devices answer here.

Answers carry the `visit_id` they belong to; one that comes too late is not taken for another person's.
"""

from dataclasses import dataclass, field

from display.ticket.printer import PrinterFacts
from drivers.contract.events import CodeKind
from kiosk.flow.facts import DeviceFacts, ReaderFacts, ScannerFacts
from kiosk.flow.presses import Hand
from kiosk.flow.visit import LogLine, Way
from queue_core.wire.appointments import Appointment, FreeSlot
from queue_core.wire.cases import Case
from queue_core.wire.choices import Explanation, Prospect
from queue_core.wire.finding import Claim, CodeRead, Preview
from queue_core.wire.matters import FoundMatters, Matter
from queue_core.wire.messages import CardHolder, StaffMember, Ticket
from queue_core.wire.views import HallView


# The cabinet that this kiosk hosts
@dataclass(frozen=True, slots=True, kw_only=True)
class CabinetLeft:
    """The cabinet gives the screen back. `is_same_visitor`: who was there goes on here."""

    is_same_visitor: bool


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


@dataclass(frozen=True, slots=True, kw_only=True)
class AskFailed:
    """A question to the hall, or a change asked of it, came to nothing. `code` is the problem's.

    `asked` is that of a search for matters: it ends no other question.
    """

    visit_id: int
    code: str
    asked: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PreviewSeen:
    visit_id: int
    preview: Preview


@dataclass(frozen=True, slots=True, kw_only=True)
class TicketsFound:
    """Today's numbers of the person, open ones first."""

    visit_id: int
    tickets: tuple[Ticket, ...] = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeKnown:
    """What a scanned or typed text stands for; nothing in it when nobody knows."""

    visit_id: int
    read: CodeRead = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class AppointmentsFound:
    """Live ones of today first."""

    visit_id: int
    appointments: tuple[Appointment, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SlotsFound:
    """Free ones of the coming days, in their order; none where there is none, or nothing is booked."""

    visit_id: int
    slots: tuple[FreeSlot, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AppointmentMade:
    visit_id: int
    appointment: Appointment


@dataclass(frozen=True, slots=True, kw_only=True)
class CasesFound:
    visit_id: int
    cases: tuple[Case, ...] = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class MattersFound:
    """`asked` is the question's; an answer to an earlier one is not shown."""

    visit_id: int
    asked: int
    found: FoundMatters


@dataclass(frozen=True, slots=True, kw_only=True)
class MatterSeen:
    visit_id: int
    matter: Matter


@dataclass(frozen=True, slots=True, kw_only=True)
class MattersNamed:
    """Matters looked up for their names, while the citizen goes on."""

    visit_id: int
    matters: tuple[Matter, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProspectSeen:
    visit_id: int
    prospect: Prospect


@dataclass(frozen=True, slots=True, kw_only=True)
class ExplanationSeen:
    visit_id: int
    explanation: Explanation


@dataclass(frozen=True, slots=True, kw_only=True)
class TicketChanged:
    """The number as it is after what was asked for it."""

    visit_id: int
    ticket: Ticket = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkMade:
    """A one-time link for a phone, or an open one to a materials list."""

    visit_id: int
    claim: Claim = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkFailed:
    """No one-time link now. `code` is the problem's."""

    visit_id: int
    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkStale:
    """The one-time link on the screen will soon be worth nothing: a new one is due."""

    visit_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Resumed:
    """The kiosk came up again after it had died in a delivery: this number has no holder yet."""

    ticket: Ticket = field(repr=False)
    way: Way
    has_left_printer: bool
    language: str


# Devices
@dataclass(frozen=True, slots=True)
class ScannerSeen:
    scanner: ScannerFacts


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeScanned:
    """A code was held before the scanner. Its text may be a secret."""

    text: str = field(repr=False)
    kind: CodeKind


@dataclass(frozen=True, slots=True, kw_only=True)
class ListPrinted:
    visit_id: int


@dataclass(frozen=True, slots=True)
class StaffSeen:
    """A staff card was laid down, and the hall knows whose it is."""

    member: StaffMember


@dataclass(frozen=True, slots=True)
class StaffCardRefused:
    """A staff card was laid down in vain. `code` is why; empty when it was shown for long enough."""

    code: str


@dataclass(frozen=True, slots=True)
class StaffCardLies:
    """A staff card that has been asked about, or was not just laid down, lies there until StaffCardGone."""


@dataclass(frozen=True, slots=True)
class StaffCardGone:
    pass


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffTold:
    """What came of a thing staff asked for; `code` as StaffProps know it, or a device error's."""

    code: str


@dataclass(frozen=True, slots=True)
class LogSeen:
    lines: tuple[LogLine, ...]


@dataclass(frozen=True, slots=True)
class DevicesSeen:
    """How all devices of the kiosk are, its own clock and disk among them when they are wrong."""

    devices: tuple[DeviceFacts, ...]


@dataclass(frozen=True, slots=True)
class CabinetDevicesSeen:
    """How the devices are that belong to the hosted cabinet alone, such as its boards."""

    devices: tuple[DeviceFacts, ...]


@dataclass(frozen=True, slots=True)
class CabinetLinkSeen:
    """The stable code of why the hosted cabinet has no line to the hall; empty once it has."""

    trouble: str


@dataclass(frozen=True, slots=True)
class ReadersSeen:
    readers: tuple[ReaderFacts, ...]


@dataclass(frozen=True, slots=True)
class PrinterSeen:
    printer: PrinterFacts


@dataclass(frozen=True, slots=True)
class CardLaid:
    """`was_lying`: the reader came back with the card on it; nobody is known to have just laid it down."""

    reader: int
    was_lying: bool = False


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


FactEvent = (
    HallSeen
    | LinkSeen
    | ReadersSeen
    | PrinterSeen
    | ScannerSeen
    | DevicesSeen
    | CabinetDevicesSeen
    | CabinetLinkSeen
    | StaffCardRefused
    | StaffCardLies
    | StaffCardGone
)
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
    | AskFailed
    | PreviewSeen
    | TicketsFound
    | CodeKnown
    | AppointmentsFound
    | SlotsFound
    | AppointmentMade
    | CasesFound
    | MattersFound
    | MatterSeen
    | MattersNamed
    | ProspectSeen
    | ExplanationSeen
    | TicketChanged
    | LinkMade
    | LinkFailed
    | LinkStale
    | ListPrinted
)
Event = (
    FactEvent
    | Answer
    | Hand
    | CabinetLeft
    | CardLaid
    | CodeScanned
    | StaffSeen
    | StaffTold
    | LogSeen
    | Resumed
)
