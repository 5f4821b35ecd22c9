"""What the estimates learn from the journal while the day goes on.

Everything follows from the events heard, so a replay learns the same. Belongs to one thread.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import exp, inf, sqrt

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


@dataclass(frozen=True, slots=True)
class _Told:
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


@dataclass(frozen=True, slots=True)
class _Taken:
    """The services of a class: how many, and how long they took together in usual lengths."""

    served: int
    usual: float


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

    `ratio` is by how much waits turned out longer than predicted; `stretch` widens the P90.
    """

    def __init__(self, usual_ms: Mapping[Unit, int] | None = None) -> None:
        self._usual_ms = dict(usual_ms or {})
        self._seen: dict[Unit, _Seen] = {}
        self._begin(HallClock(), Calibration())

    @property
    def ratio(self) -> float:
        return min(max(self._actual_ms / self._predicted_ms, _RATIO[0]), _RATIO[1])

    def hear(self, event: Event) -> None:
        """Learn from the next event of the journal."""
        match event:
            case DayOpened():
                self._begin(HallClock(event.sessions), event.calibration)
            case WindowOpened():
                self._staffed.add(event.window)
            case TicketIssued():
                self._issued(event)
            case TicketCalled():
                self._called(event)
            case ErrandAdded() | ResultReady():
                self._added(event)
            case TicketConverted():
                self._converted(event)
            case PriorityGranted():
                self._count(self._priority, event.ticket_id, event.at_ms)
                self._told.pop(event.ticket_id, None)
            case ServiceFinished() | StageFinished() | TicketHeld() | TicketSentBack() | TicketMissed():
                self._left(event.window, event.at_ms)
            case TicketCancelled() | TicketExpired() | TicketDeferred() | TicketWithdrawn():
                self._told.pop(event.ticket_id, None)
            case _:
                pass

    def history(self, units: Iterable[Unit], now_ms: int) -> History:
        """What is known now of the services of these units, and of who comes."""
        hall_ms = self._clock.at(now_ms)
        passed_ms = hall_ms - self._first_ms if self._first_ms < inf else 0.0
        taken = {each: self._taken(each) for each in TicketClass}
        return History(
            services={unit: self._service(unit, taken[unit.ticket_class]) for unit in units},
            priority={unit: rate.per_ms(hall_ms, passed_ms) for unit, rate in self._priority.items()},
            pickup={unit: rate.per_ms(hall_ms, passed_ms) for unit, rate in self._pickup.items()},
            plain={unit: rate.per_ms(hall_ms, passed_ms) for unit, rate in self._plain.items()},
            staffed=frozenset(self._staffed),
        )

    def service(self, unit: Unit) -> Service:
        return self._service(unit, self._taken(unit.ticket_class))

    def _service(self, unit: Unit, taken: _Taken) -> Service:
        """Shrunk towards the usual minutes, as much longer as the same class is in the other categories."""
        usual_ms = self._usual(unit)
        seen = self._seen.get(unit, _Seen())
        served = taken.served - seen.served
        longer = (TRUST + taken.usual - seen.served * seen.mean_ms / usual_ms) / (TRUST + served)
        return seen.service(usual_ms * longer)

    def _taken(self, ticket_class: TicketClass) -> _Taken:
        seen = [
            (each, self._usual(unit))
            for unit, each in self._seen.items()
            if unit.ticket_class is ticket_class
        ]
        return _Taken(
            served=sum(each.served for each, _ in seen),
            usual=sum(each.served * each.mean_ms / usual_ms for each, usual_ms in seen),
        )

    def _usual(self, unit: Unit) -> float:
        return self._usual_ms.get(unit, USUAL_MS[unit.ticket_class])

    def calibration(self) -> Calibration:
        """What goes over into the next day."""
        units = tuple(
            UnitCalibration(unit=unit, served=seen.served, mean_ms=seen.mean_ms, mean_square_ms=seen.square)
            for unit, seen in self._seen.items()
        )
        return Calibration(units=units, ratio=self.ratio, stretch=self.stretch)

    def _begin(self, clock: HallClock, calibration: Calibration) -> None:
        self._clock = clock
        self._seen |= {
            each.unit: _Seen(each.served, each.mean_ms, each.mean_square_ms) for each in calibration.units
        }
        self._actual_ms, self._predicted_ms = calibration.ratio * WEIGHT_MS, float(WEIGHT_MS)
        self.stretch = calibration.stretch
        self._told: dict[int, _Told] = {}
        self._errands: dict[int, list[Errand]] = {}
        self._at: dict[int, tuple[int, list[Errand]]] = {}
        self._priority: dict[Unit, _Rate] = {}
        self._pickup: dict[Unit, _Rate] = {}
        self._plain: dict[Unit, _Rate] = {}
        self._first_ms: float = inf
        self._staffed: set[int] = set()

    def _issued(self, event: TicketIssued) -> None:
        hall_ms = self._clock.at(event.at_ms)
        self._first_ms = min(self._first_ms, hall_ms)
        self._errands[event.ticket_id] = list(event.errands)
        if event.priority is not None:
            self._count(self._priority, event.ticket_id, event.at_ms)
        elif event.slot is None and any(errand.case_id is not None for errand in event.errands):
            self._count(self._pickup, event.ticket_id, event.at_ms)
        elif event.slot is None:
            self._count(self._plain, event.ticket_id, event.at_ms)
        if event.estimate is not None and not event.is_remote:
            self._told[event.ticket_id] = self._tell(event.at_ms, event.estimate)

    def _tell(self, at_ms: int, estimate: Estimate) -> _Told:
        mean_ms = open_wait(self._clock, at_ms, estimate.p50_ms) / self.ratio
        return _Told(at_ms, mean_ms, estimate.p90_ms)

    def _count(self, rates: dict[Unit, _Rate], ticket_id: int, at_ms: int) -> None:
        for errand in self._errands.get(ticket_id, ())[:1]:
            rates.setdefault(errand.unit, _Rate()).add(self._clock.at(at_ms))

    def _added(self, event: ErrandAdded | ResultReady) -> None:
        """A result of the same day is collected by somebody who may overtake."""
        self._errands.get(event.ticket_id, []).append(event.errand)
        self._told.pop(event.ticket_id, None)
        if isinstance(event, ResultReady):
            self._pickup.setdefault(event.errand.unit, _Rate()).add(self._clock.at(event.at_ms))

    def _converted(self, event: TicketConverted) -> None:
        self._told.pop(event.ticket_id, None)
        errands = self._errands.get(event.ticket_id, [])
        if event.errand < len(errands):
            errands[event.errand] = replace(errands[event.errand], unit=event.unit)

    def _called(self, event: TicketCalled) -> None:
        errands = self._errands.get(event.ticket_id, [])
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

    def _left(self, window: int, at_ms: int) -> None:
        """The window is free again: so long it took, each errand in proportion to its usual length."""
        called_at_ms, errands = self._at.pop(window, (0, []))
        services = [self.service(errand.unit) for errand in errands]
        expected_ms = sum(
            service.mean_ms * errand.items for service, errand in zip(services, errands, strict=True)
        )
        for service, errand in zip(services, errands, strict=True):
            took = min((at_ms - called_at_ms) / expected_ms, OUTLIER)
            self._seen.setdefault(errand.unit, _Seen()).add(took * service.mean_ms)
