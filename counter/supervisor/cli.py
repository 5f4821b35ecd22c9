"""`paihao supervisor`."""

from pathlib import Path
from typing import Annotated

import typer

from counter.supervisor.app import start
from counter.supervisor.gallery import draw
from counter.supervisor.settings import SupervisorSettings
from queue_core import log
from queue_core.config import load

app = typer.Typer(rich_markup_mode=None)


@app.command()
def supervisor(
    config: Annotated[Path | None, typer.Option(help="SUPERVISOR.toml: credential, language, mode.")] = None,
    stage: Annotated[Path | None, typer.Option(help="Listen for a story on this socket.")] = None,
    gallery: Annotated[Path | None, typer.Option(help="Draw every state into this folder and end.")] = None,
    looks: Annotated[str, typer.Option(help="Only looks that match, such as 'desk-*'.")] = "*",
) -> None:
    """Open the whole hall on one overview, for the supervisor on duty."""
    log.configure()
    if gallery is not None:
        raise typer.Exit(draw(gallery, looks))
    if config is None:
        raise typer.BadParameter("say which SUPERVISOR.toml", param_hint="--config")
    raise typer.Exit(start(load(config, SupervisorSettings), stage=stage))
