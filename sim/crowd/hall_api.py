"""The hall's HTTP interface as a stranger uses it: JSON in, JSON out, by its published paths."""

import json
import ssl
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any, Self
from uuid import uuid4

import httpx


class Refusal(Exception):
    """The hall refused, as RFC 9457 problem details."""

    def __init__(self, problem: Mapping[str, Any]) -> None:
        super().__init__(f"{problem.get('code')}: {problem.get('detail')}")
        self.code = str(problem.get("code"))
        self.remedy = str(problem.get("remedy"))
        self.problem = dict(problem)


@dataclass(frozen=True, slots=True, kw_only=True)
class Credential:
    """What `paihao enrol` wrote: who a device is, and the one certificate it trusts."""

    server: str
    role: str
    token: str = field(repr=False)
    certificate: str = field(repr=False)

    @classmethod
    def read(cls, path: Path) -> "Credential":
        stored = json.loads(path.read_text())
        return cls(**{key: stored[key] for key in ("server", "role", "token", "certificate")})

    def trust(self) -> ssl.SSLContext:
        """Names are not compared: the certificate itself is the identity."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        context.check_hostname = False
        context.load_verify_locations(cadata=self.certificate)
        return context


class HallApi:
    """One device's connection to the hall. Raises Refusal; httpx errors when the hall is not reached."""

    def __init__(self, credential: Credential, *, connections: int = 16) -> None:
        self.credential = credential
        self._http = httpx.AsyncClient(
            base_url=credential.server,
            verify=credential.trust(),
            headers=_bearer(credential.token),
            timeout=30.0,
            trust_env=False,
            limits=httpx.Limits(max_connections=connections, max_keepalive_connections=connections),
        )

    async def post(
        self,
        path: str,
        body: Mapping[str, Any] | None = None,
        *,
        key: str | None = None,
        token: str | None = None,
    ) -> dict[str, Any]:
        """POST with an idempotency key of its own unless one is given to repeat a command."""
        headers = {"Idempotency-Key": key or uuid4().hex}
        whole = headers | _bearer(token or "")
        return _answer(await self._http.post(path, json=dict(body or {}), headers=whole))

    async def get(self, path: str) -> dict[str, Any]:
        return _answer(await self._http.get(path))

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._http.aclose()


def _bearer(token: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {token}"} if token else {}


def _answer(response: httpx.Response) -> dict[str, Any]:
    body: dict[str, Any] = response.json() if response.content else {}
    if response.is_error:
        raise Refusal(body)
    return body
