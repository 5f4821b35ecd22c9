import pytest
from hypothesis import given
from hypothesis import strategies as st

from drivers.protocol.ff68 import (
    MOST_DATA,
    Decoder,
    Frame,
    beep,
    confirm,
    show_ticket_first,
    show_waiting_first,
    start_rating,
)

FRAMES = st.builds(
    Frame,
    address=st.integers(0, 255),
    function=st.integers(0, 255),
    data=st.binary(max_size=MOST_DATA),
)


@pytest.mark.parametrize(
    ("frame", "published"),
    [
        (Frame(address=1, function=1, data=b"\x0c"), "FF 68 03 03 68 01 01 0C 0E 16"),
        (Frame(address=1, function=1, data=b"\x06\x0f"), "FF 68 04 04 68 01 01 06 0F 17 16"),
        (show_waiting_first(1, "023", None), "FF 68 08 08 68 01 02 0A 0A 0A 00 02 03 26 16"),
        (show_waiting_first(1, None, 15), "FF 68 08 08 68 01 02 00 01 05 0A 0A 0A 27 16"),
        (confirm(1, done=True), "FF 68 03 03 68 01 02 01 04 16"),
        (confirm(1, done=False), "FF 68 03 03 68 01 02 00 03 16"),
        (beep(1), "FF 68 02 02 68 01 03 04 16"),
        (start_rating(1), "FF 68 03 03 68 01 01 0B 0D 16"),
        (Frame(address=1, function=2, data=b"\x05"), "FF 68 03 03 68 01 02 05 08 16"),  # five stars
    ],
)
def test_frames_are_the_published_ones(frame: Frame, published: str) -> None:
    assert frame.encode() == bytes.fromhex(published)


@given(FRAMES)
def test_a_frame_comes_out_as_it_went_in(frame: Frame) -> None:
    assert Decoder().feed(frame.encode()) == [frame]


@given(st.lists(FRAMES, max_size=5), st.data())
def test_frames_come_out_however_they_are_cut(frames: list[Frame], data: st.DataObject) -> None:
    stream = b"".join(frame.encode() for frame in frames)
    decoder, heard = Decoder(), []
    while stream:
        cut = data.draw(st.integers(1, len(stream)))
        heard += decoder.feed(stream[:cut])
        stream = stream[cut:]
    assert heard == frames
    assert not decoder.is_waiting


@given(st.binary(max_size=64), FRAMES)
def test_a_frame_after_any_noise_is_found_when_the_line_falls_silent(noise: bytes, frame: Frame) -> None:
    decoder = Decoder()
    heard = decoder.feed(noise) + decoder.settle() + decoder.feed(frame.encode()) + decoder.settle()
    assert heard[-1] == frame


@given(st.binary(max_size=24).filter(lambda noise: b"\xff" not in noise), FRAMES)
def test_noise_before_a_frame_does_not_hold_it_up(noise: bytes, frame: Frame) -> None:
    assert Decoder().feed(noise + frame.encode()) == [frame]


@pytest.mark.parametrize(
    "broken",
    [
        "FF 68 03 03 68 01 01 0C 0F 16",  # wrong sum
        "FF 68 03 04 68 01 01 0C 0E 16",  # lengths differ
        "FF 68 01 01 68 01 01 16",  # no room for a function
        "FF 68 03 03 67 01 01 0C 0E 16",
        "FF 68 03 03 68 01 01 0C 0E 17",  # wrong end
        "FF 68 FF FF 68",
    ],
)
def test_a_broken_frame_is_dropped_and_the_next_is_heard(broken: str) -> None:
    whole = Frame(address=2, function=1, data=b"\x0d")
    assert Decoder().feed(bytes.fromhex(broken) + whole.encode()) == [whole]


def test_a_false_start_that_promises_more_than_comes_is_given_up_in_silence() -> None:
    whole = Frame(address=2, function=1, data=b"\x0d")
    decoder = Decoder()
    assert decoder.feed(bytes.fromhex("FF 68 0F 0F 68") + whole.encode()) == []
    assert decoder.settle() == [whole]


@given(st.binary(max_size=64))
def test_what_waits_never_grows_beyond_one_frame(noise: bytes) -> None:
    decoder = Decoder()
    decoder.feed(noise)
    assert len(decoder._buffer) < 9 + MOST_DATA


@pytest.mark.parametrize("data", [b"\x0c", b"\x06\x0f", b"\x01\x02\x0c"])
def test_a_key_may_follow_up_to_two_digits(data: bytes) -> None:
    assert Frame(address=1, function=1, data=data).is_key


@pytest.mark.parametrize("data", [b"", b"\x05", b"\x0b\x0c", b"\x01\x02\x03\x0c"])
def test_what_is_not_digits_and_a_key_is_no_press(data: bytes) -> None:
    assert not Frame(address=1, function=1, data=data).is_key


def test_a_rating_is_not_a_key() -> None:
    frame = Frame(address=1, function=0x11, data=b"\x0b")
    assert frame.is_rating
    assert not frame.is_key


@pytest.mark.parametrize(
    ("ticket", "waiting", "digits"),
    [("A023", 7, "00 00 07 00 02 03"), ("1023", 1200, "09 09 09 00 02 03"), ("7", 0, "00 00 00 0A 0A 07"),
     (None, None, "0A 0A 0A 0A 0A 0A")],
)  # fmt: skip
def test_six_digits_say_who_is_called_and_how_many_wait(ticket: str, waiting: int, digits: str) -> None:
    assert show_waiting_first(1, ticket, waiting).data == bytes.fromhex(digits)


def test_the_other_display_puts_the_ticket_first() -> None:
    assert show_ticket_first(1, "023", 15).data == bytes.fromhex("00 02 03 0A 01 05")
    assert show_ticket_first(1, None, None).data == b"\x0a"
