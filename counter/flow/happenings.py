"""What can happen to a counter: presses, answers of the hall, and what the stream and the reader tell."""

from dataclasses import dataclass, field

from counter.flow.sheets import SheetKind
from counter.flow.state import Layout, Link, Notice
from queue_core.wire.appointments import FreeSlot
from queue_core.wire.cases import Case, CaseMove
from queue_core.wire.choices import Prospect
from queue_core.wire.matters import Matter, MatterLine
from queue_core.wire.messages import Session
from queue_core.wire.shift import ShiftSummary
from queue_core.wire.views import HallView, WindowView
from queue_core.wire.words import WindowAction

# Coming and going


@dataclass(frozen=True, slots=True, kw_only=True)
class LogInPressed:
    clerk: str
    password: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class WindowChosen:
    window: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CardLaid:
    """A staff card lies on the reader. Its serial is personal data."""

    serial: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class CardUnread:
    notice: Notice


@dataclass(frozen=True, slots=True, kw_only=True)
class CardKnown:
    """Whose card it is; the hall wants the password beside it."""

    clerk: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeOverPressed:
    """After it was asked whether the colleague's log-in at this window shall end."""


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


# What is seen


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
class MatterTold:
    """A matter of the catalogue, with its materials."""

    matter: Matter


@dataclass(frozen=True, slots=True, kw_only=True)
class CasesInHandTold:
    """What the person whose number it is may collect."""

    ticket_id: int
    cases: tuple[Case, ...]


# Presses


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionPressed:
    """`at_ms` is monotonic: it only tells a double press from two presses."""

    action: WindowAction
    key: str
    at_ms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BackPressed:
    """That the holder of this held number is back."""

    ticket_id: int
    key: str
    at_ms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MaterialTicked:
    """One of the materials shown, by its place: it is there, or not after all."""

    place: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LayoutPressed:
    layout: Layout


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeDismissed:
    pass


# Sheets


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetPressed:
    kind: SheetKind


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetLeft:
    pass


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionChosen:
    place: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ChipChosen:
    place: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirmed:
    key: str
    at_ms: int


# Answers


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionDone:
    """The server carried the press out; what became of the window arrives as `Seen`.

    `said` tells what the window does not show.
    """

    key: str
    said: Notice | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionRefused:
    """Also when no answer came: then `notice.code` says that the outcome is unknown."""

    key: str
    notice: Notice


@dataclass(frozen=True, slots=True, kw_only=True)
class ProspectTold:
    look_up: int
    prospect: Prospect


@dataclass(frozen=True, slots=True, kw_only=True)
class MattersFound:
    look_up: int
    matters: tuple[MatterLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SlotsTold:
    look_up: int
    slots: tuple[FreeSlot, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShiftTold:
    look_up: int
    summary: ShiftSummary


@dataclass(frozen=True, slots=True, kw_only=True)
class CasesTold:
    look_up: int
    cases: tuple[Case, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseTold:
    """`history` is its moves, the newest first."""

    look_up: int
    case: Case
    history: tuple[CaseMove, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LookUpFailed:
    look_up: int
    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptFailed:
    """A receipt did not come out, or the hall could not be told: the case stands nevertheless."""

    notice: Notice


LookedUp = ProspectTold | MattersFound | SlotsTold | ShiftTold | CasesTold | CaseTold | LookUpFailed
Happening = (
    LogInPressed
    | WindowChosen
    | CardLaid
    | CardUnread
    | CardKnown
    | TakeOverPressed
    | LoggedIn
    | LogInRefused
    | LogOutPressed
    | LoggedOut
    | LogOutRefused
    | LinkChanged
    | Seen
    | MatterTold
    | CasesInHandTold
    | ActionPressed
    | BackPressed
    | MaterialTicked
    | LayoutPressed
    | NoticeDismissed
    | SheetPressed
    | SheetLeft
    | OptionChosen
    | ChipChosen
    | Typed
    | Confirmed
    | ActionDone
    | ActionRefused
    | LookedUp
    | ReceiptFailed
)
