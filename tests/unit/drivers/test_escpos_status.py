import pytest
from hypothesis import given
from hypothesis import strategies as st

from drivers.contract.errors import CoverOpen, Garbled, PaperOut, PrinterFault, PrinterOffline, Refused
from drivers.contract.status import Cover, Cutter, Paper, State
from drivers.protocol.escpos_status import Answers, is_real_time, is_worked_off

REAL_TIME = st.sampled_from([byte for byte in range(256) if is_real_time(byte)])
FINE = (0x12, 0x12, 0x12, 0x12)


def test_a_printer_in_order_is_online_and_refuses_nothing() -> None:
    answers = Answers(*FINE)
    assert answers.status().state is State.ONLINE
    assert answers.refusal() is None


@pytest.mark.parametrize("paper", [0x16, 0x1A, 0x1E])
def test_either_bit_of_near_end_is_low_paper_and_still_prints(paper: int) -> None:
    answers = Answers(0x12, 0x12, 0x12, paper)
    assert answers.status().paper is Paper.LOW
    assert answers.refusal() is None


@pytest.mark.parametrize(
    ("answers", "state", "refusal"),
    [
        ((0x1A, 0x32, 0x12, 0x7E), State.USER_ERROR, PaperOut),
        ((0x1A, 0x12, 0x12, 0x32), State.USER_ERROR, PaperOut),
        ((0x1A, 0x16, 0x12, 0x12), State.USER_ERROR, CoverOpen),
        ((0x1A, 0x16, 0x12, 0x7E), State.USER_ERROR, CoverOpen),
        ((0x1A, 0x52, 0x1A, 0x12), State.HARDWARE_ERROR, PrinterFault),
        ((0x1A, 0x52, 0x32, 0x12), State.HARDWARE_ERROR, PrinterFault),
        ((0x1A, 0x52, 0x12, 0x12), State.HARDWARE_ERROR, PrinterFault),
        ((0x1A, 0x52, 0x52, 0x12), State.OFFLINE, PrinterOffline),
        ((0x1A, 0x12, 0x12, 0x12), State.OFFLINE, PrinterOffline),
    ],
)
def test_what_keeps_a_printer_from_printing_is_named(
    answers: tuple[int, int, int, int], state: State, refusal: type[Refused]
) -> None:
    told = Answers(*answers)
    assert told.status().state is state
    assert type(told.refusal()) is refusal


def test_parts_are_told_apart() -> None:
    status = Answers(0x1A, 0x56, 0x1A, 0x1E).status()
    assert (status.paper, status.cover, status.cutter) == (Paper.LOW, Cover.OPEN, Cutter.FAULT)


@given(REAL_TIME, REAL_TIME, REAL_TIME, REAL_TIME)
def test_a_printer_is_online_exactly_when_it_refuses_nothing(
    one: int, two: int, three: int, four: int
) -> None:
    answers = Answers(one, two, three, four)
    assert (answers.status().state is State.ONLINE) is (answers.refusal() is None)


@given(st.tuples(*[st.integers(0, 255)] * 4).filter(lambda four: not all(map(is_real_time, four))))
def test_a_byte_without_the_fixed_bits_is_no_status(answers: tuple[int, int, int, int]) -> None:
    with pytest.raises(Garbled):
        Answers(*answers)


@given(st.integers(0, 255))
def test_no_byte_can_be_both_answers(byte: int) -> None:
    assert not (is_real_time(byte) and is_worked_off(byte))
