"""Requests that survive a lost reply: sent again with the same key until answered or out of time."""

import asyncio
import ssl
import uuid
from collections.abc import Iterator
from typing import TypeVar

import httpx
import msgspec

from queue_core.client.credential import pinned
from queue_core.client.errors import HallIsAnother, HallRefused, HallUnreachable
from queue_core.client.handshakes import NothingHalfOpen
from queue_core.wire import IDEMPOTENCY_HEADER, PROTOCOL, PROTOCOL_HEADER, REQUEST_ID_HEADER
from queue_core.wire.problem import MEDIA_TYPE, Problem

Reply = TypeVar("Reply")
_ATTEMPT_S = 3.0
_NOT_READY = frozenset({502, 503, 504})


class Transport:
    """One keep-alive connection pool to one hall, which is known by its certificate alone."""

    def __init__(self, server: str, certificate: str, *, deadline_s: float) -> None:
        self.server = server.rstrip("/")
        self.tls = pinned(certificate)
        self._deadline_s = deadline_s
        # trust_env=False: a proxy in the environment has no business inside the hall.
        self._http = httpx.AsyncClient(
            verify=self.tls,
            base_url=self.server,
            trust_env=False,
            limits=httpx.Limits(keepalive_expiry=60),
            headers={PROTOCOL_HEADER: str(PROTOCOL)},
        )

    async def close(self) -> None:
        await self._http.aclose()

    async def send(
        self,
        method: str,
        path: str,
        reply: type[Reply],
        *,
        token: str | None,
        body: msgspec.Struct | None = None,
        key: str | None = None,
    ) -> Reply:
        """Raises HallRefused with the hall's problem, HallUnreachable at the deadline, HallIsAnother."""
        request = httpx.Request(
            method,
            f"{self.server}{path}",
            headers=_headers(method, token, key, has_body=body is not None),
            content=msgspec.json.encode(body) if body is not None else None,
            extensions={"trace": NothingHalfOpen()},
        )
        answer = await self._answered(request)
        return _read(answer, reply)

    async def _answered(self, request: httpx.Request) -> httpx.Response:
        loop = asyncio.get_running_loop()
        end = loop.time() + self._deadline_s
        cause = "no time left"
        for pause in _pauses():
            left = end - loop.time()
            if left <= 0:
                break
            request.extensions["timeout"] = httpx.Timeout(min(_ATTEMPT_S, left)).as_dict()
            try:
                answer = await self._http.send(request)
            except httpx.TransportError as error:
                if isinstance(_root(error), ssl.SSLCertVerificationError):
                    raise HallIsAnother(self.server) from error
                cause = type(error).__name__
            else:
                if answer.status_code not in _NOT_READY:
                    return answer
                cause = f"status {answer.status_code}"
            await asyncio.sleep(max(0.0, min(pause, end - loop.time())))
        raise HallUnreachable(self.server, cause)


def new_key() -> str:
    """A key for one command: one touch, one key, however often it is sent."""
    return uuid.uuid4().hex


def _headers(method: str, token: str | None, key: str | None, *, has_body: bool) -> dict[str, str]:
    headers = {REQUEST_ID_HEADER: uuid.uuid4().hex[:16], PROTOCOL_HEADER: str(PROTOCOL)}
    if token is not None:
        headers["Authorization"] = f"Bearer {token}"
    if method != "GET":
        headers[IDEMPOTENCY_HEADER] = key or new_key()
    if has_body:
        headers["Content-Type"] = "application/json"
    return headers


def _pauses() -> Iterator[float]:
    pause = 0.05
    while True:
        yield pause
        pause = min(pause * 2, 0.8)


def _root(error: BaseException) -> BaseException:
    while (cause := error.__cause__ or error.__context__) is not None:
        error = cause
    return error


def _read(answer: httpx.Response, reply: type[Reply]) -> Reply:
    """Raises HallRefused, also with `not-a-hall` when the answer is none of ours."""
    try:
        if answer.is_success:
            return msgspec.json.decode(answer.content or b"null", type=reply)
        if answer.headers.get("content-type", "").startswith(MEDIA_TYPE):
            raise HallRefused(msgspec.json.decode(answer.content, type=Problem))
    except msgspec.MsgspecError as error:
        raise _not_a_hall(answer) from error
    raise _not_a_hall(answer)


def _not_a_hall(answer: httpx.Response) -> HallRefused:
    return HallRefused(
        Problem(
            type="about:blank",
            title=answer.reason_phrase,
            status=answer.status_code,
            detail=f"Something that is no hall server answered with {answer.status_code}.",
            code="not-a-hall",
            remedy="Check the address of the server, and what stands between.",
            request_id=answer.headers.get(REQUEST_ID_HEADER, ""),
        )
    )
