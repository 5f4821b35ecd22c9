"""Callers and pads, against the published frames."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.peers.ff68.bus import Bus
from sim.peers.ff68.devices import KEYS, Caller, Evaluator
from sim.peers.ff68.frames import Frame, FrameReader

CALL_KEY = bytes.fromhex("FF 68 03 03 68 01 01 0C 0E 16")
DIGITS_KEY = bytes.fromhex("FF 68 04 04 68 01 01 06 0F 17 16")
START_PAD = bytes.fromhex("FF 68 03 03 68 01 01 0B 0D 16")
STARS_5 = bytes.fromhex("FF 68 03 03 68 01 02 05 08 16")


@pytest.mark.parametrize(
    ("published", "frame"),
    [
        (CALL_KEY.hex(), Frame(1, 1, b"\x0c")),
        (DIGITS_KEY.hex(), Frame(1, 1, b"\x06\x0f")),
        ("FF 68 08 08 68 01 02 0A 0A 0A 00 02 03 26 16", Frame(1, 2, b"\x0a\x0a\x0a\x00\x02\x03")),
        ("FF 68 08 08 68 01 02 00 01 05 0A 0A 0A 27 16", Frame(1, 2, b"\x00\x01\x05\x0a\x0a\x0a")),
        ("FF 68 02 02 68 01 03 04 16", Frame(1, 3, b"")),
        (START_PAD.hex(), Frame(1, 1, b"\x0b")),
        (STARS_5.hex(), Frame(1, 2, b"\x05")),
    ],
)
def test_frames_are_the_published_ones(published: str, frame: Frame) -> None:
    assert frame.encode() == bytes.fromhex(published)
    assert FrameReader().feed(bytes.fromhex(published)) == [frame]


@given(st.lists(st.binary(max_size=6), max_size=6), st.binary(max_size=10))
def test_frames_are_found_again_behind_any_noise_that_holds_no_start(data: list[bytes], noise: bytes) -> None:
    quiet = noise.replace(b"\x68", b"")
    frames = [Frame(n + 1, 2, body) for n, body in enumerate(data)]
    reader = FrameReader()
    stream = b"".join(quiet + frame.encode() for frame in frames)
    assert [found for byte in stream for found in reader.feed(bytes((byte,)))] == frames


@given(st.binary(max_size=64))
def test_noise_never_upsets_the_reader(noise: bytes) -> None:
    FrameReader().feed(noise)


def test_a_pressed_key_goes_out_and_the_echo_settles_it() -> None:
    caller = Caller(1)
    bus = Bus([caller], [])
    caller.press(KEYS["call"], "", 10.0)
    assert bus.due(10.0) == CALL_KEY
    assert bus.receive(CALL_KEY, 10.08) == b""
    assert bus.due(20.0) == b""
    assert caller.presses.made[0].after_s == pytest.approx(0.08)


def test_digits_come_before_the_key() -> None:
    caller = Caller(1)
    caller.press(KEYS["function"], "6", 0.0)
    assert Bus([caller], []).due(0.0) == DIGITS_KEY


def test_without_an_echo_the_key_is_sent_three_times_and_given_up() -> None:
    caller = Caller(1)
    bus = Bus([caller], [])
    caller.press(KEYS["call"], "", 0.0)
    sent = [bus.due(tenth / 10) for tenth in range(30)]
    assert sent.count(CALL_KEY) == 3
    assert not caller.presses.made[0].is_acknowledged


def test_an_echo_that_comes_too_late_is_noted_as_late() -> None:
    caller = Caller(1)
    bus = Bus([caller], [])
    caller.press(KEYS["call"], "", 0.0)
    for tenth in range(30):
        bus.due(tenth / 10)
    bus.receive(CALL_KEY, 3.5)
    assert caller.presses.made[0].after_s == 3.5


def test_the_next_key_waits_for_the_first_to_be_settled() -> None:
    caller = Caller(1)
    bus = Bus([caller], [])
    caller.press(KEYS["call"], "", 0.0)
    caller.press(KEYS["function"], "6", 0.1)
    assert bus.due(0.1) == CALL_KEY
    assert bus.receive(CALL_KEY, 0.2) == DIGITS_KEY


def test_callers_hear_their_own_address_only() -> None:
    first, second = Caller(1), Caller(2)
    bus = Bus([first, second], [])
    bus.receive(Frame(2, 2, b"\x0a\x0a\x0a\x00\x02\x03").encode(), 0.0)
    assert (first.display, second.display) == ("______", "___023")


def test_a_caller_shows_ok_and_fail_and_beeps() -> None:
    caller = Caller(1)
    bus = Bus([caller], [])
    bus.receive(bytes.fromhex("FF 68 03 03 68 01 02 01 04 16"), 0.0)
    assert caller.is_ok is True
    bus.receive(bytes.fromhex("FF 68 03 03 68 01 02 00 03 16 FF 68 02 02 68 01 03 04 16"), 0.0)
    assert (caller.is_ok, caller.beeps) == (False, 1)


def test_a_pad_is_asked_and_its_value_acknowledged_in_the_usual_form() -> None:
    pad = Evaluator(0x81)
    bus = Bus([], [pad])
    bus.receive(Frame(0x81, 1, b"\x0b").encode(), 0.0)
    assert (pad.is_asked, pad.asks) == (True, 1)
    pad.press(3, 1.0)
    assert bus.due(1.0) == bytes.fromhex("FF 68 03 03 68 81 11 03 95 16")
    bus.receive(bytes.fromhex("FF 68 03 03 68 81 01 03 85 16"), 1.1)  # FUNC 01, CS less 10
    assert (pad.is_asked, pad.presses.acknowledged) == (False, 1)
    bus.receive(Frame(0x81, 1, b"\x0b").encode(), 2.0)
    assert (pad.is_asked, pad.asks) == (True, 2)


def test_a_pad_of_the_other_kind_wants_the_bare_acknowledgement() -> None:
    pad = Evaluator(0x81, "bare")
    bus = Bus([], [pad])
    pad.press(0, 0.0)
    bus.due(0.0)
    bus.receive(bytes.fromhex("FF 68 03 03 68 81 01 00 82 16"), 0.1)
    assert pad.presses.acknowledged == 0
    bus.receive(bytes.fromhex("68 02 02 68 81 01 82 16"), 0.2)
    assert pad.presses.acknowledged == 1


def test_stars_follow_the_host() -> None:
    pad = Evaluator(1)
    bus = Bus([], [pad])
    assert pad.stars == 5
    bus.receive(bytes.fromhex("FF 68 03 03 68 01 02 00 03 16"), 0.0)
    assert pad.stars == 0


def test_bytes_of_no_frame_are_counted() -> None:
    bus = Bus([Caller(1)], [])
    bus.receive(b"\x00\x16\x68\x03\x04\x68" + CALL_KEY, 0.0)
    assert bus.garbage == 6
