"""`paihao wall`: the screen that shows and speaks calls."""

import re
from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(rich_markup_mode=None)


def _size(text: str) -> tuple[int, int]:
    found = re.fullmatch(r"(\d{3,5})x(\d{3,5})", text)
    if found is None:
        raise typer.BadParameter("write width and height in pixels, such as 1920x1080")
    return int(found[1]), int(found[2])


@app.command()
def wall(
    config: Annotated[Path | None, typer.Option(help="wall.toml")] = None,
    stage: Annotated[
        Path | None, typer.Option(help="Listen on this socket for presses and pictures.")
    ] = None,
    size: Annotated[str, typer.Option(metavar="WxH", help="Of the window.")] = "1920x1080",
    gallery: Annotated[
        Path | None, typer.Option(help="Draw every page into this folder instead; needs no hall.")
    ] = None,
) -> None:
    """Show and speak the calls of a hall."""
    # Imported late: Qt takes longer to load than `--help` should.
    from queue_core import log  # noqa: PLC0415

    log.configure()
    if gallery is not None:
        from display.wall.gallery import draw  # noqa: PLC0415

        draw(gallery)
        return
    if config is None:
        raise typer.BadParameter("name the wall's configuration: --config wall.toml")
    from display.wall.app import run_wall  # noqa: PLC0415
    from display.wall.settings import WallSettings  # noqa: PLC0415
    from queue_core.config import load  # noqa: PLC0415

    raise typer.Exit(run_wall(load(config, WallSettings), stage=stage, size=_size(size)))
