"""`paihao station`: the bus of callers and pads, and the LED strips, without a screen."""

import asyncio
import signal
from contextlib import AsyncExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from counter.station.config import StationConfig
    from queue_core.client import Credential

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command()
def station(
    config: Annotated[Path, typer.Option(help="STATION.toml: bus, strips, windows, keys, credential.")],
) -> None:
    """Own the bus of hard-wired callers and four-key pads and the LED strips of windows.

    Carries their keys to the hall, and shows on them what the windows do.
    """
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
    from drivers.runtime.supervising import SupervisedWindowBus, SupervisedWindowStrips  # noqa: PLC0415
    from queue_core.client import HallClient  # noqa: PLC0415

    async with AsyncExitStack() as owned:
        bus = await owned.enter_async_context(SupervisedWindowBus(settings.bus)) if settings.bus else None
        strips = {
            line: await owned.enter_async_context(SupervisedWindowStrips(line))
            for line in {place.line for place in settings.strip_places.values()}
        }
        hall = await owned.enter_async_context(HallClient(credential))
        running = asyncio.create_task(Station(settings, bus=bus, strips=strips, hall=hall).run())
        for number in (signal.SIGTERM, signal.SIGINT):
            asyncio.get_running_loop().add_signal_handler(number, running.cancel)
        try:
            await running
        except asyncio.CancelledError:
            typer.echo("station stopped", err=True)
