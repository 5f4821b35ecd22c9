"""Frames of the security module SAM_V, against the published ones."""

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drivers.contract.errors import (
    CardMute,
    CardUnknown,
    CardUnreadable,
    DeviceError,
    Garbled,
    NoCard,
    NotCapable,
    ReaderFault,
)
from drivers.protocol import samv
from drivers.protocol.samv import Decoder, Reply, Word

PREAMBLE = bytes.fromhex("AA AA AA 96 69")


def check(body: bytes) -> int:
    total = 0
    for byte in body:
        total ^= byte
    return total


def reply(status: str, data: bytes = b"") -> bytes:
    body = (4 + len(data)).to_bytes(2) + bytes.fromhex(status) + data
    return PREAMBLE + body + bytes((check(body),))


def reading(text: bytes, photo: bytes, *fingerprints: bytes) -> bytes:
    parts = (text, photo, *fingerprints)
    return b"".join(len(part).to_bytes(2) for part in parts) + b"".join(parts)


@pytest.mark.parametrize(
    ("command", "rest"),
    [
        ("10 FF", "00 03 10 FF EC"),
        ("11 FF", "00 03 11 FF ED"),
        ("12 FF", "00 03 12 FF EE"),
        ("20 01", "00 03 20 01 22"),
        ("20 02", "00 03 20 02 21"),
        ("30 01", "00 03 30 01 32"),
        ("30 10", "00 03 30 10 23"),
        ("30 03", "00 03 30 03 30"),
        ("60 00", "00 03 60 00 63"),
        ("60 01", "00 03 60 01 62"),
        ("60 02", "00 03 60 02 61"),
        ("60 03", "00 03 60 03 60"),
        ("60 04", "00 03 60 04 67"),
        ("61 FF 50", "00 04 61 FF 50 CA"),
        ("61 FF FA", "00 04 61 FF FA 60"),
    ],
)
def test_requests_are_the_published_ones(command: str, rest: str) -> None:
    assert samv.request(bytes.fromhex(command)) == PREAMBLE + bytes.fromhex(rest)


def test_the_commands_of_a_reading_are_the_published_ones() -> None:
    commands = (samv.RESET, samv.STATUS, samv.MODULE_ID, samv.FIND, samv.SELECT, samv.READ)
    assert [command.hex() for command in commands] == ["10ff", "11ff", "12ff", "2001", "2002", "3001"]


@pytest.mark.parametrize(
    ("rest", "word", "data"),
    [
        ("00 04 00 00 90 94", Word.DONE, b""),
        ("00 04 00 00 60 64", Word.SELF_TEST_FAILED, b""),
        ("00 08 00 00 9F 00 00 00 00 97", Word.FOUND, bytes(4)),
        ("00 04 00 00 80 84", Word.NO_CARD, b""),
        ("00 0C 00 00 90 00 00 00 00 00 00 00 00 9C", Word.DONE, bytes(8)),
        ("00 04 00 00 81 85", Word.SELECT_FAILED, b""),
        ("00 04 00 00 41 45", Word.READ_FAILED, b""),
    ],
)
def test_replies_are_the_published_ones(rest: str, word: Word, data: bytes) -> None:
    expected = Reply(word=word, card_status=bytes(2), data=data)
    assert Decoder().feed(PREAMBLE + bytes.fromhex(rest)) == expected


@pytest.mark.parametrize(
    ("fingerprints", "length", "head"),
    [
        ((), 1295, "05 08 00 00 90 01 00 04 00"),
        ((bytes(1024),), 2321, "09 0A 00 00 90 01 00 04 00 04 00"),
        ((bytes(512),), 1809, "07 0A 00 00 90 01 00 04 00 02 00"),
        ((b"",), 1297, "05 0A 00 00 90 01 00 04 00 00 00"),
    ],
)
def test_a_reading_has_the_published_lengths_and_only_its_text_is_kept(
    fingerprints: tuple[bytes, ...], length: int, head: str
) -> None:
    text = "姓名".encode("utf-16-le").ljust(256, b" ")
    frame = reply("000090", reading(text, b"\x55" * 1024, *fingerprints))
    assert len(frame) == length
    assert frame[5:].startswith(bytes.fromhex(head))
    heard = Decoder().feed(frame)
    assert heard is not None
    assert samv.text_block(heard.data) == text


@pytest.mark.parametrize(
    "data",
    [
        b"",
        bytes(6),
        reading(bytes(256), bytes(1024))[:-1],
        reading(bytes(255), bytes(1024)),
        reading(bytes(256), bytes(1024), bytes(512)) + b"\0",
    ],
)
def test_a_reading_whose_lengths_do_not_fit_is_garbled(data: bytes) -> None:
    with pytest.raises(Garbled):
        samv.text_block(data)


def test_the_number_of_the_module_is_written_as_printed_on_it() -> None:
    assert (
        samv.module_id(struct.pack("<HHIII", 5, 3, 20210101, 123456, 123456789))
        == "05.03-20210101-0000123456-0123456789"
    )
    with pytest.raises(Garbled):
        samv.module_id(bytes(15))


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        (0x10, Garbled),
        (0x11, Garbled),
        (0x21, NotCapable),
        (0x23, ReaderFault),
        (0x24, Garbled),
        (0x31, CardUnreadable),
        (0x32, CardUnreadable),
        (0x33, CardUnreadable),
        (0x40, CardUnknown),
        (0x41, CardUnreadable),
        (0x47, CardUnreadable),
        (0x60, ReaderFault),
        (0x66, ReaderFault),
        (0x80, NoCard),
        (0x81, CardMute),
        (0x91, CardUnreadable),
        (0x05, Garbled),
    ],
)
def test_each_status_word_is_an_error_of_ours(word: int, kind: type[DeviceError]) -> None:
    error = samv.refusal(word)
    assert type(error) is kind
    assert f"{word:02X}" in error.detail


def test_lengths_above_7f_are_not_negative() -> None:
    data = bytes(range(256)) * 9
    heard = Decoder().feed(reply("000090", data))
    assert heard is not None
    assert heard.data == data


@pytest.mark.parametrize(
    "frame", [reply("000090")[:-1] + b"\0", PREAMBLE + b"\x00\x03abc", PREAMBLE + b"\xff\xff"]
)
def test_a_wrong_check_or_an_impossible_length_is_garbled(frame: bytes) -> None:
    with pytest.raises(Garbled):
        Decoder().feed(frame)


@given(
    st.binary(max_size=30).filter(lambda noise: PREAMBLE not in noise + PREAMBLE[:-1]),
    st.binary(max_size=300),
    st.integers(1, 64),
)
def test_a_reply_is_found_behind_noise_in_any_pieces(noise: bytes, data: bytes, size: int) -> None:
    stream = noise + reply("000090", data)
    decoder = Decoder()
    heard = [decoder.feed(stream[at : at + size]) for at in range(0, len(stream), size)]
    assert heard[:-1] == [None] * (len(heard) - 1)
    assert heard[-1] == Reply(word=Word.DONE, card_status=bytes(2), data=data)


@given(st.lists(st.binary(max_size=200), max_size=60))
def test_no_bytes_in_any_pieces_upset_the_decoder_or_fill_it(pieces: list[bytes]) -> None:
    decoder = Decoder()
    for piece in [*pieces, *(PREAMBLE + piece for piece in pieces)]:
        try:
            decoder.feed(piece)
        except Garbled:
            decoder = Decoder()
        assert len(decoder._buffer) <= 5000


@given(st.binary(max_size=3000))
def test_no_data_of_a_reading_raise_anything_of_their_own(data: bytes) -> None:
    with pytest.raises(Garbled):
        samv.text_block(data)


def test_a_reply_shows_nothing_of_a_person() -> None:
    assert "31" not in repr(Reply(word=Word.DONE, card_status=bytes(2), data=b"1" * 4))
