"""Packets of LED cards BX-4K and BX-5 (仰邦): dynamic areas of text.

On the wire `A5`×8, then header, data and CRC escaped, then `5A`. Header: destination and source (2 bytes
each, little endian, the host is 8000h), 6 reserved, device type FE (any), protocol 02, length of data.
CRC-16/ARC over header and data before escaping. Escapes: A5 → A6 02, A6 → A6 01, 5A → 5B 02, 5B → 5B 01.
Data: group, command, 01 must or 02 need not answer, 2 reserved, body. After the maker's sample frames, frames
captured on a wire and four unrelated programs, whose checks were all recomputed; how a card answers (group
A0, command 00 done or 01 not, an error number, 2 reserved) after one program's header alone.
"""

from dataclasses import dataclass
from enum import IntEnum
from functools import cache

from drivers.protocol.strip_letters import encode as letters

HOST = 0x8000
MOST_BYTES = 4096  # between two 5A; longer than any answer, bounds what noise can fill
HEAD_BYTES, CRC_BYTES = 14, 2
ANSWER_GROUP, NOT_DONE = 0xA0, 0x01
MUST_ANSWER, NEED_NOT_ANSWER = 0x01, 0x02
DOTS_A_BYTE = 8
IN_DOTS = 0x8000  # set in a place or width that counts dots, not bytes of eight
FLAGS = {0xA5: b"\xa6\x02", 0xA6: b"\xa6\x01", 0x5A: b"\x5b\x02", 0x5B: b"\x5b\x01"}
MEANINGS = {escaped: byte for byte, escaped in FLAGS.items()}
CONTROL, CONTROL_SHOWN = "\\", "＼"  # a backslash begins a control inside a text


class Display(IntEnum):
    STILL = 0x01
    LEFTWARDS = 0x03


class RunMode(IntEnum):
    ROUND = 0x00
    STAY_ON_LAST = 0x01


@dataclass(frozen=True, slots=True, kw_only=True)
class Packet:
    destination: int
    data: bytes
    source: int = HOST

    def encode(self) -> bytes:
        head = self.destination.to_bytes(2, "little") + self.source.to_bytes(2, "little")
        plain = head + bytes(6) + b"\xfe\x02" + len(self.data).to_bytes(2, "little") + self.data
        escaped = b"".join(FLAGS.get(byte, bytes((byte,))) for byte in plain + crc16(plain))
        return b"\xa5" * 8 + escaped + b"\x5a"


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """A dynamic area. `left` and `width` as they go onto the wire; `stay` in half seconds."""

    text: bytes
    width: int
    height: int
    left: int = 0
    top: int = 0
    number: int = 0
    line_gap: int = 0
    run_mode: RunMode = RunMode.ROUND
    expires_s: int = 2
    lines: int = 1  # 1 a single line, 2 several
    breaks: int = 1  # 1 where the text says so, 2 by itself
    display: Display = Display.STILL
    exit_mode: int = 0
    speed: int = 0
    stay: int = 2

    def encode(self) -> bytes:
        sizes = b"".join(
            each.to_bytes(2, "little") for each in (self.left, self.top, self.width, self.height)
        )
        body = b"\x00" + sizes + bytes((self.number, self.line_gap, self.run_mode))
        body += self.expires_s.to_bytes(2, "little") + bytes(3)
        body += bytes((self.lines, self.breaks, self.display, self.exit_mode, self.speed, self.stay))
        body += len(self.text).to_bytes(4, "little") + self.text
        return len(body).to_bytes(2, "little") + body


def show(area: Area, *, must_answer: bool, reserved: bytes = bytes(2)) -> bytes:
    """The data that puts one area up and deletes none. The maker's sample has the length in `reserved`."""
    return b"\xa3\x06" + bytes((_flag(must_answer),)) + reserved + b"\x00\x01" + area.encode()


def clear(*, must_answer: bool) -> bytes:
    return b"\xa3\x10" + bytes((_flag(must_answer), 0, 0))


def ping() -> bytes:
    return b"\xa2\x00" + bytes((MUST_ANSWER, 0, 0))


def status() -> bytes:
    return b"\xa1\x02" + bytes((MUST_ANSWER, 0, 0))


def text(shown: str, *, colour: int | None = None, font: str = "") -> bytes:
    """GBK with controls before it: `colour` 1 red, 2 green, 3 yellow; `font` three digits of the card's."""
    controls = ("" if colour is None else f"\\C{colour}") + (f"\\FO{font}" if font else "")
    return controls.encode("ascii") + letters(shown.replace(CONTROL, CONTROL_SHOWN), "gbk")


def in_bytes(dots: int) -> int:
    """A width or a place across: in bytes of eight dots where that is exact."""
    return dots // DOTS_A_BYTE if dots % DOTS_A_BYTE == 0 else dots | IN_DOTS


def refusal(answer: Packet) -> int | None:
    """The error number of an answer that says no; None when it says yes."""
    group, command, error = answer.data[:3]
    return error if error or (group, command) == (ANSWER_GROUP, NOT_DONE) else None


def crc16(data: bytes) -> bytes:
    crc = 0
    for byte in data:
        crc = crc >> 8 ^ _table()[(crc ^ byte) & 0xFF]
    return crc.to_bytes(2, "little")


@cache
def _table() -> tuple[int, ...]:
    """CRC-16/ARC, a byte at a time."""
    entries = []
    for byte in range(256):
        entry = byte
        for _ in range(8):
            entry = entry >> 1 ^ (0xA001 if entry & 1 else 0)
        entries.append(entry)
    return tuple(entries)


class Decoder:
    """Finds packets in a stream; what is between them or fails its check counts in `garbled`."""

    def __init__(self) -> None:
        self._buffer = bytearray()
        self.garbled = 0

    def feed(self, data: bytes) -> list[Packet]:
        self._buffer += data
        packets = []
        while (end := self._buffer.find(0x5A)) >= 0:
            packet = _decode(bytes(self._buffer[:end]))
            self.garbled += packet is None
            packets += [] if packet is None else [packet]
            del self._buffer[: end + 1]
        if len(self._buffer) > MOST_BYTES:
            self.garbled += 1
            self._buffer.clear()
        return packets


def _decode(framed: bytes) -> Packet | None:
    """Of everything before a 5A; None when it is no packet with a right check and enough data."""
    start = framed.rfind(0xA5)
    plain = _plain(framed[start + 1 :])
    if start < 0 or plain is None or len(plain) < HEAD_BYTES + CRC_BYTES:
        return None
    head, data, check = plain[:HEAD_BYTES], plain[HEAD_BYTES:-CRC_BYTES], plain[-CRC_BYTES:]
    is_whole = len(data) == int.from_bytes(head[12:14], "little") >= 3  # noqa: PLR2004 - group, command, flag
    if not is_whole or crc16(head + data) != check:
        return None
    return Packet(
        destination=int.from_bytes(head[:2], "little"), source=int.from_bytes(head[2:4], "little"), data=data
    )


def _plain(escaped: bytes) -> bytes | None:
    plain, at = bytearray(), 0
    while at < len(escaped):
        width = 2 if escaped[at] in (0xA6, 0x5B) else 1
        meaning = MEANINGS.get(escaped[at : at + 2]) if width > 1 else escaped[at]
        if meaning is None:
            return None
        plain.append(meaning)
        at += width
    return bytes(plain)


def _flag(must_answer: bool) -> int:  # noqa: FBT001 - one private flag
    return MUST_ANSWER if must_answer else NEED_NOT_ANSWER
