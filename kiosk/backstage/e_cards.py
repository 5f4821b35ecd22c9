"""Asks the issuer of electronic cards, over HTTPS, whose a code is.

Which services there are differs from city to city and is not public. This is the plainest form that such a
service, or a small adapter before it, can have; it is our own:

    POST verify_at   Authorization: Bearer TOKEN   {"code": "…", "kind": "medical_insurance"}
    200 {"name": "…", "id_number": "…"}   404 nobody knows the code   410 it has expired

A code goes out in the body only, to a server whose certificate is checked; it is in no log and no error.
"""

import asyncio
import ssl
from pathlib import Path

import httpx
import msgspec

from drivers.contract.events import Scanned
from drivers.contract.scanner import CodeHolder, CodeRefusal
from queue_core import log
from queue_core.client.handshakes import NothingHalfOpen

logger = log.logger("kiosk.e-cards")
WITHIN_S = 5.0
GONE = {httpx.codes.NOT_FOUND: CodeRefusal.UNKNOWN, httpx.codes.GONE: CodeRefusal.EXPIRED}


class _Question(msgspec.Struct, frozen=True):
    code: str
    kind: str


class _Person(msgspec.Struct, frozen=True):
    name: str
    id_number: str


class HttpVerifier:
    """`token` is the issuer's, for this kiosk; `trust` says whose certificates are believed."""

    def __init__(
        self, verify_at: str, token: str, trust: ssl.SSLContext, *, within_s: float = WITHIN_S
    ) -> None:
        self._address = verify_at
        self._token = token
        self._trust = trust
        self._within_s = within_s

    async def verify(self, code: Scanned) -> CodeHolder | CodeRefusal:
        question = msgspec.json.encode(_Question(code=code.text, kind=code.kind.value))
        headers = {"Content-Type": "application/json", "Authorization": f"Bearer {self._token}"}
        try:
            async with (
                asyncio.timeout(self._within_s),
                # trust_env=False: a proxy in the environment is not to see codes.
                httpx.AsyncClient(verify=self._trust, trust_env=False, timeout=self._within_s) as http,
            ):
                answer = await http.post(
                    self._address, content=question, headers=headers, extensions={"trace": NothingHalfOpen()}
                )
        except (httpx.HTTPError, TimeoutError) as error:
            logger.warning("issuer-unreachable", why=type(error).__name__)
            return CodeRefusal.UNREACHABLE
        return _said(answer)


def _said(answer: httpx.Response) -> CodeHolder | CodeRefusal:
    if answer.status_code in GONE:
        return GONE[httpx.codes(answer.status_code)]
    try:
        if answer.is_success:
            person = msgspec.json.decode(answer.content, type=_Person)
            return CodeHolder(name=person.name, id_number=person.id_number)
    except msgspec.MsgspecError:
        logger.warning("issuer-not-understood")
    else:
        logger.warning("issuer-refuses", code=answer.status_code)
    return CodeRefusal.UNREACHABLE


def trust(root_ca: Path | None) -> ssl.SSLContext:
    """The hall's own root of the issuer's network, or those of this computer. Raises OSError."""
    return ssl.create_default_context(cafile=None if root_ca is None else str(root_ca))
