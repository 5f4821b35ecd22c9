"""The relay as an ASGI application: phones by HTTP, the uplink by WebSocket at /uplink."""

import asyncio
import hmac
import re
import secrets
from typing import Any

import msgspec

from queue_core.log import logger
from queue_core.relay import problems
from queue_core.relay.errors import NotDoneSo, NotPublic, TooLarge, Turned
from queue_core.relay.lines import Line, Lines
from queue_core.relay.messages import (
    MAX_BODY,
    PROTOCOL,
    Answered,
    Asked,
    Hello,
    Leaving,
    Welcome,
    encode,
    from_uplink,
    to_the_hall,
    to_the_phone,
)
from queue_core.relay.roads import READS, query_for, road_to
from queue_core.relay.telling import Told, telling

UPLINK = "/uplink"
READ_WITHIN_S = 4.0  # nginx has an older document to give instead
CHANGE_WITHIN_S = 10.0
_HELLO_WITHIN_S = 5.0
_GOOD_ID = re.compile(r"[A-Za-z0-9-]{8,64}")
_BAD_FRAME, _ANOTHER_HALL, _ANOTHER_PROTOCOL = 4000, 4001, 4002

log = logger("relay")


class Relay:
    """`hall` is the one hall it serves; `token` what its uplink has to show."""

    def __init__(self, hall: str, token: str) -> None:
        self._hall = hall
        self._authorization = f"Bearer {token}".encode()
        self._lines = Lines()

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] == "http":
            await self._phone(scope, receive, send)
        else:
            await self._uplink(scope, receive, send)

    async def _phone(self, scope: Any, receive: Any, send: Any) -> None:
        headers = [(name.decode("latin-1"), value.decode("latin-1")) for name, value in scope["headers"]]
        request_id = _request_id(dict(headers).get("x-request-id", ""))
        with telling(scope["method"], request_id) as told:
            try:
                asked = await _asked(scope, headers, receive, told)
                within_s = READ_WITHIN_S if scope["method"] in READS else CHANGE_WITHIN_S
                answer = await self._lines.ask(asked, within_s)
            except Turned as turned:
                answer = problems.answer(turned, 0, request_id)
            told.status = answer.status
            await _say(answer, scope["method"], send)

    async def _uplink(self, scope: Any, receive: Any, send: Any) -> None:
        shown = dict(scope["headers"]).get(b"authorization", b"")
        await receive()
        if scope["path"] != UPLINK or not hmac.compare_digest(shown, self._authorization):
            log.warning("uplink refused", cause="it does not show our token")
            await send({"type": "websocket.close"})
            return
        await send({"type": "websocket.accept"})
        try:
            async with asyncio.timeout(_HELLO_WITHIN_S):
                hello = await _message(receive)
            refused = self._why_not(hello)
            if refused is not None:
                code, reason = refused
                log.warning("uplink refused", cause=reason)
                await send({"type": "websocket.close", "code": code, "reason": reason})
                return
            await self._serve(receive, send)
        except (msgspec.MsgspecError, TimeoutError):
            log.warning("uplink refused", cause="it does not speak our protocol")
            await send({"type": "websocket.close", "code": _BAD_FRAME, "reason": "bad-frame"})
        except Gone:
            log.info("uplink gone before its hello")

    def _why_not(self, hello: Hello | Answered | Leaving) -> tuple[int, str] | None:
        if not isinstance(hello, Hello) or hello.protocol != PROTOCOL:
            return _ANOTHER_PROTOCOL, "protocol-mismatch"
        return None if hello.hall == self._hall else (_ANOTHER_HALL, "another-hall")

    async def _serve(self, receive: Any, send: Any) -> None:
        async def give(message: bytes) -> None:
            await send({"type": "websocket.send", "bytes": message})

        line = Line(give)
        await give(encode(Welcome()))
        self._lines.join(line)
        log.info("uplink connected", hall=self._hall)
        try:
            while True:
                match await _message(receive):
                    case Answered() as answer:
                        line.answered(answer)
                    case Leaving():
                        self._lines.leave(line)
                    case Hello():
                        raise msgspec.ValidationError("hello is said once")
        except Gone as gone:
            log.warning("uplink lost", hall=self._hall, close_code=gone.close_code)
        finally:
            self._lines.leave(line)
            line.lost()


class Gone(Exception):
    """The uplink's connection has ended."""

    def __init__(self, close_code: int) -> None:
        super().__init__(close_code)
        self.close_code = close_code


async def _message(receive: Any) -> Hello | Answered | Leaving:
    """Raises Gone, msgspec.MsgspecError."""
    message = await receive()
    if message["type"] == "websocket.disconnect":
        raise Gone(message.get("code") or 0)
    return from_uplink(message.get("bytes") or b"")


async def _asked(scope: Any, headers: list[tuple[str, str]], receive: Any, told: Told) -> Asked:
    """What is passed on of a request. Raises Turned when nothing is."""
    method = scope["method"]
    road = road_to(scope["raw_path"].decode("latin-1"))
    query = None if road is None else query_for(road, scope["query_string"].decode("latin-1"))
    if road is None or query is None:
        raise NotPublic
    told.road = road.name
    if not road.leads(method):
        raise NotDoneSo
    return Asked(
        number=0,
        method="GET" if method in READS else "POST",
        path=scope["raw_path"].decode("latin-1"),
        query=query,
        headers=(
            *(each for each in to_the_hall(headers) if each[0] != "x-request-id"),
            ("x-request-id", told.request_id),
        ),
        body=b"" if method in READS else await _body(receive),
    )


async def _body(receive: Any) -> bytes:
    """Raises TooLarge."""
    body: bytes = b""
    while True:
        message = await receive()
        body += message.get("body", b"")
        if len(body) > MAX_BODY:
            raise TooLarge
        if not message.get("more_body", False):
            return body


async def _say(answer: Answered, method: str, send: Any) -> None:
    headers = [
        (name.encode("latin-1"), value.encode("latin-1")) for name, value in to_the_phone(answer.headers)
    ]
    if answer.status != 304:  # noqa: PLR2004 - Not Modified has no body and no length
        headers.append((b"content-length", str(len(answer.body)).encode()))
    await send({"type": "http.response.start", "status": answer.status, "headers": headers})
    await send({"type": "http.response.body", "body": b"" if method == "HEAD" else answer.body})


def _request_id(given: str) -> str:
    return given if _GOOD_ID.fullmatch(given) else secrets.token_hex(8)
