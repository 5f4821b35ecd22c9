"""What the application itself may raise; refusals of the domain pass through it unchanged."""

from typing import ClassVar


class HallError(Exception):
    """The root of the application's errors."""

    code: ClassVar[str] = "hall-error"
    remedy: ClassVar[str] = "Look into the hall server's log."


class IdempotencyConflict(HallError):
    """The key was used before for another command, or by somebody else."""

    code = "idempotency-conflict"
    remedy = "Use a fresh idempotency key for every new command; repeat a key only with the same body."

    def __init__(self, key: str) -> None:
        super().__init__(f"idempotency key {key!r} was used for another command")


class ReservedKey(HallError):
    code = "reserved-key"
    remedy = "Use an idempotency key that does not begin with `hall:`, such as a random UUID."

    def __init__(self, key: str) -> None:
        super().__init__(f"idempotency key {key!r} is reserved for the hall itself")


class JournalContradicts(HallError):
    """An event of the journal cannot follow those before it."""

    code = "journal-contradicts"
    remedy = "Run `paihao journal verify`: the journal was changed, or written by another program."

    def __init__(self, sequence: int) -> None:
        super().__init__(f"event {sequence} of the journal cannot follow the events before it")


class UndecidedCommand(HallError):
    code = "undecided-command"
    remedy = "Nothing happened. Report the line `a command could not be decided` of the hall server's log."

    def __init__(self) -> None:
        super().__init__("the hall could not decide this command")


class KeysUnavailable(HallError):
    """The file of the keys of personal data did not answer."""

    code = "keys-unavailable"
    remedy = "Nothing happened. Look at keys.db as the hall server's log says, then send the same again."

    def __init__(self) -> None:
        super().__init__("the keys of personal data cannot be read or made")


class HallStopped(HallError):
    """The hall was closed before the command was decided; nothing of it happened."""

    code = "hall-stopped"
    remedy = "Send the same command with the same key again when the server is back."

    def __init__(self) -> None:
        super().__init__("the hall server is stopping")


class ClockMismatch(HallError):
    """Steered days and real ones never share a journal."""

    code = "clock-mismatch"
    remedy = "Start a hall with `--clock steered` on a folder of its own, and a real hall on another."

    def __init__(self, *, is_steered: bool) -> None:
        super().__init__(
            "this journal holds real days: its clock cannot be steered"
            if is_steered
            else "this journal holds days whose clock was steered: it cannot go on with real ones"
        )


class UnknownAppointment(HallError):
    code = "no-such-appointment"
    remedy = "Look the person's appointments up again; it may be over or belong to another hall."

    def __init__(self) -> None:
        super().__init__("there is no such appointment")


class NotYourAppointment(HallError):
    code = "not-your-appointment"
    remedy = "Read the card of the person who booked."

    def __init__(self) -> None:
        super().__init__("the appointment belongs to another person")


class UnknownCase(HallError):
    code = "no-such-case"
    remedy = "Check the number of the case; the back office may not have told of it yet."

    def __init__(self, code: str) -> None:
        super().__init__(f"there is no case {code!r} to collect")


class NoEstimateYet(HallError):
    """No window is open for it, or the day has just begun."""

    code = "no-estimate"
    remedy = "Say that the wait is not known; ask again in a quarter of a minute."

    def __init__(self) -> None:
        super().__init__("no wait can be told for this yet")


class NoSuchVisit(HallError):
    """Nothing was finished with that number, or its day is not over."""

    code = "no-such-visit"
    remedy = "Check the link: it belongs to a number with which nothing was done, or to another hall."

    def __init__(self) -> None:
        super().__init__("there is no finished visit under this link")
