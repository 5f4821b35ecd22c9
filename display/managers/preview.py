"""The managers' page with a made-up day, on this computer: for tests, pictures and whoever designs it.

Answers like the hall: the page at /managers, its files below, figures with an ETag for who has logged in, and
a strict content security policy. `python -m display.managers.preview`.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import msgspec
from msgspec import Struct

from display.managers.samples import busy_day, hall_view
from queue_core.wire.figures import DayFigures
from queue_core.wire.messages import LogInToRead, ReadingSession
from queue_core.wire.problem import Problem
from queue_core.wire.texts import said

STATIC = Path(__file__).parent / "static"
CONTENT_SECURITY_POLICY = "default-src 'self'; frame-ancestors 'none'; base-uri 'none'"
NUMBER, PASSWORD, TOKEN = "9001", "made-up-password", "made-up-token"
_TYPES = {".html": "text/html", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}


class Preview(ThreadingHTTPServer):
    """`seen` is what was asked, as (method, path, headers); `is_away`: the line is down."""

    daemon_threads = True

    def __init__(self, figures: DayFigures, port: int = 0) -> None:
        super().__init__(("127.0.0.1", port), _Answers)
        self.figures = figures
        self.seen: list[tuple[str, str, dict[str, str]]] = []
        self.is_away = False
        self.is_token_known = True

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}/managers"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of pages that went away before their answer."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class _Answers(BaseHTTPRequestHandler):
    server: Preview

    def do_GET(self) -> None:
        self._note()
        if self.path.startswith("/api/") and self.server.is_away:
            self.close_connection = True
            return
        match self.path:
            case "/managers":
                self._file("index.html")
            case "/api/v1/figures/today":
                self._document(self.server.figures)
            case "/api/v1/hall":
                self._document(hall_view())
            case path:
                self._file(path.removeprefix("/managers/"))

    def do_POST(self) -> None:
        self._note()
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        wanted = msgspec.json.decode(body, type=LogInToRead)
        if (wanted.number, wanted.password) != (NUMBER, PASSWORD):
            self._problem(HTTPStatus.UNAUTHORIZED, "wrong-password")
            return
        self.server.is_token_known = True
        session = ReadingSession(token=TOKEN, display_name="何国栋", expires_at_ms=2**52)
        self._send(HTTPStatus.CREATED, msgspec.json.encode(session), "application/json")

    def do_DELETE(self) -> None:
        self._note()
        self._send(HTTPStatus.NO_CONTENT, b"", "application/json")

    def _note(self) -> None:
        self.server.seen.append((self.command, self.path, dict(self.headers)))

    def _document(self, document: Struct) -> None:
        is_known = self.headers.get("Authorization") == f"Bearer {TOKEN}" and self.server.is_token_known
        if not is_known:
            self._problem(HTTPStatus.UNAUTHORIZED, "unauthenticated")
            return
        body = msgspec.json.encode(document)
        etag = f'"{sha256(body).hexdigest()[:16]}"'
        if self.headers.get("If-None-Match") == etag:
            self._send(HTTPStatus.NOT_MODIFIED, b"", "application/json", ETag=etag)
        else:
            self._send(HTTPStatus.OK, body, "application/json", ETag=etag)

    def _file(self, name: str) -> None:
        path = STATIC / name
        if path.parent != STATIC or not path.is_file():
            self._problem(HTTPStatus.NOT_FOUND, "not-found")
            return
        self._send(HTTPStatus.OK, path.read_bytes(), _TYPES[path.suffix])

    def _problem(self, status: HTTPStatus, code: str) -> None:
        problem = Problem(
            type=f"urn:paihao:problem:{code}",
            title=code,
            status=status,
            detail=code,
            code=code,
            remedy="",
            request_id="preview",
            said=said(code),
        )
        self._send(status, msgspec.json.encode(problem), "application/problem+json")

    def _send(self, status: HTTPStatus, body: bytes, media_type: str, **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Type", f"{media_type}; charset=utf-8")
        self.send_header("Content-Security-Policy", CONTENT_SECURITY_POLICY)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Requests are in `seen`."""


@contextmanager
def running(figures: DayFigures | None = None) -> Iterator[Preview]:
    preview = Preview(figures or busy_day())
    thread = Thread(target=preview.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield preview
    finally:
        preview.shutdown()
        preview.server_close()
        thread.join()


if __name__ == "__main__":
    with running() as shown:
        print(f"{shown.address}  number {NUMBER}, password {PASSWORD}", flush=True)  # noqa: T201 - for a person
        input("Enter ends it. ")
