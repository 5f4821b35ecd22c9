"""`paihao-sim story`."""

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

STORIES = (
    "appointment",
    "paperless",
    "convert",
    "paper-out",
    "reader-gone",
    "rush",
    "low-rating",
    "supervisor",
    "pickup",
    "locker",
    "locker-fault",
    "short",
)
app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command()
def story(
    hall: Annotated[Path, typer.Argument(exists=True, dir_okay=False, help="Such as halls/demo.toml.")],
    out: Annotated[Path, typer.Option(help="Where story.json, pictures, sound and journal are left.")],
    name: Annotated[
        str, typer.Option("--story", help=f"{', '.join(STORIES)}; without it, the whole road.")
    ] = "",
    people: Annotated[
        Path | None,
        typer.Option(help="JSON with the citizens a and b of the whole road; else people of the simulator."),
    ] = None,
    work: Annotated[
        Path | None, typer.Option(help="Keep the work folder, with its keys and passwords, there.")
    ] = None,
) -> None:
    """Play citizens' ways, headless, on the real applications: from card to rating, or one of the stories."""
    if name and name not in STORIES:
        raise typer.BadParameter(
            f"there is no story {name!r}; there are {', '.join(STORIES)}", param_hint="--story"
        )
    # Imported late: the browser's driver takes longer to load than `--help` should.
    from sim.story.telling import Script, tell  # noqa: PLC0415

    raise typer.Exit(tell(Script(hall=hall, out=out, story=name, people=people, work=work), Console()))
