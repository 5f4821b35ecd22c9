"""`paihao kiosk`."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(rich_markup_mode=None)


@app.command()
def kiosk(  # noqa: PLR0917 options of a command line, all by name
    config: Annotated[Path | None, typer.Option(help="kiosk.toml of this kiosk.")] = None,
    stage: Annotated[Path | None, typer.Option(help="Listen here for whoever presses and reads.")] = None,
    state: Annotated[
        Path | None,
        typer.Option(help="Folder for what outlives a crash; else the service manager's, or the session's."),
    ] = None,
    size: Annotated[str | None, typer.Option(help="Of the window, such as 1080x1920.")] = None,
    gallery: Annotated[Path | None, typer.Option(help="Draw every page into this folder instead.")] = None,
    looks: Annotated[str, typer.Option(help="Of the gallery, such as 'portrait-en-*'.")] = "*",
) -> None:
    """Take numbers: home, card, number on paper or on the phone."""
    # Imported late: Qt takes longer to load than `--help` should.
    from kiosk.config import read  # noqa: PLC0415
    from queue_core import log  # noqa: PLC0415

    if gallery is not None:
        raise typer.Exit(draw(gallery, looks))
    if config is None:
        raise typer.BadParameter("name the kiosk.toml, or --gallery DIR")
    settings = read(config)
    if size is not None:
        settings = settings.model_copy(update={"screen": settings.screen.model_copy(update={"size": size})})
    log.configure()
    from kiosk.app import run_kiosk  # noqa: PLC0415

    raise typer.Exit(run_kiosk(settings, stage=stage, state=state or state_folder(os.environ)))


def state_folder(environment: Mapping[str, str]) -> Path | None:
    """What systemd's StateDirectory= or RuntimeDirectory= made, or a folder of the user's session."""
    for name in ("STATE_DIRECTORY", "RUNTIME_DIRECTORY"):
        if given := environment.get(name, "").partition(":")[0]:
            return Path(given)
    session = environment.get("XDG_RUNTIME_DIR")
    return Path(session, "paihao") if session else None


def draw(folder: Path, looks: str) -> int:
    """1 when a text on any page is cut off."""
    from kiosk.gallery import draw_all  # noqa: PLC0415

    found = draw_all(folder, looks)
    for picture, texts in found.items():
        typer.echo(f"{picture}: {'; '.join(texts)}", err=True)
    return 1 if found else 0
