"""What a person at the terminal sees of a day: its progress, its figures, the goals."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table

from sim.day.figures import Figures, Spread
from sim.day.goals import Goal
from sim.day.playing import News, Played
from sim.day.timetable import Timetable

_CLASSES = {"accept": "受理 accept", "consult": "咨询 consult", "pickup": "取件 pickup"}
_RIGHTS = {
    "arrival": "先到 by arrival",
    "appointment": "预约 appointment",
    "priority": "优先 priority",
    "pickup": "取件 pickup",
}


@contextmanager
def progress(
    console: Console, title: str, times: Timetable, *, shows_server: bool = False
) -> Iterator[Callable[[News], None]]:
    """A bar over the hall's day; above it the server's address, for those who want to look in."""
    is_new = shows_server
    with Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn(
            "{task.fields[clock]}  等候 {task.fields[waiting]} waiting  {task.fields[requests]:,} requests"
        ),
        TimeElapsedColumn(),
        console=console,
        transient=True,
    ) as bar:
        begins = times.set_up_ms
        task = bar.add_task(
            title, total=times.closes_ms - begins, clock=times.clock_text(begins), waiting=0, requests=0
        )

        def watch(news: News) -> None:
            nonlocal is_new
            if is_new:
                console.print(f"the hall is at {news.server}", highlight=False)
                is_new = False
            bar.update(
                task,
                completed=min(news.at_ms, times.closes_ms) - begins,
                clock=times.clock_text(news.at_ms),
                waiting=news.waiting,
                requests=news.requests,
            )

        yield watch


def tell(console: Console, played: Played, found: Figures) -> None:
    """The figures of one day."""
    per_request_ms = played.took_s / max(played.requests, 1) * 1000
    console.print(
        f"{played.numbers:,} numbers, {found.calls:,} calls, {played.requests:,} requests "
        f"in {played.took_s:.1f} s ({per_request_ms:.2f} ms each); windows {found.utilisation:.0%} busy"
    )
    table = Table(title="取号到叫号 From number to call, minutes of opening time", title_justify="left")
    for heading in ("", "count", "mean", "P50", "P90", "P95", "longest"):
        table.add_column(heading, justify="left" if not heading else "right")
    _row(table, "全部 all", found.waits)
    for name, spread in found.by_class.items():
        _row(table, _CLASSES.get(name, name), spread)
    table.add_section()
    for name, spread in found.by_right.items():
        _row(table, _RIGHTS.get(name, name), spread)
    console.print(table)
    refused = ", ".join(f"{code} {count}" for code, count in sorted(played.refusals.items()))
    if refused:
        console.print(f"answered with a refusal: {refused}", highlight=False)


def tell_goals(console: Console, goals: Iterable[Goal], title: str) -> None:
    table = Table(title=title, title_justify="left")
    for heading in ("figure", "value", "hold", ""):
        table.add_column(heading, justify="left" if heading in {"figure", ""} else "right")
    for goal in goals:
        table.add_row(goal.name, _value(goal), goal.hold, _verdict(goal))
    console.print(table)


def tell_comparison(console: Console, days: Mapping[str, Figures], base: str) -> None:
    """The same arrivals under each arrangement of windows; `base` is the one the means are divided by."""
    table = Table(
        title="同一批到达，不同窗口安排 The same arrivals, different arrangements", title_justify="left"
    )
    for heading in ("arrangement", "mean", "÷ FIFO", "P95", "on time", "busy", "no reason", "idle"):
        is_name = heading == "arrangement"
        table.add_column(heading, justify="left" if is_name else "right", max_width=24 if is_name else None)
    at_base = days[base].waits.mean_min if base in days else 0.0
    for name, found in days.items():
        share = found.appointments.share
        table.add_row(
            name,
            f"{found.waits.mean_min:.2f}",
            f"{found.waits.mean_min / at_base:.2f}" if at_base else "–",
            f"{found.waits.p95_min:.1f}",
            "–" if share is None else f"{share:.1%}",
            f"{found.utilisation:.0%}",
            str(found.unexplained),
            str(found.idle_violations),
        )
    console.print(table)


def _row(table: Table, name: str, spread: Spread) -> None:
    spans = (spread.mean_min, spread.p50_min, spread.p90_min, spread.p95_min, spread.longest_min)
    table.add_row(name, f"{spread.count:,}", *(f"{span:.2f}" for span in spans))


def _value(goal: Goal) -> str:
    return "not measured" if goal.value is None else f"{goal.value:g}{goal.unit}"


def _verdict(goal: Goal) -> str:
    if goal.only:
        return f"[dim]{goal.only}[/]"
    match goal.is_met:
        case None:
            return "[yellow]–[/]"
        case True:
            return "[green]met[/]"
        case False:
            return "[bold red]NOT MET[/]"
