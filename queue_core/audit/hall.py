"""The auditor's own picture of a hall on one day: plain and mutable; `following` alone changes it."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from queue_core.audit.clock import hall_clock
from queue_core.audit.records import Appointment, Case, Door, FollowUp, ProofCount, Session, Slot, Unlocking
from queue_core.audit.rules import Policy, Rules, Unit, WindowRules
from queue_core.audit.words import Right

DoorKey = tuple[str, int]

WAITING = frozenset({"waiting", "deferred"})
AT_WINDOW = frozenset({"called", "serving"})
ENDED = frozenset({"finished", "cancelled", "expired", "withdrawn"})


@dataclass(slots=True)
class Errand:
    """One errand of a number; `seniority_ms` on the hall clock."""

    unit: Unit
    seniority_ms: int
    case_id: int | None
    is_done: bool = False


@dataclass(slots=True)
class Holding:
    """Kept by a window until `until_ms` (hall clock); `back_at_ms` (wall) once the holder is back."""

    window: int
    until_ms: int
    back_at_ms: int | None = None


@dataclass(slots=True)
class Sitting:
    """A service that ended at a window, by the clerk who sat there."""

    window: int
    ended_at_ms: int
    clerk: str | None = None


@dataclass(slots=True)
class Ticket:
    """Instants by the wall, but `missed_at_ms`, `slot_hall_ms` and seniorities by the hall clock."""

    ticket_id: int
    number: str
    visitor: int
    errands: list[Errand]
    state: str
    has_priority: bool
    slot: Slot | None
    slot_hall_ms: int = 0
    delivery: str = "issued"
    was_delivered: bool = False
    passes_left: int | None = None
    deferral: str | None = None
    holding: Holding | None = None
    holds: int = 0
    misses: int = 0
    missed_at_ms: int = 0
    bound_to: int | None = None
    in_hand: tuple[int, ...] = ()
    window: int | None = None
    way: str = "rule"
    calls: int = 0
    call_id: int | None = None
    called_at_ms: int = 0
    spoken_at_ms: int | None = None
    project: str | None = None
    sittings: list[Sitting] = field(default_factory=list)
    is_rated: bool = False
    is_skipped: bool = False

    @property
    def open_errands(self) -> list[tuple[int, Errand]]:
        return [(index, errand) for index, errand in enumerate(self.errands) if not errand.is_done]

    @property
    def is_open(self) -> bool:
        return self.state not in ENDED

    def errands_for(self, profile: frozenset[Unit]) -> list[tuple[int, Errand]]:
        return [
            (index, errand)
            for index, errand in enumerate(self.errands)
            if not errand.is_done and errand.unit in profile
        ]


@dataclass(slots=True)
class PastVisit:
    """A visit of a day that is over, which began at `midnight_ms`."""

    day: str
    midnight_ms: int
    last: Sitting
    is_rated: bool


@dataclass(slots=True)
class Window:
    """`ticket` is called or serving here. `free_since_ms` (wall) while it is free."""

    number: int
    profile: frozenset[Unit]
    state: str = "closed"
    clerk: str | None = None
    ticket: int | None = None
    pause_asked: bool = False
    free_since_ms: int = 0


@dataclass(slots=True)
class Hall:
    """One day. What crosses midnight (ids, cases, appointments, follow-ups, doors) `following` carries over.

    `unlockings` are those of today and those of before that are not over. `past` are visits of the days
    before, as long as they may be rated.
    """

    day: str | None = None
    rules: Rules = field(default_factory=lambda: Rules(categories=(), windows=()))
    sessions: tuple[Session, ...] = ()
    midnight_ms: int = 0
    head_start_ms: int = 0
    is_closed: bool = True
    issued: int = 0
    next_ticket_id: int | None = None
    next_call_id: int | None = None
    tickets: dict[int, Ticket] = field(default_factory=dict)
    windows: dict[int, Window] = field(default_factory=dict)
    waiting: dict[int, Ticket] = field(default_factory=dict)
    by_visitor: dict[int, list[Ticket]] = field(default_factory=dict)
    appointments: dict[int, Appointment] = field(default_factory=dict)
    cases: dict[int, Case] = field(default_factory=dict)
    follow_ups: dict[int, FollowUp] = field(default_factory=dict)
    past: dict[int, PastVisit] = field(default_factory=dict)
    next_serial: int = 1
    next_unlocking_id: int = 1
    doors: dict[DoorKey, Door] = field(default_factory=dict)
    unlockings: dict[int, Unlocking] = field(default_factory=dict)
    proofs: dict[str, ProofCount] = field(default_factory=dict)

    @property
    def policy(self) -> Policy:
        return self.rules.policy

    def clock(self, wall_ms: int) -> int:
        return hall_clock(self.sessions, wall_ms)

    def window_rules(self, number: int) -> WindowRules | None:
        return next((each for each in self.rules.windows if each.number == number), None)

    def is_auto(self, number: int) -> bool:
        """Whether the hall calls to that window by itself, as it does to every unattended terminal."""
        rules = self.window_rules(number)
        return rules is not None and (rules.calls == "auto" or rules.kind == "terminal")

    def door(self, cabinet: str, number: int) -> Door | None:
        """One of the rules, or one they have dropped of which something is known."""
        if known := self.doors.get((cabinet, number)):
            return known
        return Door(cabinet, number) if self.is_listed(cabinet, number) else None

    def is_listed(self, cabinet: str, number: int) -> bool:
        """Whether the rules name that door."""
        return any(
            each.code == cabinet and any(door.number == number for door in each.doors)
            for each in self.rules.cabinets
        )

    def pending_of(self, case_id: int) -> Unlocking | None:
        """The order not over in which a case may move."""
        found = (each for each in self.unlockings.values() if each.is_pending and each.case_id == case_id)
        return next(found, None)

    def channel(self, project: str | None) -> tuple[int, ...]:
        """The windows of a green channel."""
        return next((each.windows for each in self.rules.channels if each.code == project), ())

    def others_of(self, ticket: Ticket) -> Iterator[Ticket]:
        """The other tickets of today of the same person, as far as a person is known."""
        return (each for each in self.by_visitor[ticket.visitor] if each is not ticket)

    def is_person_busy(self, ticket: Ticket) -> bool:
        """Whether its holder is called or served with another number."""
        return any(each.state in AT_WINDOW for each in self.others_of(ticket))


def key_of(hall: Hall, ticket: Ticket, errand: Errand, at_ms: int) -> tuple[int, Right]:
    """What a waiting errand ranks by at a wall instant: the least of its rights, and which right that is.

    Of two rights with the same key the least special counts: arrival, pickup, priority, appointment.
    """
    policy = hall.rules.policy
    arrived = errand.seniority_ms
    rights: list[tuple[int, int, Right]] = [(arrived, 0, "arrival")]
    if errand.unit.ticket_class == "pickup" and errand.case_id is not None:
        rights.append((arrived - policy.pickup_head_start_ms, 1, "pickup"))
    if ticket.has_priority:
        rights.append((arrived - policy.priority_head_start_ms, 2, "priority"))
    if ticket.slot is not None and at_ms >= ticket.slot.starts_at_ms - policy.due_before_ms:
        rights.append((max(ticket.slot_hall_ms, arrived) - hall.head_start_ms, 3, "appointment"))
    key, _, right = min(rights)
    return key, right
