"""`paihao station`: the bus of callers and pads, the LED strips and the rating keypads, without a screen."""

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
    config: Annotated[Path, typer.Option(help="STATION.toml: bus, strips, keypads, keys, credential.")],
) -> None:
    """Own the hard-wired callers and pads, the LED strips and the rating keypads of windows.

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
    from drivers.runtime.registry import Registry  # noqa: PLC0415
    from drivers.runtime.supervising import (  # noqa: PLC0415
        SupervisedRatingKeypad,
        SupervisedWindowBus,
        SupervisedWindowStrips,
    )
    from queue_core.client import HallClient  # noqa: PLC0415
    from queue_core.client.device_reports import report_devices  # noqa: PLC0415

    async with Registry() as devices, HallClient(credential) as hall:
        bus = await devices.add("bus", SupervisedWindowBus(settings.bus)) if settings.bus else None
        strips = {
            line: await devices.add(f"strips-{number}", SupervisedWindowStrips(line))
            for number, line in enumerate(sorted({place.line for place in settings.strip_places.values()}), 1)
        }
        keypads = {
            at.window: await devices.add(f"keypad-{at.window}", SupervisedRatingKeypad(at.keypad))
            for at in settings.windows
            if at.keypad is not None
        }
        station = Station(settings, bus=bus, strips=strips, keypads=keypads, hall=hall)
        reporting = asyncio.create_task(report_devices(devices, hall))
        running = asyncio.create_task(station.run())
        for number in (signal.SIGTERM, signal.SIGINT):
            asyncio.get_running_loop().add_signal_handler(number, running.cancel)
        try:
            await running
        except asyncio.CancelledError:
            typer.echo("station stopped", err=True)
        finally:
            reporting.cancel()
