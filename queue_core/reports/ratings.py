"""How a hall was rated: by window, clerk, matter and channel, beside what makes it doubtful.

    report = ratings(events)        # any days of a journal, in order

A doubtful rating is counted like any other: flags stand beside the rate and never correct it.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Container, Iterable

from msgspec import Struct

from queue_core.domain.events import Event
from queue_core.domain.words import WORST_LEVEL
from queue_core.reports.rating_flags import flags
from queue_core.reports.rating_visits import RatedDay, RatingLedger, Visit
from queue_core.wire.ratings import Flag, Rates

Levels = tuple[int, int, int, int, int]
"""How often each level was given, from 1 (worst) to 5 (best)."""


class GroupRates(Struct, frozen=True, kw_only=True):
    """A part of the visits; `name` is a window's or clerk's number, a matter's code or a unit.

    `at_window` are the levels from pad and keypad, `elsewhere` those from phone, kiosk and link.
    """

    name: str
    rates: Rates
    at_window: Levels
    elsewhere: Levels
    flags: int = 0


class FollowUpCounts(Struct, frozen=True, kw_only=True):
    """`opened` of visits of these days; `open`, `overdue` and `results` of all, as of the last event."""

    opened: int
    open: int
    overdue: int
    results: dict[str, int]


class RatingsReport(Struct, frozen=True, kw_only=True):
    """Of the visits of `days`, as rated until `as_of_ms`.

    `late_of_before` ratings came on these days for visits of days before.
    """

    days: tuple[str, ...]
    as_of_ms: int
    hall: GroupRates
    by_window: tuple[GroupRates, ...]
    by_clerk: tuple[GroupRates, ...]
    by_matter: tuple[GroupRates, ...]
    channels: dict[str, int]
    labels: dict[str, int]
    late_of_before: int
    flags: tuple[Flag, ...]
    follow_ups: FollowUpCounts


def ratings(events: Iterable[Event], of: Container[str] | None = None) -> RatingsReport:
    """The report on the visits of all days, or of those days (ISO dates) alone.

    Events of later days belong in as well: a visit is rated for some days after its own.
    """
    ledger = RatingLedger()
    for event in events:
        ledger.enter(event)
    return report(ledger, of)


def report(ledger: RatingLedger, of: Container[str] | None = None) -> RatingsReport:
    days = [each for each in ledger.days if of is None or each.day in of]
    visits = [visit for day in days for visit in day.visits.values() if visit.is_invited]
    found = tuple(flag for day in days for flag in flags(day))
    return RatingsReport(
        days=tuple(day.day for day in days),
        as_of_ms=ledger.as_of_ms,
        hall=_group("", visits, len(found)),
        by_window=_groups(
            visits, lambda visit: str(visit.window), Counter(str(each.window) for each in found)
        ),
        by_clerk=_groups(visits, lambda visit: visit.clerk, Counter(each.clerk or "" for each in found)),
        by_matter=_groups(visits, _matter, Counter()),
        channels=_counted(each.given.channel.value for each in visits if each.given is not None),
        labels=_counted(label for each in visits if each.given is not None for label in each.given.labels),
        late_of_before=sum(day.late_of_before for day in days),
        flags=found,
        follow_ups=_follow_ups(ledger, days),
    )


def _group(name: str, visits: list[Visit], flagged: int) -> GroupRates:
    given = [visit.given for visit in visits if visit.given is not None]
    there = [each.level for each in given if each.is_at_window]
    elsewhere = [each.level for each in given if not each.is_at_window]
    return GroupRates(
        name=name,
        rates=Rates(
            invited=len(visits),
            rated=len(given),
            late=sum(each.is_late for each in given),
            skipped=sum(visit.is_skipped and visit.given is None for visit in visits),
            levels=_levels(there + elsewhere),
        ),
        at_window=_levels(there),
        elsewhere=_levels(elsewhere),
        flags=flagged,
    )


def _groups(
    visits: list[Visit], name_of: Callable[[Visit], str | None], flagged: Counter[str]
) -> tuple[GroupRates, ...]:
    """In order of their names, numbers as numbers; terminals have no clerk."""
    parts: dict[str, list[Visit]] = defaultdict(list)
    for visit in visits:
        if (name := name_of(visit)) is not None:
            parts[name].append(visit)
    names = sorted(parts, key=lambda name: (not name.isdecimal(), len(name) if name.isdecimal() else 0, name))
    return tuple(_group(name, parts[name], flagged[name]) for name in names)


def _matter(visit: Visit) -> str | None:
    """The matter that was named, else what the number was for."""
    if visit.unit is None:
        return None
    return visit.matter or f"{visit.unit.category}/{visit.unit.ticket_class}"


def _levels(given: Iterable[int]) -> Levels:
    counts = Counter(given)
    one, two, three, four, five = (counts[WORST_LEVEL + step] for step in range(5))
    return one, two, three, four, five


def _counted(names: Iterable[str]) -> dict[str, int]:
    """The most frequent first."""
    return dict(Counter(names).most_common())


def _follow_ups(ledger: RatingLedger, days: list[RatedDay]) -> FollowUpCounts:
    last = ledger.days[-1].day if ledger.days else ""
    return FollowUpCounts(
        opened=sum(ledger.opened[day.day] for day in days),
        open=ledger.follow_ups_open,
        overdue=ledger.overdue_on(last),
        results={result.value: count for result, count in ledger.results.items()},
    )
