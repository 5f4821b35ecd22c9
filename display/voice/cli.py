"""`paihao voice`: speaks the calls of a hall, without a screen."""

from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command()
def voice(
    config: Annotated[Path, typer.Option(help="VOICE.toml: credential, zones, languages, quiet hours.")],
    *,
    check: Annotated[bool, typer.Option("--check", help="Only say whether every word has a clip.")] = False,
) -> None:
    """Speak calls over the speakers of one zone or several."""
    # Imported late: the network libraries take longer to load than `--help` should.
    import asyncio  # noqa: PLC0415

    from display.voice.app import speak  # noqa: PLC0415
    from display.voice.bank import look_through  # noqa: PLC0415
    from display.voice.settings import VoiceSettings  # noqa: PLC0415
    from queue_core import log  # noqa: PLC0415
    from queue_core.config import load  # noqa: PLC0415

    settings = load(config, VoiceSettings)
    log.configure()
    if check:
        missing = look_through(settings.bank, settings.manner)
        typer.echo("\n".join(map(str, missing)) or "every word has a clip")
        return
    asyncio.run(speak(settings))
