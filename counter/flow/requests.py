"""What the counter asks to be done: of the hall server, and of its own window on the screen."""

from dataclasses import dataclass, field
from datetime import date

from counter.flow.deeds import Deed
from counter.flow.state import Layout
from queue_core.wire.cases import CaseQuery
from queue_core.wire.views import UnitName


@dataclass(frozen=True, slots=True, kw_only=True)
class SendLogIn:
    """By password, or by the serial of a staff card. `takes_over`: end the log-in that stands there."""

    window: int
    clerk: str = ""
    password: str = field(default="", repr=False)
    card: str | None = field(default=None, repr=False)
    takes_over: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SendDeed:
    """Answered by ActionDone or ActionRefused."""

    window: int
    deed: Deed
    key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SendLogOut:
    """Answered by LoggedOut or LogOutRefused."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ForgetSession:
    """The server has ended the session by itself: go on as a counter without a clerk."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AskProspect:
    """What a conversion would mean."""

    ticket_id: int
    errand: int
    unit: UnitName
    look_up: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FindMatters:
    query: str
    look_up: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AskSlots:
    unit: UnitName
    day: date
    look_up: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AskShift:
    look_up: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AskCases:
    query: CaseQuery
    look_up: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AskCase:
    """With what is known of its hand-over."""

    code: str
    look_up: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AskMatter:
    """Answered by MatterTold, or not at all: a checklist is a help."""

    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AskCasesInHand:
    """Answered by CasesInHandTold, or not at all: they are found by their sheet, too."""

    ticket_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrange:
    """Give the window on the screen the size and place of a layout."""

    layout: Layout


LookUp = AskProspect | FindMatters | AskSlots | AskShift | AskCases | AskCase
Request = SendLogIn | SendDeed | SendLogOut | ForgetSession | LookUp | AskMatter | AskCasesInHand | Arrange
