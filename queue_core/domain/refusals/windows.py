"""What a window, or a call to one, cannot do now."""

from queue_core.domain.refusals.refusal import Refusal
from queue_core.domain.rules import Unit
from queue_core.domain.ticket import Ticket, Window
from queue_core.domain.words import WindowKind


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
