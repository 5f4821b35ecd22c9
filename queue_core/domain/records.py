"""What a hall knows beyond its day: appointments, cases, notices, and what the estimates have learned."""

from msgspec import Struct

from queue_core.domain.rules import Unit
from queue_core.domain.words import AppointmentState, CaseState


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


class Case(Struct, frozen=True, kw_only=True, gc=False):
    """A case 办件 accepted at the hall or told by the back office; finished, it gives a pickup its right.

    `code` is the back office's own number of it. `contact` is the person, sealed under the key of the day
    `sealed_on`.
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
