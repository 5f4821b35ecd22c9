"""The phone's pages with made-up numbers, on this computer: for tests, pictures and whoever designs them.

Answers like the hall: pages at /t/REFERENCE, /h, /p and /m/CODE, their files below /phone/, documents below
/public/ with an ETag, wishes with an Idempotency-Key, and a strict content security policy. `paihao` has no
command for it: `python -m display.phone.preview`.
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
from urllib.parse import parse_qs, urlsplit

import msgspec
from msgspec.structs import replace

from display.phone.preview_wishes import WISHES, Refusal, matters_with
from display.phone.samples import MATTERS, RATED, RULE, SAMPLES, explanation, hall, ticket
from display.phone.samples_pickup import CODES, PICKUPS, TOKEN, drawn
from queue_core.wire.messages import Claimed, ClaimNumber, HoldPaperless, PublicTicket
from queue_core.wire.problem import Problem
from queue_core.wire.public import AskPickup, PublicHall
from queue_core.wire.texts import said
from queue_core.wire.words import DeliveryState

__all__ = ["CLAIM", "SAMPLES", "SECRET", "Preview", "running", "ticket"]

STATIC = Path(__file__).parent / "static"
CONTENT_SECURITY_POLICY = "default-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
SECRET = "made-up-secret"  # noqa: S105 - opens nothing but this preview
CLAIM = "made-up-claim"
_TYPES = {".html": "text/html", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}


class Preview(ThreadingHTTPServer):
    """`tickets` by reference, `pickups` by pickup code.

    `seen` is what was asked, as (method, path, headers, body).
    `claimed` is the key that used the claim; `refusing` a code with which every wish is refused, and
    `refused_reading` one with which every number is.
    """

    daemon_threads = True

    def __init__(self, tickets: dict[str, PublicTicket], port: int = 0) -> None:
        super().__init__(("127.0.0.1", port), _Answers)
        self.tickets = tickets
        self.pickups = {CODES[name]: each for name, each in PICKUPS.items()}
        self.hall: PublicHall = hall()
        self.seen: list[tuple[str, str, dict[str, str], bytes]] = []
        self.is_away = False
        self.claimed: str | None = None
        self.refusing: str | None = None
        self.refused_reading: str | None = None

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of pages that went away before their answer."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)

    def address(self, reference: str) -> str:
        return f"{self.root}/t/{reference}"

    def pickup_address(self, name: str) -> str:
        return f"{self.root}/p#{CODES[name]}.{TOKEN}"

    @property
    def root(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


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
        address = urlsplit(self.path)
        try:
            self._get(address.path.strip("/").split("/"), parse_qs(address.query))
        except Refusal as refusal:
            self._refuse(refusal)

    def _get(self, path: list[str], query: dict[str, list[str]]) -> None:
        match path:
            case ["t", _]:
                self._file(STATIC / "index.html")
            case ["h"]:
                self._file(STATIC / "hall.html")
            case ["p"]:
                self._file(STATIC / "pickup.html")
            case ["m", _]:
                self._file(STATIC / "matter.html")
            case ["phone", name] if (STATIC / name).is_file():
                self._file(STATIC / name)
            case ["public", *rest]:
                self._document(self._public(rest, query))
            case _:
                raise Refusal(HTTPStatus.NOT_FOUND, "not-found")

    def _public(self, path: list[str], query: dict[str, list[str]]) -> msgspec.Struct:
        self._require_hall()
        match path:
            case ["hall" | "rule" | "rating" as name]:
                return {"hall": self.server.hall, "rule": RULE, "rating": RATED}[name]
            case ["matters"]:
                return matters_with(query.get("query", [""])[0])
            case ["matters", code]:
                if code not in MATTERS:
                    raise Refusal(HTTPStatus.NOT_FOUND, "no-such-matter")
                return MATTERS[code]
            case ["tickets", reference]:
                return self._known(reference)
            case ["tickets", reference, "explanation"]:
                self._known(reference)
                return explanation()
            case _:
                raise Refusal(HTTPStatus.NOT_FOUND, "not-found")

    def _require_hall(self) -> None:
        if self.server.is_away:
            raise Refusal(HTTPStatus.SERVICE_UNAVAILABLE, "hall-away")

    def _known(self, reference: str) -> PublicTicket:
        if self.server.refused_reading is not None:
            raise Refusal(HTTPStatus.GONE, self.server.refused_reading)
        if reference not in self.server.tickets:
            raise Refusal(HTTPStatus.NOT_FOUND, "no-such-ticket")
        return self.server.tickets[reference]

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self._note(body)
        try:
            self._require_hall()
            self._post(self.path.strip("/").split("/"), body)
        except Refusal as refusal:
            self._refuse(refusal)

    def _post(self, path: list[str], body: bytes) -> None:
        match path:
            case ["public", "pickups"]:
                self._tell_pickup(body)
            case ["public", "tickets", reference, "claim"]:
                self._claim(reference, self._known(reference), body)
            case ["public", "tickets", reference, wish]:
                self._grant(reference, wish, self._known(reference), body)
            case _:
                raise Refusal(HTTPStatus.NOT_FOUND, "not-found")

    def _tell_pickup(self, body: bytes) -> None:
        asked = msgspec.json.decode(body, type=AskPickup)
        found = self.server.pickups.get(asked.code)
        if found is None or asked.token != TOKEN:
            raise Refusal(HTTPStatus.FORBIDDEN, "proof-refused")
        if asked.with_qr and found.is_by_code:
            found = replace(found, qr=drawn(asked.code))
        self._answer(HTTPStatus.OK, "application/json", msgspec.json.encode(found))

    def _claim(self, reference: str, found: PublicTicket, body: bytes) -> None:
        claim = msgspec.json.decode(body, type=ClaimNumber)
        key = self.headers["Idempotency-Key"]
        if claim.claim != CLAIM:
            raise Refusal(HTTPStatus.CONFLICT, "claim-expired")
        if self.server.claimed not in (None, key):
            raise Refusal(HTTPStatus.CONFLICT, "claim-used")
        self.server.claimed = key
        taken = found
        if found.delivery is DeliveryState.ISSUED:  # a number on paper stays one on paper
            taken = replace(found, delivery=DeliveryState.PAPERLESS)
        self.server.tickets[reference] = taken
        self._answer(
            HTTPStatus.OK, "application/json", msgspec.json.encode(Claimed(secret=SECRET, ticket=taken))
        )

    def _grant(self, reference: str, wish: str, found: PublicTicket, body: bytes) -> None:
        if msgspec.json.decode(body, type=HoldPaperless).secret != SECRET:
            raise Refusal(HTTPStatus.FORBIDDEN, "wrong-holder-secret")
        if self.server.refusing is not None:
            raise Refusal(HTTPStatus.CONFLICT, self.server.refusing)
        granted = WISHES[wish](found, body)
        if isinstance(granted, PublicTicket):
            self.server.tickets[reference] = granted
        self._answer(HTTPStatus.OK, "application/json", msgspec.json.encode(granted))

    def _note(self, body: bytes) -> None:
        self.server.seen.append((self.command, self.path, dict(self.headers), body))

    def _document(self, found: msgspec.Struct) -> None:
        body = msgspec.json.encode(found)
        etag = f'"{sha256(body).hexdigest()[:16]}"'
        if self.headers.get("If-None-Match") == etag:
            self._answer(HTTPStatus.NOT_MODIFIED, "application/json", b"", ETag=etag)
        else:
            self._answer(HTTPStatus.OK, "application/json", body, ETag=etag)

    def _file(self, path: Path) -> None:
        more = {"Service_Worker_Allowed": "/"} if path.name == "sw.js" else {}
        self._answer(HTTPStatus.OK, f"{_TYPES[path.suffix]}; charset=utf-8", path.read_bytes(), **more)

    def _refuse(self, refusal: Refusal) -> None:
        problem = Problem(
            type=f"urn:paihao:problem:{refusal.code}",
            title="Refused",
            status=refusal.status,
            detail=refusal.code,
            code=refusal.code,
            remedy="",
            request_id="preview",
            said=said(refusal.code),
        )
        self._answer(refusal.status, "application/problem+json", msgspec.json.encode(problem))

    def _answer(self, status: HTTPStatus, kind: str, body: bytes, **headers: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Content-Security-Policy", CONTENT_SECURITY_POLICY)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the name in http.server
        """Say nothing."""


if __name__ == "__main__":
    with Preview(SAMPLES, port=8080) as shown:
        for name in SAMPLES:
            print(f"{shown.address(name)}#{SECRET}")  # noqa: T201 - the command's whole output
        print(*(shown.pickup_address(name) for name in PICKUPS), sep="\n")  # noqa: T201
        print(f"{shown.root}/h", *(f"{shown.root}/m/{code}" for code in MATTERS), sep="\n")  # noqa: T201
        shown.serve_forever()
