"""Why a command was not carried out. `code` is stable, `remedy` says to an operator what to do."""

from typing import ClassVar

from queue_core.domain.rules import Unit
from queue_core.domain.ticket import Ticket, Window
from queue_core.domain.words import DeliveryState


class Refusal(Exception):
    """Nothing changed. The root of all refusals of the domain."""

    code: ClassVar[str] = "refused"
    remedy: ClassVar[str] = "Look at the current state and decide anew."


class HallClosed(Refusal):
    code = "hall-closed"
    remedy = "Open the business day first."

    def __init__(self) -> None:
        super().__init__("no business day is open")


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


class NoSuchTicket(Refusal):
    code = "no-such-ticket"
    remedy = "Check the number: it may belong to another day. Take a new one."

    def __init__(self, ticket_id: int) -> None:
        super().__init__(f"there is no ticket {ticket_id} today")
        self.ticket_id = ticket_id


class WrongDelivery(Refusal):
    code = "wrong-delivery"
    remedy = "Look at the ticket's delivery; a withdrawn number is dead: take a new one."

    def __init__(self, ticket: Ticket, outcome: DeliveryState) -> None:
        super().__init__(
            f"{ticket.number} is {ticket.state} and {ticket.delivery}: it cannot become {outcome}"
        )
        self.ticket = ticket


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


class WindowTaken(WindowRefusal):
    code = "window-taken"
    remedy = "Take another window, or let the clerk there close it first."

    def __init__(self, window: Window) -> None:
        super().__init__(window.number, f"is staffed by {window.clerk}")


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


class NotServing(WindowRefusal):
    code = "not-serving"
    remedy = "Start the service first."

    def __init__(self, window: int) -> None:
        super().__init__(window, "serves nobody")


class TooFewCalls(WindowRefusal):
    code = "too-few-calls"
    remedy = "Recall the number until it was called often enough to count as missed."

    def __init__(self, window: int, ticket: Ticket, needed: int) -> None:
        super().__init__(window, f"called {ticket.number} {ticket.calls} of {needed} times")
        self.ticket = ticket
        self.needed = needed


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
