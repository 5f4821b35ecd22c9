"""Running the hall server: its socket, its readiness, its end."""

import asyncio
import gc
import os
import signal
import socket
import ssl
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec
import uvicorn

from queue_core.app.opening import JOURNAL, SteeredClock, open_hall
from queue_core.hall.application import build
from queue_core.hall.data_folder import DataFolder, Running
from queue_core.hall.errors import AddressTaken
from queue_core.hall.figures_live import LiveFigures
from queue_core.hall.hall_rules import business_days, deadline, retention, rules
from queue_core.hall.matters import catalogue_of, usual_ms
from queue_core.hall.messenger import messenger_of, partners_of
from queue_core.hall.protocols import HttpProtocol, StreamProtocol
from queue_core.hall.settings import HallSettings
from queue_core.hall.tokens import Tokens
from queue_core.hall.usual_hours import UsualHours
from queue_core.reports.hall_names import targets_of
from queue_core.store.accounts import Accounts
from queue_core.wire.enrolment import fingerprint

PATIENCE_S = 0.4


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where the server listens. `clock` is steered by its clients; None is the wall's."""

    host: str
    port: int
    ready_file: Path | None = None
    clock: SteeredClock | None = None


def serve(folder: DataFolder, settings: HallSettings, place: Place) -> None:
    """Serve until SIGTERM or SIGINT. Blocks. Raises AddressTaken and the store's errors."""
    # uvicorn raises the signal again when it is done: by then there is nothing left to do.
    for each in (signal.SIGTERM, signal.SIGINT):
        signal.signal(each, lambda *_: None)
    with opened(folder, settings, place) as server:
        server.when_ready = _collect_again
        server.run()


def _collect_again() -> None:
    """Garbage is collected from now on; what a ready server holds, it holds for good."""
    gc.freeze()
    gc.enable()


@contextmanager
def opened(folder: DataFolder, settings: HallSettings, place: Place) -> Iterator["Server"]:
    """A server that listens already, with its stores open; its `run` serves.

    Raises ConfigErrors with the mistakes of the catalogue of matters, AddressTaken, MessagesError, and the
    store's errors.
    """
    catalogue = catalogue_of(settings)
    with ExitStack() as stack:
        listening = stack.enter_context(_listening(place))
        hall = open_hall(
            folder.path,
            rules(settings),
            calendar=business_days(settings, folder),
            usual_ms=usual_ms(catalogue),
            clock=place.clock,
            retention=retention(settings),
            deadline=deadline(settings, folder),
        )
        stack.callback(hall.close)
        messenger = None if settings.messages is None else messenger_of(hall, settings, settings.messages)
        accounts = stack.enter_context(closing(Accounts.open(folder.accounts)))
        app = build(
            hall=hall,
            accounts=accounts,
            settings=settings,
            catalogue=catalogue,
            tokens=Tokens(folder.token_key.read_bytes()),
            fingerprint=fingerprint(ssl.PEM_cert_to_DER_cert(folder.certificate.read_text())),
            calendar=business_days(settings, folder),
            clock=place.clock,
            usual=UsualHours(folder.path / JOURNAL, folder.past_days),
            figures=LiveFigures(folder.path / JOURNAL, targets_of(settings)),
            messenger=messenger,
            partners=partners_of(settings.messages),
        )
        yield Server(app, folder, place, listening)


class Server(uvicorn.Server):
    """Says when it is ready, to a person and to programs."""

    def __init__(self, app: Any, folder: DataFolder, place: Place, listening: socket.socket) -> None:
        super().__init__(
            uvicorn.Config(
                app,
                ssl_certfile=folder.certificate,
                ssl_keyfile=folder.certificate_key,
                http=HttpProtocol,
                ws=StreamProtocol,
                ws_max_size=4096,
                ws_ping_interval=10,
                ws_ping_timeout=10,
                ws_per_message_deflate=False,
                log_config=None,
                access_log=False,
                server_header=False,
                proxy_headers=False,
                timeout_keep_alive=75,
                timeout_graceful_shutdown=1,
            )
        )
        self.url = _url(place.host, listening.getsockname()[1])
        self._ready_files = tuple(filter(None, (folder.running, place.ready_file)))
        self._running = folder.running
        self._listening = listening
        self.when_ready: Callable[[], None] = lambda: None

    def run(self, sockets: list[socket.socket] | None = None) -> None:
        super().run(sockets or [self._listening])

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        said = msgspec.json.encode(Running(url=self.url, pid=os.getpid()))
        for path in self._ready_files:
            part = path.with_name(path.name + ".part")
            part.write_bytes(said)
            part.replace(path)
        self.when_ready()
        print(f"ready {self.url}", flush=True)  # noqa: T201 - the line programs and people wait for

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Within a second, also when a client does not answer the end of its TLS connection."""
        self._running.unlink(missing_ok=True)
        asyncio.get_running_loop().call_later(PATIENCE_S, self._abort_connections)
        await super().shutdown(sockets)

    def _abort_connections(self) -> None:
        for connection in list(self.server_state.connections):
            if connection.transport is not None:
                connection.transport.abort()


@contextmanager
def _listening(place: Place) -> Iterator[socket.socket]:
    family = socket.AF_INET6 if ":" in place.host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as listening:
        try:
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listening.bind((place.host, place.port))
            listening.listen(1024)
        except OSError as error:
            raise AddressTaken(place.host, place.port, error.strerror or str(error)) from error
        yield listening


def _url(host: str, port: int) -> str:
    """Where this machine reaches the server; other machines use its name."""
    shown = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(host, f"[{host}]" if ":" in host else host)  # noqa: S104
    return f"https://{shown}:{port}"
