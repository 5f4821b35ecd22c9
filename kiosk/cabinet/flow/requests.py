"""What the flow wants of hall, locker and devices."""

from dataclasses import dataclass, field

from queue_core.wire.lockers import (
    AskCollection,
    AskDeposit,
    AskInspection,
    AskRemoval,
    ShowProof,
    ShowStaff,
    Unlocking,
)
from queue_core.wire.words import Finding, UnlockingFailure

OrderDoor = AskCollection | AskDeposit | AskRemoval | AskInspection
Question = ShowProof | ShowStaff | OrderDoor


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """A question to the hall. The same `key`, however often it is sent: one unlocking.

    An order for a door that was not answered in time is asked on: its answer must be known, so that an
    unlocking nobody waits for can be withdrawn.
    """

    ask_id: int
    question: Question = field(repr=False)
    key: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Open:
    """Tell the door to open. It was ordered by the hall on this program's own asking."""

    unlocking: Unlocking


@dataclass(frozen=True, slots=True, kw_only=True)
class GiveUp:
    """Tell the hall that a door was not opened, or is not used."""

    unlocking_id: int
    failure: UnlockingFailure


@dataclass(frozen=True, slots=True, kw_only=True)
class Say:
    """Tell the hall what somebody at the door says of it."""

    unlocking_id: int
    finding: Finding
    grant: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class GiveBack:
    """The screen is its host's again. `is_same_visitor`: who stands there goes on with the host."""

    is_same_visitor: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintReceipt:
    """Print the hand-over receipt of what was collected by this unlocking. `language` "": the case's own."""

    unlocking_id: int
    grant: str = field(repr=False)
    language: str = ""


Request = Ask | Open | GiveUp | Say | PrintReceipt
