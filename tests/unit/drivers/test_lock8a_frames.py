"""Frames of the locker boards 8A/80/90/9A, as published."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drivers.protocol.lock8a import Lock8A
from drivers.protocol.lock_boards import DoorsTold, UnlockTold, framed

LONGEST_FRAME = 11


def frame(text: str) -> bytes:
    return bytes.fromhex(text)


def open_doors(told: DoorsTold) -> list[int]:
    return [channel for channel, is_closed in told.are_closed.items() if not is_closed]


@pytest.mark.parametrize(
    "published",
    [
        "8A 01 01 11 9B",  # open one
        "8A 01 00 11 9A",  # open all
        "80 01 01 33 B3",  # status one
        "80 01 01 11 91",
        "80 01 01 00 80",
        "80 01 00 33 B2",  # status all
        "80 01 00 00 00 33 B2",
        "80 01 00 00 02 33 B0",
        "90 01 02 02 02 93",  # open several: doors 2, 10, 18
        "9A 01 01 11 8B",  # hold power on
        "81 01 01 00 81",  # a change, unasked
        "81 01 01 11 90",
        "82 01 00 22 A1",  # read firmware
        "80 01 00 99 18",  # ask address
    ],
)
def test_each_published_frame_has_this_checksum(published: str) -> None:
    assert framed(*frame(published)[:-1]) == frame(published)


def test_requests_are_the_published_frames() -> None:
    boards = Lock8A(channels=24)
    assert boards.unlock(1, 1).said == frame("8A 01 01 11 9B")
    assert boards.ask(1, 1).said == frame("80 01 01 33 B3")
    assert boards.ask(1).said == frame("80 01 00 33 B2")


def test_seconds_stand_before_the_checksum() -> None:
    assert Lock8A(channels=24, open_s=9).unlock(2, 3).said == frame("8A 02 03 11 09 93")


@pytest.mark.parametrize(("answer", "is_closed"), [("80 01 01 11 91", True), ("80 01 01 00 80", False)])
def test_a_doors_answer_is_read(answer: str, is_closed: bool) -> None:  # noqa: FBT001 - a table
    boards = Lock8A(channels=24)
    request = boards.ask(1, 1)
    boards.expect(request)
    (told,) = boards.feed(frame(answer))
    assert told == DoorsTold(board=1, channel=1, are_closed={1: is_closed})
    assert request.is_answered_by(told)


def test_on_boards_switched_by_an_open_door_11_is_open() -> None:
    boards = Lock8A(channels=24, closed_is_switched=False)
    boards.expect(boards.ask(1, 1))
    assert boards.feed(frame("80 01 01 11 91")) == [DoorsTold(board=1, channel=1, are_closed={1: False})]


@pytest.mark.parametrize(
    ("answer", "channels", "lowest_last", "switched"),
    [
        ("80 01 00 00 00 33 B2", 24, True, []),
        ("80 01 00 00 02 33 B0", 24, True, [2]),
        ("80 01 00 00 02 33 B0", 24, False, [18]),
        ("80 01 02 00 00 33 B0", 24, False, [2]),
        ("80 01 00 00 02 33 B0", 8, True, [2]),  # boards of 8 send three bytes too
        ("80 01 02 00 00 00 00 00 01 33 B1", 50, True, [1, 50]),
        ("80 01 01 00 00 00 00 00 02 33 B1", 50, False, [1, 50]),
    ],
)
def test_a_boards_answer_is_read(
    answer: str,
    channels: int,
    lowest_last: bool,  # noqa: FBT001 - a table
    switched: list[int],
) -> None:
    boards = Lock8A(channels=channels, closed_is_switched=False, lowest_last=lowest_last)
    request = boards.ask(1)
    boards.expect(request)
    (told,) = boards.feed(frame(answer))
    assert isinstance(told, DoorsTold)
    assert request.is_answered_by(told)
    assert list(told.are_closed) == list(range(1, channels + 1))
    assert open_doors(told) == switched


def test_a_boards_answer_that_begins_like_a_doors_is_read_by_what_was_asked() -> None:
    """Its first five bytes are a door's answer with a right checksum."""
    answer = framed(0x80, 0x01, 0x01, 0x00, 0x80, 0x33)
    boards = Lock8A(channels=24)
    boards.expect(boards.ask(1))
    (told,) = boards.feed(answer)
    assert isinstance(told, DoorsTold)
    assert told.channel is None


@pytest.mark.parametrize("header", [0x81, 0x82])
def test_a_change_told_unasked_is_no_answer(header: int) -> None:
    boards = Lock8A(channels=24, event_header=header)
    request = boards.ask(1, 1)
    boards.expect(request)
    (told,) = boards.feed(framed(header, 0x01, 0x01, 0x00))
    assert told == DoorsTold(board=1, channel=1, are_closed={1: False}, is_answer=False)
    assert not request.is_answered_by(told)


@pytest.mark.parametrize("event_header", [0x82, None])
def test_changes_with_another_header_are_passed_over(event_header: int | None) -> None:
    boards = Lock8A(channels=24, event_header=event_header)
    assert boards.feed(frame("81 01 01 00 81")) == []
    assert boards.settle() == []


def test_the_answer_to_open_says_nothing_of_the_door() -> None:
    boards = Lock8A(channels=24)
    request = boards.unlock(1, 1)
    (told,) = boards.feed(frame("8A 01 01 00 8A"))
    assert told == UnlockTold(board=1, channel=1)
    assert request.is_answered_by(told)
    assert not boards.ask(1, 1).is_answered_by(told)


@pytest.mark.parametrize(
    "noise",
    [
        "00 00",
        "80",  # the beginning of an answer that never ends
        "8A 01 01 11 9C",  # a wrong checksum
        "81 01 01 22 A3",  # a state that does not exist
        "81 01 19 11 88",  # a channel this board has not
    ],
)
def test_noise_hides_no_change(noise: str) -> None:
    boards = Lock8A(channels=24)
    reports = boards.feed(frame(noise) + frame("81 01 02 11 93")) + boards.settle()
    assert reports == [DoorsTold(board=1, channel=2, are_closed={2: True}, is_answer=False)]


@pytest.mark.parametrize("channel", [None, 1])
def test_our_own_question_handed_back_by_the_adapter_is_no_answer_and_hides_none(channel: int | None) -> None:
    boards = Lock8A(channels=24)
    request = boards.ask(1, channel)
    boards.expect(request)
    answer = frame("80 01 00 00 02 33 B0" if channel is None else "80 01 01 11 91")
    (told,) = boards.feed(request.said + answer)
    assert request.is_answered_by(told)


@given(pieces=st.lists(st.binary(max_size=40)), channel=st.none() | st.integers(1, 50), many=st.booleans())
def test_whatever_comes_is_read_or_passed_over(pieces: list[bytes], channel: int | None, many: bool) -> None:  # noqa: FBT001 - hypothesis
    boards = Lock8A(channels=50 if many else 24)
    boards.expect(boards.ask(1, channel))
    for piece in pieces:
        boards.feed(piece)
        assert len(boards._buffer) < LONGEST_FRAME
    boards.settle()
    assert not boards.is_waiting


@given(
    noise=st.binary(max_size=20).filter(lambda noise: not set(noise) & {0x80, 0x81, 0x8A}),
    at=st.integers(0, 5),
)
def test_a_change_is_found_in_any_noise_and_pieces(noise: bytes, at: int) -> None:
    boards = Lock8A(channels=24)
    change = frame("81 01 01 11 90")
    reports = boards.feed(noise + change[:at]) + boards.feed(change[at:] + noise)
    assert reports == [DoorsTold(board=1, channel=1, are_closed={1: True}, is_answer=False)]
