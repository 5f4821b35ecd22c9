"""BX cards, against the published frames."""

import socket
import struct
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from sim.errors import BadLever
from sim.peers.bx.card import Line
from sim.peers.bx.frames import Frame, FrameReader, crc16, escape, unescape
from sim.rig.strips import PtyBxStrip, Shown, TcpBxStrip

HEADER = bytes.fromhex("01 00 00 80 00 00 00 00 00 00 FE 02")
TEMPERATURE = bytes.fromhex(
    "A3 06 02 00 00 00 01 2C 00 00 00 00 0C 00 40 00 0C 00 01 0A 01 02 00 00 00 00 01 01 01 00 17 02"
    "11 00 00 00 5C 46 4F 30 30 30 54 45 4D 50 45 52 3A 32 31 A1 E6"
)
# Published only in part ("HUM:66%RH" at the end, length 33h); Y 18h, the next row, is what fits its CRC.
HUMIDITY = bytes.fromhex(
    "A3 06 02 00 00 00 01 2A 00 00 00 00 18 00 40 00 0C 00 01 0A 01 02 00 00 00 00 01 01 01 00 17 02"
    "0F 00 00 00 5C 46 4F 30 30 30 48 55 4D 3A 36 36 25 52 48"
)
PUBLISHED = [
    (bytes.fromhex("A2 00 01 00 00"), "68 F8"),
    (bytes.fromhex("A1 02 01 00 00"), "2D 40"),
    (bytes.fromhex("A3 10 01 00 00"), "51 F8"),
    (TEMPERATURE, "82 DA"),
    (HUMIDITY, "36 7A"),
]
YES = bytes.fromhex("A0 00 00 00 00")
NO = bytes.fromhex("A0 01 01 00 00")


def wired(data: bytes, crc: str) -> bytes:
    body = HEADER + len(data).to_bytes(2, "little") + data
    return b"\xa5" * 8 + escape(body + bytes.fromhex(crc)) + b"\x5a"


def area(
    text: str, *, number: int = 0, top: int = 0, display: int = 1, run_mode: int = 0, x: int = 0
) -> bytes:
    gbk = text.encode("gbk")
    head = (0, x, top, 24, 16, number, 0, run_mode, 5, b"\0\0\0", 1, 1, display, 0, 5, 2, len(gbk))
    body = struct.pack("<BHHHHBBBH3sBBBBBBI", *head) + gbk
    return len(body).to_bytes(2, "little") + body


def show(*areas: bytes, deleted: bytes = b"", answer: int = 1, to: int = 1) -> bytes:
    counts = bytes((len(deleted),)) + deleted + bytes((len(areas),))
    return Frame(to, 0x8000, bytes((0xA3, 0x06, answer, 0, 0)) + counts + b"".join(areas)).encode()


def said(answer: bytes) -> list[bytes]:
    return [frame.data for frame in FrameReader().feed(answer)]


@pytest.fixture
def strip(tmp_path: Path) -> PtyBxStrip:
    return PtyBxStrip(link=tmp_path / "ttyBX", addresses=(1, 2))


@pytest.mark.parametrize(("data", "crc"), PUBLISHED)
def test_frames_are_the_published_ones(data: bytes, crc: str) -> None:
    frame = Frame(1, 0x8000, data)
    assert frame.encode() == wired(data, crc)
    assert FrameReader().feed(wired(data, crc)) == [frame]


@pytest.mark.parametrize(
    ("plain", "on_the_wire"),
    [("A5", "A6 02"), ("A6", "A6 01"), ("5A", "5B 02"), ("5B", "5B 01"), ("41", "41")],
)
def test_bytes_that_mark_a_frame_are_escaped_inside_it(plain: str, on_the_wire: str) -> None:
    assert escape(bytes.fromhex(plain)) == bytes.fromhex(on_the_wire)
    assert unescape(bytes.fromhex(on_the_wire)) == bytes.fromhex(plain)


def test_the_crc_is_arc() -> None:
    assert crc16(b"123456789") == (0xBB3D).to_bytes(2, "little")  # the check value of the catalogue of CRCs


@given(st.lists(st.binary(max_size=40), max_size=5), st.binary(max_size=20))
def test_frames_are_found_again_behind_any_noise(data: list[bytes], noise: bytes) -> None:
    frames = [Frame(1, 0x8000, body) for body in data]
    reader = FrameReader()
    stream = b"".join(noise + frame.encode() for frame in frames)
    found = [frame for byte in stream for frame in reader.feed(bytes((byte,)))]
    assert [frame for frame in found if frame in frames] == frames


@given(st.binary(max_size=200))
def test_noise_never_upsets_a_card(noise: bytes) -> None:
    Line([1]).receive(noise, 0)
    Line([1]).receive(show(noise), 0)


def test_a_captured_text_stands_on_the_strip(strip: PtyBxStrip) -> None:
    assert strip.receive(wired(TEMPERATURE, "82 DA"), 0) == b""  # it asks for no answer
    assert strip.shown() == Shown(text="TEMPER:21℃", colour="red", motion="still")
    assert strip.shown(2) is None
    assert strip.garbage == 0


def test_the_answer_comes_only_when_asked_for(strip: PtyBxStrip) -> None:
    assert said(strip.receive(show(area("受理"), answer=1), 0)) == [YES]
    assert said(strip.receive(show(area("受理"), answer=2), 0)) == []


@pytest.mark.parametrize("command", ["A2 00 01 00 00", "A1 02 01 00 00", "A3 10 01 00 00"])
def test_ping_status_and_clear_are_answered_from_the_cards_address(strip: PtyBxStrip, command: str) -> None:
    answer = strip.receive(Frame(2, 0x8000, bytes.fromhex(command)).encode(), 0)
    assert FrameReader().feed(answer) == [Frame(0x8000, 2, YES)]


def test_controls_in_a_text_are_its_colour_and_lines(strip: PtyBxStrip) -> None:
    strip.receive(show(area(r"\C2\FO000请023号\n到3号窗口", display=3)), 0)
    assert strip.shown() == Shown(text="请023号\n到3号窗口", colour="green", motion="leftwards")


def test_a_hanzi_whose_second_byte_is_a_backslash_is_no_control(strip: PtyBxStrip) -> None:
    assert "誠".encode("gbk")[1:] == b"\\"
    strip.receive(show(area("誠C2")), 0)
    assert strip.shown() == Shown(text="誠C2", colour="red", motion="still")


def test_several_areas_are_told_apart_replaced_and_deleted(strip: PtyBxStrip) -> None:
    strip.receive(show(area("下", number=1, top=16), area("上", number=0)), 0)
    assert strip.shown() == Shown(text="上\n下", colour="red", motion="still")
    strip.receive(show(area("新", number=0)), 0)
    assert strip.shown() == Shown(text="新\n下", colour="red", motion="still")
    strip.receive(show(deleted=b"\x00"), 0)
    assert strip.area(0) is None
    assert strip.area(1) == strip.shown()


def test_clear_and_a_power_cut_darken_the_strip(strip: PtyBxStrip) -> None:
    strip.receive(show(area("1")), 0)
    strip.receive(Frame(1, 0x8000, bytes.fromhex("A3 10 01 00 00")).encode(), 0)
    assert strip.shown() is None
    strip.receive(show(area("2")), 0)
    strip.cut_power()
    assert strip.shown() is None


def test_a_text_with_a_time_out_goes_dark_unless_it_is_renewed(strip: PtyBxStrip) -> None:
    strip.receive(show(area("短", run_mode=2)), 100.0)
    strip.due(105.0)
    assert strip.shown() is not None
    strip.due(105.1)
    assert strip.shown() is None


def test_a_card_that_refuses_says_no_and_shows_what_it_showed(strip: PtyBxStrip) -> None:
    strip.receive(show(area("旧")), 0)
    strip.refuse()
    assert said(strip.receive(show(area("新")), 0)) == [NO]
    assert strip.shown() == Shown(text="旧", colour="red", motion="still")
    strip.refuse(is_refusing=False)
    assert said(strip.receive(show(area("新")), 0)) == [YES]


@pytest.mark.parametrize(
    "torn",
    [
        show(area("号")[:-1]),
        show(area("号") + b"\0"),
        show(area("号", display=9)),
        show(b""),
        show(b"\x03\0abc"),
    ],
)
def test_an_area_that_is_torn_is_refused(strip: PtyBxStrip, torn: bytes) -> None:
    assert said(strip.receive(torn, 0)) == [NO]
    assert strip.shown() is None


def test_a_wrong_crc_is_passed_over_in_silence(strip: PtyBxStrip) -> None:
    assert strip.receive(wired(TEMPERATURE, "82 DB"), 0) == b""
    assert strip.shown() is None
    assert strip.garbage > len(TEMPERATURE)


def test_a_frame_that_says_it_is_unchecked_is_taken(strip: PtyBxStrip) -> None:
    body = HEADER[:8] + b"\x02" + HEADER[9:] + len(TEMPERATURE).to_bytes(2, "little") + TEMPERATURE + b"\0\0"
    strip.receive(b"\xa5" * 8 + escape(body) + b"\x5a", 0)
    assert strip.shown() == Shown(text="TEMPER:21℃", colour="red", motion="still")


def test_a_strip_that_is_not_there_is_named(strip: PtyBxStrip) -> None:
    with pytest.raises(BadLever, match="no strip 9; strips: 1, 2"):
        strip.shown(9)


def test_a_host_on_the_network_is_answered(tmp_path: Path) -> None:
    with TcpBxStrip(dots=(64, 16)) as strip:
        port = int(strip.address.rpartition(":")[2])
        with socket.create_connection(("127.0.0.1", port), timeout=5) as host:
            host.sendall(show(area("号", x=0x8000 | 8)))
            assert said(host.recv(1024)) == [YES]
        strip.wait_for(lambda: strip.shown() == Shown(text="号", colour="red", motion="still"))
        lit = Image.open(strip.picture(tmp_path / "strip.png"))
    assert lit.size == (64 * 5 + 1, 16 * 5 + 1)
    reds = [x for x in range(lit.width) for y in range(lit.height) if lit.getpixel((x, y))[0] > 200]
    assert 8 * 5 <= min(reds) < max(reds) < 24 * 5
