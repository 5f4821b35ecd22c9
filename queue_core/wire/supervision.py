"""What a supervisor is told and may say beside what everybody sees."""

from enum import StrEnum

from msgspec import Struct

from queue_core.wire.messages import Estimate
from queue_core.wire.words import TicketClass


class AlarmKind(StrEnum):
    DEVICE = "device"  # one is not working; `subject` names front end and device
    PAPER_LOW = "paper-low"
    FRONT_END_SILENT = "front-end-silent"
    WAIT_OVER_TARGET = "wait-over-target"
    WINDOW_IDLE = "window-idle"  # open and free while its numbers wait
    LONG_PAUSE = "long-pause"
    NO_WINDOW = "no-window"  # numbers wait and nobody open serves them
    OVERLOAD = "overload"  # the appointments' head start stands at its greatest
    PRIORITY_SHARE = "priority-share"
    FOLLOW_UP_OVERDUE = "follow-up-overdue"
    RATING_FLAGGED = "rating-flagged"
    DOOR_FORCED = "door-forced"  # `subject` is `door:L1/7`
    DOOR_LEFT_OPEN = "door-left-open"
    DOOR_STUCK = "door-stuck"
    DOOR_UNSURE = "door-unsure"  # somebody must say what is inside
    DOOR_FOUND_FULL = "door-found-full"  # something lay in a door that was believed to be empty
    DOOR_OVERDUE = "door-overdue"  # a case lies there longer than it is kept
    BOARD_AWAY = "board-away"  # `subject` is `cabinet:L1`: it does not know how some of its doors are
    CABINET_AWAY = "cabinet-away"  # no line to it
    CABINET_NEARLY_FULL = "cabinet-nearly-full"
    PROOFS_LOCKED = "proofs-locked"  # too many wrong pickup codes; `cabinet:L1`, or `front-end:K1`
    CASE_MISSING = "case-missing"  # `subject` is `case:CODE`
    CARRIER_AWAY = "carrier-away"  # messages wait; `subject` is `carrier:NAME`
    DEAD_LETTERS = "dead-letters"  # of today; `count` of them
    HOOK_REFUSED = "hook-refused"  # somebody tampers or has a wrong secret; `subject` is `partner:CODE`


class Alarm(Struct, frozen=True, kw_only=True):
    """`subject` is what it is about, such as `window:7` or `unit:registration/accept`; one alarm a subject.

    `figures` fill the words the front end has for the kind, such as {"minutes": 31, "target": 20}.
    """

    kind: AlarmKind
    subject: str
    since_ms: int
    figures: dict[str, float | str] = {}


class QueueNow(Struct, frozen=True, kw_only=True):
    """`first_since_ms`: since when the first waits; `target_min`: how long nine in ten should at most."""

    category: str
    ticket_class: TicketClass
    waiting: int
    windows_open: int
    first_since_ms: int | None
    estimate: Estimate | None
    target_min: int | None


class Supervision(Struct, frozen=True, kw_only=True):
    """GET /api/v1/supervision (supervisor). Windows come by the stream, today's figures by /figures."""

    now_ms: int
    queues: tuple[QueueNow, ...]
    alarms: tuple[Alarm, ...]


class WaitingNumber(Struct, frozen=True, kw_only=True):
    """GET /api/v1/waiting?window=N (supervisor), in the order of the rule: whom an override may call."""

    ticket_id: int
    number: str
    category: str
    ticket_class: TicketClass
    since_ms: int


class PostNotice(Struct, frozen=True, kw_only=True):
    """POST /api/v1/notices (supervisor). POST /api/v1/notices/{notice_id}/end takes it down."""

    texts: dict[str, str]
    minutes: int | None = None
