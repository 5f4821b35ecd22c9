"""The hall at one instant, as far as the estimates need it.

Taken on the thread that owns the day, used on others.
"""

from dataclasses import dataclass, field

from queue_core.domain.hall_clock import HallClock
from queue_core.domain.hall_day import HallDay
from queue_core.domain.records import Appointment
from queue_core.domain.rules import MINUTE_MS, Policy
from queue_core.domain.ticket import Ticket, Window
from queue_core.domain.words import AppointmentState, TicketState

LATEST_MS = 10 * MINUTE_MS
"""Who has not come so long after the slot's end comes no more with a right."""
DAY_MS = 24 * 60 * MINUTE_MS
_WAITING = frozenset({TicketState.WAITING, TicketState.DEFERRED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """Frozen values only, so any thread may keep it.

    `windows` are all of the hall, the closed ones too. `waiting` are those some window may call, deferred and
    handed-back ones too; `at_windows` the called and served by window. `appointments` are today's that nobody
    has checked in. `head_start_ms` is the appointment head start in effect, `hall_ms` now on the hall clock.
    """

    now_ms: int
    clock: HallClock
    policy: Policy
    head_start_ms: int
    windows: tuple[Window, ...]
    waiting: tuple[Ticket, ...]
    at_windows: dict[int, Ticket]
    appointments: tuple[Appointment, ...] = ()
    hall_ms: int = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "hall_ms", self.clock.at(self.now_ms))


def scene_of(day: HallDay, now_ms: int) -> Scene:
    """The day as it stands, in one pass over today's tickets; on the thread that owns the day."""
    return Scene(
        now_ms=now_ms,
        clock=day.clock,
        policy=day.rules.policy,
        head_start_ms=day.head_start_ms,
        windows=tuple(day.windows.values()),
        waiting=tuple(ticket for ticket in day.tickets.values() if ticket.state in _WAITING),
        at_windows={
            number: day.tickets[window.ticket_id]
            for number, window in day.windows.items()
            if window.ticket_id is not None
        },
        appointments=tuple(
            each
            for each in day.appointments
            if each.state is AppointmentState.BOOKED
            and now_ms - LATEST_MS < each.ends_at_ms < now_ms + DAY_MS
        ),
    )


def wall_wait(clock: HallClock, now_ms: int, open_ms: float) -> int:
    """How long by the wall `open_ms` of opening time last from now, with breaks and the way to the opening.

    What does not fit into the day any more is counted on after its last closing.
    """
    target_ms = clock.at(now_ms) + round(open_ms)
    wall_ms = clock.wall_at(target_ms)
    if wall_ms is None:
        end_ms = clock.closes_at_ms or now_ms
        wall_ms = max(end_ms, now_ms) + target_ms - clock.at(end_ms)
    if wall_ms < now_ms:
        wall_ms = clock.next_opening_ms(now_ms) or now_ms
    return wall_ms - now_ms


def open_wait(clock: HallClock, from_ms: int, wall_ms: int) -> int:
    """How much opening time lies in `wall_ms` from an instant on."""
    return clock.at(from_ms + wall_ms) - clock.at(from_ms)
