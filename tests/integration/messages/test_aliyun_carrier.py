"""The carrier over Aliyun's service against the simulated service, over real TCP."""

import secrets
import time
from collections.abc import Iterator

import pytest

from queue_core.messages.aliyun.carrier import AliyunCarrier
from queue_core.messages.aliyun.service import Service
from queue_core.messages.aliyun.settings import AliyunSettings
from queue_core.messages.secret import Secret
from sim.gateways import AliyunGateway
from tests.integration.messages.house import HOUR_MS, House, phone

SECRET = "not a real secret"
CASE = {"code": "SMS_1", "fields": {"case": "case", "code": "code", "hall": "hall"}}


@pytest.fixture
def gateway(house: House) -> Iterator[AliyunGateway]:
    with AliyunGateway(
        key_id="LTAI-test",
        secret=SECRET,
        sign_names=("示范政务中心",),
        templates={"SMS_1": "办件${case}可以领取，取件码${code}，${hall}", "SMS_2": "办件${case}${missing}"},
        clock=lambda: house.now_ms / 1000,
    ) as gateway:
        yield gateway


def carrier(house: House, gateway: AliyunGateway, secret: str = SECRET, **changes: object) -> AliyunCarrier:
    settings = AliyunSettings.model_validate(
        {
            "endpoint": gateway.address,
            "access_key_id": "LTAI-test",
            "secret_file": "unused",
            "sign_name": "示范政务中心",
            "templates": {"result-ready": CASE},
            "answer_within_s": 10,
            "report_after_s": 0.1,
        }
        | changes
    )
    service = Service(
        settings, Secret(secret), now_ms=lambda: house.now_ms, nonce=lambda: secrets.token_hex(8)
    )
    return AliyunCarrier("cloud", settings, service, now_ms=lambda: house.now_ms, clock=time.monotonic)


async def test_a_message_arrives_with_its_code_and_its_delivery_is_reported(house, gateway) -> None:
    house.start_sending(carrier(house, gateway))
    await house.ready(1)
    await house.until(lambda: house.states() == ["delivered"])
    (text,) = gateway.inbox(phone(1))
    code = house.hall.disclosure.pickup_code(1)
    assert f"取件码{code[:3]} {code[3:6]} {code[6:]}" in text
    assert text.startswith("【示范政务中心】办件C-1可以领取")
    assert gateway.violations == []


async def test_a_bad_delivery_report_makes_a_dead_letter_of_it(house, gateway) -> None:
    gateway.fault(reports="undelivered")
    house.start_sending(carrier(house, gateway))
    await house.ready(1)
    await house.until(lambda: house.states() == ["undelivered"])
    assert [each.reason for each in await house.dead()] == ["UNDELIV"]


@pytest.mark.parametrize(
    "fault", [{"lose_answers": 2}, {"garbage": 1}, {"cut_after_bytes": 0}, {"cut_after_bytes": 40}]
)
async def test_what_it_took_and_did_not_answer_for_is_asked_about_and_not_sent_again(
    house, gateway, fault
) -> None:
    gateway.fault(**fault)
    house.start_sending(carrier(house, gateway, answer_within_s=0.5))
    await house.ready(1)
    await house.until(lambda: house.states() == ["delivered"], minutes_a_look=0.01)
    assert len(gateway.received) == len(gateway.billed) == 1
    assert gateway.queries > 1


@pytest.mark.parametrize(
    "fault", [{"refuses": True}, {"half_open": True}, {"refuse_with": "isv.OUT_OF_SERVICE"}]
)
async def test_a_service_that_is_away_for_an_hour_gets_each_message_once_when_it_is_back(
    house, gateway, fault
) -> None:
    began_ms = house.now_ms
    gateway.fault(**fault)
    messenger = house.start_sending(carrier(house, gateway, answer_within_s=0.3))
    for serial in range(5):
        await house.ready(serial)
    await house.until(lambda: not messenger.carriers[0].is_up)
    await house.until(lambda: house.now_ms > began_ms + HOUR_MS, minutes_a_look=2)
    gateway.mend()
    await house.until(lambda: set(house.states()) == {"delivered"}, minutes_a_look=0.02)
    assert len(gateway.received) == 5
    assert await house.dead() == []


async def test_a_wrong_secret_is_told_as_a_carrier_that_is_away_and_kills_no_message(house, gateway) -> None:
    messenger = house.start_sending(carrier(house, gateway, secret="another"))
    await house.ready(1)
    await house.until(lambda: house.rows("reason") == [("SignatureDoesNotMatch",)])
    assert not messenger.carriers[0].is_up
    assert house.states() == ["failed"]


async def test_too_many_a_second_and_too_many_to_one_number_go_later(house, gateway) -> None:
    gateway.fault(throttle=1)
    house.start_sending(carrier(house, gateway))
    await house.ready(1)
    await house.until(lambda: house.rows("reason") == [("Throttling.User",)])
    refused_after_ms = house.now_ms
    gateway.fault(refuse_with="isv.BUSINESS_LIMIT_CONTROL")
    await house.until(lambda: house.rows("reason") == [("isv.BUSINESS_LIMIT_CONTROL",)], minutes_a_look=0.1)
    ((again_ms,),) = house.rows("next_attempt_at_ms")
    assert again_ms >= refused_after_ms + HOUR_MS
    gateway.mend()
    await house.until(lambda: house.states() == ["delivered"], minutes_a_look=1)


@pytest.mark.parametrize(
    ("templates", "reason"),
    [
        ({"result-ready": {"code": "SMS_9"}}, "isv.SMS_TEMPLATE_ILLEGAL"),
        ({"result-ready": {"code": "SMS_2", "fields": {"case": "case"}}}, "isv.TEMPLATE_MISSING_PARAMETERS"),
        ({"called": {"code": "SMS_1"}}, "no-template"),
    ],
)
async def test_what_no_template_fits_is_a_dead_letter_with_the_service_s_reason(
    house, gateway, templates, reason
) -> None:
    house.start_sending(carrier(house, gateway, templates=templates))
    await house.ready(1)
    await house.until(lambda: house.states() == ["dead"])
    assert [each.reason for each in await house.dead()] == [reason]
