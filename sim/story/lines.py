"""One JSON object a line, one reply a line, over a Unix socket: how stages and levers are spoken to."""

import json
import socket
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from sim.story.errors import NotInTime, Refused
from sim.story.waiting import wait_until

_GRACE_S = 15.0  # on top of what a request itself may take


class LineSocket:
    """A connection to one socket. Not for use by several threads at once."""

    def __init__(self, path: Path, who: str, *, within_s: float = 10.0) -> None:
        """Connect as soon as `path` listens; NotInTime when it does not do so in time."""
        self._who = who
        self._socket = wait_until(lambda: _connected(path), within_s=within_s, what=f"{who} listens")
        self._lines = self._socket.makefile("rb")

    def ask(self, request: dict[str, Any], *, within_s: float = 0.0) -> dict[str, Any]:
        """Send one request and return its reply. `within_s` is what the request itself may take.

        Raises Refused when the other side says no or hangs up, NotInTime when it stays silent.
        """
        self._socket.settimeout(within_s + _GRACE_S)
        try:
            self._socket.sendall(json.dumps(request, ensure_ascii=False).encode() + b"\n")
            line = self._lines.readline()
        except TimeoutError as error:
            raise NotInTime(f"{self._who} did not answer {_shown(request)}") from error
        except OSError as error:
            raise Refused(f"{self._who} hung up at {_shown(request)}: {error}") from error
        if not line:
            raise Refused(f"{self._who} hung up at {_shown(request)}")
        reply: dict[str, Any] = json.loads(line)
        if not reply.get("ok"):
            raise Refused(f"{self._who} refused {_shown(request)}: {reply.get('error', reply)}")
        return reply

    def close(self) -> None:
        self._lines.close()
        self._socket.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _connected(path: Path) -> socket.socket | None:
    candidate = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    try:
        candidate.connect(str(path))
    except (FileNotFoundError, ConnectionRefusedError):
        candidate.close()
        return None
    return candidate


def _shown(request: dict[str, Any]) -> str:
    """What may be shown of a request: never a typed text or a person, which can be secret."""
    return " ".join(str(request[key]) for key in ("op", "lever", "name", "page") if key in request)
