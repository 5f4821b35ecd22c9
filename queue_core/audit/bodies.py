"""The bodies of the journal's events as the auditor reads them: only the fields a check needs.

Written from docs/journal.md, not from the engine's classes. What stands inside: `words`, `rules`, `records`.
"""

from typing import Literal

import msgspec
from msgspec import Struct

from queue_core.audit.records import (
    Appointment,
    AtPartner,
    Case,
    Door,
    Errand,
    FollowUp,
    Notice,
    OnShelf,
    Posted,
    Priority,
    ProofCount,
    Session,
    Slot,
    Unlocking,
)
from queue_core.audit.rules import Rules, Unit
from queue_core.audit.words import (
    Act,
    CallBack,
    Condition,
    Doubt,
    Expiry,
    Failure,
    Found,
    Natural,
    Positive,
    Proof,
    RatingChannel,
    Right,
    Way,
)


class Body(Struct, frozen=True, tag_field="kind", gc=False):
    at_ms: int


class DayOpened(Body, frozen=True, tag="day-opened"):
    day: str
    rules: Rules
    next_ticket_id: Positive
    next_call_id: Positive
    midnight_ms: int = 0
    sessions: tuple[Session, ...] = ()
    appointments: tuple[Appointment, ...] = ()
    cases: tuple[Case, ...] = ()
    follow_ups: tuple[FollowUp, ...] = ()
    next_serial: Positive = 1
    next_unlocking_id: Positive = 1
    doors: tuple[Door, ...] = ()
    unlockings: tuple[Unlocking, ...] = ()
    proof_counts: tuple[ProofCount, ...] = ()


class RulesChanged(Body, frozen=True, tag="rules-changed"):
    rules: Rules


class HeadStartChanged(Body, frozen=True, tag="head-start-changed"):
    head_start_ms: Natural


class DayClosed(Body, frozen=True, tag="day-closed"):
    reason: Expiry


class ModelCalibrated(Body, frozen=True, tag="model-calibrated"):
    pass


class NoticePosted(Body, frozen=True, tag="notice-posted"):
    notice: Notice


class NoticeEnded(Body, frozen=True, tag="notice-ended"):
    notice_id: int


class DeviceChanged(Body, frozen=True, tag="device-changed"):
    front_end: str
    device: str
    device_kind: str
    state: str
    is_working: bool


class WindowOpened(Body, frozen=True, tag="window-opened"):
    window: int
    clerk: str | None


class WindowTakenOver(Body, frozen=True, tag="window-taken-over"):
    window: int
    clerk: str


class WindowClosed(Body, frozen=True, tag="window-closed"):
    window: int
    reason: str | None = None


class PauseAsked(Body, frozen=True, tag="pause-asked"):
    window: int
    reason: str


class WindowPaused(Body, frozen=True, tag="window-paused"):
    window: int
    reason: str


class WindowResumed(Body, frozen=True, tag="window-resumed"):
    window: int


class ProfileChanged(Body, frozen=True, tag="profile-changed"):
    window: int
    profile: tuple[Unit, ...]


class TicketIssued(Body, frozen=True, tag="ticket-issued"):
    ticket_id: Positive
    number: str
    errands: tuple[Errand, ...]
    visitor: int
    is_remote: bool = False
    priority: Priority | None = None
    slot: Slot | None = None
    lapsed: str | None = None
    project: str | None = None


class OfTicket(Body, frozen=True):
    ticket_id: int


class TicketArrived(OfTicket, frozen=True, tag="ticket-arrived"):
    seniority_ms: int


class EstimateShown(OfTicket, frozen=True, tag="estimate-shown"):
    unit: Unit


class PriorityGranted(OfTicket, frozen=True, tag="priority-granted"):
    priority: Priority


class TicketConverted(OfTicket, frozen=True, tag="ticket-converted"):
    errand: Natural
    unit: Unit
    case_id: int | None = None
    keeps_slot: bool = True


class ErrandAdded(OfTicket, frozen=True, tag="errand-added"):
    errand: Errand


class ResultReady(OfTicket, frozen=True, tag="result-ready"):
    errand: Errand


class TicketDeferred(OfTicket, frozen=True, tag="ticket-deferred"):
    reason: Literal["returned", "asked"]
    passes: Natural


class DeferralEnded(OfTicket, frozen=True, tag="deferral-ended"):
    pass


class TicketCancelled(OfTicket, frozen=True, tag="ticket-cancelled"):
    window: int | None = None


class TicketExpired(OfTicket, frozen=True, tag="ticket-expired"):
    reason: Expiry
    window: int | None = None


class TicketPrinting(OfTicket, frozen=True, tag="ticket-printing"):
    pass


class TicketPrinted(OfTicket, frozen=True, tag="ticket-printed"):
    pass


class TicketReprinted(OfTicket, frozen=True, tag="ticket-reprinted"):
    pass


class TicketPrintFailed(OfTicket, frozen=True, tag="ticket-print-failed"):
    reason: str | None


class TicketWentPaperless(OfTicket, frozen=True, tag="ticket-went-paperless"):
    pass


class TicketWithdrawn(OfTicket, frozen=True, tag="ticket-withdrawn"):
    reason: str | None


class AtWindow(OfTicket, frozen=True):
    window: int


class TicketCalled(AtWindow, frozen=True, tag="ticket-called"):
    call_id: Positive
    in_hand: tuple[Natural, ...] = (0,)
    right: Right = "arrival"
    way: Way = "rule"
    reason: str | None = None


class TicketRecalled(AtWindow, frozen=True, tag="ticket-recalled"):
    call_id: Positive
    nth: int


class CallSpoken(AtWindow, frozen=True, tag="call-spoken"):
    call_id: Positive


class NoteWritten(AtWindow, frozen=True, tag="note-written"):
    pass


class ServiceStarted(AtWindow, frozen=True, tag="service-started"):
    pass


class ServiceFinished(AtWindow, frozen=True, tag="service-finished"):
    done: tuple[Natural, ...] = (0,)


class StageFinished(AtWindow, frozen=True, tag="stage-finished"):
    done: tuple[Natural, ...]


class TicketSentBack(AtWindow, frozen=True, tag="ticket-sent-back"):
    bound_to: int | None = None


class TicketHeld(AtWindow, frozen=True, tag="ticket-held"):
    reason: str
    until_ms: int


class TicketMissed(AtWindow, frozen=True, tag="ticket-missed"):
    pass


class TicketReturned(OfTicket, frozen=True, tag="ticket-returned"):
    seniority_ms: int | None = None
    keeps_slot: bool = True


class ServiceRated(Body, frozen=True, tag="service-rated"):
    """Of a number of today, unless `visited_on` says that its day is over."""

    ticket_id: int
    window: int
    level: int
    channel: RatingChannel
    labels: tuple[str, ...] = ()
    clerk: str | None = None
    visited_on: str | None = None


class RatingSkipped(Body, frozen=True, tag="rating-skipped"):
    ticket_id: int
    window: int
    channel: Literal["pad", "keypad"]


class FollowUpOpened(Body, frozen=True, tag="follow-up-opened"):
    follow_up: FollowUp


class FollowUpAdvanced(Body, frozen=True, tag="follow-up-advanced"):
    follow_up_id: int
    act: Act
    supervisor: str


class FollowUpSentBack(Body, frozen=True, tag="follow-up-sent-back"):
    follow_up_id: int
    supervisor: str
    result: CallBack
    due_on: str


class FollowUpClosed(Body, frozen=True, tag="follow-up-closed"):
    follow_up_id: int
    supervisor: str
    result: CallBack


FollowUpStep = FollowUpAdvanced | FollowUpSentBack | FollowUpClosed


class AppointmentBooked(Body, frozen=True, tag="appointment-booked"):
    appointment: Appointment


class AppointmentCheckedIn(Body, frozen=True, tag="appointment-checked-in"):
    appointment_id: int
    ticket_id: int


class AppointmentEnded(Body, frozen=True, tag="appointment-ended"):
    appointment_id: int
    state: Literal["cancelled", "missed"]


class CaseAccepted(Body, frozen=True, tag="case-accepted"):
    case: Case
    ticket_id: int | None = None


class OfCase(Body, frozen=True):
    case_id: int


class CaseReady(OfCase, frozen=True, tag="case-ready"):
    serial: Natural = 0
    keep_until_ms: int | None = None


class CaseHandedOver(OfCase, frozen=True, tag="case-handed-over"):
    ticket_id: int | None = None


class CasePlaced(OfCase, frozen=True, tag="case-placed"):
    place: OnShelf | AtPartner | Posted | None


class CaseDeposited(OfCase, frozen=True, tag="case-deposited"):
    cabinet: str
    door: int
    serial: Positive
    keep_until_ms: int


class CaseRemoved(OfCase, frozen=True, tag="case-removed"):
    keep_until_ms: int | None = None


class CaseMissing(OfCase, frozen=True, tag="case-missing"):
    pass


class CaseKeptLonger(OfCase, frozen=True, tag="case-kept-longer"):
    until_ms: int


class CaseExpired(OfCase, frozen=True, tag="case-expired"):
    pass


class CaseReturned(OfCase, frozen=True, tag="case-returned"):
    pass


class ReceiptPrinted(OfCase, frozen=True, tag="receipt-printed"):
    receipt: Literal["acceptance", "hand-over"]


class UnlockingAsked(Body, frozen=True, tag="unlocking-asked"):
    unlocking: Unlocking
    proof: Proof | None = None


class OfDoor(Body, frozen=True):
    cabinet: str
    door: int


class DoorChanged(OfDoor, frozen=True, tag="door-changed"):
    condition: Condition
    unlocking_id: int | None = None


class DoorForced(OfDoor, frozen=True, tag="door-forced"):
    pass


class DoorLeftOpen(OfDoor, frozen=True, tag="door-left-open"):
    pass


class DoorServiceChanged(OfDoor, frozen=True, tag="door-service-changed"):
    is_in_service: bool


class OfUnlocking(Body, frozen=True):
    unlocking_id: int


class FindingSaid(OfUnlocking, frozen=True, tag="finding-said"):
    finding: Found


class UnlockingUnsure(OfUnlocking, frozen=True, tag="unlocking-unsure"):
    doubt: Doubt


class UnlockingSettled(OfUnlocking, frozen=True, tag="unlocking-settled"):
    finding: Found


class UnlockingFailed(OfUnlocking, frozen=True, tag="unlocking-failed"):
    failure: Failure


class ProofRefused(Body, frozen=True, tag="proof-refused"):
    cabinet: str
    proof: Proof
    locked_until_ms: int | None = None


class ProofAccepted(Body, frozen=True, tag="proof-accepted"):
    cabinet: str


class ProofLockLifted(Body, frozen=True, tag="proof-lock-lifted"):
    cabinet: str


Happened = (
    DayOpened
    | RulesChanged
    | HeadStartChanged
    | DayClosed
    | ModelCalibrated
    | NoticePosted
    | NoticeEnded
    | DeviceChanged
    | WindowOpened
    | WindowTakenOver
    | WindowClosed
    | PauseAsked
    | WindowPaused
    | WindowResumed
    | ProfileChanged
    | TicketIssued
    | TicketArrived
    | EstimateShown
    | PriorityGranted
    | TicketConverted
    | ErrandAdded
    | ResultReady
    | TicketDeferred
    | DeferralEnded
    | TicketCancelled
    | TicketExpired
    | TicketPrinting
    | TicketPrinted
    | TicketReprinted
    | TicketPrintFailed
    | TicketWentPaperless
    | TicketWithdrawn
    | TicketCalled
    | TicketRecalled
    | CallSpoken
    | NoteWritten
    | ServiceStarted
    | ServiceFinished
    | StageFinished
    | TicketSentBack
    | TicketHeld
    | TicketMissed
    | TicketReturned
    | ServiceRated
    | RatingSkipped
    | FollowUpOpened
    | FollowUpAdvanced
    | FollowUpSentBack
    | FollowUpClosed
    | AppointmentBooked
    | AppointmentCheckedIn
    | AppointmentEnded
    | CaseAccepted
    | CaseReady
    | CaseHandedOver
    | CasePlaced
    | CaseDeposited
    | CaseRemoved
    | CaseMissing
    | CaseKeptLonger
    | CaseExpired
    | CaseReturned
    | ReceiptPrinted
    | UnlockingAsked
    | DoorChanged
    | DoorForced
    | DoorLeftOpen
    | FindingSaid
    | UnlockingUnsure
    | UnlockingSettled
    | UnlockingFailed
    | DoorServiceChanged
    | ProofRefused
    | ProofAccepted
    | ProofLockLifted
)

VERSIONS = {
    "day-opened": 2,
    "rules-changed": 2,
    "ticket-issued": 2,
    "ticket-called": 2,
    "service-finished": 2,
}
"""The version of each kind the auditor can read, where it is not 1."""

_decoder: msgspec.json.Decoder[Happened] = msgspec.json.Decoder(Happened)


def read(body: bytes) -> Happened:
    """Raises msgspec.ValidationError or DecodeError for bytes that are no documented event."""
    return _decoder.decode(body)


def kind_of(event: Happened) -> str:
    return str(event.__struct_config__.tag)
