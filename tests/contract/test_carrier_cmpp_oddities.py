"""The CMPP carrier against a gateway that says, byte by byte, what only some operators' do."""

import asyncio
import contextlib
import random
from collections.abc import AsyncIterator, Callable
from hashlib import md5
from pathlib import Path

import pytest

from queue_core.messages.cmpp import CmppCarrier, CmppSettings
from queue_core.messages.cmpp.carrier import Pauses
from queue_core.messages.contract import CarrierAway, Fate, Parcel, Report, TryLater
from queue_core.messages.secret import Secret
from queue_core.store.message import MessageKind
from tests.serving import serving

SECRET = b"open-sesame"
CONNECT, SUBMIT, DELIVER, TERMINATE, ANSWER = 1, 4, 5, 2, 0x80000000
MSG_ID = bytes.fromhex("5b2c3a7f00010009")
PARCEL = Parcel(
    message_id=1,
    dedupe_key="sms-00001",
    kind=MessageKind.CALLED,
    phone="15400000001",
    language="zh-CN",
    text="【政务大厅】请到 3 号窗口。",
    slots={},
    created_at_ms=0,
    attempt=1,
)

Says = Callable[["Oddity", int, bytes], bytes]


def frame(command: int, sequence: int, body: bytes = b"") -> bytes:
    return b"".join(each.to_bytes(4, "big") for each in (12 + len(body), command, sequence)) + body


def welcome(sequence: int, body: bytes, *, secret: bytes = SECRET, version: int = 0x20) -> bytes:
    proof = md5(b"\0" + body[6:22] + secret).digest()
    return frame(CONNECT | ANSWER, sequence, b"\0" + proof + bytes((version,)))


def delivery(content: bytes, *, is_report: int) -> bytes:
    head = b"\x11" * 8 + bytes(21 + 10 + 3 + 21) + bytes((is_report, len(content)))
    return frame(DELIVER, 1, head + content + bytes(8))


DELIVERED = delivery(MSG_ID + b"DELIVRD" + bytes(10 + 10 + 21 + 4), is_report=1)


class Oddity:
    """`says` answers each of the carrier's frames by its command; `heard` is all of them, in order."""

    def __init__(self, **says: Says) -> None:
        self.heard: list[tuple[int, int, bytes]] = []
        self.lines = 0
        self._says = {CONNECT: says.get("connect", _let_in), SUBMIT: says.get("submit", _take)}

    def times(self, command: int) -> int:
        return sum(found == command for found, _, _ in self.heard)

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.lines += 1
        with contextlib.suppress(OSError, asyncio.IncompleteReadError):
            while True:
                header = await reader.readexactly(12)
                length, command, sequence = (int.from_bytes(header[at : at + 4], "big") for at in (0, 4, 8))
                body = await reader.readexactly(length - 12)
                self.heard.append((command, sequence, body))
                if command == TERMINATE:
                    writer.write(frame(TERMINATE | ANSWER, sequence))
                elif command in self._says:
                    writer.write(self._says[command](self, sequence, body))


def _let_in(_: Oddity, sequence: int, body: bytes) -> bytes:
    return welcome(sequence, body)


def _take(_: Oddity, sequence: int, body: bytes) -> bytes:  # noqa: ARG001 - as Says has it
    return answered(sequence, 0)


def answered(sequence: int, result: int) -> bytes:
    return frame(SUBMIT | ANSWER, sequence, MSG_ID + bytes((result,)))


@contextlib.asynccontextmanager
async def carrying(oddity: Oddity, **settings: object) -> AsyncIterator[CmppCarrier]:
    async with serving(oddity.serve) as port:
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
            Secret(SECRET.decode()),
            now=lambda: 1_795_338_303_000,
            chance=random.Random(7),
            pauses=Pauses(first_s=0.02, longest_s=0.05),
        )
        running = asyncio.create_task(carrier.run())
        try:
            yield carrier
        finally:
            running.cancel()
            await asyncio.gather(running, return_exceptions=True)


async def next_report(carrier: CmppCarrier) -> Report:
    async with asyncio.timeout(20):
        report = await anext(carrier.reports())
    carrier.stored(report)
    return report


async def test_a_message_said_again_that_the_gateway_had_already_is_sent() -> None:
    def says(oddity: Oddity, sequence: int, _: bytes) -> bytes:
        return b"" if oddity.times(SUBMIT) == 1 else answered(sequence, 3)

    async with carrying(Oddity(submit=says), answer_within_s=0.3, attempts=9) as carrier:
        assert await carrier.send(PARCEL) == MSG_ID.hex()


async def test_a_number_the_gateway_knows_from_before_is_changed_for_another() -> None:
    def says(oddity: Oddity, sequence: int, _: bytes) -> bytes:
        return answered(sequence, 3 if oddity.times(SUBMIT) == 1 else 0)

    oddity = Oddity(submit=says)
    async with carrying(oddity) as carrier:
        with pytest.raises(TryLater) as later:
            await carrier.send(PARCEL)
        assert later.value.code == "cmpp-sequence-repeated"
        assert await carrier.send(PARCEL) == MSG_ID.hex()
    first, second = (sequence for command, sequence, _ in oddity.heard if command == SUBMIT)
    assert first != second


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        (lambda _, sequence, body: welcome(sequence, body, secret=b"open-barley"), "cmpp-not-genuine"),
        (lambda _, sequence, body: welcome(sequence, body, version=0x10), "cmpp-refused-version"),
        (lambda _, sequence, __: frame(CONNECT | ANSWER, sequence, bytes(21)), "cmpp-bad-frame"),  # CMPP 3.0
        (lambda _, __, ___: DELIVERED, "cmpp-refused"),
    ],
)
async def test_who_is_no_gateway_of_ours_gets_no_message_and_tells_no_fate(answer, code) -> None:
    oddity = Oddity(connect=answer)
    async with carrying(oddity) as carrier:
        with pytest.raises(CarrierAway) as away:
            await carrier.send(PARCEL)
    assert away.value.code == code
    assert oddity.times(SUBMIT) == 0
    assert oddity.times(DELIVER | ANSWER) == 0


async def test_a_report_in_one_gulp_with_the_welcome_is_told() -> None:
    oddity = Oddity(connect=lambda _, sequence, body: welcome(sequence, body) + DELIVERED)
    async with carrying(oddity) as carrier:
        carrier.expect(MSG_ID.hex())
        assert await next_report(carrier) == Report(receipt=MSG_ID.hex(), fate=Fate.DELIVERED)


async def test_a_delivery_that_cannot_be_read_is_sent_back_and_the_line_goes_on() -> None:
    broken = delivery(b"no report", is_report=1)
    reply = delivery("谢谢".encode("utf-16-be"), is_report=0)
    oddity = Oddity(submit=lambda _, sequence, __: broken + reply + DELIVERED + answered(sequence, 0))
    async with carrying(oddity) as carrier:
        assert await carrier.send(PARCEL) == MSG_ID.hex()
        assert await next_report(carrier) == Report(receipt=MSG_ID.hex(), fate=Fate.DELIVERED)
    said = [body for command, _, body in oddity.heard if command == DELIVER | ANSWER]
    assert said == [b"\x11" * 8 + b"\1", b"\x11" * 8 + b"\0", b"\x11" * 8 + b"\0"]
    assert oddity.lines == 1


async def test_an_answer_to_no_question_and_an_unknown_command_are_passed_over() -> None:
    def says(_: Oddity, sequence: int, __: bytes) -> bytes:
        stray = answered(sequence ^ 1, 0) + frame(0x80000006, 5, b"\0") + frame(0x12345678, 6)
        return stray + answered(sequence, 0)

    oddity = Oddity(submit=says)
    async with carrying(oddity) as carrier:
        assert await carrier.send(PARCEL) == MSG_ID.hex()
    assert oddity.lines == 1


async def test_a_gateway_that_takes_its_leave_is_answered_and_called_again() -> None:
    def says(oddity: Oddity, sequence: int, _: bytes) -> bytes:
        return frame(TERMINATE, 9) if oddity.times(SUBMIT) == 1 else answered(sequence, 0)

    oddity = Oddity(submit=says)
    async with carrying(oddity) as carrier:
        with pytest.raises(CarrierAway) as away:
            await carrier.send(PARCEL)
        assert away.value.code == "cmpp-line-lost"
        async with asyncio.timeout(20):
            while oddity.times(SUBMIT) < 2:
                with contextlib.suppress(CarrierAway):
                    await carrier.send(PARCEL)
                await asyncio.sleep(0.01)
    assert (TERMINATE | ANSWER, 9, b"") in oddity.heard
    first, second = (sequence for command, sequence, _ in oddity.heard if command == SUBMIT)
    assert first == second
