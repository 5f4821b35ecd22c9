"""Frames of the AA BB 51 54 strips against the published ones."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drivers.protocol.strip51 import HEAD_BYTES, Manner, show
from drivers.protocol.strip_letters import encode


@pytest.mark.parametrize(
    ("text", "manner", "published"),
    [
        (
            "AB欢迎光临12",
            Manner(play=1, speed=0, stay=0, colour=2, valid=0x63),
            "AA 01 BB 51 54 72 01 00 00 02 63 41 42 BB B6 D3 AD B9 E2 C1 D9 31 32 FF",
        ),
        (
            "空车",
            Manner(play=0x0B, speed=7, stay=0x63, colour=1, valid=0x63),
            "AA 01 BB 51 54 D5 0B 07 63 01 63 BF D5 B3 B5 FF",
        ),
    ],
)
def test_frames_are_the_published_ones(text: str, manner: Manner, published: str) -> None:
    assert show(1, text, manner) == bytes.fromhex(published)


def test_without_another_word_the_parameters_are_those_of_a_queue_in_use() -> None:
    assert show(3, "", Manner())[HEAD_BYTES:-1] == bytes.fromhex("01 00 99 00 63")


@given(st.text(), st.integers(1, 0xFF))
def test_the_end_of_a_frame_is_nowhere_in_its_text_and_the_sum_is_right(text: str, address: int) -> None:
    frame = show(address, text, Manner())
    assert 0xFF not in frame[HEAD_BYTES:-1]
    assert sum(frame[HEAD_BYTES:-1]) & 0xFF == frame[HEAD_BYTES - 1]


@given(st.text(), st.sampled_from(["gb2312", "gbk"]))
def test_any_text_becomes_one_line_that_the_strip_can_show(text: str, codec: str) -> None:
    shown = encode(text, codec).decode(codec)
    assert shown.isprintable() or shown == ""
    assert len(shown) <= len(text)


def test_letters_that_no_strip_has_become_boxes() -> None:
    assert encode("a\n镕𠮷\x07é", "gb2312").decode("gb2312") == "a □□é"
