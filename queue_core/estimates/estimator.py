"""The estimates as the application uses them.

Hears every event on the committer thread, answers there, and is refreshed from another thread.
"""

import time
from bisect import bisect_left, bisect_right
from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from math import inf
from random import Random
from threading import Lock
from typing import Any, NamedTuple

from queue_core.domain.events import (
    DayOpened,
    EstimateShown,
    Event,
    TicketArrived,
    TicketCalled,
    TicketCancelled,
    TicketConverted,
    TicketDeferred,
    TicketExpired,
    TicketIssued,
    TicketWithdrawn,
)
from queue_core.domain.records import Calibration
from queue_core.domain.rules import MINUTE_MS, Unit
from queue_core.domain.ticket import Errand, Estimate, Slot, Ticket
from queue_core.domain.words import TicketClass
from queue_core.estimates.board import Board, Claim, lay_out
from queue_core.estimates.calibrator import Calibrator
from queue_core.estimates.pressure import Added, Pressure, press
from queue_core.estimates.scene import Scene, wall_wait
from queue_core.estimates.simulation import PATHS, Paths, quantile, simulate
from queue_core.estimates.since import TURNS, Change, Since, Turn

MOST_SIMULATED = 20_000
"""With more waiting only the formula speaks."""
STEPS = 100_000
"""Calls played in one refresh: with many waiting there are fewer paths, but never less than FEWEST_PATHS."""
FEWEST_PATHS = 10
MOST_CHANGES = 100_000
"""Remembered between two refreshes."""
LEAST_SPREAD_MS = MINUTE_MS
"""Between the P50 and the P90 of somebody who waits at all."""
PER_MILLE = 1000
ASKED_STEP_MS = 10_000
SAME_MS = 1_000
"""Equal newcomers within so long, with nothing heard in between, are told the same."""
HALF_A_MS = 0.5
"""Less than the distance of two keys."""
HALF_LIFE, NINE_TENTHS_LIFE = 0.69, 2.3
"""Of an exponential time: its P50 and P90 in means."""
_VERIFIED = 0  # stands for the finished case of somebody who has no ticket yet


@dataclass(frozen=True, slots=True, kw_only=True)
class Forecast:
    """What to tell somebody.

    `estimate` is None when no window is there for the business. `closing_chance` is the probability (per
    mille) of being called before the day's last closing; None where the hall never closes or nothing was
    simulated.
    """

    estimate: Estimate | None
    ahead: int
    closing_chance: int | None


class _Raw(NamedTuple):
    """Times of a call from the board's instant, before what was learned: P50, P90 and each path's.

    The paths' are to be `longer` by those who came since.
    """

    p50: float
    p90: float
    calls: tuple[float, ...] = ()
    longer: float = 0.0


class _Asker(NamedTuple):
    """Whose wait is asked for, and by lane who came since and stands before.

    `ticket_id` is that of a ticket that waits already.
    """

    claims: tuple[Claim, ...]
    more: list[int]
    added: list[Added]
    ticket_id: float = inf

    @property
    def turns(self) -> tuple[Claim, ...]:
        """The claims as the paths know them: a holder is called where a path calls its own key."""
        if self.ticket_id == inf:
            return self.claims
        return tuple(claim._replace(key=claim.key - HALF_A_MS) for claim in self.claims)


class _Newcomer(NamedTuple):
    units: tuple[Unit, ...]
    is_verified: bool
    priority: bool
    slot: Slot | None


@dataclass(frozen=True, slots=True)
class _View:
    """One refresh; `tickets` are all that waited.

    `asked` remembers answers, `told` newcomers' with their instants until the next event, and `since` what
    happened after; all for the committer thread.
    """

    board: Board
    pressure: Pressure
    paths: Paths | None
    tickets: dict[int, _Raw]
    since: Since
    asked: dict[tuple[tuple[Claim, ...], int], tuple[float, ...]] = field(default_factory=dict)
    told: dict[_Newcomer, tuple[int, Forecast]] = field(default_factory=dict)

    def calls(self, claims: tuple[Claim, ...], passed_ms: int) -> tuple[float, ...]:
        """Each path's call of somebody who comes so long after the board's instant."""
        calls = self._asked(claims, 0)
        return calls if calls[0] >= passed_ms else self._asked(claims, passed_ms // ASKED_STEP_MS)

    def _asked(self, claims: tuple[Claim, ...], steps: int) -> tuple[float, ...]:
        assert self.paths is not None
        calls = self.asked.get((claims, steps))
        if calls is None:
            calls = self.asked[claims, steps] = tuple(self.paths.calls(claims, steps * ASKED_STEP_MS))
        return calls


class _Told(NamedTuple):
    at_ms: int
    unit: Unit | None
    estimate: Estimate


class Estimator:
    """`usual_ms` are the catalogue's minutes by unit; `rng` decides what the simulated future draws.

    `hear`, the questions and `calibration` belong to the committer thread; `refresh` to any one other.
    """

    def __init__(self, usual_ms: Mapping[Unit, int], rng: Random) -> None:
        self._calibrator = Calibrator(usual_ms)
        self._rng = rng
        self._lock = Lock()  # between hearing and the beginning and end of a refresh
        self._view: _View | None = None
        self._is_looking = False  # whether a refresh has begun today: only then do changes count
        self._changes: deque[Change | Turn] = deque(maxlen=MOST_CHANGES)
        self._told: dict[int, _Told] = {}
        self._offered: dict[int, _Told] = {}
        self._unit_of: dict[int, Unit] = {}
        self._notes = self._all_notes()

    def hear(self, events: Iterable[Event]) -> None:
        """Take note of committed events, in their order; of a replay's too."""
        with self._lock:
            if self._view is not None:
                self._view.told.clear()
            for event in events:
                for note in self._notes.get(type(event), ()):
                    note(event)

    def refresh(self, scene: Scene, paths: int = PATHS) -> None:
        """Simulate anew. Takes up to some tenths of a second, giving way to other threads after each path."""
        offered = {unit for window in scene.windows for unit in window.profile}
        waited_for = {errand.unit for ticket in scene.waiting for errand in ticket.open_errands}
        with self._lock:
            self._is_looking = True
            history = self._calibrator.history(sorted(offered | waited_for, key=_order), scene.now_ms)
        view = _look(lay_out(scene, history), paths, self._rng)
        with self._lock:
            self._view = view
            self._recount(scene.now_ms)
            self._told = {
                ticket_id: told for ticket_id, told in self._told.items() if told.at_ms > scene.now_ms
            }

    def for_newcomer(
        self,
        now_ms: int,
        units: Iterable[Unit],
        *,
        is_verified: bool = False,
        priority: bool = False,
        slot: Slot | None = None,
    ) -> Forecast:
        """What somebody who takes a number now is to be told.

        `is_verified`: a pickup is of a finished case. O(lanes) and some dozen look-ups, whatever the number
        of waiting.
        """
        view = self._view
        if view is None:
            return Forecast(estimate=None, ahead=0, closing_chance=None)
        who = _Newcomer(tuple(units), is_verified, priority, slot)
        at_ms, told = view.told.get(who, (now_ms, None))
        if told is None or not 0 <= now_ms - at_ms < SAME_MS:
            told = self._newcomers(view, now_ms, who)
            view.told[who] = now_ms, told
        return told

    def _newcomers(self, view: _View, now_ms: int, who: _Newcomer) -> Forecast:
        """As if at the board's instant.

        Those who came since are counted apart, and equal askers are answered from one look at the paths.
        """
        hall_ms = view.board.scene.hall_ms
        errands = tuple(_errand(unit, hall_ms, is_verified=who.is_verified) for unit in who.units)
        claims = view.board.claims(errands, priority=who.priority, slot=who.slot)
        since, has_right = view.since, _has_right(claims)
        asker = _Asker(claims, since.more(has_right=has_right), since.added(has_right=has_right))
        return self._forecast(view, now_ms, asker)

    def before_choice(
        self, now_ms: int, ticket: Ticket, unit: Unit, *, errand: int = 0, is_verified: bool = False
    ) -> Forecast:
        """What the holder of a waiting ticket is to be told before its errand is converted to `unit`.

        The ticket does not stand before itself, nor does who came later without a right. O(lanes) and O(who
        came since the last refresh).
        """
        view = self._view
        if view is None:
            return Forecast(estimate=None, ahead=0, closing_chance=None)
        errands = tuple(
            _errand(unit, each.seniority_ms, is_verified=is_verified) if at == errand else each
            for at, each in enumerate(ticket.errands)
            if not each.is_done or at == errand
        )
        claims = view.board.claims(errands, priority=ticket.priority is not None, slot=ticket.slot)
        more, added = view.since.before(ticket.ticket_id, has_right=_has_right(claims))
        for lane in _left_places(view.board, ticket, claims):
            more[lane] -= 1
        return self._forecast(view, now_ms, _Asker(claims, more, added, ticket.ticket_id))

    def for_ticket(self, now_ms: int, ticket_id: int) -> Estimate | None:
        """How long a waiting ticket still waits; None when it does not wait or nothing is known yet."""
        told = self._told.get(ticket_id)
        if told is not None:
            passed_ms = now_ms - told.at_ms
            return Estimate(
                p50_ms=max(told.estimate.p50_ms - passed_ms, 0),
                p90_ms=max(told.estimate.p90_ms - passed_ms, 0),
            )
        view = self._view
        raw = None if view is None else view.tickets.get(ticket_id)
        if view is None or raw is None or ticket_id not in self._unit_of:
            return None
        return self._shown(view, now_ms, _passed_ms(view, now_ms), raw)

    def calibration(self) -> Calibration:
        """What was learned, for the next day."""
        return self._calibrator.calibration()

    def _forecast(self, view: _View, now_ms: int, asker: _Asker) -> Forecast:
        ahead = view.pressure.ahead(asker.claims, asker.more, asker.ticket_id)
        free, passed_ms = view.since.free(asker.claims), _passed_ms(view, now_ms)
        if ahead == 0 and free and view.board.scene.clock.is_open(now_ms):
            raw: _Raw | None = _Raw(passed_ms, passed_ms, (passed_ms,))
        else:
            raw = _raw(view, passed_ms, asker, is_next=free > ahead)
        if raw is None:
            return Forecast(estimate=None, ahead=ahead, closing_chance=None)
        return Forecast(
            estimate=self._shown(view, now_ms, passed_ms, raw),
            ahead=ahead,
            closing_chance=self._closing_chance(view, now_ms, raw),
        )

    def _change(self, change: Change | Turn) -> None:
        self._changes.append(change)
        if self._view is not None:
            self._view.since.note(change)

    def _recount(self, after_ms: int) -> None:
        kept = [each for each in self._changes if each.at_ms > after_ms]
        self._changes = deque(maxlen=MOST_CHANGES)
        for each in kept:
            self._change(each)

    def _shown(self, view: _View, now_ms: int, passed_ms: int, raw: _Raw) -> Estimate:
        """From the board's instant to now, from opening time to the wall's, and as experience says."""
        scene, ratio = view.board.scene, self._calibrator.ratio
        p50, p90 = max(raw.p50 - passed_ms, 0.0), max(raw.p90 - passed_ms, 0.0)
        spread = max((p90 - p50) * self._calibrator.stretch, LEAST_SPREAD_MS) if p90 > 0 else 0.0
        return Estimate(
            p50_ms=wall_wait(scene.clock, now_ms, p50 * ratio),
            p90_ms=wall_wait(scene.clock, now_ms, (p50 + spread) * ratio),
        )

    def _closing_chance(self, view: _View, now_ms: int, raw: _Raw) -> int | None:
        scene, ratio = view.board.scene, self._calibrator.ratio
        closes_ms = scene.clock.closes_at_ms
        if closes_ms is None or not raw.calls:
            return None
        if now_ms >= closes_ms:
            return 0
        now = scene.clock.at(now_ms)
        left_ms, passed_ms = scene.clock.at(closes_ms) - now, now - scene.hall_ms
        in_time = bisect_right(raw.calls, left_ms / ratio + passed_ms - raw.longer)
        return round(PER_MILLE * in_time / len(raw.calls))

    def _all_notes(self) -> dict[type[Event], list[Callable[[Any], None]]]:
        """What is done with an event, in this order; those of other types are passed over."""
        own: dict[type[Event], Callable[[Any], None]] = {
            DayOpened: self._opened,
            TicketIssued: self._issued,
            TicketArrived: self._arrived,
            EstimateShown: self._offer,
            TicketConverted: self._converted,
            TicketDeferred: self._deferred,
            TicketCalled: self._gone,
            TicketCancelled: self._gone,
            TicketExpired: self._gone,
            TicketWithdrawn: self._gone,
        }
        turns = dict.fromkeys(TURNS, self._turned)
        notes: dict[type[Event], list[Callable[[Any], None]]] = defaultdict(list)
        for of_type in (self._calibrator.lessons, own, turns):
            for kind, note in of_type.items():
                notes[kind].append(note)
        return dict(notes)

    def _opened(self, _: DayOpened) -> None:
        self._view, self._is_looking = None, False
        self._told, self._offered, self._unit_of = {}, {}, {}
        self._changes.clear()

    def _arrived(self, event: TicketArrived) -> None:
        unit = self._unit_of.get(event.ticket_id)
        if self._is_looking and unit is not None:
            self._change(Change(event.at_ms, event.ticket_id, unit, comes=True))

    def _offer(self, event: EstimateShown) -> None:
        self._offered[event.ticket_id] = _Told(event.at_ms, event.unit, event.estimate)

    def _deferred(self, event: TicketDeferred) -> None:
        self._told.pop(event.ticket_id, None)

    def _turned(self, event: Any) -> None:
        if self._is_looking:
            self._change(Turn(event.at_ms, event.window, TURNS[type(event)]))

    def _issued(self, event: TicketIssued) -> None:
        unit = event.errands[0].unit
        self._unit_of[event.ticket_id] = unit
        if self._is_looking and not event.is_remote:
            has_right = event.priority is not None or event.slot is not None or _is_verified(event.errands[0])
            self._change(Change(event.at_ms, event.ticket_id, unit, comes=True, has_right=has_right))
        if event.estimate is not None:
            self._told[event.ticket_id] = _Told(event.at_ms, unit, event.estimate)

    def _converted(self, event: TicketConverted) -> None:
        """What was shown before the choice holds until the next refresh."""
        offered = self._offered.pop(event.ticket_id, None)
        self._told.pop(event.ticket_id, None)
        if offered is not None and offered.unit == event.unit:
            self._told[event.ticket_id] = offered
        self._unit_of[event.ticket_id] = event.unit

    def _gone(self, event: TicketCalled | TicketCancelled | TicketExpired | TicketWithdrawn) -> None:
        self._told.pop(event.ticket_id, None)
        self._offered.pop(event.ticket_id, None)
        unit = self._unit_of.pop(event.ticket_id, None)
        if self._is_looking and unit is not None:
            self._change(Change(event.at_ms, event.ticket_id, unit, comes=False))


def _look(board: Board, paths: int, rng: Random) -> _View:
    pressure = press(board)
    waiting = len(board.waiting)
    if waiting > MOST_SIMULATED or not board.desks:
        return _View(board, pressure, None, {}, Since(board))
    count = max(min(paths, STEPS // max(waiting, 1)), FEWEST_PATHS)
    # A sleep of 0 s lets the committer have the interpreter between two paths.
    played = simulate(board, count, rng, between=lambda: time.sleep(0))
    tickets = {
        ticket.ticket_id: raw
        for ticket in board.scene.waiting
        if (raw := _of_waiting(board, pressure, played, ticket)) is not None
    }
    return _View(board, pressure, played, tickets, Since(board))


def _of_waiting(board: Board, pressure: Pressure, paths: Paths, ticket: Ticket) -> _Raw | None:
    calls = paths.waits.get(ticket.ticket_id)
    if calls is None:
        return None
    p50, p90 = quantile(calls, 0.5), quantile(calls, 0.9)
    is_plain = ticket.deferral is None and ticket.bound_to is None and ticket.hold is None
    if is_plain:
        claims = board.claims(ticket.open_errands, priority=ticket.priority is not None, slot=ticket.slot)
        formula = pressure.wait(claims, ticket_id=ticket.ticket_id)
        p50 = p50 if formula is None else max(p50, formula.mean)
    return _Raw(p50, max(p50, p90))


def _passed_ms(view: _View, now_ms: int) -> int:
    """Opening time since the board's instant."""
    scene = view.board.scene
    return scene.clock.at(now_ms) - scene.hall_ms


def _raw(view: _View, passed_ms: int, asker: _Asker, *, is_next: bool) -> _Raw | None:
    """Never less than the formula, and never nothing while those ahead take all free windows.

    `is_next`: they leave one of them.
    """
    claims, added = asker.claims, asker.added
    formula = view.pressure.wait(claims, added, asker.ticket_id)
    if formula is None:
        return None
    raw = _Raw(formula.mean, formula.p90)
    if view.paths is not None:
        calls = view.calls(asker.turns, passed_ms)
        longer = min(view.pressure.longer(claim.lane, added) for claim in claims)
        p50 = max(quantile(calls, 0.5) + longer, formula.mean)
        raw = _Raw(p50, max(quantile(calls, 0.9) + longer, p50), calls, longer)
    if is_next:
        return raw
    soonest = min(view.pressure.soonest(claim.lane) for claim in claims)
    return raw._replace(
        p50=max(raw.p50, passed_ms + soonest * HALF_LIFE),
        p90=max(raw.p90, passed_ms + soonest * NINE_TENTHS_LIFE),
    )


def _has_right(claims: Iterable[Claim]) -> bool:
    return any(claim.key < 0 for claim in claims)


def _left_places(board: Board, ticket: Ticket, claims: tuple[Claim, ...]) -> list[int]:
    """The lanes in which a ticket stands on the board before the claims: it is not before itself."""
    soonest = min((claim.key for claim in claims), default=-inf)
    places = board.claims(ticket.open_errands, priority=ticket.priority is not None, slot=ticket.slot)
    return [place.lane for place in places if place.key < soonest and _is_at(board, place, ticket.ticket_id)]


def _is_at(board: Board, claim: Claim, ticket_id: int) -> bool:
    entries = board.lanes[claim.lane]
    place = bisect_left(entries, (claim.key, ticket_id), key=lambda entry: (entry.key, entry.ticket_id))
    return place < len(entries) and entries[place].ticket_id == ticket_id


def _errand(unit: Unit, seniority_ms: int, *, is_verified: bool) -> Errand:
    case_id = _VERIFIED if is_verified and unit.ticket_class is TicketClass.PICKUP else None
    return Errand(unit=unit, seniority_ms=seniority_ms, case_id=case_id)


def _is_verified(errand: Errand) -> bool:
    return errand.unit.ticket_class is TicketClass.PICKUP and errand.case_id is not None


def _order(unit: Unit) -> tuple[str, str]:
    return unit.category, unit.ticket_class
