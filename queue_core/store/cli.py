"""`paihao journal`: export and verify a hall's journal."""

from pathlib import Path
from typing import Annotated

import typer

from queue_core.store.errors import StoreError
from queue_core.store.reading import export_lines, verify

app = typer.Typer(help="Read a hall's journal.", no_args_is_help=True)

JournalFile = Annotated[Path, typer.Argument(metavar="FILE", help="The journal.db of a hall.")]


@app.command("export")
def export_journal(file: JournalFile) -> None:
    """Write every event as one JSON object a line.

    sequence, at_ms (milliseconds since 1970, UTC), key (of the command, for repeats), fingerprint (its keyed
    hash), actor, kind and version (how to read body), previous and hash (the chain), and body as stored.
    hash = SHA-256 of: previous as bytes, the compact JSON array [sequence,at_ms,key,fingerprint,actor,kind,
    version], a line feed, body.
    """
    output = typer.get_binary_stream("stdout")
    try:
        for line in export_lines(file):
            output.write(line)
    except StoreError as error:
        raise _told(error) from error


@app.command("verify")
def verify_journal(file: JournalFile) -> None:
    """Recompute the hash chain; exit code 1 if an event was changed."""
    try:
        verified = verify(file)
    except StoreError as error:
        raise _told(error) from error
    typer.echo(f"{verified.events} events, head {verified.head}")


def _told(error: StoreError) -> typer.Exit:
    typer.echo(f"{error}\n{error.remedy}", err=True)
    return typer.Exit(1)
