"""`paihao report`: what a journal says about how a hall was run."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import msgspec
import typer

from queue_core.reports import rating_sheets
from queue_core.reports.accuracy import lines, report_on
from queue_core.reports.days import day_report, month_report
from queue_core.reports.errors import NotWritten
from queue_core.reports.figures import NO_TARGETS, Targets
from queue_core.reports.journal import events
from queue_core.reports.json_alone import STDOUT, JsonAlone
from queue_core.reports.naming import Naming
from queue_core.reports.predictions import KINDS, predictions
from queue_core.reports.progress import progress
from queue_core.reports.rating_days import ratings_report
from queue_core.reports.sheets import Sheet, day_sheets, month_sheets
from queue_core.reports.terminal import show
from queue_core.store.folder import JOURNAL, USUAL

app = typer.Typer(help="Reports from a hall's journal.", no_args_is_help=True)


_MONTH = re.compile(r"\d{4}-(0[1-9]|1[0-2])")
JournalFile = Annotated[
    Path, typer.Option("--journal", metavar="FILE", help="The journal.db of a hall, or an export of it.")
]
HallFile = Annotated[
    Path | None,
    typer.Option("--config", metavar="HALL.toml", help="The hall's: names of categories, and targets."),
]
Workbook = Annotated[Path | None, typer.Option(metavar="FILE", help="Write all tables as a workbook.")]
Pictures = Annotated[Path | None, typer.Option(metavar="DIR", help="Draw charts into this folder.")]
Json = Annotated[Path | None, typer.Option(metavar="FILE", help="Write the figures as JSON.")]


@app.callback()
def report() -> None:
    """Reports from a hall's journal."""


@app.command()
def estimates(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="The journal.db of a hall, or an export of it.")
    ],
    json: Annotated[Path | None, typer.Option(metavar="FILE", help="Write the figures as JSON.")] = None,
    picture: Annotated[Path | None, typer.Option(metavar="FILE.png", help="Draw them.")] = None,
) -> None:
    """How well waits were predicted: error and coverage of what citizens were told, against what came."""
    found = predictions(events(file, KINDS))
    figures = report_on(found)
    for line in lines(figures):
        typer.echo(line)
    if json is not None:
        _write_json(json, figures)
    if picture is not None:
        from queue_core.reports.picture import draw  # noqa: PLC0415 - loads for a second, and only for pictures

        draw(found, figures, picture)


@app.command()
def day(  # noqa: PLR0917 - typer passes them by name
    journal: JournalFile,
    day: Annotated[
        str | None, typer.Option(metavar="YYYY-MM-DD", help="A business day; the last one unless given.")
    ] = None,
    config: HallFile = None,
    xlsx: Workbook = None,
    png: Pictures = None,
    json: Json = None,
) -> None:
    """The figures of a business day: numbers, waits, services, appointments, windows, clerks."""
    naming, targets = _hall(config)
    with progress() as told:
        figures = day_report(journal, day, targets, told)
    sheets = day_sheets(figures, naming)
    _write_tables(xlsx, sheets)
    if png is not None:
        from queue_core.reports.charts import draw_day  # noqa: PLC0415 - loads for a second, for charts only

        draw_day(figures, naming, png)
    if json is not None:
        _write_json(json, figures)
    show(sheets, figures.day)


@app.command()
def month(  # noqa: PLR0917 - typer passes them by name
    journal: JournalFile,
    month: Annotated[str, typer.Option(metavar="YYYY-MM", help="The month, such as 2026-11.")],
    config: HallFile = None,
    xlsx: Workbook = None,
    png: Pictures = None,
    json: Json = None,
) -> None:
    """The figures of a month: its days, and all of them together."""
    if not _MONTH.fullmatch(month):
        raise typer.BadParameter("write a month such as 2026-11", param_hint="--month")
    naming, targets = _hall(config)
    with progress() as told:
        figures = month_report(journal, month, targets, told)
    sheets = month_sheets(figures, naming)
    _write_tables(xlsx, sheets)
    if png is not None:
        from queue_core.reports.charts import draw_month  # noqa: PLC0415 - loads for a second, for charts only

        draw_month(figures, naming, png)
    if json is not None:
        _write_json(json, figures)
    show(sheets, month)


@app.command(cls=JsonAlone)
def ratings(
    file: Annotated[
        Path | None, typer.Argument(metavar="FILE", help="The journal.db of a hall, or an export of it.")
    ] = None,
    journal: Annotated[Path | None, typer.Option(metavar="FILE", help="The same, named.")] = None,
    *,
    data: Annotated[
        Path, typer.Option(envvar="PAIHAO_DATA", help="Of a hall, whose journal is read if none is named.")
    ] = USUAL,
    day: Annotated[str | None, typer.Option(metavar="YYYY-MM-DD", help="Visits of one business day.")] = None,
    month: Annotated[str | None, typer.Option(metavar="YYYY-MM", help="Visits of one month.")] = None,
    json: Annotated[
        Path | None, typer.Option(metavar="[FILE]", help="Write JSON; without a file, to the terminal.")
    ] = None,
) -> None:
    """How visits were rated: rates by window, clerk and matter, pad against phone, flags, follow-ups."""
    if journal is not None and file is not None:
        raise typer.BadParameter("name one journal, as FILE or with --journal", param_hint="FILE")
    path = journal or file or data / JOURNAL
    if day is not None and month is not None:
        raise typer.BadParameter("give a day or a month, not both", param_hint="--month")
    figures = ratings_report(path, day=day, month=month)
    if json == STDOUT:
        typer.echo(msgspec.json.format(msgspec.json.encode(figures), indent=2).decode())
        return
    if json is not None:
        _write_json(json, figures)
    show(rating_sheets.sheets(figures), _days(figures.days))


def _days(days: Sequence[str]) -> str:
    return days[0] if len(days) == 1 else f"{days[0]} – {days[-1]}"


def _hall(config: Path | None) -> tuple[Naming, Targets]:
    if config is None:
        return Naming(), NO_TARGETS
    from queue_core.reports.hall_names import naming_of, read_hall, targets_of  # noqa: PLC0415 - loads pydantic

    settings = read_hall(config)
    return naming_of(settings), targets_of(settings)


def _write_tables(file: Path | None, sheets: Sequence[Sheet]) -> None:
    if file is not None:
        from queue_core.reports.workbook import write  # noqa: PLC0415 - for workbooks only

        write(sheets, file)


def _write_json(file: Path, figures: msgspec.Struct) -> None:
    try:
        file.write_bytes(msgspec.json.format(msgspec.json.encode(figures), indent=2) + b"\n")
    except OSError as error:
        raise NotWritten(file, error.strerror) from error
