"""What makes ratings doubtful: rules with their evidence, stated in docs/figures.md. Nothing is corrected.

Each looks at one business day and at what was rated at the window, by one clerk at one window; who pressed
cannot be seen.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from queue_core.domain.hall_clock import Session
from queue_core.domain.rules import Suspicion
from queue_core.domain.words import BEST_LEVEL, WORST_LEVEL
from queue_core.reports.rating_visits import Given, RatedDay, Visit
from queue_core.wire.ratings import Flag, FlagRule

SATISFIED = BEST_LEVEL - 1
"""From this level on somebody is satisfied."""
_Rated = tuple[Visit, Given]


@dataclass(slots=True)
class Seat:
    """One clerk at one window: what was rated there, in order of the ratings, and what elsewhere."""

    window: int
    clerk: str | None
    there: list[_Rated] = field(default_factory=list)
    elsewhere: list[_Rated] = field(default_factory=list)


@dataclass(slots=True)
class Scene:
    """A seat, all seats of the hall, and by which thresholds is judged."""

    seat: Seat
    seats: Sequence[Seat]
    by: Suspicion
    sessions: tuple[Session, ...]

    def others(self) -> Iterator[Seat]:
        return (each for each in self.seats if each.window != self.seat.window)

    def flag(self, rule: FlagRule, evidence: Iterable[_Rated], **figures: float) -> Flag:
        found = list(evidence)
        return Flag(
            rule=rule,
            window=self.seat.window,
            clerk=self.seat.clerk,
            ticket_ids=tuple(visit.ticket_id for visit, _ in found),
            at_ms=tuple(given.at_ms for _, given in found),
            figures={"count": len(found), **figures},
        )


def flags(day: RatedDay) -> list[Flag]:
    """By window, then by rule."""
    seats = _seats(day)
    return [
        flag
        for seat in seats
        for rule in _RULES
        for flag in rule(Scene(seat, seats, day.suspicion, day.sessions))
    ]


def _seats(day: RatedDay) -> list[Seat]:
    seats: dict[tuple[int, str | None], Seat] = {}
    rated = [(visit, visit.given) for visit in day.visits.values() if visit.given is not None]
    for visit, given in sorted(rated, key=lambda each: each[1].at_ms):
        assert visit.window is not None
        seat = seats.setdefault((visit.window, visit.clerk), Seat(visit.window, visit.clerk))
        (seat.there if given.is_at_window else seat.elsewhere).append((visit, given))
    return sorted(seats.values(), key=lambda each: (each.window, each.clerk or ""))


def _at_once(scene: Scene) -> Iterator[Flag]:
    """Asked at the end of the service, pressed sooner than anybody reads the question."""
    quick = [each for each in scene.seat.there if each[1].at_ms - each[0].ended_at_ms < scene.by.at_once_ms]
    if quick:
        yield scene.flag(FlagRule.AT_ONCE, quick, threshold_ms=scene.by.at_once_ms)


def _strings(scene: Scene) -> Iterator[Flag]:
    """One level again and again, closer together than services can be."""
    for string in _runs(scene.seat.there, scene.by.string_gap_ms):
        if len(string) >= scene.by.string_count:
            level = string[0][1].level
            yield scene.flag(FlagRule.STRING, string, level=level, gap_s=scene.by.string_gap_ms / 1000)


def _runs(rated: Sequence[_Rated], gap_ms: int) -> Iterator[list[_Rated]]:
    run = list(rated[:1])
    for before, after in pairwise(rated):
        if after[1].level != before[1].level or after[1].at_ms - before[1].at_ms >= gap_ms:
            yield run
            run = []
        run.append(after)
    yield run


def _pad_only(scene: Scene) -> Iterator[Flag]:
    """Nobody ever rates elsewhere, as people do in the rest of the hall."""
    seat, by = scene.seat, scene.by
    if seat.elsewhere or len(seat.there) < by.pad_only_count:
        return
    elsewhere = sum(len(each.elsewhere) for each in scene.others())
    rated = elsewhere + sum(len(each.there) for each in scene.others())
    if elsewhere and elsewhere * 100 >= by.pad_only_elsewhere * rated:
        yield scene.flag(FlagRule.PAD_ONLY, seat.there, elsewhere_of_others=elsewhere, rated_of_others=rated)


def _odd_hours(scene: Scene) -> Iterator[Flag]:
    """While the hall is closed, and not just before or after."""
    margin_ms = scene.by.odd_hours_ms
    odd = [
        each
        for each in scene.seat.there
        if scene.sessions
        and not any(
            session.opens_at_ms - margin_ms <= each[1].at_ms <= session.closes_at_ms + margin_ms
            for session in scene.sessions
        )
    ]
    if odd:
        yield scene.flag(FlagRule.ODD_HOURS, odd, margin_min=margin_ms / 60_000)


def _empty_seat(scene: Scene) -> Iterator[Flag]:
    """A service too short to have been one; with nobody known, one that is hardly longer."""

    def is_empty(visit: Visit) -> bool:
        least_ms = scene.by.empty_seat_ms if visit.is_known else scene.by.nobody_known_ms
        return visit.service_ms < least_ms

    empty = [each for each in scene.seat.there if is_empty(each[0])]
    if empty:
        shortest_ms = min(visit.service_ms for visit, _ in empty)
        unknown = sum(1 for visit, _ in empty if not visit.is_known)
        yield scene.flag(FlagRule.EMPTY_SEAT, empty, shortest_s=shortest_ms / 1000, nobody_known=unknown)


def _pattern(scene: Scene) -> Iterator[Flag]:
    """The share of the level most given there is far above what it has at the other windows' pads."""
    mine, by = scene.seat.there, scene.by
    others = [rated for each in scene.others() for rated in each.there]
    if min(len(mine), len(others)) < by.pattern_count:
        return
    level = max(range(WORST_LEVEL, BEST_LEVEL + 1), key=lambda each: len(_of_level(mine, each)))
    share = _percent(_of_level(mine, level), mine)
    share_of_others = _percent(_of_level(others, level), others)
    if share - share_of_others >= by.pattern_points:
        yield scene.flag(
            FlagRule.PATTERN,
            _of_level(mine, level),
            level=level,
            percent=round(share, 1),
            percent_of_others=round(share_of_others, 1),
        )


def _against_phone(scene: Scene) -> Iterator[Flag]:
    """People say at the pad what they do not say by phone."""
    there, elsewhere, by = scene.seat.there, scene.seat.elsewhere, scene.by
    if len(there) < by.against_at_window or len(elsewhere) < by.against_elsewhere:
        return
    at_window, by_phone = _percent(_satisfied(there), there), _percent(_satisfied(elsewhere), elsewhere)
    if at_window - by_phone >= by.against_points:
        yield scene.flag(
            FlagRule.PAD_AGAINST_PHONE,
            elsewhere,
            percent_at_window=round(at_window, 1),
            percent_elsewhere=round(by_phone, 1),
        )


def _of_level(rated: Iterable[_Rated], level: int) -> list[_Rated]:
    return [each for each in rated if each[1].level == level]


def _satisfied(rated: Iterable[_Rated]) -> list[_Rated]:
    return [each for each in rated if each[1].level >= SATISFIED]


def _percent(part: Sequence[_Rated], whole: Sequence[_Rated]) -> float:
    return 100 * len(part) / len(whole)


_RULES: tuple[Callable[[Scene], Iterator[Flag]], ...] = (
    _at_once,
    _strings,
    _pad_only,
    _odd_hours,
    _empty_seat,
    _pattern,
    _against_phone,
)
