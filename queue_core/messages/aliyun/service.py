"""The service's two operations a hall needs, over HTTPS, as values.

SendSms: help.aliyun.com/document_detail/419273. It is not idempotent; `OutId` comes back in the details.
QuerySendDetails: help.aliyun.com/document_detail/419277. By phone and day (of Beijing), 50 on a page.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, date, datetime

import httpx
import msgspec
from msgspec import Struct

from queue_core.messages.aliyun.results import refusal
from queue_core.messages.aliyun.settings import AliyunSettings
from queue_core.messages.aliyun.signing import signed
from queue_core.messages.contract import CarrierAway
from queue_core.messages.secret import Secret

_VERSION, _REGION = "2017-05-25", "cn-hangzhou"
_PAGE = 50
_OK = "OK"
_SERVER_FAULT = 500
_NEVER_LEFT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)  # no connection stood
WAITING, FAILED, DELIVERED = 1, 2, 3
"""SendStatus: 等待回执, 发送失败, 发送成功."""


class Sms(Struct, frozen=True, kw_only=True):
    """`out_id` is our own name of it."""

    phone: str
    template: str
    fields: Mapping[str, str]
    out_id: str

    def __repr__(self) -> str:
        return f"Sms({self.out_id})"


class Detail(Struct, frozen=True, rename="pascal"):
    """One of QuerySendDetails: what became of a message. Its content is not taken out of the answer."""

    send_status: int
    out_id: str = ""
    err_code: str = ""


class _Details(Struct, frozen=True):
    found: tuple[Detail, ...] = msgspec.field(name="SmsSendDetailDTO", default=())


class _Reply(Struct, frozen=True, rename="pascal"):
    code: str
    details: _Details = msgspec.field(name="SmsSendDetailDTOs", default=_Details())


class Service:
    """`now_ms` is the wall's; `nonce` is drawn anew for each request. Raises CarrierError."""

    def __init__(
        self, settings: AliyunSettings, secret: Secret, *, now_ms: Callable[[], int], nonce: Callable[[], str]
    ) -> None:
        self._settings = settings
        self._secret = secret
        self._now_ms = now_ms
        self._nonce = nonce
        self._http: httpx.AsyncClient | None = None

    async def send(self, sms: Sms) -> None:
        parameters = {
            "PhoneNumbers": sms.phone,
            "SignName": self._settings.sign_name,
            "TemplateCode": sms.template,
            "TemplateParam": msgspec.json.encode(sms.fields).decode(),
            "OutId": sms.out_id,
        }
        await self._ask("SendSms", parameters)

    async def details(self, phone: str, day: date) -> tuple[Detail, ...]:
        """What was sent to a phone on a day of Beijing."""
        found: list[Detail] = []
        for page in _pages():
            reply = await self._ask(
                "QuerySendDetails",
                {
                    "PhoneNumber": phone,
                    "SendDate": f"{day:%Y%m%d}",
                    "PageSize": str(_PAGE),
                    "CurrentPage": str(page),
                },
            )
            found += reply.details.found
            if len(reply.details.found) < _PAGE:
                break
        return tuple(found)

    async def close(self) -> None:
        if self._http is not None:
            http, self._http = self._http, None
            await http.aclose()

    async def _ask(self, action: str, parameters: Mapping[str, str]) -> _Reply:
        form = signed(self._common(action) | dict(parameters), self._secret.reveal())
        try:
            answer = await self._client().post(self._settings.endpoint + "/", data=form)
        except _NEVER_LEFT as error:
            raise CarrierAway(
                "aliyun-unreachable", "The short message service cannot be reached.", is_untaken=True
            ) from error
        except httpx.TimeoutException as error:
            raise CarrierAway("aliyun-no-answer", "The short message service did not answer.") from error
        except httpx.HTTPError as error:
            raise CarrierAway("aliyun-broken-off", "The line to the short message service broke.") from error
        return _understood(answer)

    def _common(self, action: str) -> dict[str, str]:
        return {
            "Action": action,
            "Version": _VERSION,
            "RegionId": _REGION,
            "Format": "JSON",
            "AccessKeyId": self._settings.access_key_id,
            "SignatureMethod": "HMAC-SHA1",
            "SignatureVersion": "1.0",
            "SignatureNonce": self._nonce(),
            "Timestamp": f"{datetime.fromtimestamp(self._now_ms() // 1000, UTC):%Y-%m-%dT%H:%M:%SZ}",
        }

    def _client(self) -> httpx.AsyncClient:
        if self._http is None:
            limits = httpx.Limits(max_connections=self._settings.window)
            self._http = httpx.AsyncClient(timeout=self._settings.answer_within_s, limits=limits)
        return self._http


def _pages() -> Iterator[int]:
    """More than 20 pages to one phone on one day are no hall's."""
    return iter(range(1, 21))


def _understood(answer: httpx.Response) -> _Reply:
    """Whatever else the far end may be, it is not the service: as good as no answer."""
    try:
        reply = msgspec.json.decode(answer.content, type=_Reply)
    except msgspec.MsgspecError as error:
        raise CarrierAway(
            "aliyun-answer-unknown", f"What answers is not the short message service ({answer.status_code})."
        ) from error
    if reply.code == _OK:
        return reply
    if answer.status_code >= _SERVER_FAULT:
        raise CarrierAway(reply.code, "The short message service has a fault.")
    raise refusal(reply.code)
