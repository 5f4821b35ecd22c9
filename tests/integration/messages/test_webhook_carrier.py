"""The carrier of signed hooks against the simulated receiver, over real TCP."""

import secrets
from collections.abc import Iterator

import pytest

from queue_core.messages.secret import Secret
from queue_core.messages.webhook.carrier import WebhookCarrier
from queue_core.messages.webhook.settings import WebhookSettings
from sim.gateways import WebhookReceiver
from tests.integration.messages.house import House, phone

SECRET = secrets.token_hex(16)


@pytest.fixture
def receiver(house: House) -> Iterator[WebhookReceiver]:
    with WebhookReceiver(secret=SECRET, clock=lambda: house.now_ms / 1000) as receiver:
        yield receiver


def carrier(
    house: House, receiver: WebhookReceiver, secret: str = SECRET, answer_within_s: float = 10
) -> WebhookCarrier:
    settings = WebhookSettings(url=receiver.address, secret_file="unused", answer_within_s=answer_within_s)
    return WebhookCarrier("wechat", settings, Secret(secret), now_ms=lambda: house.now_ms)


async def test_a_hook_says_all_a_receiver_needs_and_is_signed(house, receiver) -> None:
    house.start_sending(carrier(house, receiver))
    await house.ready(1)
    await house.until(lambda: house.states() == ["sent"])
    (hook,) = receiver.hooks
    assert (hook.content["phone"], hook.content["scene"]) == (phone(1), "result-ready")
    assert (hook.key, hook.content["id"]) == ("result-ready:1:1:window",) * 2
    assert receiver.violations == []


@pytest.mark.parametrize("fault", [{"lose_answers": 1}, {"garbage": 1}, {"cut_after_bytes": 0}])
async def test_a_lost_answer_is_repeated_under_the_same_key(house, receiver, fault) -> None:
    receiver.fault(**fault)
    house.start_sending(carrier(house, receiver, answer_within_s=0.5))
    await house.ready(1)
    await house.until(lambda: house.states() == ["sent"], minutes_a_look=0.01)
    assert len(receiver.hooks) == 2
    assert len(receiver.acted_on) == 1


async def test_a_receiver_that_is_busy_or_down_gets_it_later(house, receiver) -> None:
    receiver.fault(throttle=1)
    house.start_sending(carrier(house, receiver))
    await house.ready(1)
    await house.until(lambda: house.rows("reason") == [("webhook-429",)])
    receiver.go_down()
    await house.until(lambda: house.rows("reason") == [("webhook-unreachable",)], minutes_a_look=0.1)
    receiver.come_up()
    await house.until(lambda: house.states() == ["sent"], minutes_a_look=0.05)
    assert len(receiver.acted_on) == 1


async def test_a_wrong_secret_is_no_fault_of_the_messages(house, receiver) -> None:
    messenger = house.start_sending(carrier(house, receiver, secret="another"))
    await house.ready(1)
    await house.until(lambda: not messenger.carriers[0].is_up)
    await house.until(lambda: house.rows("state, reason") == [("failed", "webhook-401")])


async def test_a_refused_message_is_a_dead_letter(house, receiver) -> None:
    receiver.fault(refuse_with="422")
    house.start_sending(carrier(house, receiver))
    await house.ready(1)
    await house.until(lambda: house.states() == ["dead"])
    assert [each.reason for each in await house.dead()] == ["webhook-422"]
