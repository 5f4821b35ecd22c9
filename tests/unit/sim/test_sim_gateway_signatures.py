"""Both signatures of Alibaba Cloud's OpenAPI against its own pages' examples, and the service's refusals."""

import hashlib
import json
from collections.abc import Iterator
from datetime import UTC, datetime
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import Request, urlopen

import pytest

from sim.gateways import AliyunGateway, Template
from sim.gateways.aliyun_signing import canonical_query, rpc_signature, v3_signature

NOON_S = datetime(2026, 3, 2, 4, tzinfo=UTC).timestamp()  # in Beijing
PHONE = "15400000001"
EMPTY = hashlib.sha256(b"").hexdigest()


def test_the_rpc_signature_of_the_services_own_example() -> None:
    example = {
        "Timestamp": "2016-02-23T12:46:24Z",
        "Format": "XML",
        "AccessKeyId": "testid",
        "Action": "DescribeRegions",
        "SignatureMethod": "HMAC-SHA1",
        "SignatureNonce": "3ee8c1b8-83d3-44af-a94f-4e0ad82fd6cf",
        "Version": "2014-05-26",
        "SignatureVersion": "1.0",
    }
    assert rpc_signature("GET", example, "testsecret") == "OLeaidS1JvxuMvnyHOwuJ+uX5qY="


def test_the_acs3_signature_of_the_services_own_example() -> None:
    query = {"ImageId": "win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd", "RegionId": "cn-shanghai"}
    headers = {
        "host": "ecs.cn-shanghai.aliyuncs.com",
        "x-acs-action": "RunInstances",
        "x-acs-content-sha256": EMPTY,
        "x-acs-date": "2023-10-26T10:22:32Z",
        "x-acs-signature-nonce": "3156853299f313e23d1673dc12e1703d",
        "x-acs-version": "2014-05-26",
    }
    signature = v3_signature("POST", "/", query, headers, "YourAccessKeySecret")
    assert signature == "06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0"


@pytest.fixture
def gateway() -> Iterator[AliyunGateway]:
    templates: dict[str, str | Template] = {
        "SMS_1": "您的办件可以取件，取件码${code}",
        "SMS_2": Template("验证码${code}", kind="code"),
    }
    with AliyunGateway(
        key_id="testid", secret="testsecret", templates=templates, clock=lambda: NOON_S
    ) as one:
        yield one


class Client:
    """Signs as the pages say, by either way, and says what came back."""

    def __init__(self, gateway: AliyunGateway) -> None:
        self._gateway = gateway
        self._number = 0

    def rpc(self, action: str = "SendSms", secret: str = "testsecret", **wish: str) -> dict[str, object]:
        self._number += 1
        parameters = {
            "AccessKeyId": "testid",
            "Action": action,
            "Format": "JSON",
            "SignatureMethod": "HMAC-SHA1",
            "SignatureNonce": str(self._number),
            "SignatureVersion": "1.0",
            "Timestamp": "2026-03-02T04:00:00Z",
            "Version": "2017-05-25",
        } | wish
        signature = rpc_signature("POST", parameters, secret)
        body = urlencode(parameters | {"Signature": signature}).encode()
        return _said(Request(self._gateway.address + "/", data=body))

    def acs3(self, action: str = "SendSms", body: bytes = b"", **wish: str) -> dict[str, object]:
        self._number += 1
        headers = {
            "host": self._gateway.address.removeprefix("http://"),
            "x-acs-action": action,
            "x-acs-content-sha256": EMPTY,
            "x-acs-date": "2026-03-02T04:00:00Z",
            "x-acs-signature-nonce": str(self._number),
            "x-acs-version": "2017-05-25",
        }
        signature = v3_signature("POST", "/", wish, headers, "testsecret")
        names = ";".join(sorted(headers))
        headers["Authorization"] = (
            f"ACS3-HMAC-SHA256 Credential=testid,SignedHeaders={names},Signature={signature}"
        )
        url = f"{self._gateway.address}/?{canonical_query(wish)}"
        return _said(Request(url, data=body, headers=headers, method="POST"))

    def send(self, **wish: str) -> dict[str, object]:
        usual = {
            "PhoneNumbers": PHONE,
            "SignName": "模拟大厅",
            "TemplateCode": "SMS_1",
            "TemplateParam": json.dumps({"code": "123 456 789"}),
        }
        return self.rpc(**(usual | wish))


def _said(request: Request) -> dict[str, object]:
    try:
        with urlopen(request, timeout=10) as answer:
            said: dict[str, object] = json.loads(answer.read())
    except HTTPError as error:
        with error:
            said = json.loads(error.read()) | {"status": error.code}
    return said


@pytest.fixture
def client(gateway: AliyunGateway) -> Client:
    return Client(gateway)


def test_a_text_is_sent_by_template_and_its_report_asked_for(gateway: AliyunGateway, client: Client) -> None:
    sent = client.send(OutId="k1")
    assert (sent["Code"], gateway.received[0].reference) == ("OK", "k1")
    assert gateway.inbox(PHONE) == ("【模拟大厅】您的办件可以取件，取件码123 456 789",)
    details = client.rpc(
        "QuerySendDetails", PhoneNumber=PHONE, SendDate="20260302", PageSize="10", CurrentPage="1"
    )
    assert details["TotalCount"] == 1
    one = details["SmsSendDetailDTOs"]["SmsSendDetailDTO"][0]  # type: ignore[index]
    assert (one["OutId"], one["SendStatus"], one["ErrCode"]) == ("k1", 3, "DELIVERED")
    assert gateway.violations == []


def test_the_newer_signature_is_taken_too(gateway: AliyunGateway, client: Client) -> None:
    wish = {"PhoneNumbers": "+86" + PHONE, "SignName": "模拟大厅", "TemplateCode": "SMS_2"}
    sent = client.acs3(**wish, TemplateParam='{"code":"1234"}')
    assert (sent["Code"], gateway.violations) == ("OK", [])
    assert client.acs3(body=b"other", **wish)["Code"] == "SignatureDoesNotMatch"


@pytest.mark.parametrize(
    ("wish", "code", "status"),
    [
        ({"secret": "another"}, "SignatureDoesNotMatch", 400),
        ({"AccessKeyId": "nobody"}, "InvalidAccessKeyId.NotFound", 404),
        ({"Timestamp": "2026-03-02T03:00:00Z"}, "InvalidTimeStamp.Expired", 400),
        ({"Version": "2014-05-26"}, "InvalidVersion", 404),
        ({"TemplateCode": "SMS_9"}, "isv.SMS_TEMPLATE_ILLEGAL", None),
        ({"SignName": "别人"}, "isv.SMS_SIGNATURE_ILLEGAL", None),
        ({"PhoneNumbers": "10086"}, "isv.MOBILE_NUMBER_ILLEGAL", None),
        ({"TemplateParam": "{}"}, "isv.TEMPLATE_MISSING_PARAMETERS", None),
        ({"TemplateParam": '{"code": 1}'}, "isv.INVALID_JSON_PARAM", None),
    ],
)
def test_what_is_wrong_is_refused_with_the_services_own_code(
    client: Client, wish: dict[str, str], code: str, status: int | None
) -> None:
    said = client.send(**wish)
    assert (said["Code"], said.get("status")) == (code, status)


def test_a_nonce_is_good_once(client: Client) -> None:
    assert client.send(SignatureNonce="n")["Code"] == "OK"
    assert client.send(SignatureNonce="n")["Code"] == "SignatureNonceUsed"


def test_a_number_gets_one_code_a_minute_and_the_service_filters_nothing_else(
    gateway: AliyunGateway, client: Client
) -> None:
    assert client.send(TemplateCode="SMS_2")["Code"] == "OK"
    limited = client.send(TemplateCode="SMS_2")
    assert (limited["Code"], limited["Message"]) == ("isv.BUSINESS_LIMIT_CONTROL", "触发分钟级流控Permits:1")
    assert [client.send()["Code"] for _ in range(2)] == ["OK", "OK"]
    assert len(gateway.billed) == 3


def test_too_many_at_once_are_throttled(gateway: AliyunGateway, client: Client) -> None:
    gateway.fault(throttle=1)
    assert client.send()["Code"] == "Throttling.User"
    assert client.send()["Code"] == "OK"


def test_an_answer_cut_off_was_done_all_the_same(gateway: AliyunGateway, client: Client) -> None:
    gateway.fault(cut_after_bytes=40)
    with pytest.raises((OSError, ValueError)):
        client.send()
    assert len(gateway.received) == 1
