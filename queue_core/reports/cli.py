"""`paihao report`: what a journal says about how a hall was run."""

from pathlib import Path
from typing import Annotated

import msgspec
import typer

from queue_core.reports.accuracy import lines, report_on
from queue_core.reports.errors import NotWritten
from queue_core.reports.journal import events
from queue_core.reports.predictions import KINDS, predictions

app = typer.Typer(help="Reports from a hall's journal.", no_args_is_help=True)


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
        try:
            json.write_bytes(msgspec.json.format(msgspec.json.encode(figures), indent=2) + b"\n")
        except OSError as error:
            raise NotWritten(json, error.strerror) from error
    if picture is not None:
        from queue_core.reports.picture import draw  # noqa: PLC0415 - loads for a second, and only for pictures

        draw(found, figures, picture)
