"""A real hall server for one simulated day, set up by the road an administrator goes, and gone afterwards."""

import json
import os
import secrets
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sim.day.errors import CommandFailed
from sim.day.house import House
from sim.day.timetable import Timetable
from sim.day.wire import Connection

PAIHAO = str(Path(sys.executable).parent / "paihao")
_AT_ONCE = 2  # a password's hash takes a core for a tenth of a second
_STARTS_WITHIN_S = 30.0
_STOPS_WITHIN_S = 10.0
_COMMAND_WITHIN_S = 120.0
_POLL_S = 0.02
_SECRET_LENGTH = 8  # of an enrolment code; the rest is the certificate's fingerprint
_TAIL = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """A running hall. `log` is what it said."""

    url: str
    folder: Path
    log: Path
    certificate: str = field(repr=False)
    admin_secret: str = field(repr=False)

    def connect(self, name: str) -> Connection:
        return Connection(self.url, self.certificate, name=name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Keys:
    """The tokens of the hall's devices and staff, clerks' by window; they live as long as the day."""

    kiosk: str = field(repr=False)
    gateway: str = field(repr=False)
    guide: str | None = field(repr=False)
    clerks: dict[int, str] = field(repr=False)


@contextmanager
def running_hall(configuration: Path, times: Timetable) -> Iterator[Server]:
    """The server on a fresh folder, its clock set to when the day's first hand stirs. Raises DayError."""
    root = Path(tempfile.mkdtemp(prefix="paihao-day-"))
    folder, log = root / "hall", root / "server.log"
    try:
        secret = _run(["hall", "init", "--config", str(configuration), "--data", str(folder)]).strip()
        with _process(configuration, folder, log, times) as url:
            yield Server(
                url=url,
                folder=folder,
                log=log,
                certificate=(folder / "certificate.pem").read_text(),
                admin_secret=secret,
            )
    finally:
        shutil.rmtree(root)


def admit(server: Server, house: House) -> Keys:
    """Enrol the devices, give passwords, and log every clerk in at a window."""
    office = server.connect("office")
    admin = office.ask("", "/api/v1/admin-sessions", {"secret": server.admin_secret})["token"]
    kiosk, gateway, counter = (
        enrolled(office, admin, role, f"{role}-1") for role in ("kiosk", "gateway", "counter")
    )
    office.close()
    seats = [*zip(house.clerks, house.windows, strict=False)]
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        done = pool.map(
            lambda part: _seat(server, admin, counter, seats[part::_AT_ONCE], part), range(_AT_ONCE)
        )
        clerks = dict(sorted(pair for part in done for pair in part))
    guide = None
    if house.guide is not None:
        desk = server.connect("guide")
        guide = _log_in(desk, admin, counter, house.guide, None)
        desk.close()
    return Keys(kiosk=kiosk, gateway=gateway, guide=guide, clerks=clerks)


def export_journal(server: Server, out: Path) -> Path:
    """By the command a person types, beside the running server."""
    out.unlink(missing_ok=True)
    _run(["journal", "export", str(out), "--data", str(server.folder)])
    return out


def enrolled(office: Connection, admin: str, role: str, device: str, windows: Sequence[int] = ()) -> str:
    """Enrol a device; return its token."""
    wanted = {"role": role, "device": device, "windows": list(windows)}
    made = office.ask(admin, "/api/v1/enrolment-codes", wanted)
    secret = made["code"].replace("-", "")[:_SECRET_LENGTH]
    return str(office.ask("", "/api/v1/enrolments", {"code": secret})["token"])


def _seat(
    server: Server, admin: str, counter: str, seats: list[tuple[str, int]], part: int
) -> list[tuple[int, str]]:
    """Passwords and log-ins of some of the clerks, on a connection of their own."""
    desk = server.connect(f"seat-{part}")
    try:
        return [(window, _log_in(desk, admin, counter, clerk, window)) for clerk, window in seats]
    finally:
        desk.close()


def _log_in(desk: Connection, admin: str, counter: str, clerk: str, window: int | None) -> str:
    password = secrets.token_urlsafe(12)
    desk.ask(admin, f"/api/v1/clerks/{clerk}/password", {"password": password})
    wanted: dict[str, Any] = {"clerk": clerk, "password": password, "window": window}
    return str(desk.ask(counter, "/api/v1/sessions", wanted)["token"])


@contextmanager
def _process(configuration: Path, folder: Path, log: Path, times: Timetable) -> Iterator[str]:
    ready = folder.with_name("ready.json")
    begins = f"{times.day.isoformat()}T{times.clock_text(times.set_up_ms)}:00"
    arguments = [
        *("hall", "--config", str(configuration), "--data", str(folder), "--port", "0"),
        *("--clock", "steered", "--clock-from", begins, "--ready-file", str(ready)),
    ]
    with log.open("wb") as output:
        server = subprocess.Popen(  # noqa: S603 - our neighbour, by its own name
            [PAIHAO, *arguments],
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            start_new_session=True,
        )
    try:
        _wait(ready, server, log)
        yield str(json.loads(ready.read_text())["url"])
    finally:
        server.send_signal(signal.SIGTERM)
        try:
            server.wait(_STOPS_WITHIN_S)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()


def _wait(ready: Path, server: "subprocess.Popen[bytes]", log: Path) -> None:
    deadline = time.monotonic() + _STARTS_WITHIN_S
    while not ready.exists():
        if server.poll() is not None or time.monotonic() > deadline:
            words = "\n".join(log.read_text(errors="replace").splitlines()[-_TAIL:])
            raise CommandFailed(f"the hall server did not start:\n{words}")
        time.sleep(_POLL_S)


def _run(arguments: list[str]) -> str:
    """What the command wrote to its standard output. Raises CommandFailed."""
    done = subprocess.run(  # noqa: S603 - as above
        [PAIHAO, *arguments],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=_COMMAND_WITHIN_S,
        check=False,
        env={**os.environ, "NO_COLOR": "1"},
    )
    if done.returncode:
        raise CommandFailed(
            f"`paihao {' '.join(arguments[:2])}` ended with {done.returncode}:\n{done.stderr.strip()}",
            remedy="Correct what its message names.",
        )
    return done.stdout
