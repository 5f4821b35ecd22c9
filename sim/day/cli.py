"""`paihao-sim day`: a day of a hall, played by simulated people on the real server."""

import signal
import sys
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from sim.day.comparing import HEAD_STARTS_MS, compare
from sim.day.figures import figures
from sim.day.goals import goals_of_a_comparison, goals_of_a_day
from sim.day.journal import read_journal
from sim.day.report import comparison_report, day_report, write_report
from sim.day.staging import Staging, play_staged, staged
from sim.day.telling import progress, tell, tell_comparison, tell_goals
from sim.day.timetable import DAY
from sim.day.witness import Witness
from sim.errors import BadScenario, SimError
from sim.halls.reference import Arrangement

app = typer.Typer(add_completion=False)


@app.command()
def day(  # noqa: PLR0917  # typer calls it by name
    hall: Annotated[
        str, typer.Option(help="reference-L, -M, -S, -XS, district, or a hall.toml of one's own.")
    ] = "reference-L",
    seed: Annotated[int, typer.Option(help="The same seed brings the same people.")] = 1000,
    out: Annotated[
        Path, typer.Option(help="Folder for hall.toml, journal.jsonl, report.json, pictures.")
    ] = Path("day-output"),
    speed: Annotated[
        float, typer.Option(min=0, help="0: as fast as it goes; 1: as in the hall; 60: an hour a minute.")
    ] = 0.0,
    arrangement: Annotated[
        Arrangement | None, typer.Option(help="Which windows serve whom; else as recommended for the hall.")
    ] = None,
    visitors: Annotated[int | None, typer.Option(min=1, help="Another number of people than usual.")] = None,
    date: Annotated[datetime, typer.Option(formats=["%Y-%m-%d"], help="The day.")] = datetime(  # noqa: DTZ001  # a date
        DAY.year, DAY.month, DAY.day
    ),
    compare_all: Annotated[  # noqa: FBT002  # a flag
        bool, typer.Option("--compare", help="Play the same people under every arrangement of windows.")
    ] = False,
) -> None:
    """Play a day of a hall: citizens and clerks at a real server whose clock is steered."""
    console = Console()
    for number in (signal.SIGTERM, signal.SIGHUP):  # the server that was started must not outlive us
        signal.signal(number, lambda *_: sys.exit(130))
    try:
        staging = staged(hall, arrangement=arrangement, visitors=visitors, day=date.date())
        if compare_all:
            _compare(staging, out, seed, visitors, console)
        else:
            _one(staging, out, seed, speed, console)
    except SimError as error:
        Console(stderr=True).print(f"[bold red]{error.code}[/]: {error}\n{error.remedy}", highlight=False)
        raise typer.Exit(1) from error


def _one(staging: Staging, out: Path, seed: int, speed: float, console: Console) -> None:
    from sim.day.pictures import draw  # noqa: PLC0415  # brings matplotlib

    console.print(
        f"[bold]Paihao 排号[/]: {staging.title}, {staging.ask.visitors:,} visitors, "
        f"{staging.windows} windows, {staging.times.day.isoformat()}, seed {seed}",
        highlight=False,
    )
    with progress(console, "the day", staging.times, shows_server=speed > 0) as watch:
        played = play_staged(staging, out, seed=seed, speed=speed, watch=watch)
    seen = Witness(HEAD_STARTS_MS).watch(read_journal(played.journal))
    found = figures(seen, played.estimates)
    goals = [*goals_of_a_day(found, staging.windows, staging.ask.visitors)]
    tell(console, played, found)
    tell_goals(console, goals, "目标 Figures to hold")
    report = day_report(
        title=staging.title,
        ask=staging.ask,
        seed=seed,
        windows=staging.windows,
        played=played,
        found=found,
        goals=goals,
    )
    written = [
        played.journal,
        write_report(out / "report.json", report),
        *draw(seen, staging.times, staging.title, out),
    ]
    console.print("\n".join(f"→ {path}" for path in written), highlight=False, soft_wrap=True)


def _compare(staging: Staging, out: Path, seed: int, visitors: int | None, console: Console) -> None:
    if staging.reference is None:
        raise BadScenario(
            "only a reference hall can be compared: its windows can be arranged anew",
            remedy="Leave out --compare, or name a reference hall.",
        )
    hall = staging.reference
    days = compare(hall, out, seed=seed, visitors=visitors, console=console)
    goals = [
        *goals_of_a_comparison(days, recommended=str(hall.recommended), windows=hall.windows),
        *goals_of_a_day(days[str(hall.recommended)], hall.windows, staging.ask.visitors),
    ]
    tell_comparison(console, days, str(Arrangement.POOLED_FIFO))
    tell_goals(console, goals, f"目标 Figures to hold, windows arranged as {hall.recommended}")
    report = comparison_report(hall=hall.name, seed=seed, days=days, goals=goals)
    console.print(f"→ {write_report(out / 'comparison.json', report)}", highlight=False, soft_wrap=True)
