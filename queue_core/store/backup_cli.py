"""`paihao backup` and `paihao restore`."""

import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from queue_core.store.backup import Manifest, back_up
from queue_core.store.folder import USUAL
from queue_core.store.restoring import restore

backup_app = typer.Typer(rich_markup_mode=None)
restore_app = typer.Typer(rich_markup_mode=None)

Data = Annotated[
    Path, typer.Option(envvar="PAIHAO_DATA", help="The folder the hall lives in: journal, keys, accounts.")
]

LOST = """\
Not in a backup, and lost:
  the names and ID numbers behind all numbers, appointments and cases of before: their keys are nowhere else;
  whose they are: a person may take another number, and finds an appointment or case by its code only;
  the links on phones and printed tickets of before, which show nothing any more;
  the log-ins of clerks, who log in again. Devices stay enrolled."""


@backup_app.command()
def backup(
    *,
    data: Data = USUAL,
    out: Annotated[Path, typer.Option(help="The new file, such as hall-2026-11-22.tar.")],
) -> None:
    """Copy a hall into one file, while it runs: journal, accounts and identity, but no key of personal data.

    Keep the file as you keep the server: with it one can pass for the hall towards its devices.
    """
    manifest = back_up(data, out, now_ms=time.time_ns() // 1_000_000)
    typer.echo(f"{out}: {_told(manifest)}")


@restore_app.command("restore")
def restore_hall(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="What `paihao backup` wrote.")],
    *,
    data: Data = USUAL,
) -> None:
    """Make a hall's folder from a backup; the folder must be new or empty."""
    manifest = restore(file, data)
    typer.echo(f"{data}: {_told(manifest)}")
    typer.echo(f"What happened after {_instant(manifest.made_at_ms)} is not in it. {LOST}")


def _told(manifest: Manifest) -> str:
    day = f", last business day {manifest.day}" if manifest.day else ""
    return f"{manifest.events} events verified, head {manifest.head}{day}"


def _instant(at_ms: int) -> str:
    return datetime.fromtimestamp(at_ms / 1000, UTC).astimezone().isoformat(" ", "seconds")
