"""What a supervisor does to the hall. Each act is one command with its own idempotency key."""

from dataclasses import dataclass

from counter.supervisor.flow.pickup_acts import PickupAct
from queue_core.wire.ratings import CallBack, FollowUpAct
from queue_core.wire.words import WindowAction


@dataclass(frozen=True, slots=True, kw_only=True)
class ActAtWindow:
    """OPEN, CLOSE or RESUME: what needs no word beside it."""

    window: int
    action: WindowAction


@dataclass(frozen=True, slots=True, kw_only=True)
class PauseWindow:
    """`minutes` is what displays tell; the pause ends by hand. Also a terminal that is out of order."""

    window: int
    reason: str
    minutes: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenTerminal:
    """Let an unattended terminal serve, or serve again."""

    window: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseInEmergency:
    window: int
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeUnits:
    """The window's profile from now on; units such as `registration/accept`. `reason` may be left out."""

    window: int
    units: tuple[str, ...]
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CallNumber:
    """Override: out of the rule's order."""

    window: int
    ticket_id: int
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TellAll:
    """A notice for walls, kiosks and phones; `texts` by language tag, for `minutes` or until ended."""

    texts: tuple[tuple[str, str], ...]
    minutes: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EndNotice:
    notice_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class EndDay:
    """Close the hall. `reason` is `day-ended` or `hall-closed`; `typed` is the day's date: a second yes."""

    reason: str
    typed: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerFor:
    """Say that the present stage of a follow-up is done. `result` comes with REVIEW and REDO."""

    follow_up_id: int
    act: FollowUpAct
    note: str = ""
    result: CallBack | None = None


Act = (
    ActAtWindow
    | PauseWindow
    | OpenTerminal
    | CloseInEmergency
    | ChangeUnits
    | CallNumber
    | TellAll
    | EndNotice
    | EndDay
    | AnswerFor
    | PickupAct
)
