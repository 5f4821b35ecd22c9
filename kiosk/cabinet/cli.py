"""`paihao cabinet`."""

from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(rich_markup_mode=None)


@app.command()
def cabinet(
    config: Annotated[Path | None, typer.Option(help="CABINET.toml: credential, locker, devices.")] = None,
    stage: Annotated[Path | None, typer.Option(help="Listen for a story on this socket.")] = None,
    gallery: Annotated[Path | None, typer.Option(help="Draw every page into this folder and end.")] = None,
    looks: Annotated[str, typer.Option(help="Of the gallery, such as 'portrait-en-*'.")] = "*",
) -> None:
    """Open a locker cabinet's screen: collections at any hour, deposits by staff."""
    # Imported late: Qt takes longer to load than `--help` should.
    from queue_core import log  # noqa: PLC0415
    from queue_core.config import load  # noqa: PLC0415

    log.configure()
    if gallery is not None:
        from kiosk.cabinet.gallery import draw  # noqa: PLC0415

        raise typer.Exit(draw(gallery, looks))
    if config is None:
        raise typer.BadParameter("say which CABINET.toml", param_hint="--config")
    from kiosk.cabinet.app import start  # noqa: PLC0415
    from kiosk.cabinet.config import CabinetConfig  # noqa: PLC0415

    raise typer.Exit(start(load(config, CabinetConfig), stage=stage))
