"""Why a command was not carried out. `code` is stable, `remedy` says to an operator what to do.

One flat list, in the order of what is refused: the day, a new number, tickets, windows and calls, ratings and
follow-ups, appointments, cases, cabinets and unlockings, notices. What shares a root follows it.
"""

from typing import ClassVar

from queue_core.domain.records import Appointment, Case, Door, Unlocking
from queue_core.domain.rules import Quota, Unit
from queue_core.domain.ticket import Ticket, Window
from queue_core.domain.words import (
    DeliveryState,
    DoorSize,
    Finding,
    FollowUpAct,
    FollowUpStage,
    UnlockingFailure,
    WindowKind,
)


class Refusal(Exception):
    """Nothing changed. The root of all refusals of the domain."""

    code: ClassVar[str] = "refused"
    remedy: ClassVar[str] = "Look at the current state and decide anew."


class HallClosed(Refusal):
    code = "hall-closed"
    remedy = "Open the business day first."

    def __init__(self) -> None:
        super().__init__("no business day is open")


class HallNotOpenYet(Refusal):
    """Wall instants: numbers are issued from `issues_from_ms`, called from `opens_at_ms`."""

    code = "hall-not-open-yet"
    remedy = "Come back when numbers are issued; see the opening hours."

    def __init__(self, issues_from_ms: int, opens_at_ms: int) -> None:
        super().__init__("no numbers are issued yet")
        self.issues_from_ms = issues_from_ms
        self.opens_at_ms = opens_at_ms


class HallClosedToday(Refusal):
    """`opens_at_ms` is when the hall opens again, as far as its day knows."""

    code = "hall-closed-today"
    remedy = "Come on the next day of opening, or book an appointment."

    def __init__(self, opens_at_ms: int | None = None) -> None:
        super().__init__("the hall is closed for today")
        self.opens_at_ms = opens_at_ms


class UnitNotOffered(Refusal):
    code = "not-offered"
    remedy = "Choose a category and class that a window handles; see categories and windows in hall.toml."

    def __init__(self, unit: Unit) -> None:
        super().__init__(f"no window handles {unit.category}/{unit.ticket_class}")
        self.unit = unit


class AlreadyWaiting(Refusal):
    """`ticket` is the one the same person holds for this unit."""

    code = "already-waiting"
    remedy = "Use the number already held; it can be shown or printed again."

    def __init__(self, ticket: Ticket) -> None:
        super().__init__(f"this person already holds {ticket.number}")
        self.ticket = ticket


class ClosingRefusal(Refusal):
    """`chance` is that of being called before closing, in per mille."""

    def __init__(self, chance: int) -> None:
        super().__init__(f"of a thousand such numbers {chance} are called before closing")
        self.chance = chance


class WillNotBeServed(ClosingRefusal):
    code = "will-not-be-served"
    remedy = "Book an appointment for another day: the windows are full until closing."


class MayNotBeServed(ClosingRefusal):
    code = "may-not-be-served"
    remedy = "Warn the holder that the number may not be called today, or offer an appointment."


class QuotaFull(Refusal):
    """`quota` is the one that is used up."""

    code = "quota-full"
    remedy = "Come at another time or day, or book an appointment; the quotas stand in hall.toml."

    def __init__(self, quota: Quota) -> None:
        super().__init__(f"the quota of {quota.limit} numbers is used up")
        self.quota = quota


class TooManyErrands(Refusal):
    code = "too-many-errands"
    remedy = "Take one number for fewer matters, and another one when they are done."

    def __init__(self, most: int) -> None:
        super().__init__(f"a number is for 1 to {most} matters")
        self.most = most


class TooManyItems(Refusal):
    code = "too-many-items"
    remedy = "Bring fewer cases with one number."

    def __init__(self, items: int, most: int) -> None:
        super().__init__(f"a number is for 1 to {most} cases, not for {items}")
        self.items = items
        self.most = most


class PriorityUnverified(Refusal):
    code = "priority-unverified"
    remedy = "Say by whom or what the priority was verified, such as card or clerk:1001."

    def __init__(self) -> None:
        super().__init__("nobody verified the priority")


class NoSuchProject(Refusal):
    code = "no-such-project"
    remedy = "Use a green channel that hall.toml lists."

    def __init__(self, project: str) -> None:
        super().__init__(f"there is no green channel {project}")
        self.project = project


class NotInChannel(Refusal):
    """No window of the green channel serves this unit."""

    code = "not-in-channel"
    remedy = "Take the number without the project, or give the channel a window that serves this."

    def __init__(self, project: str, unit: Unit) -> None:
        super().__init__(f"no window of {project} handles {unit.category}/{unit.ticket_class}")
        self.project = project
        self.unit = unit


class NoSuchTicket(Refusal):
    code = "no-such-ticket"
    remedy = "Check the number: it may belong to another day. Take a new one."

    def __init__(self, ticket_id: int) -> None:
        super().__init__(f"there is no ticket {ticket_id} today")
        self.ticket_id = ticket_id


class TicketRefusal(Refusal):
    """`ticket` is the one concerned."""

    def __init__(self, ticket: Ticket, sentence: str) -> None:
        super().__init__(f"{ticket.number} {sentence}")
        self.ticket = ticket


class WrongState(TicketRefusal):
    code = "wrong-state"
    remedy = "Look at the present state of the number: this cannot be done in it."

    def __init__(self, ticket: Ticket) -> None:
        super().__init__(ticket, f"is {ticket.state}")


class TicketEnded(TicketRefusal):
    code = "ticket-ended"
    remedy = "Take a new number."

    def __init__(self, ticket: Ticket) -> None:
        super().__init__(ticket, f"is {ticket.state}")


class WrongDelivery(Refusal):
    code = "wrong-delivery"
    remedy = "Look at the ticket's delivery; a withdrawn number is dead: take a new one."

    def __init__(self, ticket: Ticket, outcome: DeliveryState) -> None:
        super().__init__(
            f"{ticket.number} is {ticket.state} and {ticket.delivery}: it cannot become {outcome}"
        )
        self.ticket = ticket


class NoSuchErrand(TicketRefusal):
    code = "no-such-errand"
    remedy = "Look at the open errands of the number: this one is not there, or done."

    def __init__(self, ticket: Ticket, errand: int) -> None:
        super().__init__(ticket, f"has no open errand {errand}")
        self.errand = errand


class NowhereToGo(TicketRefusal):
    code = "nowhere-to-go"
    remedy = "Name the business or the window the number is sent on to."

    def __init__(self, ticket: Ticket) -> None:
        super().__init__(ticket, "was not given another business or window")


class TooManyHolds(TicketRefusal):
    code = "too-many-holds"
    remedy = "Finish the service, or send the number back to waiting."

    def __init__(self, ticket: Ticket, most: int) -> None:
        super().__init__(ticket, f"was held {most} times already")
        self.most = most


class HolderElsewhere(TicketRefusal):
    code = "holder-elsewhere"
    remedy = "Wait until the other number of the same person is done."

    def __init__(self, ticket: Ticket) -> None:
        super().__init__(ticket, "belongs to a person who is at a window with another number")


class WindowRefusal(Refusal):
    """`window` is the printed number of the window concerned."""

    def __init__(self, window: int, sentence: str) -> None:
        super().__init__(f"window {window} {sentence}")
        self.window = window


class NoSuchWindow(WindowRefusal):
    code = "no-such-window"
    remedy = "Use a window number that hall.toml lists."

    def __init__(self, window: int) -> None:
        super().__init__(window, "does not exist in this hall")


class WindowIsClosed(WindowRefusal):
    code = "window-closed"
    remedy = "Open the window first."

    def __init__(self, window: int) -> None:
        super().__init__(window, "is closed")


class WindowIsPaused(WindowRefusal):
    code = "window-paused"
    remedy = "End the pause first."

    def __init__(self, window: Window) -> None:
        super().__init__(window.number, f"is paused: {window.pause}")


class WindowTaken(WindowRefusal):
    code = "window-taken"
    remedy = "Take another window, or let the clerk there close it first."

    def __init__(self, window: Window) -> None:
        super().__init__(window.number, f"is staffed by {window.clerk}")


class WrongStaff(WindowRefusal):
    code = "wrong-staff"
    remedy = "A window opens with its clerk, an unattended terminal without one."

    def __init__(self, window: int, kind: WindowKind) -> None:
        super().__init__(window, f"is a {kind}")
        self.kind = kind


class WindowBusy(WindowRefusal):
    """`ticket` is the one called or served there."""

    code = "window-busy"
    remedy = "Finish the present ticket first: start and finish it, or mark it as no-show."

    def __init__(self, window: int, ticket: Ticket) -> None:
        super().__init__(window, f"still has {ticket.number} ({ticket.state})")
        self.ticket = ticket


class NobodyWaiting(WindowRefusal):
    code = "nobody-waiting"
    remedy = "Wait: the window shows when a number arrives that it may call."

    def __init__(self, window: int) -> None:
        super().__init__(window, "has nobody waiting whom it may call")


class NotCalled(WindowRefusal):
    code = "not-called"
    remedy = "Call a number first."

    def __init__(self, window: int) -> None:
        super().__init__(window, "has no called number")


class NotItsTurn(WindowRefusal):
    """`ticket` is the one that was called."""

    code = "not-its-turn"
    remedy = "Wait until the number is called here."

    def __init__(self, window: int, ticket: Ticket) -> None:
        super().__init__(window, "called another number")
        self.ticket = ticket


class NotServing(WindowRefusal):
    code = "not-serving"
    remedy = "Start the service first."

    def __init__(self, window: int) -> None:
        super().__init__(window, "serves nobody")


class NotServedThere(WindowRefusal):
    code = "not-served-there"
    remedy = "Choose a window that handles this business."

    def __init__(self, window: int, unit: Unit) -> None:
        super().__init__(window, f"does not handle {unit.category}/{unit.ticket_class}")
        self.unit = unit


class TooFewCalls(WindowRefusal):
    code = "too-few-calls"
    remedy = "Recall the number until it was called often enough to count as missed."

    def __init__(self, window: int, ticket: Ticket, needed: int) -> None:
        super().__init__(window, f"called {ticket.number} {ticket.calls} of {needed} times")
        self.ticket = ticket
        self.needed = needed


class TooEarly(WindowRefusal):
    """`may_miss_at_ms` (wall) is from when on the number counts as missed."""

    code = "too-early"
    remedy = "Give the holder the time to come: it counts from the spoken call."

    def __init__(self, window: int, ticket: Ticket, may_miss_at_ms: int) -> None:
        super().__init__(window, f"called {ticket.number} a moment ago")
        self.ticket = ticket
        self.may_miss_at_ms = may_miss_at_ms


class ReasonNeeded(Refusal):
    """`longest` is in characters."""

    code = "reason-needed"
    remedy = "Say in one sentence why this number is called past the others."

    def __init__(self, longest: int) -> None:
        super().__init__(f"a reason of 1 to {longest} characters is needed")
        self.longest = longest


class NoSuchCall(Refusal):
    code = "no-such-call"
    remedy = "Nothing is to be done: the call is not one of today."

    def __init__(self, call_id: int) -> None:
        super().__init__(f"there is no call {call_id} today")
        self.call_id = call_id


class RatingRefusal(Refusal):
    """`ticket_id` is the service that was to be rated."""

    def __init__(self, ticket_id: int, sentence: str) -> None:
        super().__init__(f"the service of ticket {ticket_id} {sentence}")
        self.ticket_id = ticket_id


class NoSuchLevel(RatingRefusal):
    code = "no-such-level"
    remedy = "Send a level from 1 (very dissatisfied) to 5 (very satisfied)."

    def __init__(self, ticket_id: int, level: int) -> None:
        super().__init__(ticket_id, f"cannot be rated {level}")


class NotServed(RatingRefusal):
    code = "not-served"
    remedy = "Rate after the service at that window has finished."

    def __init__(self, ticket_id: int, window: int) -> None:
        super().__init__(ticket_id, f"was not finished at window {window}")


class NotServedYet(RatingRefusal):
    code = "not-served-yet"
    remedy = "Rate when a service of this number has finished."

    def __init__(self, ticket_id: int) -> None:
        super().__init__(ticket_id, "was not finished anywhere yet")


class AlreadyRated(RatingRefusal):
    code = "already-rated"
    remedy = "Nothing is to be done: the first rating stands."

    def __init__(self, ticket_id: int) -> None:
        super().__init__(ticket_id, "is rated already")


class RatingClosed(RatingRefusal):
    code = "rating-closed"
    remedy = "The time for rating at the window is over."

    def __init__(self, ticket_id: int) -> None:
        super().__init__(ticket_id, "can no longer be rated at the window")


class VisitGoesOn(RatingRefusal):
    code = "visit-goes-on"
    remedy = "Rate when the visit is over: this number is still open."

    def __init__(self, ticket_id: int) -> None:
        super().__init__(ticket_id, "is part of a visit that goes on")


class ProofRequired(RatingRefusal):
    code = "proof-required"
    remedy = "In this hall a rating needs the ticket, the card or the phone: rate by phone or at a kiosk."

    def __init__(self, ticket_id: int) -> None:
        super().__init__(ticket_id, "cannot be rated by a press at the window in this hall")


class RatingExpired(RatingRefusal):
    """`days` is for how long after its day a visit is rated."""

    code = "rating-expired"
    remedy = "Nothing is to be done: the days for rating this visit are over."

    def __init__(self, ticket_id: int, days: int) -> None:
        super().__init__(ticket_id, f"could be rated for {days} days only")
        self.days = days


class FollowUpRefusal(Refusal):
    """`follow_up_id` is the one concerned."""

    def __init__(self, follow_up_id: int, sentence: str) -> None:
        super().__init__(f"follow-up {follow_up_id} {sentence}")
        self.follow_up_id = follow_up_id


class NoSuchFollowUp(FollowUpRefusal):
    code = "no-such-follow-up"
    remedy = "Look at the list of follow-ups anew: it may have been closed on a day before."

    def __init__(self, follow_up_id: int) -> None:
        super().__init__(follow_up_id, "is not known")


class WrongStage(FollowUpRefusal):
    """`stage` is what is to be done next."""

    code = "wrong-stage"
    remedy = "Do the stages in their order: contact, verify, rectify, answer, review."

    def __init__(self, follow_up_id: int, stage: FollowUpStage, act: FollowUpAct) -> None:
        super().__init__(follow_up_id, f"is at {stage}: {act} is not what comes next")
        self.stage = stage


class ResultNeeded(FollowUpRefusal):
    code = "result-needed"
    remedy = "Send what the citizen said when called back with review and redo, and with nothing else."

    def __init__(self, follow_up_id: int, act: FollowUpAct) -> None:
        super().__init__(follow_up_id, f"cannot take {act} so: a result goes with the review only")


class RedoneAlready(FollowUpRefusal):
    code = "redone-already"
    remedy = "Close it with the result of the call back: it is sent back once only."

    def __init__(self, follow_up_id: int) -> None:
        super().__init__(follow_up_id, "was sent back once already")


class NoSuchAppointment(Refusal):
    """Also one that is not of today, when it was brought as a number's right."""

    code = "appointment-not-found"
    remedy = "Check the appointment and its day; without one a number can be taken as a walk-in."

    def __init__(self, appointment_id: int) -> None:
        super().__init__(f"appointment {appointment_id} is not known, or is of another day")
        self.appointment_id = appointment_id


class AppointmentUsed(Refusal):
    code = "appointment-used"
    remedy = "Use the number that was issued for the appointment; a cancelled one is void."

    def __init__(self, appointment: Appointment) -> None:
        super().__init__(f"appointment {appointment.appointment_id} is {appointment.state}")
        self.appointment = appointment


class CheckInIsInTheHall(Refusal):
    code = "check-in-in-the-hall"
    remedy = "Check the appointment in at a kiosk or at the guide desk of the hall."

    def __init__(self, appointment_id: int) -> None:
        super().__init__(f"appointment {appointment_id} cannot be checked in from afar")
        self.appointment_id = appointment_id


class NoAppointments(Refusal):
    code = "no-appointments"
    remedy = "Take a number in the hall; hall.toml names the categories that can be booked."

    def __init__(self, category: str) -> None:
        super().__init__(f"{category} cannot be booked")
        self.category = category


class AlreadyBooked(Refusal):
    """`appointment` is the one the same person has on that day."""

    code = "already-booked"
    remedy = "Use the appointment already booked, or cancel it first."

    def __init__(self, appointment: Appointment) -> None:
        super().__init__(f"this person has appointment {appointment.appointment_id} on that day")
        self.appointment = appointment


class Barred(Refusal):
    code = "barred"
    remedy = "Take a number in the hall; booking is possible again when the bar is over."

    def __init__(self, missed: int) -> None:
        super().__init__(f"this person missed {missed} appointments lately")
        self.missed = missed


class SlotRefusal(Refusal):
    """`starts_at_ms` (wall) is the slot that was asked for."""

    def __init__(self, starts_at_ms: int, sentence: str) -> None:
        super().__init__(f"the slot at {starts_at_ms} {sentence}")
        self.starts_at_ms = starts_at_ms


class NoSuchSlot(SlotRefusal):
    code = "no-such-slot"
    remedy = "Choose one of the slots the hall offers."

    def __init__(self, starts_at_ms: int) -> None:
        super().__init__(starts_at_ms, "is not one of the hall's")


class SlotPast(SlotRefusal):
    code = "slot-past"
    remedy = "Choose a slot that has not begun."

    def __init__(self, starts_at_ms: int) -> None:
        super().__init__(starts_at_ms, "has begun already")


class SlotFull(SlotRefusal):
    """`nearest` are the starts of free slots of the same day, the nearest first."""

    code = "slot-full"
    remedy = "Choose another slot; the nearest free ones are named."

    def __init__(self, starts_at_ms: int, nearest: tuple[int, ...]) -> None:
        super().__init__(starts_at_ms, "is full")
        self.nearest = nearest


class SameDayStopped(SlotRefusal):
    code = "same-day-stopped"
    remedy = "Choose another day: today more people wait than the hall can serve in time."

    def __init__(self, starts_at_ms: int) -> None:
        super().__init__(starts_at_ms, "cannot be booked any more: the hall is overloaded today")


class NoSuchCase(Refusal):
    code = "no-such-case"
    remedy = "Check the case with the back office; a number can be taken without one."

    def __init__(self, case_id: int) -> None:
        super().__init__(f"case {case_id} is not known")
        self.case_id = case_id


class CaseRefusal(Refusal):
    """`case` is the one concerned."""

    def __init__(self, case: Case) -> None:
        super().__init__(f"case {case.case_id} is {case.state}")
        self.case = case


class CaseNotReady(CaseRefusal):
    code = "case-not-ready"
    remedy = "Wait until the back office reports the case as finished."


class CaseHandedOverAlready(CaseRefusal):
    code = "case-handed-over"
    remedy = "Nothing is to be collected: ask the clerk who handed it over."


class CaseReturnedAlready(CaseRefusal):
    code = "case-returned"
    remedy = "Ask the department that made it: the hall has sent it back there."


class CaseKeptTooLong(CaseRefusal):
    code = "case-expired"
    remedy = "Ask a clerk: the time for collecting it at the cabinet is over, a window hands it over."


class CaseNotInDoor(CaseRefusal):
    code = "case-not-in-door"
    remedy = "Look where the case waits: it is behind no door of a cabinet."


class CaseInDoor(CaseRefusal):
    """`door` is where it lies."""

    code = "case-in-door"
    remedy = "Take the case out of its door first, or let its holder collect it there."

    def __init__(self, case: Case, door: Door) -> None:
        super().__init__(case)
        self.door = door


class TimeIsPast(CaseRefusal):
    code = "time-is-past"
    remedy = "Name an instant to come until which the case is kept."


class CabinetRefusal(Refusal):
    """`cabinet` is the code of the one concerned."""

    def __init__(self, cabinet: str, sentence: str) -> None:
        super().__init__(f"cabinet {cabinet} {sentence}")
        self.cabinet = cabinet


class NoSuchCabinet(CabinetRefusal):
    code = "no-such-cabinet"
    remedy = "Use a cabinet that hall.toml lists; the device of a cabinet bears its code."

    def __init__(self, cabinet: str) -> None:
        super().__init__(cabinet, "does not exist in this hall")


class NoSuchDoor(CabinetRefusal):
    code = "no-such-door"
    remedy = "Use a door number that hall.toml lists for the cabinet."

    def __init__(self, cabinet: str, door: int) -> None:
        super().__init__(cabinet, f"has no door {door}")
        self.door = door


class NoFreeDoor(CabinetRefusal):
    """`size` is the least that was asked for."""

    code = "no-free-door"
    remedy = "Use another cabinet or the shelf, or take back what is overdue."

    def __init__(self, cabinet: str, size: DoorSize) -> None:
        super().__init__(cabinet, f"has no free door that is {size} or larger")
        self.size = size


class ProofsLocked(CabinetRefusal):
    """`until_ms` (wall): no proof is taken before."""

    code = "proofs-locked"
    remedy = "Wait until the lock is over, or collect at a window; too many wrong proofs were shown."

    def __init__(self, cabinet: str, until_ms: int) -> None:
        super().__init__(cabinet, "takes no proof now")
        self.until_ms = until_ms


class DoorRefusal(CabinetRefusal):
    """`door` is the one concerned."""

    def __init__(self, door: Door, sentence: str) -> None:
        super().__init__(door.cabinet, f"has door {door.number}, which {sentence}")
        self.door = door


class DoorNotEmpty(DoorRefusal):
    code = "door-not-empty"
    remedy = "Take out what is inside, or inspect the door."

    def __init__(self, door: Door) -> None:
        super().__init__(door, "has something inside")


class DoorInTrouble(DoorRefusal):
    code = "door-in-trouble"
    remedy = "Let staff inspect the door: it is not sure what is inside."

    def __init__(self, door: Door) -> None:
        super().__init__(door, f"is {door.trouble}")


class BoardAway(DoorRefusal):
    code = "board-away"
    remedy = "Look at power and wiring of the cabinet's board; the case is safe, and a clerk can take it out."

    def __init__(self, door: Door) -> None:
        super().__init__(door, "does not answer")


class NoSuchUnlocking(Refusal):
    code = "no-such-unlocking"
    remedy = "Look at the doors anew: there never was such an order."

    def __init__(self, unlocking_id: int) -> None:
        super().__init__(f"unlocking {unlocking_id} is not known")
        self.unlocking_id = unlocking_id


class UnlockingOver(Refusal):
    code = "unlocking-over"
    remedy = "Ask for the door again: this order is over, and too long ago to be corrected."

    def __init__(self, unlocking_id: int) -> None:
        super().__init__(f"unlocking {unlocking_id} is over")
        self.unlocking_id = unlocking_id


class UnlockingRefusal(Refusal):
    """`unlocking` is the one concerned."""

    def __init__(self, unlocking: Unlocking, sentence: str) -> None:
        super().__init__(f"unlocking {unlocking.unlocking_id} {sentence}")
        self.unlocking = unlocking


class DoorBusy(UnlockingRefusal):
    """`unlocking` is the one that is not over: of the door, or of the case."""

    code = "door-busy"
    remedy = "Close the door, or say what is inside; then ask again."

    def __init__(self, unlocking: Unlocking) -> None:
        super().__init__(unlocking, f"is {unlocking.state}")


class FindingMisfits(UnlockingRefusal):
    code = "finding-misfits"
    remedy = (
        "At a deposit nothing can be missing: say whether the case is inside, or report the door as full."
    )

    def __init__(self, unlocking: Unlocking, finding: Finding) -> None:
        super().__init__(unlocking, f"is a {unlocking.purpose}, which cannot find {finding}")
        self.finding = finding


class FailureMisfits(UnlockingRefusal):
    code = "failure-misfits"
    remedy = "A door that was seen open has not failed: close it, or say what is inside."

    def __init__(self, unlocking: Unlocking, failure: UnlockingFailure) -> None:
        super().__init__(unlocking, f"is a {unlocking.purpose} and {unlocking.state}: it is not {failure}")
        self.failure = failure


class NoSuchNotice(Refusal):
    code = "no-such-notice"
    remedy = "Look at the notices that hang there now."

    def __init__(self, notice_id: int) -> None:
        super().__init__(f"there never was a notice {notice_id}")
        self.notice_id = notice_id


class NoticeUnreadable(Refusal):
    code = "notice-unreadable"
    remedy = "Write the text in at least one language, and shorter."

    def __init__(self, longest: int) -> None:
        super().__init__(f"a notice has 1 to {longest} characters in each of its languages")
        self.longest = longest


class TooManyNotices(Refusal):
    code = "too-many-notices"
    remedy = "Take one down first: nobody reads so many."

    def __init__(self, most: int) -> None:
        super().__init__(f"{most} notices hang there already")
        self.most = most
