"""What a hall knows beyond its day: appointments, cases, notices, and what the estimates have learned."""

from msgspec import Struct

from queue_core.domain.rules import Unit
from queue_core.domain.words import (
    AppointmentState,
    CaseState,
    DoorCondition,
    DoorTrouble,
    Finding,
    PickupWay,
    UnlockingDoubt,
    UnlockingPurpose,
    UnlockingState,
)


class Appointment(Struct, frozen=True, kw_only=True, gc=False):
    """A booked slot (wall instants). `places` of the slot's capacity are taken by it.

    `source` is the booking system's own code for it, None when booked here. `ticket_id` is the number it was
    checked in with. Whose it is stands outside the journal.
    """

    appointment_id: int
    reference: str
    unit: Unit
    matter: str | None
    starts_at_ms: int
    ends_at_ms: int
    places: int
    source: str | None = None
    state: AppointmentState = AppointmentState.BOOKED
    ticket_id: int | None = None


class OnShelf(Struct, frozen=True, kw_only=True, gc=False, tag="shelf"):
    """At the window that hands out; `label` is the shelf's."""

    label: str


class InDoor(Struct, frozen=True, kw_only=True, gc=False, tag="door"):
    cabinet: str
    door: int


class AtPartner(Struct, frozen=True, kw_only=True, gc=False, tag="partner"):
    """In a parcel locker of somebody else, who gives the code; `reference` is the partner's own."""

    partner: str
    reference: str


class Posted(Struct, frozen=True, kw_only=True, gc=False, tag="posted"):
    """Given to the post; `reference` is the number by which it is followed."""

    carrier: str
    reference: str


CasePlace = OnShelf | InDoor | AtPartner | Posted


class Case(Struct, frozen=True, kw_only=True, gc=False):
    """A case 办件 accepted at the hall or told by the back office; finished, it gives a pickup its right.

    `code` is the back office's own number of it. `contact` is the person, sealed under the key of the day
    `sealed_on`. `place` is where it waits, None while it is in somebody's hands; it `is_missing` when it was
    not where it should be. `serial` is that of its pickup code, 0 for none; `keep_until_ms` (by the wall) is
    how long a door keeps it, or, outside of doors, how long it is kept at all.
    """

    case_id: int
    code: str
    unit: Unit
    matter: str | None
    state: CaseState
    accepted_at_ms: int
    ready_at_ms: int | None = None
    contact: bytes | None = None
    sealed_on: str | None = None
    way: PickupWay = PickupWay.WINDOW
    language: str = "zh-CN"
    place: CasePlace | None = None
    is_missing: bool = False
    serial: int = 0
    keep_until_ms: int | None = None


class Unlocking(Struct, frozen=True, kw_only=True, gc=False):
    """开门: one order to open a door, from asked to settled. `said` counts when the door closes.

    `doubt` is why it is unsure. An inspection asked in the place of an unsure order has that one's purpose
    as `doubted`: what it finds settles that one. `said` of a settled one is what it was settled by.
    """

    unlocking_id: int
    cabinet: str
    door: int
    purpose: UnlockingPurpose
    state: UnlockingState
    asked_at_ms: int
    case_id: int | None = None
    opened_at_ms: int | None = None
    ended_at_ms: int | None = None
    said: Finding | None = None
    doubt: UnlockingDoubt | None = None
    doubted: UnlockingPurpose | None = None

    @property
    def is_pending(self) -> bool:
        return self.state not in (UnlockingState.SETTLED, UnlockingState.FAILED)


class Door(Struct, frozen=True, kw_only=True, gc=False):
    """One door of a cabinet as it is. `since_ms` is since when its condition is so.

    `case_id` is what is inside, `unlocking_id` the order that is not settled yet, `is_left_open` that it
    stood open too long.
    """

    cabinet: str
    number: int
    condition: DoorCondition = DoorCondition.UNKNOWN
    since_ms: int = 0
    case_id: int | None = None
    unlocking_id: int | None = None
    trouble: DoorTrouble | None = None
    is_left_open: bool = False
    is_in_service: bool = True


class ProofCount(Struct, frozen=True, kw_only=True, gc=False):
    """Wrong proofs in a row at a cabinet, and how often they locked it since the last right one."""

    cabinet: str
    wrong: int = 0
    locks: int = 0
    locked_until_ms: int = 0


class Notice(Struct, frozen=True, kw_only=True, gc=False):
    """What the hall tells everybody, by language tag, until a wall instant or until it is taken down."""

    notice_id: int
    texts: dict[str, str]
    until_ms: int | None = None


class UnitCalibration(Struct, frozen=True, kw_only=True, gc=False):
    """Service of one unit: how many were seen, their mean and the mean of their squares (ms, ms²)."""

    unit: Unit
    served: int
    mean_ms: float
    mean_square_ms: float


class Calibration(Struct, frozen=True, kw_only=True):
    """What the estimates carry from day to day.

    `ratio` is the sum of actual over the sum of predicted waits; `stretch` the factor by which the P90 is
    widened so that nine in ten hold.
    """

    units: tuple[UnitCalibration, ...] = ()
    ratio: float = 1.0
    stretch: float = 1.0
