"""`paihao audit`: prove from a journal that every call was right."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated

import msgspec
import typer
from rich.console import Console
from rich.progress import track

from queue_core.audit.auditing import Report, audit
from queue_core.audit.chain import HASH
from queue_core.audit.errors import AuditError, Unwritable
from queue_core.audit.lines import Event
from queue_core.audit.telling import tell

app = typer.Typer(rich_markup_mode=None)


def _head(text: str | None) -> str | None:
    """A mistyped hash is no sign of a changed journal."""
    if text is None or HASH.fullmatch(text.strip().lower()):
        return text and text.strip().lower()
    raise typer.BadParameter("a head is 64 of the characters 0-9 and a-f, as the closing report prints it")


@app.command("audit")
def audit_journal(
    file: Annotated[Path, typer.Argument(metavar="FILE|DB", help="An export, or a hall's journal.db.")],
    json: Annotated[
        Path | None, typer.Option("--json", metavar="FILE", help="Write the report as JSON.")
    ] = None,
    head: Annotated[
        str | None,
        typer.Option(
            metavar="HASH", callback=_head, help="The head a closing report printed: the journal's end."
        ),
    ] = None,
    is_whole: Annotated[  # noqa: FBT002 a flag of the command line
        bool, typer.Option("--all", help="List all violations, not only the first.")
    ] = False,
) -> None:
    """Recompute every call of a journal and check what the call rule promises.

    Exit code 0 when all is right, 1 at a violation, 2 when there is nothing that could be audited.
    """
    try:
        report = audit(file, is_whole=is_whole, head=head, watch=_watched)
        if json is not None:
            _write(json, report)
    except AuditError as error:
        typer.echo(f"{error}\n{error.remedy}", err=True)
        raise typer.Exit(error.exit_code) from error
    tell(report, Console())
    raise typer.Exit(0 if report.is_right else 1)


def _watched(events: Iterable[Event]) -> Iterator[Event]:
    console = Console(stderr=True)
    yield from track(events, "Recomputing", console=console, transient=True, disable=not console.is_terminal)


def _write(path: Path, report: Report) -> None:
    try:
        path.write_bytes(msgspec.json.format(msgspec.json.encode(report), indent=2) + b"\n")
    except OSError as error:
        raise Unwritable(path, error.strerror or error) from error
