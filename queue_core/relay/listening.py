"""Running the relay: its socket, its readiness, its end."""

import signal
import socket
from typing import Any

import uvicorn

from queue_core.relay.application import Relay
from queue_core.relay.config import RelayConfig
from queue_core.relay.errors import AddressTaken
from queue_core.relay.messages import MAX_ANSWER

_ENVELOPE = 64 * 1024  # what a message has beside its body


def listen(config: RelayConfig, token: str) -> None:
    """Serve until SIGTERM or SIGINT. Blocks. Raises AddressTaken."""
    # uvicorn raises the signal again when it is done: by then there is nothing left to do.
    for each in (signal.SIGTERM, signal.SIGINT):
        signal.signal(each, lambda *_: None)
    with _listening(config.host, config.port) as listening:
        _Server(Relay(config.hall, token), listening, config.heartbeat_s).run(sockets=[listening])


class _Server(uvicorn.Server):
    def __init__(self, app: Any, listening: socket.socket, heartbeat_s: float) -> None:
        super().__init__(
            uvicorn.Config(
                app,
                ws="websockets-sansio",
                ws_max_size=MAX_ANSWER + _ENVELOPE,
                ws_ping_interval=heartbeat_s,
                ws_ping_timeout=heartbeat_s,
                ws_per_message_deflate=False,
                lifespan="off",
                log_config=None,
                access_log=False,
                server_header=False,
                proxy_headers=False,
                timeout_keep_alive=75,
                timeout_graceful_shutdown=1,
            )
        )
        self._address = listening.getsockname()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        host, port = self._address[:2]
        print(f"ready http://{f'[{host}]' if ':' in host else host}:{port}", flush=True)  # noqa: T201 - the line programs and people wait for


def _listening(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    try:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((host, port))
        listening.listen(1024)
    except OSError as error:
        listening.close()
        raise AddressTaken(host, port, error.strerror or str(error)) from error
    return listening
