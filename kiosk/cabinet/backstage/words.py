"""What the hall is told of doors, in order."""

from dataclasses import dataclass, field

from queue_core.wire.words import DoorCondition, Finding, UnlockingFailure


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """Doors as they are from now on; the others are as before."""

    doors: dict[int, DoorCondition]


@dataclass(frozen=True, slots=True, kw_only=True)
class Failed:
    unlocking_id: int
    failure: UnlockingFailure


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    unlocking_id: int
    finding: Finding
    grant: str = field(repr=False)


Word = Changed | Failed | Said
