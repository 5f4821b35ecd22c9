"""What can happen at the guide desk: what is pressed, laid down and seen, and answers."""

from dataclasses import dataclass, field

from counter.guide.flow.presses import Press
from counter.guide.flow.requests import Ask
from counter.guide.flow.state import Link, Trouble
from display.ticket.printer import PrinterFacts
from queue_core.wire.messages import Session, Ticket
from queue_core.wire.views import HallView


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffCardLaid:
    serial: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffCardUnread:
    """A staff card could not be read, or was not: it lay there when its reader was opened."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LoggedIn:
    session: Session = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class LogInRefused:
    trouble: Trouble


@dataclass(frozen=True, slots=True, kw_only=True)
class LoggedOut:
    pass


@dataclass(frozen=True, slots=True, kw_only=True)
class LogOutRefused:
    trouble: Trouble


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkChanged:
    """`code` says why the link is down."""

    link: Link
    code: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HallSeen:
    hall: HallView


@dataclass(frozen=True, slots=True, kw_only=True)
class PrinterSeen:
    printer: PrinterFacts


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeOver:
    """Nobody has touched the screen for as long as a page may be left alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TicketSeen:
    """The number that is watched, as it is now."""

    ticket: Ticket = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeScanned:
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """`value` is of the type that the question names."""

    ask: Ask = field(repr=False)
    value: object = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """`existing`: the number that the same person has already."""

    ask: Ask = field(repr=False)
    trouble: Trouble
    existing: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintFailed:
    """`has_left`: some of it may be on paper."""

    ask: Ask = field(repr=False)
    code: str
    has_left: bool


Happening = (
    Press
    | StaffCardLaid
    | StaffCardUnread
    | LoggedIn
    | LogInRefused
    | LoggedOut
    | LogOutRefused
    | LinkChanged
    | HallSeen
    | PrinterSeen
    | TimeOver
    | TicketSeen
    | CodeScanned
    | Answered
    | Refused
    | PrintFailed
)
