"""The reader of identity cards, against the published frames."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.halls import person
from sim.halls.residents import resident
from sim.peers.idcard_text import text_block
from sim.peers.samv import Command, ModuleFault, SamvOptions, SamvReader
from sim.peers.samv_frames import PREAMBLE
from sim.world.idcard import CardFault, IdCard

CITIZEN = person("chen-jianguo")


def frame(rest: str) -> bytes:
    return PREAMBLE + bytes.fromhex(rest)


RESET, STATUS, SAM_ID = frame("00 03 10 FF EC"), frame("00 03 11 FF ED"), frame("00 03 12 FF EE")
FIND, SELECT = frame("00 03 20 01 22"), frame("00 03 20 02 21")
READ, READ_FINGERPRINT = frame("00 03 30 01 32"), frame("00 03 30 10 23")
NEW_ADDRESS = frame("00 03 30 03 30")
OK, FOUND = frame("00 04 00 00 90 94"), frame("00 08 00 00 9F 00 00 00 00 97")
SELECTED = frame("00 0C 00 00 90 00 00 00 00 00 00 00 00 9C")
NO_CARD, NOT_SELECTED, NOT_READ = (frame(f"00 04 00 00 {rest}") for rest in ("80 84", "81 85", "41 45"))
SELF_TEST_FAILED = frame("00 04 00 00 60 64")


def reader_with(card: IdCard | None = None, options: SamvOptions | None = None) -> SamvReader:
    reader = SamvReader(options)
    reader.lay(card or IdCard(holder=CITIZEN))
    return reader


def selected(card: IdCard | None = None, options: SamvOptions | None = None) -> SamvReader:
    reader = reader_with(card, options)
    assert ask(reader, FIND, SELECT) == FOUND + SELECTED
    return reader


def ask(reader: SamvReader, *requests: bytes) -> bytes:
    return reader.receive(b"".join(requests), 0.0)


def sw3(answer: bytes) -> int:
    return answer[9]


def test_find_select_and_read_are_answered_with_the_published_frames() -> None:
    reader = reader_with()
    assert ask(reader, RESET) == OK
    assert ask(reader, STATUS) == OK
    assert ask(reader, FIND) == FOUND
    assert ask(reader, SELECT) == SELECTED
    answer = ask(reader, READ)
    assert answer[:14] == frame("05 08 00 00 90 01 00 04 00")
    assert answer[14:270] == text_block(CITIZEN)
    assert len(answer) == 1295


@pytest.mark.parametrize(
    ("fingers", "head", "length"),
    [
        (1024, "09 0A 00 00 90 01 00 04 00 04 00", 2321),
        (512, "07 0A 00 00 90 01 00 04 00 02 00", 1809),
        (0, "05 0A 00 00 90 01 00 04 00 00 00", 1297),
    ],
)
def test_the_fingerprint_comes_last_and_may_be_shorter_or_missing(
    fingers: int, head: str, length: int
) -> None:
    card = replace(IdCard(holder=CITIZEN), fingerprint_bytes=fingers)
    answer = ask(selected(card), READ_FINGERPRINT)
    assert answer.startswith(frame(head))
    assert answer[16:272] == text_block(CITIZEN)
    assert len(answer) == length


def test_the_check_of_every_answer_is_the_xor_from_its_length_on() -> None:
    for answer in (ask(selected(), READ), ask(selected(), READ_FINGERPRINT), ask(SamvReader(), SAM_ID)):
        left = 0
        for byte in answer[5:]:
            left ^= byte
        assert left == 0


def test_the_number_of_the_module_is_sixteen_bytes() -> None:
    answer = ask(SamvReader(), SAM_ID)
    assert answer.startswith(frame("00 14 00 00 90 05 00 01 00"))
    assert len(answer) == 7 + 20


@pytest.mark.parametrize(("code", "check"), [(0, 0x63), (1, 0x62), (2, 0x61), (3, 0x60), (4, 0x67)])
def test_the_speed_of_the_line_is_set_with_the_published_frames(code: int, check: int) -> None:
    reader = SamvReader()
    assert ask(reader, frame("00 03 60") + bytes((code, check))) == OK
    assert reader.heard[Command.SET_BAUD] == 1


def test_the_most_radio_bytes_are_set_with_the_published_frame() -> None:
    reader = SamvReader()
    assert ask(reader, frame("00 04 61 FF 50 CA")) == OK
    assert ask(reader, frame("00 03 61 FF 9D")) == frame("00 04 00 00 11 15")


@pytest.mark.parametrize(
    ("request_", "status", "heard"),
    [
        (frame("00 03 20 01 23"), 0x10, Command.WRONG_CHECK),
        (frame("00 04 20 01 00 25"), 0x11, Command.WRONG_LENGTH),
        (frame("00 02 20 22"), 0x11, Command.WRONG_LENGTH),
        (frame("00 03 30 05 36"), 0x21, Command.UNKNOWN),
        (frame("00 03 60 05 66"), 0x21, Command.UNKNOWN),
        (frame("00 03 77 01 75"), 0x21, Command.UNKNOWN),
    ],
)
def test_a_broken_or_unknown_command_is_answered_so_and_the_next_one_is_understood(
    request_: bytes, status: int, heard: Command
) -> None:
    reader = SamvReader()
    answer = ask(reader, request_, STATUS)
    assert sw3(answer) == status
    assert answer[11:] == OK
    assert reader.heard == {heard: 1, Command.STATUS: 1}


def test_without_a_card_nothing_is_found_selected_or_read() -> None:
    reader = SamvReader()
    assert ask(reader, FIND) == NO_CARD
    assert ask(reader, SELECT) == NOT_SELECTED
    assert ask(reader, READ) == NOT_READ


def test_a_card_is_read_only_when_it_is_selected_and_selected_only_when_it_is_found() -> None:
    reader = reader_with()
    assert ask(reader, SELECT) == NOT_SELECTED
    ask(reader, FIND)
    assert ask(reader, READ) == NOT_READ


def test_one_kind_of_reader_finds_no_card_after_a_reading_until_it_is_lifted() -> None:
    reader = selected()
    ask(reader, READ)
    assert ask(reader, FIND) == NO_CARD
    reader.lay(None)
    assert ask(reader, FIND) == NO_CARD
    reader.lay(IdCard(holder=CITIZEN))
    assert ask(reader, FIND) == FOUND


def test_the_other_kind_finds_the_card_for_as_long_as_it_lies_there() -> None:
    reader = selected(options=SamvOptions(after_read="finds-the-card"))
    ask(reader, READ)
    assert ask(reader, FIND, FIND) == FOUND + FOUND
    reader.lay(None)
    assert ask(reader, FIND) == NO_CARD


def test_the_new_address_is_read_straight_after_the_text() -> None:
    reader = selected(IdCard(holder=CITIZEN, new_address="广东省广州市番禺区桥南路八号"))
    ask(reader, READ)
    answer = ask(reader, NEW_ADDRESS)
    assert answer[:10] == frame("00 4A 00 00 90")
    assert answer[10:-1].decode("utf-16-le") == "广东省广州市番禺区桥南路八号".ljust(35)


def test_a_card_without_a_new_address_says_so_as_long_as_it_lies_there() -> None:
    reader = selected()
    ask(reader, READ)
    assert sw3(ask(reader, NEW_ADDRESS)) == 0x91
    reader.lay(None)
    assert ask(reader, NEW_ADDRESS) == NOT_READ


@pytest.mark.parametrize(
    ("fault", "status"),
    [
        (CardFault.REFUSES_MODULE, 0x31),
        (CardFault.REFUSED_BY_MODULE, 0x32),
        (CardFault.FORGED, 0x33),
        (CardFault.UNKNOWN, 0x40),
        (CardFault.UNREADABLE, 0x41),
    ],
)
def test_a_bad_card_is_found_and_refused_when_read_with_the_chips_own_status(
    fault: CardFault, status: int
) -> None:
    card = IdCard(holder=CITIZEN, fault=fault, chip_status=bytes((0x69, 0x82)))
    answer = ask(selected(card), READ)
    assert answer[7:10] == bytes((0x69, 0x82, status))
    assert len(answer) == 11


def test_a_card_that_cannot_be_selected_is_found_no_less() -> None:
    reader = reader_with(IdCard(holder=CITIZEN, fault=CardFault.UNSELECTABLE))
    assert ask(reader, FIND, SELECT) == FOUND + NOT_SELECTED


def test_a_card_lifted_in_the_reading_cannot_be_read_and_is_gone() -> None:
    reader = reader_with()
    reader.lifts_in_next_read = True
    assert ask(reader, FIND, SELECT, READ, FIND) == FOUND + SELECTED + NOT_READ + NO_CARD
    assert reader.card is None


def test_a_reading_takes_its_time_and_fails_at_once_when_the_card_is_lifted() -> None:
    reader = selected(options=SamvOptions(read_takes_s=1.0))
    assert reader.receive(READ + STATUS, 0.0) == b""
    assert reader.due(0.9) == b""
    assert len(reader.due(1.0)) == 1295 + len(OK)
    assert reader.receive(READ, 2.0) == b""
    reader.lay(None)
    assert reader.due(2.1) == NOT_READ


@pytest.mark.parametrize(
    ("fault", "answer"),
    [
        (ModuleFault.SELF_TEST_FAILED, SELF_TEST_FAILED),
        (ModuleFault.UNAUTHORISED, frame("00 04 00 00 66 62")),
    ],
)
def test_a_broken_module_says_so_to_every_command_until_it_is_mended(
    fault: ModuleFault, answer: bytes
) -> None:
    reader = reader_with()
    reader.fault = fault
    assert ask(reader, STATUS, FIND, RESET) == answer * 3
    reader.fault = None
    assert ask(reader, STATUS, FIND) == OK + FOUND


@pytest.mark.parametrize("forget", [lambda reader: ask(reader, RESET), SamvReader.power_off])
def test_reset_and_loss_of_power_forget_the_selection_but_not_the_card(forget: object) -> None:
    reader = selected()
    assert callable(forget)
    forget(reader)
    assert ask(reader, READ) == NOT_READ
    assert ask(reader, FIND) == FOUND


def test_a_request_cut_short_does_not_swallow_the_next() -> None:
    reader = SamvReader()
    assert ask(reader, STATUS[:8], STATUS) == OK
    assert reader.garbage == 8


def test_an_answer_leaves_at_the_pace_of_the_line() -> None:
    reader = SamvReader(SamvOptions(baud=9_600))
    assert reader.receive(STATUS, 10.0) == b""
    assert reader.due(10.005) == OK[:4]
    assert reader.due(10.0125) == OK[4:]
    reader.receive(frame("00 03 60 00 63"), 11.0)
    assert reader.due(11.01) == OK


def flag_and_fields(key: str, *places: tuple[int, int]) -> list[str]:
    block = text_block(resident(key))
    return [block[at : at + length].decode("utf-16-le").rstrip() for at, length in (*places, (248, 2))]


def test_a_permit_has_a_pass_number_and_no_ethnic_group() -> None:
    places = ((0, 30), (32, 4), (36, 16), (122, 36), (220, 18), (238, 4))
    assert flag_and_fields("ao-zhiming", *places) == [
        "区志明",
        "",
        "19951203",
        "820000199512031075",
        "M00300402",
        "02",
        "J",
    ]


def test_a_permanent_resident_of_2017_has_fifteen_places() -> None:
    places = ((0, 120), (120, 2), (122, 30), (152, 6), (158, 30), (188, 16), (204, 16), (220, 16), (240, 8))
    assert flag_and_fields("brandt", *places) == [
        "BRANDT, JOHANNES",
        "1",
        "DEU110079031540",
        "DEU",
        "",
        "20200601",
        "20300601",
        "19790315",
        "1100",
        "I",
    ]


def test_a_permanent_resident_of_2023_has_a_long_name_in_two_parts() -> None:
    places = ((0, 30), (30, 2), (32, 4), (36, 16), (52, 70), (220, 22), (122, 36), (242, 6), (250, 6))
    assert flag_and_fields("lemaire-new", *places) == [
        "勒美尔",
        "2",
        "01",
        "19880722",
        "LEMAIRE-DESROCHERS, CAMILLE ODETTE",
        "MARGUERITE",
        "944250198807220026",
        "FRA",
        "010",
        "Y",
    ]


@given(
    st.lists(st.binary(max_size=40) | st.sampled_from([FIND, SELECT, READ, STATUS, PREAMBLE]), max_size=12)
)
def test_whatever_comes_is_answered_with_whole_frames(pieces: list[bytes]) -> None:
    reader = reader_with()
    answers = b"".join(reader.receive(piece, 0.0) for piece in pieces)
    while answers:
        assert answers.startswith(PREAMBLE)
        answers = answers[7 + int.from_bytes(answers[5:7], "big") :]
