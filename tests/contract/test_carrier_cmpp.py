"""The CMPP carrier against the simulated operator's gateway, over TCP, with what goes wrong at operators'."""

import asyncio
import contextlib
import os
import random
import time
from collections import Counter
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path

import pytest

from queue_core.messages.cmpp import CmppCarrier, CmppSettings
from queue_core.messages.cmpp.carrier import Pauses
from queue_core.messages.contract import (
    CarrierAway,
    CarrierError,
    Fate,
    NeverSendable,
    Parcel,
    Report,
    TryLater,
)
from queue_core.messages.secret import Secret
from queue_core.store.message import MessageKind
from sim.gateways import CmppGateway
from tests.cable import Cable
from tests.serving import serving

SECRET = "open-sesame"
PHONE = "15400000001"
LONG = "您的营业执照已经办好，请凭取件码到一楼大厅取件柜领取。" * 4  # 108 characters
WITHIN_S = 20
QUICK = {"answer_within_s": 0.2, "attempts": 2}
MESSAGES = 10_000 if os.environ.get("PAIHAO_SOAK") else 120
RATE = 500 if os.environ.get("PAIHAO_SOAK") else 100
SUBMIT, ACTIVE_TEST, TERMINATE = 4, 8, 2


def parcel(number: int = 1, text: str = "【政务大厅】请到 3 号窗口。") -> Parcel:
    return Parcel(
        message_id=number,
        dedupe_key=f"sms-{number:05}",
        kind=MessageKind.CALLED,
        phone=PHONE,
        language="zh-CN",
        text=f"{text}（{number}）",
        slots={},
        created_at_ms=0,
        attempt=1,
    )


@contextlib.asynccontextmanager
async def carrying(port: int, *, secret: str = SECRET, **settings: object) -> AsyncIterator[CmppCarrier]:
    """A running carrier; it takes its leave at the end."""
    usual = {
        "host": "127.0.0.1",
        "port": port,
        "source_address": "901234",
        "secret_file": Path("unused"),
        "service_id": "ZWDT",
        "sender": "106590001",
        "rate": 2000,
    }
    carrier = CmppCarrier(
        CmppSettings.model_validate(usual | settings),
        Secret(secret),
        now=lambda: time.time_ns() // 1_000_000,
        chance=random.Random(7),
        pauses=Pauses(first_s=0.02, longest_s=0.05),
    )
    running = asyncio.create_task(carrier.run())
    try:
        yield carrier
    finally:
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)
    assert running.cancelled()


@pytest.fixture
def gateway() -> Iterator[CmppGateway]:
    with CmppGateway(source="901234", secret=SECRET) as gateway:
        yield gateway


async def happens(gateway: CmppGateway, claim: Callable[[], bool]) -> None:
    await asyncio.to_thread(gateway.wait_for, claim, within_s=WITHIN_S)


async def sent(carrier: CmppCarrier, message: Parcel) -> str:
    """As the outbox does it: again, until it went."""
    async with asyncio.timeout(60):
        while True:
            try:
                return await carrier.send(message)
            except (TryLater, CarrierAway) as error:
                await asyncio.sleep(getattr(error, "after_s", None) or 0.02)


async def next_report(carrier: CmppCarrier) -> Report:
    """What becomes of a whole message; each report on the way is taken for written down."""
    async with asyncio.timeout(WITHIN_S):
        async for report in carrier.reports():
            carrier.stored(report)
            if report.fate is not Fate.PART_DELIVERED:
                return report
    raise AssertionError


def delivered(receipt: str) -> Report:
    return Report(receipt=receipt, fate=Fate.DELIVERED)


@pytest.fixture
def cable(gateway) -> Iterator[Cable]:
    """Between carrier and gateway."""
    with Cable(gateway.port) as cable:
        yield cable


def said(cable: Cable, command: int) -> list[tuple[int, bytes]]:
    """What the carrier said of a command over all its lines, as (sequence, body)."""
    return [(sequence, body) for found, sequence, body in frames(cable) if found == command]


def frames(cable: Cable) -> Iterator[tuple[int, int, bytes]]:
    for stream in tuple(cable.said):
        rest = bytes(stream)
        while len(rest) >= 12:
            length, command, sequence = (int.from_bytes(rest[at : at + 4], "big") for at in (0, 4, 8))
            assert length >= 12
            yield command, sequence, rest[12:length]
            rest = rest[length:]


async def test_a_message_reaches_the_phone_and_its_report_comes_back(gateway) -> None:
    async with carrying(gateway.port) as carrier:
        receipt = await sent(carrier, parcel())
        assert await next_report(carrier) == delivered(receipt)
    assert gateway.inbox(PHONE) == ("【政务大厅】请到 3 号窗口。（1）",)
    assert [sms.receipts for sms in gateway.billed] == [(receipt,)]
    assert gateway.violations == []


@pytest.mark.parametrize("coding", ["ucs-2", "gbk"])
async def test_a_long_message_is_one_on_the_phone_and_delivered_when_its_last_part(gateway, coding) -> None:
    async with carrying(gateway.port, text=coding) as carrier:
        receipt = await sent(carrier, parcel(text=LONG))
        assert await next_report(carrier) == delivered(receipt)
    assert gateway.inbox(PHONE) == (f"{LONG}（1）",)
    assert [sms.receipts for sms in gateway.billed] == [tuple(receipt.split("-"))]
    assert len(receipt.split("-")) == 2
    assert gateway.violations == []


@pytest.mark.parametrize(
    ("settings", "code"),
    [
        ({"secret": "open-barley"}, "cmpp-refused-secret"),
        ({"source_address": "901235"}, "cmpp-refused-address"),
    ],
)
async def test_a_login_that_is_refused_says_why_with_every_message(gateway, settings, code) -> None:
    async with carrying(gateway.port, **settings) as carrier:
        with pytest.raises(CarrierAway) as away:
            await carrier.send(parcel())
    assert away.value.code == code
    assert "secret file" in away.value.remedy
    assert gateway.received == []


async def test_the_secret_is_in_no_words_of_the_carrier(gateway) -> None:
    async with carrying(gateway.port) as carrier:
        await sent(carrier, parcel())
        shown = f"{carrier!r} {vars(carrier)!r}"
    assert SECRET not in shown


async def test_an_operator_who_cannot_be_reached_is_told_at_once_and_found_again(gateway) -> None:
    gateway.go_down()
    async with carrying(gateway.port) as carrier:
        with pytest.raises(CarrierAway) as away:
            await carrier.send(parcel())
        assert away.value.code == "cmpp-unreachable"
        gateway.come_up()
        await sent(carrier, parcel())
    assert len(gateway.billed) == 1


async def test_no_more_messages_are_unanswered_than_the_window_holds(gateway) -> None:
    gateway.window = 4
    gateway.fault(answer_after_s=0.05)
    async with carrying(gateway.port, window=4) as carrier:
        await asyncio.gather(*(carrier.send(parcel(number)) for number in range(20)))
    assert len(gateway.billed) == 20
    assert gateway.violations == []


async def test_flow_control_sends_a_message_back_and_later_on_its_way_once(gateway) -> None:
    async with carrying(gateway.port) as carrier:
        gateway.fault(throttle=1)
        with pytest.raises(TryLater) as later:
            await carrier.send(parcel())
        assert (later.value.code, later.value.after_s) == ("cmpp-flow-control", 1.0)
        await sent(carrier, parcel())
    assert len(gateway.received) == 1


async def test_of_a_long_message_only_what_is_missing_is_sent_again(gateway) -> None:
    """Its second part meets flow control."""
    gateway.fault(answer_after_s=1)
    async with carrying(gateway.port) as carrier:
        sending = asyncio.create_task(carrier.send(parcel(text=LONG)))
        await happens(gateway, lambda: len(gateway.submits) == 1)
        gateway.fault(throttle=1, answer_after_s=0)
        with pytest.raises(TryLater):
            await sending
        receipt = await sent(carrier, parcel(text=LONG))
    assert [submit.number for submit in gateway.submits] == [1, 2]
    assert [sms.receipts for sms in gateway.billed] == [tuple(receipt.split("-"))]


@pytest.mark.parametrize(
    ("result", "kind", "code"),
    [
        ("1", NeverSendable, "cmpp-wrong-structure"),
        ("7", CarrierAway, "cmpp-wrong-service"),
        ("9", TryLater, "cmpp-result-9"),
    ],
)
async def test_a_refusal_is_for_good_or_for_now_as_the_operator_says(gateway, result, kind, code) -> None:
    gateway.fault(refuse_with=result)
    async with carrying(gateway.port) as carrier:
        with pytest.raises(CarrierError) as refused:
            await carrier.send(parcel())
        assert (type(refused.value), refused.value.code) == (kind, code)
        gateway.mend()
        await sent(carrier, parcel())
    assert len(gateway.received) == 1


async def test_a_message_whose_answer_is_lost_is_said_again_under_its_number_and_billed_once(
    gateway, cable
) -> None:
    gateway.fault(lose_answers=1)
    async with carrying(cable.port, answer_within_s=0.3, attempts=9) as carrier:
        await sent(carrier, parcel())
    submits = said(cable, SUBMIT)
    assert len(submits) >= 2
    assert len(set(submits)) == 1
    assert len(gateway.billed) == 1
    assert gateway.violations == []


async def test_an_answer_that_comes_twice_is_heard_once(gateway) -> None:
    gateway.fault(double_answers=2)
    async with carrying(gateway.port) as carrier:
        receipts = [await sent(carrier, parcel(number)) for number in (1, 2)]
    assert [sms.receipts for sms in gateway.billed] == [(receipt,) for receipt in receipts]


async def test_a_half_open_line_is_given_up_and_the_message_sent_once_over_another(gateway, cable) -> None:
    async with carrying(cable.port, **QUICK) as carrier:
        await sent(carrier, parcel(1))
        gateway.fault(half_open=True)
        with pytest.raises(CarrierAway) as away:
            await carrier.send(parcel(2))
        assert away.value.code == "cmpp-silent"
        gateway.mend()
        await sent(carrier, parcel(2))
    ours = {sequence for sequence, body in said(cable, SUBMIT) if "（2）".encode("utf-16-be") in body}
    assert len(ours) == 1
    assert [sms.text[-3:] for sms in gateway.billed] == ["（1）", "（2）"]


async def test_an_idle_line_that_does_not_answer_its_test_is_given_up(gateway, cable) -> None:
    async with carrying(cable.port, keep_alive_s=0.1, **QUICK) as carrier:
        await sent(carrier, parcel(1))
        gateway.fault(half_open=True)
        accepted = gateway.accepted
        await happens(gateway, lambda: gateway.accepted > accepted)
        gateway.mend()
        await sent(carrier, parcel(2))
    assert len(said(cable, ACTIVE_TEST)) >= 2
    assert len(gateway.billed) == 2


async def test_an_idle_line_that_answers_its_tests_is_kept(gateway, cable) -> None:
    async with carrying(cable.port, keep_alive_s=0.02) as carrier:
        await sent(carrier, parcel())
        await happens(gateway, lambda: len(said(cable, ACTIVE_TEST)) >= 3)
        assert gateway.accepted == 1
    assert gateway.violations == []


async def test_the_gateways_own_test_of_the_line_is_answered(gateway) -> None:
    async with carrying(gateway.port) as carrier:
        await sent(carrier, parcel())
        gateway.test_link()
        await happens(gateway, lambda: gateway.link_tests_answered == 1)
    assert gateway.violations == []


async def test_a_report_that_overtakes_its_answer_is_told(gateway) -> None:
    gateway.fault(reports="early", answer_after_s=0.1)
    async with carrying(gateway.port) as carrier:
        receipt = await sent(carrier, parcel(text=LONG))
        assert await next_report(carrier) == delivered(receipt)


async def test_a_report_that_comes_twice_is_told_once(gateway) -> None:
    async with carrying(gateway.port) as carrier:
        gateway.fault(reports="twice")
        first = await sent(carrier, parcel(1))
        assert await next_report(carrier) == delivered(first)
        await happens(gateway, lambda: gateway.reports_acknowledged == 2)
        second = await sent(carrier, parcel(2))
        assert await next_report(carrier) == delivered(second)


async def test_a_report_that_comes_over_the_next_line_is_told(gateway) -> None:
    async with carrying(gateway.port) as carrier:
        gateway.fault(report_after_s=0.3)
        receipt = await sent(carrier, parcel())
        gateway.hang_up()
        assert await next_report(carrier) == delivered(receipt)
        await happens(gateway, lambda: gateway.accepted == 2)


async def test_a_report_that_comes_after_the_halls_restart_is_told(gateway) -> None:
    gateway.fault(report_after_s=2)
    async with carrying(gateway.port) as before:
        receipt = await sent(before, parcel(text=LONG))
    async with carrying(gateway.port) as after:
        after.expect(receipt)
        assert await next_report(after) == delivered(receipt)


async def test_a_message_that_did_not_arrive_is_told_with_the_operators_word(gateway) -> None:
    gateway.fault(reports="undelivered")
    async with carrying(gateway.port) as carrier:
        receipt = await sent(carrier, parcel())
        told = await next_report(carrier)
    assert told == Report(receipt=receipt, fate=Fate.UNDELIVERED, reason="UNDELIV")


async def test_a_gateway_that_restarts_with_a_full_window_gets_every_message_once(gateway) -> None:
    gateway.fault(answer_after_s=0.2)
    async with carrying(gateway.port) as carrier:
        sending = [asyncio.create_task(sent(carrier, parcel(number))) for number in range(40)]
        await happens(gateway, lambda: len(gateway.submits) >= 16)
        gateway.go_down()
        gateway.mend()
        gateway.come_up()
        await asyncio.gather(*sending)
    assert Counter(gateway.inbox(PHONE)) == Counter(parcel(number).text for number in range(40))
    assert len(gateway.billed) == 40
    assert gateway.violations == []


@pytest.mark.parametrize(
    ("fault", "code"),
    [
        ({"garbage": 1}, "cmpp-bad-frame"),
        ({"cut_after_bytes": 5}, "cmpp-line-lost"),
        ({"cut_after_bytes": 0}, "cmpp-line-lost"),
    ],
)
async def test_rubbish_or_half_an_answer_ends_the_line_and_the_message_goes_once(
    gateway, fault, code
) -> None:
    async with carrying(gateway.port) as carrier:
        await sent(carrier, parcel(1))
        await next_report(carrier)
        gateway.fault(**fault)
        with pytest.raises(CarrierAway) as away:
            await carrier.send(parcel(2))
        assert away.value.code == code
        await sent(carrier, parcel(2))
    assert [sms.text[-3:] for sms in gateway.billed] == ["（1）", "（2）"]


async def test_what_is_no_gateway_at_all_is_named() -> None:
    async def web_server(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read(4096)
        writer.write(b"HTTP/1.1 400 Bad Request\r\n\r\n")

    async with serving(web_server) as port, carrying(port) as carrier:
        with pytest.raises(CarrierAway) as away:
            await carrier.send(parcel())
    assert away.value.code == "cmpp-bad-frame"
    assert "CMPP 2.0" in away.value.remedy


async def test_a_caller_who_gives_up_and_comes_back_gets_the_receipt_of_the_one_message(gateway) -> None:
    async with carrying(gateway.port, answer_within_s=0.3, attempts=9) as carrier:
        await sent(carrier, parcel(1))
        gateway.fault(half_open=True)
        swallowed = gateway.swallowed
        impatient = asyncio.create_task(carrier.send(parcel(2)))
        await happens(gateway, lambda: gateway.swallowed > swallowed)
        impatient.cancel()
        gateway.mend()
        receipt = await sent(carrier, parcel(2))
    assert [sms.receipts for sms in gateway.received[1:]] == [(receipt,)]


async def test_a_message_sent_anew_on_purpose_goes_anew(gateway) -> None:
    async with carrying(gateway.port) as carrier:
        receipts = {await sent(carrier, parcel()), await sent(carrier, parcel())}
    assert len(receipts) == 2
    assert len(gateway.received) == 2


async def test_a_carrier_that_stops_takes_its_leave_and_sends_no_more(gateway, cable) -> None:
    async with carrying(cable.port) as carrier:
        await sent(carrier, parcel())
    with pytest.raises(CarrierAway) as away:
        await carrier.send(parcel(2))
    assert len(said(cable, TERMINATE)) == 1
    assert away.value.code == "cmpp-stopped"
    assert gateway.violations == []


async def test_a_carrier_that_stops_hears_first_whether_a_message_went(gateway) -> None:
    async with carrying(gateway.port) as carrier:
        await sent(carrier, parcel(1))
        gateway.fault(answer_after_s=0.1)
        sending = asyncio.create_task(carrier.send(parcel(2)))
        await happens(gateway, lambda: len(gateway.submits) == 2)
    assert [sms.receipts for sms in gateway.billed[1:]] == [(await sending,)]
    assert gateway.violations == []


async def test_many_messages_drain_at_the_operators_rate_each_billed_once(gateway) -> None:
    gateway.fault(rate_per_s=RATE, reports="never")
    async with carrying(gateway.port, rate=RATE) as carrier:
        begun_at = time.monotonic()
        await asyncio.gather(*(sent(carrier, parcel(number)) for number in range(MESSAGES)))
        took_s = time.monotonic() - begun_at
    print(f"{MESSAGES} messages in {took_s:.1f} s, {len(gateway.refused)} refused")  # noqa: T201 - a measurement
    assert Counter(sms.text for sms in gateway.billed) == Counter(parcel(n).text for n in range(MESSAGES))
    assert gateway.violations == []
