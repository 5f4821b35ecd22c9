"""Around every request: its id, the protocol's version, and one line in the log.

The line names the route, never the path: a ticket's reference stands in some.
"""

import re
import secrets
import time
from itertools import count
from typing import Any

import msgspec
import structlog

from queue_core.app.opening import SteeredClock
from queue_core.wire import NOW_HEADER, PROTOCOL, PROTOCOL_HEADER, REQUEST_ID_HEADER, texts
from queue_core.wire.problem import MEDIA_TYPE, Problem

log = structlog.get_logger(__name__)

_GOOD_ID = re.compile(rb"[A-Za-z0-9-]{8,64}")
_ID = REQUEST_ID_HEADER.lower().encode()
_PROTOCOL = PROTOCOL_HEADER.lower().encode()
_LIFE, _count = secrets.token_hex(4), count()
_NOW = NOW_HEADER.lower().encode()


class Envelope:
    """`clock`, if given, is moved on to what a request says before the request is handled."""

    def __init__(self, app: Any, clock: SteeredClock | None = None) -> None:
        self._app = app
        self._clock = clock

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] not in {"http", "websocket"}:
            await self._app(scope, receive, send)
            return
        headers = dict(scope["headers"])
        request_id = _request_id(headers)
        if self._clock is not None:
            _steer(self._clock, headers.get(_NOW, b""))
        scope["request_id"] = request_id
        begun, status = time.perf_counter(), 0

        async def send_with_id(message: Any) -> None:
            nonlocal status
            if message["type"] in {"http.response.start", "websocket.accept"}:
                status = message.get("status", 101)
                added = (_ID, request_id.encode()), (_PROTOCOL, str(PROTOCOL).encode())
                message["headers"] = [*message.get("headers", ()), *added]
            await send(message)

        is_ours = headers.get(_PROTOCOL, str(PROTOCOL).encode()) == str(PROTOCOL).encode()
        if (
            is_ours or scope["type"] == "websocket"
        ):  # a stream is told after its Hello: here it hears no reason
            await self._app(scope, receive, send_with_id)
        else:
            await _refuse(send_with_id, request_id)
        log.info(
            "request",
            request_id=request_id,
            method=scope.get("method", "WS"),
            route=scope.get("path_template") or "-",
            status=status,
            ms=round((time.perf_counter() - begun) * 1000, 1),
        )


def _request_id(headers: dict[bytes, bytes]) -> str:
    given = headers.get(_ID, b"")
    return given.decode() if _GOOD_ID.fullmatch(given) else f"{_LIFE}-{next(_count):08x}"


def _steer(clock: SteeredClock, given: bytes) -> None:
    if given.isdigit():
        clock.steer(int(given))


async def _refuse(send: Any, request_id: str) -> None:
    problem = Problem(
        type="urn:paihao:problem:protocol-mismatch",
        title="Another version",
        status=400,
        detail=f"This hall speaks version {PROTOCOL} of the protocol.",
        code="protocol-mismatch",
        remedy="Install the same version of paihao on this device as on the server.",
        request_id=request_id,
        said=texts.said("protocol-mismatch"),
    )
    headers = [(b"content-type", MEDIA_TYPE.encode())]
    await send({"type": "http.response.start", "status": 400, "headers": headers})
    await send({"type": "http.response.body", "body": msgspec.json.encode(problem)})
