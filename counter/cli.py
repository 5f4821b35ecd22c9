"""`paihao counter`."""

from pathlib import Path
from typing import Annotated

import typer

from counter.app import start
from counter.gallery import draw
from counter.settings import CounterSettings
from queue_core import log
from queue_core.config import load

app = typer.Typer(rich_markup_mode=None)


@app.command()
def counter(
    config: Annotated[Path | None, typer.Option(help="COUNTER.toml: credential, windows, language.")] = None,
    stage: Annotated[Path | None, typer.Option(help="Listen for a story on this socket.")] = None,
    gallery: Annotated[Path | None, typer.Option(help="Draw every page into this folder and end.")] = None,
) -> None:
    """Open the clerk's client, a dock at the right edge of the screen."""
    log.configure()
    if gallery is not None:
        raise typer.Exit(draw(gallery))
    if config is None:
        raise typer.BadParameter("say which COUNTER.toml", param_hint="--config")
    raise typer.Exit(start(load(config, CounterSettings), stage=stage))
