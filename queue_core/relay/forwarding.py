"""Puts to the hall server what came down the uplink, as if the phone were there."""

import asyncio
import ssl

import httpx

from queue_core.client.handshakes import NothingHalfOpen
from queue_core.log import logger
from queue_core.relay import problems
from queue_core.relay.errors import HallAway, HallSlow, NotDoneSo, NotPublic, Turned
from queue_core.relay.messages import MAX_ANSWER, MAX_BODY, Answered, Asked, to_the_hall, to_the_phone
from queue_core.relay.roads import query_for, road_to
from queue_core.relay.telling import Told, telling

_WITHIN_S = 9.5  # a little before the relay stops waiting
_AT_ONCE = 16  # connections, kept and used again: more would be more handshakes and no more speed
_PATIENCE = {"timeout": httpx.Timeout(_WITHIN_S).as_dict()}

log = logger("uplink")


class Forwarder:
    """One connection pool to the hall server, which is known by `tls`, its pinned certificate."""

    def __init__(self, server: str, tls: ssl.SSLContext) -> None:
        self._server = server
        self._room = asyncio.Semaphore(_AT_ONCE)
        self._http = httpx.AsyncClient(verify=tls, trust_env=False, limits=httpx.Limits(keepalive_expiry=60))

    async def close(self) -> None:
        await self._http.aclose()

    async def answer(self, asked: Asked) -> Answered:
        """Always an answer: what goes wrong here is one, too."""
        request_id = dict(asked.headers).get("x-request-id", "")
        with telling(asked.method, request_id) as told:
            try:
                answer = await self._put(asked, told)
            except Turned as turned:
                answer = problems.answer(turned, asked.number, request_id)
            told.status = answer.status
            return answer

    async def _put(self, asked: Asked, told: Told) -> Answered:
        """Raises Turned."""
        url = f"{self._server}{_allowed(asked, told)}"
        try:
            headers = [(name.encode(), value.encode("latin-1")) for name, value in to_the_hall(asked.headers)]
            async with asyncio.timeout(_WITHIN_S), self._room:
                # Not the client's build_request: that adds headers of its own, Accept-Encoding among them.
                request = httpx.Request(
                    asked.method,
                    url,
                    headers=headers,
                    content=asked.body or None,
                    extensions=_PATIENCE | {"trace": NothingHalfOpen()},
                )
                reply = await self._http.send(request, stream=True)
                try:
                    body = await _body(reply)
                finally:
                    await reply.aclose()
        except (TimeoutError, httpx.TimeoutException) as error:
            raise HallSlow from error
        except UnicodeEncodeError as error:
            raise NotPublic from error
        except (httpx.TransportError, httpx.StreamError) as error:
            log.warning("hall server unreachable", cause=type(error).__name__)
            raise HallAway from error
        return Answered(
            number=asked.number,
            status=reply.status_code,
            headers=to_the_phone(reply.headers.items()),
            body=body,
        )


def _allowed(asked: Asked, told: Told) -> str:
    """The path and query to ask for. The relay has looked already; it stands where strangers may come in.

    Raises Turned.
    """
    road = road_to(asked.path)
    query = None if road is None else query_for(road, asked.query)
    if road is None or query is None or len(asked.body) > MAX_BODY:
        raise NotPublic
    told.road = road.name
    if not road.leads(asked.method):
        raise NotDoneSo
    return f"{asked.path}?{query}" if query else asked.path


async def _body(reply: httpx.Response) -> bytes:
    """As it came, not unpacked. Raises HallAway for more than any page of ours has."""
    body = b""
    async for part in reply.aiter_raw():
        body += part
        if len(body) > MAX_ANSWER:
            raise HallAway
    return body
