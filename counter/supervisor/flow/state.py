"""What the supervisor's screen knows at one moment. Views are the server's, untouched."""

from dataclasses import dataclass, field
from enum import StrEnum

from counter.supervisor.flow.acts import Act
from counter.supervisor.flow.doors import DoorDeed, DoorName, TakenOut, door_at
from queue_core.wire.devices import FrontEndHealth
from queue_core.wire.figures import DayFigures
from queue_core.wire.messages import Session
from queue_core.wire.outgoing import DeadLetter, Messages
from queue_core.wire.ratings import FollowUp, RatingsToday
from queue_core.wire.supervision import Alarm, Supervision, WaitingNumber
from queue_core.wire.views import BoardView, CabinetView, DoorView, HallView, WindowView


class Step(StrEnum):
    LOGGED_OUT = "logged_out"
    LOGGING_IN = "logging_in"
    ON_DUTY = "on_duty"
    LEAVING = "leaving"


class Link(StrEnum):
    """The stream from the hall server."""

    CONNECTING = "connecting"
    UP = "up"
    DOWN = "down"


class Panel(StrEnum):
    """What stands beside the windows."""

    NOW = "now"
    WINDOW = "window"
    RATINGS = "ratings"
    DEVICES = "devices"
    NOTICES = "notices"
    HALL = "hall"
    LOCKERS = "lockers"
    MESSAGES = "messages"


class Deed(StrEnum):
    """What is being prepared for the chosen window; what it will do is said before it is confirmed."""

    NONE = ""
    OPEN = "open"
    CLOSE = "close"
    EMERGENCY = "emergency"
    PAUSE = "pause"
    RESUME = "resume"
    PROFILE = "profile"
    CALL = "call"
    OUT_OF_ORDER = "out-of-order"
    BACK_IN_ORDER = "back-in-order"


class Topic(StrEnum):
    """What is asked of the hall again and again."""

    SUPERVISION = "supervision"
    DEVICES = "devices"
    FIGURES = "figures"
    RATINGS = "ratings"
    FOLLOW_UPS = "follow-ups"
    MESSAGES = "messages"


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """Something to be told. `said` is the server's sentence by language tag, `act` what it is about."""

    code: str
    said: tuple[tuple[str, str], ...] = ()
    remedy: str = ""
    act: Act | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Watched:
    """A window, and since when it is in its state as far as was seen here; None: since before."""

    view: WindowView
    since_ms: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Press:
    """An act on its way to the server; `key` is its idempotency key."""

    act: Act
    key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AlarmName:
    """One alarm as it was acknowledged: it sounds anew when it begins anew."""

    kind: str
    subject: str
    since_ms: int


NOTHING_HANGS = BoardView()


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """The whole state of the overview. `missing` names the topics whose last question went unanswered.

    `waiting` are the numbers that the chosen window may call, None until they came.
    `door_deed` is being prepared for the chosen `door`, `is_second` after the first yes; for the case `loose`
    a shelf is being named; `letters` are the messages that are to go again, `letters_of` the reason
    of which all are, `unanswered` a press to send them that the hall may have heard or not: until the list
    is told anew, the same press again is the same command. `told_before` is what was told of messages in the
    last minutes, the oldest first.
    `heard_ms` is when the hall was last heard, by this computer's steady clock; None: never.
    """

    step: Step = Step.LOGGED_OUT
    link: Link = Link.CONNECTING
    link_code: str = ""
    session: Session | None = field(default=None, repr=False)
    hall: HallView | None = None
    watched: tuple[Watched, ...] = ()
    board: BoardView = NOTHING_HANGS
    supervision: Supervision | None = None
    devices: tuple[FrontEndHealth, ...] = ()
    figures: DayFigures | None = None
    ratings: RatingsToday | None = None
    follow_ups: tuple[FollowUp, ...] = ()
    follow_up: int | None = None
    missing: frozenset[Topic] = frozenset()
    acknowledged: frozenset[AlarmName] = frozenset()
    panel: Panel = Panel.NOW
    window: int | None = None
    deed: Deed = Deed.NONE
    units: tuple[str, ...] = ()
    waiting: tuple[WaitingNumber, ...] | None = None
    number: int | None = None
    pending: Press | None = None
    unanswered: Press | None = None
    cabinets: tuple[CabinetView, ...] = ()
    door: DoorName | None = None
    door_deed: DoorDeed = DoorDeed.NONE
    is_second: bool = False
    taken: tuple[TakenOut, ...] = ()
    loose: str = ""
    messages: Messages | None = None
    told_before: tuple[Messages, ...] = ()
    dead_letters: tuple[DeadLetter, ...] = ()
    letters: tuple[int, ...] = ()
    letters_of: str = ""
    notice: Notice | None = None
    heard_ms: int | None = None

    @property
    def chosen(self) -> WindowView | None:
        return None if self.window is None else self.view_of(self.window)

    @property
    def chosen_door(self) -> DoorView | None:
        return door_at(self.cabinets, self.door)

    def view_of(self, window: int) -> WindowView | None:
        return next((one.view for one in self.watched if one.view.window == window), None)

    @property
    def answered_for(self) -> FollowUp | None:
        """The follow-up that is open on the overview."""
        return next((one for one in self.follow_ups if one.follow_up_id == self.follow_up), None)

    @property
    def alarms(self) -> tuple[Alarm, ...]:
        return self.supervision.alarms if self.supervision else ()


def alarm_name(alarm: Alarm) -> AlarmName:
    return AlarmName(kind=alarm.kind, subject=alarm.subject, since_ms=alarm.since_ms)
