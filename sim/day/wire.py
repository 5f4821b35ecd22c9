"""One kept connection to a hall server: HTTP/1.1 over TLS, one request at a time, as fast as Python goes.

A day is some 35,000 requests of which each decides what the next will be, so what counts is the time of one.
Speaks exactly what the hall answers (a length, no chunks); JSON in and out.
"""

import json
import socket
import ssl
from itertools import count
from typing import Any
from urllib.parse import urlsplit

import msgspec

from sim.day.errors import HallGone, Refused

_PATIENCE_S = 60.0
_CHUNK = 65_536
_ERROR_FROM = 400
_BODY_FROM_STATUS = 9  # "HTTP/1.1 200": the status stands at 9..12

_decode = msgspec.json.Decoder().decode


class Connection:
    """Raises Refused for a problem the hall states, HallGone when it cannot be reached.

    `clock_ms` goes along with each request as the instant the steered hall shall have; None leaves its clock.
    """

    def __init__(self, server: str, certificate: str, *, name: str = "day") -> None:
        address = urlsplit(server)
        self.requests = 0
        self.clock_ms: int | None = None
        self._host = (address.hostname or "127.0.0.1", address.port or 443)
        self._trust = _trust(certificate)
        self._keys = (f"{name}-{number:08}" for number in count(1))
        self._socket = self._connected()
        self._held = b""

    def ask(self, token: str, path: str, body: object = None, *, method: str = "POST") -> Any:
        """The answer's body, or None where there is none."""
        payload = b"{}" if body is None else json.dumps(body, ensure_ascii=False).encode()
        clock = "" if self.clock_ms is None else f"Paihao-Now: {self.clock_ms}\r\n"
        bearer = f"Authorization: Bearer {token}\r\n" if token else ""
        head = (
            f"{method} {path} HTTP/1.1\r\nHost: hall\r\nContent-Type: application/json\r\n"
            f"Idempotency-Key: {next(self._keys)}\r\n{bearer}{clock}Content-Length: {len(payload)}\r\n\r\n"
        )
        self.requests += 1
        try:
            self._socket.sendall(head.encode() + payload)
            status, answer = self._read()
        except (OSError, ValueError) as error:
            raise HallGone(f"the hall did not answer {method} {path}: {error!r}") from error
        found = _decode(answer) if answer else None
        if status >= _ERROR_FROM:
            raise Refused(f"{method} {path}", found or {"code": f"http-{status}"})
        return found

    def close(self) -> None:
        self._socket.close()

    def _connected(self) -> ssl.SSLSocket:
        try:
            plain = socket.create_connection(self._host, _PATIENCE_S)
            plain.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            return self._trust.wrap_socket(plain)
        except OSError as error:
            raise HallGone(f"the hall cannot be reached: {error!r}") from error

    def _read(self) -> tuple[int, bytes]:
        held = self._held
        while (end := held.find(b"\r\n\r\n")) < 0:
            held += self._more()
        head = held[:end].lower()
        status = int(head[_BODY_FROM_STATUS : _BODY_FROM_STATUS + 3])
        begins = end + 4
        ends = begins + _length(head)
        while len(held) < ends:
            held += self._more()
        self._held = held[ends:]
        return status, held[begins:ends]

    def _more(self) -> bytes:
        received = self._socket.recv(_CHUNK)
        if not received:
            raise ConnectionResetError("the connection ended")
        return received


def _length(head: bytes) -> int:
    at = head.find(b"content-length:")
    if at < 0:
        return 0
    return int(head[at + 15 :].split(b"\r\n", 1)[0])


def _trust(certificate: str) -> ssl.SSLContext:
    """Names are not compared: the certificate itself is the identity."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.load_verify_locations(cadata=certificate)
    return context
