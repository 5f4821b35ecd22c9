"""What the counter knows at one moment."""

from dataclasses import dataclass, field
from enum import StrEnum

from counter.flow.deeds import Deed
from counter.flow.sheets import Sheet
from queue_core.wire.cases import Case
from queue_core.wire.matters import Matter
from queue_core.wire.messages import Session
from queue_core.wire.views import HallView, WindowTicket, WindowView


class Step(StrEnum):
    """Where the clerk is in a working day."""

    LOGGED_OUT = "logged_out"
    LOGGING_IN = "logging_in"
    AT_WINDOW = "at_window"
    LEAVING = "leaving"  # the server closes the window and ends the session


class Link(StrEnum):
    """The stream from the hall server."""

    CONNECTING = "connecting"
    UP = "up"
    DOWN = "down"


class Layout(StrEnum):
    """How much of the clerk's screen the counter takes."""

    DOCK = "dock"
    FULL = "full"
    STRIP = "strip"


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """Something the clerk must be told. `remedy` is the server's, shown for codes without a translation.

    `action` is what was pressed, where the words need it; `detail` a time or number; `is_good`: it was done.
    """

    code: str
    remedy: str = ""
    calls_missing: int = 0
    action: str = ""
    detail: str = ""
    is_good: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Press:
    """A deed on its way to the server. `key` is its idempotency key."""

    deed: Deed
    key: str
    at_ms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Served:
    """A number that was finished here since the clerk logged in: its result may come today."""

    ticket_id: int
    number: str
    category: str
    matter: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LogInAsked:
    """What the clerk typed or laid down, kept until it is known whether the window is taken over."""

    clerk: str = ""
    password: str = field(default="", repr=False)
    card: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Counter:
    """The whole state of the counter client. Views are the server's, untouched.

    `asked` is the log-in on its way; `question` is why the hall wants it confirmed: the window has another
    clerk, or the clerk another window.
    `unanswered` is the last press of which nobody knows whether it was done: pressed again, it is the same
    command. `ticked` are the materials (by name) that the person at the window brought, `note` is what was
    written about the number for the next window, `cases` are what its person may collect.
    """

    windows: tuple[int, ...]
    chosen_window: int | None = None
    layout: Layout = Layout.DOCK
    step: Step = Step.LOGGED_OUT
    link: Link = Link.CONNECTING
    link_code: str = ""
    session: Session | None = field(default=None, repr=False)
    asked: LogInAsked | None = None
    question: str = ""
    card_clerk: str = ""
    hall: HallView | None = None
    views: tuple[WindowView, ...] = ()
    pending: Press | None = None
    last_press: Press | None = None
    unanswered: Press | None = None
    notice: Notice | None = None
    sheet: Sheet | None = None
    matters: tuple[Matter, ...] = ()
    cases: tuple[Case, ...] = ()
    ticked: frozenset[str] = frozenset()
    note: str = field(default="", repr=False)
    served: tuple[Served, ...] = ()

    @property
    def view(self) -> WindowView | None:
        """The clerk's own window, once the server has shown it."""
        if self.session is None:
            return None
        return next((view for view in self.views if view.window == self.session.window), None)

    @property
    def ticket(self) -> WindowTicket | None:
        return None if self.view is None else self.view.ticket

    @property
    def window(self) -> int:
        """The one chosen for the log-in; the first that is offered unless told."""
        return self.windows[0] if self.chosen_window is None else self.chosen_window

    def matter(self, code: str | None) -> Matter | None:
        return next((each for each in self.matters if each.code == code), None)
