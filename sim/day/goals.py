"""The figures a hall is held to, and whether a day or a comparison of days meets them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sim.day.figures import Figures, OnTime

LARGE_FROM, MIDDLE_FROM = 100, 20  # windows
ENOUGH = 20  # of a kind in a day: with fewer, the p95 is but the longest
BUSY = 0.80  # of the department windows: so far the ratio with 15 % fewer windows is known to hold
MORE_WINDOWS = "departments-fifo, more windows"
LARGE_ONLY = f"a goal from {LARGE_FROM} windows on"


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """`bound` is the largest value that meets it, or the smallest where `is_floor`; None: not measured.

    `only` says where the goal is defined, for a day that is outside: then its value is told, not held.
    """

    name: str
    value: float | None
    bound: float
    is_floor: bool = False
    ceiling: float | None = None
    unit: str = ""
    only: str = ""

    @property
    def is_met(self) -> bool | None:
        if self.value is None or self.only:
            return None
        if self.is_floor:
            return self.value >= self.bound and (self.ceiling is None or self.value <= self.ceiling)
        return self.value <= self.bound

    @property
    def hold(self) -> str:
        if self.ceiling is not None:
            return f"{self.bound:g}–{self.ceiling:g}{self.unit}"
        return f"{'≥' if self.is_floor else '≤'} {self.bound:g}{self.unit}"


def goals_of_a_day(found: Figures, windows: int, visitors: int) -> Iterator[Goal]:
    """What a single day of a hall of that size must hold."""
    is_large, is_small = windows >= LARGE_FROM, windows < MIDDLE_FROM
    on_time = 0.98 if is_small else 0.99
    yield _share("appointments called within 5 min", found.appointments, on_time)
    after_break = 0.94 if is_small else 0.99
    yield _share("of the first half hour after the break", found.appointments_after_break, after_break)
    for reason, bound in (("appointment", found.head_start_min), ("priority", 45.0), ("pickup", 10.0)):
        leads = found.overtakings.get(reason)
        yield Goal(
            name=f"largest lead by {reason}",
            value=leads.largest_min if leads else 0.0,
            bound=bound,
            unit=" min",
        )
    yield Goal(
        name="calls with a lead beyond the right in effect",
        value=sum(each.beyond for each in found.overtakings.values()),
        bound=0,
    )
    yield Goal(
        name="statutory priority, p95",
        value=found.priority.p95_min if found.priority and found.priority.count >= ENOUGH else None,
        bound=3 if is_large else 8,
        unit=" min",
    )
    short = 3 if is_large else 8 if is_small else 5
    returned = found.short_returns_p95_min if found.short_returns >= ENOUGH else None
    yield Goal(name="short return to call, p95", value=returned, bound=short, unit=" min")
    yield Goal(name="unexplained overtakings", value=found.unexplained, bound=0)
    yield Goal(name="idle violations", value=found.idle_violations, bound=0)
    yield from _estimates(found, is_small=is_small)
    yield Goal(name="numbers called", value=found.waits.count, bound=0.97 * visitors, is_floor=True)


def _estimates(found: Figures, *, is_small: bool) -> Iterator[Goal]:
    told = found.estimates
    mae = 4.0 if is_small else 1.5
    yield Goal(
        name="estimate at issue, mean error", value=told.mae_min if told else None, bound=mae, unit=" min"
    )
    yield Goal(
        name="estimate at issue, P90 coverage",
        value=told.p90_coverage if told else None,
        bound=0.85,
        ceiling=0.93,
        is_floor=True,
    )


def goals_of_a_comparison(days: Mapping[str, Figures], *, recommended: str, windows: int) -> Iterator[Goal]:
    """Ratios of mean waits on the same arrivals; `days` by arrangement.

    Those against department windows are defined for large halls: how many departments a smaller hall has, and
    so how badly one window each serves it, is an assumption.
    """
    mean = {name: found.waits.mean_min for name, found in days.items()}
    pooled = 1.05 if windows >= LARGE_FROM else 1.10 if windows >= MIDDLE_FROM else 1.0
    yield Goal(
        name="mean wait ÷ one pooled FIFO", value=_ratio(mean, recommended, "pooled-fifo"), bound=pooled
    )
    yield Goal(
        name="mean wait ÷ department windows, FIFO",
        value=_ratio(mean, recommended, "departments-fifo"),
        bound=0.30,
        only="" if windows >= LARGE_FROM else LARGE_ONLY,
    )
    yield Goal(
        name="mean wait with 15 % fewer windows ÷ department windows, FIFO",
        value=_ratio(mean, recommended, MORE_WINDOWS),
        bound=0.55,
        only=_fewer_windows_only(days, windows),
    )
    yield Goal(
        name="several matters: time in the hall, one number ÷ one after another",
        value=_several(days),
        bound=0.85,
    )


def _fewer_windows_only(days: Mapping[str, Figures], windows: int) -> str:
    if windows < LARGE_FROM:
        return LARGE_ONLY
    departments = days.get(MORE_WINDOWS)
    is_too_busy = departments is not None and departments.utilisation > BUSY
    return f"a goal up to {BUSY:.0%} busy" if is_too_busy else ""


def _ratio(mean: Mapping[str, float], over: str, under: str) -> float | None:
    if over not in mean or not mean.get(under):
        return None
    return round(mean[over] / mean[under], 3)


def _several(days: Mapping[str, Figures]) -> float | None:
    one, after = days.get("several matters, one number"), days.get("several matters, one after another")
    if one is None or after is None or not one.several_hall_min or not after.several_hall_min:
        return None
    return round(one.several_hall_min / after.several_hall_min, 3)


def _share(name: str, found: OnTime, bound: float) -> Goal:
    return Goal(name=name, value=found.share, bound=bound, is_floor=True)
