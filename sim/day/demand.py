"""Who comes on a reference day, when, for what, and how long it takes: drawn before the day begins.

Each purpose has a stream of chance of its own, and every visitor takes the same number of draws from each: so
a seed gives the same arrivals and needs under every arrangement of windows. Instants are absolute.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from random import Random

from sim.day.holders import holder
from sim.day.timetable import HALF_HOUR_MS, MINUTE_MS, Timetable
from sim.halls.configuration import APPOINTMENT_SHARE
from sim.world.person import Person

RATES = (1.0, 1.35, 1.45, 1.35, 1.10, 0.80, 0.40, 0.90, 1.10, 1.15, 1.0, 0.85, 0.60, 0.30)
CLASS_SHARES = {"consult": 0.25, "accept": 0.55, "pickup": 0.20}
SERVICE_MIN = {
    "consult": (4.0, 0.8),
    "accept": (12.0, 0.7),
    "pickup": (3.0, 0.5),
}  # mean, coefficient of variation
PRIORITY_SHARE, BY_AGE = 0.08, 0.6  # the others show a paper to the guide
PRIORITY_PAPERS = ("disability", "military", "green-channel")
NO_SHOW_SHARE, RETURN_SHARE, RETURN_MIN = 0.07, 0.35, (2.0, 15.0)
AT_WINDOW = {"consult": ("accept", 0.10), "accept": ("consult", 0.05)}
WHILE_WAITING_SHARE, WHILE_WAITING_MIN = 0.03, (0.5, 8.0)
CHANGES_CATEGORY = 1 / 3  # of those who convert while waiting
SAME_DAY_SHARE, RESULT_MIN = 0.08, (20.0, 60.0)
APPOINTMENT_EARLY_MIN = (8.0, 7.0)  # mean and deviation of how long before the slot its holder comes
TOO_LATE_SHARE, TOO_LATE_MIN = 0.015, (41.0, 60.0)
THIRD_MATTER_SHARE = 0.25  # of those with several
MISSED_APPOINTMENT_SHARE = 0.04  # booked, and nobody comes: beside the day's visitors
SHORTEST_SERVICE_MS = 20_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Errand:
    category: str
    ticket_class: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Visitor:
    """`needs_ms` is the service this person would need by class. `further` are more matters.

    `misses`: does not come when first called; `returns_after_ms` then says after how long, if at all.
    """

    index: int
    person: Person = field(repr=False)
    arrives_ms: int
    errand: Errand
    needs_ms: dict[str, int]
    slot_ms: int | None = None
    priority: str | None = None
    misses: bool = False
    returns_after_ms: int | None = None
    converts_to: Errand | None = None
    converts_after_ms: int = 0
    converts_at_window: str | None = None
    result_after_ms: int | None = None
    further: tuple[Errand, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Demand:
    """`absentees` booked an appointment and never come."""

    visitors: tuple[Visitor, ...]
    absentees: tuple[Visitor, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """How many come to which departments. `matters_share` of them have two or three matters."""

    visitors: int
    categories: Sequence[str]
    shares: Sequence[float]
    matters_share: float = 0.0


def demand(ask: Ask, seed: int, times: Timetable) -> Demand:
    chance = _Chances(seed)
    booked = round(ask.visitors * APPOINTMENT_SHARE)
    walked = _walk_in_instants(ask.visitors - booked, times, chance("arrivals"))
    draw = _Draw(ask, times, chance)
    people = [draw.visitor(at_ms=at_ms) for at_ms in walked]
    people += [draw.visitor(at_ms=None) for _ in range(booked)]
    absent = [draw.visitor(at_ms=None) for _ in range(round(booked * MISSED_APPOINTMENT_SHARE))]
    return Demand(
        visitors=tuple(sorted(people, key=lambda each: (each.arrives_ms, each.index))),
        absentees=tuple(absent),
    )


class _Chances:
    """Streams of chance by purpose."""

    def __init__(self, seed: int) -> None:
        self._seed = seed
        self._streams: dict[str, Random] = {}

    def __call__(self, purpose: str) -> Random:
        if purpose not in self._streams:
            self._streams[purpose] = Random(f"{self._seed}/{purpose}")  # noqa: S311 - a simulation
        return self._streams[purpose]


class _Draw:
    """Draws one visitor after the other."""

    def __init__(self, ask: Ask, times: Timetable, chance: Callable[[str], Random]) -> None:
        self._ask, self._times, self._chance = ask, times, chance
        self._halves = times.half_hours()
        self._cumulative = list(accumulate(ask.shares))
        self._next_slot = {code: chance("slots").randrange(len(self._halves)) for code in ask.categories}
        self._count = 0

    def visitor(self, *, at_ms: int | None) -> Visitor:
        """One who comes at that instant, or by appointment."""
        index, self._count = self._count, self._count + 1
        errand = self._errand("errands")
        slot_ms = None if at_ms is not None else self._slot(errand.category)
        came_ms = at_ms if slot_ms is None else self._appointed(slot_ms)
        assert came_ms is not None
        priority = self._priority()
        misses, returns_after_ms = self._missing()
        converts_to, converts_after_ms = self._conversion(errand)
        return Visitor(
            index=index,
            person=holder(index, self._times.day, is_old=priority == "age"),
            arrives_ms=came_ms,
            errand=errand,
            needs_ms=self._needs(),
            slot_ms=slot_ms,
            priority=priority,
            misses=misses,
            returns_after_ms=returns_after_ms,
            converts_to=converts_to,
            converts_after_ms=converts_after_ms,
            converts_at_window=self._at_window(errand.ticket_class),
            result_after_ms=self._result(errand.ticket_class),
            further=self._further(errand),
        )

    def _errand(self, purpose: str) -> Errand:
        stream = self._chance(purpose)
        (category,) = stream.choices(self._ask.categories, cum_weights=self._cumulative)
        (ticket_class,) = stream.choices(list(CLASS_SHARES), list(CLASS_SHARES.values()))
        return Errand(category=category, ticket_class=ticket_class)

    def _slot(self, category: str) -> int:
        """A department's appointments go through the day's half hours in turn: spread evenly."""
        at = self._next_slot[category]
        self._next_slot[category] = (at + 1) % len(self._halves)
        return self._halves[at]

    def _appointed(self, slot_ms: int) -> int:
        """When the holder of an appointment comes: mostly a little early, seldom much too late."""
        stream = self._chance("punctuality")
        early_min = stream.gauss(*APPOINTMENT_EARLY_MIN)
        is_too_late, late_min = stream.random() < TOO_LATE_SHARE, stream.uniform(*TOO_LATE_MIN)
        last_ms = next(closes for opens, closes in self._times.sessions if opens <= slot_ms < closes)
        offset_min = late_min if is_too_late else -min(max(early_min, -35.0), 28.0)
        return min(slot_ms + round(offset_min * MINUTE_MS), last_ms - MINUTE_MS)

    def _needs(self) -> dict[str, int]:
        return {name: self._service_ms(name) for name in SERVICE_MIN}

    def _service_ms(self, ticket_class: str) -> int:
        mean_min, variation = SERVICE_MIN[ticket_class]
        squared = math.log(1 + variation**2)
        drawn = self._chance(f"service {ticket_class}").gauss(0.0, 1.0)
        minutes = mean_min * math.exp(math.sqrt(squared) * drawn - squared / 2)
        return max(SHORTEST_SERVICE_MS, round(minutes * MINUTE_MS))

    def _priority(self) -> str | None:
        stream = self._chance("priority")
        has, by_age, paper = stream.random(), stream.random(), stream.choice(PRIORITY_PAPERS)
        if has >= PRIORITY_SHARE:
            return None
        return "age" if by_age < BY_AGE else paper

    def _missing(self) -> tuple[bool, int | None]:
        stream = self._chance("no-shows")
        missed, returned, after_min = stream.random(), stream.random(), stream.uniform(*RETURN_MIN)
        if missed >= NO_SHOW_SHARE:
            return False, None
        return True, round(after_min * MINUTE_MS) if returned < RETURN_SHARE else None

    def _conversion(self, errand: Errand) -> tuple[Errand | None, int]:
        """While waiting: mostly to the other class, else to another department."""
        stream = self._chance("conversions")
        converts, moves = stream.random() < WHILE_WAITING_SHARE, stream.random() < CHANGES_CATEGORY
        after_ms = round(stream.uniform(*WHILE_WAITING_MIN) * MINUTE_MS)
        other = self._errand("conversions to").category
        if not converts or errand.ticket_class == "pickup":
            return None, 0
        if moves and other != errand.category:
            return Errand(category=other, ticket_class=errand.ticket_class), after_ms
        swapped = "consult" if errand.ticket_class == "accept" else "accept"
        return Errand(category=errand.category, ticket_class=swapped), after_ms

    def _at_window(self, ticket_class: str) -> str | None:
        becomes, share = AT_WINDOW.get(ticket_class, ("", 0.0))
        return becomes if self._chance("at the window").random() < share else None

    def _result(self, ticket_class: str) -> int | None:
        stream = self._chance("results")
        is_quick, after_ms = stream.random(), round(stream.uniform(*RESULT_MIN) * MINUTE_MS)
        return after_ms if ticket_class == "accept" and is_quick < SAME_DAY_SHARE else None

    def _further(self, errand: Errand) -> tuple[Errand, ...]:
        stream = self._chance("matters")
        has, two = stream.random() < self._ask.matters_share, stream.random() < THIRD_MATTER_SHARE
        more = (self._errand("further matters"), self._errand("further matters"))
        if not has or errand.ticket_class == "pickup":
            return ()
        return tuple(each for each in more[: 1 + two] if each != errand and each.ticket_class != "pickup")


def _walk_in_instants(number: int, times: Timetable, stream: Random) -> list[int]:
    """So many instants, by the reference rates of the half hours."""
    halves = times.half_hours()
    rates = [RATES[at * len(RATES) // len(halves)] for at in range(len(halves))]
    drawn = stream.choices(halves, rates, k=number)
    return sorted(begins + stream.randrange(HALF_HOUR_MS) for begins in drawn)
