"""A partner's end of signed hooks: it takes the hall's, and sends its own.

`X-Paihao-Signature: t=<unix seconds>,v1=<hex of HMAC-SHA256(secret, t + "." + body)>`. A hook that is
tampered with, older than five minutes or from the future by as much is answered 401. One whose
`Idempotency-Key` was taken before is answered as the first time and does nothing.
"""

import hashlib
import hmac
import http.client
import json
import ssl
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from sim.gateways.gateway import KNOWN_TO_BOTH
from sim.gateways.http_gateway import HttpGateway, Reply, Request

HEADER = "X-Paihao-Signature"
FRESH_S = 300


@dataclass(frozen=True, slots=True)
class Hook:
    """One that was taken, with the JSON it carried."""

    key: str
    path: str
    content: dict[str, object]
    at_s: float


class WebhookReceiver(HttpGateway):
    """`hooks` are all that were taken, `acted_on` those with a new key. Phones it knows nothing of."""

    kind = "webhook"

    def __init__(
        self,
        *,
        secret: str = KNOWN_TO_BOTH,
        path: str = "/hooks/paihao",
        port: int = 0,
        clock: Callable[[], float] = time.time,
    ) -> None:
        super().__init__(port=port, clock=clock)
        self.secret, self.path = secret, path
        self._hooks: list[Hook] = []
        self._acted_on: dict[str, Hook] = {}

    @property
    def address(self) -> str:
        return super().address + self.path

    @property
    def hooks(self) -> list[Hook]:
        with self._moved:
            return list(self._hooks)

    @property
    def acted_on(self) -> list[Hook]:
        with self._moved:
            return list(self._acted_on.values())

    def _respond(self, request: Request) -> Reply:
        refusal = self._objection(request)
        if refusal is not None:
            self._refused.append(str(refusal.status))
            return refusal
        content = json.loads(request.body)
        key = request.headers["idempotency-key"]
        hook = Hook(key, request.path, content, self.clock())
        self._hooks.append(hook)
        self._acted_on.setdefault(key, hook)
        return Reply(200, {"ok": True, "id": f"hook-{list(self._acted_on).index(key) + 1}"})

    def _objection(self, request: Request) -> Reply | None:
        if self._is_too_fast():
            return Reply(429, {"ok": False, "error": "too many"})
        if self.faults.refuse_with is not None:
            return Reply(int(self.faults.refuse_with), {"ok": False, "error": "refused"})
        wrong = self._wrong_in(request)
        if wrong is None:
            return None
        status, what = wrong
        self._violations.append(what)
        return Reply(status, {"ok": False, "error": what})

    def _wrong_in(self, request: Request) -> tuple[int, str] | None:
        if request.method != "POST" or request.path != self.path:
            return 404, f"{request.method} to another path"
        if not is_signed(request.headers.get(HEADER.lower(), ""), request.body, self.secret, self.clock()):
            return 401, "the signature is wrong, or old"
        if not request.headers.get("idempotency-key"):
            return 400, "no Idempotency-Key"
        return None if _is_object(request.body) else (400, "no JSON object")


def signature(body: bytes, secret: str, at_s: float) -> str:
    """The header's value."""
    stamp = str(int(at_s))
    digest = hmac.new(secret.encode(), stamp.encode() + b"." + body, hashlib.sha256).hexdigest()
    return f"t={stamp},v1={digest}"


def is_signed(value: str, body: bytes, secret: str, now_s: float) -> bool:
    parts = dict(part.partition("=")[::2] for part in value.split(","))
    stamp = parts.get("t", "")
    if not stamp.isdigit() or abs(now_s - int(stamp)) > FRESH_S:
        return False
    return hmac.compare_digest(signature(body, secret, int(stamp)), f"t={stamp},v1={parts.get('v1', '')}")


def send_hook(
    url: str,
    content: object,
    *,
    secret: str,
    key: str,
    at_s: float | None = None,
    value: str | None = None,
    certificate: Path | None = None,
) -> tuple[int, bytes]:
    """POSTs a hook as a partner does, and says status and body of the answer. Raises OSError.

    `at_s`: when it says it was signed (now). `value`: another signature than the right one.
    `certificate`: the only one trusted, for a hall's own.
    """
    body = json.dumps(content, ensure_ascii=False).encode()
    headers = {
        "Content-Type": "application/json",
        "Idempotency-Key": key,
        HEADER: value or signature(body, secret, time.time() if at_s is None else at_s),
    }
    return post(url, body, headers, certificate=certificate)


def post(
    url: str, body: bytes, headers: dict[str, str], *, certificate: Path | None = None
) -> tuple[int, bytes]:
    """Status and body of the answer. Raises OSError."""
    parts = urlsplit(url)
    host, port = parts.hostname or "", parts.port
    if parts.scheme == "https":
        context = ssl.create_default_context(cafile=certificate)
        line: http.client.HTTPConnection = http.client.HTTPSConnection(
            host, port, timeout=10, context=context
        )
    else:
        line = http.client.HTTPConnection(host, port, timeout=10)
    try:
        line.request("POST", parts.path or "/", body=body, headers=headers)
        answer = line.getresponse()
        return answer.status, answer.read()
    finally:
        line.close()


def _is_object(body: bytes) -> bool:
    try:
        return isinstance(json.loads(body), dict)
    except ValueError:
        return False
