"""What is told and done about ratings 好差评: figures, what makes them doubtful, follow-ups of low ones."""

from enum import StrEnum

from msgspec import Struct

from queue_core.wire.words import RatingChannel, TicketClass


class FollowUpStage(StrEnum):
    """What is to be done next; each act of the same name leads to the next stage."""

    CONTACT = "contact"  # 联系
    VERIFY = "verify"  # 核实
    RECTIFY = "rectify"  # 整改
    ANSWER = "answer"  # 答复
    REVIEW = "review"  # 回访
    CLOSED = "closed"


class FollowUpAct(StrEnum):
    """REVIEW closes it with a result; REDO, once and at the review only, sends it back to be rectified."""

    CONTACT = "contact"
    VERIFY = "verify"
    RECTIFY = "rectify"
    ANSWER = "answer"
    REVIEW = "review"
    REDO = "redo"


class CallBack(StrEnum):
    """What the citizen said when called back."""

    SATISFIED = "satisfied"
    NOT_SATISFIED = "not-satisfied"
    NOT_REACHED = "not-reached"


class FollowUpStep(Struct, frozen=True, kw_only=True):
    """`note` is None where none was written, or its retention is over."""

    act: FollowUpAct
    at_ms: int
    supervisor: str
    note: str | None = None
    result: CallBack | None = None


class FollowUp(Struct, frozen=True, kw_only=True):
    """GET /api/v1/follow-ups (supervisor): all that are not closed, and those closed today; overdue first.

    `visited_on` and `due_on` are ISO dates: it is to be closed by the end of `due_on`.
    """

    follow_up_id: int
    ticket_id: int
    number: str
    visited_on: str
    window: int
    clerk: str | None
    clerk_display_name: str | None
    category: str
    ticket_class: TicketClass
    matter: str | None
    level: int
    labels: tuple[str, ...]
    channel: RatingChannel
    opened_at_ms: int
    due_on: str
    is_overdue: bool
    stage: FollowUpStage
    is_redone: bool
    result: CallBack | None
    steps: tuple[FollowUpStep, ...] = ()


class ActOnFollowUp(Struct, frozen=True, kw_only=True):
    """POST /api/v1/follow-ups/{follow_up_id}/{act} (supervisor).

    `note` may speak of persons: it is kept sealed. `result` comes with REVIEW and REDO, and only with them.
    """

    note: str = ""
    result: CallBack | None = None


class FlagRule(StrEnum):
    """Why ratings are doubted; docs/figures.md states each rule."""

    AT_ONCE = "at-once"  # pressed within a second of being asked
    STRING = "string"  # one level again and again, close together
    PAD_ONLY = "pad-only"  # many at the pad, none by phone or kiosk, as elsewhere in the hall
    ODD_HOURS = "odd-hours"  # outside opening hours
    EMPTY_SEAT = "empty-seat"  # a service too short to have been one, for nobody known
    PATTERN = "pattern"  # one level's share at a pad far above the hall's
    PAD_AGAINST_PHONE = "pad-against-phone"  # a pad far better than what phones say of the same window


class Flag(Struct, frozen=True, kw_only=True):
    """`ticket_ids` and `at_ms` are the evidence, in order; `figures` the counts against the threshold."""

    rule: FlagRule
    window: int
    clerk: str | None
    ticket_ids: tuple[int, ...]
    at_ms: tuple[int, ...]
    figures: dict[str, float] = {}


class Rates(Struct, frozen=True, kw_only=True):
    """Counts; whoever shows a share divides two of them: rated by invited, or the best two levels by rated.

    `invited` finished visits, of them `rated`, of them `late` after their day; `skipped` said no at the pad
    and rated nowhere else. `levels` counts from 1 (worst) to 5 (best).
    """

    invited: int = 0
    rated: int = 0
    late: int = 0
    skipped: int = 0
    levels: tuple[int, int, int, int, int] = (0, 0, 0, 0, 0)


class WindowRates(Struct, frozen=True, kw_only=True):
    """`at_window` counts the levels from pad and keypad, `elsewhere` those from phone, kiosk and link."""

    window: int
    rates: Rates
    at_window: tuple[int, int, int, int, int] = (0, 0, 0, 0, 0)
    elsewhere: tuple[int, int, int, int, int] = (0, 0, 0, 0, 0)
    flags: int = 0


class RatingsToday(Struct, frozen=True, kw_only=True):
    """GET /api/v1/ratings/today (supervisor, auditor): visits of today, and what was rated of them so far.

    `late_of_before` ratings came today for visits of days before.
    """

    day: str
    as_of_ms: int
    hall: Rates
    windows: tuple[WindowRates, ...] = ()
    channels: dict[str, int] = {}
    labels: dict[str, int] = {}
    late_of_before: int = 0
    flags: tuple[Flag, ...] = ()
    follow_ups_open: int = 0
    follow_ups_overdue: int = 0
