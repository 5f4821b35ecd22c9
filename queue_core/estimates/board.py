"""A scene laid out for counting: lanes, groups of equal windows, and who stands where with which key.

All times are milliseconds of opening time from the scene's instant (0 is now, 15 minutes ago is -900,000),
and so are keys; both go on after the last closing as if the hall stayed open.
"""

from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise
from math import exp, inf
from typing import NamedTuple

from queue_core.domain.rules import MINUTE_MS, Unit
from queue_core.domain.ticket import Errand, Slot, Ticket, Window
from queue_core.domain.words import TicketClass, WindowState
from queue_core.estimates.history import History, Service
from queue_core.estimates.scene import Scene

OPENING_MS = 10 * MINUTE_MS
"""So long after the hall has opened a closed window is still expected."""
SOON_MS = MINUTE_MS
"""It is taken to open in a minute at first, and later in as much time as it is late already."""
SHOWN_UP = 0.92
"""The share of those who booked that come."""
STILL_COMING = 0.5
"""The same of those who are not here when their slot begins."""
GIVEN_UP_MS = 10 * MINUTE_MS
"""How fast hope fades afterwards."""
NOT_HERE = -1
PAUSE_MS = 10 * MINUTE_MS
"""How long a pause is taken to last."""


class Entry(NamedTuple):
    """One place in a lane, in the order of the rule.

    `place` is the one in `Board.waiting`, NOT_HERE for those still to come. Its service is `factor` times one
    of unit number `unit`.
    """

    key: float
    ticket_id: int
    place: int
    unit: int
    factor: float


class Later(NamedTuple):
    """An entry that comes to a lane at `at`."""

    at: float
    lane: int
    entry: Entry


class Booked(NamedTuple):
    """An appointment of somebody not here yet: when its slot starts, and with what probability they come."""

    starts: float
    chance: float
    lane: int
    unit: int


class Overtaker(NamedTuple):
    """People with a right of `lead_ms` who come `rate` times a ms."""

    lane: int
    unit: int
    rate: float
    lead_ms: int


class Plain(NamedTuple):
    """People without a right who come `rate` times a ms."""

    lane: int
    unit: int
    rate: float


class Claim(NamedTuple):
    """A key somebody has in a lane from `since` on."""

    lane: int
    key: float
    since: float


class Busy(NamedTuple):
    """A window's present work: of which service, since when (ms ago, by the wall)."""

    service: Service
    passed_ms: float


class Desk(NamedTuple):
    """A window that will call: `free_at` at the earliest, after its present work if there is one."""

    group: int
    free_at: float
    busy: Busy | None
    window: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """`lanes` holds the sorted entries of each lane; a group is a set of lanes: its windows have just these.

    `deferred` are (passes left, lane, entry). `breaks` are (when the hall closes, for how long by the wall).
    `shut_ms` is how long by the wall the hall stays closed from now.
    """

    scene: Scene
    history: History
    units: tuple[Unit, ...]
    services: tuple[Service, ...]
    lane_of: dict[Unit, int]
    lanes: tuple[list[Entry], ...]
    later: tuple[Later, ...]
    deferred: tuple[tuple[int, int, Entry], ...]
    groups: tuple[tuple[int, ...], ...]
    desks: tuple[Desk, ...]
    booked: tuple[Booked, ...]
    overtakers: tuple[Overtaker, ...]
    plain: tuple[Plain, ...]
    breaks: tuple[tuple[float, float], ...]
    shut_ms: int
    waiting: tuple[int, ...]

    @property
    def groups_of(self) -> tuple[tuple[int, ...], ...]:
        """By lane, the groups whose windows serve it."""
        return tuple(
            tuple(group for group, lanes in enumerate(self.groups) if lane in lanes)
            for lane in range(len(self.lanes))
        )

    def claims(self, errands: tuple[Errand, ...], *, priority: bool, slot: Slot | None) -> tuple[Claim, ...]:
        """All keys such a ticket has: at once, and from when its appointment is due."""
        return _claims(self.scene, self.lane_of, errands, priority=priority, slot=slot)


def lay_out(scene: Scene, history: History) -> Board:
    """Count nothing yet, only lay out: O(n log n) for n waiting."""
    shut_ms = _shut_for(scene)
    present = [window for window in scene.windows if _opens_at(window, scene, history, shut_ms) < inf]
    units = tuple(history.services)
    serving = {unit: tuple(window.number for window in present if unit in window.profile) for unit in units}
    shared: dict[tuple[int, ...], int] = {}
    lane_of = {unit: shared.setdefault(numbers, len(shared)) for unit, numbers in serving.items() if numbers}
    seats = _Seats(scene, history, units, lane_of)
    for ticket in scene.waiting:
        seats.take(ticket, {window.number for window in present})
    groups: dict[tuple[int, ...], int] = {}
    desks = []
    for window in present:
        lanes = {lane_of[unit] for unit in window.profile if unit in lane_of}
        if window.number in seats.private:
            lanes.add(seats.private[window.number])
        group = groups.setdefault(tuple(sorted(lanes)), len(groups))
        free_at = _opens_at(window, scene, history, shut_ms)
        desks.append(Desk(group, free_at, _busy(scene, history, window), window.number))
    return Board(
        scene=scene,
        history=history,
        units=units,
        services=tuple(history.services.values()),
        lane_of=lane_of,
        lanes=tuple(sorted(seats.entries[lane]) for lane in range(seats.count)),
        later=tuple(sorted(seats.later)),
        deferred=tuple(seats.deferred),
        groups=tuple(groups),
        desks=tuple(desks),
        booked=tuple(_booked(scene, units, lane_of)),
        overtakers=tuple(_overtakers(scene, history, units, lane_of)),
        plain=tuple(
            Plain(lane_of[unit], at, history.plain[unit])
            for at, unit in enumerate(units)
            if unit in lane_of and history.plain.get(unit, 0.0) > 0
        ),
        breaks=tuple(_breaks(scene)),
        shut_ms=shut_ms,
        waiting=tuple(ticket.ticket_id for ticket in scene.waiting),
    )


class _Seats:
    """Gives each waiting ticket its places; what one window alone may call stands in a lane of its own."""

    def __init__(
        self, scene: Scene, history: History, units: tuple[Unit, ...], lane_of: dict[Unit, int]
    ) -> None:
        self._scene = scene
        self._history = history
        self._number = {unit: at for at, unit in enumerate(units)}
        self._lane_of = lane_of
        self._taken = 0
        self.count = len(set(lane_of.values()))
        self.private: dict[int, int] = {}
        self.entries: dict[int, list[Entry]] = defaultdict(list)
        self.later: list[Later] = []
        self.deferred: list[tuple[int, int, Entry]] = []

    def take(self, ticket: Ticket, present: set[int]) -> None:
        place, self._taken = self._taken, self._taken + 1
        errands = ticket.open_errands
        is_back = ticket.hold is not None and ticket.hold.back_at_ms is not None
        only = ticket.hold.window if ticket.hold is not None and is_back else ticket.bound_to
        claims = _claims(
            self._scene, self._lane_of, errands, priority=ticket.priority is not None, slot=ticket.slot
        )
        if only in present and only is not None:
            key = -inf if is_back else min((claim.key for claim in claims if claim.since <= 0), default=0)
            lane = self._private(only)
            self.entries[lane].append(self._entry(ticket, place, key, errands))
            return
        for claim in claims:
            mine = tuple(errand for errand in errands if self._lane_of.get(errand.unit) == claim.lane)
            entry = self._entry(ticket, place, claim.key, mine)
            if ticket.deferral is not None:
                if claim.since <= 0:
                    self.deferred.append((ticket.deferral.passes_left, claim.lane, entry))
            elif claim.since > 0:
                self.later.append(Later(claim.since, claim.lane, entry))
            else:
                self.entries[claim.lane].append(entry)

    def _private(self, window: int) -> int:
        if window not in self.private:
            self.private[window] = self.count
            self.count += 1
        return self.private[window]

    def _entry(self, ticket: Ticket, place: int, key: float, errands: tuple[Errand, ...]) -> Entry:
        first = next((each.unit for each in errands if each.unit in self._number), None)
        if first is None:
            return Entry(key, ticket.ticket_id, place, 0, 1.0)
        services = self._history.services
        whole = sum(services[each.unit].mean_ms * each.items for each in errands if each.unit in services)
        return Entry(key, ticket.ticket_id, place, self._number[first], whole / services[first].mean_ms)


def _claims(
    scene: Scene,
    lane_of: dict[Unit, int],
    errands: tuple[Errand, ...],
    *,
    priority: bool,
    slot: Slot | None,
) -> tuple[Claim, ...]:
    """By lane the least key of the errands there, as the call rule makes it."""
    policy, now = scene.policy, scene.hall_ms
    least: dict[int, int] = {}
    due: dict[int, int] = {}
    for errand in errands:
        lane = lane_of.get(errand.unit)
        if lane is None:
            continue
        lead = policy.priority_head_start_ms if priority else 0
        if errand.unit.ticket_class is TicketClass.PICKUP and errand.case_id is not None:
            lead = max(lead, policy.pickup_head_start_ms)
        key = errand.seniority_ms - lead
        least[lane] = min(key, least.get(lane, key))
        if slot is not None:
            ranked = max(scene.clock.at(slot.starts_at_ms), errand.seniority_ms) - scene.head_start_ms
            due[lane] = min(ranked, due.get(lane, ranked))
    if slot is None:
        return tuple(Claim(lane, key - now, 0) for lane, key in least.items())
    due_ms = slot.starts_at_ms - policy.due_before_ms
    if scene.now_ms >= due_ms:
        return tuple(Claim(lane, min(key, due[lane]) - now, 0) for lane, key in least.items())
    since = scene.clock.at(due_ms) - now
    return tuple(Claim(lane, key - now, 0) for lane, key in least.items()) + tuple(
        Claim(lane, key - now, max(since, 1)) for lane, key in due.items() if key < least[lane]
    )


def _shut_for(scene: Scene) -> int:
    """How long by the wall until the hall is open; 0 after the last closing, when it only finishes."""
    if scene.clock.opens_at_ms is None or scene.clock.is_open(scene.now_ms):
        return 0
    opens_ms = scene.clock.next_opening_ms(scene.now_ms)
    return 0 if opens_ms is None else opens_ms - scene.now_ms


def _opens_at(window: Window, scene: Scene, history: History, shut_ms: int) -> float:
    """When the window could call at the earliest; never (inf) if it is closed and not expected."""
    if window.state is WindowState.PAUSED:
        return 0 if shut_ms else PAUSE_MS
    if window.state is not WindowState.CLOSED:
        return 0
    if history.staffed and window.number not in history.staffed:
        return inf
    if shut_ms:
        return 0
    begun = [each for each in scene.clock.sessions if each.opens_at_ms <= scene.now_ms < each.closes_at_ms]
    passed_ms = scene.now_ms - begun[0].opens_at_ms if begun else OPENING_MS
    if passed_ms >= OPENING_MS:
        return inf
    return min(max(passed_ms, SOON_MS), OPENING_MS - passed_ms)


def _busy(scene: Scene, history: History, window: Window) -> Busy | None:
    ticket = scene.at_windows.get(window.number)
    if ticket is None:
        return None
    errands = tuple(ticket.errands[at] for at in ticket.in_hand) or ticket.open_errands
    known = [each for each in errands if each.unit in history.services]
    if not known:
        return None
    first = history.services[known[0].unit]
    whole_ms = sum(history.services[each.unit].mean_ms * each.items for each in known)
    passed_ms = scene.now_ms - (ticket.called_at_ms or scene.now_ms)
    return Busy(Service(whole_ms, first.cv), passed_ms)


def _booked(scene: Scene, units: tuple[Unit, ...], lane_of: dict[Unit, int]) -> list[Booked]:
    """Those whose appointment may come before somebody who takes a number now."""
    number = {unit: at for at, unit in enumerate(units)}
    booked = []
    for each in scene.appointments:
        starts = scene.clock.at(each.starts_at_ms) - scene.hall_ms
        if each.unit in lane_of and starts <= scene.head_start_ms:
            chance = SHOWN_UP if starts > 0 else STILL_COMING * exp(starts / GIVEN_UP_MS)
            booked.append(Booked(starts, chance, lane_of[each.unit], number[each.unit]))
    return booked


def _overtakers(
    scene: Scene, history: History, units: tuple[Unit, ...], lane_of: dict[Unit, int]
) -> list[Overtaker]:
    number = {unit: at for at, unit in enumerate(units)}
    rights = (
        (history.priority, scene.policy.priority_head_start_ms),
        (history.pickup, scene.policy.pickup_head_start_ms),
    )
    return [
        Overtaker(lane_of[unit], number[unit], rate, lead_ms)
        for rates, lead_ms in rights
        for unit, rate in rates.items()
        if unit in lane_of and unit in number and rate > 0
    ]


def _breaks(scene: Scene) -> list[tuple[float, float]]:
    now = scene.hall_ms
    return [
        (scene.clock.at(before.closes_at_ms) - now, after.opens_at_ms - before.closes_at_ms)
        for before, after in pairwise(scene.clock.sessions)
        if before.closes_at_ms > scene.now_ms
    ]
