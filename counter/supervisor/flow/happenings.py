"""What can happen to the supervisor's overview, and what it then asks to be done."""

from dataclasses import dataclass, field

from counter.supervisor.flow.acts import Act
from counter.supervisor.flow.doors import DoorDeed, DoorName
from counter.supervisor.flow.state import AlarmName, Deed, Duty, Link, Notice, Panel, Topic
from queue_core.wire.devices import FrontEndHealth
from queue_core.wire.figures import DayFigures
from queue_core.wire.messages import Session
from queue_core.wire.outgoing import DeadLetter, Messages
from queue_core.wire.ratings import FollowUp, RatingsToday
from queue_core.wire.supervision import Supervision, WaitingNumber
from queue_core.wire.views import BoardView, CabinetView, HallView, WindowView


@dataclass(frozen=True, slots=True, kw_only=True)
class LogInPressed:
    clerk: str
    password: str = field(repr=False)


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
    pass


@dataclass(frozen=True, slots=True, kw_only=True)
class LogOutRefused:
    notice: Notice


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkChanged:
    link: Link
    code: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """Views from the stream, each a whole replacement of the one before it.

    `at_ms` is the hall's time, `heard_ms` this computer's. A snapshot tells of things past: `is_snapshot`.
    """

    views: tuple[HallView | WindowView | BoardView | CabinetView, ...]
    at_ms: int
    heard_ms: int
    is_snapshot: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """An answer to what is asked every few seconds."""

    topic: Topic
    answer: "Answer"


@dataclass(frozen=True, slots=True, kw_only=True)
class DevicesTold:
    front_ends: tuple[FrontEndHealth, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUpsTold:
    follow_ups: tuple[FollowUp, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MessagesTold:
    messages: Messages
    dead_letters: tuple[DeadLetter, ...]


Answer = Supervision | DevicesTold | DayFigures | RatingsToday | FollowUpsTold | MessagesTold


@dataclass(frozen=True, slots=True, kw_only=True)
class NotTold:
    """The hall did not answer, or refused; what was known before stays, and its age is shown."""

    topic: Topic
    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingTold:
    window: int
    numbers: tuple[WaitingNumber, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingRefused:
    window: int
    notice: Notice


@dataclass(frozen=True, slots=True, kw_only=True)
class PanelChosen:
    panel: Panel


@dataclass(frozen=True, slots=True, kw_only=True)
class WindowChosen:
    window: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DeedChosen:
    deed: Deed


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitsChosen:
    """Units for the profile that is being prepared."""

    units: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberChosen:
    """Whom the override shall call."""

    ticket_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUpChosen:
    follow_up_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DoorChosen:
    door: DoorName


@dataclass(frozen=True, slots=True, kw_only=True)
class DoorDeedChosen:
    deed: DoorDeed


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidYes:
    """The first of two, for what is opened from afar."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LooseChosen:
    """A case that lies nowhere, for which a shelf shall be named."""

    case: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LettersChosen:
    """Which dead letters shall go again, or all of a `reason`; none: not after all."""

    message_ids: tuple[int, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirmed:
    act: Act
    key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """What became of it arrives as Seen."""

    key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """Also when no answer came: then the outcome is unknown, and the notice says so."""

    key: str
    notice: Notice


@dataclass(frozen=True, slots=True, kw_only=True)
class AlarmAcknowledged:
    alarm: AlarmName


@dataclass(frozen=True, slots=True, kw_only=True)
class Backed:
    """Escape: the innermost thing goes away."""


Happening = (
    LogInPressed
    | LoggedIn
    | LogInRefused
    | LogOutPressed
    | LoggedOut
    | LogOutRefused
    | LinkChanged
    | Seen
    | Told
    | NotTold
    | WaitingTold
    | WaitingRefused
    | PanelChosen
    | WindowChosen
    | DeedChosen
    | UnitsChosen
    | NumberChosen
    | FollowUpChosen
    | DoorChosen
    | DoorDeedChosen
    | SaidYes
    | LooseChosen
    | LettersChosen
    | Confirmed
    | Done
    | Refused
    | AlarmAcknowledged
    | Backed
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SendLogIn:
    clerk: str
    password: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class SendLogOut:
    """Answered by LoggedOut or LogOutRefused."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ForgetSession:
    """The server has ended the session by itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Perform:
    """Answered by Done or Refused with the same key."""

    act: Act
    key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AskWaiting:
    window: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AskAgain:
    """Now, not at its next turn: an act has changed it."""

    topic: Topic


@dataclass(frozen=True, slots=True, kw_only=True)
class Watch:
    """Ask every few seconds from now on, or no longer."""

    is_on: bool


Request = SendLogIn | SendLogOut | ForgetSession | Perform | AskWaiting | AskAgain | Watch


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """One step of the flow: the state after it and what is to be done."""

    state: Duty
    requests: tuple[Request, ...] = ()
