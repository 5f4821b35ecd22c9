"""The figures of a ledger in the form in which they travel and are written."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from queue_core.domain.words import BEST_LEVEL, WORST_LEVEL, Right, TicketClass
from queue_core.reports.ledger import MINUTE_MS, Ledger, unit_name
from queue_core.reports.predictions import Occasion
from queue_core.reports.shifts import Spent
from queue_core.reports.spans import mean_seconds, seconds
from queue_core.reports.tally import Part, Tally
from queue_core.wire import figures as wire
from queue_core.wire import words

_CONVERTED = frozenset({Part.CLASS, Part.CATEGORY, Part.UNIT})
_NOT_TAKEN_FOR = frozenset({Part.WINDOW, Part.CLERK, Part.RIGHT})


@dataclass(frozen=True, slots=True)
class Targets:
    """How long nine in ten numbers of a unit (`category/class`) should wait at most, in minutes."""

    of: dict[str, int] = field(default_factory=dict)

    def told(self) -> tuple[wire.Target, ...]:
        parts = ((unit.rpartition("/"), minutes) for unit, minutes in self.of.items())
        return tuple(
            wire.Target(category=category, ticket_class=words.TicketClass(name), wait_min=minutes)
            for (category, _, name), minutes in parts
        )


NO_TARGETS = Targets()


def day_figures(ledger: Ledger, targets: Targets = NO_TARGETS) -> wire.DayFigures:
    """The figures as they stand. The ledger goes on unchanged."""
    groups = _Groups(ledger, targets)
    return wire.DayFigures(
        day=ledger.day,
        midnight_ms=ledger.midnight_ms,
        as_of_ms=ledger.as_of_ms,
        events=ledger.events,
        is_closed=ledger.is_closed,
        totals=_totals(ledger),
        appointments=_appointments(ledger),
        by_class=groups.of(Part.CLASS, [each.value for each in TicketClass]),
        by_category=groups.of(Part.CATEGORY, [each.code for each in ledger.categories]),
        by_unit=groups.of(Part.UNIT, list(_units(ledger))),
        by_matter=groups.of(Part.MATTER),
        by_window=groups.of(Part.WINDOW, by=int),
        by_clerk=groups.of(Part.CLERK),
        by_hour=groups.of(Part.HOUR),
        by_right=groups.of(Part.RIGHT, [each.value for each in Right]),
        flow=tuple(ledger.flow.told()),
        conversions=_conversions(ledger),
        overrides=tuple(ledger.overrides),
        estimates=_estimates(ledger),
        ratings=_ratings(ledger),
        devices=_devices(ledger),
        targets=targets.told(),
    )


def _totals(ledger: Ledger) -> wire.Totals:
    counts, since = ledger.counts, ledger.waiting_since()
    return wire.Totals(
        taken=counts["taken"],
        visitors=counts["visitors"],
        withdrawn=counts["withdrawn"],
        called=counts["called"],
        finished=counts["finished"],
        immediate=counts["immediate"],
        cancelled=counts["cancelled"],
        lost=counts["lost"],
        left_uncalled=counts["left_uncalled"],
        left_unfinished=counts["left_unfinished"],
        not_arrived=counts["not_arrived"],
        waiting=len(since),
        first_since_ms=min(since, default=None),
        calls=counts["calls"],
        recalls=counts["recalls"],
        hand_backs=counts["hand_backs"],
        overrides=counts["overrides"],
        no_shows=counts["no_shows"],
        absent_numbers=counts["absent_numbers"],
        returns=counts["returns"],
        holds=counts["holds"],
        sent_back=counts["sent_back"],
        deferrals=counts["deferrals"],
        conversions=counts["conversions"],
        sittings=counts["sittings"],
        first_wait=ledger.first_waits.spread(),
        wait=ledger.waits.spread(),
        service=ledger.services.spread(),
    )


def _appointments(ledger: Ledger) -> wire.AppointmentFigures:
    counts = ledger.counts
    return wire.AppointmentFigures(
        checked_in=ledger.appointments.checked_in,
        missed=ledger.appointments.missed,
        cancelled=ledger.appointments.cancelled,
        judged=counts["judged"],
        on_time=counts["on_time"],
    )


class _Groups:
    def __init__(self, ledger: Ledger, targets: Targets) -> None:
        self._tallies = ledger.parts.of
        self._targets = targets.of
        self._spent: dict[Part, dict[str, Spent]] = {
            Part.WINDOW: {str(each): spent for each, spent in ledger.shifts.windows(ledger.as_of_ms).items()},
            Part.CLERK: ledger.shifts.clerks(ledger.as_of_ms),
        }

    def of(
        self, part: Part, order: Sequence[str] = (), by: Callable[[str], int] | None = None
    ) -> tuple[wire.GroupFigures, ...]:
        """Those in which something counts, in this order; others after them by name, or what `by` says."""
        tallies, spent = self._tallies[part], self._spent.get(part, {})
        names = {name for name, tally in tallies.items() if not tally.is_empty} | spent.keys()
        listed = [name for name in order if name in names]
        rest = sorted(names.difference(listed), key=by) if by else sorted(names.difference(listed))
        return tuple(
            self._one(part, name, tallies.get(name) or Tally(), spent.get(name)) for name in [*listed, *rest]
        )

    def _one(self, part: Part, name: str, tally: Tally, spent: Spent | None) -> wire.GroupFigures:
        target = self._targets.get(name) if part is Part.UNIT else None
        is_converted = part in _CONVERTED
        return wire.GroupFigures(
            name=name,
            taken=None if part in _NOT_TAKEN_FOR else tally.taken,
            calls=tally.calls,
            sittings=tally.sittings,
            no_shows=tally.no_shows,
            immediate=tally.immediate,
            finished=tally.finished,
            wait=tally.waits.spread(),
            service=tally.services.spread(),
            converted_in=tally.converted_in if is_converted else None,
            converted_out=tally.converted_out if is_converted else None,
            target_min=target,
            within_target=None if target is None else tally.opening_waits.within(target * MINUTE_MS),
            open_s=None if spent is None else seconds(spent.open_ms),
            paused_s=None if spent is None else seconds(spent.paused_ms),
            serving_s=None if spent is None else seconds(spent.serving_ms),
        )


def _units(ledger: Ledger) -> Iterator[str]:
    for category in ledger.categories:
        yield from (f"{category.code}/{each.value}" for each in TicketClass)


def _conversions(ledger: Ledger) -> tuple[wire.Conversion, ...]:
    """The most frequent first."""
    found = (
        wire.Conversion(from_unit=unit_name(before), to_unit=unit_name(after), count=count)
        for (before, after), count in ledger.conversions.items()
        if count
    )
    return tuple(sorted(found, key=lambda each: (-each.count, each.from_unit, each.to_unit)))


def _estimates(ledger: Ledger) -> wire.EstimateFigures | None:
    judged = [each for each in ledger.predictions.found.judged if each.occasion is Occasion.ISSUE]
    if not judged:
        return None
    return wire.EstimateFigures(
        judged=len(judged),
        mean_absolute_error_s=mean_seconds(
            sum(abs(each.wait_ms - each.estimate.p50_ms) for each in judged), len(judged)
        ),
        within_p90=_count(each.wait_ms <= each.estimate.p90_ms for each in judged),
    )


def _ratings(ledger: Ledger) -> wire.RatingFigures | None:
    """Of the visits of these days, as rated until the last event; None while nobody is invited."""
    visits = [each for day in ledger.ratings.days for each in day.visits.values() if each.is_invited]
    if not visits:
        return None
    given = Counter(each.given.level for each in visits if each.given is not None)
    one, two, three, four, five = (given[level] for level in range(WORST_LEVEL, BEST_LEVEL + 1))
    return wire.RatingFigures(invited=len(visits), rated=given.total(), levels=(one, two, three, four, five))


def _devices(ledger: Ledger) -> tuple[wire.DeviceFigures, ...]:
    """The longest down first."""
    found = (
        wire.DeviceFigures(
            front_end=device.front_end,
            device=device.name,
            kind=device.kind,
            failures=down.failures,
            down_s=seconds(down.spent_ms),
            is_down=down.since_ms is not None,
        )
        for device, down in ledger.downtime.until(ledger.as_of_ms)
    )
    return tuple(sorted(found, key=lambda each: (-each.down_s, each.front_end, each.device)))


def _count(claims: Iterable[bool]) -> int:
    return sum(claims)
