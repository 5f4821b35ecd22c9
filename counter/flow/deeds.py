"""What a clerk can ask for at a window, each a command of the hall server. Plain presses are WindowAction."""

from dataclasses import dataclass, field

from counter.flow.casework import CaseAct
from queue_core.wire.cases import CasePlace
from queue_core.wire.messages import Errand
from queue_core.wire.views import UnitName
from queue_core.wire.words import PickupWay, WindowAction


@dataclass(frozen=True, slots=True, kw_only=True)
class Plain:
    """A press that says everything by itself."""

    action: WindowAction


@dataclass(frozen=True, slots=True, kw_only=True)
class Hold:
    """`reason` is a code of the hall's list or the clerk's own words."""

    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Pause:
    reason: str
    minutes: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Transfer:
    """To another unit, one window, or both."""

    unit: UnitName | None
    to_window: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Convert:
    ticket_id: int
    errand: int
    unit: UnitName


@dataclass(frozen=True, slots=True, kw_only=True)
class FinishPart:
    """`unfinished` are the errands in hand (indexes) that wait on."""

    unfinished: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """May speak of a person."""

    text: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class AddMatter:
    ticket_id: int
    errand: Errand


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """The case of this number is finished today. `records`: tell the hall of the case first."""

    ticket_id: int
    case: str
    category: str
    matter: str | None
    records: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """An appointment for the person of a ticket, whom the server alone knows in full."""

    ticket_id: int
    unit: UnitName
    matter: str | None
    starts_at_ms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class HandBack:
    """The holder of a held number is back."""

    ticket_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptCase:
    """受理登记: a case of the person of this number. `phone` gets messages about it, if there is one."""

    ticket_id: int
    category: str
    matter: str | None
    way: PickupWay
    language: str
    phone: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOver:
    """交付: to the person of this number."""

    ticket_id: int
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OfCase:
    """What is done with one case. `finishes`: it is ready from now on, too."""

    code: str
    act: CaseAct
    finishes: bool = False
    place: CasePlace | None = None
    until_ms: int = 0
    ticket_id: int | None = None


AtWindow = (
    Plain | Hold | Pause | Transfer | Convert | FinishPart | Note | AddMatter | Result | Book | HandBack
)
WithCases = AcceptCase | HandOver | OfCase
Deed = AtWindow | WithCases

_NAMES: dict[type[Deed], str] = {
    Hold: "hold",
    Pause: "pause",
    Transfer: "transfer",
    Convert: "convert",
    FinishPart: "finish-part",
    Note: "note",
    AddMatter: "add-matter",
    Result: "result",
    Book: "book",
    HandBack: "hand-back",
    AcceptCase: "accept-case",
    HandOver: "hand-over",
    OfCase: "case",
}


def name_of(deed: Deed) -> str:
    """As the button that asks for it is named."""
    return deed.action.value if isinstance(deed, Plain) else _NAMES[type(deed)]
