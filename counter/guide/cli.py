"""`paihao guide`."""

from pathlib import Path
from typing import Annotated

import typer

from counter.guide.app import start
from counter.guide.config import GuideConfig
from counter.guide.gallery import draw
from queue_core import log
from queue_core.config import load

app = typer.Typer(rich_markup_mode=None)


@app.command()
def guide(
    config: Annotated[Path | None, typer.Option(help="GUIDE.toml: credential, devices, screen.")] = None,
    stage: Annotated[Path | None, typer.Option(help="Listen for a story on this socket.")] = None,
    gallery: Annotated[Path | None, typer.Option(help="Draw every page into this folder and end.")] = None,
) -> None:
    """Open the guide desk: numbers for people without cards, and help for everybody who waits."""
    log.configure()
    if gallery is not None:
        raise typer.Exit(draw(gallery))
    if config is None:
        raise typer.BadParameter("say which GUIDE.toml", param_hint="--config")
    raise typer.Exit(start(load(config, GuideConfig), stage=stage))
