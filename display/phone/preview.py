"""The phone page with made-up tickets, on this computer: for its tests, its pictures and whoever designs it.

Answers like the hall: a page at /t/REFERENCE, its files below /phone/, the ticket below /public/ with an
ETag, and a strict content security policy. `paihao` has no command for it: `python -m display.phone.preview`.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import msgspec

from queue_core.wire.messages import Estimate, HoldPaperless, PublicTicket
from queue_core.wire.words import DeliveryState, TicketClass, TicketState

STATIC = Path(__file__).parent / "static"
CONTENT_SECURITY_POLICY = "default-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
SECRET = "made-up-secret"  # noqa: S105 - opens nothing but this preview
_TYPES = {".html": "text/html", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}


def ticket(**changes: Any) -> PublicTicket:
    """A waiting number, with `changes`."""
    usual: dict[str, Any] = {
        "number": "023",
        "ticket_class": TicketClass.ACCEPT,
        "category": "registration",
        "category_names": {"zh-CN": "注册登记", "en": "Registration"},
        "hall_names": {"zh-CN": "示范政务服务中心", "en": "Demonstration Government Service Centre"},
        "state": TicketState.WAITING,
        "delivery": DeliveryState.PRINTED,
        "ahead": 6,
        "window": None,
        "poll_within_s": 1,
    }
    return PublicTicket(**usual | changes)


class Preview(ThreadingHTTPServer):
    """`tickets` by reference; `seen` is what was asked, as (method, path, headers, body)."""

    daemon_threads = True

    def __init__(self, tickets: dict[str, PublicTicket], port: int = 0) -> None:
        super().__init__(("127.0.0.1", port), _Answers)
        self.tickets = tickets
        self.seen: list[tuple[str, str, dict[str, str], bytes]] = []
        self.is_away = False

    def address(self, reference: str) -> str:
        return f"http://127.0.0.1:{self.server_port}/t/{reference}"


@contextmanager
def running(tickets: dict[str, PublicTicket]) -> Iterator[Preview]:
    with Preview(tickets) as preview:
        thread = Thread(target=preview.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield preview
        finally:
            preview.shutdown()
            thread.join()


class _Answers(BaseHTTPRequestHandler):
    server: Preview
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        self._note(b"")
        known = {} if self.server.is_away else self.server.tickets
        match self.path.strip("/").split("/"):
            case ["t", _]:
                self._file(STATIC / "index.html")
            case ["phone", name] if (STATIC / name).is_file():
                self._file(STATIC / name)
            case ["public", "tickets", reference] if reference in known:
                self._ticket(known[reference])
            case _:
                self._missing()

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self._note(body)
        match self.path.strip("/").split("/"):
            case ["public", "tickets", reference, "hold"] if not self.server.is_away:
                self._hold(reference, msgspec.json.decode(body, type=HoldPaperless))
            case _:
                self._missing()

    def _note(self, body: bytes) -> None:
        self.server.seen.append((self.command, self.path, dict(self.headers), body))

    def _hold(self, reference: str, wish: HoldPaperless) -> None:
        if wish.secret != SECRET:
            self._answer(HTTPStatus.FORBIDDEN, "application/problem+json", b"{}")
            return
        held = msgspec.structs.replace(self.server.tickets[reference], delivery=DeliveryState.PAPERLESS)
        self.server.tickets[reference] = held
        self._answer(HTTPStatus.OK, "application/json", msgspec.json.encode(held))

    def _ticket(self, found: PublicTicket) -> None:
        body = msgspec.json.encode(found)
        etag = f'"{sha256(body).hexdigest()[:16]}"'
        if self.headers.get("If-None-Match") == etag:
            self._answer(HTTPStatus.NOT_MODIFIED, "application/json", b"", etag)
        else:
            self._answer(HTTPStatus.OK, "application/json", body, etag)

    def _file(self, path: Path) -> None:
        self._answer(HTTPStatus.OK, f"{_TYPES[path.suffix]}; charset=utf-8", path.read_bytes())

    def _missing(self) -> None:
        status = HTTPStatus.SERVICE_UNAVAILABLE if self.server.is_away else HTTPStatus.NOT_FOUND
        self._answer(status, "application/problem+json", json.dumps({"code": "not-found"}).encode())

    def _answer(self, status: HTTPStatus, kind: str, body: bytes, etag: str = "") -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Content-Security-Policy", CONTENT_SECURITY_POLICY)
        if etag:
            self.send_header("ETag", etag)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the name in http.server
        """Say nothing."""


SAMPLES = {
    "waiting": ticket(),
    "estimated": ticket(estimate=Estimate(p50_s=700, p90_s=1_075)),
    "remote": ticket(state=TicketState.REMOTE, delivery=DeliveryState.PAPERLESS),
    "deferred": ticket(
        state=TicketState.DEFERRED, passes_left=3, estimate=Estimate(p50_s=1_200, p90_s=1_790)
    ),
    "next": ticket(ahead=0, ticket_class=TicketClass.CONSULT),
    "paperless": ticket(delivery=DeliveryState.PAPERLESS, ticket_class=TicketClass.PICKUP),
    "called": ticket(state=TicketState.CALLED, window=3, ahead=0, calls=1),
    "recalled": ticket(state=TicketState.CALLED, window=3, ahead=0, calls=2),
    "serving": ticket(state=TicketState.SERVING, window=3, ahead=0),
    "finished": ticket(state=TicketState.FINISHED, window=3, ahead=0),
    "held": ticket(state=TicketState.HELD, window=3, ahead=0),
    "cancelled": ticket(state=TicketState.CANCELLED, ahead=0),
    "expired": ticket(state=TicketState.EXPIRED, ahead=0),
    "absent": ticket(state=TicketState.ABSENT, window=3, ahead=0),
    "withdrawn": ticket(state=TicketState.WITHDRAWN, ahead=0, delivery=DeliveryState.WITHDRAWN),
}

if __name__ == "__main__":
    with Preview(SAMPLES, port=8080) as shown:
        for name in SAMPLES:
            print(shown.address(name))  # noqa: T201 - the command's whole output
        shown.serve_forever()
