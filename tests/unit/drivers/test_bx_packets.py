"""Packets of BX cards against the published frames, and against anything that may come over a line."""

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drivers.protocol import bx

HEAD = "01 00 00 80 00 00 00 00 00 00 FE 02"
CAPTURED = {"width": 0x40, "height": 0x0C, "number": 1, "line_gap": 0x0A, "speed": 0x17}
SAMPLE_TEXT = bytes.fromhex("30 31 32 33 34 35 51 52 53 54 54 56 27 42")


def captured(text: str, top: int) -> bytes:
    """Three lines that one program wrote onto a sign: temperature, humidity, nothing."""
    area = bx.Area(
        text=bx.text(text, font="000"), top=top, run_mode=bx.RunMode.STAY_ON_LAST, stay=2, **CAPTURED
    )
    return bx.show(area, must_answer=False)


MAKERS_SAMPLE = bx.show(
    bx.Area(
        text=SAMPLE_TEXT,
        width=0x18,
        height=0x20,
        lines=2,
        breaks=2,
        display=bx.Display.LEFTWARDS,
        speed=4,
        stay=5,
    ),
    must_answer=True,
    reserved=b"\x2d\x00",
)
TEMPERATURE = """35 00 A3 06 02 00 00 00 01 2C 00 00 00 00 0C 00 40 00 0C 00 01 0A 01 02 00 00 00 00 01 01
    01 00 17 02 11 00 00 00 5C 46 4F 30 30 30 54 45 4D 50 45 52 3A 32 31 A1 E6 82 DA"""
HUMIDITY = """33 00 A3 06 02 00 00 00 01 2A 00 00 00 00 18 00 40 00 0C 00 01 0A 01 02 00 00 00 00 01 01
    01 00 17 02 0F 00 00 00 5C 46 4F 30 30 30 48 55 4D 3A 36 36 25 52 48 36 7A"""
BLANKS = """2C 00 A3 06 02 00 00 00 01 23 00 00 00 00 24 00 40 00 0C 00 01 0A 01 02 00 00 00 00 01 01
    01 00 17 02 08 00 00 00 5C 46 4F 30 30 30 20 20 DA F6"""
SAMPLE = """32 00 A3 06 01 2D 00 00 01 29 00 00 00 00 00 00 18 00 20 00 00 00 00 02 00 00 00 00 02 02
    03 00 04 05 0E 00 00 00 30 31 32 33 34 35 51 52 53 54 54 56 27 42 A8 7D"""
PUBLISHED = [
    (bx.ping(), "05 00 A2 00 01 00 00 68 F8"),
    (bx.status(), "05 00 A1 02 01 00 00 2D 40"),
    (bx.clear(must_answer=True), "05 00 A3 10 01 00 00 51 F8"),
    (captured("TEMPER:21℃", 0x0C), TEMPERATURE),
    (captured("HUM:66%RH", 0x18), HUMIDITY),
    (captured("  ", 0x24), BLANKS),
    (MAKERS_SAMPLE, SAMPLE),
]


def on_the_wire(published: str) -> bytes:
    """None of the published frames has a byte in it that is escaped."""
    return b"\xa5" * 8 + bytes.fromhex(HEAD + published) + b"\x5a"


@pytest.mark.parametrize(("data", "published"), PUBLISHED)
def test_packets_are_the_published_ones(data: bytes, published: str) -> None:
    packet = bx.Packet(destination=1, data=data)
    assert packet.encode() == on_the_wire(published)
    assert bx.Decoder().feed(on_the_wire(published)) == [packet]


@pytest.mark.parametrize(
    ("byte", "escaped"), [(0xA5, "A6 02"), (0xA6, "A6 01"), (0x5A, "5B 02"), (0x5B, "5B 01")]
)
def test_the_bytes_of_the_frame_are_escaped_inside_it(byte: int, escaped: str) -> None:
    packet = bx.Packet(destination=byte, data=b"\xa2\x00\x01")
    assert packet.encode()[8:10] == bytes.fromhex(escaped)
    assert bx.Decoder().feed(packet.encode()) == [packet]


@pytest.mark.parametrize(
    ("dots", "on_wire"), [(192, 24), (8, 1), (100, 0x8064)], ids=["whole bytes", "one", "in dots"]
)
def test_a_width_counts_bytes_of_eight_dots_where_that_is_exact(dots: int, on_wire: int) -> None:
    assert bx.in_bytes(dots) == on_wire


def test_a_text_has_its_controls_first_and_none_of_its_own() -> None:
    assert bx.text("请023号", colour=2, font="001") == b"\\C2\\FO001" + "请023号".encode("gbk")
    assert bx.text("\\C1危\n险") == "＼C1危 险".encode("gbk")
    assert bx.text("吴𠮷安") == "吴□安".encode("gbk")


@pytest.mark.parametrize(
    ("data", "error"), [("A0 00 00 00 00", None), ("A0 01 05 00 00", 5), ("A0 00 03 00 00", 3)]
)
def test_an_answer_says_yes_or_the_number_of_its_error(data: str, error: int | None) -> None:
    assert bx.refusal(bx.Packet(destination=bx.HOST, source=1, data=bytes.fromhex(data))) == error


def fed(pieces: Iterable[bytes]) -> tuple[list[bx.Packet], int]:
    decoder = bx.Decoder()
    return [packet for piece in pieces for packet in decoder.feed(piece)], decoder.garbled


PACKETS = st.builds(
    bx.Packet,
    destination=st.integers(0, 0xFFFF),
    source=st.integers(0, 0xFFFF),
    data=st.binary(min_size=3, max_size=120),
)


@given(st.lists(PACKETS, max_size=4), st.integers(1, 9))
def test_packets_are_found_again_in_whatever_pieces_they_come(packets: list[bx.Packet], size: int) -> None:
    stream = b"".join(packet.encode() for packet in packets)
    assert fed(stream[at : at + size] for at in range(0, len(stream), size)) == (packets, 0)


@given(PACKETS, st.binary(max_size=60))
def test_noise_before_a_packet_costs_at_most_itself(packet: bx.Packet, noise: bytes) -> None:
    packets, _ = fed([noise, packet.encode()])
    assert packets[-1] == packet


@given(PACKETS, st.integers(0), st.integers(1, 255))
def test_a_spoilt_byte_never_makes_another_packet(packet: bx.Packet, at: int, flip: int) -> None:
    stream = bytearray(packet.encode())
    stream[at % len(stream)] ^= flip
    assert fed([bytes(stream)])[0] in ([], [packet])


def test_a_flood_without_an_end_is_not_kept() -> None:
    packet = bx.Packet(destination=1, data=bx.ping())
    packets, garbled = fed([b"\xa5" * 3000, b"\x00" * 3000, b"\x5a", packet.encode()])
    assert packets == [packet]
    assert garbled == 2
