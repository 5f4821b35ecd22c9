"""A hall in which time is a number: who comes, waits and is served on a reference day, scaled to any size.

Knows the call rule in its plainest form (the least key of all who wait) and asks an estimator what it would
tell each newcomer. Services really take longer than the catalogue says.
"""

from dataclasses import dataclass, field
from heapq import heappop, heappush
from itertools import count
from math import exp, log, sqrt
from random import Random

from msgspec.structs import replace

from queue_core.domain.events import DayOpened, ServiceFinished, TicketCalled, TicketIssued, WindowOpened
from queue_core.domain.hall_clock import HallClock, Session
from queue_core.domain.records import Appointment, Calibration
from queue_core.domain.rules import CategoryRules, HallRules, Policy, Unit, WindowRules
from queue_core.domain.ticket import Errand, Priority, Slot, Ticket, Window
from queue_core.domain.words import (
    DeliveryState,
    Origin,
    PriorityKind,
    TicketClass,
    TicketState,
    WindowState,
)
from queue_core.estimates import Estimator, Forecast, Scene
from queue_core.estimates.scene import LATEST_MS

MINUTE = 60_000
HOUR = 60 * MINUTE
MIDNIGHT = 1_790_000_000_000
SESSIONS = (
    Session(opens_at_ms=MIDNIGHT + 510 * MINUTE, closes_at_ms=MIDNIGHT + 720 * MINUTE),
    Session(opens_at_ms=MIDNIGHT + 810 * MINUTE, closes_at_ms=MIDNIGHT + 1_020 * MINUTE),
)
RATES = ((510, (1.0, 1.35, 1.45, 1.35, 1.1, 0.8, 0.4)), (810, (0.9, 1.1, 1.15, 1.0, 0.85, 0.6, 0.3)))
CLASSES = ((TicketClass.CONSULT, 0.25), (TicketClass.ACCEPT, 0.55), (TicketClass.PICKUP, 0.2))
TRUE_MINUTES = {TicketClass.CONSULT: (4, 0.8), TicketClass.ACCEPT: (12, 0.7), TicketClass.PICKUP: (3, 0.5)}
SHARES = (0.34, 0.27, 0.22, 0.17)


@dataclass(frozen=True)
class Size:
    """`all_skill` of the `windows` serve everything, the others one of the categories each."""

    visitors: int
    windows: int
    all_skill: int


SMALL = Size(visitors=400, windows=9, all_skill=9)
MIDDLE = Size(visitors=1_500, windows=35, all_skill=12)


@dataclass
class Outcome:
    """What one was told at issue, and what came."""

    unit: Unit
    issued_ms: int
    forecast: Forecast
    naive_ms: float
    formula_ms: float | None
    called_ms: int | None = None

    @property
    def wait_ms(self) -> int:
        return self.called_ms - self.issued_ms


@dataclass
class World:
    """`wrong`: real services take so many times the catalogue's minutes. One use."""

    size: Size
    seed: int
    wrong: float = 1.0
    refresh_ms: int = 15_000
    paths: int = 50
    carried: Calibration = field(default_factory=Calibration)
    outcomes: list[Outcome] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.rng = Random(self.seed)
        self.clock = HallClock(SESSIONS)
        self.policy = Policy()
        self.categories = [f"c{n}" for n in range(len(SHARES))]
        self.units = [Unit(category, kind) for category in self.categories for kind, _ in CLASSES]
        self.usual = {
            unit: round(TRUE_MINUTES[unit.ticket_class][0] * MINUTE / self.wrong) for unit in self.units
        }
        self.estimator = Estimator(self.usual, Random(self.seed))
        self.windows = {number: self._window(number) for number in range(1, self.size.windows + 1)}
        self.waiting: dict[int, Ticket] = {}
        self.at: dict[int, Ticket] = {}
        self.booked: dict[int, Appointment] = {}
        self.told: dict[int, Outcome] = {}
        self.ids = count(1)
        self.agenda: list = []
        self.events: list = []

    def run(self) -> "World":
        self._hear(
            DayOpened(
                at_ms=MIDNIGHT,
                day="2026-09-21",
                rules=self.rules(),
                next_ticket_id=1,
                next_call_id=1,
                midnight_ms=MIDNIGHT,
                sessions=SESSIONS,
                calibration=self.carried,
            )
        )
        for number in self.windows:
            self._hear(WindowOpened(at_ms=SESSIONS[0].opens_at_ms - MINUTE, window=number, clerk="clerk"))
        self._plan_arrivals()
        for at in range(SESSIONS[0].opens_at_ms - 30 * MINUTE, SESSIONS[1].closes_at_ms, self.refresh_ms):
            self._plan(at, self._refresh)
        for session in SESSIONS:
            self._plan(session.opens_at_ms, self._call_all)
        while self.agenda:
            at, _, what, *given = heappop(self.agenda)
            if at >= SESSIONS[1].closes_at_ms:
                break
            what(at, *given)
        return self

    def rules(self) -> HallRules:
        classes = tuple(kind for kind, _ in CLASSES)
        return HallRules(
            categories=tuple(CategoryRules(code=code, classes=classes) for code in self.categories),
            windows=tuple(
                WindowRules(number=each.number, profile=each.profile) for each in self.windows.values()
            ),
        )

    def scene(self, now_ms: int) -> Scene:
        return Scene(
            now_ms=now_ms,
            clock=self.clock,
            policy=self.policy,
            head_start_ms=self.policy.appointment_head_start_ms,
            windows=tuple(self.windows.values()),
            waiting=tuple(self.waiting.values()),
            at_windows=dict(self.at),
            appointments=tuple(each for each in self.booked.values() if now_ms < each.ends_at_ms + LATEST_MS),
        )

    def judged(self) -> list[Outcome]:
        """Those who were told something and were called."""
        return [each for each in self.outcomes if each.forecast.estimate and each.called_ms is not None]

    def _window(self, number: int) -> Window:
        if number <= self.size.all_skill:
            profile = tuple(self.units)
        else:
            place = (number - self.size.all_skill - 0.5) / (self.size.windows - self.size.all_skill)
            zone = next(n for n in range(len(SHARES)) if place <= sum(SHARES[: n + 1]) + 1e-9)
            profile = tuple(unit for unit in self.units if unit.category == self.categories[zone])
        return Window(number=number, state=WindowState.FREE, profile=profile, free_since_ms=0)

    def _plan(self, at: int, what, *given) -> None:
        heappush(self.agenda, (at, next(self.ids), what, *given))

    def _plan_arrivals(self) -> None:
        whole = sum(sum(rates) for _, rates in RATES)
        for start, rates in RATES:
            for half, rate in enumerate(rates):
                number = round(self.size.visitors * rate / whole)
                for _ in range(number):
                    at = MIDNIGHT + round((start + 30 * half + self.rng.random() * 30) * MINUTE)
                    self._plan_visitor(at)

    def _plan_visitor(self, at: int) -> None:
        category = self.rng.choices(self.categories, SHARES)[0]
        kind = self.rng.choices([kind for kind, _ in CLASSES], [share for _, share in CLASSES])[0]
        unit = Unit(category, kind)
        if self.rng.random() < 0.25:
            starts = at - at % (30 * MINUTE) + 30 * MINUTE
            number = next(self.ids)
            self.booked[number] = Appointment(
                appointment_id=number,
                reference=str(number),
                unit=unit,
                matter=None,
                starts_at_ms=starts,
                ends_at_ms=starts + 30 * MINUTE,
                places=1,
            )
            if self.rng.random() < 0.93:
                self._plan(
                    max(starts - round(self.rng.uniform(0, 20) * MINUTE), at), self._arrive, unit, number
                )
        else:
            self._plan(at, self._arrive, unit, None)

    def _arrive(self, at: int, unit: Unit, booked: int | None) -> None:
        ticket_id = next(self.ids)
        priority = Priority(kind=PriorityKind.AGE, verified_by="card") if self.rng.random() < 0.08 else None
        slot = None
        if booked is not None:
            appointment = self.booked.pop(booked)
            slot = Slot(
                appointment_id=booked,
                starts_at_ms=appointment.starts_at_ms,
                ends_at_ms=appointment.ends_at_ms,
            )
        is_verified = unit.ticket_class is TicketClass.PICKUP
        errand = Errand(unit=unit, seniority_ms=self.clock.at(at), case_id=1 if is_verified else None)
        forecast = self.estimator.for_newcomer(
            at, (unit,), is_verified=is_verified, priority=priority is not None, slot=slot
        )
        issued = TicketIssued(
            at_ms=at,
            ticket_id=ticket_id,
            number="001",
            reference=str(ticket_id),
            errands=(errand,),
            language="zh-CN",
            holder=None,
            visitor=ticket_id,
            priority=priority,
            slot=slot,
            ahead=forecast.ahead,
            estimate=forecast.estimate,
            closing_chance=forecast.closing_chance,
        )
        view = self.estimator._view
        claims = view.board.claims((errand,), priority=priority is not None, slot=slot) if view else ()
        wait = view.pressure.wait(claims, view.since.added(has_right=False)) if view else None
        passed = self.clock.at(at) - view.board.scene.hall_ms if view else 0
        formula = max(wait.mean - passed, 0) if wait else None
        self.told[ticket_id] = Outcome(unit, at, forecast, self._naive(unit), formula)
        self.outcomes.append(self.told[ticket_id])
        self._hear(issued)
        self.waiting[ticket_id] = Ticket(
            ticket_id=ticket_id,
            day="2026-09-21",
            number="001",
            reference=str(ticket_id),
            errands=(errand,),
            language="zh-CN",
            holder=None,
            visitor=ticket_id,
            origin=Origin.KIOSK,
            issued_at_ms=at,
            state=TicketState.WAITING,
            delivery=DeliveryState.ISSUED,
            delivery_at_ms=at,
            priority=priority,
            slot=slot,
        )
        self._call_all(at)

    def _naive(self, unit: Unit) -> float:
        """Number ahead times mean service over windows, as other systems say it; with the true means."""
        serving = [each for each in self.windows.values() if unit in each.profile]
        shared = set(self.units).intersection(*(each.profile for each in serving))
        ahead = sum(1 for each in self.waiting.values() if each.unit in shared)
        mean = sum(share * TRUE_MINUTES[kind][0] for kind, share in CLASSES) * MINUTE
        return ahead * mean / len(serving)

    def _call_all(self, at: int) -> None:
        if not self.clock.is_open(at):
            return
        free = sorted(
            (each.free_since_ms, each.number)
            for each in self.windows.values()
            if each.state is WindowState.FREE
        )
        for _, number in free:
            self._call(at, number)

    def _call(self, at: int, number: int) -> None:
        window = self.windows[number]
        eligible = [ticket for ticket in self.waiting.values() if ticket.unit in window.profile]
        if not eligible:
            return
        ticket = min(eligible, key=lambda each: (self._key(each, at), each.ticket_id))
        del self.waiting[ticket.ticket_id]
        self.at[number] = replace(
            ticket, state=TicketState.SERVING, window=number, called_at_ms=at, in_hand=(0,)
        )
        self.windows[number] = replace(window, state=WindowState.SERVING, ticket_id=ticket.ticket_id)
        self.told[ticket.ticket_id].called_ms = at
        self._hear(TicketCalled(at_ms=at, call_id=1, ticket_id=ticket.ticket_id, window=number))
        minutes, cv = TRUE_MINUTES[ticket.unit.ticket_class]
        square = log(1 + cv * cv)
        took = exp(self.rng.gauss(log(minutes * MINUTE) - square / 2, sqrt(square)))
        self._plan(at + round(took), self._finish, number)

    def _finish(self, at: int, number: int) -> None:
        ticket = self.at.pop(number)
        self.windows[number] = replace(
            self.windows[number], state=WindowState.FREE, ticket_id=None, free_since_ms=at
        )
        self._hear(ServiceFinished(at_ms=at, ticket_id=ticket.ticket_id, window=number))
        self._call_all(at)

    def _key(self, ticket: Ticket, at: int) -> int:
        seniority = ticket.seniority_ms
        keys = [seniority]
        if ticket.errand.case_id is not None:
            keys.append(seniority - self.policy.pickup_head_start_ms)
        if ticket.priority is not None:
            keys.append(seniority - self.policy.priority_head_start_ms)
        if ticket.slot is not None and at >= ticket.slot.starts_at_ms - self.policy.due_before_ms:
            starts = self.clock.at(ticket.slot.starts_at_ms)
            keys.append(max(starts, seniority) - self.policy.appointment_head_start_ms)
        return min(keys)

    def _refresh(self, at: int) -> None:
        self.estimator.refresh(self.scene(at), self.paths)

    def _hear(self, event) -> None:
        self.events.append(event)
        self.estimator.hear((event,))


def mean_error_min(pairs) -> float:
    """The mean absolute difference, in minutes."""
    pairs = list(pairs)
    return sum(abs(told - came) for told, came in pairs) / len(pairs) / MINUTE


def coverage(outcomes) -> float:
    outcomes = list(outcomes)
    return sum(each.wait_ms <= each.forecast.estimate.p90_ms for each in outcomes) / len(outcomes)
