"""`paihao window-screen`: the small screen at one window."""

import re
from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(rich_markup_mode=None)


def _size(text: str) -> tuple[int, int]:
    found = re.fullmatch(r"(\d{3,5})x(\d{3,5})", text)
    if found is None:
        raise typer.BadParameter("write width and height in pixels, such as 1280x720")
    return int(found[1]), int(found[2])


@app.command()
def window_screen(
    config: Annotated[
        Path | None, typer.Option(help="window-screen.toml: credential, window, language.")
    ] = None,
    stage: Annotated[
        Path | None, typer.Option(help="Listen on this socket for presses and pictures.")
    ] = None,
    size: Annotated[str, typer.Option(metavar="WxH", help="Of the window.")] = "1280x720",
    gallery: Annotated[
        Path | None, typer.Option(help="Draw every page into this folder instead; needs no hall.")
    ] = None,
) -> None:
    """Show the state of one window: whom it calls, who serves, until when it is paused."""
    # Imported late: Qt takes longer to load than `--help` should.
    from queue_core import log  # noqa: PLC0415

    log.configure()
    if gallery is not None:
        from display.window.gallery import draw  # noqa: PLC0415

        draw(gallery)
        return
    if config is None:
        raise typer.BadParameter("name the screen's configuration: --config window-screen.toml")
    from display.window.app import run_screen  # noqa: PLC0415
    from display.window.settings import WindowScreenSettings  # noqa: PLC0415
    from queue_core.config import load  # noqa: PLC0415

    raise typer.Exit(run_screen(load(config, WindowScreenSettings), stage=stage, size=_size(size)))
