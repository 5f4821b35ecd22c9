"""What the counter knows at one moment, what can happen to it, and what it then asks to be done."""

from dataclasses import dataclass, field
from enum import StrEnum

from queue_core.wire.messages import Session
from queue_core.wire.views import HallView, WindowView
from queue_core.wire.words import WindowAction


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """Something the clerk must be told. `remedy` is the server's, shown for codes without a translation."""

    code: str
    remedy: str = ""
    calls_missing: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Press:
    """An action on its way to the server. `key` is its idempotency key."""

    action: WindowAction
    key: str
    at_ms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Counter:
    """The whole state of the counter client. Views are the server's, untouched."""

    windows: tuple[int, ...]
    step: Step = Step.LOGGED_OUT
    link: Link = Link.CONNECTING
    link_code: str = ""
    session: Session | None = field(default=None, repr=False)
    hall: HallView | None = None
    views: tuple[WindowView, ...] = ()
    pending: Press | None = None
    last_press: Press | None = None
    notice: Notice | None = None

    @property
    def view(self) -> WindowView | None:
        """The clerk's own window, once the server has shown it."""
        if self.session is None:
            return None
        return next((view for view in self.views if view.window == self.session.window), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class LogInPressed:
    clerk: str
    password: str = field(repr=False)
    window: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LoggedIn:
    session: Session = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class LogInRefused:
    notice: Notice


@dataclass(frozen=True, slots=True, kw_only=True)
class LogOutPressed:
    pass


@dataclass(frozen=True, slots=True, kw_only=True)
class LoggedOut:
    """The server has closed the window and ended the session."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LogOutRefused:
    notice: Notice


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkChanged:
    """`code` says why the link is down."""

    link: Link
    code: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A view from the stream: a whole replacement of the one before it."""

    view: HallView | WindowView


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionPressed:
    """`at_ms` is monotonic: it only tells a double press from two presses."""

    action: WindowAction
    key: str
    at_ms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionDone:
    """The server carried the action out. What became of the window arrives as `Seen`."""

    key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionRefused:
    """Also when no answer came: then `notice.code` says that the outcome is unknown."""

    key: str
    notice: Notice


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeDismissed:
    pass


Happening = (
    LogInPressed
    | LoggedIn
    | LogInRefused
    | LogOutPressed
    | LoggedOut
    | LogOutRefused
    | LinkChanged
    | Seen
    | ActionPressed
    | ActionDone
    | ActionRefused
    | NoticeDismissed
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SendLogIn:
    clerk: str
    password: str = field(repr=False)
    window: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SendAction:
    window: int
    action: WindowAction
    key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SendLogOut:
    """Answered by LoggedOut or LogOutRefused."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ForgetSession:
    """The server has ended the session by itself: go on as a counter without a clerk."""


Request = SendLogIn | SendAction | SendLogOut | ForgetSession


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """One step of the flow: the state after it and what is to be done."""

    state: Counter
    requests: tuple[Request, ...] = ()
