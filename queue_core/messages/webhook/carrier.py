"""The carrier that posts each message as a signed JSON document; what becomes of it is the receiver's.

    POST url                      Content-Type: application/json
    Idempotency-Key: <key>        the same for the same message: the receiver answers a repetition as before
    X-Paihao-Signature: t=…,v1=…  see `queue_core.messages.signing`

Any 2xx says that the receiver has it; `{"receipt": "…"}` in the answer names it for delivery reports, which
come in by `POST /hooks/{partner}`. 409 says that it had it before.
"""

import asyncio
from collections.abc import AsyncIterator, Callable, Collection, Mapping

import httpx
import msgspec
from msgspec import Struct

from queue_core.messages.contract import CarrierAway, NeverSendable, Parcel, Report, TryLater
from queue_core.messages.secret import Secret
from queue_core.messages.signing import HEADER, signature
from queue_core.messages.webhook.settings import WebhookSettings

_HAD_IT_BEFORE = 409
_LONGEST_DIGITS = 9  # decades, which no message is worth sending for
_NEVER = frozenset({400, 410, 413, 415, 422})
_LATER = frozenset({408, 423, 425, 429, 500, 502, 503, 504})
_PERHAPS_TAKEN = frozenset({408, 500, 502, 504})
"""Said by what stands before the receiver, or by a receiver that came half the way."""
_NEVER_LEFT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)
"""No connection stood, so that nothing was said over it."""
_REMEDY = "Look into the receiver's log for this message's Idempotency-Key."


class Posted(Struct, frozen=True, kw_only=True):
    """The document. It holds a person's phone: the receiver keeps it no longer than it must."""

    id: str
    kind: str
    scene: str
    language: str
    phone: str
    text: str
    slots: Mapping[str, str]
    created_at_ms: int

    def __repr__(self) -> str:
        return f"Posted({self.kind})"


class _Answer(Struct, frozen=True):
    receipt: str = ""


class WebhookCarrier:
    """`now_ms` is the wall's: the receiver compares the signature's time with its own."""

    is_reached: bool | None = None

    def __init__(
        self, name: str, settings: WebhookSettings, secret: Secret, *, now_ms: Callable[[], int]
    ) -> None:
        self.name = name
        self._settings = settings
        self._secret = secret
        self._now_ms = now_ms
        self._http: httpx.AsyncClient | None = None

    async def run(self) -> None:
        """There is no line to keep; what is open is closed at the end."""
        try:
            await asyncio.get_running_loop().create_future()
        finally:
            if self._http is not None:
                http, self._http = self._http, None
                await http.aclose()

    async def send(self, parcel: Parcel) -> str:
        """The receiver's name of it, or else the message's own key."""
        body = msgspec.json.encode(
            Posted(
                id=parcel.dedupe_key,
                kind=parcel.kind.value,
                scene=parcel.scene,
                language=parcel.language,
                phone=parcel.phone,
                text=parcel.text,
                slots=parcel.slots,
                created_at_ms=parcel.created_at_ms,
            )
        )
        headers = {
            "Content-Type": "application/json",
            "Idempotency-Key": parcel.dedupe_key,
            HEADER: signature(self._secret.reveal(), body, self._now_ms() // 1000),
        }
        try:
            answer = await self._client().post(self._settings.url, content=body, headers=headers)
        except _NEVER_LEFT as error:
            raise CarrierAway(
                "webhook-unreachable", "The receiver cannot be reached.", is_untaken=True
            ) from error
        except httpx.TimeoutException as error:
            raise CarrierAway("webhook-no-answer", "The receiver did not answer.") from error
        except httpx.HTTPError as error:
            raise CarrierAway("webhook-broken-off", "The line to the receiver broke.") from error
        return _receipt(answer, parcel.dedupe_key)

    def expect(self, receipt: str, *, phone: str, sent_at_ms: int, heard: Collection[str]) -> None:
        """Nothing is asked for, so nothing has to be known."""

    async def reports(self) -> AsyncIterator[Report]:
        """None: they come in by the hall's own address."""
        nothing: tuple[Report, ...] = ()
        for each in nothing:
            yield each

    def stored(self, report: Report) -> None:
        """Who posts them hears it from the hall's address."""

    def _client(self) -> httpx.AsyncClient:
        if self._http is None:
            limits = httpx.Limits(max_connections=self._settings.window)
            self._http = httpx.AsyncClient(timeout=self._settings.answer_within_s, limits=limits)
        return self._http


def _receipt(answer: httpx.Response, key: str) -> str:
    """Raises CarrierError."""
    status = answer.status_code
    if answer.is_success or status == _HAD_IT_BEFORE:
        try:
            return msgspec.json.decode(answer.content, type=_Answer).receipt or key
        except msgspec.MsgspecError:
            return key
    code = f"webhook-{status}"
    if status in _NEVER:
        raise NeverSendable(code, "The receiver refuses this message.", _REMEDY)
    if status in _LATER:
        raise TryLater(
            code,
            "The receiver takes this message later.",
            after_s=_after_s(answer),
            is_untaken=status not in _PERHAPS_TAKEN,
        )
    raise CarrierAway(
        code,
        "What answers does not take our messages: its address or the secret is wrong.",
        is_untaken=answer.is_client_error or answer.is_redirect,
    )


def _after_s(answer: httpx.Response) -> float | None:
    given = answer.headers.get("Retry-After", "")
    return float(given[:_LONGEST_DIGITS]) if given.isdecimal() else None
