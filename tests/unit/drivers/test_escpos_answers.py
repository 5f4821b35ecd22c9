"""What printers send: published bits, and any bytes in any pieces."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drivers.contract.errors import CoverOpen, Garbled, PaperOut, PrinterFault, PrinterOffline
from drivers.contract.status import Cover, Cutter, Paper, State
from drivers.protocol import escpos_presenter as presenter
from drivers.protocol.escpos_answers import Decoder, RealTime, Stray, Told, WorkedOff
from drivers.protocol.escpos_back import TELL, Block
from drivers.protocol.escpos_presenter import Ejector, FullStatus
from drivers.protocol.escpos_status import ENQUIRIES, WORKED_OFF, Answers

FINE = Answers(0x12, 0x12, 0x12, 0x12)
FREE = st.integers(0, 255)
FIRST = FREE.map(lambda byte: byte & 0x6C | 0x10)
FURTHER = FREE.map(lambda byte: byte & 0x6F)
REAL_TIME = FREE.map(lambda byte: byte & 0x6C | 0x12)
BLOCKS = st.builds(Block, FIRST, FURTHER, FURTHER, FURTHER)


def heard(stream: bytes, *, has_presenter: bool = False) -> list[Told]:
    return Decoder(has_presenter=has_presenter).feed(stream)


def of(block: Block) -> bytes:
    return bytes((block.casing, block.faults, block.paper, block.reserved))


def test_questions_are_the_published_ones() -> None:
    assert ENQUIRIES == (b"\x10\x04\x01", b"\x10\x04\x02", b"\x10\x04\x03", b"\x10\x04\x04")
    assert WORKED_OFF == b"\x1dr\x01"
    assert TELL == b"\x1da\x0e"
    assert (presenter.RETRACT, presenter.EJECT) == (b"\x1de\x02", b"\x1de\x05")
    assert presenter.present(12) == b"\x1de\x03\x0c"
    assert (presenter.ASK_EJECTOR, presenter.ASK_FULL) == (b"\x1de\x06", b"\x10\x04\x14")


@pytest.mark.parametrize("answer", [0x00, 0x03, 0x0C, 0x0F])
def test_any_paper_after_the_question_in_turn_means_worked_off(answer: int) -> None:
    assert heard(bytes((answer,))) == [WorkedOff()]


@pytest.mark.parametrize(
    ("block", "status", "refusal"),
    [
        ("10 00 00 00", (State.ONLINE, Paper.ENOUGH, Cover.CLOSED, Cutter.FINE), None),
        ("14 00 00 00", (State.ONLINE, Paper.ENOUGH, Cover.CLOSED, Cutter.FINE), None),
        ("10 00 03 00", (State.ONLINE, Paper.LOW, Cover.CLOSED, Cutter.FINE), None),
        ("10 00 01 0F", (State.ONLINE, Paper.LOW, Cover.CLOSED, Cutter.FINE), None),
        ("18 00 0F 00", (State.USER_ERROR, Paper.OUT, Cover.CLOSED, Cutter.FINE), PaperOut),
        ("18 00 08 00", (State.USER_ERROR, Paper.OUT, Cover.CLOSED, Cutter.FINE), PaperOut),
        ("38 00 00 00", (State.USER_ERROR, Paper.ENOUGH, Cover.OPEN, Cutter.FINE), CoverOpen),
        ("18 08 00 00", (State.HARDWARE_ERROR, Paper.ENOUGH, Cover.CLOSED, Cutter.FAULT), PrinterFault),
        ("18 04 00 00", (State.HARDWARE_ERROR, Paper.ENOUGH, Cover.CLOSED, Cutter.FINE), PrinterFault),
        ("18 20 00 00", (State.HARDWARE_ERROR, Paper.ENOUGH, Cover.CLOSED, Cutter.FINE), PrinterFault),
        ("18 40 00 00", (State.OFFLINE, Paper.ENOUGH, Cover.CLOSED, Cutter.FINE), PrinterOffline),
        ("50 02 00 00", (State.OFFLINE, Paper.ENOUGH, Cover.CLOSED, Cutter.FINE), PrinterOffline),
    ],
)
def test_a_block_says_what_the_four_answers_say(block: str, status: tuple, refusal: type | None) -> None:
    (told,) = heard(bytes.fromhex(block))
    assert isinstance(told, Block)
    answers = told.answers()
    said = answers.status()
    assert (said.state, said.paper, said.cover, said.cutter) == status
    assert type(answers.refusal()) is (refusal or type(None))


@given(BLOCKS, BLOCKS, REAL_TIME, st.integers(0, 4))
def test_an_answer_in_the_middle_of_a_block_is_told_apart(
    one: Block, other: Block, answer: int, at: int
) -> None:
    stream = bytearray(of(one) + of(other))
    stream.insert(at, answer)
    told = heard(bytes(stream))
    assert [value for value in told if isinstance(value, Block)] == [one, other]
    assert [value for value in told if isinstance(value, RealTime)] == [RealTime(answer)]


@given(BLOCKS, st.integers(1, 3), BLOCKS)
def test_a_block_that_was_cut_off_is_passed_over_at_the_next(cut_off: Block, at: int, whole: Block) -> None:
    assert heard(of(cut_off)[:at] + of(whole)) == [whole]


@pytest.mark.parametrize("byte", [0x80, 0x90, 0x93, 0xC8, 0xFF])
def test_a_byte_of_no_kind_is_a_stray(byte: int) -> None:
    assert heard(bytes((byte,))) == [Stray(bytes((byte,)))]
    assert heard(bytes((0x10, byte))) == [Stray(bytes((byte,)))]


def test_flow_control_is_no_answer() -> None:
    assert heard(b"\x13\x11\x12\x11") == [RealTime(0x12)]


@given(pieces=st.lists(st.binary(max_size=9)), has_presenter=st.booleans(), is_asked=st.booleans())
def test_any_bytes_in_any_pieces_are_told_and_nothing_piles_up(
    *, pieces: list[bytes], has_presenter: bool, is_asked: bool
) -> None:
    decoder, whole = Decoder(has_presenter=has_presenter), Decoder(has_presenter=has_presenter)
    if is_asked:
        decoder.expect_ejector()
        whole.expect_ejector()
    assert [told for piece in pieces for told in decoder.feed(piece)] == whole.feed(b"".join(pieces))
    assert len(decoder._begun) < presenter.FULL_LENGTH


@given(BLOCKS)
def test_every_block_makes_answers_that_are_answers(block: Block) -> None:
    answers = block.answers()
    assert (answers.status().state is State.ONLINE) is (answers.refusal() is None)


@given(FREE)
def test_the_ejectors_byte_may_be_any_and_is_one_only_when_it_was_asked_for(byte: int) -> None:
    decoder = Decoder(has_presenter=True)
    decoder.expect_ejector()
    assert decoder.feed(bytes((byte,))) == [Ejector(byte)]
    assert not any(isinstance(told, Ejector) for told in decoder.feed(bytes((byte,))))


def test_the_ejectors_bits_are_the_published_ones() -> None:
    assert Ejector(0x08).has_ticket
    assert Ejector(0x80).is_jammed
    assert Ejector(0x10).is_moving
    assert Ejector(0x20).is_moving
    assert Ejector(0x40).added_to(FINE).is_broken
    quiet = Ejector(0x05)
    assert (quiet.has_ticket, quiet.is_jammed, quiet.is_moving) == (False, False, False)
    assert quiet.added_to(FINE) == FINE


@pytest.mark.parametrize(
    ("status", "has_ticket", "paper", "cover", "refusal"),
    [
        ("10 0F 00 00 00 00", False, Paper.ENOUGH, Cover.CLOSED, None),
        ("10 0F 20 00 00 00", True, Paper.ENOUGH, Cover.CLOSED, None),
        ("10 0F 04 00 00 00", False, Paper.LOW, Cover.CLOSED, None),
        ("10 0F 40 00 00 00", False, Paper.LOW, Cover.CLOSED, None),
        ("10 0F 81 00 00 00", False, Paper.OUT, Cover.CLOSED, PaperOut),
        ("10 0F 00 01 00 00", False, Paper.ENOUGH, Cover.OPEN, CoverOpen),
        ("10 0F 00 02 00 00", False, Paper.ENOUGH, Cover.OPEN, CoverOpen),
        ("10 0F 00 00 00 01", False, Paper.ENOUGH, Cover.CLOSED, PrinterFault),
        ("10 0F 00 34 21 00", False, Paper.ENOUGH, Cover.CLOSED, None),
    ],
)
def test_a_full_status_adds_what_it_alone_tells(
    *, status: str, has_ticket: bool, paper: Paper, cover: Cover, refusal: type | None
) -> None:
    (told,) = heard(bytes.fromhex(status), has_presenter=True)
    assert isinstance(told, FullStatus)
    answers = told.added_to(FINE)
    assert told.has_ticket is has_ticket
    assert (answers.status().paper, answers.status().cover) == (paper, cover)
    assert type(answers.refusal()) is (refusal or type(None))


@pytest.mark.parametrize("data", ["", "10 0F", "10 0E 00 00 00 00", "10 0F 00 00 00 00 00"])
def test_what_is_no_full_status_is_garbled(data: str) -> None:
    with pytest.raises(Garbled):
        FullStatus.of(bytes.fromhex(data))
