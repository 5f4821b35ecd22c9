"""`paihao-sim story`."""

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command()
def story(
    hall: Annotated[Path, typer.Argument(exists=True, dir_okay=False, help="Such as halls/demo.toml.")],
    out: Annotated[Path, typer.Option(help="Where story.json, pictures, sound and journal are left.")],
    people: Annotated[
        Path | None, typer.Option(help="JSON with the citizens a and b; people of the simulator otherwise.")
    ] = None,
    work: Annotated[
        Path | None, typer.Option(help="Keep the work folder, with its keys and passwords, there.")
    ] = None,
) -> None:
    """Play one citizen's way from card to rating, headless, on the real applications."""
    # Imported late: the browser's driver takes longer to load than `--help` should.
    from sim.story.telling import Script, tell  # noqa: PLC0415

    raise typer.Exit(tell(Script(hall=hall, out=out, people=people, work=work), Console()))
