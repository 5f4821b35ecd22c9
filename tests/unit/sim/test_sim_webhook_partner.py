"""A partner's end of signed hooks, against the signature's definition."""

import hashlib
import hmac
import json
from collections.abc import Iterator

import pytest

from sim.gateways import WebhookReceiver, send_hook
from sim.gateways.webhook import signature

NOW_S = 1_770_000_000.0
SECRET = "both know it"


@pytest.fixture
def partner() -> Iterator[WebhookReceiver]:
    with WebhookReceiver(secret=SECRET, clock=lambda: NOW_S) as one:
        yield one


def test_the_signature_is_of_instant_and_body() -> None:
    digest = hmac.new(SECRET.encode(), b'1770000000.{"a": 1}', hashlib.sha256).hexdigest()
    assert signature(b'{"a": 1}', SECRET, NOW_S) == f"t=1770000000,v1={digest}"


def test_a_hook_is_taken_and_acted_on_once(partner: WebhookReceiver) -> None:
    answers = [
        send_hook(partner.address, {"kind": "ready"}, secret=SECRET, key="k1", at_s=NOW_S) for _ in range(2)
    ]
    assert answers[0] == answers[1]
    assert json.loads(answers[0][1]) == {"ok": True, "id": "hook-1"}
    assert (len(partner.hooks), [hook.content for hook in partner.acted_on]) == (2, [{"kind": "ready"}])


@pytest.mark.parametrize(
    ("secret", "at_s", "value"),
    [
        ("another", NOW_S, None),
        (SECRET, NOW_S - 301, None),
        (SECRET, NOW_S + 301, None),
        (SECRET, NOW_S, "t=1770000000,v1=00"),
        (SECRET, NOW_S, "nonsense"),
    ],
)
def test_a_wrong_or_old_signature_is_refused(
    partner: WebhookReceiver, secret: str, at_s: float, value: str | None
) -> None:
    status, _ = send_hook(partner.address, {}, secret=secret, key="k", at_s=at_s, value=value)
    assert (status, partner.hooks, partner.refused) == (401, [], ["401"])


def test_a_partner_may_be_down_or_too_busy(partner: WebhookReceiver) -> None:
    partner.fault(throttle=1, refuse_with="503")
    assert [send_hook(partner.address, {}, secret=SECRET, key="k", at_s=NOW_S)[0] for _ in range(2)] == [
        429,
        503,
    ]
    partner.go_down()
    with pytest.raises(ConnectionRefusedError):
        send_hook(partner.address, {}, secret=SECRET, key="k", at_s=NOW_S)
