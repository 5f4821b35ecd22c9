"""Alibaba Cloud's Short Message Service, Dysmsapi 2017-05-25: SendSms and QuerySendDetails.

Pages: help.aliyun.com/document_detail/419273.html (SendSms), 419277 (QuerySendDetails), 101867 (SmsReport).
Strict: signatures, nonces, clocks, templates and sign names are checked, with the service's own codes.
The service filters no duplicates of its own (its page says so: no idempotence), so neither does this one
unless it is told to. Not modelled: SendBatchSms, several numbers that share a failure, messages abroad.
"""

import json
import re
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from string import Template as Slots
from typing import Literal

from sim.gateways.aliyun_signing import Refused, Signed, checked
from sim.gateways.faults import Reports
from sim.gateways.gateway import KNOWN_TO_BOTH
from sim.gateways.http_gateway import HttpGateway, Reply, Request
from sim.gateways.post import Sms

_BEIJING = timezone(timedelta(hours=8))
_VERSION = "2017-05-25"
_NUMBER = re.compile(r"(?:\+86|0086|86)?(1[3-9]\d{9})")
_ONE_SMS, _ONE_PIECE = 70, 67
_MINUTE_S, _HOUR_S, _DAY_S = 60, 3600, 86_400
_WAITING, _FAILED, _DELIVERED = 1, 2, 3


@dataclass(frozen=True, slots=True)
class Template:
    """`text` with `${slot}`s. The kind decides how many a number may get: see `AliyunGateway`."""

    text: str
    kind: Literal["code", "notice"] = "notice"


@dataclass(slots=True, kw_only=True)
class Sending:
    sms: Sms
    template: str
    reported_at_s: float | None
    is_delivered: bool


class AliyunGateway(HttpGateway):
    """`templates` by code.

    With `limits` a number may get of codes 1 a minute, 5 an hour, 10 a day, and of one notice 50 a day.
    """

    kind = "aliyun"

    def __init__(
        self,
        *,
        key_id: str = "LTAI-simulated",
        secret: str = KNOWN_TO_BOTH,
        sign_names: tuple[str, ...] = ("模拟大厅",),
        templates: Mapping[str, str | Template],
        limits: bool = True,
        port: int = 0,
        filters_duplicates: bool = False,
        clock: Callable[[], float] = time.time,
    ) -> None:
        super().__init__(port=port, filters_duplicates=filters_duplicates, clock=clock)
        self.key_id, self.secret, self.sign_names = key_id, secret, sign_names
        self.templates = {
            code: Template(each) if isinstance(each, str) else each for code, each in templates.items()
        }
        self._limits = limits
        self._sendings: list[Sending] = []
        self._to: dict[str, list[Sending]] = {}
        self._nonces: set[str] = set()
        self._number = 0
        self.queries = 0

    def pending_reports(self) -> list[dict[str, object]]:
        """What its push (SmsReport) would say of everything reported so far, as that JSON's objects."""
        with self._moved:
            now_s = time.monotonic()
            return [
                self._pushed(one)
                for one in self._sendings
                if one.reported_at_s is not None and one.reported_at_s <= now_s
            ]

    def _respond(self, request: Request) -> Reply:
        self._number += 1
        request_id = f"00000000-0000-4000-8000-{self._number:012}"
        try:
            signed = checked(request, key_id=self.key_id, secret=self.secret, now_s=self.clock())
            return Reply(200, {"RequestId": request_id, **self._act(signed)})
        except Refused as refusal:
            self._refused.append(refusal.code)
            if refusal.code.startswith(("Signature", "InvalidAccess", "Missing", "Incomplete", "Invalid")):
                self._violations.append(f"{refusal.code}: {refusal}")
            content = {"RequestId": request_id, "Code": refusal.code, "Message": str(refusal)}
            if refusal.status != 200:
                content |= {"HostId": "dysmsapi.aliyuncs.com", "Recommend": ""}
            return Reply(refusal.status, content)

    def _act(self, signed: Signed) -> dict[str, object]:
        if signed.nonce in self._nonces:
            raise Refused("SignatureNonceUsed", 400, "Specified signature nonce was used already.")
        self._nonces.add(signed.nonce)
        if signed.version != _VERSION:
            raise Refused("InvalidVersion", 404, "Specified parameter Version is not valid.")
        match signed.action:
            case "SendSms":
                return self._send(signed.parameters)
            case "QuerySendDetails":
                return self._details(signed.parameters)
        raise Refused("InvalidAction.NotFound", 404, "Specified api is not found, please check your url.")

    def _send(self, wish: Mapping[str, str]) -> dict[str, object]:
        _demand(wish, "PhoneNumbers", "SignName", "TemplateCode")
        if self._is_too_fast():
            raise Refused("Throttling.User", 400, "Request was denied due to user flow control.")
        if self.faults.refuse_with is not None:
            raise Refused(self.faults.refuse_with, 200, self.faults.refuse_with)
        text = self._text(wish)
        numbers = [self._number_of(each) for each in wish["PhoneNumbers"].split(",")]
        for number in numbers:
            self._check_limits(number, wish["TemplateCode"])
        receipt = f"{90_000_000_000_000_000 + self._number}^0"
        for number in numbers:
            self._accept(number, text, receipt, wish)
        return {"Code": "OK", "Message": "OK", "BizId": receipt}

    def _accept(self, number: str, text: str, receipt: str, wish: Mapping[str, str]) -> None:
        how = self.faults.reports
        sms = Sms(
            to=number,
            text=text,
            receipts=(receipt,),
            at_s=self.clock(),
            parts=1 if len(text) <= _ONE_SMS else -(-len(text) // _ONE_PIECE),
            reference=wish.get("OutId", ""),
        )
        is_delivered = how is not Reports.UNDELIVERED
        self._post.take(sms, is_delivered=is_delivered)
        reported_at_s = None if how is Reports.NEVER else time.monotonic() + self.faults.report_after_s
        sending = Sending(
            sms=sms, template=wish["TemplateCode"], reported_at_s=reported_at_s, is_delivered=is_delivered
        )
        self._sendings.append(sending)
        self._to.setdefault(number, []).append(sending)

    def _text(self, wish: Mapping[str, str]) -> str:
        if wish["SignName"] not in self.sign_names:
            raise Refused("isv.SMS_SIGNATURE_ILLEGAL", 200, "该账号下找不到对应签名")
        template = self.templates.get(wish["TemplateCode"])
        if template is None:
            raise Refused("isv.SMS_TEMPLATE_ILLEGAL", 200, "该账号下找不到对应模板")
        try:
            slots = json.loads(wish.get("TemplateParam") or "{}")
        except ValueError as error:
            raise Refused("isv.INVALID_JSON_PARAM", 200, "JSON参数不合法") from error
        if not isinstance(slots, dict) or not all(isinstance(each, str) for each in slots.values()):
            raise Refused("isv.INVALID_JSON_PARAM", 200, "JSON参数不合法，只接受字符串值")
        try:
            return f"【{wish['SignName']}】{Slots(template.text).substitute(slots)}"
        except KeyError as error:
            raise Refused("isv.TEMPLATE_MISSING_PARAMETERS", 200, "模版缺少变量") from error

    def _number_of(self, text: str) -> str:
        found = _NUMBER.fullmatch(text)
        if found is None:
            raise Refused("isv.MOBILE_NUMBER_ILLEGAL", 200, "非法手机号")
        return found[1]

    def _check_limits(self, number: str, code: str) -> None:
        if not self._limits:
            return
        kind = self.templates[code].kind
        alike = [
            one.sms.at_s
            for one in self._to.get(number, ())
            if (self.templates[one.template].kind == kind if kind == "code" else one.template == code)
        ]
        limits = (("分钟", _MINUTE_S, 1), ("小时", _HOUR_S, 5), ("天", _DAY_S, 10))
        for name, span_s, most in limits if kind == "code" else (("天", _DAY_S, 50),):
            if sum(self.clock() - at_s < span_s for at_s in alike) >= most:
                raise Refused("isv.BUSINESS_LIMIT_CONTROL", 200, f"触发{name}级流控Permits:{most}")

    def _details(self, wish: Mapping[str, str]) -> dict[str, object]:
        self.queries += 1
        _demand(wish, "PhoneNumber", "SendDate", "PageSize", "CurrentPage")
        number = self._number_of(wish["PhoneNumber"])
        try:
            size, page = int(wish["PageSize"]), int(wish["CurrentPage"])
            datetime.strptime(wish["SendDate"], "%Y%m%d").replace(tzinfo=_BEIJING)
        except ValueError as error:
            raise Refused("isv.INVALID_PARAMETERS", 200, "参数异常") from error
        if not 1 <= size <= 50 or page < 1:
            raise Refused("isv.INVALID_PARAMETERS", 200, "参数异常")
        found = [
            one
            for one in self._to.get(number, ())
            if _stamp(one.sms.at_s)[:10].replace("-", "") == wish["SendDate"]
            and wish.get("BizId") in {None, "", *one.sms.receipts}
        ][::-1]
        shown = found[(page - 1) * size : page * size]
        return {
            "Code": "OK",
            "Message": "OK",
            "TotalCount": len(found),
            "SmsSendDetailDTOs": {"SmsSendDetailDTO": [self._detail(one) for one in shown]},
        }

    def _detail(self, one: Sending) -> dict[str, object]:
        detail: dict[str, object] = {
            "PhoneNum": one.sms.to,
            "TemplateCode": one.template,
            "Content": one.sms.text,
            "SendDate": _stamp(one.sms.at_s),
            "OutId": one.sms.reference,
        }
        if one.reported_at_s is None or one.reported_at_s > time.monotonic():
            return detail | {"SendStatus": _WAITING}
        return detail | {
            "SendStatus": _DELIVERED if one.is_delivered else _FAILED,
            "ErrCode": "DELIVERED" if one.is_delivered else "UNDELIV",
            "ReceiveDate": _stamp(one.sms.at_s + 1),
        }

    def _pushed(self, one: Sending) -> dict[str, object]:
        return {
            "phone_number": one.sms.to,
            "send_time": _stamp(one.sms.at_s),
            "report_time": _stamp(one.sms.at_s + 1),
            "success": one.is_delivered,
            "err_code": "DELIVERED" if one.is_delivered else "UNDELIV",
            "err_msg": "用户接收成功" if one.is_delivered else "用户未接收",
            "sms_size": str(one.sms.parts),
            "biz_id": one.sms.receipts[0],
            "out_id": one.sms.reference,
        }


def _demand(wish: Mapping[str, str], *names: str) -> None:
    for name in names:
        if not wish.get(name):
            raise Refused(f"Missing{name}", 400, f"{name} is mandatory for this action.")


def _stamp(at_s: float) -> str:
    return datetime.fromtimestamp(at_s, _BEIJING).strftime("%Y-%m-%d %H:%M:%S")
