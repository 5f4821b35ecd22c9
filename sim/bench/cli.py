"""`paihao-sim bench`."""

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command()
def bench(
    hall: Annotated[
        Path | None, typer.Argument(exists=True, dir_okay=False, help="Such as halls/demo.toml.")
    ] = None,
    devices: Annotated[
        Path | None,
        typer.Option(
            exists=True, dir_okay=False, help="devices.json of a running simulator: only the bench opens."
        ),
    ] = None,
) -> None:
    """Open a simulated hall with all its windows and the sim bench, until the bench is closed."""
    # Imported late: Qt takes longer to load than `--help` should.
    from sim.bench.app import run  # noqa: PLC0415
    from sim.bench.whole_hall import open_whole_hall  # noqa: PLC0415

    if devices is not None:
        raise typer.Exit(run(devices))
    if hall is None:
        raise typer.BadParameter("name a hall, such as halls/demo.toml, or --devices of a running simulator")
    raise typer.Exit(open_whole_hall(hall, Console()))
