"""`paihao station`: the bus of callers and pads, without a screen."""

import asyncio
import signal
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from counter.station.config import StationConfig
    from queue_core.client import Credential

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command()
def station(
    config: Annotated[Path, typer.Option(help="STATION.toml: bus, windows, keys, credential.")],
) -> None:
    """Own the bus of hard-wired callers and four-key pads, and carry their keys to the hall."""
    # Imported late: the network libraries take longer to load than `--help` should.
    from counter.station.config import StationConfig  # noqa: PLC0415
    from queue_core import log  # noqa: PLC0415
    from queue_core.client import Credential  # noqa: PLC0415
    from queue_core.config import load  # noqa: PLC0415

    settings = load(config, StationConfig)
    credential = Credential.load(settings.credential)
    log.configure()
    asyncio.run(_run(settings, credential))


async def _run(settings: "StationConfig", credential: "Credential") -> None:
    from counter.station.station import Station  # noqa: PLC0415
    from drivers.runtime.supervising import SupervisedWindowBus  # noqa: PLC0415
    from queue_core.client import HallClient  # noqa: PLC0415

    async with SupervisedWindowBus(settings.bus) as bus, HallClient(credential) as hall:
        running = asyncio.create_task(Station(settings, bus=bus, hall=hall).run())
        for number in (signal.SIGTERM, signal.SIGINT):
            asyncio.get_running_loop().add_signal_handler(number, running.cancel)
        try:
            await running
        except asyncio.CancelledError:
            typer.echo("station stopped", err=True)
