"""Frames of the locker boards WKLY, as published."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drivers.protocol.lock_boards import DoorsTold, UnlockTold
from drivers.protocol.wkly import MOST_LENGTH, Wkly, encode


def frame(text: str) -> bytes:
    return bytes.fromhex(text)


def test_requests_are_the_published_frames() -> None:
    assert Wkly().unlock(0, 1).said == frame("57 4B 4C 59 09 00 82 01 83")
    assert Wkly().unlock(1, 2).said == frame("57 4B 4C 59 09 01 82 02 81")
    assert Wkly().unlock(10, 1).said == frame("57 4B 4C 59 09 0A 82 01 89")


@pytest.mark.parametrize(
    ("published", "board", "command", "data"),
    [
        ("57 4B 4C 59 08 01 86 86", 1, 0x86, ()),  # open all
        ("57 4B 4C 59 09 00 88 08 80", 0, 0x88, (8,)),  # hold open
        ("57 4B 4C 59 09 00 89 08 81", 0, 0x89, (8,)),  # close channel
        ("57 4B 4C 59 0A 00 81 00 01 83", 0, 0x81, (0, 1)),  # the answer to flash
        ("57 4B 4C 59 0B 00 82 00 01 00 81", 0, 0x82, (0, 1, 0)),
        ("57 4B 4C 59 0B 00 83 00 01 00 80", 0, 0x83, (0, 1, 0)),
        ("57 4B 4C 59 0E 00 84 00 04 00 01 01 00 87", 0, 0x84, (0, 4, 0, 1, 1, 0)),
        ("57 4B 4C 59 0A 00 85 01 01 86", 0, 0x85, (1, 1)),
    ],
)
def test_each_published_frame_has_this_length_and_checksum(
    published: str, board: int, command: int, data: tuple[int, ...]
) -> None:
    assert encode(board, command, *data) == frame(published)


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        ("57 4B 4C 59 0B 00 82 00 01 00 81", UnlockTold(board=0, channel=1)),
        ("57 4B 4C 59 0B 00 83 00 01 00 80", DoorsTold(board=0, channel=1, are_closed={1: False})),
        (
            "57 4B 4C 59 0E 00 84 00 04 00 01 01 00 87",
            DoorsTold(board=0, channel=None, are_closed={1: False, 2: True, 3: True, 4: False}),
        ),
        (
            "57 4B 4C 59 0A 00 85 01 01 86",
            DoorsTold(board=0, channel=1, are_closed={1: True}, is_answer=False),
        ),
    ],
)
def test_published_answers_are_read(answer: str, told: object) -> None:
    assert Wkly().feed(frame(answer)) == [told]


def test_where_00_is_a_closed_door_all_is_the_other_way_round() -> None:
    (told,) = Wkly(closed_is=0).feed(frame("57 4B 4C 59 0E 00 84 00 04 00 01 01 00 87"))
    assert isinstance(told, DoorsTold)
    assert told.are_closed == {1: True, 2: False, 3: False, 4: True}


def test_a_door_the_board_cannot_tell_of_is_not_known() -> None:
    reports = Wkly().feed(encode(0, 0x83, 0xFF, 1, 0) + encode(0, 0x84, 0, 2, 0xFF, 1))
    assert reports == [
        DoorsTold(board=0, channel=1, are_closed={1: None}),
        DoorsTold(board=0, channel=None, are_closed={1: None, 2: True}),
    ]


def test_requests_are_answered_by_their_own_board_and_door_only() -> None:
    boards = Wkly()
    (door,) = boards.feed(encode(3, 0x83, 0, 7, 1))
    (board,) = boards.feed(encode(3, 0x84, 0, 1, 1))
    assert boards.ask(3, 7).is_answered_by(door)
    assert boards.ask(3).is_answered_by(board)
    for other in (boards.ask(3), boards.ask(3, 8), boards.ask(2, 7), boards.unlock(3, 7)):
        assert not other.is_answered_by(door)


@pytest.mark.parametrize(
    "passed_over",
    [
        "57 4B 4C 59 0B 00 83 00 01 00 81",  # a wrong checksum
        "57 4B 4C 59 08 00 84 8F",  # our own question, handed back
        "57 4B 4C 59 09 00 84 00 88",  # no count
        "57 4B 4C 59 0C 00 84 00 04 00 01 85",  # fewer states than it says
        "57 4B 4C 59 07 00 00",  # shorter than any frame
        "57 4B 4C 59 FF",  # longer than any frame
        "57 4B 57 4B",
    ],
)
def test_what_is_no_report_is_passed_over_and_hides_none(passed_over: str) -> None:
    boards = Wkly()
    change = encode(0, 0x85, 2, 0)
    reports = boards.feed(frame(passed_over) + change) + boards.settle()
    assert reports == [DoorsTold(board=0, channel=2, are_closed={2: False}, is_answer=False)]


@given(pieces=st.lists(st.binary(max_size=90) | st.just(b"WKLY") | st.just(b"WKLY\x4a\x00\x84\x00\x40")))
def test_whatever_comes_is_read_or_passed_over(pieces: list[bytes]) -> None:
    boards = Wkly()
    for piece in pieces:
        boards.feed(piece)
        assert len(boards._buffer) < MOST_LENGTH
    boards.settle()
    assert not boards.is_waiting


@given(
    board=st.integers(0, 31),
    states=st.lists(st.sampled_from([0, 1]), min_size=1, max_size=50),
    at=st.integers(0, 60),
)
def test_a_boards_answer_in_two_pieces_is_read(board: int, states: list[int], at: int) -> None:
    answer = encode(board, 0x84, 0, len(states), *states)
    boards = Wkly()
    (told,) = boards.feed(answer[:at]) + boards.feed(answer[at:])
    assert isinstance(told, DoorsTold)
    assert [told.are_closed[channel] for channel in range(1, len(states) + 1)] == [
        state == 1 for state in states
    ]
