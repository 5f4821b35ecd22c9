"""Texts as parts, logins as proofs, results as fates: what needs no line."""

from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from queue_core.messages.cmpp import CmppSettings, TextCoding
from queue_core.messages.cmpp.login import LoginRefused, check, connect
from queue_core.messages.cmpp.parts import parts_of
from queue_core.messages.cmpp.protocol import ConnectResp
from queue_core.messages.cmpp.results import refusal
from queue_core.messages.contract import CarrierAway, NeverSendable, Parcel, TryLater
from queue_core.messages.secret import Secret
from queue_core.store.message import MessageKind

SECRET = Secret("open-sesame")
PROOF = bytes.fromhex("44f8d05174b160f450500d8b965476fe")
GATEWAYS_PROOF = bytes.fromhex("5eb69872f640717339cddfc555535cd9")


def account(**changes: object) -> CmppSettings:
    usual = {
        "host": "127.0.0.1",
        "source_address": "901234",
        "secret_file": "cmpp.secret",
        "service_id": "ZWDT",
        "sender": "106590001",
    }
    return CmppSettings.model_validate(usual | changes)


def parcel(text: str, *, key: str = "sms-001", phone: str = "13800000000") -> Parcel:
    return Parcel(
        message_id=1,
        dedupe_key=key,
        kind=MessageKind.CALLED,
        phone=phone,
        language="zh-CN",
        text=text,
        slots={},
        created_at_ms=0,
        attempt=1,
    )


def test_seventy_characters_go_whole_and_one_more_makes_two_parts() -> None:
    whole = parts_of(parcel("号" * 70), account())
    assert [(part.has_header, len(part.content)) for part in whole] == [(False, 140)]
    two = parts_of(parcel("号" * 71), account())
    assert [(part.part_count, part.part, part.has_header, len(part.content)) for part in two] == [
        (2, 1, True, 6 + 67 * 2),
        (2, 2, True, 6 + 4 * 2),
    ]
    # The reference is the first byte of the key's SHA-256.
    assert [part.content[:6].hex() for part in two] == ["050003ca0201", "050003ca0202"]


def test_a_text_is_written_as_the_gateway_wants_it() -> None:
    (ucs2,) = parts_of(parcel("【政务】取号"), account())
    assert (ucs2.text_format, ucs2.content.hex()) == (8, "3010653f52a1301153d653f7")
    (gbk,) = parts_of(parcel("【政务】取号"), account(text="gbk"))
    assert (gbk.text_format, gbk.content.hex()) == (15, "a1bed5fecef1a1bfc8a1bac5")


def test_what_gbk_cannot_write_goes_as_ucs2_in_all_its_parts() -> None:
    parts = parts_of(parcel("号" * 70 + "𠮷"), account(text=TextCoding.GBK))
    assert [part.text_format for part in parts] == [8, 8]


@given(text=st.text(st.sampled_from("号a𠮷😀，"), min_size=1, max_size=300))
@settings(max_examples=40, deadline=None)
def test_parts_joined_by_a_phone_are_the_text_and_each_is_whole(text) -> None:
    parts = parts_of(parcel(text), account())
    bodies = [part.content[6 if part.has_header else 0 :] for part in parts]
    assert "".join(body.decode("utf-16-be") for body in bodies) == text
    assert all(0 < len(part.content) <= 140 for part in parts)


def test_the_same_message_is_the_same_bytes_and_another_key_another_reference() -> None:
    text = "号" * 100
    again = [part.body() for part in parts_of(parcel(text), account())]
    assert [part.body() for part in parts_of(parcel(text), account())] == again
    assert [part.body() for part in parts_of(parcel(text, key="sms-002"), account())] != again


@pytest.mark.parametrize(
    "phone", ["", "1380000000", "23800000000", "138000000000", "1380000000a", "１３８００００００００"]
)
def test_a_number_that_no_phone_has_is_never_sent(phone) -> None:
    with pytest.raises(NeverSendable) as refused:
        parts_of(parcel("号", phone=phone), account())
    assert refused.value.code == "cmpp-wrong-number"
    assert not phone or phone not in str(refused.value)


@pytest.mark.parametrize(
    ("text", "code"),
    [("", "cmpp-wrong-length"), ("号" * (255 * 67 + 1), "cmpp-wrong-length"), ("\ud800", "cmpp-wrong-text")],
)
def test_a_text_that_no_phone_shows_is_never_sent(text, code) -> None:
    with pytest.raises(NeverSendable) as refused:
        parts_of(parcel(text), account())
    assert refused.value.code == code


def test_a_login_proves_the_secret_at_the_operators_time() -> None:
    asked = connect("901234", SECRET, datetime(2026, 11, 22, 9, 5, 3))  # noqa: DTZ001 - the operator's wall clock
    assert (asked.authenticator, asked.timestamp) == (PROOF, 1122090503)


def test_a_month_below_ten_keeps_its_zero_in_the_proof() -> None:
    asked = connect("901234", SECRET, datetime(2026, 1, 5, 9, 30, 7))  # noqa: DTZ001 - the operator's wall clock
    assert asked.authenticator.hex() == "d31aba83c22c1a8b0aa11038b27b3d29"
    assert asked.timestamp == 105093007


def answered(*, status: int = 0, proof: bytes = GATEWAYS_PROOF, version: int = 0x20) -> ConnectResp:
    return ConnectResp(status=status, authenticator=proof, version=version)


def test_a_gateway_that_knows_the_secret_is_believed() -> None:
    asked = connect("901234", SECRET, datetime(2026, 11, 22, 9, 5, 3))  # noqa: DTZ001 - the operator's wall clock
    check(asked, answered(version=0x30), SECRET)


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        (answered(status=1), "cmpp-refused"),
        (answered(status=2), "cmpp-refused-address"),
        (answered(status=3), "cmpp-refused-secret"),
        (answered(status=4), "cmpp-refused-version"),
        (answered(status=9), "cmpp-refused"),
        (answered(proof=bytes(16)), "cmpp-not-genuine"),
        (answered(version=0x12), "cmpp-refused-version"),
    ],
)
def test_a_login_that_fails_says_why_and_what_to_do(answer, code) -> None:
    asked = connect("901234", SECRET, datetime(2026, 11, 22, 9, 5, 3))  # noqa: DTZ001 - the operator's wall clock
    with pytest.raises(LoginRefused) as refused:
        check(asked, answer, SECRET)
    assert refused.value.code == code
    assert "secret file" in refused.value.remedy
    assert "open-sesame" not in str(refused.value)


@pytest.mark.parametrize(
    ("result", "kind", "code"),
    [
        (1, NeverSendable, "cmpp-wrong-structure"),
        (2, CarrierAway, "cmpp-wrong-command"),
        (3, TryLater, "cmpp-sequence-repeated"),
        (4, NeverSendable, "cmpp-wrong-length"),
        (5, CarrierAway, "cmpp-wrong-fee"),
        (6, NeverSendable, "cmpp-wrong-length"),
        (7, CarrierAway, "cmpp-wrong-service"),
        (8, TryLater, "cmpp-flow-control"),
        (9, TryLater, "cmpp-result-9"),
        (255, TryLater, "cmpp-result-255"),
    ],
)
def test_each_result_of_a_gateway_has_its_meaning(result, kind, code) -> None:
    refused = refusal(result)
    assert (type(refused), refused.code) == (kind, code)


def test_flow_control_says_when_to_come_back() -> None:
    assert getattr(refusal(8), "after_s", None) == 1.0


def test_an_account_needs_five_things_and_has_the_protocols_habits() -> None:
    usual = account()
    assert (usual.port, usual.window, usual.keep_alive_s, usual.answer_within_s, usual.attempts) == (
        7890,
        16,
        180,
        60,
        3,
    )


@pytest.mark.parametrize(
    "changes",
    [
        {"source_address": "90123"},
        {"source_address": "9012345"},
        {"source_address": "九01234"},
        {"service_id": "ELEVENCHARS"},
        {"sender": "1" * 22},
        {"timezone": "Asia/Kanton"},
        {"window": 0},
        {"rate": 0},
        {"text": "utf-8"},
        {"secret": "open-sesame"},
    ],
)
def test_an_account_written_wrongly_is_a_mistake(changes) -> None:
    with pytest.raises(ValidationError):
        account(**changes)
