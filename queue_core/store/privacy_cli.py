"""`paihao privacy`: what personal data a hall still holds, and destroying it now."""

from datetime import date
from pathlib import Path
from typing import Annotated

import msgspec
import typer
from rich.console import Console
from rich.table import Table

from queue_core.store.folder import USUAL
from queue_core.store.privacy import Holding, holdings, over, purge
from queue_core.store.retention import DATED, Purpose

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None)

Data = Annotated[
    Path, typer.Option(envvar="PAIHAO_DATA", help="The folder the hall lives in: journal, keys, accounts.")
]


@app.callback()
def privacy() -> None:
    """Personal data of citizens: what can still be read, and destroying it."""


@app.command()
def show(
    *, data: Data = USUAL, as_json: Annotated[bool, typer.Option("--json", help="For programs.")] = False
) -> None:
    """Tell for which purposes and days personal data can still be read, and until when."""
    found = holdings(data)
    if as_json:
        typer.echo(msgspec.json.encode(found))
        return
    if not found:
        typer.echo("No personal data can be read any more: there are no keys.")
        return
    Console().print(_table(found))
    typer.echo(
        "A key is destroyed when its hall opens the day named, or at the server's next start after it."
    )


@app.command("purge")
def purge_now(
    *,
    data: Data = USUAL,
    purpose: Annotated[Purpose | None, typer.Option(help="Only of this purpose.")] = None,
    before: Annotated[
        str | None,
        typer.Option(
            help="Also what is not past its retention yet, of all days before this date.", metavar="DATE"
        ),
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
) -> None:
    """Destroy now what is past its retention; with --before, all older than a date. Stop the server first."""
    if purpose is Purpose.HALL:
        raise typer.BadParameter(
            "the hall's own secret opens no personal data and stays", param_hint="--purpose"
        )
    purposes = DATED if purpose is None else (purpose,)
    today, limit = date.today().isoformat(), _date(before)  # noqa: DTZ011 - the day on this machine's wall
    found = over(data, purposes, today=today, before=limit)
    if not found:
        typer.echo("Nothing to destroy.")
    else:
        Console().print(_table(found))
        if not yes:
            typer.confirm(f"Destroy {len(found)} keys? What they open can never be read again.", abort=True)
    purge(data, purposes, today=today, before=limit)
    if found:
        records = sum(each.records for each in found)
        typer.echo(f"Destroyed {len(found)} keys, which opened {records} records.")


def _date(text: str | None) -> str | None:
    if text is None:
        return None
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError as error:
        raise typer.BadParameter("a date is written 2026-11-30", param_hint="--before") from error


def _table(found: list[Holding]) -> Table:
    table = Table("purpose", "day", "records", "destroyed on")
    table.columns[2].justify = "right"
    for each in found:
        table.add_row(each.purpose, each.day, str(each.records), each.destroyed_on)
    return table
