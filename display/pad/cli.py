"""`paihao pad`."""

from pathlib import Path
from typing import Annotated

import typer

from display.pad.app import start
from display.pad.gallery import draw
from display.pad.settings import PadSettings
from queue_core import log
from queue_core.config import load

app = typer.Typer(rich_markup_mode=None)


@app.command()
def pad(
    config: Annotated[Path | None, typer.Option(help="PAD.toml: credential, window, language.")] = None,
    stage: Annotated[Path | None, typer.Option(help="Listen for a story on this socket.")] = None,
    gallery: Annotated[Path | None, typer.Option(help="Draw every page into this folder and end.")] = None,
) -> None:
    """Open the rating pad of one window."""
    log.configure()
    if gallery is not None:
        raise typer.Exit(draw(gallery))
    if config is None:
        raise typer.BadParameter("say which PAD.toml", param_hint="--config")
    raise typer.Exit(start(load(config, PadSettings), stage=stage))
