"""Strips of `AA addr BB 51 54`, against the published frames."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.peers.strip51 import Line
from sim.rig.strips import PtyStrip51, Shown

WELCOME = bytes.fromhex("AA 01 BB 51 54 72 01 00 00 02 63 41 42 BB B6 D3 AD B9 E2 C1 D9 31 32 FF")
EMPTY_CAR = bytes.fromhex("AA 01 BB 51 54 D5 0B 07 63 01 63 BF D5 B3 B5 FF")


def frame(text: str, *, to: int = 1, play: int = 8, colour: int = 0, kind: int = 0x54) -> bytes:
    valid = b"\x63" if kind == 0x54 else b""
    body = bytes((play, 0, 0x99, colour)) + valid + text.encode("gb2312")
    return bytes((0xAA, to, 0xBB, 0x51, kind, sum(body) & 0xFF)) + body + b"\xff"


@pytest.fixture
def strips(tmp_path: Path) -> PtyStrip51:
    return PtyStrip51(link=tmp_path / "tty51", addresses=(1, 2))


@pytest.mark.parametrize(
    ("published", "shown"),
    [
        (WELCOME, Shown(text="AB欢迎光临12", colour="yellow", motion="leftwards")),
        (EMPTY_CAR, Shown(text="空车", colour="green", motion="code 0B")),
    ],
)
def test_the_published_frames_are_shown(strips: PtyStrip51, published: bytes, shown: Shown) -> None:
    assert strips.receive(published, 0) == b""
    assert strips.shown(1) == shown
    assert strips.shown(2) is None
    assert strips.garbage == 0


def test_a_frame_for_everybody_stands_on_all_strips(strips: PtyStrip51) -> None:
    strips.receive(frame("暂停", to=0xFF), 0)
    assert strips.shown(1) == strips.shown(2) == Shown(text="暂停", colour="red", motion="still")


def test_blanks_are_darkness(strips: PtyStrip51) -> None:
    strips.receive(frame("023"), 0)
    strips.receive(frame("  "), 0)
    assert strips.shown(1) is None
    assert strips.frames(1) == 2


def test_a_text_that_is_saved_does_not_show(strips: PtyStrip51) -> None:
    strips.receive(frame("欢迎", kind=0x44), 0)
    assert strips.shown(1) is None
    assert strips.frames(1) == 1


def test_a_wrong_sum_is_passed_over(strips: PtyStrip51) -> None:
    spoilt = bytearray(WELCOME)
    spoilt[5] ^= 1
    strips.receive(bytes(spoilt) + EMPTY_CAR, 0)
    assert strips.shown(1) == Shown(text="空车", colour="green", motion="code 0B")
    assert strips.garbage == len(WELCOME)


@given(st.binary(max_size=40).map(lambda noise: noise.replace(b"\xaa", b"")))
def test_frames_are_found_behind_noise_in_any_pieces(noise: bytes) -> None:
    line = Line([1])
    for byte in noise + WELCOME:
        line.receive(bytes((byte,)), 0)
    assert line.strips[1].frames == 1
    assert line.garbage == len(noise)


@given(st.binary(max_size=1500))
def test_no_noise_upsets_the_line_or_fills_it(noise: bytes) -> None:
    line = Line([1])
    for _ in range(3):
        assert line.receive(b"\xaa\x01\xbb\x51\x54" + noise, 0) == b""
    line.receive(bytes(1024) + b"\xff" + WELCOME, 0)
    assert line.strips[1].shown is not None
    assert line.strips[1].shown.text == "AB欢迎光临12"


def test_a_host_on_the_line_is_heard(tmp_path: Path) -> None:
    with PtyStrip51(link=tmp_path / "tty51", addresses=(3,)) as strips:
        host = os.open(tmp_path / "tty51", os.O_RDWR | os.O_NOCTTY)
        os.write(host, frame("请 012 号", to=3))
        strips.wait_for(lambda: strips.shown(3) is not None)
        os.close(host)
        assert strips.shown(3) == Shown(text="请 012 号", colour="red", motion="still")
    assert not (tmp_path / "tty51").exists()
