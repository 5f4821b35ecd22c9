"""What the estimates learn from the journal while the day goes on.

Everything follows from the events heard, so a replay learns the same. Belongs to one thread.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from math import exp, inf, sqrt
from typing import Any, NamedTuple

from msgspec.structs import replace

from queue_core.domain.events import (
    DayOpened,
    ErrandAdded,
    Event,
    PriorityGranted,
    ResultReady,
    ServiceFinished,
    StageFinished,
    TicketCalled,
    TicketCancelled,
    TicketConverted,
    TicketDeferred,
    TicketExpired,
    TicketHeld,
    TicketIssued,
    TicketMissed,
    TicketSentBack,
    TicketWithdrawn,
    WindowOpened,
)
from queue_core.domain.hall_clock import HallClock
from queue_core.domain.records import Calibration, UnitCalibration
from queue_core.domain.rules import MINUTE_MS, Unit
from queue_core.domain.ticket import Errand, Estimate
from queue_core.domain.words import CallWay, TicketClass
from queue_core.estimates.history import History, Service
from queue_core.estimates.scene import open_wait

USUAL_MS = {
    TicketClass.ACCEPT: 12 * MINUTE_MS,
    TicketClass.CONSULT: 4 * MINUTE_MS,
    TicketClass.PICKUP: 3 * MINUTE_MS,
}
"""What a call takes where neither the catalogue nor the past says it."""
USUAL_CV = 0.7
TRUST = 8
"""The usual minutes weigh as much as so many observed services."""
MEMORY = 400
"""Older services count less and less: a mean is made of about so many."""
OUTLIER = 6.0
"""A service counts for at most so many times its mean: a clerk forgot to finish it."""
RATE_MS = 60 * MINUTE_MS
"""Arrivals older than about an hour do not count for how many come."""
SHORTEST_RATE_MS = 15 * MINUTE_MS
WEIGHT_MS = 120 * MINUTE_MS
"""Yesterday's ratio weighs as much as so much waiting."""
RECENT_MS = 600 * MINUTE_MS
"""The ratio is of about so much waiting, so that a quiet hour does not wipe out what the rush has taught."""
STEP = 0.05
STEP_AT_ONCE = 0.025
"""Who is called at once says little of those who wait, but is one of the ten too."""
MISSED = 0.1
"""One P90 in ten is to be missed."""
_RATIO = (0.3, 3.0)
_STRETCH = (0.5, 6.0)


class _Told(NamedTuple):
    """What a citizen was told at issue: `mean_ms` of opening time before the ratio, the P90 by the wall."""

    at_ms: int
    mean_ms: float
    p90_ms: int


@dataclass(slots=True)
class _Seen:
    """A running mean and mean of squares, in ms and ms²."""

    served: int = 0
    mean_ms: float = 0.0
    square: float = 0.0

    def add(self, ms: float) -> None:
        self.served = min(self.served + 1, MEMORY)
        self.mean_ms += (ms - self.mean_ms) / self.served
        self.square += (ms * ms - self.square) / self.served

    def service(self, usual_ms: float) -> Service:
        """Shrunk towards the usual minutes."""
        usual_square = usual_ms**2 * (1 + USUAL_CV**2)
        weight = TRUST + self.served
        mean = (TRUST * usual_ms + self.served * self.mean_ms) / weight
        square = (TRUST * usual_square + self.served * self.square) / weight
        return Service(mean, min(max(sqrt(max(square / mean**2 - 1, 0.0)), 0.1), 2.0))


@dataclass(slots=True)
class _Taken:
    """The services of a class: how many, and how long they took together in usual lengths."""

    served: int = 0
    usual: float = 0.0

    def count(self, seen: _Seen, usual_ms: float, sign: int) -> None:
        """Add (1) or take away (-1) what was seen of one unit."""
        self.served += sign * seen.served
        self.usual += sign * seen.served * seen.mean_ms / usual_ms


@dataclass(slots=True)
class _Rate:
    """Arrivals in a fading memory; times are of the hall clock."""

    count: float = 0.0
    at_ms: float = 0.0

    def add(self, hall_ms: float) -> None:
        self.count = self._faded(hall_ms) + 1
        self.at_ms = hall_ms

    def per_ms(self, hall_ms: float, passed_ms: float) -> float:
        """`passed_ms` is how long arrivals were counted at all."""
        seen_ms = RATE_MS * (1 - exp(-max(passed_ms, SHORTEST_RATE_MS) / RATE_MS))
        return self._faded(hall_ms) / seen_ms

    def _faded(self, hall_ms: float) -> float:
        return self.count * exp(-(hall_ms - self.at_ms) / RATE_MS)


class Calibrator:
    """`usual_ms` are the catalogue's minutes by unit.

    `lessons` are what it does with an event, by the event's type; all other types teach nothing. `ratio` is
    by how much waits turned out longer than predicted; `stretch` widens the P90.
    """

    def __init__(self, usual_ms: Mapping[Unit, int] | None = None) -> None:
        self._usual_ms = dict(usual_ms or {})
        self._seen: dict[Unit, _Seen] = {}
        self._taken: dict[TicketClass, _Taken] = defaultdict(_Taken)
        self._begin(HallClock(), Calibration())
        self.lessons: dict[type[Event], Callable[[Any], None]] = {
            DayOpened: self._opened,
            WindowOpened: self._staff,
            TicketIssued: self._issued,
            TicketCalled: self._called,
            ErrandAdded: self._added,
            ResultReady: self._added,
            TicketConverted: self._converted,
            PriorityGranted: self._granted,
            ServiceFinished: self._left,
            StageFinished: self._left,
            TicketHeld: self._left,
            TicketSentBack: self._left,
            TicketMissed: self._left,
            TicketCancelled: self._ended,
            TicketExpired: self._ended,
            TicketDeferred: self._ended,
            TicketWithdrawn: self._ended,
        }

    @property
    def ratio(self) -> float:
        return min(max(self._actual_ms / self._predicted_ms, _RATIO[0]), _RATIO[1])

    def hear(self, event: Event) -> None:
        """Learn from the next event of the journal."""
        learn = self.lessons.get(type(event))
        if learn is not None:
            learn(event)

    def history(self, units: Iterable[Unit], now_ms: int) -> History:
        """What is known now of the services of these units, and of who comes."""
        hall_ms = self._clock.at(now_ms)
        passed_ms = hall_ms - self._first_ms if self._first_ms < inf else 0.0
        return History(
            services={unit: self.service(unit) for unit in units},
            priority={unit: rate.per_ms(hall_ms, passed_ms) for unit, rate in self._priority.items()},
            pickup={unit: rate.per_ms(hall_ms, passed_ms) for unit, rate in self._pickup.items()},
            plain={unit: rate.per_ms(hall_ms, passed_ms) for unit, rate in self._plain.items()},
            staffed=frozenset(self._staffed),
        )

    def service(self, unit: Unit) -> Service:
        """Shrunk towards the usual minutes, as much longer as the same class is in the other categories."""
        usual_ms = self._usual(unit)
        seen, taken = self._seen.get(unit) or _Seen(), self._taken[unit.ticket_class]
        served = taken.served - seen.served
        longer = (TRUST + taken.usual - seen.served * seen.mean_ms / usual_ms) / (TRUST + served)
        return seen.service(usual_ms * longer)

    def _usual(self, unit: Unit) -> float:
        return self._usual_ms.get(unit, USUAL_MS[unit.ticket_class])

    def calibration(self) -> Calibration:
        """What goes over into the next day."""
        units = tuple(
            UnitCalibration(unit=unit, served=seen.served, mean_ms=seen.mean_ms, mean_square_ms=seen.square)
            for unit, seen in self._seen.items()
        )
        return Calibration(units=units, ratio=self.ratio, stretch=self.stretch)

    def _opened(self, event: DayOpened) -> None:
        self._begin(HallClock(event.sessions), event.calibration)

    def _begin(self, clock: HallClock, calibration: Calibration) -> None:
        self._clock = clock
        self._seen |= {
            each.unit: _Seen(each.served, each.mean_ms, each.mean_square_ms) for each in calibration.units
        }
        self._taken.clear()
        for unit, seen in self._seen.items():
            self._taken[unit.ticket_class].count(seen, self._usual(unit), 1)
        self._actual_ms, self._predicted_ms = calibration.ratio * WEIGHT_MS, float(WEIGHT_MS)
        self.stretch = calibration.stretch
        self._told: dict[int, _Told] = {}
        self._errands: dict[int, tuple[Errand, ...]] = {}
        self._at: dict[int, tuple[int, list[Errand]]] = {}
        self._priority: dict[Unit, _Rate] = {}
        self._pickup: dict[Unit, _Rate] = {}
        self._plain: dict[Unit, _Rate] = {}
        self._first_ms: float = inf
        self._staffed: set[int] = set()

    def _staff(self, event: WindowOpened) -> None:
        self._staffed.add(event.window)

    def _issued(self, event: TicketIssued) -> None:
        hall_ms = self._clock.at(event.at_ms)
        if self._first_ms == inf:
            self._first_ms = hall_ms
        self._errands[event.ticket_id] = event.errands
        if event.priority is not None:
            _count(self._priority, event.errands[0].unit, hall_ms)
        elif event.slot is None:
            of_cases = [errand for errand in event.errands if errand.case_id is not None]
            _count(self._pickup if of_cases else self._plain, event.errands[0].unit, hall_ms)
        if event.estimate is not None and not event.is_remote:
            self._told[event.ticket_id] = self._tell(event.at_ms, event.estimate)

    def _tell(self, at_ms: int, estimate: Estimate) -> _Told:
        mean_ms = open_wait(self._clock, at_ms, estimate.p50_ms) / self.ratio
        return _Told(at_ms, mean_ms, estimate.p90_ms)

    def _added(self, event: ErrandAdded | ResultReady) -> None:
        """A result of the same day is collected by somebody who may overtake."""
        if errands := self._errands.get(event.ticket_id):
            self._errands[event.ticket_id] = (*errands, event.errand)
        self._told.pop(event.ticket_id, None)
        if isinstance(event, ResultReady):
            _count(self._pickup, event.errand.unit, self._clock.at(event.at_ms))

    def _granted(self, event: PriorityGranted) -> None:
        if errands := self._errands.get(event.ticket_id):
            _count(self._priority, errands[0].unit, self._clock.at(event.at_ms))
        self._told.pop(event.ticket_id, None)

    def _ended(self, event: TicketCancelled | TicketExpired | TicketDeferred | TicketWithdrawn) -> None:
        self._told.pop(event.ticket_id, None)

    def _converted(self, event: TicketConverted) -> None:
        self._told.pop(event.ticket_id, None)
        errands = self._errands.get(event.ticket_id, ())
        if event.errand < len(errands):
            self._errands[event.ticket_id] = tuple(
                replace(each, unit=event.unit) if at == event.errand else each
                for at, each in enumerate(errands)
            )

    def _called(self, event: TicketCalled) -> None:
        errands = self._errands.get(event.ticket_id, ())
        in_hand = [errands[at] for at in event.in_hand if at < len(errands)]
        self._at[event.window] = (event.at_ms, in_hand)
        told = self._told.pop(event.ticket_id, None)
        if told is None or event.way is not CallWay.RULE:
            return
        actual_ms = self._clock.at(event.at_ms) - self._clock.at(told.at_ms)
        fading = exp(-max(actual_ms, told.mean_ms) / RECENT_MS)
        self._actual_ms = self._actual_ms * fading + actual_ms
        self._predicted_ms = self._predicted_ms * fading + told.mean_ms
        is_missed = event.at_ms - told.at_ms > told.p90_ms
        step = STEP if told.p90_ms >= MINUTE_MS else STEP_AT_ONCE
        widened = self.stretch * exp(step * (is_missed - MISSED))
        self.stretch = min(max(widened, _STRETCH[0]), _STRETCH[1])

    def _left(
        self, event: ServiceFinished | StageFinished | TicketHeld | TicketSentBack | TicketMissed
    ) -> None:
        """The window is free again: so long it took, each errand in proportion to its usual length."""
        called_at_ms, errands = self._at.pop(event.window, (0, []))
        means_ms = [self.service(errand.unit).mean_ms for errand in errands]
        expected_ms = sum(mean_ms * errand.items for mean_ms, errand in zip(means_ms, errands, strict=True))
        for mean_ms, errand in zip(means_ms, errands, strict=True):
            took = min((event.at_ms - called_at_ms) / expected_ms, OUTLIER)
            self._see(errand.unit, took * mean_ms)

    def _see(self, unit: Unit, ms: float) -> None:
        """Learn one service, for its unit and for its class."""
        seen = self._seen.setdefault(unit, _Seen())
        taken, usual_ms = self._taken[unit.ticket_class], self._usual(unit)
        taken.count(seen, usual_ms, -1)
        seen.add(ms)
        taken.count(seen, usual_ms, 1)


def _count(rates: dict[Unit, _Rate], unit: Unit, hall_ms: float) -> None:
    rate = rates.get(unit)
    if rate is None:
        rate = rates[unit] = _Rate()
    rate.add(hall_ms)
