"""The figures of a day, as report.json gives them: minutes of opening time, shares from 0 to 1."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from statistics import fmean

import msgspec

from sim.day.timetable import MINUTE_MS
from sim.day.witness import Overtaking, Seen, Wait

ON_TIME_MS = 5 * MINUTE_MS
_AFTER_BREAK_MS = 30 * MINUTE_MS
_TENTHS = 0.9
_TWENTIETHS = 0.95


class Spread(msgspec.Struct, frozen=True, kw_only=True):
    """Of waits from issue to first call, in minutes of opening time."""

    count: int
    mean_min: float
    p50_min: float
    p90_min: float
    p95_min: float
    longest_min: float


class OnTime(msgspec.Struct, frozen=True, kw_only=True):
    """Appointments still live at their call, and the share called within 5 min of slot or check-in."""

    count: int
    share: float | None


class Leads(msgspec.Struct, frozen=True, kw_only=True):
    """Overtakings by one reason. `beyond` had a longer lead than the right in effect allows."""

    count: int
    largest_min: float
    beyond: int


class Accuracy(msgspec.Struct, frozen=True, kw_only=True):
    """Of the estimates told at issue: the mean error of the P50, and how often the P90 held."""

    count: int
    mae_min: float
    p90_coverage: float


class Figures(msgspec.Struct, frozen=True, kw_only=True):
    """`utilisation` is of all windows in opening time. `hall_min` is the mean from issue to last service.

    `several_hall_min` is that of people with several matters. `overtakings` by reason.
    """

    calls: int
    waits: Spread
    by_class: dict[str, Spread]
    by_right: dict[str, Spread]
    appointments: OnTime
    appointments_after_break: OnTime
    priority: Spread | None
    short_returns_p95_min: float | None
    short_returns: int
    utilisation: float
    idle_violations: int
    idle_min: float
    unexplained: int
    overtakings: dict[str, Leads]
    head_start_min: float
    estimates: Accuracy | None
    hall_min: float
    several_hall_min: float | None


def figures(seen: Seen, told: dict[int, tuple[int, int]] | None = None) -> Figures:
    """`told` are the estimates at issue as the citizens heard them, (P50, P90) in seconds by ticket."""
    live = [wait for wait in seen.waits if wait.late_ms is not None]
    breaks = {opens for opens, _ in seen.sessions[1:]}
    after = [
        wait
        for wait in live
        if wait.slot_ms is not None and any(0 <= wait.slot_ms - opens < _AFTER_BREAK_MS for opens in breaks)
    ]
    priority = [wait for wait in seen.waits if wait.has_priority]
    in_hall = {visitor: ended - begun for visitor, (begun, ended) in _hall_spans(seen).items()}
    several = [
        span for visitor, span in in_hall.items() if seen.matters[visitor] > 1 and visitor not in seen.results
    ]
    return Figures(
        calls=seen.calls,
        waits=_spread(seen.waits),
        by_class=_spreads(seen.waits, lambda wait: wait.ticket_class),
        by_right=_spreads(seen.waits, lambda wait: wait.right),
        appointments=_on_time(live),
        appointments_after_break=_on_time(after),
        priority=_spread(priority) if priority else None,
        short_returns_p95_min=_minutes(quantile(seen.short_returns_ms, _TWENTIETHS))
        if seen.short_returns_ms
        else None,
        short_returns=len(seen.short_returns_ms),
        utilisation=round(_utilisation(seen), 4),
        idle_violations=len(seen.idle),
        idle_min=_minutes(sum(each.span_ms for each in seen.idle)),
        unexplained=sum(each.reason == "unexplained" for each in seen.overtakings),
        overtakings=_leads(seen.overtakings),
        head_start_min=_minutes(seen.highest_head_start_ms),
        estimates=_accuracy(seen, told or {}),
        hall_min=_minutes(fmean(in_hall.values()) if in_hall else 0.0),
        several_hall_min=_minutes(fmean(several)) if several else None,
    )


def quantile(values: Sequence[float], share: float) -> float:
    """The smallest value that is not exceeded by at least that share of all."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, max(0, -int(-share * len(ordered) // 1) - 1))]


def _spread(waits: Sequence[Wait]) -> Spread:
    spans = [wait.wait_ms for wait in waits] or [0]
    return Spread(
        count=len(waits),
        mean_min=_minutes(fmean(spans)),
        p50_min=_minutes(quantile(spans, 0.5)),
        p90_min=_minutes(quantile(spans, _TENTHS)),
        p95_min=_minutes(quantile(spans, _TWENTIETHS)),
        longest_min=_minutes(max(spans)),
    )


def _spreads(waits: Iterable[Wait], kind: Callable[[Wait], str]) -> dict[str, Spread]:
    found: dict[str, list[Wait]] = defaultdict(list)
    for wait in waits:
        found[kind(wait)].append(wait)
    return {name: _spread(found[name]) for name in sorted(found)}


def _on_time(live: Sequence[Wait]) -> OnTime:
    kept = sum(wait.late_ms is not None and wait.late_ms <= ON_TIME_MS for wait in live)
    return OnTime(count=len(live), share=round(kept / len(live), 4) if live else None)


def _utilisation(seen: Seen) -> float:
    open_ms = sum(closes - opens for opens, closes in seen.sessions) * max(seen.windows, 1)
    busy_ms = sum(
        max(0, min(until, closes) - max(since, opens))
        for _, since, until, _ in seen.busy
        for opens, closes in seen.sessions
    )
    return busy_ms / open_ms if open_ms else 0.0


def _leads(overtakings: Iterable[Overtaking]) -> dict[str, Leads]:
    count = Counter(each.reason for each in overtakings)
    largest: dict[str, int] = defaultdict(int)
    beyond: Counter[str] = Counter()
    for each in overtakings:
        largest[each.reason] = max(largest[each.reason], each.lead_ms)
        beyond[each.reason] += each.allowed_ms is not None and each.lead_ms > each.allowed_ms
    return {
        reason: Leads(count=count[reason], largest_min=_minutes(largest[reason]), beyond=beyond[reason])
        for reason in sorted(count)
    }


def _accuracy(seen: Seen, told: dict[int, tuple[int, int]]) -> Accuracy | None:
    """Of those who stayed with what they had come for. Compared in opening time: a break is no error."""
    pairs = [(wait, told[wait.ticket_id]) for wait in seen.waits if wait.ticket_id in told]
    pairs = [(wait, each) for wait, each in pairs if not wait.has_converted]
    if not pairs:
        return None
    errors = [
        abs(_hall_ms(seen, wait.issued_ms + p50_s * 1000) - _hall_ms(seen, wait.called_ms))
        for wait, (p50_s, _) in pairs
    ]
    held = sum(wait.called_ms <= wait.issued_ms + p90_s * 1000 for wait, (_, p90_s) in pairs)
    return Accuracy(
        count=len(pairs), mae_min=_minutes(fmean(errors)), p90_coverage=round(held / len(pairs), 4)
    )


def _hall_spans(seen: Seen) -> dict[int, tuple[int, int]]:
    return {
        visitor: (_hall_ms(seen, begun), _hall_ms(seen, ended))
        for visitor, (begun, ended) in seen.in_hall_ms.items()
    }


def _hall_ms(seen: Seen, wall_ms: int) -> int:
    """Opening time; after the last closing it goes on, since whoever waits is still served."""
    if not seen.sessions:
        return wall_ms
    within = sum(min(max(wall_ms - opens, 0), closes - opens) for opens, closes in seen.sessions)
    return within + max(0, wall_ms - seen.sessions[-1][1])


def _minutes(span_ms: float) -> float:
    return round(span_ms / MINUTE_MS, 3)
