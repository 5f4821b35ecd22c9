"""How a device is: one state and its parts, after the status model of XFS4IoT.

A part is None where this model can never tell, UNKNOWN where it cannot tell now.
"""

from dataclasses import dataclass, fields, replace
from enum import StrEnum
from typing import Self


class State(StrEnum):
    """The device as a whole. The words and their meanings are XFS4IoT's (Common.Status, `device`)."""

    STARTING = "starting"
    ONLINE = "online"
    BUSY = "busy"
    USER_ERROR = "user_error"  # it answers; somebody has to put in paper or close a cover
    OFFLINE = "offline"  # it answers, and was taken out of service at the device
    POWER_OFF = "power_off"  # it does not answer: switched off or unplugged
    HARDWARE_ERROR = "hardware_error"
    NO_DEVICE = "no_device"  # nothing of that address is there
    TAMPER_SUSPECTED = "tamper_suspected"  # it answers, and something was done to it by force


SILENT = frozenset({State.STARTING, State.POWER_OFF, State.NO_DEVICE})


class Paper(StrEnum):
    ENOUGH = "enough"
    LOW = "low"
    OUT = "out"
    UNKNOWN = "unknown"


class Cover(StrEnum):
    CLOSED = "closed"
    OPEN = "open"
    UNKNOWN = "unknown"


class Cutter(StrEnum):
    FINE = "fine"
    FAULT = "fault"
    UNKNOWN = "unknown"


class Card(StrEnum):
    PRESENT = "present"
    ABSENT = "absent"
    UNKNOWN = "unknown"


class Presenter(StrEnum):
    """The mouth of a printer that holds a ticket out."""

    EMPTY = "empty"
    TICKET = "ticket"  # a ticket waits to be taken
    JAMMED = "jammed"
    UNKNOWN = "unknown"


class Doors(StrEnum):
    """All doors of a locker together."""

    CLOSED = "closed"
    OPEN = "open"  # at least one
    UNKNOWN = "unknown"


_UNKNOWN = {
    "paper": Paper.UNKNOWN,
    "cover": Cover.UNKNOWN,
    "cutter": Cutter.UNKNOWN,
    "card": Card.UNKNOWN,
    "presenter": Presenter.UNKNOWN,
    "doors": Doors.UNKNOWN,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """A snapshot. A device that is silent has no known part: the constructor sees to it.

    `module` is the number of a card reader's security module, as printed on it; None where none tells.
    """

    state: State = State.STARTING
    paper: Paper | None = None
    cover: Cover | None = None
    cutter: Cutter | None = None
    card: Card | None = None
    presenter: Presenter | None = None
    doors: Doors | None = None
    module: str | None = None

    def __post_init__(self) -> None:
        if self.state in SILENT:
            for part, unknown in _UNKNOWN.items():
                if getattr(self, part) is not None:
                    object.__setattr__(self, part, unknown)

    def becoming(self, state: State) -> Self:
        """The same parts in another state."""
        return replace(self, state=state)


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusChanged:
    """The unsolicited event of a status that differs from the one before."""

    before: Status
    after: Status

    @property
    def changed(self) -> frozenset[str]:
        """The names of the fields that differ, such as `paper`."""
        return frozenset(
            field.name
            for field in fields(Status)
            if getattr(self.before, field.name) != getattr(self.after, field.name)
        )

    @property
    def loses_card(self) -> bool:
        """A card lay there, and it was taken away or nobody can say any more whether it lies there."""
        return self.before.card is Card.PRESENT is not self.after.card
