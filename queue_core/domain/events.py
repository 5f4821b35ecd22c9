"""What happened: the one tagged, versioned union that is decided, stored and exported.

Every event carries its instant (`at_ms`, milliseconds since 1970, UTC). `VERSION` of a class grows when the
meaning or shape of its body changes; the store keeps it beside the body.
"""

from typing import ClassVar

from msgspec import Struct

from queue_core.domain.follow_up import FollowUp
from queue_core.domain.hall_clock import Session
from queue_core.domain.records import (
    Appointment,
    AtPartner,
    Calibration,
    Case,
    Door,
    Notice,
    OnShelf,
    Posted,
    ProofCount,
    Unlocking,
)
from queue_core.domain.rules import HallRules, Unit
from queue_core.domain.ticket import Errand, Estimate, Priority, Slot
from queue_core.domain.words import (
    AppointmentState,
    CallBack,
    CallWay,
    DeferralReason,
    DoorCondition,
    ExpiryReason,
    Finding,
    FollowUpAct,
    Origin,
    ProofKind,
    RatingChannel,
    ReceiptKind,
    Right,
    UnlockingDoubt,
    UnlockingFailure,
)


class Happening(Struct, frozen=True, kw_only=True, gc=False, tag_field="kind"):
    VERSION: ClassVar[int] = 1

    at_ms: int


# The hall and its day


class DayOpened(Happening, frozen=True, kw_only=True, tag="day-opened"):
    """Everything starts anew but the ids and what crosses midnight; windows are closed.

    `midnight_ms` is when the local day began. Without `sessions` the hall is always open. `appointments` are
    those of today and later, `cases` those not yet handed over,
    `notices` those not over yet, `unlockings` those not settled yet. `is_steered`:
    a day of a simulation or a training, whose clock was set by hand.
    """

    VERSION: ClassVar[int] = 2

    day: str
    rules: HallRules
    next_ticket_id: int
    next_call_id: int
    midnight_ms: int = 0
    sessions: tuple[Session, ...] = ()
    next_appointment_id: int = 1
    next_case_id: int = 1
    appointments: tuple[Appointment, ...] = ()
    cases: tuple[Case, ...] = ()
    calibration: Calibration = Calibration()
    is_steered: bool = False
    next_follow_up_id: int = 1
    follow_ups: tuple[FollowUp, ...] = ()
    next_notice_id: int = 1
    notices: tuple[Notice, ...] = ()
    next_serial: int = 1
    next_unlocking_id: int = 1
    doors: tuple[Door, ...] = ()
    unlockings: tuple[Unlocking, ...] = ()
    proof_counts: tuple[ProofCount, ...] = ()


class RulesChanged(Happening, frozen=True, kw_only=True, tag="rules-changed"):
    VERSION: ClassVar[int] = 2

    rules: HallRules


class HeadStartChanged(Happening, frozen=True, kw_only=True, tag="head-start-changed"):
    """The appointment head start now in effect: raised in an overloaded hall, restored when it is empty."""

    head_start_ms: int


class DayClosed(Happening, frozen=True, kw_only=True, tag="day-closed"):
    """No number is issued and none is called any more today; `reason` is free of personal data."""

    reason: ExpiryReason


class NoticePosted(Happening, frozen=True, kw_only=True, tag="notice-posted"):
    """What the hall tells everybody from now on; free of personal data."""

    notice: Notice


class NoticeEnded(Happening, frozen=True, kw_only=True, tag="notice-ended"):
    """It was taken down, or its time is over."""

    notice_id: int


class DeviceChanged(Happening, frozen=True, kw_only=True, tag="device-changed"):
    """A device of a front end stopped working, or works again.

    `front_end` is the enrolled name of whose it is, `device` its name there; `device_kind` and `state` are
    the drivers' words, or `gone` for one that the front end does not have any more.
    """

    front_end: str
    device: str
    device_kind: str
    state: str
    is_working: bool


class ModelCalibrated(Happening, frozen=True, kw_only=True, tag="model-calibrated"):
    """What the estimates learned today, as it goes over into the next day."""

    calibration: Calibration


HallEvent = (
    DayOpened
    | RulesChanged
    | HeadStartChanged
    | DayClosed
    | ModelCalibrated
    | NoticePosted
    | NoticeEnded
    | DeviceChanged
)


# Windows


class WindowOpened(Happening, frozen=True, kw_only=True, tag="window-opened"):
    """`clerk` is None at an unattended terminal."""

    window: int
    clerk: str | None


class WindowTakenOver(Happening, frozen=True, kw_only=True, tag="window-taken-over"):
    """Another clerk goes on at an open window with whatever is in hand there: what follows is hers or his."""

    window: int
    clerk: str


class WindowClosed(Happening, frozen=True, kw_only=True, tag="window-closed"):
    """`reason` stands with an emergency."""

    window: int
    reason: str | None = None


class PauseAsked(Happening, frozen=True, kw_only=True, tag="pause-asked"):
    """The window will pause when the ticket it has is done, for so long as its clerk said."""

    window: int
    reason: str
    lasts_ms: int | None = None


class WindowPaused(Happening, frozen=True, kw_only=True, tag="window-paused"):
    """`lasts_ms` is for how long, as was said: nothing ends by itself."""

    window: int
    reason: str
    lasts_ms: int | None = None


class WindowResumed(Happening, frozen=True, kw_only=True, tag="window-resumed"):
    """The pause is over, or was asked for and is not wanted any more."""

    window: int


class ProfileChanged(Happening, frozen=True, kw_only=True, tag="profile-changed"):
    """`reason` is the supervisor's, free of personal data."""

    window: int
    profile: tuple[Unit, ...]
    reason: str | None = None


WindowEvent = (
    WindowOpened | WindowTakenOver | WindowClosed | PauseAsked | WindowPaused | WindowResumed | ProfileChanged
)


# A ticket before its call


class TicketIssued(Happening, frozen=True, kw_only=True, tag="ticket-issued"):
    """`ahead` and `estimate` are what the citizen was told; `closing_chance` is in per mille, if asked.

    `holder` is sealed under a key that can be destroyed. `visitor` is the first ticket today of the same
    person. `lapsed` is why an appointment that was brought gives no right. A `remote` one waits only
    from its holder's arrival. `project` is the green channel whose windows alone call it. `contact` is
    sealed likewise, for longer: where the rating of the visit is asked for.
    """

    VERSION: ClassVar[int] = 2

    ticket_id: int
    number: str
    reference: str
    errands: tuple[Errand, ...]
    language: str
    holder: bytes | None
    visitor: int
    origin: Origin = Origin.KIOSK
    is_remote: bool = False
    priority: Priority | None = None
    slot: Slot | None = None
    lapsed: str | None = None
    ahead: int = 0
    estimate: Estimate | None = None
    closing_chance: int | None = None
    project: str | None = None
    contact: bytes | None = None


class TicketArrived(Happening, frozen=True, kw_only=True, tag="ticket-arrived"):
    """The holder of a remote number is in the hall; `seniority_ms` (hall clock): that of all its errands."""

    ticket_id: int
    seniority_ms: int


class EstimateShown(Happening, frozen=True, kw_only=True, tag="estimate-shown"):
    """A prediction a citizen was shown before a choice, such as a conversion to `unit`."""

    ticket_id: int
    unit: Unit
    ahead: int
    estimate: Estimate


class PriorityGranted(Happening, frozen=True, kw_only=True, tag="priority-granted"):
    ticket_id: int
    priority: Priority


class TicketConverted(Happening, frozen=True, kw_only=True, tag="ticket-converted"):
    """Errand number `errand` (from 0) is for another unit now; its seniority stays.

    `keeps_slot`: the appointment goes with it; otherwise its right ends here. `case_id` verifies a pickup.
    """

    ticket_id: int
    errand: int
    unit: Unit
    matter: str | None
    case_id: int | None = None
    keeps_slot: bool = True


class ErrandAdded(Happening, frozen=True, kw_only=True, tag="errand-added"):
    """A further matter on the same number, declared now (`errand.seniority_ms` is this instant)."""

    ticket_id: int
    errand: Errand


class ResultReady(Happening, frozen=True, kw_only=True, tag="result-ready"):
    """What was accepted today is finished today: a pickup stage whose place counts from now."""

    ticket_id: int
    errand: Errand


class TicketDeferred(Happening, frozen=True, kw_only=True, tag="ticket-deferred"):
    """Waits, but lets `passes` calls of others by windows that serve it go first."""

    ticket_id: int
    reason: DeferralReason
    passes: int


class DeferralEnded(Happening, frozen=True, kw_only=True, tag="deferral-ended"):
    """It has let enough others pass."""

    ticket_id: int


class TicketCancelled(Happening, frozen=True, kw_only=True, tag="ticket-cancelled"):
    """`window` is the one that had called it, which is free then."""

    ticket_id: int
    window: int | None = None


class TicketExpired(Happening, frozen=True, kw_only=True, tag="ticket-expired"):
    """`window` is the one that had it, which is free then."""

    ticket_id: int
    reason: ExpiryReason
    window: int | None = None


QueueEvent = (
    TicketIssued
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
)


# How the number reaches its holder


class TicketPrinting(Happening, frozen=True, kw_only=True, tag="ticket-printing"):
    ticket_id: int


class TicketPrinted(Happening, frozen=True, kw_only=True, tag="ticket-printed"):
    ticket_id: int


class TicketReprinted(Happening, frozen=True, kw_only=True, tag="ticket-reprinted"):
    ticket_id: int


class TicketPrintFailed(Happening, frozen=True, kw_only=True, tag="ticket-print-failed"):
    ticket_id: int
    reason: str | None


class TicketWentPaperless(Happening, frozen=True, kw_only=True, tag="ticket-went-paperless"):
    ticket_id: int


class TicketWithdrawn(Happening, frozen=True, kw_only=True, tag="ticket-withdrawn"):
    """The number never reached its holder and is ended. `reason` is a stable code."""

    ticket_id: int
    reason: str | None


DeliveryEvent = TicketPrinting | TicketPrinted | TicketReprinted | TicketPrintFailed | TicketWentPaperless


# A ticket at a window


class TicketCalled(Happening, frozen=True, kw_only=True, tag="ticket-called"):
    """`in_hand` are the errands (indexes) the window does in this sitting, the one it was called for first.

    `right` is what its key rested on; `reason` is the supervisor's, with an override.
    """

    VERSION: ClassVar[int] = 2

    call_id: int
    ticket_id: int
    window: int
    in_hand: tuple[int, ...] = (0,)
    right: Right = Right.ARRIVAL
    way: CallWay = CallWay.RULE
    reason: str | None = None


class TicketRecalled(Happening, frozen=True, kw_only=True, tag="ticket-recalled"):
    """`nth` is 2 for the first recall."""

    call_id: int
    ticket_id: int
    window: int
    nth: int


class CallSpoken(Happening, frozen=True, kw_only=True, tag="call-spoken"):
    """The voice has said a call or recall: the time to come begins with the first that was heard."""

    call_id: int
    ticket_id: int
    window: int


class NoteWritten(Happening, frozen=True, kw_only=True, tag="note-written"):
    """For the window that has the number next. `note` is sealed as a holder is; None: none after all."""

    ticket_id: int
    window: int
    note: bytes | None


class ServiceStarted(Happening, frozen=True, kw_only=True, tag="service-started"):
    ticket_id: int
    window: int


class ServiceFinished(Happening, frozen=True, kw_only=True, tag="service-finished"):
    """All that was open is done; `done` are the errands (indexes) of this sitting."""

    VERSION: ClassVar[int] = 2

    ticket_id: int
    window: int
    done: tuple[int, ...] = (0,)


class StageFinished(Happening, frozen=True, kw_only=True, tag="stage-finished"):
    """What this window could do is done (`done`, indexes); the number waits on for the rest.

    The right of an appointment ends with it.
    """

    ticket_id: int
    window: int
    done: tuple[int, ...]


class TicketSentBack(Happening, frozen=True, kw_only=True, tag="ticket-sent-back"):
    """From the window back to waiting, with its seniority; only `bound_to` may call it, if that is given."""

    ticket_id: int
    window: int
    bound_to: int | None = None


class TicketHeld(Happening, frozen=True, kw_only=True, tag="ticket-held"):
    """Its holder fetches what is missing; `until_ms` is on the hall clock."""

    ticket_id: int
    window: int
    reason: str
    until_ms: int


class TicketMissed(Happening, frozen=True, kw_only=True, tag="ticket-missed"):
    ticket_id: int
    window: int


class TicketReturned(Happening, frozen=True, kw_only=True, tag="ticket-returned"):
    """Its holder is back, from absence or with what was missing.

    `seniority_ms` (hall clock) is the new one of all open errands after a long absence, None when it stays.
    """

    ticket_id: int
    seniority_ms: int | None = None
    keeps_slot: bool = True


ServiceEvent = (
    TicketCalled
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
)


# Ratings


class ServiceRated(Happening, frozen=True, kw_only=True, tag="service-rated"):
    """The one rating of a visit: bound to the window and clerk of its last service.

    `labels` are codes. `visited_on` (ISO date) stands where the day of the visit is over.
    """

    ticket_id: int
    window: int
    level: int
    channel: RatingChannel
    labels: tuple[str, ...] = ()
    clerk: str | None = None
    visited_on: str | None = None


class RatingSkipped(Happening, frozen=True, kw_only=True, tag="rating-skipped"):
    """Its holder did not want to rate at the window, which asks no more."""

    ticket_id: int
    window: int
    channel: RatingChannel


class FollowUpOpened(Happening, frozen=True, kw_only=True, tag="follow-up-opened"):
    """A low rating was given."""

    follow_up: FollowUp


class FollowUpAdvanced(Happening, frozen=True, kw_only=True, tag="follow-up-advanced"):
    """`act` was done. `note` is sealed under the key of the day `sealed_on`."""

    follow_up_id: int
    act: FollowUpAct
    supervisor: str
    note: bytes | None = None
    sealed_on: str | None = None


class FollowUpSentBack(Happening, frozen=True, kw_only=True, tag="follow-up-sent-back"):
    """The review found it not settled: it is rectified again, once, by `due_on` (ISO date)."""

    follow_up_id: int
    supervisor: str
    result: CallBack
    due_on: str
    note: bytes | None = None
    sealed_on: str | None = None


class FollowUpClosed(Happening, frozen=True, kw_only=True, tag="follow-up-closed"):
    """`result` is what the citizen said when called back."""

    follow_up_id: int
    supervisor: str
    result: CallBack
    note: bytes | None = None
    sealed_on: str | None = None


RatingEvent = ServiceRated | RatingSkipped | FollowUpOpened
FollowUpEvent = FollowUpAdvanced | FollowUpSentBack | FollowUpClosed


# Appointments and cases


class AppointmentBooked(Happening, frozen=True, kw_only=True, tag="appointment-booked"):
    """`holder` is sealed. `appointment.source` names the booking system it came from."""

    appointment: Appointment
    holder: bytes | None


class AppointmentCheckedIn(Happening, frozen=True, kw_only=True, tag="appointment-checked-in"):
    appointment_id: int
    ticket_id: int


class AppointmentEnded(Happening, frozen=True, kw_only=True, tag="appointment-ended"):
    """Cancelled or missed."""

    appointment_id: int
    state: AppointmentState


class CaseAccepted(Happening, frozen=True, kw_only=True, tag="case-accepted"):
    """`ticket_id` is the number in hand at the window where it was accepted, if it was at one."""

    case: Case
    ticket_id: int | None = None


class CaseReady(Happening, frozen=True, kw_only=True, tag="case-ready"):
    """`serial` is that of its pickup code; it is kept until `keep_until_ms`."""

    case_id: int
    serial: int = 0
    keep_until_ms: int | None = None


class CaseHandedOver(Happening, frozen=True, kw_only=True, tag="case-handed-over"):
    """`ticket_id` is the number with which it was collected, if one was."""

    case_id: int
    ticket_id: int | None = None


class CasePlaced(Happening, frozen=True, kw_only=True, tag="case-placed"):
    """Outside the hall's own doors; `place` None: it is in somebody's hands."""

    case_id: int
    place: OnShelf | AtPartner | Posted | None


class CaseDeposited(Happening, frozen=True, kw_only=True, tag="case-deposited"):
    """存件: it lies behind a closed door. `serial` is that of its new pickup code."""

    case_id: int
    cabinet: str
    door: int
    serial: int
    keep_until_ms: int


class CaseRemoved(Happening, frozen=True, kw_only=True, tag="case-removed"):
    """取回: taken out of its door to another place, or not put in after all; the hall keeps it until then."""

    case_id: int
    keep_until_ms: int | None = None


class CaseMissing(Happening, frozen=True, kw_only=True, tag="case-missing"):
    """Its door was found empty, perhaps after it had seemed handed over."""

    case_id: int


class CaseKeptLonger(Happening, frozen=True, kw_only=True, tag="case-kept-longer"):
    case_id: int
    until_ms: int


class CaseExpired(Happening, frozen=True, kw_only=True, tag="case-expired"):
    """逾期未取: its pickup code is good no longer. One behind a door is still there."""

    case_id: int


class CaseReturned(Happening, frozen=True, kw_only=True, tag="case-returned"):
    case_id: int


class ReceiptPrinted(Happening, frozen=True, kw_only=True, tag="receipt-printed"):
    case_id: int
    receipt: ReceiptKind


AppointmentEvent = AppointmentBooked | AppointmentCheckedIn | AppointmentEnded
CaseEvent = (
    CaseAccepted
    | CaseReady
    | CasePlaced
    | CaseDeposited
    | CaseRemoved
    | CaseMissing
    | CaseKeptLonger
    | CaseExpired
    | CaseReturned
    | CaseHandedOver
    | ReceiptPrinted
)


# Cabinets and their doors


class UnlockingAsked(Happening, frozen=True, kw_only=True, tag="unlocking-asked"):
    """Journaled before the door is told to open."""

    unlocking: Unlocking
    proof: ProofKind | None = None


class DoorChanged(Happening, frozen=True, kw_only=True, tag="door-changed"):
    """`unlocking_id` is the order by which it opened or closed, None for none."""

    cabinet: str
    door: int
    condition: DoorCondition
    unlocking_id: int | None = None


class DoorForced(Happening, frozen=True, kw_only=True, tag="door-forced"):
    """It came open without an unlocking."""

    cabinet: str
    door: int


class DoorLeftOpen(Happening, frozen=True, kw_only=True, tag="door-left-open"):
    cabinet: str
    door: int


class FindingSaid(Happening, frozen=True, kw_only=True, tag="finding-said"):
    """Somebody at the door said so; of a settled unlocking, it corrects what its closing seemed to mean."""

    unlocking_id: int
    finding: Finding


class UnlockingUnsure(Happening, frozen=True, kw_only=True, tag="unlocking-unsure"):
    """Its end was not seen: what is inside must be asked."""

    unlocking_id: int
    doubt: UnlockingDoubt


class UnlockingSettled(Happening, frozen=True, kw_only=True, tag="unlocking-settled"):
    """What is inside now. What it means for the case follows as an event of its own."""

    unlocking_id: int
    finding: Finding


class UnlockingFailed(Happening, frozen=True, kw_only=True, tag="unlocking-failed"):
    unlocking_id: int
    failure: UnlockingFailure


class DoorServiceChanged(Happening, frozen=True, kw_only=True, tag="door-service-changed"):
    cabinet: str
    door: int
    is_in_service: bool


class ProofRefused(Happening, frozen=True, kw_only=True, tag="proof-refused"):
    """Not whose it is. `locked_until_ms`: too many in a row, no proof is taken until then."""

    cabinet: str
    proof: ProofKind
    locked_until_ms: int | None = None


class ProofAccepted(Happening, frozen=True, kw_only=True, tag="proof-accepted"):
    """Ends a count of wrong ones; without such a count it is not told."""

    cabinet: str


class ProofLockLifted(Happening, frozen=True, kw_only=True, tag="proof-lock-lifted"):
    """Staff ended a lock before its time. The next one is twice as long all the same."""

    cabinet: str


CabinetEvent = (
    UnlockingAsked
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

Event = (
    HallEvent
    | WindowEvent
    | QueueEvent
    | DeliveryEvent
    | TicketWithdrawn
    | ServiceEvent
    | RatingEvent
    | FollowUpEvent
    | AppointmentEvent
    | CaseEvent
    | CabinetEvent
)


def kind_of(event: Event | type[Event]) -> str:
    """The stable word under which an event is stored and exported, such as `ticket-issued`."""
    return str(event.__struct_config__.tag)
