"""Running the hall server: its socket, its readiness, its end."""

import os
import signal
import socket
import ssl
from dataclasses import dataclass
from pathlib import Path
from zoneinfo import ZoneInfo

import msgspec
import uvicorn

from queue_core.app.hall import Hall
from queue_core.app.opening import days_in, open_hall
from queue_core.domain.rules import CategoryRules, HallRules, Unit, WindowRules
from queue_core.domain.words import TicketClass
from queue_core.hall.application import build
from queue_core.hall.data_folder import DataFolder, Running
from queue_core.hall.errors import AddressTaken
from queue_core.hall.settings import HallSettings, WindowEntry
from queue_core.hall.tokens import Tokens
from queue_core.store.accounts import Accounts
from queue_core.wire.enrolment import fingerprint


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    host: str
    port: int
    ready_file: Path | None = None


def serve(folder: DataFolder, settings: HallSettings, place: Place) -> None:
    """Serve until SIGTERM or SIGINT. Blocks. Raises AddressTaken and the store's errors."""
    listening = _listen(place)
    try:
        url = _url(place.host, listening.getsockname()[1])
        app = build(
            open_stores=lambda: _open_stores(folder, settings),
            settings=settings,
            tokens=Tokens(folder.token_key.read_bytes()),
            fingerprint=fingerprint(_der(folder.certificate.read_text())),
        )
        config = uvicorn.Config(
            app,
            ssl_certfile=folder.certificate,
            ssl_keyfile=folder.certificate_key,
            ws="websockets-sansio",
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
        # uvicorn raises the signal again when it is done: by then there is nothing left to do.
        for each in (signal.SIGTERM, signal.SIGINT):
            signal.signal(each, lambda *_: None)
        _Server(config, folder, Running(url=url, pid=os.getpid()), place.ready_file).run([listening])
    finally:
        listening.close()


class _Server(uvicorn.Server):
    """Says when it is ready, to a person and to programs."""

    def __init__(
        self, config: uvicorn.Config, folder: DataFolder, running: Running, ready_file: Path | None
    ) -> None:
        super().__init__(config)
        self._folder = folder
        self._running = running
        self._ready_file = ready_file

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if not self.started:
            return
        for path in filter(None, (self._folder.running, self._ready_file)):
            part = path.with_name(path.name + ".part")
            part.write_bytes(msgspec.json.encode(self._running))
            part.replace(path)
        print(f"ready {self._running.url}", flush=True)  # noqa: T201 - the line programs and people wait for

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        self._folder.running.unlink(missing_ok=True)
        await super().shutdown(sockets)


def _open_stores(folder: DataFolder, settings: HallSettings) -> tuple[Hall, Accounts]:
    hall = open_hall(folder.path, rules(settings), calendar=days_in(ZoneInfo(settings.timezone)))
    return hall, Accounts.open(folder.accounts)


def rules(settings: HallSettings) -> HallRules:
    """The part of hall.toml that decides who is called, as it is journaled."""
    return HallRules(
        categories=tuple(
            CategoryRules(code=each.code, classes=tuple(TicketClass(one) for one in each.classes))
            for each in settings.categories
        ),
        windows=tuple(
            WindowRules(number=each.number, profile=_profile(each, settings)) for each in settings.windows
        ),
        number_digits=settings.tickets.number_digits,
        calls_before_no_show=settings.policy.calls_before_no_show,
        undelivered_within_ms=settings.tickets.undelivered_within_s * 1000,
        rating_within_ms=settings.policy.rating_within_s * 1000,
    )


def _profile(window: WindowEntry, settings: HallSettings) -> tuple[Unit, ...]:
    return tuple(
        Unit(category.code, TicketClass(ticket_class))
        for category in settings.categories
        if window.all_skill or category.code in window.categories
        for ticket_class in category.classes
    )


def _listen(place: Place) -> socket.socket:
    family = socket.AF_INET6 if ":" in place.host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    try:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((place.host, place.port))
        listening.listen(1024)
    except OSError as error:
        listening.close()
        raise AddressTaken(place.host, place.port, error.strerror or str(error)) from error
    return listening


def _url(host: str, port: int) -> str:
    """Where this machine reaches the server; other machines use its name."""
    shown = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(host, f"[{host}]" if ":" in host else host)  # noqa: S104
    return f"https://{shown}:{port}"


def _der(pem: str) -> bytes:
    return ssl.PEM_cert_to_DER_cert(pem)
