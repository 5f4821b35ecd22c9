"""A ticket and a window as they stand now; replaced, never changed, so that any thread may look at one."""

from msgspec import Struct

from queue_core.domain.rules import Unit
from queue_core.domain.words import (
    CallWay,
    DeferralReason,
    DeliveryState,
    Origin,
    PriorityKind,
    PriorityProof,
    RatingChannel,
    Right,
    TicketState,
    WindowState,
)


class Rating(Struct, frozen=True, kw_only=True, gc=False):
    window: int
    level: int
    channel: RatingChannel
    rated_at_ms: int


class Errand(Struct, frozen=True, kw_only=True, gc=False):
    """One thing the holder wants done with the number.

    `seniority_ms` is the instant its place counts from, on the hall clock (`A` of the rule). `case_id` is the
    finished case that gives a pickup its right. `items` counts the cases an agent brings for one matter.
    """

    unit: Unit
    seniority_ms: int
    matter: str | None = None
    case_id: int | None = None
    items: int = 1
    is_done: bool = False


class Priority(Struct, frozen=True, kw_only=True, gc=False):
    """A statutory priority, who verified it, such as `card` or `clerk:1001`, and what staff saw of it."""

    kind: PriorityKind
    verified_by: str
    proof: PriorityProof | None = None


class Slot(Struct, frozen=True, kw_only=True, gc=False):
    """The live appointment of a ticket: wall instants."""

    appointment_id: int
    starts_at_ms: int
    ends_at_ms: int


class Estimate(Struct, frozen=True, kw_only=True, gc=False):
    """A wait as told to a citizen: half are called within `p50_ms`, nine in ten within `p90_ms`."""

    p50_ms: int
    p90_ms: int


class Deferral(Struct, frozen=True, kw_only=True, gc=False):
    """`passes_left` calls of others stand before this ticket."""

    reason: DeferralReason
    passes_left: int


class Hold(Struct, frozen=True, kw_only=True, gc=False):
    """Kept by a window until `until_ms` (hall clock); `back_at_ms` (wall) once the holder is back."""

    window: int
    until_ms: int
    reason: str
    back_at_ms: int | None = None


class Sitting(Struct, frozen=True, kw_only=True, gc=False):
    """A service that was finished: at which window, by which clerk (None: a terminal), and when."""

    window: int
    clerk: str | None
    started_at_ms: int
    ended_at_ms: int


class Note(Struct, frozen=True, kw_only=True, gc=False):
    """For the window that has the number next. `written_in` is the instant of the call it was written in."""

    sealed: bytes
    written_in: int | None


class Ticket(Struct, frozen=True, kw_only=True, gc=False):
    """Instants are by the wall unless they say otherwise; `was_delivered`: paper or phone had it once.

    `holder` is sealed: the application's vault opens it. `visitor` is the first ticket of today of the same
    person, its own id when it is the first or nobody is known. `calls` counts the call and its recalls.
    `in_hand` are the indexes of the errands the calling window does in this sitting. `bound_to` is the only
    window that may call it, as long as that one is open and serves it. `missed_at_ms` is on the hall clock.
    `ended_at_ms` is the end of the last sitting, or of the ticket; `served_at` the window of the last sitting
    that was finished, which `rating` is of; `sittings` are all of them. `project` is the green channel whose
    windows alone call it, as long as one of them is open and serves it. `contact` is sealed as `holder` is.
    """

    ticket_id: int
    day: str
    number: str
    reference: str
    errands: tuple[Errand, ...]
    language: str
    holder: bytes | None
    visitor: int
    origin: Origin
    issued_at_ms: int
    state: TicketState
    delivery: DeliveryState
    delivery_at_ms: int
    was_delivered: bool = False
    priority: Priority | None = None
    slot: Slot | None = None
    deferral: Deferral | None = None
    hold: Hold | None = None
    holds: int = 0
    misses: int = 0
    missed_at_ms: int | None = None
    bound_to: int | None = None
    in_hand: tuple[int, ...] = ()
    window: int | None = None
    calls: int = 0
    called_at_ms: int | None = None
    spoken_at_ms: int | None = None
    started_at_ms: int | None = None
    ended_at_ms: int | None = None
    served_at: int | None = None
    rating: Rating | None = None
    rating_skipped: bool = False
    sittings: tuple[Sitting, ...] = ()
    note: Note | None = None
    project: str | None = None
    contact: bytes | None = None

    @property
    def open_errands(self) -> tuple[Errand, ...]:
        if len(self.errands) == 1 and not self.errands[0].is_done:
            return self.errands
        return tuple(errand for errand in self.errands if not errand.is_done)

    @property
    def errand(self) -> Errand:
        """The one in hand, else the first that is open, else the last."""
        if self.in_hand:
            return self.errands[self.in_hand[0]]
        if len(self.errands) == 1:
            return self.errands[0]
        return next((errand for errand in self.errands if not errand.is_done), self.errands[-1])

    @property
    def unit(self) -> Unit:
        return self.errand.unit

    @property
    def matter(self) -> str | None:
        return self.errand.matter

    @property
    def seniority_ms(self) -> int:
        return self.errand.seniority_ms

    def is_asked_at(self, window: int) -> bool:
        """Whether that window asks how its visit was; time is the asker's business."""
        return (
            self.state is TicketState.FINISHED
            and self.served_at == window
            and self.rating is None
            and not self.rating_skipped
        )

    @property
    def is_waiting(self) -> bool:
        """Whether some window may call it, deferred ones after others."""
        return self.state in _WAITING

    @property
    def is_at_window(self) -> bool:
        """Called or in service."""
        return self.state in _AT_WINDOW

    @property
    def is_undelivered(self) -> bool:
        """Whether it waits for a holder whom it never reached; `printing` may be in a hand already."""
        return self.state in _WAITING and not self.was_delivered and self.delivery in _UNDELIVERED

    @property
    def is_open(self) -> bool:
        """Whether its holder may still be served with it."""
        return self.state in _OPEN


_WAITING = frozenset({TicketState.WAITING, TicketState.DEFERRED})
_AT_WINDOW = frozenset({TicketState.CALLED, TicketState.SERVING})
_UNDELIVERED = frozenset({DeliveryState.ISSUED, DeliveryState.FAILED})
_OPEN = (
    _WAITING
    | _AT_WINDOW
    | {
        TicketState.REMOTE,
        TicketState.HELD,
        TicketState.ABSENT,
    }
)


class Window(Struct, frozen=True, kw_only=True, gc=False):
    """`ticket_id` is called or serving here; `finished_id` is the last one finished here.

    `pause` is why it is paused, or will be when its ticket is done; `pause_lasts_ms` for how long, as was
    said; `paused_at_ms` since when, `pause_until_ms` till when (nothing ends by itself). `free_since_ms`
    orders idle windows: when it became free last, None for one that did not yet today.
    """

    number: int
    state: WindowState
    profile: tuple[Unit, ...] = ()
    clerk: str | None = None
    ticket_id: int | None = None
    finished_id: int | None = None
    pause: str | None = None
    pause_lasts_ms: int | None = None
    paused_at_ms: int | None = None
    pause_until_ms: int | None = None
    free_since_ms: int | None = None


class Call(Struct, frozen=True, kw_only=True, gc=False):
    """One announcement: `nth` is 1 for the call, 2 for the first recall.

    `unit`, `seniority_ms`, `right` and `way` say by what the ticket was called; `reason` is a supervisor's.
    `is_spoken`: the voice told that it was heard.
    """

    call_id: int
    ticket_id: int
    window: int
    nth: int
    called_at_ms: int
    unit: Unit
    seniority_ms: int
    right: Right = Right.ARRIVAL
    way: CallWay = CallWay.RULE
    reason: str | None = None
    is_spoken: bool = False
