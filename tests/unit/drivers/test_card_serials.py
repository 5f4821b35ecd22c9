"""The serials of contactless cards, as PC/SC part 3 hands them out."""

import contextlib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drivers.contract.errors import CardUnknown, DeviceError
from drivers.contract.staff_card_reader import CardSerial
from drivers.protocol.card_serial import read_serial

STORAGE = "3B8F8001804F0CA000000306"
MIFARE_ATR = bytes.fromhex(STORAGE + "03000100000000 6A".replace(" ", ""))
PROCESSOR_ATR = bytes.fromhex("3B8180018080")


def serial_of(atr: bytes, answer: bytes) -> Any:
    dialogue = read_serial(atr)
    assert next(dialogue) == bytes.fromhex("FF CA 00 00 00")
    with pytest.raises(StopIteration) as end:
        dialogue.send(answer)
    return end.value.value


@pytest.mark.parametrize("atr", [MIFARE_ATR, PROCESSOR_ATR])
@pytest.mark.parametrize("serial", ["04A1B2C3", "04A1B2C3D4E5F6", "04112233445566778899", "08112233445566"])
def test_a_serial_of_four_seven_or_ten_bytes_is_taken(atr: bytes, serial: str) -> None:
    assert serial_of(atr, bytes.fromhex(serial + "9000")) == CardSerial(serial)


@pytest.mark.parametrize(
    "answer",
    [
        "08A1B2C39000",  # drawn anew each time
        "000000009000",  # the PUPI of an identity card
        "9000",
        "04A1B29000",
        "04A1B2C3D4E5F6079000",  # ISO 15693
        "6A81",  # a contact card: the reader knows no serial
        "6300",
    ],
)
def test_what_lasts_not_or_is_no_serial_is_unknown(answer: str) -> None:
    with pytest.raises(CardUnknown):
        serial_of(PROCESSOR_ATR, bytes.fromhex(answer))


@pytest.mark.parametrize(
    "atr",
    [
        "3B8880 01D1 0386 0500 8080 0058",
        "3B868001804F03F001003A",
        "3B8F8001804F0CA00000030607FFB00000000020",
        "3B8B800120700100000000071C615170",
        STORAGE + "05000000000000 00",
        STORAGE + "0B000000000000 00",
    ],
)
def test_identity_cards_and_cards_of_type_b_are_not_even_asked(atr: str) -> None:
    with pytest.raises(CardUnknown):
        next(read_serial(bytes.fromhex(atr.replace(" ", ""))))


@given(st.binary(max_size=40), st.lists(st.binary(max_size=12), min_size=40, max_size=40))
def test_a_card_that_answers_rubbish_raises_only_our_errors(atr: bytes, answers: list[bytes]) -> None:
    dialogue = read_serial(atr)
    with contextlib.suppress(DeviceError, StopIteration):
        next(dialogue)
        for answer in answers:
            dialogue.send(answer)


def test_a_serial_shows_nothing() -> None:
    assert "04A1" not in f"{CardSerial('04A1B2C3')!r} {CardSerial('04A1B2C3')}"
