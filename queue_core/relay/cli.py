"""`paihao relay` and `paihao uplink`: both ends of the phones' road."""
# ruff: noqa: PLC0415 - the network libraries take longer to load than `--help` should

import asyncio
import random
import signal
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from queue_core.relay.config import UplinkConfig

relay_app = typer.Typer(rich_markup_mode=None)
uplink_app = typer.Typer(rich_markup_mode=None)

Token = Annotated[
    Path | None, typer.Option(help="Read the token from this file, whatever the configuration says.")
]


@relay_app.command()
def relay(
    config: Annotated[Path, typer.Option(help="RELAY.toml: the hall it serves, its token, its port.")],
    token: Token = None,
) -> None:
    """Stand in the DMZ, behind nginx, and pass the phones' requests down the hall's uplink."""
    from queue_core import log
    from queue_core.config import load
    from queue_core.relay.config import RelayConfig
    from queue_core.relay.listening import listen
    from queue_core.relay.token import read_token

    settings = load(config, RelayConfig)
    shared = read_token(token or settings.token)
    log.configure()
    listen(settings, shared)


@uplink_app.command()
def uplink(
    config: Annotated[Path, typer.Option(help="UPLINK.toml: the relay, the token, the hall server.")],
    token: Token = None,
) -> None:
    """Stand in the hall, dial out to the relay, and put the phones' requests to the hall server."""
    from queue_core import log
    from queue_core.config import load
    from queue_core.relay.config import UplinkConfig
    from queue_core.relay.token import read_token

    settings = load(config, UplinkConfig)
    shared = read_token(token or settings.token)
    log.configure()
    asyncio.run(_keep(settings, shared))


async def _keep(settings: "UplinkConfig", token: str) -> None:
    from queue_core.relay.forwarding import Forwarder
    from queue_core.relay.trust import authority_of, hall_of
    from queue_core.relay.uplinking import Relayed, Uplink

    relayed = Relayed(
        address=settings.relay,
        tls=authority_of(settings.authority),
        hall=settings.hall,
        token=token,
        heartbeat_s=settings.heartbeat_s,
    )
    forwarder = Forwarder(settings.server, hall_of(settings.certificate))
    leave = asyncio.Event()
    for each in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(each, leave.set)
    try:
        await Uplink(relayed, forwarder, random.Random()).keep(leave)  # noqa: S311 - pauses are no secret
    finally:
        await forwarder.close()
