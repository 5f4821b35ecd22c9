"""A gateway spoken to over HTTP/1.1: requests in, replies out, and what can go wrong between."""

import http.client
import json
import socket
from abc import abstractmethod
from dataclasses import dataclass
from http import HTTPStatus
from typing import BinaryIO

from sim.gateways.gateway import Gateway
from sim.gateways.port import reset_on_close

_RUBBISH = bytes((at * 167 + 85) % 256 for at in range(64))
_LONGEST_LINE, _LONGEST_BODY = 65_536, 1_000_000


@dataclass(frozen=True, slots=True)
class Request:
    """`headers` by their names in small letters; `path` and `query` as they stood in the first line."""

    method: str
    path: str
    query: str
    headers: dict[str, str]
    body: bytes


@dataclass(frozen=True, slots=True)
class Reply:
    status: int
    content: object

    def encoded(self) -> bytes:
        body = json.dumps(self.content, ensure_ascii=False).encode()
        head = (
            f"HTTP/1.1 {self.status} {HTTPStatus(self.status).phrase}\r\n"
            f"Content-Type: application/json;charset=utf-8\r\nContent-Length: {len(body)}\r\n\r\n"
        )
        return head.encode("ascii") + body


class HttpGateway(Gateway):
    """A subclass says what a request does, by `_respond`."""

    @property
    def address(self) -> str:
        """Without a path."""
        return f"http://127.0.0.1:{self.port}"

    @abstractmethod
    def _respond(self, request: Request) -> Reply:
        """Does it, and says what is answered. Under `_moved`."""

    def _serve(self, connection: socket.socket) -> None:
        with connection.makefile("rb") as stream:
            try:
                while (request := _read(stream)) is not None:
                    if not self._answer(connection, request):
                        return
            except (ValueError, http.client.HTTPException) as error:
                self._note_violation(f"no request of HTTP/1.1: {type(error).__name__}")

    def _answer(self, connection: socket.socket, request: Request) -> bool:
        """False: the connection ends."""
        with self._moved:
            if self.faults.half_open:
                self.swallowed += 1
                self._moved.notify_all()
                return True
            reply = self._respond(request).encoded()
            self._moved.notify_all()
            if self.faults.takes("lose_answers"):
                return True
            self._moved.wait_for(lambda: not self.is_up, timeout=self.faults.answer_after_s)
            is_rubbish = self.faults.takes("garbage")
            going_out, is_cut = self.faults.admit(_RUBBISH if is_rubbish else reply)
        connection.sendall(going_out)
        if is_cut:
            reset_on_close(connection)
        return not (is_cut or is_rubbish)


def _read(stream: BinaryIO) -> Request | None:
    """The next request; None: the client hung up. Raises ValueError."""
    line = stream.readline(_LONGEST_LINE)
    if not line.strip():
        return None
    method, target, version = line.decode("latin-1").split()
    if version != "HTTP/1.1":
        raise ValueError(version)
    headers = {name.lower(): value for name, value in http.client.parse_headers(stream).items()}
    length = int(headers.get("content-length", "0"))
    if length > _LONGEST_BODY or "transfer-encoding" in headers:
        raise ValueError(length)
    path, _, query = target.partition("?")
    return Request(method, path, query, headers, stream.read(length))
