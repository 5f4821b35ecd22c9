"""The figures of a day, or of the days of a month, out of a journal."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from queue_core.domain.events import DayOpened, Event
from queue_core.reports.errors import NoSuchDay
from queue_core.reports.figures import NO_TARGETS, Targets, day_figures
from queue_core.reports.journal import days_of, events_on
from queue_core.reports.ledger import Ledger
from queue_core.wire.figures import AppointmentFigures, DayFigures, EstimateFigures, Totals

Told = Callable[[str, int], None]
"""Is told now and then which day is read and how many events were read so far."""
TELL_EVERY = 2_000


class DayRow(Struct, frozen=True, kw_only=True):
    """A day among those of its month."""

    day: str
    totals: Totals
    appointments: AppointmentFigures
    estimates: EstimateFigures | None


class MonthFigures(Struct, frozen=True, kw_only=True):
    """`whole` is of all its days together: a percentile of a month is no mean of those of its days."""

    month: str
    days: tuple[DayRow, ...]
    whole: DayFigures


def _tell_nobody(_day: str, _events: int) -> None:
    pass


def day_report(
    path: Path, day: str | None = None, targets: Targets = NO_TARGETS, told: Told = _tell_nobody
) -> DayFigures:
    """A business day, the last one unless `day` names it. Raises NoSuchDay, and as `journal.events`."""
    known = days_of(path)
    if not known or day not in (None, *known):
        raise NoSuchDay(path, day, known)
    ledger = Ledger()
    for event in _telling(events_on(path, {day or known[-1]}), told):
        ledger.enter(event)
    return day_figures(ledger, targets)


def month_report(
    path: Path, month: str, targets: Targets = NO_TARGETS, told: Told = _tell_nobody
) -> MonthFigures:
    """The business days of a month, such as 2026-11. Raises as `day_report`."""
    known = days_of(path)
    days = [each for each in known if each.startswith(f"{month}-")]
    if not days:
        raise NoSuchDay(path, month, known)
    whole, ledgers = Ledger(), list[Ledger]()
    for event in _telling(events_on(path, set(days)), told):
        if isinstance(event, DayOpened):
            ledgers.append(Ledger())
        ledgers[-1].enter(event)
        whole.enter(event)
    figures = day_figures(whole, targets)
    return MonthFigures(month=month, days=_rows(ledgers), whole=replace(figures, day=month, flow=()))


def _rows(ledgers: Sequence[Ledger]) -> tuple[DayRow, ...]:
    figures = map(day_figures, ledgers)
    return tuple(
        DayRow(day=each.day, totals=each.totals, appointments=each.appointments, estimates=each.estimates)
        for each in figures
    )


def _telling(events: Iterator[Event], told: Told) -> Iterator[Event]:
    day = ""
    for count, event in enumerate(events):
        if isinstance(event, DayOpened):
            day = event.day
        if count % TELL_EVERY == 0:
            told(day, count)
        yield event
