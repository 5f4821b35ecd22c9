"""The chips, byte by byte, against the published commands."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.halls import person
from sim.peers.idcard import IdCardChip
from sim.peers.idcard_text import text_block
from sim.peers.oddcards import MuteChip, UnknownChip
from sim.peers.ssc import SocialSecurityChip, SscOptions

SELECT_SSSE = bytes.fromhex("00A404000F") + "sx1.sh.社会保障".encode("gbk")
SELECT_EF05 = bytes.fromhex("00A4020002EF05")
SELECT_EF06 = bytes.fromhex("00A4020002EF06")
CITIZEN = person("chen-jianguo")


def holder_file(options: SscOptions | None = None, **changes: str) -> SocialSecurityChip:
    chip = SocialSecurityChip(replace(CITIZEN, **changes), options)
    chip.answer(SELECT_SSSE)
    chip.answer(SELECT_EF06)
    return chip


def test_the_application_is_selected_by_its_published_name() -> None:
    assert SocialSecurityChip(CITIZEN).answer(SELECT_SSSE).endswith(b"\x90\x00")


@pytest.mark.parametrize("command", [SELECT_EF06, bytes.fromhex("00A4000002EF06")])
def test_files_are_selected_in_both_ways_but_only_inside_the_application(command: bytes) -> None:
    chip = SocialSecurityChip(CITIZEN)
    assert chip.answer(command) == b"\x6a\x82"
    chip.answer(SELECT_SSSE)
    assert chip.answer(command).endswith(b"\x90\x00")


@pytest.mark.parametrize(
    ("tag", "value"),
    [
        ("08", CITIZEN.number.encode()),
        ("09", "陈建国".encode("gbk") + bytes(24)),
        ("0A", b"1"),
        ("0B", b"\x01"),
        ("0C", bytes.fromhex("440106")),
        ("0D", bytes.fromhex("19540312")),
    ],
)
def test_the_holder_file_is_read_by_tag(tag: str, value: bytes) -> None:
    answer = holder_file().answer(bytes.fromhex(f"00B2{tag}0000"))
    assert answer == bytes.fromhex(tag) + bytes((len(value),)) + value + b"\x90\x00"


@pytest.mark.parametrize(("tag", "length"), [(1, 16), (2, 1), (3, 4), (4, 12), (5, 4), (6, 4), (7, 9)])
def test_the_issuer_file_has_the_published_lengths(tag: int, length: int) -> None:
    chip = SocialSecurityChip(CITIZEN)
    chip.answer(SELECT_SSSE)
    chip.answer(SELECT_EF05)
    answer = chip.answer(bytes((0x00, 0xB2, tag, 0x00, 0x00)))
    assert answer[:2] == bytes((tag, length))
    assert len(answer) == 2 + length + 2


def test_record_numbers_shift_when_there_is_a_name_extension() -> None:
    third = bytes.fromhex("00B2030400")
    assert holder_file().answer(third)[0] == 0x0A
    assert holder_file(name_extension="买买提").answer(third)[0] == 0x4E


def test_a_card_that_knows_no_tags_is_read_by_number() -> None:
    chip = holder_file(SscOptions(by_tag=False))
    assert chip.answer(bytes.fromhex("00B2080000")) == b"\x6a\x86"
    assert chip.answer(bytes.fromhex("00B2010400"))[0] == 0x08


def test_a_card_may_want_get_response() -> None:
    chip = SocialSecurityChip(CITIZEN, SscOptions(get_response=True))
    answer = chip.answer(SELECT_SSSE)
    assert answer[0] == 0x61
    data = chip.answer(bytes((0x00, 0xC0, 0x00, 0x00, answer[1])))
    assert len(data) == answer[1] + 2
    assert chip.answer(bytes((0x00, 0xC0, 0x00, 0x00, answer[1]))) == b"\x69\x86"


def test_a_card_may_want_the_exact_length() -> None:
    chip = holder_file(SscOptions(exact_le=True))
    assert chip.answer(bytes.fromhex("00B2080000")) == bytes((0x6C, 20))
    assert chip.answer(bytes.fromhex("00B2080014")).endswith(b"\x90\x00")


def test_power_forgets_the_selection() -> None:
    chip = holder_file()
    chip.power()
    assert chip.answer(bytes.fromhex("00B2080000")) == b"\x69\x86"


@pytest.mark.parametrize(
    ("command", "status"),
    [
        ("00B2FF0000", "6A83"),
        ("00B2080200", "6A86"),
        ("00200000038888 88", "6A88"),
        ("00CA000000", "6D00"),
        ("80CA000000", "6E00"),
        ("00A4", "6700"),
        ("00A40400FF73", "6700"),
        ("00A4020002EF09", "6A82"),
    ],
)
def test_what_the_card_does_not_do_it_refuses(command: str, status: str) -> None:
    assert holder_file().answer(bytes.fromhex(command)).hex().upper() == status


def test_fingerprint_and_photo_stay_locked() -> None:
    chip = holder_file()
    chip.answer(bytes.fromhex("00A4020002EF07"))
    assert chip.answer(bytes.fromhex("00B2010400")) == b"\x69\x82"


@given(st.binary(max_size=300))
def test_the_chips_answer_any_bytes_with_a_status_word(command: bytes) -> None:
    for chip in (SocialSecurityChip(CITIZEN), IdCardChip(CITIZEN), UnknownChip()):
        assert len(chip.answer(command)) >= 2


def read_pages(chip: IdCardChip) -> bytes:
    pages = [chip.answer(bytes((0xFF, 0xB0, page, 0x00, 0x00))) for page in range(6)]
    assert all(page.endswith(b"\x90\x00") for page in pages)
    return b"".join(page[:-2] for page in pages)


def test_the_id_reader_shows_its_mark_in_the_atr() -> None:
    atr = IdCardChip(CITIZEN).atr
    assert atr.hex()[26:30] == "9000"  # as the one public program looks for it
    check = 0
    for byte in atr[1:]:
        check ^= byte
    assert check == 0


def test_the_pages_hold_two_lengths_the_text_and_a_photo() -> None:
    stream = read_pages(IdCardChip(CITIZEN))
    assert stream[:4] == bytes.fromhex("01000400")
    assert stream[4:260] == text_block(CITIZEN)
    assert len(stream) == 4 + 256 + 1024
    assert len(read_pages(IdCardChip(CITIZEN, padded_last_page=True))) == 6 * 256


@pytest.mark.parametrize(
    ("offset", "length", "text"),
    [
        (0, 30, "陈建国"),
        (30, 2, "1"),
        (32, 4, "01"),
        (36, 16, "19540312"),
        (52, 70, CITIZEN.address),
        (122, 36, CITIZEN.number),
        (158, 30, CITIZEN.authority),
        (188, 16, CITIZEN.valid_from),
        (204, 16, "长期"),
        (248, 2, ""),
    ],
)
def test_the_text_block_has_the_published_layout(offset: int, length: int, text: str) -> None:
    assert text_block(CITIZEN)[offset : offset + length].decode("utf-16-le").rstrip(" ") == text


def test_a_page_too_many_is_refused() -> None:
    assert IdCardChip(CITIZEN).answer(bytes.fromhex("FFB0060000")) == b"\x6a\x86"


def test_odd_cards_are_odd() -> None:
    assert MuteChip().answer(SELECT_SSSE) is None
    assert UnknownChip().answer(SELECT_SSSE) == b"\x6a\x82"
    assert UnknownChip().atr != SocialSecurityChip(CITIZEN).atr
