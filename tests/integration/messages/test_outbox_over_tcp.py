"""What gateways do to a hall's outbox, each trouble over real TCP and by each carrier: sent, and billed once.

HTTP cannot answer a request twice: there, a message is said again and answered once more.
"""

import asyncio
import random
import secrets
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from queue_core.messages.aliyun.carrier import AliyunCarrier
from queue_core.messages.aliyun.service import Service
from queue_core.messages.aliyun.settings import AliyunSettings
from queue_core.messages.cmpp import CmppCarrier, CmppSettings
from queue_core.messages.cmpp.carrier import Pauses
from queue_core.messages.contract import Carrier, CarrierAway, CarrierError, Parcel
from queue_core.messages.secret import Secret
from queue_core.messages.webhook.carrier import WebhookCarrier
from queue_core.messages.webhook.settings import WebhookSettings
from queue_core.store.message import MessageKind
from sim.gateways import AliyunGateway, CmppGateway, WebhookReceiver
from tests.integration.messages.house import HOUR_MS, NOON_MS, WITHIN_S, FarEnd, House, phone

SECRET = secrets.token_hex(16)
PATIENCE_S = 0.25
MESSAGES = 3
TOLD = {"sent", "delivered"}


@dataclass
class Side:
    """A simulated gateway, how a hall reaches it, and whom it billed for, once for each bill.

    `carrier` may be told for how many seconds an answer is waited for.
    """

    gateway: CmppGateway | AliyunGateway | WebhookReceiver
    carrier: Callable[..., Carrier]
    billed: Callable[[], Counter[str]]


@contextmanager
def cmpp(house: House) -> Iterator[Side]:
    with CmppGateway(secret=SECRET, clock=lambda: house.now_ms / 1000) as gateway:

        def carrier(patience_s: float = PATIENCE_S) -> CmppCarrier:
            settings = CmppSettings(
                host="127.0.0.1",
                port=gateway.port,
                source_address=gateway.source,
                secret_file=Path("unused"),
                service_id="ZWDT",
                sender="106590001",
                rate=2_000,
                answer_within_s=patience_s,
                attempts=2,
                keep_alive_s=PATIENCE_S,
            )
            return CmppCarrier(
                settings,
                Secret(SECRET),
                now=lambda: time.time_ns() // 1_000_000,
                chance=random.Random(7),
                pauses=Pauses(first_s=0.02, longest_s=0.05),
            )

        yield Side(gateway, carrier, lambda: Counter(sms.to for sms in gateway.billed))


@contextmanager
def aliyun(house: House) -> Iterator[Side]:
    with AliyunGateway(
        key_id="LTAI-test",
        secret=SECRET,
        sign_names=("示范政务中心",),
        templates={"SMS_1": "办件${case}可以领取"},
        clock=lambda: house.now_ms / 1000,
    ) as gateway:

        def carrier(patience_s: float = PATIENCE_S) -> AliyunCarrier:
            settings = AliyunSettings.model_validate(
                {
                    "endpoint": gateway.address,
                    "access_key_id": "LTAI-test",
                    "secret_file": "unused",
                    "sign_name": "示范政务中心",
                    "templates": {"result-ready": {"code": "SMS_1", "fields": {"case": "case"}}},
                    "answer_within_s": patience_s,
                    "report_after_s": 0.1,
                }
            )
            service = Service(
                settings, Secret(SECRET), now_ms=lambda: house.now_ms, nonce=lambda: secrets.token_hex(8)
            )
            return AliyunCarrier(
                "cloud", settings, service, now_ms=lambda: house.now_ms, clock=time.monotonic
            )

        yield Side(gateway, carrier, lambda: Counter(sms.to for sms in gateway.billed))


@contextmanager
def webhook(house: House) -> Iterator[Side]:
    with WebhookReceiver(secret=SECRET, clock=lambda: house.now_ms / 1000) as gateway:

        def carrier(patience_s: float = PATIENCE_S) -> WebhookCarrier:
            settings = WebhookSettings(url=gateway.address, secret_file="unused", answer_within_s=patience_s)
            return WebhookCarrier("wechat", settings, Secret(SECRET), now_ms=lambda: house.now_ms)

        yield Side(gateway, carrier, lambda: Counter(hook.content["phone"] for hook in gateway.acted_on))


@pytest.fixture(params=[cmpp, aliyun, webhook], ids=lambda kind: kind.__name__)
def side(request: pytest.FixtureRequest, house: House) -> Iterator[Side]:
    with request.param(house) as side:
        yield side


@pytest.fixture
def operator(house: House) -> Iterator[Side]:
    with cmpp(house) as side:
        yield side


def parcel(serial: int) -> Parcel:
    return Parcel(
        message_id=serial,
        dedupe_key=f"result-ready:{serial}",
        kind=MessageKind.RESULT_READY,
        phone=phone(serial),
        language="zh-CN",
        text=f"【示范政务中心】办件 {serial} 可以领取。",
        slots={"case": f"C-{serial}"},
        created_at_ms=NOON_MS,
        attempt=1,
        scene="result-ready",
    )


async def ready(house: House) -> None:
    for serial in range(MESSAGES):
        await house.ready(serial)


async def all_told(house: House, side: Side, *, minutes_a_look: float = 0.02) -> None:
    """Each citizen got theirs, and nobody is billed for twice."""
    await house.until(lambda: set(house.states()) <= TOLD, minutes_a_look=minutes_a_look)
    assert side.billed() == Counter(phone(serial) for serial in range(MESSAGES))
    assert side.gateway.violations == []


async def happens(side: Side, claim: Callable[[], bool]) -> None:
    await asyncio.to_thread(side.gateway.wait_for, claim, within_s=WITHIN_S)


async def test_a_gateway_is_down_for_an_hour(house: House, side: Side) -> None:
    began_ms = house.now_ms
    side.gateway.go_down()
    messenger = house.start_sending(side.carrier())
    await ready(house)
    await house.until(lambda: not messenger.carriers[0].is_up)
    await house.until(lambda: house.now_ms > began_ms + HOUR_MS, minutes_a_look=4)
    assert set(house.states()) <= {"pending", "failed"}
    side.gateway.come_up()
    await all_told(house, side)
    assert await house.dead() == []


async def test_a_gateway_acknowledges_twice(house: House, side: Side) -> None:
    twice = "double_answers" if isinstance(side.gateway, CmppGateway) else "lose_answers"
    side.gateway.fault(**{twice: MESSAGES, "reports": "twice"})
    house.start_sending(side.carrier())
    await ready(house)
    await all_told(house, side)


async def test_a_gateway_answers_more_slowly_than_anybody_waits(house: House, side: Side) -> None:
    side.gateway.fault(answer_after_s=3 * PATIENCE_S)
    messenger = house.start_sending(side.carrier())
    await ready(house)
    await house.until(lambda: not messenger.carriers[0].is_up)
    side.gateway.mend()
    await all_told(house, side)


async def test_a_line_is_half_open(house: House, side: Side) -> None:
    side.gateway.fault(half_open=True)
    messenger = house.start_sending(side.carrier())
    await ready(house)
    await house.until(lambda: not messenger.carriers[0].is_up)
    assert side.gateway.swallowed > 0
    side.gateway.mend()
    await all_told(house, side)


async def test_gateway_and_hall_start_again_in_the_middle(house: House, side: Side) -> None:
    side.gateway.fault(answer_after_s=PATIENCE_S / 2)
    house.start_sending(side.carrier())
    await ready(house)
    await happens(side, lambda: side.billed().total() > 0)
    await house.restart()
    side.gateway.go_down()
    side.gateway.mend()
    side.gateway.come_up()
    house.start_sending(side.carrier())
    await all_told(house, side, minutes_a_look=0.2)


async def test_a_report_that_a_killed_hall_had_not_written_is_repeated_and_counts_once(
    house: House, operator: Side, capsys
) -> None:
    """The disk is full when it comes, and the server is killed then."""
    house.change(
        "CREATE TRIGGER full BEFORE UPDATE ON outbox"
        " WHEN new.state = 'delivered' OR new.heard IS NOT NULL BEGIN SELECT raise(ABORT, 'full'); END"
    )
    house.start_sending(operator.carrier())
    await house.ready(1)
    await house.until(lambda: "a delivery report waits" in capsys.readouterr().out)
    assert operator.gateway.reports_acknowledged == 0
    await house.restart()
    house.change("DROP TRIGGER full")
    house.start_sending(operator.carrier())
    await happens(operator, lambda: len(operator.gateway.billed) > 0)
    (sms,) = operator.gateway.billed
    await happens(operator, lambda: operator.gateway.reports_acknowledged >= sms.parts)
    assert sms.parts > 1
    await house.until(lambda: house.states() == ["delivered"])
    assert len(operator.gateway.billed) == 1


async def test_the_alarm_of_a_line_that_stands_again_is_over_without_a_message(
    house: House, operator: Side
) -> None:
    messenger = house.start_sending(operator.carrier())
    await house.ready(1)
    await house.until(lambda: house.states() == ["delivered"])
    operator.gateway.fault(half_open=True)  # with nothing to send: the test of the line finds it out
    await house.until(lambda: not messenger.carriers[0].is_up, minutes_a_look=0.01)
    operator.gateway.mend()
    await house.until(lambda: messenger.carriers[0].is_up, minutes_a_look=0.01)
    assert house.rows("attempts") == [(1,)]


SURELY_UNTAKEN = {
    CmppGateway: [
        ({"refuse_with": "7"}, True),
        ({"refuse_with": "9"}, True),
        ({"throttle": 1}, True),
    ],
    AliyunGateway: [
        ({"refuse_with": "isv.OUT_OF_SERVICE"}, True),
        ({"refuse_with": "isv.MOBILE_NUMBER_ILLEGAL"}, True),
        ({"refuse_with": "isp.SYSTEM_ERROR"}, False),
        ({"throttle": 1}, True),
        ({"garbage": 1}, False),
    ],
    WebhookReceiver: [
        ({"refuse_with": "401"}, True),
        ({"refuse_with": "422"}, True),
        ({"refuse_with": "503"}, True),
        ({"refuse_with": "500"}, False),
        ({"throttle": 1}, True),
        ({"cut_after_bytes": 0}, False),
    ],
}
"""What a gateway answers, or does instead, and whether a message may go by another carrier then."""
NEVER_ANSWERS = {
    CmppGateway: {"lose_answers": 99},
    AliyunGateway: {"half_open": True},
    WebhookReceiver: {"half_open": True},
}


async def test_a_carrier_tells_what_it_surely_did_not_hand_over(house: House, side: Side) -> None:
    carrier = side.carrier(WITHIN_S)  # an answer that is only late would be doubted
    running = asyncio.create_task(carrier.run())
    for serial, (fault, is_untaken) in enumerate(SURELY_UNTAKEN[type(side.gateway)]):
        side.gateway.fault(**fault)
        with pytest.raises(CarrierError) as refused:
            await carrier.send(parcel(serial))
        assert refused.value.is_untaken is is_untaken, fault
        side.gateway.mend()
    side.gateway.go_down()
    await house.until(lambda: not carrier.is_reached)
    with pytest.raises(CarrierAway) as away:
        await carrier.send(parcel(99))
    assert away.value.is_untaken
    running.cancel()
    await asyncio.wait([running])


async def test_what_was_said_to_a_gateway_that_never_answers_may_have_been_taken(
    house: House, side: Side
) -> None:
    carrier = side.carrier()
    running = asyncio.create_task(carrier.run())
    await house.until(lambda: carrier.is_reached is not False)
    side.gateway.fault(**NEVER_ANSWERS[type(side.gateway)])
    with pytest.raises(CarrierError) as silent:
        await carrier.send(parcel(0))
    assert not silent.value.is_untaken
    running.cancel()
    await asyncio.wait([running])


async def test_what_a_silent_gateway_may_have_goes_by_no_other_carrier(house: House, operator: Side) -> None:
    """It has it: only its answers were lost."""
    operator.gateway.fault(lose_answers=99)
    second = FarEnd("second")
    messenger = house.start_sending(operator.carrier(), second)
    await house.ready(0)
    await happens(operator, lambda: len(operator.gateway.submits) > 0)
    operator.gateway.go_down()
    await house.until(lambda: not messenger.carriers[0].is_up, minutes_a_look=0.01)
    await house.until(lambda: house.rows("carrier") == [("cmpp",)])
    for serial in range(1, MESSAGES):
        await house.ready(serial)
    await house.until(lambda: house.states().count("sent") == MESSAGES - 1, minutes_a_look=0.5)
    assert {parcel.phone for parcel in second.received} == {phone(serial) for serial in range(1, MESSAGES)}
    operator.gateway.mend()
    operator.gateway.come_up()
    await house.until(lambda: set(house.states()) <= TOLD, minutes_a_look=0.02)
    assert operator.billed() == {phone(0): 1}
