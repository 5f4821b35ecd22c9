"""The relay as an ASGI application: what phones ask by HTTP goes on to the uplink, if it is public."""

import re
import secrets
from typing import Any

from queue_core.relay import problems
from queue_core.relay.errors import NotDoneSo, NotPublic, TooLarge, Turned
from queue_core.relay.lines import Lines
from queue_core.relay.messages import MAX_BODY, Answered, Asked, to_the_hall, to_the_phone
from queue_core.relay.roads import READS, query_for, road_to
from queue_core.relay.telling import Told, telling
from queue_core.relay.uplinks import Uplinks

READ_WITHIN_S = 4.0  # nginx has an older document to give instead
CHANGE_WITHIN_S = 10.0
_GOOD_ID = re.compile(r"[A-Za-z0-9-]{8,64}")


class Relay:
    """`hall` is the one hall it serves; `token` what its uplink has to show."""

    def __init__(self, hall: str, token: str) -> None:
        self._lines = Lines()
        self._uplinks = Uplinks(hall, token, self._lines)

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] == "http":
            await self._phone(scope, receive, send)
        else:
            await self._uplinks.take(scope, receive, send)

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
