"""The socket the levers are pulled at: one JSON object a line, one reply a line, many connections."""

import contextlib
import os
import socket
import socketserver
import threading
from pathlib import Path
from types import TracebackType
from typing import Self

import msgspec

from sim.errors import BadLever, BadScenario, SimError
from sim.levers.table import Levers, Reply, pull

_LONGEST_PATH = 107


class LeverServer:
    """Context manager; only its owner may use the socket, which goes with it. Raises BadScenario."""

    def __init__(self, path: Path, levers: Levers) -> None:
        self._path, self._levers = path, levers

    def __enter__(self) -> Self:
        make_way(self._path)
        old = os.umask(0o177)
        try:
            self._server = _Server(self._path, self._levers)
        except OSError as error:
            raise BadScenario(f"{self._path}: no socket can be made there: {error}") from error
        finally:
            os.umask(old)
        threading.Thread(target=self._server.serve_forever, args=(0.05,), name="levers", daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._path.unlink(missing_ok=True)


class _Server(socketserver.ThreadingUnixStreamServer):
    daemon_threads = True
    block_on_close = False

    def __init__(self, path: Path, levers: Levers) -> None:
        self.levers = levers
        super().__init__(str(path), _Connection)


class _Connection(socketserver.StreamRequestHandler):
    server: _Server

    def handle(self) -> None:
        with contextlib.suppress(ConnectionError):
            for line in self.rfile:
                self.wfile.write(msgspec.json.encode(_reply(self.server.levers, line)) + b"\n")


def _reply(levers: Levers, line: bytes) -> Reply:
    try:
        return {"ok": True, **pull(levers, _request(line))}
    except SimError as error:
        return {"ok": False, "code": error.code, "error": str(error), "remedy": error.remedy}


def _request(line: bytes) -> object:
    try:
        return msgspec.json.decode(line)
    except msgspec.DecodeError as error:
        raise BadLever(f"this line is no JSON: {error}") from error


def make_way(path: Path) -> None:
    """Removes the socket of a dead simulator; a living one keeps its own. Raises BadScenario."""
    if len(os.fsencode(path)) > _LONGEST_PATH:
        raise BadScenario(
            f"{path} is too long for a socket", remedy="Choose a run folder with a shorter path."
        )
    if not path.is_socket():
        return
    with socket.socket(socket.AF_UNIX) as probe:
        try:
            probe.connect(str(path))
        except OSError:
            path.unlink(missing_ok=True)
            return
    raise BadScenario(f"another simulator runs in {path.parent}", remedy="End it, or choose another folder.")
