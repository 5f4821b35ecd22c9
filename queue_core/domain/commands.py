"""What may be asked of a hall, in the imperative. Ids and secrets of chance come in as arguments."""

from msgspec import Struct

from queue_core.domain.hall_clock import Session
from queue_core.domain.rating_visit import FinishedVisit
from queue_core.domain.records import AtPartner, Calibration, OnShelf, Posted
from queue_core.domain.rules import HallRules, Unit
from queue_core.domain.ticket import Estimate, Priority
from queue_core.domain.words import (
    CallBack,
    DeliveryState,
    DoorCondition,
    DoorSize,
    ExpiryReason,
    Finding,
    FollowUpAct,
    Origin,
    PickupWay,
    ProofKind,
    RatingChannel,
    ReceiptKind,
    UnlockingFailure,
)


class _Asked(Struct, frozen=True, kw_only=True, tag=True):
    pass


# The hall and its day


class OpenDay(_Asked, frozen=True, kw_only=True):
    """Begin business day `day` (ISO date): the number series and the queue start anew."""

    day: str
    rules: HallRules
    midnight_ms: int = 0
    sessions: tuple[Session, ...] = ()
    is_steered: bool = False


class ChangeRules(_Asked, frozen=True, kw_only=True):
    """Let other rules take effect within the day, as after a restart with an edited configuration."""

    rules: HallRules


class CloseDay(_Asked, frozen=True, kw_only=True):
    """End every open number and close all windows."""

    reason: ExpiryReason


class KeepTime(_Asked, frozen=True, kw_only=True):
    """The timer's command: let happen what the clock alone brings about. Without effect otherwise."""


class PostNotice(_Asked, frozen=True, kw_only=True):
    """Tell everybody, by language tag, for so long or until it is taken down."""

    texts: dict[str, str]
    lasts_ms: int | None = None


class EndNotice(_Asked, frozen=True, kw_only=True):
    notice_id: int


class DeviceSeen(Struct, frozen=True, kw_only=True):
    """A device as its front end tells of it, in the drivers' words."""

    name: str
    kind: str
    state: str


class ReportDevices(_Asked, frozen=True, kw_only=True):
    """How all devices of a front end are now."""

    front_end: str
    devices: tuple[DeviceSeen, ...]


class CallWaiting(_Asked, frozen=True, kw_only=True):
    """The hall's own command: call to each idle window that does not wait for its clerk."""


class Calibrate(_Asked, frozen=True, kw_only=True):
    calibration: Calibration


HallCommand = (
    OpenDay
    | ChangeRules
    | CloseDay
    | KeepTime
    | CallWaiting
    | Calibrate
    | PostNotice
    | EndNotice
    | ReportDevices
)


# Numbers


class ErrandWanted(Struct, frozen=True, kw_only=True):
    """`case_id` is a finished case of the same person, found outside the journal."""

    unit: Unit
    matter: str | None = None
    case_id: int | None = None
    items: int = 1


class TakeNumber(_Asked, frozen=True, kw_only=True):
    """Issue a ticket.

    `reference` is random and public. `sealed_holder` is opaque here. `held` are the tickets the same person
    took today, as the application found them outside the journal. `closing_chance` (per mille) is that of
    being called before closing; `accepts_risk` says that its holder was warned. `project` is the green
    channel it is for. `contact` is sealed as well: where to ask for a rating.
    """

    errands: tuple[ErrandWanted, ...]
    reference: str
    language: str = "zh-CN"
    sealed_holder: bytes | None = None
    held: tuple[int, ...] = ()
    origin: Origin = Origin.KIOSK
    is_remote: bool = False
    priority: Priority | None = None
    appointment_id: int | None = None
    estimate: Estimate | None = None
    closing_chance: int | None = None
    accepts_risk: bool = False
    project: str | None = None
    contact: bytes | None = None


class Arrive(_Asked, frozen=True, kw_only=True):
    """The holder of a remote number shows it in the hall."""

    ticket_id: int


class ReportDelivery(_Asked, frozen=True, kw_only=True):
    """Say how the number reaches its holder; `reason` is the device error's code when it failed."""

    ticket_id: int
    outcome: DeliveryState
    reason: str | None = None


class WithdrawUndelivered(_Asked, frozen=True, kw_only=True):
    """The timer's command: end a waiting number that reached nobody in time. Without effect otherwise."""

    ticket_id: int


class ShowEstimate(_Asked, frozen=True, kw_only=True):
    ticket_id: int
    unit: Unit
    ahead: int
    estimate: Estimate


class GrantPriority(_Asked, frozen=True, kw_only=True):
    ticket_id: int
    priority: Priority


class Convert(_Asked, frozen=True, kw_only=True):
    """Turn an errand (index) into one for another unit, waiting, called or in service; the place stays."""

    ticket_id: int
    unit: Unit
    errand: int = 0
    matter: str | None = None
    case_id: int | None = None


class AddErrand(_Asked, frozen=True, kw_only=True):
    ticket_id: int
    wanted: ErrandWanted


class AnnounceResult(_Asked, frozen=True, kw_only=True):
    """What this number accepted today is finished: it waits for its pickup."""

    ticket_id: int
    case_id: int


class Defer(_Asked, frozen=True, kw_only=True):
    ticket_id: int


class Return(_Asked, frozen=True, kw_only=True):
    """The holder of an absent or held number is back."""

    ticket_id: int


class Cancel(_Asked, frozen=True, kw_only=True):
    ticket_id: int


TicketCommand = (
    TakeNumber
    | Arrive
    | ReportDelivery
    | WithdrawUndelivered
    | ShowEstimate
    | GrantPriority
    | Convert
    | AddErrand
    | AnnounceResult
    | Defer
    | Return
    | Cancel
)


# Windows


class OpenWindow(_Asked, frozen=True, kw_only=True):
    """`clerk` is None at an unattended terminal."""

    window: int
    clerk: str | None


class TakeOverWindow(_Asked, frozen=True, kw_only=True):
    """Let another clerk go on at an open window, with whatever is in hand there."""

    window: int
    clerk: str


class CloseWindow(_Asked, frozen=True, kw_only=True):
    """With `emergency` (its reason) a ticket in hand goes back to waiting; without, it must be done first."""

    window: int
    emergency: str | None = None


class PauseWindow(_Asked, frozen=True, kw_only=True):
    """Pause now, or when the ticket in hand is done; a terminal that is out of order at once."""

    window: int
    reason: str
    lasts_ms: int | None = None


class ResumeWindow(_Asked, frozen=True, kw_only=True):
    window: int


class ChangeProfile(_Asked, frozen=True, kw_only=True):
    window: int
    profile: tuple[Unit, ...]
    reason: str | None = None


class WriteNote(_Asked, frozen=True, kw_only=True):
    """For the window that has the ticket in hand next; sealed. None: none after all."""

    window: int
    sealed: bytes | None


class CallNext(_Asked, frozen=True, kw_only=True):
    window: int


class CallTicket(_Asked, frozen=True, kw_only=True):
    """The supervisor's override: call this one, for a stated reason."""

    window: int
    ticket_id: int
    reason: str


class Recall(_Asked, frozen=True, kw_only=True):
    window: int


class ReportSpoken(_Asked, frozen=True, kw_only=True):
    """The voice has said a call."""

    call_id: int


class StartService(_Asked, frozen=True, kw_only=True):
    """`ticket_id`: who tapped at a terminal; it must be the one that was called."""

    window: int
    ticket_id: int | None = None


class FinishService(_Asked, frozen=True, kw_only=True):
    """`unfinished` are errands (indexes) of this sitting that are not done after all and wait on."""

    window: int
    unfinished: tuple[int, ...] = ()


class MarkNoShow(_Asked, frozen=True, kw_only=True):
    window: int


class HoldTicket(_Asked, frozen=True, kw_only=True):
    window: int
    reason: str


class Transfer(_Asked, frozen=True, kw_only=True):
    """Send the ticket in hand on: to another unit, to one window, or both. Its place stays."""

    window: int
    unit: Unit | None = None
    to_window: int | None = None


WindowCommand = (
    OpenWindow
    | TakeOverWindow
    | CloseWindow
    | PauseWindow
    | ResumeWindow
    | ChangeProfile
    | WriteNote
    | CallNext
    | CallTicket
    | Recall
    | ReportSpoken
    | StartService
    | FinishService
    | MarkNoShow
    | HoldTicket
    | Transfer
)


# Ratings


class Rate(_Asked, frozen=True, kw_only=True):
    """Rate a visit at the window of its last service: level 5 非常满意 … 1 非常不满意.

    `labels` are codes of the hall's. `due_on` (ISO date): when a follow-up of it is due, if it is low.
    """

    window: int
    ticket_id: int
    level: int
    channel: RatingChannel
    labels: tuple[str, ...] = ()
    due_on: str = ""


class RateVisit(_Asked, frozen=True, kw_only=True):
    """Rate a visit of today that is over, wherever it was served last."""

    ticket_id: int
    level: int
    channel: RatingChannel
    labels: tuple[str, ...] = ()
    due_on: str = ""


class RatePastVisit(_Asked, frozen=True, kw_only=True):
    """Rate a visit whose day is over; the application found its facts in the journal."""

    visit: FinishedVisit
    level: int
    labels: tuple[str, ...] = ()
    due_on: str = ""


class SkipRating(_Asked, frozen=True, kw_only=True):
    """Do not ask at this window any more."""

    window: int
    ticket_id: int
    channel: RatingChannel


class AdvanceFollowUp(_Asked, frozen=True, kw_only=True):
    """The present stage is done. `result` comes with REVIEW and REDO; `due_on` is the new date of a REDO.

    `note` is sealed under the key of the day `sealed_on`.
    """

    follow_up_id: int
    act: FollowUpAct
    supervisor: str
    result: CallBack | None = None
    note: bytes | None = None
    sealed_on: str | None = None
    due_on: str = ""


RatingCommand = Rate | RateVisit | RatePastVisit | SkipRating | AdvanceFollowUp


# Appointments and cases


class BookAppointment(_Asked, frozen=True, kw_only=True):
    """`held` are appointments of the same person; `missed` how many the person missed lately.

    `replaces` is one of them that is given back for this one.
    """

    unit: Unit
    starts_at_ms: int
    reference: str
    matter: str | None = None
    sealed_holder: bytes | None = None
    held: tuple[int, ...] = ()
    missed: int = 0
    source: str | None = None
    replaces: int | None = None


class CancelAppointment(_Asked, frozen=True, kw_only=True):
    appointment_id: int


class RecordCase(_Asked, frozen=True, kw_only=True):
    """A case accepted here or told by the back office. The same `code` again changes nothing.

    `ticket_id` is the number in hand, where it is accepted at a window.
    """

    code: str
    ticket_id: int | None = None
    unit: Unit
    matter: str | None = None
    contact: bytes | None = None
    sealed_on: str | None = None
    is_ready: bool = False
    way: PickupWay = PickupWay.WINDOW
    language: str = "zh-CN"


class MarkCaseReady(_Asked, frozen=True, kw_only=True):
    case_id: int


class HandOverCase(_Asked, frozen=True, kw_only=True):
    case_id: int
    ticket_id: int | None = None


class PlaceCase(_Asked, frozen=True, kw_only=True):
    """A finished case was put somewhere outside the hall's own doors, or taken from there (None)."""

    case_id: int
    place: OnShelf | AtPartner | Posted | None


class KeepLonger(_Asked, frozen=True, kw_only=True):
    """Let a case wait where it is until then (by the wall)."""

    case_id: int
    until_ms: int


class ReturnCase(_Asked, frozen=True, kw_only=True):
    """Back to the department that made it; not out of a door."""

    case_id: int


class ReportReceipt(_Asked, frozen=True, kw_only=True):
    """A receipt was printed, at a device of that name."""

    case_id: int
    receipt: ReceiptKind


AppointmentCommand = BookAppointment | CancelAppointment
CaseCommand = RecordCase | MarkCaseReady | HandOverCase | PlaceCase | KeepLonger | ReturnCase | ReportReceipt


# Cabinets and their doors


class AskDeposit(_Asked, frozen=True, kw_only=True):
    """Open the smallest free door at least of `size` for a case."""

    cabinet: str
    case_id: int
    size: DoorSize


class AskCollection(_Asked, frozen=True, kw_only=True):
    """Open the door of a case for its holder, who has shown `proof`."""

    case_id: int
    proof: ProofKind


class AskRemoval(_Asked, frozen=True, kw_only=True):
    """Open the door of a case for staff, who take it somewhere else."""

    case_id: int


class AskInspection(_Asked, frozen=True, kw_only=True):
    """Open a door for staff, who look what is inside."""

    cabinet: str
    door: int


class FailUnlocking(_Asked, frozen=True, kw_only=True):
    """The cabinet could not open the door, or nobody wants it any more.

    STUCK: the contact stayed closed. WITHDRAWN: the board was never told. FOUND_FULL: at a deposit, while the
    door is open. After BOARD_AWAY an order that may have let a case out is unsure; others have failed.
    """

    unlocking_id: int
    failure: UnlockingFailure


class SayFinding(_Asked, frozen=True, kw_only=True):
    """Somebody at the door says what is in it.

    It counts at once while the unlocking is unsure and its door not open, else when the door closes. A short
    time after a closing it corrects what that seemed to mean. INSIDE: it lies inside (put back, deposited).
    EMPTY: taken, or not put in. MISSING: nothing was inside when the door came open.
    """

    unlocking_id: int
    finding: Finding


class ReportDoors(_Asked, frozen=True, kw_only=True):
    """How doors are now, by number, as a cabinet's board tells them; doors that are not named are as before.

    `in_hand`: the unlockings the cabinet still knows of; None when this tells of single doors only. At a
    start all others become unsure.
    """

    cabinet: str
    doors: dict[int, DoorCondition]
    in_hand: tuple[int, ...] | None = None


class SetDoorService(_Asked, frozen=True, kw_only=True):
    """Take a door out of service, or back into it (which ends its trouble); not while something is inside."""

    cabinet: str
    door: int
    is_in_service: bool


class CountProof(_Asked, frozen=True, kw_only=True):
    """A proof was shown at a cabinet: a right one ends the count of wrong ones."""

    cabinet: str
    proof: ProofKind
    is_right: bool


class LiftProofLock(_Asked, frozen=True, kw_only=True):
    """End before its time the lock that wrong proofs brought upon a cabinet, or a device that reads codes."""

    cabinet: str


CabinetCommand = (
    AskDeposit
    | AskCollection
    | AskRemoval
    | AskInspection
    | FailUnlocking
    | SayFinding
    | ReportDoors
    | SetDoorService
    | CountProof
    | LiftProofLock
)

Command = (
    HallCommand
    | TicketCommand
    | WindowCommand
    | RatingCommand
    | AppointmentCommand
    | CaseCommand
    | CabinetCommand
)
