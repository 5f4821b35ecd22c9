"""What a supervisor does to doors, to the cases behind them, and to messages that did not get through."""

from dataclasses import dataclass

from counter.supervisor.flow.doors import DoorName
from queue_core.wire.words import Finding


@dataclass(frozen=True, slots=True, kw_only=True)
class InspectDoor:
    """Open it from afar, for somebody there to look inside."""

    at: DoorName


@dataclass(frozen=True, slots=True, kw_only=True)
class SayInside:
    """What somebody saw behind a door, of the unlocking whose end was not seen."""

    at: DoorName
    unlocking_id: int
    finding: Finding


@dataclass(frozen=True, slots=True, kw_only=True)
class KeepCase:
    at: DoorName
    case: str
    until_ms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeOut:
    """Open the door of a case from afar, for somebody there to take it to another place."""

    at: DoorName
    case: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SetService:
    at: DoorName
    is_in_service: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class LiftLock:
    """Let proofs be taken again where too many wrong ones were shown: at a cabinet or another device."""

    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PutOnShelf:
    """A case that was taken out, or was missing and is found, waits at the window from now on."""

    case: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SendAgain:
    """Dead letters, each once more."""

    message_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SendAllAgain:
    """All dead letters of a reason once more: `count` by what was told last."""

    reason: str
    count: int


PickupAct = (
    InspectDoor
    | SayInside
    | KeepCase
    | TakeOut
    | SetService
    | LiftLock
    | PutOnShelf
    | SendAgain
    | SendAllAgain
)
FROM_AFAR = InspectDoor | TakeOut
