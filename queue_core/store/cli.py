"""`paihao journal`: export and verify a hall's journal."""

from pathlib import Path
from typing import Annotated

import typer

from queue_core.store.errors import ExportFailed, StoreError
from queue_core.store.folder import JOURNAL, USUAL, whole_file
from queue_core.store.reading import export_lines, verify

app = typer.Typer(help="Read a hall's journal.", no_args_is_help=True)

STANDARD_OUTPUT = Path("-")
_DATABASE = b"SQLite format 3\0"

Data = Annotated[Path, typer.Option(envvar="PAIHAO_DATA", help="The folder the hall lives in.")]


@app.command("export")
def export_journal(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="To write; - is standard output.")],
    *,
    data: Data = USUAL,
) -> None:
    """Write every event as one JSON object a line.

    FILE is there whole or not at all. If it is a journal.db, that one is read instead of the hall's and
    written to standard output.

    sequence, at_ms (milliseconds since 1970, UTC), key (of the command, for repeats), fingerprint (its keyed
    hash), actor, kind and version (how to read body), previous and hash (the chain), and body as stored.
    hash = SHA-256 of: previous as bytes, the compact JSON array [sequence,at_ms,key,fingerprint,actor,kind,
    version], a line feed, body.
    """
    journal, out = (file, STANDARD_OUTPUT) if _is_database(file) else (data / JOURNAL, file)
    try:
        if out == STANDARD_OUTPUT:
            typer.get_binary_stream("stdout").writelines(export_lines(journal))
            return
        with whole_file(out) as written:
            written.writelines(export_lines(journal))
    except StoreError as error:
        raise _told(error) from error
    except OSError as error:
        raise _told(ExportFailed(out, error.strerror or error)) from error


@app.command("verify")
def verify_journal(
    file: Annotated[
        Path | None, typer.Argument(metavar="[FILE]", help="A journal.db; else the hall's.")
    ] = None,
    *,
    data: Data = USUAL,
) -> None:
    """Recompute the hash chain; exit code 1 if an event was changed."""
    try:
        verified = verify(file or data / JOURNAL)
    except StoreError as error:
        raise _told(error) from error
    typer.echo(f"{verified.events} events, head {verified.head}")


def _is_database(file: Path) -> bool:
    if not file.is_file():
        return False
    with file.open("rb") as opened:
        return opened.read(len(_DATABASE)) == _DATABASE


def _told(error: StoreError) -> typer.Exit:
    typer.echo(f"{error}\n{error.remedy}", err=True)
    return typer.Exit(1)
